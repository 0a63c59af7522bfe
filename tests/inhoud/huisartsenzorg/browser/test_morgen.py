"""What to take along to Leeroverzicht: copied with a button, or selected where there is no script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("huisartsenzorg")  # one process starts a site with all of our content

TELEFOON = {"viewport": {"width": 360, "height": 740}}
KLEMBORD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.mark.parametrize("adres", ["/opleidingen/doktersassistent/", "/functies/triagist/"])
def test_code_and_name_are_copied_to_look_for_them_elsewhere(nieuwe_pagina, axe, adres):
    pagina = nieuwe_pagina(**TELEFOON, **KLEMBORD)
    pagina.goto(adres)

    pagina.get_by_role("button", name="Kopieer 25695").click()
    expect(pagina.get_by_text("Gekopieerd: 25695")).to_be_visible()
    assert pagina.evaluate("navigator.clipboard.readText()") == "25695"

    if adres.startswith("/opleidingen/"):  # among the rows of a functie the code is enough
        pagina.get_by_role("button", name="Kopieer de naam Doktersassistent").click()
        expect(pagina.get_by_text("Gekopieerd: Doktersassistent")).to_be_visible()
        assert pagina.evaluate("navigator.clipboard.readText()") == "Doktersassistent"
    axe(pagina)


def test_after_another_choice_on_the_map_the_buttons_are_there_too(pagina):
    pagina.goto("/")
    pagina.locator("#kaart-triagist a").click()

    expect(pagina.get_by_role("button", name="Kopieer 25695")).to_be_visible()


def test_a_browser_that_refuses_to_copy_says_what_to_type(nieuwe_pagina):
    pagina = nieuwe_pagina()
    pagina.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    pagina.goto("/opleidingen/doktersassistent/")

    pagina.get_by_role("button", name="Kopieer 25695").click()

    expect(pagina.get_by_text("Kopiëren lukt niet. Typ daar: 25695")).to_be_visible()


def test_without_a_script_code_and_name_stand_there_as_text(nieuwe_pagina):
    pagina = nieuwe_pagina(java_script_enabled=False, **TELEFOON)
    pagina.goto("/opleidingen/doktersassistent/")

    expect(pagina.get_by_text("Zoek daar op: Doktersassistent of 25695")).to_be_visible()
    expect(pagina.get_by_role("button", name="Kopieer 25695")).to_be_hidden()


def test_on_paper_there_are_words_and_addresses_and_no_buttons(pagina):
    pagina.goto("/opleidingen/doktersassistent/")
    pagina.emulate_media(media="print")

    expect(pagina.get_by_text("Zoek daar op: Doktersassistent of 25695")).to_be_visible()
    expect(pagina.get_by_role("button", name="Kopieer 25695")).to_be_hidden()
