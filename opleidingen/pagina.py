"""What the pages about opleidingen show."""

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from aanbod.waar import Scholen
from feiten.kort import Kort, in_het_kort
from functies.document import Functie
from functies.keuzes import Rol
from functies.netwerk import wegwijzer
from functies.paneel import functies_met
from functies.weg import Soort, Waar
from opleidingen.document import Niveau, Opleiding, Register
from opleidingen.geldig import Begin, begin
from opleidingen.keuzes import Erkenning
from opleidingen.niveaus import bereik
from uitgave.pad import Pad

DIPLOMAS, ONBEKEND = "diploma’s van de sector", "niveau niet bekend"


@dataclass(frozen=True)
class Opleidingenlijst:
    """The opleidingen under the name of their level, each with its functies."""

    groepen: list[tuple[str, list[tuple[Opleiding, tuple[Functie, ...]]]]]


@dataclass(frozen=True)
class Opleidingpagina:
    """An opleiding, and the functies it leads to: that it fits, some steps further, and that ask for it as diploma."""

    opleiding: Opleiding
    niveau: Niveau | None
    register: Register | None
    kort: Kort
    passend: tuple[Functie, ...]
    verder: list[tuple[Functie, int]]
    vereist: tuple[Functie, ...]
    scholen: Scholen | None
    begin: Begin | None


def opleidingenlijst(pad: Pad) -> Opleidingenlijst:
    """Return all opleidingen by level; those of which it is not known come last, with the diploma's of the sector."""
    opleidingen = pad.alle(Opleiding).values()
    op_orde = sorted(opleidingen, key=lambda rij: (bereik(pad, rij.op_niveau).orde, _kop(pad, rij) == DIPLOMAS))
    rijen = [(rij, functies_met(pad, rij.slug)) for rij in op_orde]
    return Opleidingenlijst([(kop, list(groep)) for kop, groep in groupby(rijen, key=lambda rij: _kop(pad, rij[0]))])


def _kop(pad: Pad, opleiding: Opleiding) -> str:
    if opleiding.op_niveau:
        return pad.alle(Niveau)[opleiding.op_niveau].naam
    return DIPLOMAS if opleiding.erkenning == Erkenning.BRANCHE else ONBEKEND


def opleidingpagina(pad: Pad, opleiding: Opleiding, scholen: Scholen | None) -> Opleidingpagina:
    """Return one opleiding with what it leads to, and the `scholen` that give it."""
    wie = wegwijzer(pad).vanuit(Waar(opleidingen=(opleiding.slug,)))
    standen = [(functie, wie.stand(slug)) for slug, functie in pad.alle(Functie).items()]
    verder = [(functie, stand.stappen) for functie, stand in standen if stand.soort == Soort.VERDER]
    return Opleidingpagina(
        opleiding=opleiding,
        niveau=pad.alle(Niveau).get(opleiding.op_niveau or ""),
        register=pad.alle(Register).get(opleiding.coderegister or ""),
        kort=in_het_kort(pad, opleiding),
        passend=tuple(functie for functie, _ in standen if functie.slug in wie.past),
        verder=sorted(verder, key=itemgetter(1)),
        vereist=functies_met(pad, opleiding.slug, Rol.VEREIST),
        scholen=scholen,
        begin=begin(pad, opleiding.slug),
    )
