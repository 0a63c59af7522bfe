import re

import pytest

from functies.models import Functie
from tests.conftest import BEWIJS
from tests.pagina import tekst
from verhalen.document import Verhaal
from verhalen.models import Verhaal as Rij

pytestmark = pytest.mark.een_database


@pytest.fixture
def verhalen(inhoud, publiceer_nu):
    """The neutral sector with two stories."""
    for naam, slug, leeftijd, functie in (("Iris", "iris", 24, "broodbakker"), ("Omar", "omar", 51, "bezorger")):
        woorden = {
            f"kernwoord_{nummer}": f"{woord} {naam}" for nummer, woord in enumerate(("Vroeg", "Warm", "Samen"), 1)
        }
        rest = {"functie": Functie.objects.get(slug=functie), **woorden, **BEWIJS}
        Rij.objects.create(voornaam=naam, slug=slug, leeftijd=leeftijd, kop="Met plezier", tekst="Zo gaat het.", **rest)
    return publiceer_nu("2")


def test_the_stories_are_listed_with_functie_and_kernwoorden(client, verhalen):
    html = tekst(client.get("/verhalen/").text)

    assert len(verhalen.alle(Verhaal)) == 2
    for verhaal in verhalen.alle(Verhaal).values():
        assert f"{verhaal.voornaam} ({verhaal.leeftijd})" in html
        assert " ".join(verhaal.kernwoorden) in html


def test_a_story_leads_to_its_functie(client, verhalen):
    response = client.get("/verhalen/iris/")

    assert 'href="/functies/broodbakker/"' in response.text
    assert "Vroeg Iris Warm Iris Samen Iris" in tekst(response.text)


def test_a_story_has_the_same_portrait_wherever_it_stands(client, verhalen):
    def portretten(adres):
        return re.findall(r'<span class="portret (\S+)" aria-hidden="true">(\w)</span>', client.get(adres).text)

    iris, omar = portretten("/verhalen/")

    assert [iris[1], omar[1]] == ["I", "O"]
    assert iris[0] != omar[0]  # each in the colour of its werkveld
    assert portretten("/") == portretten("/verhalen/iris/") == portretten("/functies/broodbakker/") == [iris]
    assert portretten("/functies/bezorger/") == [omar]


def test_without_stories_the_page_says_so(client, ontwikkelpad, publiceer_nu):
    publiceer_nu("1")

    assert "Er zijn nog geen verhalen." in client.get("/verhalen/").text
