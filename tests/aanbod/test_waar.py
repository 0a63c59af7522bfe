"""Where you can learn this: what a visitor reads of it, on the page of an opleiding and elsewhere."""

import re

import pytest

from functies.paneel import paneel_van
from opleidingen.models import Opleiding
from papier.boek import Blad
from papier.maken import kenmerk
from tests.aanbod.test_overnemen import DRIE, PAGINA, bij, haal  # noqa: F401
from tests.pagina import heel, tekst
from uitgave.huidig import huidig

pytestmark = pytest.mark.een_database

FUNCTIE = "/functies/winkelmedewerker/"
VEEL = (
    bij("Hogeschool Meel", "Almelo"),
    bij("Hogeschool Gist", "Breda", VORM="DUAAL"),
    bij("Hogeschool Zout", "", VORM="VOLTIJD"),
    bij("Hogeschool Rogge", "Zwolle", VORM="VOLTIJD"),
    bij("Hogeschool Meel", "Zwolle", VORM="VOLTIJD", WEBSITE="meel.example/zwolle"),
)


def scholen(client, vraag=""):
    """The section about schools: its headings, places and schools from above."""
    html = client.get(PAGINA + vraag, follow=True).text
    [deel] = re.findall(r'<section aria-labelledby="scholen".*?</section>', html, re.S)
    return [tekst(stuk) for stuk in re.findall(r"<(?:h3|dt|bdi)>(.*?)</(?:h3|dt|bdi)>", deel, re.S)]


ALMELO, BREDA = ["Almelo", "Hogeschool Meel"], ["Breda", "Hogeschool Gist"]
ZWOLLE, NERGENS = ["Zwolle", "Hogeschool Meel", "Hogeschool Rogge"], ["Plaats niet bekend", "Hogeschool Zout"]


ALLES, REST = [*ALMELO, *BREDA, *ZWOLLE, *NERGENS], ["Andere scholen", *BREDA, *NERGENS]
BIJ_ZWOLLE = ["In Zwolle", *ZWOLLE, "Verder in Overijssel", *ALMELO, *REST]
BIJ_80 = ["In postcodegebied 80", *ZWOLLE, "Verder in Gelderland en Overijssel", *ALMELO, *REST]


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ALLES),
        ("?plaats=Zwolle", BIJ_ZWOLLE),
        ("?plaats=zwólle", BIJ_ZWOLLE),
        ("?plaats=+zwolle+&postcode=10", BIJ_ZWOLLE),
        ("?postcode=80", BIJ_80),
        ("?plaats=80", BIJ_80),
        ("?plaats=8011+AB", BIJ_80),
        ("?postcode=8011ab&plaats=", BIJ_80),
        ("?plaats=Emmen", ["Andere scholen", *ALLES]),
        ("?plaats=Raalte", ["In Overijssel", *ALMELO, *ZWOLLE, *REST]),
        ("?plaats=Luilekkerland", ALLES),
        ("?vorm=naast-een-baan", [*ALMELO, *BREDA]),
        ("?vorm=voltijd&plaats=Breda", ["Andere scholen", *ZWOLLE, *NERGENS]),
        ("?vorm=avond", ALLES),
    ],
)
def test_what_is_near_comes_first_and_a_form_leaves_out_the_others(client, haal, vraag, verwacht):  # noqa: F811
    haal(*VEEL)

    assert scholen(client, vraag) == verwacht


@pytest.mark.parametrize(
    ("vraag", "zegt"),
    [
        ("?plaats=Raalte", "In Raalte kennen we geen school met deze opleiding."),  # the province has some
        ("?plaats=Emmen", "In Emmen en in Drenthe kennen we geen school met deze opleiding."),
        ("?plaats=Groningen", "In Groningen en in de provincie Groningen kennen we geen school met deze opleiding."),
        ("?plaats=Emmen&vorm=voltijd", "In Emmen en in Drenthe kennen we geen school met deze opleiding in deze vorm."),
        ("?postcode=99", "In postcodegebied 99 en in Groningen kennen we geen school met deze opleiding."),
        ("?plaats=Drenthe", "In Drenthe kennen we geen school met deze opleiding."),
        ("?plaats=Zwolle", ""),
        ("?plaats=Overijssel", ""),
        ("?plaats=Luilekkerland", ""),
        ("", ""),
    ],
)
def test_where_no_school_is_near_it_says_so_and_how_many_may_be_there_after_all(client, haal, vraag, zegt):  # noqa: F811
    haal(*VEEL)

    html = tekst(client.get(PAGINA + vraag, follow=True).text)

    assert ("kennen we geen school" in html, zegt in html) == (bool(zegt), True)
    assert ("Van 1 school weten we de plaats niet. Die staat onderaan." in html) == bool(zegt)


