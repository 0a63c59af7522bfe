"""The facts of the competentieprofiel, written down here by hand and compared with what the fixtures load.

The source is the Competentieprofiel Praktijkondersteuner Huisartsenzorg (POH) of 2025, by NVvPO, V&VN PVK-POH, LHV and
InEen. Chapter 2 has the rollen, chapter 3 what an opleiding must teach.
"""

import re
from collections import Counter
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from functies.models import Competentie, Competentiegebied
from profielen.models import Eis, Kernbegrip, Profiel, Profielcompetentie, Profielrol, Profieltekst, Trede
from redactie.kwaliteit.leesbaarheid import meet
from redactie.kwaliteit.tekstvelden import tekstvelden
from tests.pagina import heel, tekst
from uitgave.models import Sector
from uitgave.zinnen import zinnen

pytestmark = pytest.mark.een_database

BRON = "Competentieprofiel Praktijkondersteuner Huisartsenzorg (POH), 2025"
ADRES = "/functies/praktijkondersteuner-huisartsenzorg/profiel/"
# The rollen of chapter 1, "Competentiegebieden", with the number of competenties of each in chapter 2.
ROLLEN = {
    "zorgverlener": 3,
    "communicator": 2,
    "samenwerkingspartner": 2,
    "reflectieve-professional": 3,
    "gezondheidsbevorderaar": 2,
    "organisator": 3,
    "kwaliteitsbevorderaar": 3,
}
# Chapter 2, "Kernbegrippen" behind each rol; rol 2 has none, and one stands behind three.
KERNBEGRIPPEN = {
    "Complexe zorg": "1",
    "Visie op huisartsenzorg": "1",
    "Klinisch redeneren": "1",
    "Zelfmanagement": "135",
    "Zelfmanagement versterken": "1",
    "Preventieve zorg": "1",
    "Gezamenlijke besluitvorming": "3",
    "Professioneel samenwerken": "3",
    "Deskundigheidsbevordering": "4",
    "Onderzoekend vermogen": "4",
    "Professionele reflectie": "4",
    "Preventiegericht analyseren": "5",
    "Gezondheidsbevordering": "5",
    "Patiëntveiligheid": "6",
    "Kwaliteit van zorg leveren": "7",
    "Bijdragen aan de beeldvorming en ontwikkeling van de functie": "7",
}
# Chapter 1, "Piramidemodel van Miller", with the number of eisen on each level in chapter 3.
TREDEN = [("Weten", "Knows", 14), ("Weten hoe", "Knows how", 7), ("Laten zien", "Shows how", 6), ("Doen", "Does", 6)]
# Chapter 1, "Context van de functie": the deskundigheidsgebieden.
GEBIEDEN = ["diabetes mellitus type 2", "astma", "cardiovasculair risicomanagement", "ouderenzorg", "leefstijl"]
# What the page must say, with where it stands.
GEZEGD = {
    "insuline is na de basisopleiding extra scholing nodig": "Noot bij rol 1, Diabetes Mellitus",
    "volg samen met de huisarts de CASPIR-cursus": "Noot bij rol 1, Astma/COPD",
    "astma bij kinderen behandelen leer je niet in de basisopleiding": "Noot bij rol 1, Astma/COPD",
    "vier niveaus van Miller (1990)": "hoofdstuk 1, Piramidemodel van Miller",
    "van januari tot en met juni 2025": "hoofdstuk 1, Totstandkoming",
    "Het vorige profiel kwam uit in 2017": "hoofdstuk 1, Totstandkoming",
    "Bachelor Nursing 2030 (BN2030)": "voorwoord",
    "Voor werknemers waren dat NVvPO en V&amp;VN PVK-POH": "voorwoord",
    "LHV en InEen": "voorwoord",
    "SSFH betaalde het project": "Ondersteuning en begeleiding",
    "POH-PVK of PVK": "leeswijzer",
    "De titel is niet beschermd": "leeswijzer",
    "De huisarts blijft eindverantwoordelijk": "hoofdstuk 1, Context van de functie",
    "Heb je een beroepsgeheim? Ja, net als de huisarts.": "hoofdstuk 1, Context van de functie",
    "NHG-Standaarden": "hoofdstuk 1, Context van de functie",
    "hbo denk- en werkniveau": "hoofdstuk 1, Context van de functie",
    "Het Ontwikkelpad noemt bij deze functie een associate degree": "Sectoraal Ontwikkelpad Huisartsenzorg",
    "Het past ook goed bij het verpleeghuis en de asielzorg": "hoofdstuk 1, Toepasbaarheid",
    "mensen met een verstandelijke beperking": "hoofdstuk 1, Toepasbaarheid",
    "staat niet in dit profiel": "hoofdstuk 1, Toepasbaarheid",
    "Hierin staat wat je moet weten en kunnen": "hoofdstuk 1, Samenhang, competentieprofiel",
    "Hierin staat welk werk je doet": "hoofdstuk 1, Samenhang, functiebeschrijving",
    "De functiebeschrijving is daarvoor de basis, en niet dit profiel": "hoofdstuk 1, Samenhang, functiewaardering",
}
# Our own reading: which competenties of the functie are plainly the same as one of the profiel.
ZELFDE = {
    "Zelfstandig ingewikkelde zorg geven": "zelfstandig-zorg-geven",
    "Professioneel en persoonlijk communiceren": "duidelijk-spreken-en-schrijven",
    "Samenwerken met andere zorgverleners en organisaties": "goed-samenwerken",
    "Terugkijken op je eigen handelen": "terugkijken-op-je-eigen-werk",
    "Je eigen spreekuur inrichten": "werk-goed-organiseren",
}
# Our own reading too: how many competenties of all functies are plainly in each area. The others have none.
IN_GEBIED = {
    "zorgverlener": 6,
    "communicator": 4,
    "samenwerkingspartner": 2,
    "reflectieve-professional": 5,
    "organisator": 6,
    "kwaliteitsbevorderaar": 6,
}


