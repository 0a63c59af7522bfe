"""The map of generated sectors of every size, in windows of every size: does it fit, and can it be read."""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from functies.kaart import MEEST
from tests.browser.fixtures import Site, draai_kopie
from tests.browser.meten import STEEKT_UIT, lijnen_raken, maak_venster
from tests.sectorkaart import maak_sector

AANTALLEN = (11, 25, 60, 110, 300, 1_100)
VENSTERS = ((360, 740), (768, 1024), (1366, 768), (1920, 1080))
ZAAD = 2026

# Cards that cover one another.
BEDEKT = """() => {
    const kaartjes = [...document.querySelectorAll(".kaartje a")].map((e) => [e, e.getBoundingClientRect()]);
    return kaartjes.flatMap(([e, r], n) => kaartjes.slice(n + 1, n + 200)
        .filter(([, q]) => r.left < q.right - 1 && q.left < r.right - 1 && r.top < q.bottom - 1 && q.top < r.bottom - 1)
        .map(([ander]) => `${e.textContent} / ${ander.textContent}`));
}"""
# Whether an element lies in the part of the map that is in sight, clear of the names of lanes and levels.
IN_ZICHT = """(e) => {
    const vak = document.querySelector(".kaartrol"), k = e.getBoundingClientRect(), v = vak.getBoundingClientRect();
    const baan = vak.querySelector(".baan > div").getBoundingClientRect();
    const niveau = vak.querySelector(".niveau").getBoundingClientRect();
    return k.left >= baan.right - 1 && k.right <= v.right + 1 && k.top >= niveau.bottom - 1 && k.bottom <= v.bottom + 1;
}"""


@pytest.fixture(scope="module")
def grote_site(begin, tmp_path_factory) -> Iterator[Site]:
    """A site of which each test publishes the sector that it needs."""
    yield from draai_kopie(begin, tmp_path_factory.mktemp("groot"))


@pytest.fixture
def toon_sector(grote_site: Site, nieuwe_pagina: Callable[..., Page]) -> Callable[..., Page]:
    """Publish a sector of so many functies, and return a page on which it can be seen."""

    def toon_sector(aantal: int, **opties: Any) -> Page:
        grote_site.manage(
            "shell", "--no-imports", "-c", f"from tests.sectorkaart import publiceer; publiceer({aantal}, {ZAAD})"
        )
        pagina = nieuwe_pagina(grote_site, **opties)
        for _ in range(600):  # every process looks for a newer edition each second
            pagina.goto("/functies/")
            if pagina.locator(".tegel").count() == aantal:
                return pagina
            pagina.wait_for_timeout(200)
        pytest.fail(f"There are never {aantal} functies.")

    return toon_sector


def functie_met_stappen(aantal: int) -> str:
    """Return the functie with most steps to and from it."""
    stappen = [slug for stap in maak_sector(random.Random(ZAAD), aantal).stappen for slug in stap]  # noqa: S311
    return max(sorted(set(stappen)), key=stappen.count)


def klopt(pagina: Page, waar: str) -> None:
    """Assert that nothing sticks out or covers another, and that lines join cards and run through no other."""
    assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), waar
    assert pagina.evaluate(STEEKT_UIT) == [], waar
    assert pagina.evaluate(BEDEKT) == [], waar
    if pagina.locator("svg.lijnen").is_visible():
        lijnen_raken(pagina, waar)


