"""What a drawing of lines between cards is worth: crossings, lines through cards, lines that read as one.

It measures what is on the paper and knows nothing of how it was drawn, so that drawings of any maker can be
compared. A line is a row of points joined by straight parts; a card is a box: left, top, right, bottom.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from math import hypot, inf

from functies.kaart import Kaart

Punt = tuple[float, float]
Deel = tuple[Punt, Punt]
Kader = tuple[float, float, float, float]

DICHT = 6.0  # lines that run side by side with less than this between them read as one


@dataclass(frozen=True)
class Tekening:
    """Lines and cards, and the two cards that each line joins; those are not in its way."""

    lijnen: Sequence[tuple[Punt, ...]]
    kaarten: Mapping[str, Kader]
    einden: Sequence[tuple[str, str]]

    @cached_property
    def kruisingen(self) -> int:
        """How often two lines cross. Lines that meet at a card of both do not."""
        return sum(_kruist(*paar) for paar in self._buren(0))

    @cached_property
    def door_kaarten(self) -> int:
        """How many times a line runs through a card that is not at one of its ends."""
        return sum(
            any(_raakt_kader(deel, kader) for deel in pairwise(lijn))
            for lijn, einden in zip(self.lijnen, self.einden, strict=True)
            for slug, kader in self.kaarten.items()
            if slug not in einden
        )

    @cached_property
    def dichtste(self) -> float:
        """The least distance between two lines where they run side by side; infinite when none do."""
        return min((_afstand(*paar) for paar in self._buren(3 * DICHT)), default=inf)

    @cached_property
    def versmolten(self) -> int:
        """How many pairs of lines run closer to each other than `DICHT`."""
        return sum(_afstand(*paar) < DICHT - 1e-3 for paar in self._buren(DICHT))

    @cached_property
    def bochten(self) -> int:
        """How many corners the lines have."""
        return sum(
            abs(_kant(een, hoek, ander)) > 1e-6
            for lijn in self.lijnen
            for een, hoek, ander in zip(lijn, lijn[1:], lijn[2:], strict=False)
        )

    @cached_property
    def lengte(self) -> float:
        """How long the lines are together."""
        return sum(hypot(bx - ax, by - ay) for lijn in self.lijnen for (ax, ay), (bx, by) in pairwise(lijn))

    def _buren(self, ruimte: float) -> Iterator[tuple[tuple[Punt, ...], tuple[Punt, ...]]]:
        """Yield the pairs of lines whose boxes come as close to each other as this."""
        met_kader = [(_kader(lijn, ruimte / 2), lijn) for lijn in self.lijnen]
        for (een, lijn), (ander, andere_lijn) in combinations(met_kader, 2):
            if een[0] <= ander[2] and ander[0] <= een[2] and een[1] <= ander[3] and ander[1] <= een[3]:
                yield lijn, andere_lijn


def tekening_van(kaart: Kaart) -> Tekening:
    """Return what is on a map. Raises ValueError when the map is too large to be drawn."""
    kaarten = {slug: kaart.kader(plaats) for slug, plaats in kaart.plaatsen.items()}
    lijnen = kaart.lijnen
    return Tekening([lijn.punten for lijn in lijnen], kaarten, [(lijn.van, lijn.naar) for lijn in lijnen])


def _kader(lijn: Sequence[Punt], ruimte: float) -> Kader:
    x, y = zip(*lijn, strict=True)
    return min(x) - ruimte, min(y) - ruimte, max(x) + ruimte, max(y) + ruimte


def _kant(een: Punt, ander: Punt, punt: Punt) -> float:
    """Return on which side of the line through two points a third one lies: above 0, below 0, or on it."""
    return (ander[0] - een[0]) * (punt[1] - een[1]) - (ander[1] - een[1]) * (punt[0] - een[0])


def _kruist(een: Sequence[Punt], ander: Sequence[Punt]) -> int:
    return sum(
        _kant(a, b, c) * _kant(a, b, d) < -1e-9 and _kant(c, d, a) * _kant(c, d, b) < -1e-9
        for a, b in pairwise(een)
        for c, d in pairwise(ander)
    )


def _raakt_kader(deel: Deel, kader: Kader) -> bool:
    """Whether a straight part has a point inside a box: cut off at each edge in turn, something is left."""
    (ax, ay), (bx, by) = deel
    van, tot = 0.0, 1.0
    for begin, stap, laag, hoog in ((ax, bx - ax, kader[0], kader[2]), (ay, by - ay, kader[1], kader[3])):
        if abs(stap) < 1e-9:
            if not laag < begin < hoog:
                return False
            continue
        een, ander = sorted(((laag - begin) / stap, (hoog - begin) / stap))
        van, tot = max(van, een), min(tot, ander)
    return van < tot - 1e-9


def _afstand(een: Sequence[Punt], ander: Sequence[Punt]) -> float:
    """Return the least distance between parts of two lines that lie side by side, in a direction of both."""
    return min((_naast(p, q) for p in pairwise(een) for q in pairwise(ander)), default=inf)


def _naast(een: Deel, ander: Deel) -> float:
    """Return how far apart two upright or two level parts are; infinite where they are not side by side."""
    for langs in (0, 1):
        dwars = 1 - langs
        if abs(een[0][dwars] - een[1][dwars]) < 1e-6 and abs(ander[0][dwars] - ander[1][dwars]) < 1e-6:
            begin = max(min(p[langs] for p in een), min(p[langs] for p in ander))
            eind = min(max(p[langs] for p in een), max(p[langs] for p in ander))
            if begin < eind + 1e-6:
                return abs(een[0][dwars] - ander[0][dwars])
    return inf
