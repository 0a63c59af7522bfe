"""All that can be found in an edition as one list, which a browser can search by itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from uitgave.pad import Pad
from uitgave.tekst import volgorde
from uitgave.zinnen import eerste_zin
from zoeken.ding import VERWIJZING, Ding
from zoeken.index import STOPWOORDEN
from zoeken.vouwen import gevouwen

WOORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Regel:
    """One thing: its name, where it stands, and a sentence about it; below which words it is found."""

    naam: str
    adres: str
    zin: str
    sterk: str
    zwak: str


@dataclass(frozen=True)
class Zoeklijst:
    """What can be found, by what visitors call its kind; the kind that comes first in a search is the first."""

    groepen: list[tuple[str, list[Regel]]]


def zoeklijst(pad: Pad) -> Zoeklijst:
    """Return all that can be found in an edition, each kind by name."""
    groepen: dict[str, list[Ding]] = {}
    for ding in sorted(pad.zoekindex.dingen, key=lambda ding: ding.rang):
        groepen.setdefault(ding.soort, []).append(ding)
    return Zoeklijst([(soort, sorted(map(_regel, rij), key=_op_naam)) for soort, rij in groepen.items()])


def _op_naam(regel: Regel) -> str:
    return volgorde(regel.naam)


def _regel(ding: Ding) -> Regel:
    sterk = [ding.naam, *(naam.tekst for naam in ding.namen)]
    sterk += [veld.tekst for veld in ding.velden if veld.gewicht > VERWIJZING]
    zwak = [ding.over, *(veld.tekst for veld in ding.velden if veld.gewicht <= VERWIJZING)]
    return Regel(ding.naam, ding.adres(), eerste_zin(ding.over), _woorden(sterk), _woorden(zwak, sterk))


def _woorden(teksten: Iterable[str], zonder: Iterable[str] = ()) -> str:
    """Return the words of `teksten`, each once, that are not in `zonder`."""
    weg = STOPWOORDEN.union(*(WOORD.findall(gevouwen(tekst)) for tekst in zonder))
    woorden = dict.fromkeys(woord for tekst in teksten for woord in WOORD.findall(gevouwen(tekst)))
    return " ".join(woord for woord in woorden if woord not in weg)
