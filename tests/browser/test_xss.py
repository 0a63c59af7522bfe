"""Whatever an editor types stays text: hostile payloads in every field, opened on every page that shows them.

A dialog, a script that the site did not bring, or a violation of the CSP fails the test.
"""

import sqlite3
from pathlib import Path

import pytest

from tests.browser.fixtures import draai_kopie
from tests.browser.vergif import PAYLOADS
from tests.voorbeelden import DRILL

pytestmark = pytest.mark.xdist_group("giftig")  # one process makes the site that they share

# What a page says of itself to machines runs nowhere; that no text ends it early is seen by what follows it.
VREEMDE_SCRIPTS = """[...document.scripts].filter(script => script.type !== "application/ld+json").filter(script => {
    const pad = script.src && new URL(script.src).pathname;
    return !pad || !(pad.startsWith("/static/") || pad === "/beheer/jsi18n/");
}).map(script => script.outerHTML)"""
LIJSTEN = ("/beheer/functies/", "/beheer/opleidingen/", "/beheer/verhalen/", "/beheer/werkgevers/")
BLIJFT = (
    "/ontwikkelpad/",
    "/werkgevers/werkgevers/",
    "/uitgave/",
    "/geladenfixture/",
    "/eenmalig/",
)  # rows that nobody can delete
RIJEN = 3 if DRILL else 1  # change pages opened of each model; its list shows all of its rows
DEEL = 1 if DRILL else 4  # of the pages that are alike, an ordinary run opens one in so many
EENMALIG = ("naam", "sector", "kop", "uitleg", "inleiding_kop", "maatwerk")


@pytest.fixture(scope="module")
def giftig(begin: Path, tmp_path_factory: pytest.TempPathFactory):
    for site in draai_kopie(begin, tmp_path_factory.mktemp("giftig")):
        site.manage("shell", "--no-imports", "-c", "from tests.browser.vergif import vergiftig; vergiftig()")
        yield site


@pytest.fixture
def bekijk(giftig, log_in):
    """Open pages as an editor, who may see every page; assert that only our own scripts are in them."""
    pagina, dialogen = log_in(site=giftig), []
    pagina.on("dialog", lambda dialoog: (dialogen.append(dialoog.message), dialoog.dismiss()))

    def bekijk(adres):
        pagina.goto(adres)
        assert pagina.evaluate(VREEMDE_SCRIPTS) == [], adres
        assert dialogen == [], adres
        return pagina

    return bekijk


def links(pagina, begin):
    """The addresses below `begin` to which the page links."""
    alle = pagina.eval_on_selector_all("#content a[href], main a[href]", "links => links.map(a => a.pathname)")
    return sorted({adres for adres in alle if adres.startswith(begin)})


def test_public_pages_show_hostile_text_as_text(bekijk):
    lijsten = ["/", "/functies/", "/opleidingen/", "/verhalen/", "/over/", "/over/wijzigingen/", "/zoeken/?q=script"]
    adressen = dict.fromkeys(lijsten)
    for lijst in lijsten[1:4]:
        adressen |= dict.fromkeys(links(bekijk(lijst), lijst))
    assert len(adressen) > 3 * len(PAYLOADS)

    for adres in [*lijsten, *list(adressen)[len(lijsten) :: DEEL]]:
        bekijk(adres)

    over = bekijk("/over/wijzigingen/").locator("main").inner_text()
    assert "{{7*7}}" in over
    assert "{x.__init__}" in over


def test_pages_for_employers_show_hostile_text_as_text(bekijk):
    adressen = links(bekijk("/werkgevers/"), "/werkgevers/")
    slugs = [adres.split("/")[2] for adres in links(bekijk("/functies/"), "/functies/")]
    wie = bekijk("/werkgevers/gesprek/").locator("[name=wie] option").nth(1).get_attribute("value")
    gesprek = "/werkgevers/gesprek"
    adressen += [f"{gesprek}/{deel}/?van=x10&naar=x12&wie={wie}" for deel in ("doel", "afspraken", "blad")]
    adressen += [f"{gesprek}/doel/?van=x10", *(f"{gesprek}/doel/?naar={slug}&kan=x14" for slug in slugs)]
    adressen += [f"{gesprek}/blad/?van=x14&opleiding=x14&wie={wie}&naar={slug}" for slug in slugs]

    for adres in [*adressen[::DEEL], "/werkgevers/overstappen/?start=<script>alert(1)</script>"]:
        bekijk(adres)

    assert "{{7*7}}" in bekijk("/werkgevers/praktijk/").locator("main").inner_text()


def test_admin_pages_show_hostile_text_as_text(bekijk):
    lijsten = [
        adres for adres in links(bekijk("/beheer/"), "/beheer/") if not adres.endswith(("/change/", "uitvoeren/"))
    ]
    rijen = [lijst for lijst in lijsten if lijst.startswith(LIJSTEN)][::DEEL]
    anders = [lijst for lijst in lijsten if not lijst.startswith(LIJSTEN)]
    adressen = dict.fromkeys([*anders, *rijen, "/beheer/publiceren/"])
    for lijst in rijen:
        wijzigen = [adres for adres in links(bekijk(lijst), lijst) if adres.endswith("/change/")]
        adressen |= dict.fromkeys(
            [*wijzigen[:RIJEN], *(adres.replace("/change/", "/history/") for adres in wijzigen[:1])]
        )
        if not lijst.endswith(BLIJFT):
            adressen |= dict.fromkeys(adres.replace("/change/", "/delete/") for adres in wijzigen[:1])
    terug = links(bekijk("/beheer/verwijderd/"), "/beheer/terugzetten/")[:3]

    for adres in (*adressen, *terug):
        bekijk(adres)


def test_the_short_texts_of_the_site_show_every_payload_as_text(bekijk, giftig):
    database = giftig.omgeving["DATABASE_URL"].removeprefix("sqlite:///")
    for payload in PAYLOADS[::DEEL]:
        with sqlite3.connect(database, timeout=20) as verbinding:
            velden = ", ".join(f"{veld} = substr(:gif, 1, 80)" for veld in EENMALIG)
            verbinding.execute(f"UPDATE ontwikkelpad_ontwikkelpad SET {velden}", {"gif": payload})  # noqa: S608
        verbinding.close()

        for adres in ("/beheer/voorbeeld/", "/beheer/voorbeeld/over/", "/beheer/ontwikkelpad/ontwikkelpad/1/change/"):
            bekijk(adres)
