"""The explorer as a visitor reads it: map and panel in one page or fragment."""

import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from functies.document import Doorgroei as Stap
from functies.document import Functie
from functies.kaart import GRENS
from functies.models import Doorgroei, Werkveld
from functies.models import Functie as Rij
from functies.netwerk import hele_kaart
from opleidingen.models import Opleiding
from tests.pagina import heel, tekst
from tests.soorten import maak
from uitgave.soort import soort_van
from verhalen.document import Verhaal
from verhalen.models import Verhaal as Verhaalrij

pytestmark = pytest.mark.een_database


def kaartje(html: str, slug: str) -> str:
    """The HTML of one card on the map, soft hyphens removed."""
    return heel(re.search(rf'<li id="kaart-{slug}".*?</li>', html, re.S)[0])


def test_fragment_equals_its_place_in_the_page_but_for_the_long_list_that_stays_there(client, inhoud):
    lijst = re.compile(r'<select id="achtergrond" name="opleiding">.*?</select>', re.S)
    for adres in ("/", "/functies/broodbakker/", "/functies/broodbakker/?kaart=buurt"):
        fragment = client.get(adres, headers={"HX-Request": "true"})

        pagina = client.get(adres)

        zonder, keer = lijst.subn('<select id="achtergrond" name="opleiding" data-hx-preserve></select>', pagina.text)
        assert keer == 1, adres
        assert zonder.count(fragment.text.strip()) == 1, adres


def maak_verhaal(naam: str, leeftijd: int, functie: str) -> None:
    """Let somebody tell about this functie."""
    werk = Rij.objects.get(slug=functie)
    maak(soort_van(Verhaalrij), voornaam=naam, slug=naam.lower(), leeftijd=leeftijd, functie=werk)


def test_the_front_page_shows_every_functie_and_the_introduction(client, inhoud, publiceer_nu):
    maak_verhaal("Iris", 24, "broodbakker")
    inhoud = publiceer_nu("2")

    html = client.get("/").text

    assert re.findall(r'<li id="kaart-([a-z-]+)"', html) == [
        slug
        for trede in ("leerling", "gezel", "meester", None)
        for slug in hele_kaart(inhoud).plaatsen
        if inhoud.alle(Functie)[slug].vanaf_niveau == trede
    ]
    assert inhoud.delen["ontwikkelpad"].inleiding_kop in tekst(html)
    assert len(inhoud.alle(Verhaal)) == 1
    assert all(verhaal.voornaam in html for verhaal in inhoud.alle(Verhaal).values())
    plekken = [html.index(deel) for deel in ("<h1", 'class="knop naar" href="/beginnen/"', 'id="kaart"', "Iris")]
    assert plekken == sorted(plekken)


def test_the_chosen_functie_and_its_neighbours_are_told_apart_in_words(client, inhoud):
    html = client.get("/functies/winkelmedewerker/").text

    assert 'aria-current="true"' in kaartje(html, "winkelmedewerker")
    assert "Nu gekozen" in kaartje(html, "winkelmedewerker")
    assert "Leidt hierheen" in kaartje(html, "bezorger")
    assert "Mogelijke stap" in kaartje(html, "winkelleider")
    assert "stand" not in kaartje(html, "bedrijfsleider")
    assert html.count('aria-current="true"') == 1


def test_a_step_both_ways_says_both(client, maak_functie, maak_stap, publiceer_nu):
    een, ander = maak_functie("Een"), maak_functie("Ander")
    maak_stap(een, ander)
    maak_stap(ander, een)
    publiceer_nu("1")

    html = client.get("/functies/een/").text

    assert "Mogelijke stap · Leidt hierheen" in tekst(kaartje(html, "ander"))


