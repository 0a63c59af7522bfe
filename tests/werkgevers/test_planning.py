"""The planner: reading a day, laying steps over the weeks, milestones, holidays and the axis. No database."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkgevers.datums import JAREN, MAANDEN, lees_datum
from werkgevers.planning import STREPEN, WOORDRUIMTE, Wens, eerste_maandagen, jaren_zonder, plan
from werkgevers.planvraag import lees_planvraag

VANDAAG = date(2026, 11, 22)


@dataclass(frozen=True)
class Mijlpaal:
    vanaf: str
    weken: int = 0
    naam: str = "Klaar"
    toelichting: str = ""
    sleutel: str = "klaar"


@dataclass(frozen=True)
class Stap:
    begin_week: int
    weken: int
    na_vorige: bool = False
    loopt_mee: bool = False
    mijlpalen: tuple[Mijlpaal, ...] = ()
    sleutel: str = ""


@dataclass(frozen=True)
class Vakantie:
    van: date
    tot: date | None = None


def weken_van(planning):
    return [(balk.eerste_week, balk.laatste_week) for balk in planning.balken]


mijlpalen = st.tuples(st.builds(Mijlpaal, st.sampled_from(["begin", "einde", "opleiding"]), st.integers(-60, 60)))
stappen = st.lists(
    st.builds(Stap, st.integers(0, 200), st.integers(0, 200), st.booleans(), st.booleans(), mijlpalen | st.just(())),
    max_size=12,
)
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
    dagen = (planning.laatste_dag - start).days + 1

    assert (planning.tot - start).days + 1 == planning.weken * 7
    assert dagen == planning.as_weken * 7 >= planning.weken * 7
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


@given(stappen=stappen.filter(bool), lesdag=datums)
def test_a_plan_back_is_the_plan_forward_that_ends_the_day_before_the_opleiding(stappen, lesdag):
    terug = plan(stappen, eerste_lesdag=lesdag)

    assert terug.eerste_lesdag == lesdag
    assert terug == plan(stappen, terug.van)
    for punt in (punt for balk in terug.balken for punt in balk.punten):
        assert terug.van <= punt.dag <= terug.laatste_dag
        assert 0 < punt.links < 100


def test_a_longer_step_moves_what_comes_after_it_and_not_what_runs_beside_it():
    stappen = [Stap(1, 4, sleutel="a"), Stap(3, 6, sleutel="b"), Stap(9, 2, sleutel="c"), Stap(11, 3, sleutel="d")]

    assert weken_van(plan(stappen)) == [(1, 4), (3, 8), (9, 10), (11, 13)]
    assert weken_van(plan(stappen, wens=Wens(weken={"a": 6}))) == [(1, 6), (3, 8), (11, 12), (13, 15)]
    assert weken_van(plan(stappen, wens=Wens(weken={"b": 3}))) == [(1, 4), (3, 5), (9, 10), (11, 13)]
    assert weken_van(plan(stappen, wens=Wens(begin={"c": 20}))) == [(1, 4), (3, 8), (20, 21), (22, 24)]


def test_a_step_that_waits_for_the_one_before_does_so_until_somebody_wants_it_otherwise():
    stappen = [Stap(1, 5), Stap(4, 7, na_vorige=True, sleutel="b"), Stap(7, 10), Stap(1, 3, loopt_mee=True)]
    vanzelf, anders = plan(stappen), plan(stappen, wens=Wens(begin={"b": 5}))

    assert weken_van(vanzelf) == [(1, 5), (6, 12), (9, 18), (1, 18)]
    assert (vanzelf.botsingen, anders.botsingen) == ([], [(stappen[0], stappen[1])])
    assert weken_van(anders)[1] == (5, 11)


@given(stappen=stappen)
def test_no_plan_goes_against_its_own_advice(stappen):
    assert plan(stappen).botsingen == []


def test_a_milestone_counts_from_the_begin_or_end_of_its_step_or_from_the_opleiding():
    punten = [
        Mijlpaal("begin", 1),
        Mijlpaal("einde"),
        Mijlpaal("einde", -2),
        Mijlpaal("opleiding"),
        Mijlpaal("opleiding", 6),
    ]
    planning = plan([Stap(1, 2), Stap(3, 4, mijlpalen=tuple(punten))], date(2027, 1, 4))

    assert [punt.dag for punt in planning.balken[1].punten] == [
        date(2027, 1, 25),
        date(2027, 2, 14),
        date(2027, 1, 31),
        date(2027, 2, 15),
        date(2027, 3, 29),
    ]
    assert [punt.week for punt in planning.balken[1].punten] == [4, 6, 4, 7, 13]
    assert (planning.weken, planning.as_weken, planning.eerste_lesdag) == (6, 14, date(2027, 2, 15))


def test_a_holiday_names_the_steps_and_milestones_that_fall_in_it():
    stappen = [Stap(1, 2), Stap(3, 2, mijlpalen=(Mijlpaal("einde"),)), Stap(1, 4, loopt_mee=True)]
    planning = plan(stappen, date(2027, 1, 4))
    week = Vakantie(date(2027, 1, 25), date(2027, 2, 7))
    een_dag, ervoor, erna = Vakantie(date(2027, 1, 4)), Vakantie(date(2027, 1, 3)), Vakantie(date(2027, 2, 8))

    vrij = planning.vrij([week, erna, een_dag, ervoor])

    assert [(deel.vakantie, deel.stappen, len(deel.punten)) for deel in vrij] == [
        (een_dag, (stappen[0],), 0),
        (week, (stappen[1],), 1),
    ]
    assert [(deel.links, round(deel.links + deel.breedte)) for deel in vrij] == [(0, 3), (60, 100)]
    assert plan(stappen).vrij([week]) == []


def test_a_year_in_which_no_holiday_begins_is_missing():
    kerst = Vakantie(date(2026, 12, 19), date(2027, 1, 3))

    assert jaren_zonder([kerst], date(2026, 11, 1), date(2028, 1, 1)) == [2027, 2028]


# --- Reading a day, and what was asked ---


@pytest.mark.parametrize(
    "tekst",
    [
        *("2026-12-07", " 2026-12-7 ", "2026/12/7", "7-12-2026", "07/12/2026", "7.12.2026", "7 12 2026"),
        *("7 december 2026", "7 dec 2026", "7 Dec. 2026", "7e december 2026", "7-dec-2026", "7december2026"),
        *("maandag 7 december 2026", "ma 7 dec 2026", "Maandag, 7  december 2026"),
    ],
)
def test_a_date_is_read_as_people_write_it(tekst):
    assert lees_datum(tekst, VANDAAG) == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("tekst", "maand"), [("1 mrt 2027", 3), ("1 sept 2027", 9), ("1 mei 2027", 5), ("1-9-2027", 9)]
)
def test_months_have_their_own_short_names(tekst, maand):
    assert lees_datum(tekst, VANDAAG) == date(2027, maand, 1)


@given(
    dag=datums,
    vorm=st.sampled_from(["{0.year}-{0.month}-{0.day}", "{0.day}/{0.month}/{0.year}", "{0.day} {1} {0.year}"]),
)
def test_every_day_is_read_back(dag, vorm):
    assert lees_datum(vorm.format(dag, MAANDEN[dag.month - 1]), VANDAAG) == dag


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("", "‘’ is geen datum. Schrijf bijvoorbeeld 22 november 2026."),
        ("abc", "‘abc’ is geen datum."),
        ("7-12/2026", "is geen datum"),
        ("2027-03-01T00:00", "is geen datum"),
        ("7 decembre 2026", "is geen datum"),
        ("fijne 7 december 2026", "is geen datum"),
        ("٢٠٢٧-٠٣-٠١", "is geen datum"),
        ("7-12-26", "‘7-12-26’ heeft geen jaar van vier cijfers. Schrijf bijvoorbeeld 2026."),
        ("7 december", "heeft geen jaar van vier cijfers."),
        ("maandag 8 december 2026", "8 december 2026 is een dinsdag."),
        ("2026-02-31", "31 februari 2026 bestaat niet. Februari 2026 heeft dag 1 tot en met 28."),
        ("2028-02-30", "Februari 2028 heeft dag 1 tot en met 29."),
        ("2026-12-32", "December 2026 heeft dag 1 tot en met 31."),
        ("2026-04-00", "0 april 2026 bestaat niet."),
        ("2026-13-01", "Maand 13 bestaat niet."),
        ("12/31/2026", "Maand 31 bestaat niet."),
        ("0000-01-01", "Het jaar 0000 ligt te ver terug."),
        ("0001-01-01", "Het jaar 0001 ligt te ver terug. Kies een jaar van 2016 tot en met 2036."),
        ("9999-12-31", "Het jaar 9999 ligt te ver vooruit."),
    ],
)
def test_a_nonsense_date_is_told_what_is_wrong_with_it(tekst, wat):
    with pytest.raises(ValueError) as fout:  # noqa: PT011 (its words are the point)
        lees_datum(tekst, VANDAAG)

    assert wat in str(fout.value)


@given(tekst=st.text(max_size=60) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True), vandaag=datums)
def test_whatever_is_typed_gives_a_near_date_or_a_short_sentence(tekst, vandaag):
    try:
        start, zin = lees_datum(tekst, vandaag), ""
    except ValueError as fout:
        start, zin = vandaag, str(fout)

    assert abs(start.year - vandaag.year) <= JAREN
    assert not zin or (zin.endswith(".") and len(zin) < 160)


VASTE_STAPPEN = [Stap(1, 4, sleutel="a"), Stap(5, 2, sleutel="b"), Stap(1, 6, loopt_mee=True, sleutel="mee")]


def lees(**gevraagd):
    return lees_planvraag(
        {naam.replace("_", "-"): tekst for naam, tekst in gevraagd.items()}, VASTE_STAPPEN, ["noord"], VANDAAG
    )


def test_a_question_counts_back_unless_it_says_otherwise_and_reads_the_addresses_of_before():
    assert lees(dag="1-9-2027").plan(VASTE_STAPPEN).eerste_lesdag == date(2027, 9, 1)
    assert lees(dag="1-9-2027", reken="vooruit").plan(VASTE_STAPPEN).van == date(2027, 9, 1)
    assert lees(start="2027-09-01").plan(VASTE_STAPPEN).van == date(2027, 9, 1)
    assert lees(dag="", weken_a="6").plan(VASTE_STAPPEN).weken == 8


def test_what_cannot_be_read_is_left_out_and_told_at_its_field():
    vraag = lees(dag="morgen", regio="oost", weken_a="0", begin_b="een", weken_b="2", weken_mee="3")

    assert (vraag.dag, vraag.regio, vraag.wens) == (None, "", Wens())
    assert {*vraag.fouten} == {"dag", "weken-a", "begin-b"}
    assert vraag.fouten["weken-a"] == "‘0’ kan niet. Kies een getal van 1 tot en met 52."


def test_a_question_is_written_as_it_is_read_without_what_says_nothing():
    vraag = lees(dag="1 september 2027", reken="vooruit", regio="noord", weken_a="6", weken_b="2", begin_b="8")
    geschreven = dict(parse_qsl(vraag.vraag()))

    assert geschreven == {"dag": "2027-09-01", "reken": "vooruit", "regio": "noord", "weken-a": "6", "begin-b": "8"}
    assert lees_planvraag(geschreven, VASTE_STAPPEN, ["noord"], VANDAAG) == vraag
    assert lees(reken="terug", regio="").vraag() == ""


@given(vandaag=datums)
def test_the_dates_on_offer_are_the_first_mondays_of_the_months_to_come(vandaag):
    maandagen = eerste_maandagen(vandaag, 3)

    assert [dag.weekday() for dag in maandagen] == [0, 0, 0]
    assert all(dag.day <= 7 for dag in maandagen)
    assert [(dag - maandagen[0].replace(day=1)).days // 28 for dag in maandagen] == [0, 1, 2]
    assert vandaag < maandagen[0] <= vandaag + timedelta(days=38)
