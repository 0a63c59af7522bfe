"""The geometry of the charts, in numbers. Without a database."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sector.tekening import BOVEN, BREEDTE, LINKS, ONDER, RECHTS, merken, staven
from tests.voorbeelden import voorbeelden

aantallen = st.integers(min_value=0, max_value=10**9)


def test_a_bar_is_as_high_as_its_value_on_the_scale():
    beeld = staven({2020: 600, 2022: 1200})

    assert [streep.waarde for streep in beeld.strepen] == [0, 400, 800, 1200]
    assert [(streep.y) for streep in beeld.strepen] == [208, 148, 88, 28]
    assert [(staaf.jaar, staaf.hoogte) for staaf in beeld.staven] == [(2020, 90), (2021, 0), (2022, 180)]


def test_a_year_between_without_a_figure_has_no_value_and_a_zero_has():
    beeld = staven({2020: 0, 2022: 5})

    assert [staaf.waarde for staaf in beeld.staven] == [0, None, 5]


def test_over_a_long_time_only_the_years_with_a_figure_are_drawn():
    assert [staaf.jaar for staaf in staven({1950: 3, 2020: 5}).staven] == [1950, 2020]


@settings(max_examples=voorbeelden(50))
@given(st.dictionaries(st.integers(min_value=1900, max_value=2100), aantallen, min_size=1))
def test_bars_stay_in_their_field_and_beside_one_another(waarden):
    beeld = staven(waarden)

    assert {staaf.jaar: staaf.waarde for staaf in beeld.staven if staaf.waarde is not None} == waarden
    assert all(staaf.y >= BOVEN - 0.001 and staaf.y + staaf.hoogte <= ONDER + 0.001 for staaf in beeld.staven)
    randen = [rand for staaf in beeld.staven for rand in (staaf.x, staaf.x + staaf.breedte)]
    assert randen == sorted(randen)
    assert randen[0] >= LINKS
    assert randen[-1] <= RECHTS
    assert 2 <= len(beeld.strepen) <= 4
    assert beeld.strepen[-1].waarde >= max(waarden.values())


@pytest.mark.parametrize(
    ("deel", "geheel", "vol", "alle"),
    [
        (1, 20, 1, 20),
        (3, 4, 3, 4),
        (60, 100, 6, 10),  # as few signs as say the same
        (37, 100, 37, 100),
        (500, 1000, 5, 10),
        (1, 3000, 0, 100),
        (0, 10, 0, 10),
    ],
)
def test_of_a_whole_as_many_signs_are_filled_as_there_are(deel, geheel, vol, alle):
    beeld = merken(deel, geheel)

    assert (sum(merk.vol for merk in beeld.merken), len(beeld.merken)) == (vol, alle)


@settings(max_examples=voorbeelden(50))
@given(st.integers(min_value=1, max_value=10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_signs_lie_within_the_drawing_and_the_filled_ones_come_first(paar):
    beeld = merken(*paar)

    assert all(merk.x + beeld.maat <= BREEDTE and merk.y + beeld.maat <= beeld.hoogte for merk in beeld.merken)
    assert [merk.vol for merk in beeld.merken] == sorted((merk.vol for merk in beeld.merken), reverse=True)
    assert len({(merk.x, merk.y) for merk in beeld.merken}) == len(beeld.merken)
