"""The order of lanes in which the lines of the map cross least, for editors to choose: it is never taken by itself."""

from collections.abc import Iterable, Sequence
from itertools import permutations

from functies.kaart import Knoop, teken
from functies.lijnen import Stap
from functies.oordeel import tekening_van

ALLE = 4  # of so many lanes each order is drawn; of more, only those that move one lane


def beste_volgorde(knopen: Sequence[Knoop], stappen: Iterable[Stap], werkvelden: Sequence[str]) -> list[str]:
    """Return `werkvelden` in the order with the fewest crossings; as they are when no order is better.

    Lanes without functies keep their place at the end of the row when another order is better. Of many lanes, one is
    moved at a time for as long as that helps. A map that is too large to be drawn has no better order.
    """
    stappen = list(stappen)
    gebruikt = {knoop.werkveld for knoop in knopen}
    nu = [werkveld for werkveld in werkvelden if werkveld in gebruikt]
    gemeten: dict[tuple[str, ...], int] = {}

    def kruisingen(orde: Sequence[str]) -> int:
        if tuple(orde) not in gemeten:
            gemeten[tuple(orde)] = tekening_van(teken(knopen, stappen, orde)).kruisingen
        return gemeten[tuple(orde)]

    if len(nu) < 2 or not teken(knopen, (), nu).past:
        return list(werkvelden)
    beste = nu
    while kruisingen(beste):
        andere: Iterable[Sequence[str]] = permutations(nu) if len(nu) <= ALLE else _verplaatst(beste)
        volgende = min(andere, key=kruisingen)
        if kruisingen(volgende) >= kruisingen(beste):
            break
        beste = list(volgende)
    return list(werkvelden) if beste == nu else [*beste, *(naam for naam in werkvelden if naam not in gebruikt)]


def _verplaatst(orde: Sequence[str]) -> Iterable[Sequence[str]]:
    """Yield each order in which one lane stands elsewhere."""
    for naam in orde:
        rest = [ander for ander in orde if ander != naam]
        for plek in range(len(orde)):
            yield [*rest[:plek], naam, *rest[plek:]]
