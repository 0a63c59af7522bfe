"""Long words break with a hyphen, leave nothing in what is copied, read aloud or printed, and always fit."""

import re
import zlib

import pytest

from ontwikkelpad.templatetags.tekst import BREUK
from tests.browser.fixtures import Site
from tests.browser.meten import STEEKT_UIT, alle_bladzijden, past
from tests.openbaar import van_elke_soort
from tests.pagina import heel

pytestmark = pytest.mark.xdist_group("breken")  # one process starts the site that they share

ZACHT = "\u00ad"
GEKOPIEERD = """() => {
    getSelection().selectAllChildren(document.querySelector("main"));
    return getSelection().toString();
}"""
# The heading in a narrow column: how many lines, is there a hyphen, does it fit.
SMAL = """(kop) => {
    Object.assign(kop.style, {inlineSize: "6em", fontSize: "16px", overflowWrap: "normal"});
    const tekst = document.createRange();
    tekst.selectNodeContents(kop);
    const regels = new Set([...tekst.getClientRects()].map((vak) => Math.round(vak.bottom / 8)));
    const breuk = kop.querySelector(".breek");
    return [regels.size, breuk.getBoundingClientRect().width > 2, kop.scrollWidth <= kop.clientWidth];
}"""

# Names of the sector become a word that is wider than a phone, and that nothing knows the parts of.
LANGE_NAMEN = """() => {
    const teksten = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    let gevonden = 0;
    while (teksten.nextNode()) {
        const tekst = teksten.currentNode;
        if (tekst.parentElement.closest("script, style, title, textarea")) continue;
        tekst.data = tekst.data.replace(/\\b[a-z]*(bakker|bakken|leider|medewerker|bezorger|winkel)\\b/gi, () => {
            gevonden += 1;
            return "Elektriciteitsproductiemaatschappijmedewerker";
        });
    }
    return gevonden;
}"""


@pytest.fixture(scope="module")
def bladzijden(server: Site) -> dict[str, str]:
    return alle_bladzijden(server)


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


def test_a_word_that_is_wider_than_a_phone_makes_no_page_wider(pagina, bladzijden):
    pagina.set_viewport_size({"width": 320, "height": 700})
    gevonden = 0
    for adres in van_elke_soort(bladzijden):
        pagina.goto(adres)
        gevonden += pagina.evaluate(LANGE_NAMEN)
        assert pagina.evaluate(STEEKT_UIT) == [], adres
    assert gevonden > 100


@pytest.mark.drill
def test_every_page_fits_in_every_window_and_on_a_phone_with_text_of_twice_the_size(pagina, bladzijden):
    for adres in bladzijden:
        past(pagina, adres)
