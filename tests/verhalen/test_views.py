import pytest

from tests.pagina import tekst
from verhalen.document import Verhaal

pytestmark = pytest.mark.een_database


def test_the_stories_are_listed_with_functie_and_kernwoorden(client, inhoud):
    html = tekst(client.get("/verhalen/").text)

    for verhaal in inhoud.alle(Verhaal).values():
        assert f"{verhaal.voornaam} ({verhaal.leeftijd})" in html
        assert " ".join(verhaal.kernwoorden) in html


def test_a_story_leads_to_its_functie(client, inhoud):
    response = client.get("/verhalen/zara/")

    assert 'href="/functies/triagist/"' in response.text
    assert "Betrokkenheid Teamgevoel Snel schakelen" in tekst(response.text)


def test_without_stories_the_page_says_so(client, ontwikkelpad, publiceer_nu):
    publiceer_nu("1")

    assert "Er zijn nog geen verhalen." in client.get("/verhalen/").text
