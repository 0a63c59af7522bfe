"""Search in the header: results while typing, with keyboard and screen reader."""

import re

from playwright.sync_api import expect


def veld(pagina):
    return pagina.get_by_role("searchbox", name="Zoek een functie, opleiding of code")


def test_results_come_while_typing_and_are_announced(pagina, axe):
    pagina.goto("/")

    veld(pagina).press_sequentially("bezorg", delay=20)

    expect(pagina.locator("#resultaten a").first).to_have_text("Bezorger")
    expect(pagina.locator("[data-zoekstand]")).to_have_text(re.compile(r"^\d+ resultaten$"))
    axe(pagina)


def test_the_keyboard_walks_through_results_and_escape_closes_them(pagina):
    pagina.goto("/over/")
    veld(pagina).press_sequentially("banketbakker", delay=20)
    expect(pagina.locator("#resultaten a").first).to_be_visible()

    pagina.keyboard.press("ArrowDown")
    expect(pagina.locator("#resultaten a").first).to_be_focused()
    pagina.keyboard.press("ArrowUp")
    expect(veld(pagina)).to_be_focused()
    pagina.keyboard.press("Escape")
    expect(pagina.locator("#resultaten")).to_have_count(0)
    veld(pagina).fill("banketbakker")
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(re.compile(r"/zoeken/\?q=banketbakker$"))
    pagina.locator("#resultaten a").first.click()
    expect(pagina).to_have_url(re.compile(r"/functies/banketbakker/$"))


def test_a_result_opens_a_whole_page_from_the_explorer(pagina):
    pagina.goto("/functies/bakkershulp/")
    veld(pagina).press_sequentially("noor", delay=20)

    pagina.locator("#resultaten a").first.click()

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Het verhaal van Noor")
    expect(pagina.get_by_role("banner")).to_be_visible()


def test_search_works_without_javascript(nieuwe_pagina):
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto("/")

    veld(pagina).fill("banketbaker")
    pagina.get_by_role("button", name="Zoek", exact=True).click()

    expect(pagina.locator("#resultaten a").first).to_have_text("Banketbakker")