@pytest.mark.parametrize("getypt", ["den haag", "'s-Gravenhage"])
def test_a_town_is_called_as_people_call_it(client, haal, getypt):  # noqa: F811
    haal(bij("Hogeschool Meel", "'s-Gravenhage"), bij("Hogeschool Gist", "Almelo", VORM="DUAAL"))

    assert scholen(client, f"?plaats={getypt}")[:2] == ["In Den Haag", "&#x27;s-Gravenhage (Den Haag)"]
    html = client.get(PAGINA, {"plaats": getypt}).text
    assert '<input name="plaats" value="Den Haag"' in html
    assert '<option value="Den Haag">' in html
    assert "Hogeschool Meel (Den Haag)" in tekst(client.get(FUNCTIE).text)


def test_a_province_that_is_called_as_the_place_is_told_apart(client, haal):  # noqa: F811
    haal(bij("Hogeschool Meel", "Amersfoort"))

    assert scholen(client, "?plaats=Utrecht") == ["In de provincie Utrecht", "Amersfoort", "Hogeschool Meel"]


def test_many_places_are_folded_behind_those_that_are_near(client, haal):  # noqa: F811
    plaatsen = "Assen Baarn Breda Delft Drachten Dronten Ede Elst Emmen Geleen Gouda Heerlen Hoorn Leiden Lochem Meppel"
    haal(
        *(
            bij(f"School {plaats}", plaats)
            for plaats in (*plaatsen.split(), "Sneek", "Tiel", "Venlo", "Zeist", "Zwolle")
        )
    )

    def gevouwen_onder(vraag):
        html = client.get(PAGINA + vraag).text
        return re.findall(r'<details class="meer-scholen">\s*<summary><h3>(.*?)</h3>', html), tekst(html)

    assert gevouwen_onder("")[0] == ["Alle plaatsen"]
    koppen, html = gevouwen_onder("?plaats=Zwolle")
    assert koppen == ["Andere scholen"]
    assert html.index("In Zwolle Zwolle School Zwolle") < html.index("Andere scholen (20) Assen School Assen")


def test_it_says_how_many_there_are_how_many_fit_and_whose_facts_these_are(client, haal):  # noqa: F811
    haal(*VEEL)

    html = tekst(client.get(f"{PAGINA}?vorm=naast-een-baan").text)

    assert "4 scholen geven deze opleiding, in 3 plaatsen. Je ziet nu 2 scholen: naast een baan." in html
    assert "naast een baan (deeltijd en duaal)" in html
    assert "Bron: het overzicht van DUO van 4 augustus 2026 (CC BY 4.0)." in html


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [("Zwole", ["Zwolle"]), ("zwollle", ["Zwolle"]), ("Amersfort", ["Amersfoort"]), ("Luilekkerland", []), ("Xy", [])],
)
def test_a_place_with_a_typing_error_is_asked_about(client, haal, getypt, bedoeld):  # noqa: F811
    haal(*VEEL)

    html = client.get(PAGINA, {"plaats": getypt, "vorm": "deeltijd"}).text

    [vraag] = re.findall(r'<p class="melding" role="status">.*?</p>', html, re.S)
    adressen = re.findall(r'href="([^"]+)"', vraag)
    assert adressen == [f"{PAGINA}?plaats={plaats}&amp;vorm=deeltijd#scholen" for plaats in bedoeld]
    assert ("Bedoel je" in vraag, "Typ de eerste 2 cijfers" in vraag) == (bool(bedoeld), not bedoeld)
    assert [client.get(adres.replace("&amp;", "&")).status_code for adres in adressen] == [200] * len(bedoeld)


def test_a_place_that_nobody_knows_is_said_and_shown_as_text(client, haal):  # noqa: F811
    haal(*VEEL)

    html = client.get(PAGINA, {"plaats": "<i>Luilekkerland</i>"}).text

    assert "De plaats ‘&lt;i&gt;Luilekkerland&lt;/i&gt;’ kennen we niet. Je ziet scholen in heel Nederland." in html


