"""No two pages of our own content describe themselves in the same words."""

import pytest

from tests.kopgegevens import klachten, koppen
from tests.openbaar import bladzijden

pytestmark = pytest.mark.een_database


def test_every_page_has_a_description_of_its_own(client, inhoud):
    assert klachten(koppen(bladzijden(client))) == []