def test_the_panel_stands_before_the_list_and_holds_everything_in_order(client, inhoud, publiceer_nu):
    meester = Rij.objects.get(slug="meesterbakker-aan-de-grote-oven")
    meester.opleidingslinks.create(opleiding=Opleiding.objects.get(slug="fijn-gebak"), rol="passend", volgorde=9)
    maak_verhaal("Iris", 24, meester.slug)
    inhoud = publiceer_nu("2")

    html = client.get("/functies/meesterbakker-aan-de-grote-oven/").text
    html = re.sub(r'<div class="buurt".*?</div>', "", html, flags=re.DOTALL)  # on paper only, and read by nobody

    paneel = tekst(html[html.index('id="paneel"') : html.index('id="kaart"')])
    verwacht = [
        "Werkplaats · meester",
        "Meesterbakker aan de grote oven",
        "Jij leidt de werkplaats.",
        "Jouw route hierheen",
        "Dit heb je nodig",
        "Diploma Ovenmeester",
        "Bureau Ovenmeesters ↗",
        "Hygiënepas",
        "Met deze opleiding kun je beginnen",
        "Broodbakken gezel · gilde G204 · erkend door de overheid",
        "Kopieer G204",
        "Fijn gebak gezel · gilde G207 · erkend door de overheid",
        "Zoek een school",
        "Zoek daar op de naam of de code.",
        inhoud.delen["ontwikkelpad"].maatwerk,
        "Zo groei je door",
        "Bedrijfsleider",
        "Doorstroom.",
        "Wat doe je?",
        "Competenties",
        "Zo kom je hier",
        "Broodbakker (BB)",
        "Verdieping : je leert meer over één deel van je vak.",
        "Bronnen",
        "Gildeboek van de bakkerij",
        "Iris (24)",
        "Vergelijk met een andere functie",
    ]
    plekken = [paneel.find(deel) for deel in verwacht]

    assert -1 not in plekken, verwacht[plekken.index(-1)]
    assert plekken == sorted(plekken)


def test_where_the_source_knows_no_further_step_the_panel_says_so(client, inhoud, publiceer_nu):
    Rij.objects.filter(slug="bezorger").update(geen_vervolg=True)
    Doorgroei.objects.filter(van__slug="bezorger").delete()
    inhoud = publiceer_nu("2")
    zonder = {slug for slug, functie in inhoud.alle(Functie).items() if functie.geen_vervolg}

    gezegd = {
        slug
        for slug in inhoud.alle(Functie)
        if "Na deze functie staat er geen volgende stap op de kaart van de bakkerij."
        in tekst(client.get(f"/functies/{slug}/").text)
    }

    assert gezegd == zonder == {"bezorger", "bedrijfsleider"}


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
    html = client.get("/functies/banketbakker/").text

    assertContains(client.get("/functies/banketbakker/"), 'href="https://leeroverzicht.example/" rel="noopener"')
    assert "Zoek daar op de naam of de code." in tekst(html)


def test_an_opleiding_with_a_page_of_its_own_leads_there(client, maak_functie, maak_opleiding, publiceer_nu):
    opleiding = maak_opleiding("Leren", leeroverzicht_url="https://example.org/leren")
    maak_functie("Werk").opleidingslinks.create(opleiding=opleiding)
    publiceer_nu("1")

    response = client.get("/functies/werk/")

    assertContains(response, 'href="https://example.org/leren" rel="noopener"')
    assertNotContains(response, "Zoek daar op")


def test_the_neighbourhood_shows_only_who_leads_here_and_where_it_leads(client, inhoud):
    html = client.get("/functies/winkelleider/?kaart=buurt").text

    assert set(re.findall(r'<li id="kaart-([a-z-]+)"', html)) == {"winkelmedewerker", "winkelleider", "bedrijfsleider"}
    assert "Toon de hele kaart" in html


def test_a_werkveld_narrows_the_map_and_an_unknown_one_is_named(client, inhoud):
    leiding = client.get("/", {"werkveld": "leiding-en-bezorging"}).text
    onbekend = client.get("/", {"werkveld": "<b>maan</b>"}).text

    assert set(re.findall(r'<li id="kaart-([a-z-]+)"', leiding)) >= {"bedrijfsleider", "bezorger"}
    assert "We kennen ‘&lt;b&gt;maan&lt;/b&gt;’ niet." in onbekend
    assert onbekend.count('class="kaartje ') == 8


def test_a_werkveld_comes_with_what_leads_into_it_and_out_of_it(client, inhoud):
    winkel = {slug for slug, functie in inhoud.alle(Functie).items() if functie.werkveld == "winkel"}
    stappen = {(stap.van, stap.naar) for stap in inhoud.alle(Stap).values()}
    buren = {slug for stap in stappen if winkel.intersection(stap) for slug in stap} - winkel
    assert buren

    html = client.get("/?werkveld=winkel").text

    assert set(re.findall(r'<li id="kaart-([a-z-]+)"', html)) == winkel | buren
    elders = {slug for slug in winkel | buren if "Ander werkveld" in kaartje(html, slug)}
    assert elders == buren
    assert html.count('<path class="lijn ') == sum(1 for stap in stappen if winkel.intersection(stap))
    assert "Er zijn ook stappen" not in html