def test_when_you_can_begin_is_said_where_it_is_not_now(client, haal):  # noqa: F811
    haal(
        bij("Hogeschool Meel", EERSTE_INSTROOMDATUM="2019-09-01", LAATSTE_INSTROOMDATUM="2090-09-01"),
        bij("Hogeschool Gist", EERSTE_INSTROOMDATUM="2089-02-01"),
        bij("Hogeschool Rogge", EERSTE_INSTROOMDATUM="2089-02-01"),
        bij("Hogeschool Rogge", EERSTE_INSTROOMDATUM="2019-09-01"),
    )

    html = tekst(client.get(PAGINA).text)

    assert "Hogeschool Gist deeltijd vanaf 1 februari 2089" in html
    assert "Hogeschool Meel deeltijd beginnen kan tot en met 1 september 2090" in html
    assert "Hogeschool Rogge deeltijd Bron" in html.replace(" Hogeschool Zout", "")


def test_without_schools_it_says_what_to_do_and_never_that_there_are_none(client, haal):  # noqa: F811
    def gezegd():
        html = tekst(client.get(PAGINA).text)
        assert "Waar kun je dit leren?" in html
        assert "Noem dan de naam en de code: Winkel en verkoop, 25901." in html
        assert "vraag het een school bij jou in de buurt" in html.lower()
        return "Wij weten niet welke scholen deze opleiding geven." in html and "geen school" not in html.lower()

    assert gezegd()  # no overview at all
    haal(bij("Hogeschool Meel", LAATSTE_INSTROOMDATUM="2020-09-01"))
    assert gezegd()  # nobody can begin any more
    haal(toch=True)
    assert gezegd()  # the overview does not have it
    assert "scholen" not in re.sub(r"<a [^>]*>", "", client.get(FUNCTIE).text)


def test_an_opleiding_with_providers_of_its_own_sends_nobody_to_a_school(client, haal):  # noqa: F811
    haal(*VEEL)

    assert "Wij weten niet welke scholen" not in client.get("/opleidingen/diploma-winkelier/").text


@pytest.mark.parametrize(
    "adres",
    [
        FUNCTIE,
        "/routes/?naar=winkelmedewerker&van=bakkershulp",
        "/werkgevers/gesprek/doel/?naar=winkelmedewerker",
        "/werkgevers/gesprek/blad/?naar=winkelmedewerker",
    ],
)
def test_elsewhere_stands_how_many_three_of_them_and_a_link_to_all(client, haal, adres, django_assert_num_queries):  # noqa: F811
    haal(*VEEL)

    with django_assert_num_queries(0):
        html = client.get(adres).text
    drie = "Hogeschool Meel (Almelo), Hogeschool Gist (Breda) en Hogeschool Rogge (Zwolle)"
    assert f"4 scholen voor Winkel en verkoop , zoals {drie}" in tekst(html)
    assert re.search(rf'href="{PAGINA}[^"]*#scholen"', html)
    dichtbij = tekst(client.get(f"{adres}{'&' if '?' in adres else '?'}plaats=Zwolle").text)
    assert "zoals Hogeschool Meel (Zwolle), Hogeschool Rogge (Zwolle) en Hogeschool Gist (Breda)" in dichtbij


def test_the_map_and_a_panel_weigh_hardly_more_however_many_schools_there_are(client, haal):  # noqa: F811
    def weeg():
        return [len(client.get(adres).content) for adres in ("/", FUNCTIE)]

    kaart, paneel = weeg()
    haal(*(bij(f"Hogeschool {nummer}", plaats) for nummer in range(60) for plaats in ("Almelo", "Breda", "Zwolle")))

    assert "60 scholen" in tekst(client.get(FUNCTIE).text)
    assert weeg()[0] == kaart
    assert weeg()[1] - paneel < 600


def test_a_few_schools_are_all_named(client, haal):  # noqa: F811
    for rijen, gezegd in (
        (DRIE, "3 scholen voor Winkel en verkoop : Hogeschool Gist (Épe), Hogeschool Meel (Urk) en Hogeschool Zout"),
        (DRIE[:1], "1 school voor Winkel en verkoop : Hogeschool Meel (Urk)"),
    ):
        haal(*rijen, toch=True)
        assert gezegd in tekst(client.get(FUNCTIE).text)


