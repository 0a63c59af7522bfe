"""The planner: dates, bars and the axis under them. No database."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkgevers.planning import JAREN, STREPEN, WOORDRUIMTE, eerste_maandagen, lees_start, plan

VANDAAG = date(2026, 11, 22)


@dataclass(frozen=True)
class Stap:
    begin_week: int
    weken: int


stappen = st.lists(st.builds(Stap, st.integers(0, 200), st.integers(0, 200)), max_size=12)
datums = st.dates(date(2016, 1, 1), date(2036, 12, 31))


def test_a_step_runs_from_its_first_day_to_the_day_before_the_next_week():
    eerste, tweede = plan([Stap(1, 4), Stap(5, 2)], date(2026, 12, 7)).balken

    assert (eerste.van, eerste.tot) == (date(2026, 12, 7), date(2027, 1, 3))
    assert (tweede.van, tweede.tot) == (date(2027, 1, 4), date(2027, 1, 17))


def test_bars_stand_where_their_weeks_are():
    balken = plan([Stap(1, 5), Stap(4, 7)]).balken

    assert [(balk.links, balk.breedte) for balk in balken] == [(0, 50), (30, 70)]
    assert [(balk.eerste_week, balk.laatste_week, balk.weken) for balk in balken] == [(1, 5, 5), (4, 10, 7)]


def test_a_leap_day_is_a_day_of_the_planning():
    schrikkel = plan([Stap(1, 2)], date(2028, 2, 20))
    gewoon = plan([Stap(1, 2)], date(2027, 2, 20))

    assert (schrikkel.tot, gewoon.tot) == (date(2028, 3, 4), date(2027, 3, 5))


def test_the_axis_names_the_month_of_the_start_and_those_that_begin_after_it():
    planning = plan([Stap(1, 12)], date(2026, 12, 7))

    assert [(streep.dag, streep.met_jaar) for streep in planning.strepen] == [
        (date(2026, 12, 7), True),
        (date(2027, 1, 1), True),
        (date(2027, 2, 1), False),
    ]


def test_a_month_with_only_a_few_days_gets_a_line_but_no_name():
    strepen = plan([Stap(1, 24)], date(2026, 12, 30)).strepen

    assert [streep.met_woord for streep in strepen[:2]] == [False, True]
    assert [streep.met_jaar for streep in strepen[:3]] == [False, True, False]


def test_without_a_start_date_the_axis_counts_weeks():
    planning = plan([Stap(1, 10)])

    assert [(streep.week, streep.dag, streep.links) for streep in planning.strepen] == [
        (1, None, 0),
        (5, None, 40),
        (9, None, 80),
    ]
    assert (planning.van, planning.tot, planning.balken[0].van) == (None, None, None)


@pytest.mark.parametrize(("weken", "maanden"), [(4, 1), (18, 4), (24, 5.5), (26, 6)])
def test_the_total_is_told_in_months_too(weken, maanden):
    assert plan([Stap(1, weken)]).maanden == maanden


def test_nothing_to_plan_is_an_empty_planning():
    planning = plan([], date(2026, 12, 7))

    assert (planning.balken, planning.weken) == ((), 0)


@given(stappen=stappen, start=datums | st.none())
def test_every_bar_lies_within_the_whole(stappen, start):
    planning = plan(stappen, start)

    assert [balk.stap for balk in planning.balken] == stappen
    for balk in planning.balken:
        assert 0 <= balk.links < 100
        assert 0 < balk.breedte <= 100 + 1e-9
        assert balk.links + balk.breedte <= 100 + 1e-9
        assert 1 <= balk.eerste_week <= balk.laatste_week <= planning.weken


@given(stappen=stappen.filter(bool), start=datums)
def test_dates_bars_and_weeks_tell_the_same(stappen, start):
    planning = plan(stappen, start)
    dagen = (planning.tot - start).days + 1

    assert dagen == planning.weken * 7
    assert max(balk.tot for balk in planning.balken) == planning.tot
    for balk in planning.balken:
        assert (balk.tot - balk.van).days + 1 == balk.weken * 7
        assert round(balk.links / 100 * dagen) == (balk.van - start).days
        assert (balk.van.weekday(), balk.tot.weekday()) == (start.weekday(), (start.weekday() - 1) % 7)


@given(stappen=stappen, start=datums | st.none())
def test_the_axis_stays_readable(stappen, start):
    strepen = plan(stappen, start).strepen
    woorden = [streep for streep in strepen if streep.met_woord]

    assert len(strepen) <= STREPEN
    assert [streep.links for streep in strepen] == sorted({streep.links for streep in strepen})
    assert all(0 <= streep.links < 100 for streep in strepen)
    if start:
        assert all(streep.links <= 100 - WOORDRUIMTE for streep in woorden)
        assert all(streep.dag == start or streep.dag.day == 1 for streep in strepen)


def test_a_date_is_read():
    assert lees_start(" 2028-02-29 ", VANDAAG) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("", "nog geen startdatum"),
        ("   ", "nog geen startdatum"),
        ("\0", "nog geen startdatum"),
        ("abc", "‘abc’ is geen datum"),
        ("31-03-2027", "‘31-03-2027’ is geen datum"),
        ("2027-3-1", "‘2027-3-1’ is geen datum"),
        ("2027-03-01T00:00", "is geen datum"),
        ("٢٠٢٧-٠٣-٠١", "is geen datum"),
        ("2026-02-31", "31 februari 2026 bestaat niet. Februari 2026 heeft dag 1 tot en met 28."),
        ("2028-02-30", "Februari 2028 heeft dag 1 tot en met 29."),
        ("2026-12-32", "December 2026 heeft dag 1 tot en met 31."),
        ("2026-04-00", "0 april 2026 bestaat niet."),
        ("2026-13-01", "Maand 13 bestaat niet."),
        ("2026-00-01", "Maand 0 bestaat niet."),
        ("0000-01-01", "Het jaar 0000 ligt te ver terug."),
        ("0001-01-01", "Het jaar 0001 ligt te ver terug. Kies een jaar van 2016 tot en met 2036."),
        ("1926-12-01", "Het jaar 1926 ligt te ver terug."),
        ("9999-12-31", "Het jaar 9999 ligt te ver vooruit."),
    ],
)
def test_a_nonsense_date_is_told_what_is_wrong_with_it(tekst, wat):
    with pytest.raises(ValueError) as fout:  # noqa: PT011 (its words are the point)
        lees_start(tekst, VANDAAG)

    assert wat in str(fout.value)


@given(tekst=st.text(max_size=60) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True), vandaag=datums)
def test_whatever_is_typed_gives_a_near_date_or_a_short_sentence(tekst, vandaag):
    try:
        start, zin = lees_start(tekst, vandaag), ""
    except ValueError as fout:
        start, zin = vandaag, str(fout)

    assert abs(start.year - vandaag.year) <= JAREN
    assert not zin or (zin.endswith(".") and len(zin) < 160)


@given(vandaag=datums)
def test_the_dates_on_offer_are_the_first_mondays_of_the_months_to_come(vandaag):
    maandagen = eerste_maandagen(vandaag, 3)

    assert [dag.weekday() for dag in maandagen] == [0, 0, 0]
    assert all(dag.day <= 7 for dag in maandagen)
    assert [(dag - maandagen[0].replace(day=1)).days // 28 for dag in maandagen] == [0, 1, 2]
    assert vandaag < maandagen[0] <= vandaag + timedelta(days=38)
