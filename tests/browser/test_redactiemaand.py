"""A month of the desk: a version that takes weeks, one urgent text, a planned edition, a wrong import undone."""

import json
import re

from playwright.sync_api import expect

from tests.browser.fixtures import Site
from tests.browser.test_redactie import opslaan

NIEUW, CODE = "Jij brengt elke bestelling op tijd. Dat komt in versie 2.", "Jij leert bakken. Dit kon niet wachten."
ANNE = {"username": "anne", "password": "een-lang-wachtwoord-van-anne"}
MAAK_ANNE = f"""
from django.contrib.auth.models import Group, User
anne = User.objects.create_user("{ANNE["username"]}", password="{ANNE["password"]}", is_staff=True, first_name="Anne")
anne.groups.add(Group.objects.get(name="redacteur"))
"""
STRAKS = """
from datetime import timedelta
from django.utils import timezone
from uitgave.models import Uitgave
assert Uitgave.objects.gepland().update(vanaf=timezone.now() + timedelta(seconds=3)) == 1
"""


def open_rij(pagina, lijst, naam):
    pagina.goto(f"/beheer/{lijst}/?q={naam}")
    pagina.locator("#result_list tbody th a").first.click()


def publiceer(pagina, nummer, vanaf=""):
    pagina.goto("/beheer/publiceren/")
    pagina.get_by_label("Nummer").fill(nummer)
    pagina.get_by_label("Wat is er veranderd").fill("Dit is er nieuw.")
    if vanaf:
        pagina.get_by_label("Vanaf").fill(vanaf)
    if (gelezen := pagina.get_by_label("Ik heb de punten")).count():
        gelezen.check()
    pagina.get_by_role("button", name="Publiceer", exact=True).click()
    pagina.wait_for_url("**/uitgave/uitgave/")


def test_a_month_of_two_editors(eigen_server: Site, log_in, nieuwe_pagina, tmp_path):
    eigen_server.manage("shell", "--no-imports", "-c", MAAK_ANNE)
    anne, lezer = nieuwe_pagina(site=eigen_server), nieuwe_pagina(site=eigen_server)
    anne.goto("/beheer/")
    anne.locator("input[name=username]").fill(ANNE["username"])
    anne.locator("input[name=password]").fill(ANNE["password"])
    anne.locator("[type=submit]").click()
    anne.wait_for_url("**/beheer/")
    chef = log_in(site=eigen_server)

    # Week 1: Anne begins with version 2, which is not ready.
    open_rij(anne, "functies/functie", "bezorger")
    anne.get_by_label("Samenvatting").fill(NIEUW)
    opslaan(anne)
    open_rij(anne, "functies/functie", "bezorger")
    anne.get_by_role("link", name="Nog niet", exact=True).click()
    anne.get_by_label("Notitie").fill("De foto ontbreekt nog.")
    anne.get_by_label("Hoort bij").fill("Versie 2")
    anne.get_by_role("button", name="Nog niet publiceren").click()
    anne.goto("/beheer/publiceren/")
    expect(anne.get_by_text("De foto ontbreekt nog.").first).to_be_visible()
    expect(anne.get_by_role("button", name="Publiceer", exact=True)).to_have_count(0)

    # Week 2: something that cannot wait goes out alone.
    open_rij(chef, "opleidingen/opleiding", "")
    naam = chef.locator("#id_naam").input_value()
    chef.locator("#id_omschrijving").fill(CODE)
    opslaan(chef)
    publiceer(chef, "8.1")
    expect(chef.get_by_text("1 wijziging bleef achter en wacht op een volgende uitgave.")).to_be_visible()
    lezer.goto("/opleidingen/")
    lezer.get_by_role("link", name=naam).first.click()
    expect(lezer.get_by_text(CODE).first).to_be_visible()
    lezer.goto("/functies/bezorger/")
    assert NIEUW not in lezer.content()

    # Week 3: a wrong file takes stories away, and comes back as a whole.
    with chef.expect_download() as download:
        chef.goto("/beheer/")
        chef.get_by_role("link", name="Download alles").click()
    inhoud = json.loads(download.value.path().read_bytes())
    aantal = len(inhoud["competenties"])
    for rij in inhoud["competenties"]:
        rij["naam"] += " (fout)"
    bestand = tmp_path / "fout.json"
    bestand.write_text(json.dumps(inhoud))
    chef.goto("/beheer/invoeren/")
    chef.get_by_label("Bestand").set_input_files(bestand)
    chef.get_by_role("button", name="Bekijk het verschil").click()
    chef.get_by_role("button", name="Voer in").click()
    expect(chef.get_by_text("De inhoud van fout.json is ingevoerd.")).to_be_visible()
    chef.goto("/beheer/geschiedenis/")
    chef.get_by_role("link", name=re.compile("^Maak ongedaan")).first.click()
    expect(chef.locator(".verschil")).to_have_count(aantal)
    chef.get_by_role("button", name="Maak ongedaan").click()
    expect(chef.get_by_text("De wijziging is ongedaan gemaakt.")).to_be_visible()
    chef.goto("/beheer/zoeken/?q=(fout)")
    expect(chef.get_by_text("0 keer gevonden")).to_be_visible()

    # Week 4: version 2 is ready, and appears by itself at its moment.
    anne.goto("/beheer/publiceren/")
    anne.get_by_role("button", name="Hef alles van ‘Versie 2’ op", exact=True).click()
    open_rij(anne, "functies/functie", "bezorger")
    anne.get_by_role("link", name="Meld klaar").click()
    anne.get_by_role("button", name=re.compile("klaar", re.I)).click()
    chef.goto("/beheer/publiceren/")
    expect(chef.get_by_text("klaar, zegt").first).to_be_visible()
    publiceer(chef, "8.2", "2099-01-04T09:00")
    expect(chef.get_by_text("Uitgave 8.2 staat klaar.")).to_be_visible()
    lezer.goto("/functies/bezorger/")
    assert NIEUW not in lezer.content()
    eigen_server.manage("shell", "--no-imports", "-c", STRAKS)

    for _ in range(60):
        lezer.reload()
        if NIEUW in lezer.content():
            break
        lezer.wait_for_timeout(1000)
    expect(lezer.get_by_text(NIEUW).first).to_be_visible()
