"""A round of checking by keyboard, and the preview for somebody without an account."""

import re
import time

from playwright.sync_api import expect

from tests.browser.fixtures import Site

AANTAL = 170
OUD = f"""
from datetime import date
from functies.models import Competentie
from uitgave.vastleggen import vastleggen
with vastleggen(None):
    for n in range({AANTAL}):
        bewijs = {{"bron": "Een bron.", "gecontroleerd_op": date(2025, 1, 1)}}
        Competentie.objects.create(naam=f"Kunnen {{n}}", slug=f"kunnen-{{n}}", **bewijs)
"""


def test_170_rows_are_checked_by_keyboard_in_far_less_than_ten_minutes(eigen_server: Site, log_in, axe):
    eigen_server.manage("shell", "--no-imports", "-c", OUD)
    pagina = log_in(site=eigen_server)
    begin = time.monotonic()
    pagina.goto("/beheer/ronde/?soort=functies.competentie")
    axe(pagina)
    vinkjes = pagina.locator("input[name=rij]")
    eerst = vinkjes.count()
    assert eerst >= AANTAL

    vinkjes.first.focus()
    for _ in range(20):
        pagina.keyboard.press("Space")
        pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Enter")

    expect(pagina.get_by_text("Vandaag nagekeken: 20 onderdelen.")).to_be_visible()
    expect(vinkjes).to_have_count(eerst - 20)
    expect(vinkjes.first).to_be_focused()  # ready to go on
    pagina.get_by_role("button", name=re.compile("Kies alle")).press("Enter")
    assert pagina.locator("input[name=rij]:checked").count() == eerst - 20
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text(f"Vandaag nagekeken: {eerst - 20} onderdelen.")).to_be_visible()
    expect(vinkjes).to_have_count(0)
    assert time.monotonic() - begin < 600


def test_a_link_shows_the_preview_to_who_has_no_account_and_ends_when_it_is_taken_back(
    eigen_server: Site, log_in, nieuwe_pagina, bewaking, axe
):
    bewaking.verwacht.append("404")
    redacteur = log_in(site=eigen_server)
    redacteur.goto("/beheer/voorbeeldlinks/")
    redacteur.get_by_label("Voor wie").fill("mevrouw De Vries")
    redacteur.get_by_role("button", name="Maak een link").click()
    adres = redacteur.get_by_label("Link naar het voorbeeld").input_value()
    axe(redacteur)
    kijker = nieuwe_pagina(site=eigen_server)

    kijker.goto(adres)
    expect(kijker.get_by_text("Dit is nog niet gepubliceerd")).to_be_visible()
    kijker.get_by_role("link", name="Begrippen").first.click()
    kijker.wait_for_url("**/voorbeeld/*/begrippen/")
    assert kijker.context.cookies() == []
    assert kijker.evaluate("document.referrer") == ""
    redacteur.get_by_role("button", name="Trek in").click()
    expect(redacteur.get_by_text("De link is ingetrokken.")).to_be_visible()

    kijker.reload()

    expect(kijker.get_by_role("heading", name="Deze link werkt niet")).to_be_visible()
    axe(kijker)
