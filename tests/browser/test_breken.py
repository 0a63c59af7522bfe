"""Long words break with a hyphen, leave nothing in what is copied, read aloud or printed, and always fit."""

import re
import zlib
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest

from ontwikkelpad.templatetags.tekst import BREUK
from tests.browser.conftest import Site
from tests.openbaar import tags
from tests.pagina import heel

ZACHT = "\u00ad"
GEKOPIEERD = """() => {
    getSelection().selectAllChildren(document.querySelector("main"));
    return getSelection().toString();
}"""
# The heading in a narrow column: how many lines, is there a hyphen, does it fit.
SMAL = """(kop) => {
    Object.assign(kop.style, {inlineSize: "7em", fontSize: "16px", overflowWrap: "normal"});
    const tekst = document.createRange();
    tekst.selectNodeContents(kop);
    const regels = new Set([...tekst.getClientRects()].map((vak) => Math.round(vak.bottom / 8)));
    const breuk = kop.querySelector(".breek");
    return [regels.size, breuk.getBoundingClientRect().width > 2, kop.scrollWidth <= kop.clientWidth];
}"""
# What sticks out of the window, unless it stands in something that scrolls or hides it.
STEEKT_UIT = """() => {
    const breed = document.documentElement.clientWidth;
    const toont = (e) => getComputedStyle(e).overflowX === "visible";
    const vrij = (e) => !e || e === document.body || (toont(e) && vrij(e.parentElement));
    return [...document.body.querySelectorAll("*")]
        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > breed + 1 && vrij(e.parentElement))
        .map((e) => e.outerHTML.slice(0, 120));
}"""
# A break directly inside a grid or flexbox: there it would put the parts of a word in cells of their own.
LOS = """() => [...document.querySelectorAll(".breek")].map((e) => e.parentElement)
    .filter((e) => /grid|flex/.test(getComputedStyle(e).display)).map((e) => e.outerHTML.slice(0, 160))"""


@pytest.fixture(scope="module")
def bladzijden(server: Site) -> dict[str, str]:
    """Every page that a link leads to, and one of each that answers a question: {address: HTML}."""
    gezien: dict[str, str] = {}
    wachtrij = ["/"]
    while wachtrij:
        if (adres := wachtrij.pop()) in gezien or adres.endswith(".ics"):
            continue
        gezien[adres] = _haal(server, adres)
        for tag, kenmerken in tags(gezien[adres]):
            doel = urlsplit(urljoin(server.url + adres, kenmerken.get("href", "")))
            if tag == "a" and f"{doel.scheme}://{doel.netloc}" == server.url and not doel.query:
                wachtrij.append(doel.path)
    lang = sorted((adres.split("/")[2] for adres in gezien if re.fullmatch("/functies/[^/]+/", adres)), key=len)[-3:]
    keuze = f"van={lang[0]}&naar={lang[1]}"
    vragen = [f"/functies/{lang[0]}/?kaart=buurt", f"/vergelijken/?{'&'.join(f'functie={slug}' for slug in lang)}"]
    vragen += [f"/routes/?{keuze}", f"/werkgevers/gesprek/doel/?van={lang[0]}", f"/zoeken/?q={lang[2]}"]
    vragen += [f"/werkgevers/gesprek/{deel}/?{keuze}" for deel in ("doel", "afspraken", "blad")]
    return gezien | {adres: _haal(server, adres) for adres in vragen}


def _haal(site: Site, adres: str) -> str:
    with urlopen(site.url + adres) as antwoord:
        html: str = antwoord.read().decode()
    return html


@pytest.fixture(scope="module")
def gebroken(bladzijden: dict[str, str]) -> str:
    """The address of a functie with a long word in its heading."""
    return next(adres for adres, html in bladzijden.items() if re.search(f'id="paneel-kop"[^<]*{BREUK}', html))


def test_a_long_word_breaks_with_a_hyphen_where_it_does_not_fit(pagina, gebroken):
    pagina.goto(gebroken)

    regels, streepje, past = pagina.locator("#paneel-kop").evaluate(SMAL)

    assert regels > 1
    assert streepje
    assert past


def test_what_is_copied_found_and_read_aloud_has_whole_words(pagina, bladzijden, gebroken):
    pagina.goto(gebroken)
    kop = heel(re.search(r'id="paneel-kop"[^>]*>(.*?)</h1>', bladzijden[gebroken], re.S)[1])

    gekopieerd = pagina.evaluate(GEKOPIEERD)
    boom = pagina.context.new_cdp_session(pagina).send("Accessibility.getFullAXTree")["nodes"]
    namen = [knoop.get("name", {}).get("value", "") for knoop in boom if not knoop["ignored"]]
    rollen = {(knoop["role"]["value"], knoop.get("name", {}).get("value", "")) for knoop in boom if "role" in knoop}

    assert kop in gekopieerd
    assert ZACHT not in gekopieerd
    assert ("heading", kop) in rollen
    assert [naam for naam in namen if ZACHT in naam] == []
    assert ZACHT not in pagina.title()
    pagina.evaluate("getSelection().removeAllRanges()")
    assert pagina.evaluate("(woord) => find(woord)", kop)


def test_no_page_holds_anything_but_whole_words(bladzijden):
    for adres, html in bladzijden.items():
        assert ZACHT not in html, adres
        buiten = re.findall(r"<(?:title|option|textarea|svg)\b.*?</", html, re.S) + re.findall(r'="[^"]*"', html)
        assert [tekst for tekst in buiten if BREUK in tekst] == [], adres


def test_on_paper_no_word_has_a_soft_hyphen(pagina, gebroken):
    pagina.goto(gebroken)

    letters = _letters(pagina.pdf())

    assert set("aeiou") <= letters
    assert ZACHT not in letters


def _letters(pdf: bytes) -> set[str]:
    """Return the letters for which a PDF has a shape, as who copies from it gets them."""
    gevonden = set()
    for stroom in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.S):
        try:
            tekst = zlib.decompress(stroom)
        except zlib.error:
            continue
        for begin, einde, letter in re.findall(rb"<(\w+)> <(\w+)> <(\w{4})>", tekst):
            gevonden |= {chr(int(letter, 16) + n) for n in range(int(einde, 16) - int(begin, 16) + 1)}
        gevonden |= {chr(int(letter, 16)) for letter in re.findall(rb"(?m)^<\w+> <(\w{4})>$", tekst)}
    return gevonden


@pytest.mark.parametrize("breed", [320, 328, 360, 1024, 1366])
def test_nothing_sticks_out_of_the_window(nieuwe_pagina, bladzijden, breed):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in bladzijden:
        pagina.goto(adres)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed, adres
        assert pagina.evaluate(STEEKT_UIT) == [], adres
        assert pagina.evaluate(LOS) == [], adres


def test_nothing_sticks_out_of_a_phone_with_text_of_twice_the_size(nieuwe_pagina, bladzijden):
    pagina = nieuwe_pagina(viewport={"width": 360, "height": 740})
    for adres in bladzijden:
        pagina.goto(adres)
        pagina.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% !important }')")
        assert pagina.evaluate("document.documentElement.scrollWidth") <= 360, (adres, pagina.evaluate(STEEKT_UIT))
