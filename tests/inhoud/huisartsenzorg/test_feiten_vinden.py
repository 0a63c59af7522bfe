"""What visitors of our first sector find by the words that they have for its guides."""

import pytest

from tests.test_vinden import gevonden

pytestmark = pytest.mark.een_database


@pytest.mark.parametrize(
    ("vraag", "naam", "adres"),
    [
        ("zij-instroom", "Zij-instroom met een hele regio", "/werkgevers/zij-instroom/"),
        ("zij-instromer", "Zelf één zij-instromer opleiden", "/werkgevers/huisarts/"),
        ("ander beroep", "Zelf overstappen uit een ander beroep", "/werkgevers/kandidaat/"),
        ("werkgever", "Voor werkgevers", "/werkgevers/"),
    ],
)
def test_a_page_is_found_by_the_words_that_people_have_for_it(client, inhoud, vraag, naam, adres):
    assert gevonden(client, vraag)[0][:2] == (naam, adres)


def test_who_wants_to_retrain_finds_the_guides(client, inhoud):
    for vraag in ("omscholen", "omscholing"):
        assert {adres for _, adres, _ in gevonden(client, vraag)} >= {
            "/werkgevers/zij-instroom/",
            "/werkgevers/huisarts/",
            "/werkgevers/kandidaat/",
        }
