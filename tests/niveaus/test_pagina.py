"""The page about levels: what each means and what stands there, the ways to grow, and where the map ends."""

import re

import pytest

from functies.models import Doorgroei, Functie
from niveaus.models import Groeiwijze, Niveauuitleg, Omweg, Traject
from opleidingen.models import Niveau
from tests.pagina import tekst
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database


@pytest.fixture
def html(client, inhoud):
    return client.get("/niveaus/").text


def niveaublok(html, slug):
    """The text of one level on the page."""
    return tekst(re.search(rf'<li class="niveau" id="niveau-{slug}">.*?</div>\s*</li>', html, re.S)[0])


def test_a_level_says_its_number_what_it_means_and_what_stands_there(html):
    assert niveaublok(html, "leerling").startswith("NLQF 2 Leerling Je kijkt mee en bakt onder toezicht.")
    gezel = niveaublok(html, "gezel")
    assert gezel.startswith("NLQF 4 Gezel indicatie Je bakt zelf. Een meester proeft mee.")
    assert "De functies op dit niveau" in gezel
    assert "Broodbakker" in gezel
    assert "Bakkershulp" not in gezel
    assert "NLQF" not in niveaublok(html, "meester")


def test_a_functie_with_a_range_of_levels_stands_at_each_of_them(html):
    assert Functie.objects.get(slug="winkelleider").tot_niveau.slug == "meester"
    assert all("Winkelleider" in niveaublok(html, slug) for slug in ("gezel", "meester"))


def test_what_stands_above_the_map_is_told_with_the_way_to_it(html):
    assert "Hier staat ook de gildemeester. Zo word je gildemeester" in niveaublok(html, "meester")


def test_a_traject_tells_the_years_of_its_steps(html):
    traject = tekst(re.search(r'<ol class="trap".*?</ol>', html, re.S)[0])

    assert traject == (
        "jaar 1 tot en met 2 · Leren Leerjaren Je leert bij een meester. "
        "jaar 3 · Reizen Reisjaar Je bakt in een andere stad. daarna Gildemeester Je hangt je schild op."
    )


def test_a_way_to_grow_counts_the_steps_of_the_map_or_says_that_there_are_none(client, inhoud, publiceer_nu):
    Doorgroei.objects.filter(soort="verbreding").delete()
    aantal = Doorgroei.objects.filter(soort="verdieping", beide_kanten=False).count()
    assert not Doorgroei.objects.filter(soort="verdieping", beide_kanten=True).exists()
    publiceer_nu("2")

    html = client.get("/niveaus/").text
    blokken = {
        soort: tekst(html.partition(f'id="soort-{soort}"')[2].partition("Bron")[0])
        for soort in ("verdieping", "verbreding")
    }

    assert f"Op de kaart: {aantal} stap" in blokken["verdieping"]
    assert "Voorbeeld. Van knecht naar zuurdesembakker." in blokken["verdieping"]
    assert "Op de kaart staat nog geen stap van deze soort." in blokken["verbreding"]
    assert "Voorbeeld" not in blokken["verbreding"]


def test_without_anything_to_tell_there_is_no_page_and_no_link_to_it(client, inhoud, publiceer_nu):
    for model in (Niveauuitleg, Groeiwijze, Traject):
        model.objects.all().delete()
    publiceer_nu("2")

    assert client.get("/niveaus/").status_code == 404
    for adres in ("/", "/functies/broodbakker/", "/sector/"):
        assert "/niveaus/" not in client.get(adres).text


def test_what_is_empty_has_no_heading(client, inhoud, publiceer_nu):
    Groeiwijze.objects.all().delete()
    Traject.objects.all().delete()
    Niveauuitleg.objects.update(indicatie=False)
    publiceer_nu("2")

    html = tekst(client.get("/niveaus/").text)

    assert "manieren om te groeien" not in html
    assert "indicatie" not in html
    assert "Zo word je" not in html


def test_the_level_in_the_panel_leads_to_its_explanation(client, inhoud):
    assert re.search(r'href="/niveaus/#niveau-gezel"\s*>gezel</a>', client.get("/functies/broodbakker/").text)


def test_the_panel_tells_growth_that_is_no_single_step_and_leads_to_the_way(client, inhoud):
    html = client.get("/functies/bedrijfsleider/").text

    assert "Niet in één stap. Het gilde noemt deze groei. Je leert eerst leidinggeven." in tekst(html)
    assert "/routes/?van=bakkershulp&amp;naar=bedrijfsleider" in html
    assert "Niet in één stap" not in client.get("/functies/broodbakker/").text


def test_growth_from_a_functie_that_does_not_show_is_not_told(client, inhoud, publiceer_nu):
    Omweg.objects.update(van=Functie.objects.get(slug="bezorger"))
    Functie.objects.filter(slug="bezorger").update(zichtbaar=False)
    publiceer_nu("2")

    assert "Niet in één stap" not in client.get("/functies/bedrijfsleider/").text


@pytest.mark.parametrize(
    ("vraag", "adres"),
    [
        ("NLQF 4", "/niveaus/#niveau-gezel"),
        ("verbreding", "/niveaus/#soort-verbreding"),
        ("gildemeester", "/niveaus/#traject-gildemeester"),
        ("hoofd van het gilde", "/niveaus/#traject-gildemeester"),
    ],
)
def test_levels_ways_to_grow_and_trajecten_are_found(inhoud, vraag, adres):
    assert adres in [vondst.adres for vondst in zoek(inhoud, vraag).vondsten][:6]


def test_a_link_to_a_level_on_the_page_of_levels_still_comes_there(inhoud, client, publiceer_nu):
    Niveau.objects.filter(slug="gezel").update(slug="vakman")
    publiceer_nu("2")

    assert 'id="niveau-vakman"><span id="niveau-gezel"></span>' in client.get("/niveaus/").text
