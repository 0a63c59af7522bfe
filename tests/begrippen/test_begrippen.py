"""Begrippen: their pages, the words that lead there, and what the gate asks of them."""

import re

import pytest

from begrippen.models import Begrip
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from tests.conftest import BEWIJS
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database

LINK = re.compile(r'<a class="begrip" href="([^"]*)"[^>]*>(.*?)</a>')


def maak_begrip(naam, **velden):
    return Begrip.objects.create(
        naam=naam, **{"slug": naam.lower(), "uitleg": f"Een {naam} is iets.", **BEWIJS, **velden}
    )


def links(html):
    return LINK.findall(html)


def test_all_words_stand_below_their_letter_and_lead_to_their_page(client, inhoud):
    pagina = client.get("/begrippen/").text

    assert re.findall(r'<a href="#(letter-\w+)">(\w+)</a>', pagina) == [("letter-h", "H"), ("letter-m", "M")]
    assert '<a href="/begrippen/haccp/">HACCP</a>' in pagina
    assert links(pagina) == []


def test_the_page_of_a_word_says_what_it_means_and_where_that_comes_from(client, inhoud):
    pagina = client.get("/begrippen/haccp/").text

    assert "HACCP zijn regels om veilig met eten te werken." in pagina
    assert "Ook: HACCP-regels" in pagina
    assert 'href="https://regels.example/haccp"' in pagina
    assert "Het handboek van de bakkerij." in pagina
    assert links(pagina) == []
    assert client.get("/begrippen/bestaat-niet/").status_code == 404


def test_below_the_word_opens_only_what_it_means(client, inhoud):
    fragment = client.get("/begrippen/meel/", headers={"HX-Request": "true"}).text

    assert "Meel is graan" in fragment
    assert "<html" not in fragment


def test_the_first_of_a_word_on_a_page_leads_there_once_with_the_choices_of_the_visitor(client, inhoud):
    pagina = client.get("/functies/bakkershulp/").text
    assert links(pagina) == [("/begrippen/meel/", "meel")]

    met_lijst = client.get("/functies/bakkershulp/?lijst=functie.bakker").text
    [(adres, _)] = links(met_lijst)
    assert adres.startswith("/begrippen/meel/")


def test_a_fragment_links_the_same_words_as_its_place_in_the_page(client, inhoud):
    pagina = client.get("/functies/bakkershulp/").text
    fragment = client.get("/functies/bakkershulp/", headers={"HX-Request": "true"}).text

    assert links(fragment) == links(pagina)


def test_in_the_preview_a_word_leads_to_the_preview(beheerder, inhoud):
    pagina = beheerder.get("/beheer/voorbeeld/functies/bakkershulp/").text

    assert links(pagina) == [("/beheer/voorbeeld/begrippen/meel/", "meel")]


def test_a_word_that_is_everywhere_can_be_explained_without_links(client, inhoud, publiceer_nu):
    Begrip.objects.filter(slug="meel").update(gelinkt=False)
    publiceer_nu("2")

    assert links(client.get("/functies/bakkershulp/").text) == []
    assert client.get("/begrippen/meel/").status_code == 200


def test_without_begrippen_there_is_no_link_to_their_page(client, inhoud, publiceer_nu):
    Begrip.objects.all().delete()
    publiceer_nu("2")

    assert "/begrippen/" not in client.get("/").text


def test_a_begrip_is_found_by_its_other_forms(inhoud):
    assert [(vondst.naam, vondst.adres) for vondst in zoek(inhoud, "roggemeel").vondsten] == [
        ("meel", "/begrippen/meel/")
    ]


def test_a_word_with_two_begrippen_is_a_fault_and_a_long_explanation_a_warning(ontwikkelpad):
    maak_begrip("deeg", varianten="beslag")
    maak_begrip("beslag", uitleg="Een. Twee. Drie. Vier.")

    gevonden = [(b.ernst.value, b.tekst) for b in bevindingen() if b.regel in (Regel.DUBBEL, Regel.ZINNEN)]

    assert gevonden == [
        ("fout", "Het woord ‘beslag’ staat bij beslag en deeg. Houd er één."),
        ("waarschuwing", "Begrip met meer dan 3 zinnen uitleg: beslag."),
    ]
