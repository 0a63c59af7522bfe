"""The explorer as a visitor reads it: map and panel in one page or fragment."""

import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from functies.document import Functie
from functies.kaart import GRENS
from functies.netwerk import hele_kaart
from tests.pagina import heel, tekst
from verhalen.document import Verhaal

pytestmark = pytest.mark.een_database


def kaartje(html: str, slug: str) -> str:
    """The HTML of one card on the map, soft hyphens removed."""
    return heel(re.search(rf'<li id="kaart-{slug}".*?</li>', html, re.S)[0])


def test_fragment_equals_its_place_in_the_page(client, inhoud):
    for adres in ("/", "/functies/triagist/", "/functies/triagist/?kaart=buurt"):
        fragment = client.get(adres, headers={"HX-Request": "true"})

        pagina = client.get(adres)

        assert pagina.text.count(fragment.text.strip()) == 1, adres


def test_the_front_page_shows_every_functie_and_the_introduction(client, inhoud):
    html = client.get("/").text

    assert re.findall(r'<li id="kaart-([a-z-]+)"', html) == [
        slug
        for trede in ("mbo-4", "associate-degree", "hbo-bachelor", "hbo-master")
        for slug in hele_kaart(inhoud).plaatsen
        if inhoud.alle(Functie)[slug].vanaf_niveau == trede
    ]
    assert inhoud.delen["ontwikkelpad"].inleiding_kop in tekst(html)
    assert all(verhaal.voornaam in html for verhaal in inhoud.alle(Verhaal).values())
    assert html.index('id="kaart"') < html.index('id="paneel"')


def test_the_chosen_functie_and_its_neighbours_are_told_apart_in_words(client, inhoud):
    html = client.get("/functies/triagist/").text

    assert 'aria-current="true"' in kaartje(html, "triagist")
    assert "Nu gekozen" in kaartje(html, "triagist")
    assert "Hier kom je vandaan" in kaartje(html, "doktersassistent")
    assert "Mogelijke stap" in kaartje(html, "leidinggevend-triagist")
    assert "stand" not in kaartje(html, "praktijkmanager")
    assert html.count('aria-current="true"') == 1


def test_a_step_both_ways_says_both(client, maak_functie, maak_stap, publiceer_nu):
    een, ander = maak_functie("Een"), maak_functie("Ander")
    maak_stap(een, ander)
    maak_stap(ander, een)
    publiceer_nu("1")

    html = client.get("/functies/een/").text

    assert "Mogelijke stap · Hier kom je vandaan" in kaartje(html, "ander")


def test_the_panel_stands_before_the_list_and_holds_everything_in_order(client, inhoud):
    html = client.get("/functies/triagist/").text

    paneel = tekst(html[html.index('id="paneel"') : html.index('id="kaart"')])
    verwacht = [
        "Huisartsenspoedpost · mbo 4",
        "Triagist",
        "Jij spreekt patiënten als eerste aan de telefoon.",
        "Wat doe je?",
        "Dit heb je nodig",
        "VOG",
        "Diploma Triage",
        "Bureau Diplomering Triage ↗",
        "Instromen kan met",
        inhoud.delen["ontwikkelpad"].maatwerk,
        "Doktersassistent mbo 4 · crebo 25695 · erkend door de overheid",
        "Vind opleiders in de buurt",
        "Zoek daar op: Doktersassistent, 25695",
        "Mbo-Verpleegkunde mbo 4 · crebo 25655 · erkend door de overheid",
        "Competenties",
        "Zo groei je door",
        "Leidinggevend triagist",
        "Doorstroom : je krijgt een andere functie.",
        "Hier kom je vandaan",
        "Doktersassistent (DA)",
        "Verdieping : je leert meer over één deel van je vak.",
        "Zara (35)",
        "Bron: Sectoraal Ontwikkelpad Huisartsenzorg",
    ]
    plekken = [paneel.find(deel) for deel in verwacht]

    assert -1 not in plekken, verwacht[plekken.index(-1)]
    assert plekken == sorted(plekken)


