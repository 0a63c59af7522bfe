"""The map in the admin page of a functie."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.fixtures import Site

LINK = "Bekijk de kaart in het voorbeeld"


def open_functie(pagina, naam="Winkelmedewerker"):
    pagina.goto(f"/beheer/functies/functie/?q={naam}")
    pagina.locator("#result_list").get_by_role("link", name=naam, exact=True).first.click()
    return pagina.get_by_role("region", name=f"De kaart met {naam} gekozen")


@pytest.mark.parametrize(
    ("breedte", "kleuren"),
    [
        (1366, "light"),
        (390, "dark"),
        pytest.param(1366, "dark", marks=pytest.mark.drill),
        pytest.param(390, "light", marks=pytest.mark.drill),
    ],
)
def test_the_map_stands_in_the_page_and_scrolls_inside_its_own_box(log_in, axe, breedte, kleuren):
    pagina = log_in(viewport={"width": breedte, "height": 900}, color_scheme=kleuren)

    kaart = open_functie(pagina)

    gekozen = kaart.get_by_role("link", name=re.compile("^Winkelmedewerker.*Nu gekozen"))
    expect(gekozen).to_have_attribute("aria-current", "true")
    expect(kaart.get_by_role("link", name=re.compile("^Winkelleider.*Mogelijke stap"))).to_be_visible()
    expect(kaart.locator(".lijn.vervolg")).to_have_css("stroke-width", "4px")
    expect(kaart.get_by_role("heading", name="Zo groei je")).to_have_count(0)
    assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth")
    vak, kaartje = kaart.bounding_box(), gekozen.bounding_box()
    assert vak["x"] >= 0
    assert vak["x"] + vak["width"] <= breedte
    assert vak["x"] <= kaartje["x"] <= kaartje["x"] + kaartje["width"] <= vak["x"] + vak["width"]
    assert kaart.evaluate("vak => vak.scrollWidth > vak.clientWidth") == (breedte < 880)
    axe(pagina, ".field-op_de_kaart")


def test_styles_of_the_site_and_the_admin_leave_each_other_alone(log_in, nieuwe_pagina):
    pagina, bezoeker = log_in(), nieuwe_pagina()
    bezoeker.goto("/functies/winkelmedewerker/")
    stijl = """(deel) => { const {fontSize, color, fontFamily, lineHeight} = getComputedStyle(deel);
        return [fontSize, color, fontFamily, lineHeight] }"""

    kaart = open_functie(pagina)

    expect(kaart.locator(".kaartje").first).to_be_visible()
    for selector in (".niveau", ".baan span", ".kaartje.gekozen .naam", ".legenda .vervolg"):
        zelfde = [waar.locator(selector).first.evaluate(stijl) for waar in (kaart, bezoeker.locator("#kaart"))]
        assert zelfde[0] == zelfde[1], selector
    zonder = pagina.get_by_label("Naam:", exact=True).evaluate(stijl)
    pagina.goto("/beheer/functies/functie/add/")
    assert pagina.get_by_label("Naam:", exact=True).evaluate(stijl) == zonder


def test_a_card_leads_to_the_preview(log_in):
    pagina = log_in()

    open_functie(pagina).get_by_role("link", name=re.compile("^Winkelleider")).click()

    expect(pagina).to_have_url(re.compile("/beheer/voorbeeld/functies/winkelleider/$"))
    expect(pagina.get_by_role("complementary", name="Voorbeeld")).to_be_visible()


def test_it_shows_what_is_saved_and_not_published(eigen_server: Site, log_in):
    pagina = log_in(site=eigen_server)
    open_functie(pagina)
    pagina.get_by_label("Naam op de kaart").fill("Iemand achter de toonbank")
    pagina.get_by_role("button", name="Opslaan en opnieuw bewerken").first.click()

    kaart = pagina.get_by_role("region", name="De kaart met Winkelmedewerker gekozen")

    expect(kaart.locator(".gekozen")).to_contain_text("Iemand achter de toonbank")


def test_without_the_map_the_link_is_there(log_in, bewaking):
    bewaking.verwacht.append("503")
    pagina = log_in()
    antwoorden = iter([{"status": 503, "body": "Druk"}, {"status": 200, "headers": {"HX-Redirect": "/beheer/"}}])
    pagina.route("**/beheer/voorbeeld/functies/**", lambda route: route.fulfill(**next(antwoorden)))
    for _ in range(2):
        kaart = open_functie(pagina)
        pagina.wait_for_load_state("networkidle")
        expect(pagina.get_by_role("link", name=LINK)).to_be_visible()
        expect(kaart).to_have_count(0)
    assert list(antwoorden) == []


def test_without_javascript_the_link_leads_to_the_map(log_in):
    pagina = log_in(java_script_enabled=False)
    kaart = open_functie(pagina)

    expect(kaart).to_have_count(0)
    pagina.get_by_role("link", name=LINK).click()

    expect(pagina.locator("#kaart .gekozen")).to_contain_text("Winkelmedewerker")
