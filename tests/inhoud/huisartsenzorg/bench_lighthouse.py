"""What Lighthouse says of seven pages on a slow phone, how soon a click shows, and what moves on a slow processor.

`python -m tests.inhoud.huisartsenzorg.bench_lighthouse`

It prints and judges nothing. The site runs as `make run` does it, with our own content, and Chromium asks it on this
machine. Lighthouse is fetched once, by npm, into build/; without npm or Chromium its table is left out. `1` as argument
asks each page once, instead of three times.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.fixtures import VLAGGEN
from tests.server import WORTEL, Draaiend, klaar, site, vrije_poort
from tests.tools import browser

RONDEN, KLIKKEN, POGINGEN = 3, 50, 3
ADEM = 200  # milliseconds between two clicks: faster than any hand, but the page before it is whole
TRAAG, KEUZES = 4, 20  # how many times slower the processor is, and how many cards are chosen on it
VERSIE = "12.8.2"
MAP = WORTEL / "build" / "lighthouse" / VERSIE
HAAL = ["npm", "install", "--ignore-scripts", "--no-package-lock", "--no-save", "--no-audit", "--no-fund", "--silent"]
PAGINAS = {
    "map": "/",
    "functie": "/functies/doktersassistent/",
    "opleiding": "/opleidingen/doktersassistent/",
    "story": "/verhalen/nathalie/",
    "search": "/zoeken/?q=triage",
    "beginnen": "/beginnen/",
    "conversation": "/werkgevers/gesprek/doel/?van=doktersassistent&naar=praktijkmanager",
}
OORDELEN = {"performance": "speed", "accessibility": "access", "best-practices": "practice", "seo": "SEO"}
MATEN = {"largest-contentful-paint": "LCP ms", "cumulative-layout-shift": "CLS", "total-blocking-time": "TBT ms"}
# A click on a card of the map: how many milliseconds until its name has been drawn at the head of the panel.
KLIK = """(kaartje) => new Promise((klaar) => {
    const kop = () => document.querySelector("#paneel-kop")?.textContent;
    const oud = kop(), begin = performance.now();
    const kijker = new MutationObserver(() => {
        if (kop() === oud) return;
        kijker.disconnect();
        requestAnimationFrame(() => klaar(performance.now() - begin));
    });
    kijker.observe(document.body, {childList: true, subtree: true, characterData: true});
    kaartje.click();
})"""

# Keep, from the start of a page: how long each interaction took until the next paint, and what moved by itself.
METEN = """
    window.gemeten = {interacties: [], verschoven: 0};
    new PerformanceObserver((lijst) => {
        const geteld = lijst.getEntries().filter(({interactionId}) => interactionId);
        gemeten.interacties.push(...geteld.map(({duration}) => duration));
    }).observe({type: "event", durationThreshold: 16, buffered: true});
    new PerformanceObserver((lijst) => {
        for (const {hadRecentInput, value} of lijst.getEntries()) if (!hadRecentInput) gemeten.verschoven += value;
    }).observe({type: "layout-shift", buffered: true});
