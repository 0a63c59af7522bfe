"""What is measured on a page, whatever its content: does it fit, and do the lines of the map join cards."""

import re
from collections.abc import Collection
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser.fixtures import Site
from tests.openbaar import tags

BREEDTES = (320, 328, 360, 768, 1024, 1366, 1920)
# Small and large, light and dark: every run takes two, which have all four; the drill each with each.
VENSTERS = (
    (320, "light"),
    (1366, "dark"),
    *(pytest.param(breed, "dark", marks=pytest.mark.drill) for breed in (320, 390)),
    *(pytest.param(breed, "light", marks=pytest.mark.drill) for breed in (390, 1366)),
)
KAARTVENSTERS = ((1280, 720), (1366, 768), (1920, 1080))
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
LIJNEN = """() => {
  const svg = document.querySelector("svg.lijnen");
  const matrix = svg.getScreenCTM();
  const punt = (pad, deel) => {
    const p = pad.getPointAtLength(pad.getTotalLength() * deel).matrixTransform(matrix);
    return [p.x, p.y];
  };
  const stukjes = (pad) => Array.from({length: 201}, (_, i) => punt(pad, i / 200));
  const kaartjes = Array.from(document.querySelectorAll(".kaartje a"), (a) => {
    const r = a.getBoundingClientRect();
    return [a.closest("li").id, r.left, r.top, r.right, r.bottom];
  });
  return {lijnen: Array.from(svg.querySelectorAll(".lijn"), stukjes), kaartjes};
}"""

# Words on a card of the map that come within 4 px of its edge.
TE_DICHT = """() => [...document.querySelectorAll(".getekend .kaartje a")].flatMap((kaart) => {
    const rand = kaart.getBoundingClientRect(), bereik = document.createRange();
    bereik.selectNodeContents(kaart);
    return [...bereik.getClientRects()]
        .filter((r) => r.width && Math.min(r.left - rand.left, rand.right - r.right, r.top - rand.top) < 4)
        .map(() => kaart.textContent.trim());
})"""


def alle_bladzijden(site: Site) -> dict[str, str]:
    """Return every page that a link leads to, and one of each that answers a question: {address: HTML}."""
    gezien: dict[str, str] = {}
    wachtrij = ["/"]
    while wachtrij:
        if (adres := wachtrij.pop()) in gezien or not adres.endswith("/"):
            continue
        gezien[adres] = _haal(site, adres)
        for tag, kenmerken in tags(gezien[adres]):
            doel = urlsplit(urljoin(site.url + adres, kenmerken.get("href", "")))
            if tag == "a" and f"{doel.scheme}://{doel.netloc}" == site.url and not doel.query:
                wachtrij.append(doel.path)
    lang = sorted((adres.split("/")[2] for adres in gezien if re.fullmatch("/functies/[^/]+/", adres)), key=len)[-3:]
    keuze = f"van={lang[0]}&naar={lang[1]}"
    vragen = [f"/functies/{lang[0]}/?kaart=buurt", f"/vergelijken/?{'&'.join(f'functie={slug}' for slug in lang)}"]
    vragen += [f"/routes/?{keuze}", f"/werkgevers/gesprek/doel/?van={lang[0]}", f"/zoeken/?q={lang[2]}"]
    vragen += [f"/werkgevers/gesprek/{deel}/?{keuze}" for deel in ("doel", "afspraken", "blad")]
    return gezien | {adres: _haal(site, adres) for adres in vragen}


def _haal(site: Site, adres: str) -> str:
    with urlopen(site.url + adres) as antwoord:
        html: str = antwoord.read().decode()
    return html


def past(pagina: Page, adres: str, dubbel: Collection[int] = (360,)) -> None:
    """Assert that a page fits in a window of every width; in those of `dubbel` also with text of twice the size."""
    pagina.goto(adres)
    for breed in BREEDTES:
        maak_venster(pagina, breed)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed, (adres, breed)
        assert pagina.evaluate(STEEKT_UIT) == [], (adres, breed)
        assert pagina.evaluate(LOS) == [], (adres, breed)
    pagina.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% !important }')")
    pagina.evaluate("document.fonts.ready.then(() => true)")  # the widths of our own typeface
    for breed in dubbel:
        maak_venster(pagina, breed)
        te_breed = (adres, breed, pagina.evaluate(STEEKT_UIT))
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed, te_breed


def lijnen_kloppen(pagina: Page, adres: str) -> None:
    """Assert what `lijnen_raken` does, in windows of every size in which the map is drawn."""
    pagina.goto(adres)
    for breed, hoog in KAARTVENSTERS:
        maak_venster(pagina, breed, hoog)
        lijnen_raken(pagina, (adres, breed))


def lijnen_raken(pagina: Page, waar: object) -> None:
    """Assert that lines touch the cards that they join and no other, and names no edge."""
    gemeten = pagina.evaluate(LIJNEN)
    kaartjes = gemeten["kaartjes"]
    assert gemeten["lijnen"], waar
    for punten in gemeten["lijnen"]:
        for x, y in (punten[0], punten[-1]):
            assert any(min(abs(x - li), abs(x - r)) < 2 and o < y < b for _, li, o, r, b in kaartjes), waar
        binnen = [naam for x, y in punten for naam, li, o, r, b in kaartjes if li + 1 < x < r - 1 and o < y < b]
        assert binnen == [], waar
    assert pagina.evaluate(TE_DICHT) == [], waar


def maak_venster(pagina: Page, breed: int, hoog: int = 740) -> None:
    pagina.set_viewport_size({"width": breed, "height": hoog})
    pagina.wait_for_function("breed => innerWidth === breed", arg=breed)
