"""The list of a visitor, and the choices that go along, in the hands of somebody on a phone."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.meten import VENSTERS

TELEFOON = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LIJST = "/lijst/?lijst-functie=winkelmedewerker&lijst-functie=bedrijfsleider&lijst-opleiding=winkel-en-verkoop"


def bewaarknop(pagina):
    return pagina.get_by_role("button", name=re.compile("^Bewaar"))


def naar_lijst(pagina):
    pagina.get_by_role("link", name=re.compile(r"^Mijn lijst")).first.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mijn lijst")


def op_lijst(pagina):
    return pagina.locator(".regels h3")


@pytest.mark.parametrize("script", [True, False])
def test_with_the_keyboard_something_is_kept_and_taken_off_again(nieuwe_pagina, script):
    pagina = nieuwe_pagina(java_script_enabled=script, **TELEFOON)
    pagina.goto("/functies/winkelmedewerker/")
    bewaarknop(pagina).focus()
    pagina.keyboard.press("Enter")
    expect(bewaarknop(pagina)).to_have_text(re.compile("Bewaard"))
    expect(bewaarknop(pagina)).to_be_in_viewport()

    pagina.goto(pagina.url.replace("/functies/winkelmedewerker/", "/opleidingen/winkel-en-verkoop/"))
    bewaarknop(pagina).click()
    naar_lijst(pagina)
    expect(op_lijst(pagina)).to_have_text(["Winkelmedewerker", "Winkel en verkoop"])

    pagina.get_by_role("button", name=re.compile("Haal weg.*Winkelmedewerker")).click()
    expect(op_lijst(pagina)).to_have_text(["Winkel en verkoop"])
    pagina.go_back()
    expect(op_lijst(pagina)).to_have_count(2)


@pytest.mark.parametrize(("breed", "schema"), VENSTERS)
def test_the_list_fits_and_has_no_faults(nieuwe_pagina, axe, schermafdruk, breed, schema):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740}, color_scheme=schema)
    for naam, adres in (
        ("lijst", LIJST),
        ("leeg", "/lijst/"),
        ("paneel", LIJST.replace("/lijst/", "/functies/winkelmedewerker/")),
    ):
        pagina.goto(adres)
        axe(pagina)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed, adres
        schermafdruk(pagina, f"lijst-{naam}-{breed}-{schema}")


def test_the_buttons_in_the_header_look_the_same_on_every_page(pagina):
    """Also where another stylesheet comes along."""
    maten = set()
    for adres in ("/", "/beginnen/", "/lijst/", "/zoeken/", "/werkgevers/", "/werkgevers/gesprek/", "/routes/"):
        pagina.goto(adres)
        for teken in pagina.locator(".kopknoppen .teken").all():
            plek = teken.bounding_box()
            maten.add((plek["width"], plek["height"]))

    assert len(maten) == 1


def test_it_prints_on_one_page(pagina):
    pagina.goto(LIJST)

    assert pagina.pdf(format="A4").count(b"/Type /Page\n") == 1
    pagina.emulate_media(media="print")
    expect(pagina.get_by_role("button", name=re.compile("Haal weg"))).to_have_count(0)


def test_nothing_is_kept_on_the_device_before_somebody_asks(nieuwe_pagina):
    pagina = nieuwe_pagina(**TELEFOON)
    pagina.goto("/functies/winkelmedewerker/")
    bewaarknop(pagina).click()
    naar_lijst(pagina)

    assert pagina.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    expect(pagina.locator("[data-bewaar-lijst]")).not_to_be_checked()


def test_who_asks_finds_the_list_again_tomorrow_and_can_wipe_it(nieuwe_pagina):
    pagina = nieuwe_pagina(**TELEFOON)
    pagina.goto(LIJST)
    pagina.locator("[data-bewaar-lijst]").check()
    expect(pagina.locator("[data-lijstmelding]")).to_have_text("Je lijst staat op dit apparaat.")

    morgen = pagina.context.new_page()
    morgen.goto("/functies/bezorger/")
    bewaarknop(morgen).click()
    naar_lijst(morgen)
    expect(op_lijst(morgen)).to_have_text(["Winkelmedewerker", "Bedrijfsleider", "Bezorger", "Winkel en verkoop"])
    expect(morgen.locator("[data-bewaar-lijst]")).to_be_checked()
    morgen.get_by_role("button", name=re.compile("Haal weg.*Winkelmedewerker")).click()
    expect(op_lijst(morgen)).to_have_count(3)
    expect(morgen.locator("[data-bewaar-lijst]")).to_be_checked()

    morgen.locator("[data-bewaar-lijst]").uncheck()
    assert morgen.evaluate("localStorage.length") == 0


def test_the_list_of_somebody_else_never_replaces_the_one_on_this_device(pagina):
    pagina.goto(LIJST)
    pagina.locator("[data-bewaar-lijst]").check()

    pagina.goto("/lijst/?lijst-functie=bezorger")
    expect(pagina.locator("[data-bewaar-lijst]")).not_to_be_checked()
    pagina.get_by_role("button", name=re.compile("Haal weg.*Bezorger")).click()
    expect(pagina.locator("[data-andere-lijst]")).to_be_visible()
    pagina.get_by_role("link", name="Open die lijst").click()
    expect(op_lijst(pagina)).to_have_text(["Winkelmedewerker", "Bedrijfsleider", "Winkel en verkoop"])

    pagina.goto("/lijst/")
    pagina.get_by_role("button", name="Wis die lijst").click()
    expect(pagina.locator("[data-andere-lijst]")).to_be_hidden()
    assert pagina.evaluate("localStorage.length") == 0


def test_what_is_shared_is_clean_unless_somebody_ticks_otherwise(nieuwe_pagina):
    pagina = nieuwe_pagina(permissions=["clipboard-read", "clipboard-write"])
    gekopieerd = "navigator.clipboard.readText()"
    pagina.goto(
        "/functies/winkelmedewerker/?opleiding=winkel-en-verkoop&werkveld=winkel&lijst-functie=winkelmedewerker"
    )

    pagina.locator("[data-deel]").click()
    expect(pagina.locator("[data-deelmelding]")).to_have_text("De link is gekopieerd.")
    assert pagina.evaluate(gekopieerd).endswith("/functies/winkelmedewerker/")
    pagina.get_by_label("met mijn keuzes").check()
    pagina.locator("[data-deelmelding]").evaluate("plek => plek.textContent = ''")
    pagina.locator("[data-deel]").click()
    expect(pagina.locator("[data-deelmelding]")).to_have_text("De link is gekopieerd.")
    assert "opleiding=winkel-en-verkoop" in pagina.evaluate(gekopieerd)

    pagina.goto(f"{LIJST}&opleiding=winkel-en-verkoop&gesprek=van%3Dwinkelmedewerker%26naar%3Dbroodbakker")
    pagina.locator("[data-deel]").click()
    expect(pagina.locator("[data-deelmelding]")).to_have_text("De tekst en de link zijn gekopieerd.")
    tekst = pagina.evaluate(gekopieerd)
    assert tekst.startswith("Functies\n- Winkelmedewerker: ")
    assert tekst.endswith(LIJST)
    pagina.get_by_label("met mijn keuzes").check()
    pagina.locator("[data-deelmelding]").evaluate("plek => plek.textContent = ''")
    pagina.locator("[data-deel]").click()
    expect(pagina.locator("[data-deelmelding]")).to_have_text("De tekst en de link zijn gekopieerd.")
    assert pagina.evaluate(gekopieerd).endswith(f"{LIJST}&opleiding=winkel-en-verkoop")


def test_a_list_on_the_device_takes_nothing_from_what_else_goes_along(pagina):
    pagina.goto(LIJST)
    pagina.get_by_label(re.compile("Bewaar.*op dit apparaat")).check()
    pagina.goto("/functies/bezorger/?opleiding=winkel-en-verkoop&gesprek=van%3Dwinkelmedewerker")

    adres = pagina.get_by_role("link", name=re.compile(r"^Mijn lijst")).first.get_attribute("href")

    keuzes = parse_qs(urlsplit(adres).query)
    assert keuzes["lijst-functie"] == ["winkelmedewerker", "bedrijfsleider"]
    assert (keuzes["opleiding"], keuzes["gesprek"]) == (["winkel-en-verkoop"], ["van=winkelmedewerker"])


def test_without_choices_there_is_nothing_to_tick(pagina):
    pagina.goto("/functies/winkelmedewerker/")

    expect(pagina.locator("[data-deel]")).to_be_visible()
    expect(pagina.locator("[data-keuzevak]")).to_be_hidden()


def test_a_choice_on_the_map_goes_along_in_the_header_and_back_takes_it_back(pagina):
    pagina.goto("/?lijst-functie=winkelmedewerker")
    functies = pagina.locator(".kop").get_by_role("link", name="Functies")
    pagina.locator("select[name=opleiding]").select_option("winkel-en-verkoop")
    pagina.locator("form.keuze").get_by_role("button").click()
    expect(functies).to_have_attribute(
        "href",
        re.compile(
            r"lijst-functie=winkelmedewerker.*opleiding=winkel-en-verkoop|opleiding=winkel-en-verkoop.*lijst-functie=winkelmedewerker"
        ),
    )

    functies.click()
    expect(pagina).to_have_url(re.compile("/functies/.*opleiding=winkel-en-verkoop"))
    pagina.go_back()
    pagina.go_back()
    expect(pagina.locator(".kop").get_by_role("link", name="Functies")).to_have_attribute(
        "href", re.compile(r"/functies/\?lijst-functie=winkelmedewerker$")
    )


def test_what_is_found_while_typing_takes_the_choices_along(pagina):
    pagina.goto("/zoeken/?opleiding=winkel-en-verkoop&lijst-functie=winkelmedewerker")
    pagina.locator("[data-zoek] input[name=q]").press_sequentially("winkelmedewerker")

    met = re.compile("opleiding=winkel-en-verkoop.*lijst-functie=winkelmedewerker")
    expect(pagina.locator("#vondsten a").first).to_have_attribute("href", met)


HERNOEMD = """
from datetime import date
from functies.models import Functie
from uitgave.bouwen import bouw
from uitgave.publiceren import publiceer

