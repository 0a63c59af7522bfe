"""Numbers that put rows in an order, changing as few as can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.uitwisseling.volgorde import HOOGSTE, nummers


@pytest.mark.parametrize(
    ("rijen", "verwacht"),
    [
        ([], []),
        ([(None, "b"), (None, "a")], [1, 2]),
        ([(10, "a"), (20, "b"), (30, "c")], [10, 20, 30]),
        ([(1, "a"), (1, "b"), (1, "c")], [1, 1, 1]),
        ([(0, "a"), (0, "b")], [0, 0]),
        ([(10, "a"), (40, "d"), (20, "b"), (30, "c")], [10, 11, 20, 30]),
        ([(10, "a"), (None, "x"), (20, "b")], [10, 11, 20]),
        ([(1, "a"), (None, "x"), (2, "b")], [1, 2, 3]),
        ([(HOOGSTE, "a"), (None, "b")], [1, 2]),
    ],
)
def test_rows_keep_their_number_where_the_order_leaves_room(rijen, verwacht):
    assert nummers(rijen) == verwacht


@given(st.lists(st.tuples(st.none() | st.integers(0, HOOGSTE), st.text(max_size=3)), unique_by=lambda rij: rij[1]))
def test_sorting_by_the_numbers_gives_the_order_asked(rijen):
    gegeven = list(zip(nummers(rijen), [naam for _, naam in rijen], strict=True))

    assert sorted(gegeven) == gegeven
    assert all(0 <= nummer <= HOOGSTE for nummer, _ in gegeven)
