"""What visitors of our first sector find by the words that they have for its guides."""

import pytest

from tests.test_vinden import gevonden

pytestmark = pytest.mark.een_database


@pytest.mark.parametrize(
    ("vraag", "naam", "adres"),
    [
        ("zij-instroom", "Zij-instroom met een hele regio", "/werkgevers/zij-instroom/"),
        ("zij-instromer", "Zelf één zij-instromer opleiden", "/werkgevers/huisarts/"),
        ("ander beroep", "Zelf overstappen uit een ander beroep", "/beginnen/kandidaat/"),
        *(
            (vraag, "Ik heb nog geen zorgdiploma", "/beginnen/?deur=geen-zorgdiploma")
            for vraag in (
                "omscholen",
                "carrièreswitch",
                "carriereswitch",
                "herscholen",
            )
        ),
        ("herintreden", "Ik heb een zorgdiploma of werk in de zorg", "/beginnen/?deur=zorgdiploma"),
        ("werkgever", "Voor werkgevers", "/werkgevers/"),
    ],
)
def test_a_page_is_found_by_the_words_that_people_have_for_it(client, inhoud, vraag, naam, adres):
    assert gevonden(client, vraag)[0][:2] == (naam, adres)


@pytest.mark.parametrize("vraag", ["zij-instroom", "zijinstroom", "zij-instromer", "overstappen"])
def test_who_comes_from_elsewhere_finds_the_page_about_beginning(client, inhoud, vraag):
    adressen = [adres for _, adres, _ in gevonden(client, vraag)]

    assert "/beginnen/?deur=geen-zorgdiploma" in adressen[:3]


def test_who_wants_to_retrain_finds_the_guides(client, inhoud):
    for vraag in ("omscholen", "omscholing"):
        assert {adres for _, adres, _ in gevonden(client, vraag)} >= {
            "/werkgevers/zij-instroom/",
            "/werkgevers/huisarts/",
            "/beginnen/kandidaat/",
        }
