"""Functies side by side, on a laptop, on a phone, without a script and on paper."""

import re

import pytest
from playwright.sync_api import expect

DRIE = "/vergelijken/?functie=broodbakker&functie=meesterbakker-aan-de-grote-oven&functie=bezorger"
ALLES = f"{DRIE}&alleen=verschillen&naast=3&opleiding=fijn-gebak"
BREED = [1366, 1920]
SMAL = [320, 390]


def vergelijkt(pagina, namen):
    expect(pagina.locator("thead th:visible")).to_have_text([re.compile(f"^\\s*{naam}") for naam in namen])


@pytest.mark.parametrize("breed", [*SMAL, 768, *BREED])
def test_nothing_scrolls_sideways_and_axe_finds_nothing(nieuwe_pagina, axe, breed):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in (DRIE, ALLES):
        pagina.goto(adres)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed
        assert (
            pagina.evaluate("""[...document.querySelectorAll("main *")]
            .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && !e.matches(".voorlezen")
              && /auto|scroll/.test(getComputedStyle(e).overflowX)).length""")
            == 0
        )
        axe(pagina)


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_one_functie_stands_beside_the_first_and_a_link_chooses_which(nieuwe_pagina, script):
    pagina = nieuwe_pagina(viewport={"width": 390, "height": 740}, java_script_enabled=script)
    pagina.goto(DRIE)
    vergelijkt(pagina, ["Broodbakker", "Meesterbakker aan de grote oven"])
    expect(pagina.get_by_role("row", name="De weg vinden")).to_have_count(0)

    pagina.get_by_role("navigation", name="Naast Broodbakker").get_by_role("link", name="Bezorger").click()

    vergelijkt(pagina, ["Broodbakker", "Bezorger"])
    expect(pagina.get_by_role("row", name="De weg vinden")).to_have_count(1)
    expect(pagina.get_by_role("row", name="Een rooster maken")).to_have_count(0)
    expect(pagina.locator("#naast-elkaar")).to_be_in_viewport()
    pagina.get_by_role("link", name="Alleen de verschillen").click()
    vergelijkt(pagina, ["Broodbakker", "Bezorger"])
    expect(pagina.get_by_role("row", name="Hygiënepas")).to_have_count(0)


def test_on_a_laptop_all_stand_side_by_side_below_a_heading_that_stays(pagina):
    pagina.goto(DRIE)

    vergelijkt(pagina, ["Broodbakker", "Meesterbakker aan de grote oven", "Bezorger"])
    expect(pagina.get_by_role("navigation", name="Naast Broodbakker")).to_be_hidden()
    expect(pagina.get_by_label("1e functie")).to_have_value("broodbakker")
    pagina.get_by_role("row", name="Mogelijke stappen").scroll_into_view_if_needed()
    expect(pagina.get_by_role("columnheader", name="Bezorger")).to_be_in_viewport()


def test_on_a_phone_other_functies_are_chosen_behind_a_word(nieuwe_pagina):
    pagina = nieuwe_pagina(viewport={"width": 390, "height": 740})
    pagina.goto(DRIE)
    expect(pagina.get_by_label("2e functie")).to_be_hidden()

    pagina.get_by_text("Andere functies kiezen").click()
    pagina.get_by_label("2e functie").select_option("Winkelmedewerker")
    pagina.get_by_role("button", name="Vergelijk", exact=True).click()

    vergelijkt(pagina, ["Broodbakker", "Winkelmedewerker"])


def test_a_sign_is_told_apart_without_its_colour(nieuwe_pagina):
    pagina = nieuwe_pagina(forced_colors="active")
    pagina.goto(DRIE)
    vormen = pagina.evaluate("""["zoals", "nieuw", "niet", "geen"].map((soort) => {
        const stip = document.querySelector(`td .stip.${soort}`);
        const stijl = getComputedStyle(stip);
        const plus = getComputedStyle(stip, "::after").content !== "none";
        return [stijl.borderTopStyle, stijl.borderTopWidth, plus].join();
    })""")
    assert len(set(vormen)) == 4


def test_it_prints_on_one_sheet_with_all_functies(nieuwe_pagina, tmp_path):
    pagina = nieuwe_pagina(viewport={"width": 390, "height": 740})
    pagina.goto(DRIE)
    pagina.emulate_media(media="print")

    expect(pagina.locator("thead th:visible")).to_have_count(3)
    assert pagina.pdf(path=tmp_path / "vergelijking.pdf", format="A4").count(b"/Type /Page\n") == 1
