"""What the pages about opleidingen show."""

from dataclasses import dataclass
from itertools import groupby

from functies.document import Functie
from functies.keuzes import Rol
from functies.netwerk import netwerk
from functies.paneel import functies_met
from opleidingen.document import Opleiding
from opleidingen.keuzes import Niveau
from uitgave.pad import Pad


@dataclass(frozen=True)
class Opleidingenlijst:
    """The opleidingen by level, each with its functies."""

    groepen: list[tuple[Niveau | None, list[tuple[Opleiding, tuple[Functie, ...]]]]]


@dataclass(frozen=True)
class Opleidingpagina:
    """An opleiding, and the functies it leads to: that it fits, some steps further, and that ask for it as diploma."""

    opleiding: Opleiding
    passend: tuple[Functie, ...]
    verder: list[tuple[Functie, int]]
    vereist: tuple[Functie, ...]


def opleidingenlijst(pad: Pad) -> Opleidingenlijst:
    """Return all opleidingen; the diploma's of the sector, whose level is not known, come last."""
    opleidingen = sorted(pad.alle(Opleiding).values(), key=lambda rij: rij.niveau or 99)
    rijen = [(rij, functies_met(pad, rij.slug)) for rij in opleidingen]
    return Opleidingenlijst([(niveau, list(groep)) for niveau, groep in groupby(rijen, key=lambda rij: rij[0].niveau)])


def opleidingpagina(pad: Pad, opleiding: Opleiding) -> Opleidingpagina:
    """Return one opleiding with what it leads to."""
    passend = functies_met(pad, opleiding.slug, Rol.PASSEND)
    afstanden = netwerk(pad).afstanden([functie.slug for functie in passend])
    return Opleidingpagina(
        opleiding=opleiding,
        passend=passend,
        verder=[(pad.alle(Functie)[doel], aantal) for doel, aantal in afstanden.items() if aantal],
        vereist=functies_met(pad, opleiding.slug, Rol.VEREIST),
    )
