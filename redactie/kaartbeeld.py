"""The map as a picture: the working copy with one functie chosen, as visitors will see it.

The layout, the lines and what each card is to the chosen functie are those of the public page. Units
are pixels of the picture: a cell of the map is KOLOM x RIJ.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from functies.kaart import GRENS, Band
from functies.models import Functie
from functies.verkenner import VERVOLG, VOORAF, Draad, Kaartje, Keuze, Trede, verkenner
from ontwikkelpad.document import Werkveld
from ontwikkelpad.pad import Pad
from ontwikkelpad.publiceren import bouw
from ontwikkelpad.templatetags.tekst import ZACHT, afbreken
from redactie.uitgeven import voorbeeldpad

KOLOM, RIJ = 150, 108
LINKS, BOVEN, RAND = 124, 40, 10  # the lane's names, those of the levels, and paper all around
SCHAAL = 0.8  # on the page
REGEL, ONDERREGEL = 16, 14  # height of a line of a name, and of what a card says below it
NAAM_BREED, BAAN_BREED = 13, 12  # characters that fit on a line, in the widest of the usual typefaces
NAAM_HOOG = 4  # lines of a name

# Width and dashes of a line, radius of its dot and of the hole in that, and the colours of line and hole.
STIJLEN = {
    VERVOLG: {"dik": 4, "streep": "none", "punt": 7.5, "gat": 4.5, "kleur": "inkt", "vulling": "accent"},
    VOORAF: {"dik": 3, "streep": "1 6", "punt": 7.5, "gat": 4.5, "kleur": "inkt", "vulling": "kaart"},
    "": {"dik": 2.5, "streep": "none", "punt": 6.5, "gat": 4, "kleur": "lijn", "vulling": "kaart"},
}


class GeenBeeld(Exception):
    """There is no map to show; the message says why, in Dutch."""


@dataclass(frozen=True)
class Tekst:
    """A line of text and where it begins."""

    x: float
    y: float
    tekst: str


@dataclass(frozen=True)
class Vak:
    """A rectangle with its colour and the lines of text in it."""

    x: float
    y: float
    breedte: float
    hoogte: float
    kleur: str
    namen: tuple[Tekst, ...]
    woorden: tuple[Tekst, ...] = ()
    titel: str = ""
    soort: str = ""

    @property
    def binnen(self) -> float:
        """The height without the coloured edge below."""
        return self.hoogte - 4


@require_safe
def kaart(request: HttpRequest, functie_id: int) -> HttpResponse:
    """The picture of the map with this functie chosen, for whoever may see its page in the admin."""
    functie = get_object_or_404(Functie, pk=functie_id)
    if not admin.site.get_model_admin(Functie).has_view_permission(request, functie):
        raise PermissionDenied
    try:
        svg = teken(werkpad(functie), functie.slug)
    except GeenBeeld as fout:
        raise Http404(fout) from fout
    return HttpResponse(svg, content_type="image/svg+xml", headers={"Cache-Control": "no-store"})


def werkpad(functie: Functie) -> Pad:
    """Return the Pad of the working copy. Raises GeenBeeld when `functie` is not on its map."""
    try:
        pad = voorbeeldpad(bouw(), None)
    except ValueError as fout:
        raise GeenBeeld(f"De kaart kan nu niet worden gemaakt. {fout}") from fout
    if functie.slug not in pad.functies:
        raise GeenBeeld("Deze functie staat niet op de kaart, want ‘zichtbaar’ staat uit.")
    if not pad.kaart.past and not pad.kaart_rond(functie.slug).past:
        raise GeenBeeld(f"De kaart is te groot: meer dan {GRENS} functies naast of onder elkaar.")
    return pad


def teken(pad: Pad, slug: str) -> str:
    """Return the map of `pad` as SVG, with the functie `slug` chosen; beyond the limit, the map around it."""
    beeld = verkenner(pad, Keuze(), pad.functies[slug])
    kleuren = tokens()
    kaart = beeld["kaart"]
    breedte, hoogte = LINKS + kaart.kolommen * KOLOM + RAND, BOVEN + kaart.rijen * RIJ + RAND
    context = {
        "kleuren": kleuren,
        "breedte": breedte,
        "hoogte": hoogte,
        "maat": (round(SCHAAL * breedte), round(SCHAAL * hoogte)),
        "banen": [_baan(werkveld, band, kaart.kolommen, kleuren) for werkveld, band in beeld["banen"]],
        "niveaus": [_niveau(trede) for trede in beeld["treden"]],
        "kaartjes": [_kaartje(kaartje, kleuren) for trede in beeld["treden"] for kaartje in trede.kaartjes],
        "draden": [_draad(draad, kleuren) for draad in beeld["draden"]],
    }
    return render_to_string("redactie/kaart.svg", context)


def toon(functie: Functie, voorbeeld: str) -> str:
    """Return the picture as HTML that leads to the preview at `voorbeeld`, or the reason why there is none.

    `functie` is as it was saved: what an editor is still typing is not on the map.
    """
    try:
        pad = werkpad(functie)
    except GeenBeeld as fout:
        return str(fout)
    return format_html(
        '<a class="kaartbeeld" href="{}"><img src="{}" alt="{}"></a>',
        voorbeeld,
        reverse("admin:functie_kaart", args=[functie.pk]),
        _in_woorden(pad, functie.slug),
    )


def _in_woorden(pad: Pad, slug: str) -> str:
    """Return what the picture shows, for who cannot see it."""
    paneel = pad.paneel(slug)
    delen = [f"De kaart met {paneel.functie.volledige_naam} gekozen."]
    for kop, stappen in (("Mogelijke stappen", paneel.vervolg), ("Hier kom je vandaan", paneel.vooraf)):
        delen.append(f"{kop}: {', '.join(stap.functie.volledige_naam for stap in stappen) or 'geen'}.")
    return " ".join(delen)


@cache
def tokens() -> dict[str, str]:
    """Return the colours of the site by name, those on light paper: the picture has paper of its own."""
    css = (settings.BASE_DIR / "static" / "ontwikkelpad.css").read_text(encoding="utf-8")
    gevonden = reversed(re.findall(r"--([\w-]+): (#\w+);", css))  # reversed: the first of each name stays
    return {naam.replace("-", "_"): kleur for naam, kleur in gevonden}


def regels(tekst: str, breed: int, hoog: int) -> list[str]:
    """Return `tekst` as at most `hoog` lines of at most `breed` characters; a soft hyphen may become a break.

    What does not fit ends in an ellipsis. Characters that no picture can show are left out.
    """
    rij = [""]
    for woord in tekst.split():
        lettergrepen = list(_stukken(woord, breed))
        if not lettergrepen:
            continue
        if rij[-1] and len(rij[-1]) + 1 + len("".join(lettergrepen)) <= breed:
            rij[-1] += " " + "".join(lettergrepen)
            continue
        rij += [""] if rij[-1] else []
        for nummer, lettergreep in enumerate(lettergrepen):
            streepje = nummer + 1 < len(lettergrepen)  # room for it when the word goes on
            if rij[-1] and len(rij[-1]) + len(lettergreep) + streepje > breed:
                rij[-1] += "-"
                rij.append("")
            rij[-1] += lettergreep
    return rij if len(rij) <= hoog else [*rij[: hoog - 1], rij[hoog - 1][: breed - 1] + "…"]


def _stukken(woord: str, breed: int) -> Iterator[str]:
    """Yield the parts between which `woord` may break; a part that fits on no line is cut."""
    for deel in woord.split(ZACHT):
        schoon = "".join(teken for teken in deel if teken.isprintable())
        for begin in range(0, len(schoon), breed - 1):
            yield schoon[begin : begin + breed - 1]


def _baan(werkveld: Werkveld, band: Band, kolommen: int, kleuren: dict[str, str]) -> Vak:
    y, hoogte = BOVEN + band.van * RIJ + 2, (band.tot - band.van) * RIJ - 4
    namen = regels(afbreken(werkveld.naam), BAAN_BREED, max(4, hoogte // REGEL))
    begin = y + (hoogte - len(namen) * REGEL) / 2
    return Vak(
        x=RAND,
        y=y,
        breedte=LINKS - RAND + kolommen * KOLOM,
        hoogte=hoogte,
        kleur=kleuren[werkveld.kleur],
        namen=tuple(_onder_elkaar(namen, RAND + 10, begin, REGEL)),
    )


def _niveau(trede: Trede) -> Vak:
    x = LINKS + trede.band.van * KOLOM + 8
    return Vak(
        x=x,
        y=BOVEN - 8,
        breedte=(trede.band.tot - trede.band.van) * KOLOM - 16,
        hoogte=2,
        kleur="",
        namen=(Tekst(x + 4, BOVEN - 16, trede.niveau.label),),
    )


def _kaartje(kaartje: Kaartje, kleuren: dict[str, str]) -> Vak:
    x, y = LINKS + (kaartje.plaats.kolom + 0.05) * KOLOM, BOVEN + round((kaartje.plaats.rij + 0.12) * RIJ)
    breedte, hoogte = 0.9 * KOLOM, round(0.76 * RIJ)
    functie = kaartje.functie
    woorden = ["Nu gekozen"] if kaartje.gekozen else kaartje.woorden.split(" · ") if kaartje.woorden else []
    naam = afbreken((functie.kaartnaam or functie.volledige_naam).replace("|", ZACHT))
    namen = regels(naam, NAAM_BREED, NAAM_HOOG - (len(woorden) > 1))
    begin = y + (hoogte - len(namen) * REGEL - len(woorden) * ONDERREGEL) / 2
    return Vak(
        x=x,
        y=y,
        breedte=breedte,
        hoogte=hoogte,
        kleur=kleuren[kaartje.werkveld.kleur],
        namen=tuple(_onder_elkaar(namen, x + 12, begin, REGEL)),
        woorden=tuple(_onder_elkaar(woorden, x + 12, begin + len(namen) * REGEL, ONDERREGEL)),
        titel="".join(teken for teken in functie.volledige_naam if teken.isprintable()),
        soort="gekozen" if kaartje.gekozen else kaartje.standen[0] if kaartje.standen else "",
    )


def _onder_elkaar(teksten: Iterable[str], x: float, y: float, hoogte: int) -> Iterator[Tekst]:
    for nummer, tekst in enumerate(teksten):
        yield Tekst(x, round(y + (nummer + 0.75) * hoogte, 1), tekst)


def _draad(draad: Draad, kleuren: dict[str, str]) -> dict[str, Any]:
    punten = tuple((LINKS + x * KOLOM / 100, BOVEN + y * RIJ / 100) for x, y in draad.lijn.punten)
    stijl = STIJLEN[draad.stand]
    return {
        **stijl,
        "d": replace(draad.lijn, punten=punten).d,
        "x": punten[-1][0],
        "y": punten[-1][1],
        "kleur": kleuren[str(stijl["kleur"])],
        "vulling": kleuren[str(stijl["vulling"])],
    }