def test_where_somebody_looks_goes_along_with_no_more_of_a_postcode_than_two_digits(client, haal):  # noqa: F811
    haal(*VEEL)

    html = client.get("/functies/", {"plaats": "8011 AB"}).text

    assert f'href="{FUNCTIE}?plaats=80"' in html
    assert "8011" not in html
    assert "plaats=" not in client.get("/functies/", {"plaats": "Luilekkerland"}).text
    formulier = re.findall(r'<form class="keuze".*?</form>', client.get(f"{PAGINA}?plaats=Zwolle").text, re.S)[0]
    assert formulier.count('name="plaats"') == 1


def test_what_to_do_tomorrow_begins_with_the_schools_where_they_are_known(client, haal, publiceer_nu):  # noqa: F811
    winkel, brood = (Opleiding.objects.get(slug=slug) for slug in ("winkel-en-verkoop", "brood-en-beslag"))
    Opleiding.objects.filter(pk=winkel.pk).update(code="25999")
    Opleiding.objects.filter(pk=brood.pk).update(code="25901", coderegister=winkel.coderegister)
    publiceer_nu("2")

    def morgen(adres="/beginnen/"):
        [deel] = re.findall(r'<ul class="morgen".*?</ul>', client.get(adres).text, re.S)
        return deel

    assert ("#scholen" in morgen(), 'class="knop extern"' in morgen()) == (False, True)
    haal(*VEEL)
    assert morgen().index("#scholen") < morgen().index('class="knop licht extern"')
    assert 'class="knop extern"' not in morgen() + morgen(f"/opleidingen/{brood.slug}/")
    assert "#scholen" not in morgen(f"/opleidingen/{brood.slug}/")  # there they stand above


@pytest.mark.parametrize(
    ("getypt", "wordt"),
    [
        ("plaats=8011+AB&vorm=deeltijd", "plaats=80&vorm=deeltijd"),
        ("plaats=8011", "plaats=80"),
        ("plaats=+8011++ab+", "plaats=80"),
        ("plaats=8011AB+12", "plaats=80"),
        ("plaats=8011-AB%2C+Zwolle", "plaats=80"),
        ("plaats=80%C2%A011AB", "plaats=80"),
        ("plaats=NL-8011.AB", "plaats=80"),
        ("plaats=8011AB&plaats=Almelo", "plaats=80&plaats=Almelo"),
        ("postcode=8011AB&plaats=", "plaats=&postcode=80"),
        ("vorm=deeltijd&postcode=8011AB&opleiding=brood-bakken", "opleiding=brood-bakken&postcode=80&vorm=deeltijd"),
    ],
)
def test_a_whole_postcode_does_not_stay_in_the_address(client, haal, getypt, wordt):  # noqa: F811
    haal(*VEEL)

    antwoord = client.get(f"{PAGINA}?{getypt}")

    assert (antwoord.status_code, antwoord["Location"]) == (302, f"{PAGINA}?{wordt}")
    assert "8011" not in client.get(antwoord["Location"]).text


def test_where_somebody_looks_goes_nowhere_while_no_school_is_known(client, inhoud):
    assert "plaats=" not in client.get("/functies/?plaats=Zwolle").text


def test_on_paper_stand_the_schools_too_and_another_overview_makes_it_anew(haal):  # noqa: F811
    haal(*VEEL)
    eerst, html = kenmerk(huidig.pad), Blad(huidig.pad, paneel_van(huidig.pad, "winkelmedewerker")).html()
    haal(*VEEL[1:], peildatum="2026-08-05")

    assert "4 scholen, zoals Hogeschool Meel (Almelo)" in tekst(heel(html))
    assert kenmerk(huidig.pad) != eerst


def test_words_that_the_site_explains_are_not_links_inside_the_name_of_a_school(client, haal):  # noqa: F811
    haal(bij("Gist en Gezel"))

    assert "<bdi>Gist en Gezel</bdi>" in heel(client.get(PAGINA).text)


def test_an_opleiding_without_a_code_has_no_schools(client, haal):  # noqa: F811
    haal(*VEEL)
    zonder = Opleiding.objects.filter(code="").first()

    assert "scholen geven" not in client.get(f"/opleidingen/{zonder.slug}/").text
