"""Wat past bij mij? The feiten speak for or against each functie, and what they do not say is not known."""

import re

import pytest

from feiten.models import Feit, Onderwerp
from functies.models import Functie
from passen.models import Keuzevraag
from redactie.kwaliteit.bevindingen import bevindingen
from tests.conftest import BEWIJS
from tests.pagina import heel, tekst

pytestmark = pytest.mark.een_database


def groepen(html: str) -> dict[str, list[str]]:
    """The names of the functies below each heading of the result."""
    _, *stukken = re.split(r'<h3 class="groepskop">', heel(html))
    gevonden = {}
    for stuk in stukken:
        namen = re.findall(r"<h4>.*?</h4>", stuk, re.S)
        gevonden[stuk.partition("<span")[0].strip()] = [tekst(naam).partition(" (")[0] for naam in namen]
    return gevonden


def kaart(html: str, naam: str) -> str:
    """The text of one functie in the result."""
    return next(tekst(deel) for deel in heel(html).split('<li class="tegel') if f">{naam}" in deel)


def test_a_wish_puts_the_functies_below_what_speaks_for_them_or_against_them(client, inhoud):
    nee = client.get("/wat-past/?vraag-nacht=nee").text
    ja = client.get("/wat-past/?vraag-nacht=ja").text

    assert list(groepen(nee)) == list(groepen(ja)) == ["Niets spreekt ertegen", "Iets spreekt ertegen", "Niet bekend"]
    assert groepen(nee)["Niets spreekt ertegen"] == groepen(ja)["Iets spreekt ertegen"] == ["Winkelmedewerker"]
    assert groepen(nee)["Iets spreekt ertegen"] == groepen(ja)["Niets spreekt ertegen"] == ["Broodbakker"]
    assert len(groepen(nee)["Niet bekend"]) == len(Functie.objects.all()) - 2


def test_every_reason_gives_the_feit_and_every_answer_is_repeated(client, inhoud):
    html = client.get("/wat-past/?vraag-nacht=nee").text

    assert "Past niet: Werktijden: Vanaf 3 uur in de nacht" in kaart(html, "Broodbakker")
    assert "Past: Werktijden: Overdag en op zaterdag" in kaart(html, "Winkelmedewerker")
    assert "Niet bekend: Werktijden" in kaart(html, "Bezorger")
    assert "Wil je ook in de nacht werken? Nee, liever overdag" in tekst(html)
    assert 'value="nee" checked' in html


def test_without_an_answer_all_functies_are_there_and_it_is_said(client, inhoud):
    for adres in ("/wat-past/", "/wat-past/?vraag-nacht="):
        html = client.get(adres).text
        assert list(groepen(html)) == ["Alle functies"]
        assert len(groepen(html)["Alle functies"]) == len(Functie.objects.all())
        assert "Je gaf nog geen antwoord. Daarom zie je alle functies." in tekst(html)


def test_there_is_no_score(client, inhoud):
    html = client.get("/wat-past/?vraag-nacht=nee&opleiding=broodbakken").text

    uitkomst = tekst(html[html.index('id="uitkomst"') :])
    assert re.findall(r"%|score|punten|\d+ van", uitkomst) == []


def test_an_answer_in_part_speaks_neither_for_nor_against(client, inhoud, publiceer_nu):
    Feit.objects.filter(functie__slug="broodbakker", onderwerp__slug="werktijden").update(antwoord="deels")
    publiceer_nu("2")

    for antwoord in ("ja", "nee"):
        html = client.get(f"/wat-past/?vraag-nacht={antwoord}").text
        assert "Past deels: Werktijden: Vanaf 3 uur in de nacht" in kaart(html, "Broodbakker")
        assert "Broodbakker" in groepen(html)["Niets spreekt ertegen"]


def test_a_value_without_an_answer_is_shown_and_counts_for_nothing(client, inhoud, publiceer_nu):
    Feit.objects.filter(functie__slug="broodbakker", onderwerp__slug="werktijden").update(antwoord="")
    publiceer_nu("2")

    html = client.get("/wat-past/?vraag-nacht=nee").text

    assert "Niet bekend: Werktijden (Vanaf 3 uur in de nacht)" in kaart(html, "Broodbakker")
    assert "Broodbakker" in groepen(html)["Niet bekend"]