"""
VENSTERS = {"laptop": (1366, 768), "phone": (390, 740)}


def lighthouse() -> list[str]:
    """Return how to run Lighthouse, which is fetched when it is not here yet. Raises SystemExit without npm."""
    if not shutil.which("npm"):
        raise SystemExit("No npm here: Lighthouse is left out.")
    if not (begin := MAP / "node_modules" / "lighthouse" / "cli" / "index.js").exists():
        MAP.mkdir(parents=True, exist_ok=True)
        subprocess.run([*HAAL, "--prefix", str(MAP), f"lighthouse@{VERSIE}"], check=True)
    return ["node", str(begin)]


def oordeel(opdracht: list[str], adres: str, chromium: str) -> dict[str, Any]:
    """Return what Lighthouse reports of one page, as on a phone with a slow line and processor."""
    vlaggen = " ".join(["--headless=new", "--no-sandbox", *(f"'{vlag}'" for vlag in VLAGGEN)])
    opdracht = [*opdracht, adres, "--output=json", "--quiet", f"--chrome-flags={vlaggen}"]
    opdracht.append(f"--only-categories={','.join(OORDELEN)}")
    omgeving = os.environ | {"CHROME_PATH": chromium}
    for over in reversed(range(POGINGEN)):  # it may ask to be run again, for a trace that Chromium did not begin
        gedaan = subprocess.run(opdracht, check=not over, stdout=subprocess.PIPE, env=omgeving)
        if gedaan.returncode == 0:
            break
    verslag: dict[str, Any] = json.loads(gedaan.stdout)
    return verslag


def tekort(verslag: dict[str, Any]) -> Iterator[str]:
    """Yield what keeps a page below 100."""
    for categorie in verslag["categories"].values():
        for deel in categorie["auditRefs"]:
            keuring = verslag["audits"][deel["id"]]
            if deel["weight"] and (keuring["score"] or 0) < 0.9 and keuring["scoreDisplayMode"] != "notApplicable":
                yield f"{keuring['id']} {keuring.get('displayValue', '')}".strip()


def bladzijden(draaiend: Draaiend, chromium: str, ronden: int) -> None:
    """Print the table of Lighthouse: of each page the median of every figure."""
    opdracht = lighthouse()
    kolommen = [*OORDELEN.values(), *MATEN.values()]
    print(f"{'Lighthouse, mobile':<20}{''.join(f'{kolom:>10}' for kolom in kolommen)}")
    for naam, pad in PAGINAS.items():
        assert draaiend.vraag(pad).status == 200, pad
        verslagen = [oordeel(opdracht, f"http://127.0.0.1:{draaiend.poort}{pad}", chromium) for _ in range(ronden)]
        getallen = [median(100 * verslag["categories"][deel]["score"] for verslag in verslagen) for deel in OORDELEN]
        getallen += [median(verslag["audits"][maat]["numericValue"] for verslag in verslagen) for maat in MATEN]
        print(f"{naam:<20}{''.join(f'{getal:>10.4g}' for getal in getallen)}", flush=True)
        for wat in sorted({wat for verslag in verslagen for wat in tekort(verslag)}):
            print(f"  {wat}")


def klik(draaiend: Draaiend, chromium: str) -> None:
    """Print how soon a panel is there after a click on a card of the map: the median of fifty clicks."""
    tijden = []
    with sync_playwright() as playwright:
        tabblad = playwright.chromium.launch(executable_path=chromium, args=VLAGGEN).new_page()
        tabblad.goto(f"http://127.0.0.1:{draaiend.poort}/")
        while len(tijden) < KLIKKEN:
            kaartjes = tabblad.locator(".kaartje:not(.gekozen) a")
            kaartje = kaartjes.nth(len(tijden) * 7 % kaartjes.count())
            tijden.append(kaartje.evaluate(KLIK))
            tabblad.wait_for_timeout(ADEM)
    print(f"{'click to panel':<20}{median(tijden):>10.1f} ms, median of {KLIKKEN}; slowest {max(tijden):.0f} ms")


def traag(draaiend: Draaiend, chromium: str) -> None:
    """Print, with a processor that is four times slower, how long choosing a card takes to show, and what moves."""
    print(f"{f'processor ÷ {TRAAG}':<20}{'INP ms':>10}{'median':>10}{'CLS':>10}")
    with sync_playwright() as playwright:
        for naam, (breedte, hoogte) in VENSTERS.items():
            start = playwright.chromium.launch(executable_path=chromium, args=VLAGGEN)
            tabblad = start.new_page(viewport={"width": breedte, "height": hoogte})
            tabblad.add_init_script(METEN)
            tabblad.context.new_cdp_session(tabblad).send("Emulation.setCPUThrottlingRate", {"rate": TRAAG})
            tabblad.goto(f"http://127.0.0.1:{draaiend.poort}/", wait_until="networkidle")
            for nummer in range(KEUZES):
                kaartjes = tabblad.locator(".kaartje:not(.gekozen) a:visible")
                kaartjes.nth(nummer * 7 % kaartjes.count()).click()
                tabblad.wait_for_load_state("networkidle")
                tabblad.wait_for_timeout(300)
                if not kaartjes.count():  # on a phone a functie stands without the map
                    tabblad.go_back(wait_until="networkidle")
                    kaartjes.first.wait_for()
            gemeten = tabblad.evaluate("gemeten")
            tijden = gemeten["interacties"] or [0]
            print(f"{naam:<20}{max(tijden):>10.0f}{median(tijden):>10.0f}{gemeten['verschoven']:>10.4f}", flush=True)
            start.close()


def main() -> None:
    with sync_playwright() as playwright:
        chromium = browser.find(playwright)
    if not chromium:
        raise SystemExit(browser.MISSING)
    poort = str(vrije_poort())
    omgeving = {"PORT": poort, "SITE_URL": f"http://127.0.0.1:{poort}", "SECTOR": "huisartsenzorg"}
    with TemporaryDirectory() as map_, site(Path(map_), **omgeving) as draaiend:
        draaiend.wacht("/readyz", klaar, seconden=600)
        klik(draaiend, chromium)
        traag(draaiend, chromium)
        bladzijden(draaiend, chromium, int(sys.argv[1]) if sys.argv[1:] else RONDEN)


if __name__ == "__main__":
    main()
