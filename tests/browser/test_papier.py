"""On paper: the map on one sheet, a functie with its neighbours, a route; in black and white, with nothing to press."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.gesprek import bladzijden
from tests.browser.meten import lijnen_kloppen

ROUTE = "/routes/?van=bakkershulp&naar=bedrijfsleider"
NIET_GRIJS = """(deel) => [...document.querySelectorAll(`${deel}, ${deel} *`)].filter((e) => e.checkVisibility())
    .flatMap((e) => {
        const s = getComputedStyle(e);
        const kleuren = [s.color, s.borderTopColor, s.borderLeftColor, s.stroke, s.backgroundColor];
        return kleuren.map((kleur) => [e.outerHTML.slice(0, 80), kleur]);
    })
    .filter(([, kleur]) => new Set((kleur.match(/[\\d.]+/g) ?? []).slice(0, 3)).size > 1)"""


OVERGANGEN = """() => [...document.querySelectorAll("*")]
    .filter((e) => getComputedStyle(e).transitionDuration !== "0s").map((e) => e.outerHTML.slice(0, 80))"""


def maten(pdf):
    """Width and height of the pages, in millimetres."""
    vakken = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return {tuple(round(float(maat) / 72 * 25.4) for maat in vak) for vak in vakken}


def druk(pagina):
    return pagina.pdf(prefer_css_page_size=True)


@pytest.mark.parametrize("adres", ["/", "/?werkveld=winkel", "/?opleiding=fijn-gebak"])
def test_the_map_prints_on_one_sheet_across(pagina, adres):
    pagina.goto(adres)

    pdf = druk(pagina)

    assert bladzijden(pdf) == 1
    assert maten(pdf) == {(297, 210)}


def test_the_printed_map_says_what_it_is_and_of_when_and_nothing_else(pagina, schermafdruk):
    pagina.set_viewport_size({"width": 1047, "height": 718})
    pagina.goto("/")
    pagina.emulate_media(media="print", color_scheme="dark")

    expect(pagina.locator(".merk")).to_contain_text("Ontwikkelpad Bakkerij")
    expect(pagina.locator(".voet")).to_contain_text("Versie 2, 1 maart 2026")
    expect(pagina.locator("[data-paginaadres]")).to_have_text(f"{urlsplit(pagina.url).netloc}/")
    for deel, aantal in ((".kaartje", 8), (".niveau", 4), (".baan", 3)):
        assert pagina.locator(f"{deel}:visible").count() == aantal, deel
    lijnen = pagina.locator(".lijn").evaluate_all(
        "alle => alle.map((e) => e.checkVisibility() && e.getTotalLength() > 9)"
    )
    assert lijnen
    assert all(lijnen)
    gelezen = pagina.locator("main").inner_text()
    for weg in ("Welk werk bak jij", "Zoek een route", "Lees het verhaal", "Toon", "Werkveld\n"):
        assert weg not in gelezen
    expect(pagina.get_by_role("navigation")).to_have_count(0)
    assert pagina.evaluate(NIET_GRIJS, ".kaart") == []
    assert pagina.evaluate(OVERGANGEN) == []  # or a sheet is printed half-way between two colours
    schermafdruk(pagina, "kaart-druk")


def test_on_paper_lines_still_join_cards_and_names_keep_clear_of_their_edge(pagina):
    pagina.emulate_media(media="print")

    lijnen_kloppen(pagina, "/")


def test_a_map_too_large_for_one_sheet_prints_as_the_list(pagina):
    pagina.goto("/")
    pagina.locator(".op-blad").evaluate("e => e.classList.remove('op-blad')")  # as the page says it of such a map
    pagina.set_viewport_size({"width": 1366, "height": 768})
    pagina.emulate_media(media="print")

    expect(pagina.locator(".lijnen")).to_be_hidden()
    expect(pagina.locator(".baan").first).to_be_hidden()
    links = pagina.locator(".kaartje").evaluate_all("alle => alle.map(e => Math.round(e.getBoundingClientRect().left))")
    assert len(set(links)) == 1
    assert maten(druk(pagina)) != {(297, 210)}


def test_a_printed_functie_shows_who_leads_to_it_and_where_it_leads(pagina):
    pagina.goto("/functies/winkelmedewerker/")
    expect(pagina.locator(".buurt")).to_be_hidden()

    pagina.emulate_media(media="print", color_scheme="dark")

    def vakken(deel):
        return pagina.locator(f".buurt {deel}").evaluate_all(
            "alle => alle.map(e => [e.textContent.trim(), e.getBoundingClientRect()].map(x => x.toJSON?.() ?? x))"
        )

    [(naam, midden)] = vakken("> p")
    hierheen, verderop = vakken(".hierheen li > span"), vakken(".verderop li > span")
    assert naam == "Winkelmedewerker"
    assert {naam for naam, _ in hierheen} == {"Bakkershulp (BH)", "Bezorger"}
    assert {naam for naam, _ in verderop} == {"Winkelleider (WL)"}
    assert all(vak["right"] < midden["left"] for _, vak in hierheen)
    assert all(vak["left"] > midden["right"] for _, vak in verderop)
    assert pagina.evaluate(NIET_GRIJS, ".buurt") == []


@pytest.mark.parametrize("functie", ["winkelmedewerker", "broodbakker", "meesterbakker-aan-de-grote-oven"])
def test_a_functie_prints_on_two_upright_pages_at_most(pagina, functie):
    pagina.goto(f"/functies/{functie}/")

    pdf = druk(pagina)

    assert bladzijden(pdf) <= 2
    assert maten(pdf) != {(297, 210)}


def test_the_address_on_paper_is_that_of_what_was_chosen_last_without_choices_of_the_visitor(pagina):
    pagina.goto("/?opleiding=fijn-gebak")
    pagina.locator("#kaart").get_by_role("link", name=re.compile("^Broodbakker")).click()
    expect(pagina.locator("#paneel-kop")).to_have_text("Broodbakker (BB)")

    expect(pagina.locator("[data-paginaadres]")).to_have_text(f"{urlsplit(pagina.url).netloc}/functies/broodbakker/")
    expect(pagina.locator("[data-paginaadres]")).to_be_hidden()


def test_a_printed_route_keeps_its_small_map_in_black_and_white(pagina):
    pagina.goto(ROUTE)
    pagina.emulate_media(media="print", color_scheme="dark")

    expect(pagina.locator(".routekaart").first).to_be_visible()
    assert pagina.evaluate(NIET_GRIJS, ".routekaart") == []


STATIONS = """() => [...document.querySelectorAll(".routekaart")].map((kaart) => {
    const midden = (e) => { const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
    const svg = kaart.querySelector(":scope > svg"), matrix = svg.getScreenCTM();
    const einden = [...svg.querySelectorAll("path")].map((pad) => [0, pad.getTotalLength()].map((deel) => {
        const p = pad.getPointAtLength(deel).matrixTransform(matrix);
        return [p.x, p.y];
    }));
    return { bollen: [...kaart.querySelectorAll(".bol")].map(midden), einden: svg.checkVisibility() ? einden : [] };
})"""


@pytest.mark.parametrize("breed", [768, 1366, 1920])
def test_the_line_of_a_route_runs_from_station_to_station_and_rises(nieuwe_pagina, breed):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 800})
    pagina.goto(ROUTE)

    for kaart in pagina.evaluate(STATIONS):
        bollen = kaart["bollen"]
        assert len(kaart["einden"]) == len(bollen) - 1 > 0
        for (begin, eind), van, naar in zip(kaart["einden"], bollen, bollen[1:], strict=False):
            assert begin == pytest.approx(van, abs=2)
            assert eind == pytest.approx(naar, abs=2)
            assert naar[0] > van[0]
        assert bollen[-1][1] < bollen[0][1]  # a higher level stands higher


def test_on_a_narrow_screen_the_stations_stand_below_each_other(nieuwe_pagina):
    pagina = nieuwe_pagina(viewport={"width": 320, "height": 740})
    pagina.goto(ROUTE)

    for kaart in pagina.evaluate(STATIONS):
        assert kaart["einden"] == []
        assert len({round(x) for x, _ in kaart["bollen"]}) == 1
    assert pagina.evaluate("document.documentElement.scrollWidth") == 320
