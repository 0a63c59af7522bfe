"""A logo as SVG: what may stand in a drawing that editors bring, and nothing else. Pure: text in."""

import re
from xml.parsers import expat

GROOTST = 20_000  # characters
DIEPST = 20  # elements inside one another
SVG = "http://www.w3.org/2000/svg"
XML = "http://www.w3.org/XML/1998/namespace"
ELEMENTEN = frozenset(
    [
        "svg",
        "g",
        "path",
        "circle",
        "ellipse",
        "rect",
        "line",
        "polyline",
        "polygon",
        "title",
        "desc",
        "defs",
        "style",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
    ]
)
KENMERKEN = frozenset(
    [
        "id",
        "class",
        "style",
        "viewBox",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "fx",
        "fy",
        "d",
        "points",
        "transform",
        "version",
        "role",
        "aria-label",
        "aria-hidden",
        "preserveAspectRatio",
        "fill",
        "fill-rule",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-opacity",
        "opacity",
        "color",
        "clip-path",
        "clip-rule",
        "clipPathUnits",
        "offset",
        "stop-color",
        "stop-opacity",
        "gradientUnits",
        "gradientTransform",
        "spreadMethod",
    ]
)
BINNEN = re.compile(r"url\(#[\w-]+\)")  # a part of the drawing itself, such as a gradient
STIJL = re.compile(r"[\w\s#.,:;{}()%@+>*!-]*", re.ASCII)  # no quotes, slashes or backslashes: nothing from elsewhere
FUNCTIES = {"rgb", "rgba", "hsl", "hsla", "translate", "rotate", "scale", "matrix"}
RAAD = "Vraag je ontwerper om een eenvoudige SVG, met de letters als lijnen."


def keur(tekst: str) -> None:
    """Accept an SVG that only draws. Raises ValueError, in Dutch, for anything else: it is refused, never mended."""
    if len(tekst) > GROOTST:
        raise ValueError(f"Het logo is te groot: {len(tekst)} tekens. Hooguit {GROOTST} tekens kan.")
    lezer = expat.ParserCreate(namespace_separator=" ")
    tekening = _Tekening()
    lezer.StartElementHandler, lezer.EndElementHandler = tekening.begin, tekening.einde
    lezer.CharacterDataHandler = tekening.tekst
    lezer.StartDoctypeDeclHandler = tekening.doctype
    lezer.ProcessingInstructionHandler = tekening.opdracht
    try:
        lezer.Parse(tekst.encode("utf-8", "surrogatepass"), True)
    except (expat.ExpatError, UnicodeError):
        raise ValueError("Dit is geen SVG. Open het bestand in een teksteditor en plak alles wat erin staat.") from None
    if not tekening.met_maat:
        raise ValueError(f"In het logo ontbreekt de maat (viewBox). {RAAD}")


class _Tekening:
    """Follows an SVG as it is read, and stops at the first thing that is not allowed."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.stijl = ""  # of the <style> that is open: it may come in pieces, which are only judged together
        self.met_maat = False

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        ruimte, _, kort = naam.rpartition(" ")
        if ruimte != SVG or kort not in ELEMENTEN or (kort == "svg") != (not self.open) or "style" in self.open:
            raise ValueError(f"In het logo staat <{kort}>. Dat kan niet. {RAAD}")
        if len(self.open) == DIEPST:
            raise ValueError(f"Het logo zit te diep in elkaar. {RAAD}")
        if kort == "svg":
            self.met_maat = "viewBox" in kenmerken
        self.open.append(kort)
        for kenmerk, waarde in kenmerken.items():
            _keur_kenmerk(kenmerk, waarde)

    def einde(self, naam: str) -> None:
        if self.open.pop() == "style":
            _keur_stijl(self.stijl)
            self.stijl = ""

    def tekst(self, tekst: str) -> None:
        if self.open[-1] == "style":
            self.stijl += tekst
        elif tekst.strip() and self.open[-1] not in ("title", "desc"):
            raise ValueError(f"In het logo staan letters. Dat kan niet. {RAAD}")

    def doctype(self, *_: object) -> None:
        raise ValueError(f"In het logo staat <!DOCTYPE …>. Haal die regel weg. {RAAD}")

    def opdracht(self, *_: object) -> None:
        raise ValueError(f"In het logo staat een opdracht (<?…?>). Haal die weg. {RAAD}")


def _keur_kenmerk(kenmerk: str, waarde: str) -> None:
    if kenmerk == f"{XML} space":
        return
    if kenmerk not in KENMERKEN:
        raise ValueError(f"In het logo staat ‘{kenmerk.rpartition(' ')[2]}’. Dat kan niet. {RAAD}")
    if kenmerk == "style":
        _keur_stijl(waarde)
    elif "url" in waarde.lower() and not BINNEN.fullmatch(waarde.strip()):
        raise ValueError(f"Het logo haalt iets op van een andere plek (url). Dat kan niet. {RAAD}")


def _keur_stijl(stijl: str) -> None:
    """Accept only plain declarations, also under a question about light and dark."""
    functies = {naam.lower() for naam in re.findall(r"([\w-]+)\(", stijl)}
    regels = {naam.lower() for naam in re.findall(r"@([\w-]*)", stijl)}
    if not STIJL.fullmatch(stijl) or not functies <= FUNCTIES or not regels <= {"media"} or "url" in stijl.lower():
        raise ValueError(f"In de stijl van het logo staat iets dat niet kan. Alleen kleuren en lijnen kunnen. {RAAD}")
