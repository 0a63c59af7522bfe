"""Answers above the results and on a page of their own, and words in other languages, as people meet them."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from antwoorden.models import Antwoord, Antwoordlink, Vertaling
from functies.models import Functie
from redactie.kwaliteit.bevindingen import bevindingen
from tests.conftest import BEWIJS
from tests.pagina import tekst

pytestmark = pytest.mark.een_database


def gezocht(client, vraag):
    return client.get("/zoeken/", {"q": vraag}).text


def antwoord_van(html):
    """The answer above the results; "" when there is none."""
    gevonden = re.search(r'<section class="antwoordvak".*?</section>', html, re.S)
    return gevonden[0] if gevonden else ""


def test_a_question_is_answered_above_what_was_found(client, inhoud):
    html = gezocht(client, "wat zijn de kosten")
    antwoord = antwoord_van(html)

    assert "Wat kost een hygiënepas? De pas kost niets. Vraag hem aan bij het gilde." in tekst(antwoord)
    assert re.findall(r'href="([^"]+)"', antwoord) == [
        "/vragen/#antwoord-kosten-pas",
        "/functies/?vereiste=hygienepas",
        "https://gilde.example",
    ]
    assert html.index(antwoord) < html.index('id="resultaten"')
    assert "/vragen/#antwoord-kosten-pas" not in html[html.index('id="resultaten"') :].partition("</ol>")[0]


def test_an_answer_counts_as_a_result_for_who_hears_the_page(client, inhoud):
    [aantal] = re.findall(r'data-stand="(\d+) result', gezocht(client, "opstaan"))

    assert antwoord_van(gezocht(client, "opstaan"))
    assert int(aantal) == 1


def test_what_somebody_does_not_want_is_answered_too(client, inhoud):
    for vraag in ("geen nachten", "niet in de nachten", "ik wil geen nachten werken"):
        assert "Moet ik vroeg opstaan?" in tekst(antwoord_van(gezocht(client, vraag))), vraag
    assert antwoord_van(gezocht(client, "geen geld"))
    assert not antwoord_van(gezocht(client, "geld"))  # only the whole expression


def test_one_word_of_a_question_is_no_question(client, inhoud):
    assert not antwoord_van(gezocht(client, "hygiënepas"))
    assert not antwoord_van(gezocht(client, "broodbakker"))


def test_the_page_of_answers_has_each_with_its_links_and_its_source(client, inhoud):
    html = client.get("/vragen/").text

    for slug, naam in (("kosten-pas", "Wat kost een hygiënepas?"), ("vroeg-opstaan", "Moet ik vroeg opstaan?")):
        [deel] = re.findall(rf'<section class="antwoordvak" id="antwoord-{slug}".*?</section>', html, re.S)
        assert naam in tekst(deel)
        assert "Gildeboek" in tekst(deel)
        assert f'href="#antwoord-{slug}"' in html
    assert html.count('href="/functies/?vereiste=hygienepas"') == 1


def test_without_answers_there_is_no_page_and_nothing_leads_to_it(client, inhoud, publiceer_nu):
    Antwoord.objects.update(zichtbaar=False)
    publiceer_nu("2")

    assert client.get("/vragen/").status_code == 404
    assert "/vragen/" not in client.get("/zoeken/?q=qqzzxxqq").text


def test_links_to_this_site_stay_in_the_preview(client, beheerder, inhoud):
    for adres in ("/beheer/voorbeeld/zoeken/?q=kosten", "/beheer/voorbeeld/vragen/"):
        html = beheerder.get(adres).text

        assert 'href="/beheer/voorbeeld/functies/?vereiste=hygienepas"' in html
        assert 'href="https://gilde.example"' in html


def test_what_a_visitor_chose_goes_along_in_the_links_of_an_answer(client, inhoud):
    html = client.get("/zoeken/?q=kosten&opleiding=broodbakken").text

    assert 'href="/functies/?vereiste=hygienepas&amp;opleiding=broodbakken"' in antwoord_van(html)


@pytest.mark.parametrize(
    ("vraag", "taal", "richting", "woord"), [("Baker", "en", "ltr", "baker"), ("خبّاز", "ar", "rtl", "خباز")]
)
def test_a_word_in_another_language_is_shown_in_that_language(client, inhoud, vraag, taal, richting, woord):
    html = gezocht(client, vraag)

    eerste = html[html.index('id="resultaten"') :].partition("</li>")[0]
    assert 'href="/functies/broodbakker/"' in eerste
    assert f'<bdi lang="{taal}" dir="{richting}">{woord}</bdi>' in eerste
    assert ("Dit is geen banketbakker." in eerste) == (taal == "en")
    assert f'<bdi lang="{taal}" dir="{richting}">{woord}</bdi>' in client.get("/vragen/").text


def test_a_word_in_another_language_can_ask_a_question(client, inhoud):
    assert "Wat kost een hygiënepas?" in tekst(antwoord_van(gezocht(client, "ucret")))


def test_a_functie_with_another_address_keeps_its_words(client, inhoud, publiceer_nu):
    Functie.objects.filter(slug="broodbakker").update(slug="meesterbakker")
    publiceer_nu("2")

    assert 'href="/functies/meesterbakker/"' in gezocht(client, "baker")


def test_nothing_found_leaves_three_ways_on(client, inhoud):
    html = gezocht(client, "qqzzxxqq")
    verder = re.search(r'<section class="verder-zoeken".*?</section>', html, re.S)[0]

    assert "We vinden niets bij ‘qqzzxxqq’." in tekst(html)
    assert len(re.findall("<strong>", verder)) == 3
    assert "Zoek je een school of werk in de buurt?" in tekst(verder)
    adressen = re.findall(r'href="([^"]+)"', verder)
    assert "/vragen/#antwoord-kosten-pas" in adressen  # its editors chose this one
    assert "/vragen/#antwoord-vroeg-opstaan" not in adressen
    assert {client.get(adres).status_code for adres in adressen} == {200}


def test_a_guess_stands_apart_and_never_among_the_results(client, inhoud):
    html = gezocht(client, "brodbakkr")
    [bedoeld] = re.findall(r'<section class="bedoeld".*?</section>', html, re.S)

    assert "Bedoel je" in bedoeld
    assert 'href="/functies/broodbakker/"' in bedoeld
    assert 'id="resultaten"' not in html


@pytest.mark.parametrize("pagina", ["functies", "//elders.example/", "/bestaat-niet/", "https://elders.example/"])
def test_a_page_of_this_site_must_be_one(inhoud, pagina):
    link = Antwoordlink(antwoord=Antwoord.objects.first(), naam="Hier", pagina=pagina)

    with pytest.raises(ValidationError) as fout:
        link.full_clean()
    assert list(fout.value.message_dict) == ["pagina"]


@pytest.mark.parametrize("velden", [{}, {"pagina": "/functies/", "url": "https://gilde.example"}])
def test_a_link_leads_to_one_place(inhoud, velden):
    link = Antwoordlink(antwoord=Antwoord.objects.first(), naam="Hier", **velden)

    with pytest.raises(ValidationError, match="één van de twee"):
        link.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        link.save()


def test_the_gate_names_links_that_lead_nowhere_and_words_for_nothing(inhoud):
    Antwoordlink.objects.filter(naam="Functies met een pas").update(pagina="/weg/")
    Vertaling.objects.create(woord="oven", taal="en", **BEWIJS)

    teksten = [bevinding.tekst for bevinding in bevindingen()]

    assert "Link naar een pagina die er niet is: Wat kost een hygiënepas?: Functies met een pas." in teksten
    assert "Vertaling die nergens bij hoort: oven (Engels)." in teksten