@pytest.mark.parametrize(
    ("aantal", "vensters"),
    [(60, VENSTERS[::2]), *(pytest.param(aantal, VENSTERS, marks=pytest.mark.drill) for aantal in AANTALLEN)],
)
def test_a_sector_of_any_size_fits_in_every_window(toon_sector, axe, aantal, vensters):
    slug = functie_met_stappen(aantal)
    pagina = toon_sector(aantal, reduced_motion="reduce")
    for breed, hoog in vensters:
        maak_venster(pagina, breed, hoog)
        for adres in ("/", "/?werkveld=w1", f"/functies/{slug}/", f"/functies/{slug}/?kaart=buurt"):
            pagina.goto(adres)
            klopt(pagina, f"{adres} {breed}")
            kaart = pagina.locator(".getekend")
            if kaart.is_visible():
                assert (kaart.evaluate("e => getComputedStyle(e).display") == "grid") == (breed >= 960), (adres, breed)
        assert kaart.is_visible() == (breed >= 960)  # around one functie there always is a map
    pagina.goto("/")
    if aantal <= 110:  # of more cards axe takes minutes, and they are all alike
        axe(pagina)
    assert pagina.locator(".getekend").count() == (aantal <= MEEST)
    assert pagina.locator("table.telling").count() == (aantal > MEEST)


@pytest.mark.drill
def test_a_map_that_is_larger_than_its_box_keeps_its_names_and_the_chosen_functie_in_sight(toon_sector):
    slug = functie_met_stappen(60)
    pagina = toon_sector(60, reduced_motion="reduce")
    pagina.goto("/")
    kaart = pagina.get_by_role("region", name="Functies en hun stappen")
    expect(pagina.get_by_text("Schuif om de rest te zien.")).to_be_visible()
    assert kaart.evaluate("e => e.scrollWidth > e.clientWidth && e.scrollHeight > e.clientHeight")
    assert kaart.bounding_box()["y"] + kaart.bounding_box()["height"] <= 768

    kaart.evaluate("e => e.scrollTo(e.scrollWidth, e.scrollHeight)")

    vak = kaart.bounding_box()
    for naam in (pagina.locator(".niveau span").last, pagina.locator(".baan span").last):
        plek = naam.bounding_box()
        assert vak["x"] <= plek["x"] <= plek["x"] + plek["width"] <= vak["x"] + vak["width"] + 1
        assert vak["y"] <= plek["y"] <= plek["y"] + plek["height"] <= vak["y"] + vak["height"] + 1

    pagina.goto(f"/functies/{slug}/")
    assert pagina.locator(".gekozen").evaluate(IN_ZICHT)


@pytest.mark.drill
def test_from_counts_to_a_werkveld_to_a_functie(toon_sector):
    pagina = toon_sector(300)
    pagina.goto("/")

    pagina.locator("table.telling tbody a").first.click()
    expect(pagina).to_have_url(re.compile("werkveld="))
    pagina.locator(".kaartje a").first.click()

    expect(pagina.locator(".getekend .gekozen")).to_be_visible()
    expect(pagina.get_by_role("link", name="Toon de functies van dit werkveld")).to_be_visible()


@pytest.mark.drill
def test_a_long_list_is_narrowed_while_typing(toon_sector, nieuwe_pagina, grote_site):
    pagina = toon_sector(110)
    for adres, rijen in (("/", ".kaartje"), ("/functies/", ".tegel")):
        pagina.goto(adres)
        veld = pagina.get_by_label("Zoek in deze lijst")
        veld.fill("KWALITEITSCOORD groep")
        over = pagina.locator(f"{rijen}:visible")
        aantal = over.count()
        assert 0 < aantal < 110
        assert {"Kwaliteitscoördinator" in tekst for tekst in over.all_text_contents()} == {True}
        expect(pagina.locator(".versmal [role=status]")).to_have_text(f"{aantal} functies")
        veld.fill("qqzz")
        expect(pagina.locator(".versmal [role=status]")).to_have_text("Geen functies")
        expect(pagina.locator("main h2:visible, main h3:visible").filter(has_text="Niveau")).to_have_count(0)
        veld.press("Escape")
        expect(over).to_have_count(110)
        expect(veld).to_have_value("")

    zonder = nieuwe_pagina(grote_site, java_script_enabled=False)
    zonder.goto("/")
    expect(zonder.get_by_label("Zoek in deze lijst")).to_be_hidden()
