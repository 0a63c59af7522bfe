"""No two pages of our own content describe themselves in the same words."""

import pytest

from tests.kopgegevens import klachten, koppen

pytestmark = pytest.mark.een_database


def test_every_page_has_a_description_of_its_own(inhoud, rondgang):
    assert klachten(koppen(rondgang())) == []
