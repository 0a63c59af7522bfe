"""Numbers that put rows in an order, with as few changes as can be: plain values in and out."""

from bisect import bisect_left
from collections.abc import Sequence

HOOGSTE = 32767  # the largest number that a PositiveSmallIntegerField holds


def nummers(rijen: Sequence[tuple[int | None, str]]) -> list[int]:
    """Return a number for each of `rijen` so that sorting gives the order in which they stand here.

    A row is its number now (None: it has none yet) and the text that decides between equal numbers.
    Rows keep their number as far as the others leave room for it.
    """
    blijft = _blijft(rijen)
    gegeven: list[int] = []
    vorige = (0, "")
    for plaats, (nummer, naam) in enumerate(rijen):
        past = plaats in blijft and nummer is not None and (nummer, naam) > vorige
        vorige = (nummer if past and nummer is not None else vorige[0] + 1, naam)
        gegeven.append(vorige[0])
    return gegeven if max(gegeven, default=0) <= HOOGSTE else list(range(1, len(rijen) + 1))


def _blijft(rijen: Sequence[tuple[int | None, str]]) -> set[int]:
    """Return the places of the longest series of rows that stand in the order of their numbers."""
    staarten: list[tuple[int, str]] = []  # the lowest row that a series of each length can end with,
    plaatsen: list[int] = []  # and its place
    voor: dict[int, int] = {}  # the place before a place in its series
    for plaats, (nummer, naam) in enumerate(rijen):
        if nummer is None:
            continue
        lengte = bisect_left(staarten, (nummer, naam))
        staarten[lengte : lengte + 1] = [(nummer, naam)]
        plaatsen[lengte : lengte + 1] = [plaats]
        if lengte:
            voor[plaats] = plaatsen[lengte - 1]
    reeks = plaatsen[-1:]
    while reeks and reeks[-1] in voor:
        reeks.append(voor[reeks[-1]])
    return set(reeks)
