"""What a route takes, step by step: from the panels of the functies along it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from functies.document import Beroepsvereiste, Competentie, Doorgroei, Functie
from functies.netwerk import netwerk, richtingen
from functies.paneel import Paneel, Vakopleiding, paneel_van
from uitgave.pad import Pad


@dataclass(frozen=True)
class Etappe:
    """One step of a route: what it asks that you did not have at its start."""

    stap: Doorgroei
    van: Paneel
    naar: Paneel
    eisen: tuple[Beroepsvereiste, ...]
    diplomas: tuple[Vakopleiding, ...]
    blijft: tuple[Competentie, ...]
    nieuw: tuple[Competentie, ...]

    @property
    def hoger(self) -> bool:
        """True when all opleidingen that fit are of a higher level than those of the functie you leave."""
        return self.naar.niveau.hoger_dan(self.van.niveau)

    @property
    def nieuwe_opleiding(self) -> bool:
        """True when none of the opleidingen of the functie you leave fits the next one."""
        eerder = {vak.opleiding.slug for vak in self.van.passend}
        return bool(self.naar.passend) and not eerder & {vak.opleiding.slug for vak in self.naar.passend}


@dataclass(frozen=True)
class Reis:
    """A route as an ordered list of functies, with what each step takes."""

    begin: Paneel
    etappes: tuple[Etappe, ...]

    @property
    def functies(self) -> tuple[Functie, ...]:
        return (self.begin.functie, *(etappe.naar.functie for etappe in self.etappes))


@dataclass(frozen=True)
class Routes:
    """The routes from one functie to another; without any, the functies from where there is one."""

    van: Functie | None
    naar: Functie | None
    onbekend: list[str]
    reizen: list[Reis]
    dichtbij: list[Paneel]


def zoek_routes(pad: Pad, van: str, naar: str) -> Routes:
    """Return the routes between two functies; a slug may be empty or unknown."""
    begin, doel = (pad.alle(Functie).get(slug) for slug in (van, naar))
    gevonden = reizen(pad, begin.slug, doel.slug) if begin and doel else []
    return Routes(
        van=begin,
        naar=doel,
        onbekend=[slug for slug in (van, naar) if slug and slug not in pad.alle(Functie)],
        reizen=gevonden,
        dichtbij=dichtbij(pad, doel.slug) if doel and not gevonden else [],
    )


def reizen(pad: Pad, van: str, naar: str) -> list[Reis]:
    """Return the routes between two functies, shortest first; empty when there is none."""
    stappen = {(stap_van, stap_naar): stap for stap_van, stap_naar, stap in richtingen(pad)}
    return [_reis(pad, route, stappen) for route in netwerk(pad).routes(van, naar)]


def dichtbij(pad: Pad, naar: str, hoogstens: int = 5) -> list[Paneel]:
    """Return the functies that do lead to `naar`, nearest first."""
    afstanden = netwerk(pad).afstanden_naar(naar)
    return [paneel_van(pad, slug) for slug in sorted(afstanden, key=lambda s: (afstanden[s], s)) if slug != naar][
        :hoogstens
    ]


def _reis(pad: Pad, route: Sequence[str], stappen: dict[tuple[str, str], Doorgroei]) -> Reis:
    panelen = [paneel_van(pad, slug) for slug in route]
    etappes = (_etappe(van, naar, stappen[van.functie.slug, naar.functie.slug]) for van, naar in pairwise(panelen))
    return Reis(panelen[0], tuple(etappes))


def _etappe(van: Paneel, naar: Paneel, stap: Doorgroei) -> Etappe:
    diplomas = {vak.opleiding.slug for vak in van.vereist}
    return Etappe(
        stap=stap,
        van=van,
        naar=naar,
        eisen=tuple(eis for eis in naar.beroepsvereisten if eis not in van.beroepsvereisten),
        diplomas=tuple(vak for vak in naar.vereist if vak.opleiding.slug not in diplomas),
        blijft=tuple(competentie for competentie in naar.competenties if competentie in van.competenties),
        nieuw=tuple(competentie for competentie in naar.competenties if competentie not in van.competenties),
    )