def test_where_the_source_knows_no_further_step_the_panel_says_so(client, inhoud):
    zonder = {slug for slug, functie in inhoud.alle(Functie).items() if functie.geen_vervolg}

    gezegd = {
        slug
        for slug in inhoud.alle(Functie)
        if "Er is binnen de huisartsenzorg geen volgende stap" in tekst(client.get(f"/functies/{slug}/").text)
    }

    assert gezegd == zonder
    assert len(zonder) == 5


def test_a_functie_with_nothing_says_what_is_not_known(client, maak_functie, publiceer_nu):
    maak_functie("Kaal")
    publiceer_nu("1")

    html = client.get("/functies/kaal/").text

    for zin in (
        "Er zijn geen vaste eisen bekend voor deze functie.",
        "Er is nog geen opleiding bekend voor deze functie.",
        "Er zijn nog geen competenties bekend voor deze functie.",
        "Er is nog geen volgende stap bekend.",
    ):
        assert zin in tekst(html)


def test_an_opleiding_without_a_page_of_its_own_leads_to_the_front_page_of_leeroverzicht(client, inhoud):
    html = client.get("/functies/doktersassistent/").text

    assertContains(client.get("/functies/doktersassistent/"), 'href="https://www.leeroverzicht.nl/" rel="noopener"')
    assert "Zoek daar op: Doktersassistent, 25695" in tekst(html)


def test_an_opleiding_with_a_page_of_its_own_leads_there(client, maak_functie, maak_opleiding, publiceer_nu):
    opleiding = maak_opleiding("Leren", leeroverzicht_url="https://example.org/leren")
    maak_functie("Werk").opleidingslinks.create(opleiding=opleiding)
    publiceer_nu("1")

    response = client.get("/functies/werk/")

    assertContains(response, 'href="https://example.org/leren" rel="noopener"')
    assertNotContains(response, "Zoek daar op")


def test_the_neighbourhood_shows_only_who_leads_here_and_where_it_leads(client, inhoud):
    html = client.get("/functies/triagist/?kaart=buurt").text

    assert set(re.findall(r'<li id="kaart-([a-z-]+)"', html)) == {
        "doktersassistent",
        "triagist",
        "leidinggevend-triagist",
    }
    assert "Toon de hele kaart" in html


def test_a_werkveld_narrows_the_map_and_an_unknown_one_is_named(client, inhoud):
    spoed = client.get("/", {"werkveld": "huisartsenspoedpost"}).text
    onbekend = client.get("/", {"werkveld": "<b>maan</b>"}).text

    assert set(re.findall(r'<li id="kaart-([a-z-]+)"', spoed)) == {
        "triagist",
        "leidinggevend-triagist",
        "locatiemanager",
    }
    assert "We kennen ‘&lt;b&gt;maan&lt;/b&gt;’ niet." in onbekend
    assert onbekend.count('class="kaartje ') == 11


def test_a_map_that_is_too_large_gives_way_to_the_list(client, maak_functie, maak_stap, publiceer_nu):
    for nummer in range(GRENS + 1):
        maak_functie(f"Functie {nummer:02}")
    publiceer_nu("1")

    voorkant = client.get("/").text
    gekozen = client.get("/functies/functie-03/").text

    assert "De kaart is te groot om in één keer te tekenen." in voorkant
    assert 'href="/?werkveld=praktijk"' in voorkant
    assert voorkant.count('class="kaartje ') == GRENS + 1
    assert "<svg" not in voorkant
    assert re.findall(r'<li id="kaart-([a-z0-9-]+)"', gekozen) == ["functie-03"]
    assert "Toon de lijst met alle functies" in gekozen
    assert "Toon de hele kaart" not in gekozen


def test_an_edition_without_functies_still_opens(client, ontwikkelpad, publiceer_nu):
    publiceer_nu("1")

    assert "Er zijn nog geen functies om te laten zien." in client.get("/").text


def test_what_an_editor_types_is_shown_as_it_was_typed(client, maak_functie, publiceer_nu):
    maak_functie("<script>alert(1)</script>", slug="xss", kaartnaam="<b>Kaartnaam</b> (<i>)", samenvatting="{{7*7}}")
    publiceer_nu("1")

    html = client.get("/functies/xss/").text

    assert "<script>alert" not in html
    assert "<b>Kaart" not in html
    assert "<i>" not in html
    assert "{{7*7}}" in html