Functie.objects.filter(slug="winkelmedewerker").update(slug="verkoper", naam="Verkoper")
publiceer(bouw(), "9", date(2026, 11, 2), "Een andere naam.")
"""


def test_a_list_on_the_device_stays_that_list_when_something_on_it_gets_another_name(nieuwe_pagina, eigen_server):
    pagina = nieuwe_pagina(eigen_server, **TELEFOON)
    pagina.goto(LIJST)
    vakje = pagina.locator("[data-bewaar-lijst]")
    vakje.check()
    eigen_server.manage("shell", "--no-imports", "-c", HERNOEMD)

    pagina.goto(LIJST)
    while op_lijst(pagina).first.inner_text() != "Verkoper":  # the server looks for a new edition now and then
        pagina.wait_for_timeout(500)
        pagina.goto(LIJST)
    expect(vakje).to_be_checked()
    expect(pagina.locator("[data-andere-lijst]")).to_be_hidden()
    pagina.get_by_role("button", name=re.compile("Haal weg.*Verkoper")).click()
    expect(op_lijst(pagina)).to_have_count(2)
    assert "winkelmedewerker" not in pagina.evaluate("localStorage['mijn-lijst']")
    assert "verkoper" not in pagina.evaluate("localStorage['mijn-lijst']")
