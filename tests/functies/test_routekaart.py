"""A way as a small map: stations in a line that rises with the level."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from functies.routekaart import Station, teken_route

TREDEN = st.lists(st.none() | st.integers(0, 8), max_size=12)


def einden(d):
    """Where a line begins and where it ends."""
    getallen = [int(getal) for getal in re.findall(r"-?\d+", d)]
    hoogten = [int(hoog) for hoog in re.findall(r"Q\S+ \S+ \S+ (-?\d+)", d)]
    return (getallen[0], getallen[1]), (getallen[-1], hoogten[-1] if hoogten else getallen[1])


def test_each_level_has_a_row_of_its_own_however_far_apart_they_are():
    assert [station.rij for station in teken_route([0, 0, 3, 7])] == [2, 2, 1, 0]


def test_a_way_down_goes_down():
    assert [station.rij for station in teken_route([4, 1])] == [0, 1]


def test_a_functie_without_a_level_stands_as_high_as_what_came_before_it():
    assert [station.rij for station in teken_route([None, 2, None, 4, None])] == [1, 1, 1, 0, 0]


def test_one_functie_is_a_station_without_a_line():
    assert teken_route([3]) == (Station(0, ""),)
    assert teken_route([]) == ()


@given(TREDEN)
def test_lines_join_each_station_to_the_next(treden):
    stations = teken_route(treden)

    assert [station.d == "" for station in stations] == [n == 0 for n in range(len(treden))]
    for kolom, (van, naar) in enumerate(pairwise(stations)):
        assert einden(naar.d) == ((100 * kolom, 100 * van.rij), (100 * kolom + 100, 100 * naar.rij))


@given(TREDEN)
def test_who_has_the_higher_level_stands_higher(treden):
    bekend = [
        (trede, station.rij) for trede, station in zip(treden, teken_route(treden), strict=True) if trede is not None
    ]

    for (trede, rij), (ander, andere_rij) in pairwise(bekend):
        assert (trede < ander, trede == ander) == (rij > andere_rij, rij == andere_rij)
