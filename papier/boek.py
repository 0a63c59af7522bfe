"""What stands in the PDF of an edition: all of it, or of one werkveld; and on the sheet of one functie."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix, set_script_prefix
from django.utils.safestring import SafeString

from begrippen.document import Begrip
from functies.document import Functie, Werkveld
from functies.kaart import Kaart
from functies.netwerk import groeiorde, hele_kaart
from functies.paneel import Paneel, paneel_van
from functies.verkenner import Trede, kaartbanen, kaartdraden, kaarttreden
from ontwikkelpad import kleur
from ontwikkelpad.document import Ontwikkelpad
from ontwikkelpad.qr import qr
from opleidingen.pagina import Opleidingenlijst, opleidingenlijst
from papier import kaart as papierkaart
from papier.drukken import EIGEN, kleuren
from papier.templatetags.papier import anker
from profielen.document import Profiel
from profielen.pagina import Profielpagina
from uitgave.linkwoorden import BREUK
from uitgave.pad import Pad
from uitgave.pagina import Verzoek, getoond
from uitgave.rij import Rij
from verhalen.document import Verhaal

HEEL = 300  # functies with a page in one PDF, at most: more take too much memory
NAAM = "ontwikkelpad.pdf"
DIK = {"lijn": 0.55, "poort": 2.9, "gat": 1.8, "omslag": 1.5}  # millimetres
NERGENS = re.compile(r'<a\b[^>]*\shref="(?:/[^"]*)?"[^>]*>(.*?)</a>', re.DOTALL)  # leads nowhere outside the site
DEEL = "<!--deel-->"  # begins a part in which a word may lead to its begrip once more


def functienaam(slug: str) -> str:
    """Return the name of the file with the sheet of a functie, as its address has it."""
    return f"functies/{slug}.pdf"


def werkveldnaam(slug: str) -> str:
    """Return the name of the file with all of one werkveld, as its address has it."""
    return f"werkvelden/{slug}.pdf"


@dataclass(frozen=True)
class Tekening:
    """What is drawn of a map on paper: the places of its lines, dots and cards, all in millimetres."""

    pad: Pad
    kaart: Kaart

    @property
    def maten(self) -> tuple[float, float]:
        return papierkaart.maten(self.kaart)

    @property
    def dik(self) -> dict[str, float]:
        """How thick what is drawn is."""
        return {naam: maat * papierkaart.dik(self.kaart) for naam, maat in DIK.items()}

    @property
    def lijnen(self) -> list[str]:
        return [papierkaart.lijn(self.kaart, draad.lijn.d) for draad in kaartdraden(self.kaart)]

    @property
    def poorten(self) -> list[str]:
        return [papierkaart.lijn(self.kaart, draad.poorten) for draad in kaartdraden(self.kaart)]

    @property
    def vakken(self) -> list[tuple[str, tuple[float, float, float, float]]]:
        """The cards as plain boxes: the colour of each, and its left, top, width and height."""
        functies, werkvelden = self.pad.alle(Functie), self.pad.alle(Werkveld)
        return [
            (kleuren()[werkvelden[functies[slug].werkveld].kleur], papierkaart.kader(self.kaart, plaats))
            for slug, plaats in self.kaart.plaatsen.items()
        ]


@dataclass(frozen=True)
class Boek:
    """The PDF of an edition; with a `werkveld` only its functies."""

    pad: Pad
    werkveld: Werkveld | None = None

    @cached_property
    def functies_erbij(self) -> bool:
        """True when each functie has a page; of too many it says where to find them."""
        return sum(len(functies) for _, functies in self.groepen) <= HEEL

    @property
    def titel(self) -> str:
        naam = self.pad.vaste(Ontwikkelpad).naam
        return f"{naam}: {self.werkveld.naam}" if self.werkveld else naam

    @cached_property
    def groepen(self) -> list[tuple[Werkveld, list[Functie]]]:
        """The werkvelden that have functies, each with those in the order of growth."""
        op_orde = sorted(self.pad.alle(Functie).values(), key=lambda functie: groeiorde(self.pad, functie.slug))
        velden = [self.werkveld] if self.werkveld else self.pad.alle(Werkveld).values()
        rijen = [(veld, [functie for functie in op_orde if functie.werkveld == veld.slug]) for veld in velden]
        return [(veld, functies) for veld, functies in rijen if functies]

    @cached_property
    def kaart(self) -> Kaart | None:
        """The map of all functies, when that can be read on one sheet."""
        kaart = hele_kaart(self.pad)
        return kaart if papierkaart.past(kaart) and not self.werkveld else None

    @property
    def tekening(self) -> "Tekening":
        """The lines and cards of its map as they are drawn: in millimetres. Raises ValueError when it has none."""
        if self.kaart is None:
            raise ValueError("There is no map on paper.")
        return Tekening(self.pad, self.kaart)

    @property
    def banen(self) -> list[Werkveld]:
        return [werkveld for werkveld, _ in kaartbanen(self.pad, self.kaart)] if self.kaart else []

    @property
    def treden(self) -> list[Trede]:
        return kaarttreden(self.pad, self.kaart) if self.kaart else []

    @property
    def siteadres(self) -> str:
        """Where the site is; empty when nobody said so."""
        return f"{settings.ADRES}/" if settings.ADRES else ""

    @property
    def sitenaam(self) -> str:
        return urlsplit(settings.ADRES).netloc.removeprefix("www.")

    @cached_property
    def panelen(self) -> list[tuple[Werkveld, list[Paneel]]]:
        """The functies that have a page here with all that belongs to them, by werkveld."""
        groepen = self.groepen if self.functies_erbij else []
        return [(veld, [paneel_van(self.pad, rij.slug) for rij in rijen]) for veld, rijen in groepen]

    @cached_property
    def verhalen(self) -> list[Verhaal]:
        return [rij for rij in self.pad.alle(Verhaal).values() if rij.functie in self._erin]

    @cached_property
    def profielen(self) -> list[Profielpagina]:
        rijen = self.pad.alle(Profiel).values()
        return [Profielpagina(self.pad, rij) for rij in rijen if rij.functie in self._erin]

    @cached_property
    def opleidingen(self) -> Opleidingenlijst:
        """The opleidingen of its functies, by level; of the whole edition also those of no functie."""
        if not self.werkveld:
            return opleidingenlijst(self.pad) if self.functies_erbij else Opleidingenlijst([])
        groepen = [
            (kop, [(rij, van) for rij, van in rijen if any(functie.slug in self._erin for functie in van)])
            for kop, rijen in opleidingenlijst(self.pad).groepen
        ]
        return Opleidingenlijst([(kop, rijen) for kop, rijen in groepen if rijen])

    @property
    def begrippen(self) -> list[Begrip]:
        return [] if self.werkveld else list(self.pad.alle(Begrip).values())

    @cached_property
    def ankers(self) -> frozenset[str]:
        """By what links lead to the rows that stand in it."""
        functies = [rij for _, rijen in self.groepen for rij in rijen] if self.functies_erbij else []
        opleidingen = [rij for _, rijen in self.opleidingen.groepen for rij, _ in rijen]
        profielen = [rij.profiel for rij in self.profielen]
        rijen: Iterator[Rij] = (rij for deel in (functies, opleidingen, self.verhalen, profielen) for rij in deel)
        return frozenset(map(anker, [*rijen, *self.begrippen]))

    @cached_property
    def _erin(self) -> frozenset[str]:
        return frozenset(rij.slug for _, rijen in self.groepen for rij in rijen if self.functies_erbij)

    def html(self) -> str:
        """Return the whole as HTML, with links to what stands in it, and to the site for the rest."""
        return _html(self.pad, "papier/boek.html", {"boek": self, "ankers": self.ankers}, self.ankers)

    def stijl(self) -> str:
        """Return the stylesheet for this one alone: where all of its map stands, and what the site looks like."""
        return f"{_huisstijl(self.pad)}\n{papierkaart.stijl(self.kaart) if self.kaart else ''}"

    def tekeningen(self) -> dict[str, str]:
        """Return what its stylesheets show, by name: the logo, the lines of the map, and the map on the cover."""
        namen = ("lijnen.svg", "omslag.svg") if self.kaart else ()
        getekend = {naam: render_to_string(f"papier/{naam}", {"tekening": self.tekening}) for naam in namen}
        return _logo(self.pad) | getekend


@dataclass(frozen=True)
class Blad:
    """The sheet of one functie, to hand over."""

    pad: Pad
    paneel: Paneel

    @property
    def adres(self) -> str:
        """Where it stands on the site; empty when nobody said where that is."""
        return f"{settings.ADRES}/functies/{self.paneel.functie.slug}/" if settings.ADRES else ""

    @property
    def qr(self) -> SafeString | str:
        return qr(self.adres, "QR-code van deze functie op de site") if settings.SITE_URL else ""

    def html(self) -> str:
        """Return the sheet as HTML, with links to the site."""
        return _html(self.pad, "papier/blad.html", {"blad": self, "paneel": self.paneel, "ankers": ()}, frozenset())

    def stijl(self) -> str:
        return _huisstijl(self.pad)

    def tekeningen(self) -> dict[str, str]:
        return _logo(self.pad)


def _logo(pad: Pad) -> dict[str, str]:
    logo = pad.vaste(Ontwikkelpad).logo
    return {"logo.svg": logo} if logo else {}


def _huisstijl(pad: Pad) -> str:
    """Return the colour and the logo of an edition as a stylesheet."""
    site = pad.vaste(Ontwikkelpad)
    eigen = f":root {{ --accent: {site.kleur} }}" if kleur.is_kleur(site.kleur) else ""
    return f"{eigen}\n.logo {{ background-image: url({EIGEN}{'' if site.logo else 'static/'}logo.svg) }}"


def _html(pad: Pad, template: str, inhoud: Mapping[str, Any], ankers: frozenset[str]) -> str:
    """Render `template`. Addresses of the site are absolute; when nobody said where it is, nothing leads there."""
    verzoek = Verzoek()
    verzoek.pad = pad
    namen = {**inhoud, "request": verzoek, "teksten": pad.vaste(Ontwikkelpad), "uitgave": pad.uitgave}
    voorvoegsel, merk = get_script_prefix(), getoond.set(pad)
    set_script_prefix(f"{settings.ADRES}/")
    try:
        html: str = render_to_string(template, namen)
    finally:
        set_script_prefix(voorvoegsel)
        getoond.reset(merk)
    if ankers:
        html = "".join(pad.linkwoorden.zet(deel, lambda doel: _begrip(doel, ankers)) for deel in html.split(DEEL))
    return NERGENS.sub(r"\1", html).replace(BREUK, "&shy;")


def _begrip(doel: Any, ankers: frozenset[str]) -> str:
    deel, slug = doel
    plek = f"{deel}-{slug}"
    return f'<a class="begrip" href="{f"#{plek}" if plek in ankers else ""}">'
