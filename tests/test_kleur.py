"""The colour of the site can be read, on a light and on a dark screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontwikkelpad.kleur import DONKER, LEESBAAR, WIT, contrast, dichtstbij

kleuren = st.integers(0, 0xFFFFFF).map(lambda getal: f"#{getal:06x}")


@pytest.mark.parametrize(
    ("een", "ander", "verhouding"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#FF0000", "#ffffff", 4.0)],
)
def test_contrast_is_that_of_the_standard(een, ander, verhouding):
    assert contrast(een, ander) == pytest.approx(verhouding, abs=0.005)
    assert contrast(ander, een) == contrast(een, ander)


@given(kleur=kleuren, naast=st.sampled_from([WIT, DONKER]))
def test_the_nearest_colour_can_always_be_read(kleur, naast):
    assert contrast(dichtstbij(kleur, naast), naast) >= LEESBAAR


@given(kleur=kleuren)
def test_a_colour_that_can_be_read_stays_what_it_is(kleur):
    goed = dichtstbij(kleur, WIT)

    assert dichtstbij(goed, WIT) == goed


def test_the_nearest_colour_keeps_its_hue():
    assert dichtstbij("#ff8800", WIT) == "#b35f00"
    assert dichtstbij("#000080", DONKER) == "#7f7fff"
