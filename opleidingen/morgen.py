"""What somebody who wants to follow an opleiding can do tomorrow, besides looking where it is given."""

from dataclasses import dataclass

from functies.document import Beroepsvereiste, Functie
from functies.paneel import functies_met
from ontwikkelpad.document import Ontwikkelpad
from opleidingen.document import Opleiding, Verwijzing
from opleidingen.sjabloon import Sjabloon
from uitgave.pad import Pad


@dataclass(frozen=True)
class Eis:
    """A beroepsvereiste with a website; `voor` are the functies that ask it, empty when all of the opleiding do."""

    vereiste: Beroepsvereiste
    voor: tuple[Functie, ...]


@dataclass(frozen=True)
class Morgen:
    """What there is for an opleiding: verwijzingen, each with its address, and what its functies ask.

    `waar` is true when the site knows where to look for who gives the opleiding.
    """

    waar: bool
    verwijzingen: list[tuple[Verwijzing, str]]
    eisen: list[Eis]


def morgen(pad: Pad, opleiding: Opleiding) -> Morgen:
    """Return what there is to do for `opleiding`, in the order of the edition; a website once."""
    eigen = (opleiding.naam, opleiding.code, opleiding.coderegister, opleiding.op_niveau)
    verwijzingen = (
        (rij, Sjabloon(rij.adres, rij.registers, rij.niveaus).voor(*eigen)) for rij in pad.alle(Verwijzing).values()
    )
    functies = functies_met(pad, opleiding.slug)
    eisen: dict[str, Eis] = {}
    for vereiste in pad.alle(Beroepsvereiste).values():
        vragen = tuple(functie for functie in functies if vereiste.slug in functie.beroepsvereisten)
        if vragen and vereiste.url:
            eisen.setdefault(vereiste.url, Eis(vereiste, () if vragen == functies else vragen))
    waar = bool(opleiding.aanbieders or opleiding.leeroverzicht_url or pad.vaste(Ontwikkelpad).leeroverzicht_url)
    return Morgen(waar, [(rij, adres) for rij, adres in verwijzingen if adres], list(eisen.values()))
