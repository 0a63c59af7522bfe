"""The pages to prepare a conversation with: for one of the two, what applies, to print or to share."""

import re

import pytest

from tests.pagina import tekst
from tests.werkgevers.test_gesprek import A, B, C, maak_pad, maak_vraag
from werkgevers.keuzes import Moment, Voor

pytestmark = pytest.mark.een_database

KANDIDAAT, WERKGEVER = "/beginnen/gesprek/", "/werkgevers/gesprek/voorbereiden/"
VRAGEN = (
    maak_vraag("nu-jij", voor=Voor.KANDIDAAT, moment=Moment.NU),
    maak_vraag("nu-baas", voor=Voor.WERKGEVER, moment=Moment.NU),
    maak_vraag("over-b", voor=Voor.KANDIDAAT, functie="b"),
    maak_vraag("over-c", voor=Voor.KANDIDAAT, functie="c"),
    maak_vraag("straks-samen", moment=Moment.AFSPRAKEN),
)


def vragen(client, adres, **keuzes):
    return re.findall(r"[\w-]+\?", tekst(re.search(r"<section.*</section>", client.get(adres, keuzes).text, re.S)[0]))


@pytest.fixture
def met_vragen(toon):
    toon(maak_pad(A, B, C, stappen="a>b", gespreksvragen=VRAGEN))


def test_each_reads_their_own_questions_and_those_of_both_in_the_order_of_the_conversation(client, met_vragen):
    assert vragen(client, KANDIDAAT)[:2] == ["nu-jij?", "straks-samen?"]
    assert vragen(client, WERKGEVER)[:2] == ["nu-baas?", "straks-samen?"]


def test_choices_bring_the_questions_of_the_way_and_go_along_to_the_other_and_into_the_conversation(client, met_vragen):
    pagina = client.get(KANDIDAAT, {"van": "a", "naar": "b"}).text

    assert vragen(client, KANDIDAAT, van="a", naar="b")[:3] == ["nu-jij?", "over-b?", "straks-samen?"]
    assert "Dit gaat over: a → b" in tekst(pagina)
    for adres in (WERKGEVER, "/werkgevers/gesprek/"):
        assert f'href="{adres}?van=a&amp;naar=b"' in pagina


def test_a_step_of_the_conversation_leads_to_both_with_its_choices(client, met_vragen):
    pagina = client.get("/werkgevers/gesprek/doel/", {"van": "a", "naar": "b"}).text

    for adres in (KANDIDAAT, WERKGEVER):
        assert f'href="{adres}?van=a&amp;naar=b"' in pagina


def test_nothing_can_be_typed_and_an_unknown_choice_is_said(client, met_vragen):
    pagina = client.get(KANDIDAAT, {"naar": "nergens"}).text

    assert not re.search(r"<(textarea|form)[^>]*>", pagina[pagina.index("<main") :])
    assert "We kennen ‘nergens’ niet." in tekst(pagina)
    assert "Kies waar je heen wilt" in tekst(pagina)


def test_without_questions_the_pages_say_so_and_nothing_leads_there(client, toon):
    toon(maak_pad(A))

    assert "Er zijn nog geen vragen." in tekst(client.get(WERKGEVER).text)
    assert WERKGEVER not in client.get("/werkgevers/").text
    assert KANDIDAAT not in client.get("/werkgevers/gesprek/").text