def test_of_a_werkveld_the_functie_that_is_chosen_elsewhere_stays_in_sight(client, inhoud):
    html = client.get("/functies/bakkershulp/?werkveld=leiding-en-bezorging").text

    assert "Nu gekozen" in kaartje(html, "bakkershulp")


def test_a_werkveld_with_too_many_neighbours_is_shown_alone(client, maak_functie, maak_stap, publiceer_nu):
    elders = Werkveld.objects.create(slug="elders", naam="Elders", kleur="rood", volgorde=2)
    spil = maak_functie("Spil", werkveld=elders)
    for nummer in range(GRENS + 1):
        maak_stap(spil, maak_functie(f"Functie {nummer:02}"))
    publiceer_nu("1")

    html = client.get("/?werkveld=elders").text

    assert re.findall(r'<li id="kaart-([a-z0-9-]+)"', html) == ["spil"]
    assert 'class="kaart getekend' in html
    assert "Er zijn ook stappen van en naar een ander werkveld. Kies een functie om die te zien." in tekst(html)
    lijst = client.get("/?werkveld=praktijk").text
    assert f"Praktijk heeft {GRENS + 1} functies." in tekst(lijst)
    assert "Dan zie je welke stappen er zijn, ook van en naar een ander werkveld." in tekst(lijst)
    assert 'data-versmal="#kaart .kaartje"' in lijst


def test_a_map_that_is_too_large_gives_way_to_counts_and_a_list(client, maak_functie, maak_stap, publiceer_nu):
    for nummer in range(GRENS + 1):
        maak_functie(f"Functie {nummer:02}")
    publiceer_nu("1")

    voorkant = client.get("/").text
    gekozen = client.get("/functies/functie-03/").text

    telling = tekst(voorkant[voorkant.index("<table") : voorkant.index("</table>")])
    koppen = "Zoveel functies heeft elk werkveld Werkveld Niveau 4 Samen"
    assert telling.split() == [*koppen.split(), "Praktijk", str(GRENS + 1), str(GRENS + 1)]
    assert re.findall(r'href="(/[?]werkveld=[^"]*)"', voorkant) == [
        "/?werkveld=praktijk",
        "/?werkveld=praktijk#niveau-niveau-4",
    ]
    assert 'id="niveau-niveau-4"' in client.get("/?werkveld=praktijk").text
    assert voorkant.count('class="kaartje ') == GRENS + 1
    assert 'class="lijnen' not in voorkant
    assert re.findall(r'<li id="kaart-([a-z0-9-]+)"', gekozen) == ["functie-03"]
    assert "Toon alle functies" in gekozen
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


def test_a_card_says_in_one_line_what_you_do(client, inhoud, publiceer_nu):
    Rij.objects.filter(slug="bezorger").update(in_een_regel="Je brengt brood.")
    publiceer_nu("2")

    html = tekst(client.get("/").text)

    assert "Bezorger Leiding en bezorging. Je brengt brood." in html
    assert "Banketbakker Werkplaats. Jij maakt taarten, koekjes en gebak." in html  # the first sentence of its summary


def test_a_next_step_says_what_it_asks(client, inhoud):
    html = tekst(client.get("/functies/broodbakker/").text)

    assert "Dezelfde opleiding past. Nieuw: 1 van de 3 competenties." in html
    assert "Je hebt het Diploma Ovenmeester. Nieuw: 2 van de 4 competenties." in html  # what editors wrote comes first


def test_what_is_first_to_do_follows_from_what_somebody_has(client, inhoud):
    def eerst(adres):
        return re.search(r'class="knop naar" href="([^"?]*)', client.get(adres).text)[1]

    assert eerst("/functies/bakkershulp/") == "/beginnen/"
    assert eerst("/functies/broodbakker/") == "/routes/"
    assert eerst("/functies/broodbakker/?opleiding=broodbakken") == "/beginnen/"
