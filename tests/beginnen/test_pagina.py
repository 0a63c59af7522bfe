"""The page about beginning, as somebody reads it who wants to begin."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from beginnen.models import Beginfase, Deur
from feiten.models import Feit, Onderwerp
from functies.document import Functie
from functies.models import Functie as Functierij
from opleidingen.models import Niveau, Opleiding, Vooropleiding
from tests.conftest import BEWIJS
from tests.pagina import heel, tekst, zonder_kop

pytestmark = pytest.mark.een_database

DEUREN = ("nooit-gebakken", "van-het-gilde", "in-een-bakkerij")


def koppen(html: str) -> list[str]:
    return [tekst(kop) for kop in re.findall(r"<h2[^>]*>(.*?)</h2>", zonder_kop(html), re.S)]


def test_three_doors_of_which_one_is_open(client, inhoud):
    for adres, open_ in (("/beginnen/", DEUREN[0]), *((f"/beginnen/?deur={slug}", slug) for slug in DEUREN)):
        html = client.get(adres).text

        assert re.findall(r'href="/beginnen/\?deur=([-a-z]+)#deur"', html) == list(DEUREN)
        assert re.findall(r'deur=([-a-z]+)#deur" aria-current="true"', html) == [open_]
        assert len(koppen(html)) == 3, adres
        assert koppen(html)[2] == "3 Dit kun je morgen doen"


def test_a_door_that_is_not_known_is_named_and_the_first_is_open(client, inhoud):
    html = client.get("/beginnen/?deur=kelder").text

    assert "We kennen ‘kelder’ niet." in tekst(html)
    assert 'deur=nooit-gebakken#deur" aria-current="true"' in html


def test_who_has_nothing_yet_sees_where_to_begin_how_that_goes_and_what_to_do(client, inhoud):
    html = client.get("/beginnen/").text
    gezien = tekst(zonder_kop(html))

    assert koppen(html) == ["1 Hier kun je beginnen", "2 Zo gaat de opleiding", "3 Dit kun je morgen doen"]
    verwacht = [
        "Bakkershulp",
        "Je leert bij de oven.",
        "Brood en beslag",
        "Eerst kijk je mee.",
        "Week 1 tot en met 8 Meekijken",
        "2 dagen school en 1 dag werk per week",
        "Een kaart van het gilde.",
        "Week 9 tot en met 52 Zelf bakken",
        "1 dag school en 3 of 4 dagen werk per week",
        "Een leerloon.",
        "Bel een bakker in de buurt.",
        "Bekijk de scholen",
        "denkt met je mee",
        "Zelf bakker worden",
        "En daarna?",
        "Winkelmedewerker",
        "Broodbakker (BB)",
    ]
    plekken = [gezien.find(deel) for deel in verwacht]
    assert -1 not in plekken, verwacht[plekken.index(-1)]
    assert plekken == sorted(plekken)
    assert "Bazenbond" not in gezien
    assert re.findall(r'<rect class="(\w+)" x="([\d.]+)%" width="([\d.]+)%"', html) == [
        ("school", "0.00", "15.38"),
        ("werk", "15.38", "84.62"),
    ]


def test_where_one_can_begin_is_what_the_map_says_of_who_has_no_diploma(client, inhoud):
    eerste_deel = zonder_kop(client.get("/beginnen/").text).partition('id="deel-2"')[0]

    op_de_kaart = re.findall(r'<li id="kaart-([-a-z]+)"\s+class="[^"]*is-begin', client.get("/?opleiding=geen").text)
    assert re.findall(r'<h3><a href="/functies/([-a-z]+)/"', eerste_deel) == op_de_kaart == ["bakkershulp"]


def test_of_an_opleiding_that_nobody_begins_with_no_time_is_shown(client, inhoud, publiceer_nu):
    Beginfase.objects.update(opleiding=Opleiding.objects.get(slug="bedrijfsvoering"))
    publiceer_nu("2")

    gezien = tekst(client.get("/beginnen/").text)

    assert "Bakkershulp" in gezien
    assert "Week 1" not in gezien
    assert "Gildehulp" in gezien  # in place of what to do for the opleiding


def test_what_somebody_has_already_leads_to_what_it_opens(client, inhoud, publiceer_nu):
    rest = {"opent": "Je mag meekijken.", "vraag": "Vraag het gilde.", **BEWIJS}
    for volgorde, (naam, slug, url) in enumerate(
        [("geen diploma", "geen", ""), ("vmbo", "vmbo", "https://a.example/")]
    ):
        rij = Vooropleiding.objects.create(naam=naam, slug=slug, url=url, volgorde=volgorde, **rest)
        rij.niveaus.set(Niveau.objects.filter(slug="leerling"))
    publiceer_nu("2")

    html = client.get("/beginnen/").text

    assert re.findall(r'<a href="/\?opleiding=([a-z]+)">([^<]+)</a>', html) == [
        ("geen", "Geen diploma"),
        ("vmbo", "Vmbo"),
    ]
    assert tekst(html).count("Je mag meekijken.") == 2
    assert tekst(html).count("Vraag het gilde. a.example") == 1
    assert "Heb je iets anders?" not in html

    eigen = client.get("/beginnen/?opleiding=vmbo").text
    voor, na = eigen.split("Heb je iets anders?")
    assert (">Vmbo</a>" in voor, ">Geen diploma</a>" in voor) == (True, False)
    assert (">Vmbo</a>" in na, ">Geen diploma</a>" in na) == (False, True)


def test_who_has_an_opleiding_chooses_it_and_comes_to_the_map(client, inhoud):
    html = client.get("/beginnen/?deur=van-het-gilde").text

    (vorm,) = re.findall(r'<form class="keuze" method="get" action="/">.*?</form>', html, re.S)
    assert 'name="opleiding"' in vorm
    assert '<option value="broodbakken">Broodbakken</option>' in vorm
    assert client.get("/?opleiding=broodbakken").status_code == 200
    assert "De meester zegt wat nog ontbreekt." in html


def test_who_has_a_functie_chooses_it_and_comes_to_its_steps_and_to_the_conversation(client, inhoud):
    html = client.get("/beginnen/?deur=in-een-bakkerij").text

    links = set(re.findall(r'href="/functies/([-a-z]+)/"', zonder_kop(html)))
    assert links == set(inhoud.alle(Functie))
    (vorm,) = re.findall(r'<form class="keuze" method="get" action="/werkgevers/gesprek/">.*?</form>', html, re.S)
    assert 'name="van"' in vorm


def test_the_source_of_what_is_said_stands_folded_below_it(client, inhoud):
    bron = re.search(r'<details class="bewijs">.*?</details>', client.get("/beginnen/").text, re.S)[0]

    assert tekst(bron).count("Gildeboek van de bakkerij") == 1 + Beginfase.objects.count()
    assert "Gecontroleerd op 22 november 2026." in tekst(bron)


@pytest.mark.parametrize("slug", DEUREN)
def test_on_every_door_each_id_stands_once(client, inhoud, slug):
    ids = re.findall(r'\sid="([^"]+)"', client.get(f"/beginnen/?deur={slug}").text)

    assert len(ids) == len(set(ids))


def test_without_doors_there_is_no_page_and_nothing_leads_to_it(client, inhoud, publiceer_nu):
    Deur.objects.all().delete()
    publiceer_nu("2")

    assert client.get("/beginnen/").status_code == 404
    assert 'href="/beginnen/"' not in client.get("/").text + client.get("/beginnen/zelf-bakker-worden/").text
    assert client.get("/beginnen/zelf-bakker-worden/").status_code == 200


def test_a_door_with_nothing_behind_it_still_opens(client, ontwikkelpad, publiceer_nu):
    for soort in ("niets", "opleiding", "functie"):
        Deur.objects.create(naam=soort, slug=soort, uitleg="Kom binnen.", soort=soort, **BEWIJS)
    publiceer_nu("1")

    for soort in ("niets", "opleiding", "functie"):
        html = heel(client.get(f"/beginnen/?deur={soort}").text)
        assert re.findall(r"<(ul|ol|dl|select)\b[^>]*>\s*</\1>", zonder_kop(html)) == []
        assert len(koppen(html)) == 3


def test_a_door_that_moves_takes_its_old_address_along(client, inhoud, publiceer_nu):
    Deur.objects.filter(slug="nooit-gebakken").update(slug="nieuw")
    publiceer_nu("2")

    antwoord = client.get("/beginnen/?deur=nooit-gebakken")

    assert (antwoord.status_code, antwoord.headers["Location"]) == (301, "/beginnen/?deur=nieuw")


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"schooldagen": 5, "werkdagen": 3}, "Samen met school zijn dit meer dagen dan een week heeft."),
        ({"schooldagen": 4, "werkdagen": 3, "werkdagen_tot": 4}, "Samen met school zijn dit meer dagen"),
        ({"schooldagen": 1, "werkdagen": 3, "werkdagen_tot": 3}, "Dit is niet meer dan de dagen werk."),
    ],
)
def test_a_week_that_cannot_be_is_refused(maak_opleiding, velden, melding):
    fase = Beginfase(opleiding=maak_opleiding("Bakken"), naam="Begin", weken=2, **velden, **BEWIJS)

    with pytest.raises(ValidationError, match=melding):
        fase.full_clean()


def test_the_page_is_found_by_the_words_that_its_editors_give_it(client, inhoud):
    for vraag in ("geen diploma", "omscholen"):
        assert "/beginnen/?deur=nooit-gebakken" in client.get("/zoeken/", {"q": vraag}).text


def test_a_feit_that_is_over_is_no_longer_said_of_where_one_can_begin(client, inhoud, publiceer_nu, monkeypatch):
    werk = Functierij.objects.get(slug="bakkershulp")
    werk.feiten.all().delete()
    onderwerp = Onderwerp.objects.filter(bij="functies").first()
    Feit.objects.create(onderwerp=onderwerp, functie=werk, waarde="Vroeg op", geldig_tot=date(2026, 5, 31), **BEWIJS)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 5, 31))
    publiceer_nu("2")
    assert "Vroeg op" in client.get("/beginnen/").text

    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 6, 1))
    assert "Vroeg op" not in client.get("/beginnen/").text
