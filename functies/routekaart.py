"""A way drawn as a small map: a line of stations from left to right, that rises with the level."""

from collections.abc import Sequence
from dataclasses import dataclass

BREED = HOOG = 100  # units from one station to the next, and from one level to the next
KIER, BOCHT_X, BOCHT_Y = 12, 4, 16  # how far before the next station a line goes up or down, and how round


@dataclass(frozen=True)
class Station:
    """Where a functie stands: `rij` from the top, counted from 0.

    `d` is path data of the line that arrives there, from the station before it; empty for the first.
    """

    rij: int
    d: str


def teken_route(treden: Sequence[int | None]) -> tuple[Station, ...]:
    """Lay out the stations of a way; `treden` are the places of their levels among all, None for one not known.

    Each level of the way has a row of its own, however far it lies above the one below. One that is not known
    stands as high as what came before it, or else as what comes after.
    """
    hoogte = next((trede for trede in treden if trede is not None), 0)
    hoogten = [hoogte := hoogte if trede is None else trede for trede in treden]
    rijen = {trede: rij for rij, trede in enumerate(sorted(set(hoogten), reverse=True))}
    plekken = [(kolom, rijen[trede]) for kolom, trede in enumerate(hoogten)]
    return tuple(Station(naar[1], _lijn(van, naar)) for van, naar in zip([None, *plekken], plekken, strict=False))


def _lijn(van: tuple[int, int] | None, naar: tuple[int, int]) -> str:
    """Return a line that goes straight on, and just before the next station up or down to it."""
    if van is None:
        return ""
    (x, y), (rechts, doel) = ((kolom * BREED, rij * HOOG) for kolom, rij in (van, naar))
    if y == doel:
        return f"M{x} {y}H{rechts}"
    af = BOCHT_Y if doel > y else -BOCHT_Y
    bocht = rechts - KIER
    return (
        f"M{x} {y}H{bocht - BOCHT_X}Q{bocht} {y} {bocht} {y + af}"
        f"V{doel - af}Q{bocht} {doel} {bocht + BOCHT_X} {doel}H{rechts}"
    )
