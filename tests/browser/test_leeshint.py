"""The hint below a text field, as it follows the typing."""

import re

from playwright.sync_api import expect

from tests.browser.test_redactie import ontvouw


def test_the_hint_follows_the_typing_also_in_a_row_that_was_added(log_in):
    pagina = log_in()
    pagina.goto("/beheer/functies/functie/?q=winkelleider")
    pagina.locator("#result_list tbody th a").click()
    samenvatting = pagina.get_by_label("Samenvatting")
    expect(samenvatting).to_have_accessible_description(
        re.compile(r"^Wat doe je in deze functie\?.*Woorden per zin: gemiddeld 6\. Goed\.$")
    )

    samenvatting.fill("Je werkt hier " + "elke dag " * 10 + "heel hard.")
    expect(pagina.locator("#id_samenvatting_leeshint")).to_have_text(
        "De zin ‘Je werkt hier elke dag elke …’ heeft 25 woorden. Knip hem in tweeën."
    )

    ontvouw(pagina, "vervolg")
    pagina.locator("#vervolg-group .add-row a").click()
    voorwaarde = pagina.locator("#id_vervolg-1-voorwaarde")
    voorwaarde.fill("Je hebt eerst een diploma nodig.")
    expect(voorwaarde).to_have_accessible_description(
        re.compile(r"^Wat moet je eerst hebben\?.*Eén zin van 6 woorden\. Goed\.$")
    )
