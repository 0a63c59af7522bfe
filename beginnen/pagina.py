"""What the page about beginning shows: its doors, and what lies behind the one that is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from beginnen.document import Beginfase, Deur
from beginnen.keuzes import Deursoort
from beginnen.tijd import Tijd, zet_uit
from functies.achtergrond import eerste_van
from functies.document import Beroepsvereiste, Functie
from functies.keuzes import Rol
from functies.netwerk import hele_kaart
from functies.paneel import Paneel, functies_met, paneel_van
from functies.verkenner import Keuzes, achtergronden
from opleidingen.document import Niveau, Opleiding, Vooropleiding
from opleidingen.vooropleidingen import vooropleidingen
from uitgave.pad import Pad, eens
from verhalen.document import Verhaal
from werkgevers.document import Contactpunt, Gids
from werkgevers.gidsen import gidsen
from werkgevers.hulp import hulp_voor
from werkgevers.keuzes import Lezer


@dataclass(frozen=True)
class Begin:
    """An opleiding that somebody can begin with: the functies that it leads to, and how its time goes."""

    opleiding: Opleiding
    niveau: Niveau | None
    panelen: tuple[Paneel, ...]
    tijd: Tijd[Beginfase]

    @property
    def kleur(self) -> str:
        return self.panelen[0].werkveld.kleur if self.panelen else ""

    @property
    def vervolg(self) -> dict[str, Functie]:
        """The functies that can come next, by slug."""
        return {stap.functie.slug: stap.functie for paneel in self.panelen for stap in paneel.vervolg}

    @property
    def vereisten(self) -> dict[str, Beroepsvereiste]:
        """What such work asks besides the opleiding, by slug."""
        return {eis.slug: eis for paneel in self.panelen for eis in paneel.beroepsvereisten}

    @property
    def verhaal(self) -> Verhaal | None:
        """The first story of somebody who does such work."""
        return next((verhaal for paneel in self.panelen for verhaal in paneel.verhalen), None)


@dataclass(frozen=True)
class Beginpagina:
    """The doors, of which `deur` is open; `onbekend` is a door that this edition does not know."""

    pad: Pad
    deur: Deur
    onbekend: tuple[str, ...]

    @property
    def begin(self) -> tuple[Begin, ...]:
        return beginpunten(self.pad) if self.deur.soort == Deursoort.NIETS else ()

    @property
    def achtergronden(self) -> Keuzes:
        return achtergronden(self.pad) if self.deur.soort == Deursoort.OPLEIDING else []

    @property
    def vooropleidingen(self) -> Mapping[str, Vooropleiding]:
        return vooropleidingen(self.pad)

    @property
    def functies(self) -> list[Functie]:
        """All functies in the order of growth."""
        if self.deur.soort != Deursoort.FUNCTIE:
            return []
        return [self.pad.alle(Functie)[slug] for slug in hele_kaart(self.pad).plaatsen]

    @property
    def gidsen(self) -> list[Gids]:
        return [gids for gids in gidsen(self.pad) if gids.voor_kandidaat]

    @property
    def contactpunten(self) -> list[Contactpunt]:
        return hulp_voor(self.pad, Lezer.KANDIDAAT)


@eens
def beginpunten(pad: Pad) -> tuple[Begin, ...]:
    """Return the opleidingen of which the time is known, with the functies where one begins after them."""
    per_opleiding = groupby(
        sorted(pad.alle(Beginfase).values(), key=lambda fase: fase.opleiding), key=lambda fase: fase.opleiding
    )
    return tuple(_begin(pad, pad.alle(Opleiding)[slug], list(fasen)) for slug, fasen in per_opleiding)


def _begin(pad: Pad, opleiding: Opleiding, fasen: list[Beginfase]) -> Begin:
    """Of the functies for which an opleiding fits, those where one begins."""
    past = {functie.slug for functie in functies_met(pad, opleiding.slug, Rol.PASSEND)}
    return Begin(
        opleiding=opleiding,
        niveau=pad.alle(Niveau).get(opleiding.op_niveau or ""),
        panelen=tuple(paneel_van(pad, functie.slug) for functie in eerste_van(pad, past)),
        tijd=zet_uit(fasen),
    )


def beginpagina(pad: Pad, vraag: Mapping[str, str]) -> Beginpagina | None:
    """Return the page with the door that `vraag` asks for, or the first; None when there are no doors."""
    deuren, gevraagd = pad.alle(Deur), vraag.get("deur", "")
    if not deuren:
        return None
    deur = deuren.get(gevraagd)
    return Beginpagina(pad, deur or next(iter(deuren.values())), (gevraagd,) if gevraagd and not deur else ())
