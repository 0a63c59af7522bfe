"""The picture of the rollen: where its rings and arcs are."""

import re
from math import dist

import pytest

from profielen.bloem import AFSTAND, GROOTTE, MEESTE, MINSTE, STRAAL, bloem

MIDDEN = (GROOTTE / 2, GROOTTE / 2)


def einden(boog):
    """The two ends of an arc."""
    x1, y1, _, _, _, _, _, x2, y2 = map(float, re.findall(r"\d+", boog))
    return (x1, y1), (x2, y2)


@pytest.mark.parametrize("aantal", range(MINSTE, MEESTE + 1))
def test_every_ring_has_its_arcs_on_the_picture_and_touches_no_other(aantal):
    ringen = bloem(range(1, aantal + 1))

    assert [len(ring) for ring in ringen] == list(range(1, aantal + 1))
    punten = [[punt for boog in ring for punt in einden(boog)] for ring in ringen]
    assert all(0 <= getal <= GROOTTE for ring in punten for punt in ring for getal in punt)
    assert all(round(dist(punt, MIDDEN)) in (STRAAL - 1, STRAAL, STRAAL + 1) for punt in punten[0])
    assert all(dist(punt, MIDDEN) >= AFSTAND - STRAAL - 1 for ring in punten[1:] for punt in ring)
    for een in range(aantal):
        for ander in range(een):
            assert min(dist(a, b) for a in punten[een] for b in punten[ander]) > 6  # as thick as a line


@pytest.mark.parametrize("aantal", [0, MINSTE - 1, MEESTE + 1])
def test_too_few_or_too_many_rings_are_not_drawn(aantal):
    assert bloem([2] * aantal) == []


def test_the_only_arc_of_a_ring_goes_all_around_but_for_its_opening():
    (boog,) = bloem([1, 2, 2])[0]

    assert f"A{STRAAL} {STRAAL} 0 1 1" in boog
    assert dist(*einden(boog)) < STRAAL / 4
