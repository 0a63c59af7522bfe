"""The facts in the answers, written down here by hand with their place, and compared with what the fixtures load."""

import pytest

from antwoorden.models import Antwoord, Vertaling
from feiten.models import Feit
from functies.models import Functie
from redactie.kwaliteit.leesbaarheid import LANGSTE, meet

pytestmark = pytest.mark.een_database

DRAAIBOEK = "Draaiboek zij-instromers doktersassistent in de huisartsenpraktijk (LHV, 2022)"
ONTWIKKELPAD = "Sectoraal Ontwikkelpad Huisartsenzorg, versie 1 (6 februari 2026)"
# By answer: what it says, and where that stands.
FEITEN = {
    "zonder-diploma": [("Je leert het vak op school én in een praktijk.", f"{DRAAIBOEK}, stap 2 en 3")],
    "hoe-lang": [
        ("duurt meestal 3 jaar", "Jeroen Bosch Huisartsen (meestal 3 jaar)"),
        ("6 weken en daarna hooguit 2 jaar", "het draaiboek zij-instromers van de LHV uit 2022"),
        ("zes: die duren 4 jaar voltijd", "DUO, 4 augustus 2026"),
    ],
    "kosten": [("Op Leeroverzicht kun je de opleiding opzoeken.", f"{ONTWIKKELPAD} verwijst")],
    "loon": [("in welke schaal een functie valt", "de functiebeschrijvingen bij de cao Huisartsenzorg")],
    "nachten": [
        ("Triagisten en leidinggevend triagisten werken ook in de avond, de nacht en het weekend.", ONTWIKKELPAD),
        ("Een doktersassistent heeft vaste werktijden.", f"{DRAAIBOEK}, stap 2"),
    ],
    "buitenlands-diploma": [("Dan moet het CIBG je diploma vaak eerst erkennen.", "bigregister.nl")],
    "strafblad": [("Voor alle functies op deze site is een VOG nodig.", ONTWIKKELPAD)],
    "vacatures": [("Op werk.nl zoek je op de naam van een functie.", "De links naar werk.nl en Stagemarkt")],
    "uwv": [("Begin pas als UWV ja heeft gezegd.", f"{DRAAIBOEK}, stap 6")],
    "werkcentrum": [("gratis", "oogtv.nl, 31 oktober 2025")],
    "in-de-buurt": [
        ("Kennen we de scholen van een opleiding? Dan staan ze bij die opleiding", "de overzichten van DUO"),
    ],
}


def test_each_answer_says_what_its_source_says_and_where_that_is(inhoud):
    rijen = {rij.slug: rij for rij in Antwoord.objects.all()}

    assert set(rijen) == set(FEITEN)
    for slug, feiten in FEITEN.items():
        for gezegd, plaats in feiten:
            assert gezegd in rijen[slug].antwoord
            assert plaats in rijen[slug].bron


def test_what_the_answers_count_is_so_on_the_rest_of_the_site(inhoud):
    duur = Feit.objects.filter(onderwerp__slug="duur", waarde="4 jaar voltijd")
    schalen = Feit.objects.filter(onderwerp__slug="schaal-in-de-cao").count()
    nachten = Feit.objects.filter(onderwerp__slug="werktijden", antwoord="ja")

    assert duur.count() == 6  # hoe-lang
    assert {feit.opleiding.op_niveau.slug for feit in duur} == {"hbo-bachelor"}
    assert Functie.objects.count() / 2 < schalen < Functie.objects.count()  # loon: "de meeste"
    assert {feit.functie.slug for feit in nachten} == {"triagist", "leidinggevend-triagist"}
    assert Functie.objects.exclude(beroepsvereisten__slug="vog").count() == 0  # strafblad


def test_no_answer_promises_or_has_a_sentence_that_is_too_long(inhoud):
    teksten = [rij.antwoord for rij in Antwoord.objects.all()]

    assert [zin for tekst in teksten for zin, aantal in meet(tekst).zinnen if aantal > LANGSTE] == []
    assert [tekst for tekst in teksten if any(woord in tekst for woord in ("altijd", "zeker", "€", "recht op"))] == []


def test_words_in_other_languages_have_two_sources_and_wait_for_somebody_who_speaks_it(inhoud):
    for rij in Vertaling.objects.all():
        assert rij.bron.startswith("Twee openbare bronnen: " if rij.zichtbaar else "Nog maar één openbare bron: "), rij
        assert " en " in rij.bron or not rij.zichtbaar
        assert rij.bron.endswith("Nog controleren: door iemand die deze taal goed spreekt.")
    assert {rij.taal for rij in Vertaling.objects.filter(zichtbaar=True)} == {"en", "tr", "ar", "pl", "uk"}
