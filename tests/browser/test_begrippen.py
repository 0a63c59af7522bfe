"""A word that the site explains, opened below itself."""

import re

from playwright.sync_api import expect

PAGINA = "/functies/bakkershulp/"
TELEFOON = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def open_woord(pagina):
    """Go to the page, and unfold what the word stands in."""
    pagina.goto(PAGINA)
    pagina.get_by_role("heading", name="Wat doe je?").click()


def test_with_the_keyboard_the_explanation_opens_below_the_word_and_gives_the_focus_back(nieuwe_pagina):
    pagina = nieuwe_pagina()
    open_woord(pagina)
    woord = pagina.get_by_role("link", name="meel", exact=True)

    woord.focus()
    pagina.keyboard.press("Enter")
    uitleg = pagina.get_by_role("dialog", name="meel")
    expect(uitleg).to_contain_text("Meel is graan")
    expect(uitleg).to_be_focused()
    expect(woord).to_have_attribute("aria-expanded", "true")

    pagina.keyboard.press("Escape")
    expect(uitleg).to_be_hidden()
    expect(woord).to_be_focused()
    assert pagina.url.endswith(PAGINA)


def test_on_a_phone_a_tap_opens_it_within_the_screen_and_a_tap_elsewhere_closes_it(nieuwe_pagina):
    pagina = nieuwe_pagina(**TELEFOON)
    open_woord(pagina)

    pagina.get_by_role("link", name="meel", exact=True).tap()
    uitleg = pagina.get_by_role("dialog", name="meel")
    expect(uitleg).to_be_in_viewport(ratio=1)

    pagina.get_by_role("heading", level=1).tap()
    expect(uitleg).to_be_hidden()


def test_without_a_script_the_word_leads_to_its_page(nieuwe_pagina):
    pagina = nieuwe_pagina(java_script_enabled=False)
    open_woord(pagina)

    pagina.get_by_role("link", name="meel", exact=True).click()

    expect(pagina).to_have_url(re.compile("/begrippen/meel/$"))
