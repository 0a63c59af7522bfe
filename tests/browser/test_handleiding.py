"""The pictures of the guide for editors: of the desk of the neutral sector, for they are shown to every sector.

`make handleiding` puts them in their place.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fixtures import BEHEERDER, WORTEL, Site
from tests.browser.test_redactie import VENSTER, code, ontvouw, opslaan
from tests.browser.test_tegelijk import meld_aan, open_functie, typ

pytestmark = pytest.mark.drill


@pytest.fixture
def plaatje() -> Callable[[Page, str], None]:
    """Save what is in the window, in build/handleiding/."""

    def bewaar(pagina: Page, naam: str) -> None:
        pagina.screenshot(path=WORTEL / "build" / "handleiding" / f"{naam}.png", animations="disabled")

    return bewaar


def test_pictures_of_changing_and_publishing(eigen_server: Site, log_in, plaatje):
    pagina = log_in(site=eigen_server, **VENSTER)
    open_functie(pagina)
    pagina.get_by_label("Samenvatting").fill("Jij leidt het team in de winkel.")
    expect(pagina.locator(".leeshint").first).to_contain_text("Woorden per zin")
    pagina.get_by_label("Samenvatting").scroll_into_view_if_needed()
    plaatje(pagina, "veranderen")
    pagina.get_by_label("Gecontroleerd op").first.fill("01-01-2024")
    opslaan(pagina)
    pagina.goto("/beheer/")
    plaatje(pagina, "bureau")
    pagina.goto("/beheer/voorbeeld/")
    plaatje(pagina, "voorbeeld")
    pagina.goto("/beheer/publiceren/")
    pagina.locator(".verschil").first.scroll_into_view_if_needed()
    plaatje(pagina, "publiceren")


def test_pictures_of_a_step_a_deleted_story_and_a_refused_file(eigen_server: Site, log_in, plaatje, tmp_path):
    pagina = log_in(site=eigen_server, **VENSTER)
    with pagina.expect_download() as download:
        pagina.get_by_role("link", name="Download alles").click()
    bestand = tmp_path / "inhoud.json"
    inhoud = download.value.path().read_text(encoding="utf-8")
    bestand.write_text(inhoud.replace('"code": "26044"', '"code": "2604"'), encoding="utf-8")
    pagina.goto("/beheer/invoeren/")
    pagina.get_by_label("Bestand").set_input_files(bestand)
    pagina.get_by_role("button", name="Bekijk het verschil").click()
    expect(pagina.locator("#fouten")).to_contain_text("2604")
    plaatje(pagina, "invoeren")

    pagina.goto("/beheer/verhalen/verhaal/")
    pagina.locator("#result_list tbody th a").first.click()
    pagina.get_by_role("link", name="Verwijderen").first.click()
    pagina.get_by_role("button", name=re.compile("^Ja")).click()
    pagina.goto("/beheer/verwijderd/")
    plaatje(pagina, "verwijderd")

    open_functie(pagina)
    ontvouw(pagina, "vervolg")
    stappen = pagina.locator("#vervolg-group")
    stappen.get_by_role("button", name=re.compile("^Nog een stap", re.I)).click()
    nieuw = stappen.locator(".inline-related.dynamic-vervolg").last
    nieuw.locator(".select2").click()
    pagina.locator(".select2-dropdown .select2-search__field").fill("meesterb")
    pagina.get_by_role("option", name="Meesterbakker aan de grote oven").click()
    nieuw.get_by_label("Soort").select_option("verbreding")
    nieuw.get_by_label("Bron").fill("Een gesprek met de sector, 1 november 2026.")
    nieuw.get_by_role("link", name="Vandaag").first.click()
    nieuw.get_by_label("Zichtbaar").check()
    nieuw.scroll_into_view_if_needed()
    plaatje(pagina, "stap")


def test_pictures_of_a_colleague_and_the_second_step(eigen_server: Site, log_in, nieuwe_pagina, plaatje):
    eigen_server.manage("createsuperuser", "--noinput", "--username", "bram", "--email", "b@example.org")
    anna, bram = log_in(site=eigen_server), nieuwe_pagina(site=eigen_server, **VENSTER)
    bram.goto("/beheer/")
    meld_aan(bram, "bram")
    for pagina in (anna, bram):
        open_functie(pagina)
    for pagina, einde in ((anna, "snel"), (bram, "rustig")):
        typ(pagina, "Samenvatting:", f"Jij leidt het team dat klanten helpt. Je helpt hen {einde}.")
        opslaan(pagina)
    expect(bram.get_by_role("region", name="Nog niet opgeslagen")).to_be_focused()
    plaatje(bram, "samen")

    anna.get_by_role("link", name="Tweede stap").click()
    anna.get_by_label(re.compile("Code")).fill(code(anna.locator(".sleutel").inner_text().replace(" ", "")))
    anna.get_by_role("button", name="Zet de tweede stap aan").click()
    ander = nieuwe_pagina(site=eigen_server, **VENSTER)
    ander.goto("/beheer/functies/functie/")
    ander.get_by_label("Gebruikersnaam").fill(BEHEERDER["username"])
    ander.get_by_label("Wachtwoord").fill(BEHEERDER["password"])
    ander.locator("[type=submit]").click()
    expect(ander.get_by_role("button", name="Ga verder")).to_be_visible()
    plaatje(ander, "tweede-stap")
