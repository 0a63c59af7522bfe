"""Wat past bij mij? With a keyboard, without a script, on a small screen and in the dark."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.meten import VENSTERS

pytestmark = pytest.mark.xdist_group("huisartsenzorg")  # one process starts a site with all of our content

TELEFOON = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def test_the_questions_are_answered_with_the_keyboard_and_without_a_script(nieuwe_pagina):
    pagina = nieuwe_pagina(java_script_enabled=False, **TELEFOON)
    pagina.goto("/wat-past/")
    vraag = pagina.get_by_role("group", name="Wil je ook in de avond, de nacht of het weekend werken?")
    vraag.get_by_role("radio", name="Maakt niet uit").focus()
    pagina.keyboard.press("ArrowUp")
    expect(vraag.get_by_role("radio", name="Liever niet")).to_be_checked()
    pagina.keyboard.press("Enter")

    expect(pagina).to_have_url(re.compile(r"vraag-nacht=nee.*#uitkomst$"))
    expect(pagina.get_by_role("heading", name="Dit weten we")).to_be_in_viewport()
    pagina.get_by_role("link", name="Triagist", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Triagist")


@pytest.mark.parametrize(("breed", "schema"), VENSTERS)
def test_it_fits_and_has_no_faults(nieuwe_pagina, axe, schermafdruk, breed, schema):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740}, color_scheme=schema)
    for naam, vraag in (("leeg", ""), ("vol", "?vraag-nacht=nee&vraag-patienten=ja&vraag-klachten=nee")):
        pagina.goto(f"/wat-past/{vraag}")
        axe(pagina)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed
        schermafdruk(pagina, f"passen-{naam}-{breed}-{schema}")
