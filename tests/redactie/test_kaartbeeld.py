"""The picture of the map on the page of a functie: what visitors will see of the working copy."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from functies.kaart import GRENS
from functies.models import Functie, Ontwikkelpad
from redactie.kaartbeeld import regels, tokens
from tests.pagina import formuliervelden, tekst

SVG = "{http://www.w3.org/2000/svg}"


def adres(slug):
    return f"/beheer/functies/functie/{Functie.objects.get(slug=slug).pk}/kaart.svg"


@pytest.fixture
def beeld(beheerder):
    """The picture with the functie with this slug chosen, as XML."""

    def haal(slug):
        response = beheerder.get(adres(slug))
        assert (response.status_code, response.headers["Content-Type"]) == (200, "image/svg+xml")
        return ElementTree.fromstring(response.content)  # noqa: S314 - our own

    return haal


def kaartjes(svg):
    """{full name: (what it is to the chosen one, the text on the card)}"""
    gevonden = {}
    for groep in svg.iter(f"{SVG}g"):
        lijnen = [regel.text for regel in groep.iter(f"{SVG}text")]
        op_kaart = "".join(lijn.removesuffix("-") if lijn.endswith("-") else f"{lijn} " for lijn in lijnen).strip()
        gevonden[groep.find(f"{SVG}title").text] = (groep.get("class", ""), op_kaart)
    return gevonden


def test_every_functie_of_the_pad_is_in_the_picture_with_its_name(beeld, inhoud):
    gevonden = kaartjes(beeld("triagist"))

    assert set(gevonden) == {functie.volledige_naam for functie in inhoud.functies.values()}
    for functie in inhoud.functies.values():
        naam = (functie.kaartnaam or functie.volledige_naam).replace("|", "")
        assert gevonden[functie.volledige_naam][1].startswith(naam)


def test_the_chosen_functie_and_its_neighbours_are_told_apart_in_words_and_form(beeld, inhoud):
    svg = beeld("triagist")

    standen = {naam: stand for naam, stand in kaartjes(svg).items() if stand[0]}
    assert standen == {
        "Triagist": ("gekozen", "Triagist Nu gekozen"),
        "Doktersassistent (DA)": ("vooraf", "Doktersassistent Hier kom je vandaan"),
        "Leidinggevend triagist": ("vervolg", "Leidinggevend triagist Mogelijke stap"),
    }
    lijnen = [(lijn.get("stroke-width"), lijn.get("stroke-dasharray")) for lijn in svg.iter(f"{SVG}path")]
    assert sorted(lijnen, reverse=True)[:2] == [("4", "none"), ("3", "1 6")]
    assert len(lijnen) == len(inhoud.doorgroei)


def test_every_functie_can_be_chosen(beeld, inhoud):
    for slug, functie in inhoud.functies.items():
        assert kaartjes(beeld(slug))[functie.volledige_naam][0] == "gekozen"


def test_it_shows_what_is_saved_and_not_published_yet(beeld, inhoud, maak_stap):
    triagist, manager = (Functie.objects.get(slug=slug) for slug in ("triagist", "praktijkmanager"))
    Functie.objects.filter(slug="physician-assistant").update(zichtbaar=False)

    maak_stap(triagist, manager)

    gevonden = kaartjes(beeld("triagist"))
    assert gevonden["Praktijkmanager"][0] == "vervolg"
    assert "Physician assistant" not in gevonden


def test_names_with_signs_of_xml_stay_text(beeld, maak_functie):
    maak_functie("<b onload='x'>&\"']]>", slug="raar")
    maak_functie("Bel\x07 en \x1b esc", slug="bel")

    gevonden = kaartjes(beeld("raar"))

    assert set(gevonden) == {"<b onload='x'>&\"']]>", "Bel en  esc"}
    assert gevonden["<b onload='x'>&\"']]>"][1].replace(" ", "").startswith("<bonload='x'>&\"']]>")


def test_the_picture_fits_the_strict_policy_and_is_never_kept(beheerder, inhoud):
    response = beheerder.get(adres("triagist"))

    assert "no-store" in response.headers["Cache-Control"]
    assert "img-src 'self' data:" in response.headers["Content-Security-Policy"]
    assert re.findall(r"<style|\sstyle=|<script|\son\w+=|href=|url\(", response.text) == []


def test_only_who_may_see_functies_gets_it(client, inhoud, redacteur):
    niemand = Client()
    niemand.force_login(User.objects.create_user("zonder-rechten", is_staff=True))

    statussen = [wie.get(adres("triagist")).status_code for wie in (client, niemand, redacteur)]

    assert statussen == [302, 403, 200]
    assert redacteur.post(adres("triagist")).status_code == 405


def test_the_page_shows_the_picture_in_words_too_and_leads_to_the_preview(beheerder, inhoud):
    pagina = beheerder.get(adres("triagist").replace("kaart.svg", "change/"))

    beeld = re.search(r'<a class="kaartbeeld" href="([^"]*)"><img src="([^"]*)" alt="([^"]*)"></a>', pagina.text)
    assert beeld.groups() == (
        "/beheer/voorbeeld/functies/triagist/",
        adres("triagist"),
        "De kaart met Triagist gekozen. Mogelijke stappen: Leidinggevend triagist. "
        "Hier kom je vandaan: Doktersassistent (DA).",
    )


@pytest.mark.parametrize(
    ("maak_stuk", "zin"),
    [
        (
            lambda: Functie.objects.filter(slug="triagist").update(zichtbaar=False),
            "Deze functie staat niet op de kaart, want ‘zichtbaar’ staat uit.",
        ),
        (
            lambda: Ontwikkelpad.objects.all().delete(),
            "De kaart kan nu niet worden gemaakt. De teksten van de site ontbreken. Vul die eerst in.",
        ),
    ],
)
def test_without_a_picture_the_page_says_why(beheerder, inhoud, maak_stuk, zin):
    maak_stuk()

    pagina = beheerder.get(adres("triagist").replace("kaart.svg", "change/"))

    assert zin in tekst(pagina.text)
    assert "kaart.svg" not in pagina.text
    assert beheerder.get(adres("triagist")).status_code == 404


def test_a_functie_that_is_not_saved_yet_has_no_picture(beheerder, inhoud):
    assert "Sla de functie eerst op." in beheerder.get("/beheer/functies/functie/add/").text
    assert beheerder.get("/beheer/functies/functie/999999/kaart.svg").status_code == 404


def test_a_page_that_is_refused_shows_the_map_as_it_was_saved(beheerder, inhoud):
    pagina = adres("triagist").replace("kaart.svg", "change/")
    velden = formuliervelden(beheerder.get(pagina).text)

    response = beheerder.post(pagina, velden | {"naam": "", "slug": "iets-anders"})

    assert response.status_code == 200
    assert 'href="/beheer/voorbeeld/functies/triagist/"' in response.text


def test_of_a_map_that_is_too_large_the_neighbourhood_is_shown(beeld, maak_functie, maak_stap):
    reeks = [maak_functie(f"Functie {nummer:02}") for nummer in range(GRENS + 2)]
    for van, naar in pairwise(reeks):
        maak_stap(van, naar)

    gevonden = kaartjes(beeld("functie-05"))

    assert {naam: stand for naam, (stand, _) in gevonden.items()} == {
        "Functie 04": "vooraf",
        "Functie 05": "gekozen",
        "Functie 06": "vervolg",
    }


def test_where_even_that_is_too_large_the_page_says_so(beheerder, maak_functie, maak_stap):
    midden = maak_functie("Midden")
    for nummer in range(GRENS + 1):
        maak_stap(midden, maak_functie(f"Functie {nummer}", niveau=6))

    pagina = beheerder.get(adres("midden").replace("kaart.svg", "change/"))

    assert "De kaart is te groot: meer dan 24 functies naast of onder elkaar." in tekst(pagina.text)


def test_the_colours_are_those_of_the_site_on_light_paper():
    css = (settings.BASE_DIR / "static" / "ontwikkelpad.css").read_text()

    assert (tokens()["papier"], tokens()["inkt"]) == ("#faf7f2", "#17212b")
    assert f"--rand-sterk: {tokens()['rand_sterk']};" in css


@pytest.mark.parametrize(
    ("tekst", "lijnen"),
    [
        ("Triagist", ["Triagist"]),
        ("Leidinggevend triagist", ["Leidinggevend", "triagist"]),
        ("Praktijk\u00adondersteuner (POH)", ["Praktijk-", "ondersteuner", "(POH)"]),
        ("Huis\u00adarts", ["Huisarts"]),
        ("", [""]),
    ],
)
def test_a_name_breaks_at_spaces_and_where_its_editor_said(tekst, lijnen):
    assert regels(tekst, 13, 4) == lijnen


@given(naam=st.text(st.sampled_from("ab<& \u00ad\x00\ufffe\n") | st.characters(), max_size=80))
def test_no_line_is_too_long_and_no_letter_gets_lost(naam):
    lijnen = regels(naam, 13, 1000)

    def letters(tekst):
        return [teken for teken in tekst if teken.isprintable() and teken not in " -"]

    assert all(len(lijn) <= 13 and lijn.isprintable() for lijn in lijnen)
    assert letters("".join(lijnen)) == letters("".join(naam.split()))
    assert len(regels(naam, 13, 4)) <= 4
