"""Our own content as linked data."""

import pytest

from tests.data.test_data import doodlopend

pytestmark = [
    pytest.mark.een_database,
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib"),  # about itself
]


def test_every_name_in_the_data_of_our_content_leads_to_a_page(client, inhoud):
    assert doodlopend(client, inhoud) == []
