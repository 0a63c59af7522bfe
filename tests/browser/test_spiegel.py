"""The copy of the site, opened from a disk: no server, and nothing on the console."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.xdist_group("spiegel")  # one process starts the site that they share


@pytest.fixture(scope="module")
def kopie(server, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("spiegel") / "kopie"
    server.manage("exporteer_site", str(map_))
    return f"file://{map_}/index.html"


def test_from_a_disk_the_map_leads_to_a_functie_and_the_search_finds_it(kopie, browser):
    pagina = browser.new_page()
    mis = []
    pagina.on("console", lambda bericht: mis.append(bericht.text))
    pagina.on("pageerror", lambda fout: mis.append(str(fout)))
    pagina.on("request", lambda vraag: vraag.url.startswith(("file:", "data:")) or mis.append(vraag.url))

    pagina.goto(kopie)
    pagina.get_by_role("main").get_by_role("link", name="Broodbakker").first.click()
    expect(
        pagina.get_by_role("heading", level=2, name="Broodbakker")
        .or_(pagina.get_by_role("heading", level=1, name="Broodbakker"))
        .first
    ).to_be_visible()
    pagina.get_by_role("banner").get_by_role("link", name="Zoek", exact=True).click()
    veld = pagina.get_by_role("searchbox", name="Zoek een functie, opleiding of code")
    expect(veld).to_be_focused()
    veld.press_sequentially("banketb")
    expect(pagina.locator("#resultaten a").first).to_have_text("Banketbakker")
    expect(pagina.locator("[data-zoekstand]")).to_contain_text("resulta")
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(kopie.replace("index.html", "functies/banketbakker/index.html"))

    pagina.close()
    assert mis == []


def test_without_javascript_all_that_can_be_found_stands_in_a_list(kopie, browser):
    pagina = browser.new_page(java_script_enabled=False)

    pagina.goto(kopie.replace("index.html", "zoeken/index.html"))
    pagina.get_by_role("main").get_by_role("link", name="Banketbakker", exact=True).first.click()

    expect(pagina).to_have_url(kopie.replace("index.html", "functies/banketbakker/index.html"))
    pagina.close()
