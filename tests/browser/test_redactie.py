"""The editors' other journeys; `test_beheer.py` has changing, publishing and going back."""

import re
import time

import pytest
from django_otp.oath import totp
from playwright.sync_api import expect

from ontwikkelpad.settings import BASE_DIR
from tests.browser.fixtures import BEHEERDER, Site

VENSTER = {"viewport": {"width": 1100, "height": 640}}


def code(geheim, stap=0):
    """What the app on the telephone shows, `stap` half minutes from now."""
    from base64 import b32decode

    return f"{totp(b32decode(geheim), drift=stap):06}"


def opslaan(pagina):
    pagina.get_by_role("button", name="Opslaan", exact=True).first.click()


def ontvouw(pagina, deel):
    """Open the rows of one kind inside a page, where they are folded."""
    if pagina.locator(f"#deel-{deel}").get_attribute("open") is None:
        pagina.locator(f"#deel-{deel} > summary").click()


def test_the_desk_shows_what_waits_and_what_needs_attention(eigen_server: Site, log_in, axe):
    pagina = log_in(site=eigen_server, **VENSTER)
    pagina.goto("/beheer/functies/functie/?q=winkelmedewerker")
    pagina.locator("#result_list tbody th a").click()
    pagina.get_by_label("Samenvatting").fill("Jij helpt elke klant in de winkel.")
    expect(pagina.locator(".leeshint").first).to_contain_text("Woorden per zin")
    pagina.get_by_label("Gecontroleerd op").first.fill("01-01-2024")
    opslaan(pagina)

    pagina.goto("/beheer/")

    expect(pagina.get_by_role("region", name="Nog niet gepubliceerd")).to_contain_text("1 wijziging wacht")
    aandacht = pagina.get_by_role("region", name="Dit vraagt aandacht")
    expect(aandacht).to_contain_text("Lang niet gecontroleerd (1)")
    expect(pagina.get_by_role("region", name="Onlangs veranderd")).to_contain_text("Winkelmedewerker gewijzigd")
    axe(pagina)
    aandacht.get_by_text("Lang niet gecontroleerd").click()
    aandacht.get_by_role("link", name="Functie Winkelmedewerker").click()
    expect(pagina).to_have_url(re.compile(r"/functies/functie/\d+/change/$"))

    pagina.goto("/beheer/publiceren/")
    expect(pagina.locator("ins").first).to_be_visible()
    axe(pagina)


def test_a_step_is_added_on_the_page_of_a_functie(eigen_server: Site, log_in):
    pagina = log_in(site=eigen_server, **VENSTER)
    pagina.goto("/beheer/functies/functie/?q=bezorger")
    pagina.locator("#result_list tbody th a").click()
    ontvouw(pagina, "vervolg")
    stappen = pagina.locator("#vervolg-group")
    stappen.get_by_role("button", name=re.compile("^Nog een stap", re.I)).click()
    nieuw = stappen.locator(".inline-related.dynamic-vervolg").last
    nieuw.locator(".select2").click()
    pagina.locator(".select2-dropdown .select2-search__field").fill("bedrijfsl")
    pagina.get_by_role("option", name="Bedrijfsleider").click()
    nieuw.get_by_label("Soort").select_option("verbreding")
    nieuw.get_by_label("Bron").fill("Een gesprek met de sector, 1 november 2026.")
    nieuw.get_by_role("link", name="Vandaag").first.click()
    nieuw.get_by_label("Zichtbaar").check()
    opslaan(pagina)

    expect(pagina.get_by_text("Bezoekers zien dit nog niet.")).to_be_visible()
    pagina.goto("/beheer/voorbeeld/functies/bezorger/")
    expect(pagina.locator("#paneel")).to_contain_text("Bedrijfsleider")


def test_a_deleted_functie_is_brought_back(eigen_server: Site, log_in, axe):
    pagina = log_in(site=eigen_server, **VENSTER)
    pagina.goto("/beheer/functies/functie/?q=winkelleider")
    pagina.locator("#result_list tbody th a").click()
    pagina.wait_for_url("**/change/*")
    adres = pagina.url.partition("?")[0]
    pagina.get_by_role("link", name="Verwijderen").first.click()
    pagina.get_by_role("button", name=re.compile("^Ja")).click()
    expect(pagina.get_by_text("Bezoekers zien dit nog niet.")).to_be_visible()

    pagina.goto("/beheer/verwijderd/")
    axe(pagina)
    pagina.get_by_role("link", name="Bekijk Winkelleider (WL) en zet het terug").click()
    expect(pagina.get_by_role("heading", name="Dit verandert er")).to_be_visible()
    axe(pagina)
    pagina.get_by_role("button", name="Zet terug").click()

    expect(pagina.get_by_text("Winkelleider (WL) is teruggezet.")).to_be_visible()
    expect(pagina).to_have_url(adres)
    pagina.goto("/beheer/publiceren/")
    expect(pagina.get_by_text("Er is geen verschil.")).to_be_visible()
    pagina.goto(adres.replace("/change/", "/history/"))
    expect(pagina.locator("article").first).to_contain_text("Teruggezet")
    axe(pagina)


