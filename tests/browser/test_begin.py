"""From an empty site to its first edition, with nothing but what the desk offers."""

from playwright.sync_api import expect

from tests.browser.fixtures import Site

SMAL = {"viewport": {"width": 360, "height": 740}}


def test_an_empty_site_is_calm_and_the_desk_leads_to_the_first_functie(
    lege_server: Site, log_in, nieuwe_pagina, axe, schermafdruk, bewaking
):
    bewaking.verwacht.append("404")
    bezoeker = nieuwe_pagina(site=lege_server, **SMAL)
    bezoeker.goto("/functies/")
    expect(bezoeker.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    axe(bezoeker)
    schermafdruk(bezoeker, "leeg-404-smal")
    bezoeker.get_by_role("link", name="Naar de beginpagina").click()
    expect(bezoeker.get_by_role("heading", level=1)).to_have_text("Deze site wordt nog gemaakt")
    axe(bezoeker)
    schermafdruk(bezoeker, "leeg-smal")

    redactie = log_in(site=lege_server)
    begin = redactie.get_by_role("region", name="Zo kom je tot de eerste uitgave")
    klaar = begin.get_by_text("klaar")
    formulieren = 0

    def bewaar():
        nonlocal formulieren
        formulieren += 1
        redactie.get_by_role("button", name="Opslaan", exact=True).first.click()
        expect(redactie.locator(".messagelist")).to_contain_text("Bezoekers zien dit nog niet.")
        redactie.get_by_role("link", name="Start").click()

    axe(redactie)
    schermafdruk(redactie, "leeg-bureau")
    begin.get_by_role("link", name="Vul de teksten van de site in").click()
    redactie.get_by_label("Naam van de site").fill("Bouwpad")
    schermafdruk(redactie, "leeg-teksten")
    bewaar()

    expect(klaar).to_have_count(1)
    begin.get_by_role("link", name="Maak een werkveld").click()
    redactie.locator("#id_naam").fill("Afbouw")
    redactie.locator("#id_volgorde").fill("1")
    bewaar()

    expect(klaar).to_have_count(2)
    begin.get_by_role("link", name="Maak een functie").click()
    redactie.locator("#id_naam").fill("Stukadoor")
    redactie.locator("#id_werkveld").select_option("Afbouw")
    redactie.locator("#id_samenvatting").fill("Je maakt muren glad.")
    redactie.locator("#id_omschrijving").fill("Je werkt met pleister.")
    redactie.locator("#id_bron").fill("Een gesprek met een bedrijf.")
    redactie.locator(".field-gecontroleerd_op").get_by_role("link", name="Vandaag").click()
    redactie.get_by_role("checkbox", name="Zichtbaar", exact=True).check()
    bewaar()

    expect(klaar).to_have_count(3)
    schermafdruk(redactie, "leeg-bureau-klaar")
    begin.get_by_role("link", name="Bekijk het voorbeeld").click()
    expect(redactie.locator("#kaart")).to_contain_text("Stukadoor")
    schermafdruk(redactie, "leeg-voorbeeld")
    redactie.get_by_role("link", name="Terug naar het beheer").click()
    begin.get_by_role("link", name="Publiceer de eerste uitgave").click()
    redactie.get_by_label("Nummer").fill("1")
    redactie.get_by_label("Wat is er veranderd").fill("Dit is het begin.")
    redactie.get_by_label("Ik heb de punten").check()
    redactie.get_by_role("button", name="Publiceer").click()
    expect(redactie.get_by_text("Uitgave 1 is gepubliceerd.")).to_be_visible()

    assert formulieren == 3
    redactie.get_by_role("link", name="Start").click()
    expect(redactie.get_by_role("heading", name="Nu op de site")).to_be_visible()
    expect(begin).to_have_count(0)
    redactie.wait_for_timeout(2000)  # the other worker has two seconds
    bezoeker.goto("/functies/stukadoor/")
    expect(bezoeker.locator("#paneel")).to_contain_text("Je maakt muren glad.")
