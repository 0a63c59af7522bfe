"""The profiel in a browser: a rol that opens in place, and a self-check of which nothing is sent."""

import re

import pytest
from playwright.sync_api import Page, expect

PROFIEL = "/functies/broodbakker/profiel/"


def antwoord(pagina: Page, competentie: str, woord: str) -> None:
    pagina.get_by_role("group", name=competentie).get_by_role("radio", name=woord).check()


@pytest.mark.parametrize(("breedte", "kleur"), [(360, "dark"), (1366, "light")])
def test_the_page_is_accessible_and_fits(nieuwe_pagina, axe, schermafdruk, breedte: int, kleur: str) -> None:
    pagina = nieuwe_pagina(viewport={"width": breedte, "height": 768}, color_scheme=kleur)
    pagina.goto(PROFIEL)
    antwoord(pagina, "Deeg kneden", "kan ik")

    assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(pagina)
    schermafdruk(pagina, f"profiel-{breedte}-{kleur}")


def test_answers_stay_in_the_tab_and_only_what_somebody_can_do_goes_along(pagina: Page) -> None:
    verzoeken: list[str] = []
    pagina.goto(PROFIEL)
    pagina.on("request", lambda verzoek: verzoeken.append(verzoek.url))

    antwoord(pagina, "Deeg kneden", "kan ik")
    antwoord(pagina, "De oven kennen", "wil ik leren")

    stand = pagina.get_by_role("heading", name="Jouw antwoorden: 2 van de 4")
    expect(stand).to_be_visible()
    expect(pagina.get_by_text("Dit gaat nu mee: Deeg maken en bewaren.")).to_be_visible()
    assert [url for url in verzoeken if "/static/" not in url] == []
    assert pagina.evaluate("[localStorage.length, sessionStorage.length]") == [0, 1]

    pagina.get_by_role("navigation", name="Rollen").get_by_role("link", name="Leiding").click()
    expect(pagina.get_by_role("heading", name="Leiding", exact=True)).to_be_focused()
    expect(stand).to_be_visible()
    expect(pagina).to_have_url(re.compile(r"\?rol=leiding#rol$"))

    pagina.reload()
    expect(stand).to_be_visible()
    pagina.get_by_role("link", name="Neem mee naar het gesprek").click()
    expect(pagina).to_have_url(re.compile(r"/gesprek/\?naar=broodbakker&kan=deeg-maken-en-bewaren$"))
    pagina.go_back()
    pagina.once("dialog", lambda vraag: vraag.accept())
    pagina.get_by_role("button", name="Wis mijn antwoorden").click()
    expect(pagina.get_by_role("heading", name="Jouw antwoorden: 0 van de 4")).to_be_visible()
    assert pagina.evaluate("Object.keys(sessionStorage).filter((naam) => naam.startsWith('profiel:'))") == []


def test_what_somebody_can_do_goes_along_to_the_conversation_that_is_going_on(pagina: Page) -> None:
    pagina.goto("/werkgevers/gesprek/doel/?van=bakkershulp&wie=overstapper&naar=broodbakker")
    pagina.get_by_label("Notitie").first.fill("Van dit gesprek")
    pagina.get_by_role("group", name="Deeg maken en bewaren").get_by_label("wil ik leren").check()
    pagina.get_by_role("group", name="Een oven instellen").get_by_label("een beetje").check()
    pagina.locator("#rest").get_by_role("link", name="Broodbakker").first.click()
    expect(pagina).to_have_url(re.compile(r"/functies/broodbakker/"))
    pagina.goto(f"{PROFIEL}?{pagina.url.partition('?')[2]}")
    antwoord(pagina, "Deeg kneden", "kan ik")

    pagina.get_by_role("link", name="Neem mee naar het gesprek").click()

    expect(pagina.get_by_label("Mijn functie nu")).to_have_value("bakkershulp")
    expect(pagina.get_by_label("Ik wil leren als")).to_have_value("overstapper")
    expect(pagina.get_by_role("checkbox", name="Deeg maken en bewaren")).to_be_checked()
    pagina.get_by_role("button", name="Volgende: waar wil je heen?").click()
    expect(pagina.get_by_role("group", name="Een oven instellen").get_by_label("een beetje")).to_be_checked()
    expect(pagina.get_by_label("Notitie").first).to_have_value("Van dit gesprek")


def test_without_a_script_each_rol_opens_and_all_print_with_empty_circles(nieuwe_pagina) -> None:
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto(PROFIEL)

    pagina.get_by_role("navigation", name="Rollen").get_by_role("link", name="Omgaan met klanten").click()

    expect(pagina.get_by_role("group", name="Uitleg geven over brood")).to_be_visible()
    expect(pagina.get_by_role("group", name="Deeg kneden")).to_be_hidden()
    pagina.emulate_media(media="print")
    expect(pagina.get_by_role("group", name="Deeg kneden")).to_be_visible()
    expect(pagina.get_by_role("radio", checked=True)).to_have_count(0)
