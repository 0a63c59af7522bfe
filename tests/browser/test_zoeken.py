"""Search: results while typing, with keyboard and screen reader."""

import re

from playwright.sync_api import expect


def veld(pagina):
    return pagina.get_by_role("searchbox", name="Zoek een functie, opleiding of code")


def test_one_key_leads_from_any_page_to_the_field_that_waits_for_a_word(pagina):
    pagina.goto("/over/")

    pagina.get_by_role("banner").get_by_role("link", name="Zoek", exact=True).press("Enter")

    expect(veld(pagina)).to_be_focused()


def test_results_come_while_typing_and_are_announced(pagina, axe):
    pagina.goto("/zoeken/")

    veld(pagina).press_sequentially("bezorg", delay=20)

    expect(pagina.locator("#resultaten a").first).to_have_text("Bezorger")
    expect(pagina.locator("[data-zoekstand]")).to_have_text(re.compile(r"^\d+ resultaten$"))
    axe(pagina)


def test_the_keyboard_walks_through_results_and_back_to_the_field(pagina):
    pagina.goto("/zoeken/")
    veld(pagina).press_sequentially("banketbakker", delay=20)
    expect(pagina.locator("#resultaten a").first).to_be_visible()

    pagina.keyboard.press("ArrowDown")
    expect(pagina.locator("#resultaten a").first).to_be_focused()
    pagina.keyboard.press("ArrowUp")
    expect(veld(pagina)).to_be_focused()
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Escape")
    expect(veld(pagina)).to_be_focused()
    veld(pagina).fill("banketbakker")
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(re.compile(r"/zoeken/\?q=banketbakker$"))
    pagina.locator("#resultaten a").first.click()
    expect(pagina).to_have_url(re.compile(r"/functies/banketbakker/$"))


def test_search_works_without_javascript(nieuwe_pagina):
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto("/")
    pagina.get_by_role("banner").get_by_role("link", name="Zoek", exact=True).click()

    veld(pagina).fill("banketbaker")
    pagina.get_by_role("button", name="Zoek", exact=True).click()

    expect(pagina.get_by_role("region", name="Bedoel je").get_by_role("link").first).to_have_text("Banketbakker")