def test_what_speaks_against_counts_also_beside_what_speaks_for_it(client, inhoud, publiceer_nu):
    onderwerp = Onderwerp.objects.create(slug="warm", naam="Warmte", bij="functies", vraag="Is het er warm?")
    vraag = {"vraag": "Hou je van warmte?", "label_ja": "Ja", "label_nee": "Nee"}
    Keuzevraag.objects.create(slug="warm", onderwerp=onderwerp, **vraag)
    for slug in ("broodbakker", "banketbakker"):
        Feit.objects.create(
            onderwerp=onderwerp, functie=Functie.objects.get(slug=slug), waarde="Heet", antwoord="ja", **BEWIJS
        )
    publiceer_nu("2")

    html = client.get("/wat-past/?vraag-nacht=nee&vraag-warm=ja").text

    assert groepen(html)["Iets spreekt ertegen"] == ["Broodbakker"]
    assert "Past: Warmte: Heet" in kaart(html, "Broodbakker")
    assert set(groepen(html)["Niets spreekt ertegen"]) == {"Banketbakker", "Winkelmedewerker"}
    assert "Niet bekend: Werktijden" in kaart(html, "Banketbakker")


def test_the_opleiding_of_a_visitor_is_one_of_the_answers_and_goes_along(client, inhoud):
    html = client.get("/wat-past/?opleiding=broodbakken").text

    assert "Je opleiding past" in kaart(html, "Broodbakker")
    assert 'href="/functies/broodbakker/?opleiding=broodbakken"' in html
    assert "Je gaf nog geen antwoord" not in tekst(html)


@pytest.mark.parametrize("vraag", ["vraag-nacht=misschien", "vraag-nacht=%00", "opleiding=niets"])
def test_an_answer_that_is_none_is_named_and_left_out(client, inhoud, vraag):
    html = client.get(f"/wat-past/?{vraag}").text

    assert "Dat antwoord doet dus niet mee" in tekst(html)
    assert list(groepen(html)) == ["Alle functies"]


def test_a_sector_without_questions_still_has_the_page(client, inhoud, publiceer_nu):
    Keuzevraag.objects.all().delete()
    publiceer_nu("2")

    assert len(groepen(client.get("/wat-past/").text)["Alle functies"]) == len(Functie.objects.all())
    assert "Wat past bij mij?" not in tekst(client.get("/zoeken/?q=beroepskeuze").text)


@pytest.mark.parametrize("vraag", ["wat past bij mij", "test", "beroepskeuze", "beroepskeuzetest"])
def test_the_search_finds_the_page(client, inhoud, vraag):
    assert 'href="/wat-past/"' in client.get("/zoeken/", {"q": vraag}).text


def test_the_gate_names_a_question_that_no_feit_answers(inhoud):
    assert not any("Geen feit van een functie" in bevinding.tekst for bevinding in bevindingen())

    Keuzevraag.objects.update(onderwerp=Onderwerp.objects.get(slug="duur"))

    (bevinding,) = [bevinding for bevinding in bevindingen() if "Geen feit van een functie" in bevinding.tekst]
    assert "Wil je ook in de nacht werken?" in bevinding.tekst


def test_a_question_about_opleidingen_says_nothing_of_a_functie(client, inhoud, publiceer_nu):
    Keuzevraag.objects.update(onderwerp=Onderwerp.objects.get(slug="duur"))
    publiceer_nu("2")

    assert list(groepen(client.get("/wat-past/?vraag-nacht=ja").text)) == ["Niet bekend"]


def test_an_answer_stays_when_its_question_gets_another_address(client, inhoud, publiceer_nu):
    Keuzevraag.objects.filter(slug="nacht").update(slug="nachtwerk")
    publiceer_nu("2")

    assert re.search(r'name="vraag-nacht" value="nee" checked', client.get("/wat-past/?vraag-nacht=nee").text)
