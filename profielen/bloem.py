"""The rings of a picture of rollen: one in the middle, the others around it. Pure: numbers in, lines out.

The stylesheet puts the names of the rollen where the rings are: it knows these sizes too.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

GROOTTE = 528  # units, wide and high
STRAAL = 79  # of a ring
AFSTAND = 177  # from the middle to the middle of a ring around it
OPENING = 0.15  # radians between two arcs
MINSTE, MEESTE = 3, 7  # rings: with more around it they would overlap

Punt = tuple[float, float]


def bloem(aantallen: Sequence[int]) -> list[list[str]]:
    """Return for each ring its arcs, each the path of an SVG; `aantallen` says how many arcs each ring has.

    An empty list when there are too few or too many rings to draw.
    """
    if not MINSTE <= len(aantallen) <= MEESTE:
        return []
    middens = _middens(len(aantallen))
    return [list(_bogen(midden, aantal)) for midden, aantal in zip(middens, aantallen, strict=True)]


def _middens(aantal: int) -> Iterator[Punt]:
    """Yield where the middle of each ring is: the first in the middle, the second above it, and on clockwise."""
    midden = (GROOTTE / 2, GROOTTE / 2)
    yield midden
    for nummer in range(aantal - 1):
        yield _op(midden, AFSTAND, 2 * pi * nummer / (aantal - 1))


def _bogen(midden: Punt, aantal: int) -> Iterator[str]:
    """Yield the arcs of one ring, from above and clockwise, with a gap between them."""
    for nummer in range(aantal):
        van, tot = (2 * pi * (nummer + deel) / aantal for deel in (0, 1))
        (x1, y1), (x2, y2) = _op(midden, STRAAL, van + OPENING / 2), _op(midden, STRAAL, tot - OPENING / 2)
        groot = int(tot - van - OPENING > pi)
        yield f"M{x1:.0f} {y1:.0f}A{STRAAL} {STRAAL} 0 {groot} 1 {x2:.0f} {y2:.0f}"


def _op(midden: Punt, straal: float, hoek: float) -> Punt:
    """Return the point at this angle, in radians clockwise from above."""
    return midden[0] + straal * sin(hoek), midden[1] - straal * cos(hoek)
