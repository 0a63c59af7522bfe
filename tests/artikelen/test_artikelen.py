"""Articles: by reader, each on a page of its own, and one in simple words that every page leads to."""

import re

import pytest

from artikelen.models import Leesartikel
from redactie.kwaliteit.bevindingen import bevindingen
from tests.conftest import BEWIJS
from tests.pagina import heel, tekst
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database

EENVOUDIG = 'href="/artikelen/gewone-woorden/"'


def koppen(html: str) -> list[str]:
    """The headings of a page, each with its level."""
    gevonden = re.findall(r"<h(\d)[^>]*>(.*?)</h\1>", html, re.S)
    return [f"{niveau} {tekst(kop)}" for niveau, kop in gevonden]


def test_the_list_has_the_articles_below_their_readers(client, inhoud):
    assert koppen(client.get("/artikelen/").text) == [
        "1 Artikelen",
        "2 Voor wie werk zoekt of wil leren",
        "3 Bakken in gewone woorden",
        "2 Voor werkgevers",
        "3 Een leerling bij de oven",
        "2 Voor scholen",
        "3 De school en het gilde",
    ]


def test_an_article_shows_its_headings_lists_and_links_and_where_it_comes_from(client, inhoud):
    html = heel(client.get("/artikelen/gewone-woorden/").text)

    assert koppen(html) == ["1 Bakken in gewone woorden", "2 Wie werken er?"]
    assert "<li>De bakker bakt het brood.</li>" in html
    assert '<a href="/beginnen/">beginnen</a>' in html
    assert "Bron, gecontroleerd op 22 november 2026" in html


def test_an_article_leads_to_the_others_for_its_reader_and_to_no_other(client, inhoud, publiceer_nu):
    velden = {"titel": "De winkel", "slug": "de-winkel", "samenvatting": "Over de winkel.", "tekst": "Kijk rond."}
    Leesartikel.objects.create(**velden, voor="werkgever", **BEWIJS)
    publiceer_nu("2")

    html = client.get("/artikelen/leerling-bij-de-oven/").text
    verder = html[html.index("Ook voor werkgevers") : html.index("</article>")]

    assert re.findall(r'href="/artikelen/([^"]+)/"', verder) == ["de-winkel"]


def test_employers_are_led_to_what_is_for_them_and_for_schools(client, inhoud):
    html = client.get("/werkgevers/").text
    lezen = html[html.index("Om te lezen") : html.index("Alle artikelen")]

    assert re.findall(r'href="/artikelen/([^"]+)/"', lezen) == ["leerling-bij-de-oven", "school-en-gilde"]


@pytest.mark.parametrize("adres", ["/", "/beginnen/"])
def test_the_article_in_simple_words_is_named_on_the_page_itself(client, inhoud, adres):
    html = client.get(adres).text

    assert EENVOUDIG in html[html.index("<main") : html.index("</main>")]


def test_the_article_in_simple_words_is_named_below_every_page(client, inhoud):
    html = client.get("/over/").text

    assert EENVOUDIG in html[html.index("<footer") :]


def test_without_articles_nothing_leads_to_them(client, inhoud, publiceer_nu):
    Leesartikel.objects.all().delete()
    publiceer_nu("2")

    assert "Er zijn nog geen artikelen." in tekst(client.get("/artikelen/").text)
    for adres in ("/", "/beginnen/", "/werkgevers/", "/over/"):
        assert "/artikelen/" not in client.get(adres).text, adres


def test_the_gate_names_a_sentence_that_is_too_long_for_an_article_in_simple_words(inhoud):
    lang = "De bakker bakt in de nacht veel brood voor de winkel in het dorp."
    Leesartikel.objects.filter(slug="gewone-woorden").update(tekst=f"Kort.\n\n- {lang}")
    Leesartikel.objects.filter(slug="school-en-gilde").update(tekst=lang)

    gevonden = [bevinding.tekst for bevinding in bevindingen() if "eenvoudige woorden" in bevinding.tekst]

    assert gevonden == [
        "Bakken in gewone woorden is in eenvoudige woorden, maar de zin ‘De bakker bakt in de nacht …’ heeft 14 "
        "woorden. Maak er zinnen van hooguit 10 woorden van."
    ]


@pytest.mark.parametrize("vraag", ["deeg kneden", "leerling bij de oven"])
def test_an_article_is_found_by_its_words(inhoud, vraag):
    assert "/artikelen/leerling-bij-de-oven/" in [vondst.adres for vondst in zoek(inhoud, vraag).vondsten[:2]]


def test_who_asks_for_easy_reading_finds_the_article_in_simple_words(inhoud):
    assert zoek(inhoud, "makkelijk lezen").vondsten[0].adres == "/artikelen/gewone-woorden/"