def test_the_rollen_and_their_competenties_are_those_of_the_source(inhoud):
    rijen = Profielrol.objects.order_by("volgorde")

    assert {rij.competentiegebied.slug: rij.competenties.count() for rij in rijen} == ROLLEN
    assert [rij.bron[: len(BRON)] for rij in rijen] == [BRON] * 7
    assert [rij.competentiegebied.slug for rij in rijen] == list(ROLLEN)
    assert Profielcompetentie.objects.count() == 18


def test_the_sixteen_terms_stand_with_their_rollen_in_three_sentences_at_most(inhoud):
    nummers = {slug: str(nummer) for nummer, slug in enumerate(ROLLEN, start=1)}
    rijen = Kernbegrip.objects.order_by("volgorde")

    assert {rij.naam: "".join(nummers[gebied.slug] for gebied in rij.gebieden.all()) for rij in rijen} == KERNBEGRIPPEN
    assert len(KERNBEGRIPPEN) == 16
    assert {rij.naam for rij in rijen if len(zinnen(rij.uitleg)) > 3} == set()


def test_the_eisen_are_as_many_on_each_level_as_in_the_source(inhoud):
    rijen = Trede.objects.order_by("volgorde")

    assert [(rij.naam, rij.niveau, rij.eisen.count()) for rij in rijen] == TREDEN
    assert [len(eis.punten.splitlines()) for eis in Eis.objects.exclude(punten="")] == [6]


def test_the_page_says_what_the_source_says(client, inhoud):
    gezien = tekst(heel(client.get(ADRES).text))

    assert {zin: waar for zin, waar in GEZEGD.items() if zin.casefold() not in gezien.casefold()} == {}
    profiel = Profiel.objects.get()
    gebieden = profiel.gebieden.casefold().splitlines()
    assert [genoemd for genoemd, rij in zip(GEBIEDEN, gebieden, strict=True) if genoemd not in rij] == []
    assert "zeven rollen en achttien competenties" in gezien


def test_what_is_the_same_at_the_functie_is_linked_and_nothing_else(inhoud):
    rijen = Profielcompetentie.objects.exclude(competentie=None)
    functie = Profiel.objects.get().functie

    assert {rij.naam: rij.competentie.slug for rij in rijen} == ZELFDE
    assert set(ZELFDE.values()) <= set(functie.competenties.values_list("slug", flat=True))


def test_competenties_of_all_functies_have_an_area_where_that_is_plain(client, inhoud):
    met = Competentie.objects.exclude(competentiegebied=None)

    assert Counter(met.values_list("competentiegebied__slug", flat=True)) == IN_GEBIED
    assert all("Het gebied is onze indeling" in rij.bron for rij in met)
    html = client.get("/vergelijken/?functie=doktersassistent&functie=praktijkondersteuner-huisartsenzorg").text
    assert "Zorgverlener 3 1" in tekst(html)


def test_an_existing_site_gets_the_areas_and_keeps_what_an_editor_chose(inhoud):
    migratie, editor = import_module("profielen.migrations.0002_gebieden"), SimpleNamespace(connection=connection)
    Sector.objects.get_or_create(naam="huisartsenzorg")
    nieuw = {rij.slug: (rij.competentiegebied_id, rij.bron) for rij in Competentie.objects.all()}

    migratie.zoals_het_was(apps, editor)
    assert not Competentie.objects.exclude(competentiegebied=None).exists()
    ander = Competentiegebied.objects.get(slug="gezondheidsbevorderaar")
    Competentie.objects.filter(slug="goed-plannen").update(competentiegebied=ander)
    zelf = Competentie.objects.get(slug="goed-plannen").bron
    migratie.deel_in(apps, editor)

    nu = {rij.slug: (rij.competentiegebied_id, rij.bron) for rij in Competentie.objects.all()}
    assert nu == nieuw | {"goed-plannen": (ander.pk, zelf)}


def test_the_texts_read_easily_and_name_nobody(inhoud):
    modellen = (Profiel, Profieltekst, Profielrol, Profielcompetentie, Kernbegrip, Trede, Eis)
    teksten = [
        (str(rij), getattr(rij, veld.name))
        for model in modellen
        for rij in model.objects.all()
        for veld in tekstvelden(model)
    ]

    assert [waar for waar, tekst_ in teksten if meet(tekst_).te_lang] == []
    assert [waar for waar, tekst_ in teksten if re.search(r"@|\d{6}", tekst_)] == []
