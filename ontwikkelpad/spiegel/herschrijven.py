"""A page or stylesheet of the site as it stands in the mirror: text in, text out, without Django.

Every address in it is given to `waarheen`, which says what stands there instead. What asks the server goes: htmx with
its attributes, and each script that is not marked `data-zonder-server`.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from posixpath import relpath
from urllib.parse import urljoin, urlsplit

# An address of the site (`/path/?question#part`), and whether a form sends its fields there; None: it has no place.
Waarheen = Callable[[str, bool], str]

HOST = "http://spiegel"  # stands before an address of the site, to tell it from one elsewhere
LABEL = re.compile(
    r"""<!--.*?-->|<(?P<blok>script|style)\b(?P<bij>[^>]*)>.*?</(?P=blok)>"""
    r"""|<(?P<naam>[a-z][a-z0-9-]*)(?P<kenmerken>(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?)>""",
    re.DOTALL,
)
KENMERK = re.compile(r"""\s+([^\s=>"'/]+)(?:=("[^"]*"|'[^']*'|[^\s"'>]+))?""")
URL = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
ADRESSEN = ("href", "src", "action", "formaction")
GEGEVENS = "json"  # how the type of a script ends that holds data only
# What scripts would ask the server for, or keep in an address.
ZONDER_SERVER = "data-zonder-server"
VAN_DE_SERVER = {
    "data-andere-lijst",
    "data-begrip",
    "data-lijst-verandert",
    "data-mijn-lijst",
    "data-open-lijst",
    "data-paginaadres",
    ZONDER_SERVER,
}
NIET_NODIG = {"preload", "modulepreload", "manifest"}  # links of a page that a copy does better without

Kenmerken = dict[str, str | None]


def bestand_van(adres: str) -> str:
    """Return the path in the mirror of what is at `adres`, without a `#`: a page stands in a folder of its own."""
    pad, _, vraag = adres.partition("?")
    if "." in pad.rpartition("/")[2] and not vraag:
        return pad.lstrip("/")
    return "/".join([*filter(None, [pad.strip("/"), vraag]), "index.html"])


def vanaf(hier: str, naar: str) -> str:
    """Return how the file `hier` of the mirror names the file `naar`."""
    return relpath(naar, hier.rpartition("/")[0] or ".")


def herschreven(tekst: str, soort: str, hier: str, waarheen: Waarheen) -> str:
    """Return the page or stylesheet at the address `hier` of the site as it stands in the mirror."""

    def label(gevonden: re.Match[str]) -> str:
        naam, heel = gevonden["naam"] or gevonden["blok"], gevonden[0]
        if not naam or naam == "style":
            return heel
        begin = f"<{naam}{gevonden['kenmerken'] or gevonden['bij'] or ''}>"
        oud = _kenmerken(begin)
        anders = _in_spiegel(naam, oud, hier, waarheen)
        if anders is None:
            return ""
        einde = "/>" if begin.endswith("/>") else ">"
        return heel if anders == oud else _als_label(naam, anders, einde) + heel[len(begin) :]

    if soort == "text/css":
        return URL.sub(lambda url: f'url("{nieuw(url[2].strip(), hier, waarheen)}")', tekst)
    return LABEL.sub(label, tekst)


def doelen(tekst: str, soort: str, hier: str, *ook: str) -> list[str]:
    """Return the addresses of the site, without `#`, that a page or stylesheet leads to, or that `ook` names."""
    gevonden: dict[str, None] = {}

    def onthoud(doel: str, formulier: bool) -> str:
        if not formulier:
            gevonden[doel.partition("#")[0]] = None
        return doel

    herschreven(tekst, soort, hier, onthoud)
    for adres in ook:
        nieuw(adres, hier, onthoud)
    return list(gevonden)


def _kenmerken(label: str) -> Kenmerken:
    paren = ((gevonden[1], gevonden[2]) for gevonden in KENMERK.finditer(label))
    return {naam: None if waarde is None else unescape(waarde.strip("\"'")) for naam, waarde in paren}


def _als_label(naam: str, kenmerken: Kenmerken, einde: str) -> str:
    delen = (f" {kenmerk}" + ("" if w is None else f'="{escape(w)}"') for kenmerk, w in kenmerken.items())
    return f"<{naam}{''.join(delen)}{einde}"


def _in_spiegel(naam: str, kenmerken: Kenmerken, hier: str, waarheen: Waarheen) -> Kenmerken | None:
    """Return the attributes of a tag as they are in the mirror; None when it does not stand there."""
    if not _blijft(naam, kenmerken):
        return None
    anders = {
        kenmerk: waarde
        for kenmerk, waarde in kenmerken.items()
        if kenmerk not in VAN_DE_SERVER and not kenmerk.startswith(("data-hx-", "hx-"))
    }
    if "data-met-server" in anders:  # it stays hidden
        anders.pop("data-alleen-script", None)
    if anders.get("type") == "module":  # which a browser does not read from a disk
        anders = {("defer" if kenmerk == "type" else kenmerk): waarde for kenmerk, waarde in anders.items()}
        anders["defer"] = None
    if naam == "form":
        anders.setdefault("action", hier)
    for kenmerk in ADRESSEN:
        if (waarde := anders.get(kenmerk)) is not None:
            anders[kenmerk] = nieuw(waarde, hier, waarheen, kenmerk.endswith("action"))
    if (waarde := anders.get("srcset")) is not None:
        delen = (deel.split(maxsplit=1) for deel in waarde.split(","))
        anders["srcset"] = ", ".join(" ".join([nieuw(adres, hier, waarheen), *maat]) for adres, *maat in delen)
    return anders


def _blijft(naam: str, kenmerken: Kenmerken) -> bool:
    soort, rel = kenmerken.get("type") or "", set((kenmerken.get("rel") or "").split())
    if naam == "script":
        return ZONDER_SERVER in kenmerken or soort.endswith(GEGEVENS)
    if naam == "meta":
        zonder_site = kenmerken.get("property") == "og:url" and (kenmerken.get("content") or "").startswith("/")
        return kenmerken.get("name") != "htmx-config" and not zonder_site
    zonder_site = "canonical" in rel and (kenmerken.get("href") or "").startswith("/")
    return naam != "link" or not (rel & NIET_NODIG or zonder_site)


def nieuw(adres: str, hier: str, waarheen: Waarheen, formulier: bool = False) -> str:
    """Return what stands in the mirror instead of `adres`, which the page or stylesheet at `hier` names."""
    if adres.startswith("#"):
        return adres
    try:
        doel = urljoin(HOST + hier, adres)
        elders = urlsplit(doel)[:2] != urlsplit(HOST)[:2]
    except ValueError:  # no address at all
        return adres
    return adres if elders else waarheen(doel.removeprefix(HOST) or "/", formulier)
