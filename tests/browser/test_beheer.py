"""The editors' journey: log in, change a functie, look at the preview, publish, and go back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.fixtures import Site


def zet_samenvatting(pagina, tekst):
    pagina.goto("/beheer/functies/functie/?q=winkelleider")
    pagina.locator("#result_list tbody th a").click()
    pagina.get_by_label("Samenvatting").fill(tekst)
    pagina.get_by_role("button", name="Opslaan", exact=True).first.click()


def vul_in(pagina, nummer):
    pagina.get_by_label("Nummer").fill(nummer)
    pagina.get_by_label("Wat is er veranderd").fill("Een andere samenvatting.")
    if (gelezen := pagina.get_by_label("Ik heb de punten")).count():
        gelezen.check()


def publiceer(pagina, nummer):
    vul_in(pagina, nummer)
    pagina.get_by_role("button", name="Publiceer").click()


def test_change_preview_publish_and_undo(eigen_server: Site, log_in, nieuwe_pagina, axe):
    redactie, bezoeker = log_in(site=eigen_server), nieuwe_pagina(site=eigen_server)
    adres = "/functies/winkelleider/"

    zet_samenvatting(redactie, "Jij leidt het team in de winkel.")
    expect(redactie.get_by_text("Bezoekers zien dit nog niet.")).to_be_visible()
    bezoeker.goto(adres)
    expect(bezoeker.get_by_text("Jij leidt het team in de winkel.")).to_have_count(0)

    redactie.locator(".messagelist").get_by_role("link", name="Bekijk voorbeeld").click()
    redactie.locator("#kaart").get_by_role("link", name=re.compile("^Winkelleider")).click()
    expect(redactie.locator("#paneel")).to_contain_text("Jij leidt het team in de winkel.")
    expect(redactie).to_have_url(re.compile(f"/beheer/voorbeeld{adres}$"))
    expect(redactie.get_by_role("complementary", name="Voorbeeld")).to_contain_text("Bezoekers zien dit nog niet.")
    axe(redactie)

    redactie.goto("/beheer/publiceren/")
    expect(redactie.locator(".verschil")).to_contain_text("Functie: Winkelleider gewijzigd")
    publiceer(redactie, "2.1")
    expect(redactie.get_by_text("Uitgave 2.1 is gepubliceerd.")).to_be_visible()
    redactie.wait_for_timeout(2000)  # the other worker has two seconds
    for _ in range(6):
        bezoeker.reload()
        expect(bezoeker.locator(".inleidend", has_text="Jij leidt het team in de winkel.")).to_be_visible()
        expect(bezoeker.get_by_role("contentinfo")).to_contain_text("Versie 2.1")

    redactie.get_by_role("row", name=re.compile("^Uitgave 2 ")).get_by_role("link", name="Publiceer deze").click()
    publiceer(redactie, "2.2")
    redactie.wait_for_timeout(2000)
    for _ in range(6):
        bezoeker.reload()
        expect(bezoeker.get_by_text("Jij leidt het team in de winkel.")).to_have_count(0)


def test_what_is_typed_about_an_edition_stays_until_it_is_published(eigen_server: Site, log_in):
    pagina = log_in(site=eigen_server)
    zet_samenvatting(pagina, "Jij leidt het team in de winkel.")
    pagina.goto("/beheer/publiceren/")
    pagina.get_by_role("link", name="Nog niet publiceren").click()
    pagina.get_by_role("button", name="Nog niet publiceren").click()
    expect(pagina.locator(".messagelist .success")).to_be_visible()
    pagina.goto("/beheer/publiceren/")
    vul_in(pagina, "2.1")

    opheffen = pagina.get_by_role("button", name=re.compile("^Hef op"))
    opheffen.last.click()
    expect(opheffen).to_have_count(0)

    expect(pagina.get_by_label("Nummer")).to_have_value("2.1")
    expect(pagina.get_by_label("Wat is er veranderd")).to_have_value("Een andere samenvatting.")
    vul_in(pagina, "2.1")
    pagina.get_by_role("button", name="Publiceer").click()
    expect(pagina.get_by_text("Uitgave 2.1 is gepubliceerd.")).to_be_visible()
    pagina.goto("/beheer/publiceren/")
    expect(pagina.get_by_label("Wat is er veranderd")).to_have_value("")


def test_every_kind_of_admin_page_opens_under_the_strict_policy(log_in):
    pagina = log_in()
    for adres in (
        "functies/functie/",
        "functies/functie/?q=geen-enkele",
        "functies/functie/1/change/",
        "functies/functie/1/history/",
        "functies/functie/1/delete/",
        "functies/functie/add/",
        "functies/doorgroei/",
        "functies/doorgroei/add/",
        "uitgave/uitgave/",
        "redactie/linkcontrole/",
        "opleidingen/codecontrole/",
        "opleidingen/opleiding/1/change/",
        "opleidingen/opleiding/1/vervang/",
        "verhalen/verhaal/add/",
        "auth/user/",
        "auth/user/1/change/",
        "password_change/",
        "publiceren/",
    ):
        pagina.goto(f"/beheer/{adres}")
        expect(pagina.locator("#content h1").first).to_be_visible()


def test_choosing_from_a_list_and_a_calendar_works(log_in):
    pagina = log_in()
    pagina.goto("/beheer/functies/doorgroei/add/")

    pagina.locator("#id_van + .select2").click()
    pagina.locator(".select2-search__field").fill("banketb")
    pagina.get_by_role("option", name="Banketbakker").click()
    pagina.get_by_role("link", name="Vandaag").click()

    expect(pagina.locator("#id_van + .select2")).to_contain_text("Banketbakker")
    expect(pagina.get_by_label("Gecontroleerd op")).to_have_value(re.compile(r"\d\d-\d\d-\d{4}"))


def test_pages_of_our_own_have_no_axe_violation(log_in, axe):
    pagina = log_in()
    for adres in (
        *("/beheer/publiceren/", "/beheer/achterhouden/?rij=functies/broodbakker", "/beheer/klaar/"),
        *("/beheer/zoeken/?q=winkel", "/beheer/geschiedenis/"),
        *("/beheer/opleidingen/opleiding/1/vervang/", "/beheer/functies/werkveld/volgorde/"),
    ):
        pagina.goto(adres)
        axe(pagina)
    expect(pagina.locator(".kaartvenster .kaartje").first).to_be_visible()


@pytest.mark.parametrize("breedte", [1366, 360])
def test_a_refused_form_first_says_what_is_wrong_and_a_new_row_takes_the_focus(log_in, breedte):
    pagina = log_in(viewport={"width": breedte, "height": 768})
    pagina.on("dialog", lambda vraag: vraag.accept())
    pagina.goto("/beheer/functies/functie/1/change/#content-start")  # as after the link that skips the menu
    pagina.get_by_label("Naam:", exact=True).fill("")
    pagina.get_by_role("button", name="Opslaan", exact=True).first.click()

    fouten = pagina.get_by_role("navigation", name="Fouten in het formulier")
    expect(fouten).to_be_focused()
    fouten.get_by_role("link", name="Naam", exact=True).click()
    expect(pagina.get_by_label("Naam:", exact=True)).to_be_in_viewport()
    pagina.get_by_role("button", name="Nog een opleiding toevoegen").click()
    expect(pagina.locator("#opleidingslinks-1 .select2-selection")).to_be_focused()
    assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_difference_is_printed_without_the_menu_and_with_every_point(log_in):
    pagina = log_in()
    pagina.goto("/beheer/publiceren/")
    punt = pagina.locator("details.bevindingen li").first
    expect(punt).to_be_hidden()

    pagina.emulate_media(media="print")

    expect(punt).to_be_visible()
    for selector in ("#header", "#nav-sidebar", "#formulier", "#publicatie > fieldset"):
        expect(pagina.locator(selector)).to_be_hidden()
