"""The time of an opleiding, to scale: from numbers to a picture and the words beside it. No database."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beginnen.tijd import Streep, zet_uit


@dataclass(frozen=True)
class Fase:
    weken: int
    schooldagen: int = 1
    werkdagen: int = 3
    werkdagen_tot: int | None = None


def test_six_weeks_of_two_years_are_six_hundred_fourths():
    tijd = zet_uit([Fase(6, schooldagen=4, werkdagen=0), Fase(46), Fase(52)])

    assert tijd.weken == 104
    assert [(deel.eerste_week, deel.laatste_week) for deel in tijd.delen] == [(1, 6), (7, 52), (53, 104)]
    assert [round(deel.breedte, 2) for deel in tijd.delen] == [5.77, 44.23, 50.0]
    assert [deel.vooral for deel in tijd.delen] == ["school", "werk", "werk"]
    assert tijd.strepen == (Streep(0, "Start"), Streep(50, "1 jaar"), Streep(100, "2 jaar"))


def test_what_is_no_whole_year_ends_in_weeks():
    assert [streep.woord for streep in zet_uit([Fase(60)]).strepen] == ["Start", "1 jaar", "60 weken"]
    assert [streep.woord for streep in zet_uit([Fase(10)]).strepen] == ["Start", "10 weken"]


@pytest.mark.parametrize(
    ("fase", "week", "zin"),
    [
        (Fase(1, 4, 0), ["school"] * 4 + ["vrij"], "4 dagen school per week"),
        (Fase(1, 1, 3, 4), ["school", *["werk"] * 3, "misschien"], "1 dag school en 3 of 4 dagen werk per week"),
        (Fase(1, 0, 2, 5), ["werk"] * 2 + ["misschien"] * 3, "2 tot en met 5 dagen werk per week"),
        (Fase(1, 0, 1), ["werk"] + ["vrij"] * 4, "1 dag werk per week"),
        (Fase(1, 2, 4), ["school"] * 2 + ["werk"] * 4, "2 dagen school en 4 dagen werk per week"),
        (Fase(1, 0, 0), ["vrij"] * 5, ""),
    ],
)
def test_a_week_says_in_words_what_its_blocks_show(fase, week, zin):
    (deel,) = zet_uit([fase]).delen

    assert (list(deel.week), deel.zin) == (week, zin)


@given(st.lists(st.integers(1, 520), min_size=1, max_size=9))
def test_the_parts_fill_the_whole_one_after_the_other(weken):
    delen = zet_uit([Fase(aantal) for aantal in weken]).delen

    assert delen[0].links == 0
    assert all(een.links + een.breedte == pytest.approx(ander.links) for een, ander in pairwise(delen))
    assert delen[-1].links + delen[-1].breedte == pytest.approx(100)
    assert delen[-1].laatste_week == sum(weken)