def test_a_file_with_an_error_is_refused_with_the_place(eigen_server: Site, log_in, axe, tmp_path):
    pagina = log_in(site=eigen_server, **VENSTER)
    with pagina.expect_download() as download:
        pagina.get_by_role("link", name="Download alles").click()
    goed = download.value.path().read_text(encoding="utf-8")
    bestand = tmp_path / "inhoud.json"
    bestand.write_text(goed.replace('"code": "26044"', '"code": "2604"'), encoding="utf-8")

    pagina.goto("/beheer/invoeren/")
    axe(pagina)
    pagina.get_by_label("Bestand").set_input_files(bestand)
    pagina.get_by_role("button", name="Bekijk het verschil").click()
    expect(pagina.locator("#fouten")).to_contain_text("2604")
    expect(pagina.locator("#fouten")).to_contain_text("opleidingen")
    axe(pagina)

    bestand.write_text(goed.replace("Banketbakker", "Bakker van taart"), encoding="utf-8")
    pagina.get_by_label("Bestand").set_input_files(bestand)
    pagina.get_by_role("button", name="Bekijk het verschil").click()
    expect(pagina.locator(".verschil").first).to_be_visible()
    axe(pagina)
    pagina.get_by_role("button", name="Voer in").click()
    pagina.goto("/beheer/functies/functie/?q=bakker+van+taart")
    expect(pagina.locator("#result_list tbody tr")).to_have_count(1)


def test_logging_in_with_a_second_step_or_a_recovery_code(eigen_server: Site, log_in, nieuwe_pagina, axe):
    pagina = log_in(site=eigen_server)
    pagina.get_by_role("link", name="Tweede stap").click()
    axe(pagina)
    geheim = pagina.locator(".sleutel").inner_text().replace(" ", "")
    pagina.get_by_label(re.compile("Code")).fill(code(geheim))
    pagina.get_by_role("button", name="Zet de tweede stap aan").click()
    axe(pagina)
    herstelcodes = [tekst.replace(" ", "") for tekst in pagina.locator(".codes li").all_inner_texts()]
    assert len(set(herstelcodes)) == 10

    for geldig in (code(geheim, 1), herstelcodes[0]):
        ander = nieuwe_pagina(site=eigen_server, **VENSTER)
        ander.goto("/beheer/functies/functie/")
        ander.get_by_label("Gebruikersnaam").fill(BEHEERDER["username"])
        ander.get_by_label("Wachtwoord").fill(BEHEERDER["password"])
        ander.locator("[type=submit]").click()
        expect(ander.get_by_role("button", name="Ga verder")).to_be_visible()
        axe(ander)
        ander.get_by_label(re.compile("Code")).fill(geldig)
        ander.get_by_role("button", name="Ga verder").click()
        expect(ander).to_have_url(re.compile("/beheer/functies/functie/$"))
        time.sleep(1)  # django-otp lets nobody try faster


@pytest.mark.parametrize("breedte", [360, 1366])
def test_the_guide_has_all_its_pictures(log_in, axe, breedte):
    pagina = log_in(viewport={"width": breedte, "height": 800})
    pagina.goto("/beheer/handleiding/")

    for plaatje in pagina.locator(".handleiding img").all():
        plaatje.scroll_into_view_if_needed()
        expect(plaatje).to_have_js_property("complete", True)
        assert plaatje.evaluate("img => img.naturalWidth") > 0, plaatje.get_attribute("src")
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte
    axe(pagina)


def test_every_picture_in_the_guide_folder_is_used():
    gids = (BASE_DIR / "templates" / "redactie" / "handleiding.html").read_text(encoding="utf-8")
    bestanden = {bestand.stem for bestand in (BASE_DIR / "static" / "handleiding").glob("*.png")}

    assert bestanden == set(re.findall(r'naam="([a-z-]+)"', gids))
