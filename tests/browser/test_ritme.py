"""The rhythm of the pages: nothing left over, nothing half empty, large enough to press; and motion that is quiet."""

import pytest
from playwright.sync_api import expect

TEGELS = ["/functies/", "/opleidingen/", "/verhalen/", "/artikelen/", "/werkgevers/"]
LEESTEKST = ["/over/", "/vragen/", "/opleidingen/fijn-gebak/", "/verhalen/noor/"]
RIJEN = """() => [...document.querySelectorAll(".tegels")].map((vak) => {
    const rijen = Map.groupBy([...vak.children].map((e) => e.getBoundingClientRect()), (r) => Math.round(r.top));
    const breed = vak.getBoundingClientRect();
    return [...rijen.values()].map((rij) => [breed.left - rij[0].left, breed.right - rij.at(-1).right, rij.length]);
})"""
BEWEGING = """() => [...document.querySelectorAll("*")].flatMap((e) => {
    const { transitionDuration, animationDuration } = getComputedStyle(e);
    return [transitionDuration, animationDuration].join().split(",").map(parseFloat);
}).reduce((langste, duur) => Math.max(langste, duur), 0)"""


@pytest.mark.parametrize("breed", [1366, 1920])
def test_every_row_of_cards_fills_its_width(nieuwe_pagina, breed):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 768})
    for adres in TEGELS:
        pagina.goto(adres)
        for vak in pagina.evaluate(RIJEN):
            for links, rechts, _ in vak:
                assert (links, rechts) == pytest.approx((0, 0), abs=1), adres


def test_a_reading_page_starts_at_the_edge_of_the_brand_and_uses_more_than_half_of_the_window(pagina):
    for adres in LEESTEKST:
        pagina.goto(adres)
        links, rechts = pagina.locator(".leestekst").evaluate(
            "e => { const r = e.getBoundingClientRect(); return [r.left, r.right]; }"
        )
        merk = pagina.locator(".merk").evaluate("e => e.getBoundingClientRect().left")
        tekst = pagina.locator(".leestekst p").evaluate_all(
            "alle => Math.max(...alle.map((e) => e.getBoundingClientRect().right))"
        )
        assert links == pytest.approx(merk, abs=1), adres
        assert rechts > 1300, adres
        assert tekst > 900, adres


@pytest.mark.parametrize("breed", [390, 1366])
def test_main_controls_are_at_least_48_pixels_high(nieuwe_pagina, breed):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in (
        "/",
        "/functies/",
        "/routes/?van=bakkershulp&naar=bedrijfsleider",
        "/zoeken/",
        "/lijst/",
        "/verhalen/noor/",
    ):
        pagina.goto(adres)
        laag = pagina.locator("main :is(.knop, .pil, .keuze select, .zoek input):visible").evaluate_all(
            "alle => alle.filter((e) => e.getBoundingClientRect().height < 47.9).map((e) => e.outerHTML.slice(0, 100))"
        )
        assert laag == [], adres


@pytest.mark.parametrize(("wens", "hoogstens"), [("no-preference", 0.2), ("reduce", 0)])
def test_motion_is_short_and_absent_for_who_asks_that(nieuwe_pagina, wens, hoogstens):
    pagina = nieuwe_pagina(reduced_motion=wens)
    pagina.goto("/")
    pagina.locator("#kaart").get_by_role("link", name="Broodbakker").click()

    expect(pagina.locator("#paneel-kop")).to_be_focused()
    assert pagina.evaluate(BEWEGING) <= hoogstens
    assert pagina.locator("#paneel").evaluate("e => parseFloat(getComputedStyle(e).transitionDuration)") == (
        0.15 if hoogstens else 0
    )
