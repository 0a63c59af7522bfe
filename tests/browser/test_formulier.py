"""The pages of rows in a real browser: typing is kept, saving and order go by keyboard, and all fits the screen."""

import re
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from redactie.adressen import maken, naam
from tests.browser.fixtures import Site
from tests.browser.test_tegelijk import GEKOZEN, kies, meld_aan, open_functie, typ
from uitgave.soort import soorten

pytestmark = pytest.mark.xdist_group("formulier")  # one process starts the site that they share

SCHERMEN = pytest.mark.parametrize("breedte", [1366, 390])
# What stands out to the right of the window, unless it is in something that scrolls by itself.
STEEKT_UIT = """() => [...document.querySelectorAll("#content *")].filter((e) => {
    const { width, right } = e.getBoundingClientRect();
    const rolt = ".delen, .kaartvenster, .inline-group .tabular, .select2-hidden-accessible";
    return width && right > innerWidth + 1 && !e.closest(rolt);
}).map((e) => `${e.tagName}.${e.className}#${e.id}`).slice(0, 5)"""
AFGESNEDEN = """() => [...document.querySelectorAll(".results")].map((e) => e.scrollWidth - e.clientWidth)"""


@pytest.fixture
def anna(redactie_server: Site, log_in):
    return log_in(site=redactie_server)


def bewaard(pagina):
    """Wait until the server has what was typed."""
    return pagina.expect_response(
        lambda antwoord: "/beheer/getypt/" in antwoord.url and "getypt" in (antwoord.request.post_data or "")
    )


def test_what_is_typed_is_offered_in_another_browser_also_of_a_new_row(anna, redactie_server, nieuwe_pagina):
    open_functie(anna, "Banketbakker")
    with bewaard(anna):
        typ(anna, "Samenvatting:", "Een tekst die nog niet af is.")
    adres = urlsplit(anna.url).path
    nieuw = anna.context.new_page()
    nieuw.goto("/beheer/verhalen/verhaal/add/")
    with bewaard(nieuw):
        nieuw.get_by_label("Voornaam").fill("Noor")
        kies(nieuw, "id_functie", "bezorg", "Bezorger")
    functie = nieuw.locator("#id_functie").evaluate(GEKOZEN)
    nieuw.close(run_before_unload=False)
    anna.close(run_before_unload=False)

    elders = nieuwe_pagina(site=redactie_server)
    elders.goto("/beheer/")
    meld_aan(elders)
    elders.goto(adres)
    balk = elders.get_by_role("status").filter(has_text="Wat je typte, is niet opgeslagen.")
    expect(balk).to_contain_text(re.compile(r"Je was hier bezig om \d\d:\d\d\."))
    balk.get_by_role("button", name="Zet terug").click()
    expect(elders.get_by_label("Samenvatting")).to_have_value("Een tekst die nog niet af is.")
    elders.get_by_role("button", name="Opslaan", exact=True).click()
    expect(elders.locator(".messagelist .success")).to_be_visible()
    elders.goto(adres)
    expect(elders.locator("[data-concept]")).to_be_empty()

    elders.goto("/beheer/verhalen/verhaal/add/")
    elders.get_by_role("button", name="Zet terug").click()
    expect(elders.get_by_label("Voornaam")).to_have_value("Noor")
    assert elders.locator("#id_functie").evaluate(GEKOZEN) == functie
    with bewaard(elders):
        elders.get_by_label("Voornaam").fill("")
        elders.locator("#id_functie").evaluate("veld => { veld.value = ''; veld.dispatchEvent(new Event('change')) }")
        elders.get_by_label("Deel van het webadres").fill("")
    elders.on("dialog", lambda vraag: vraag.accept())


def test_a_colleague_who_has_the_page_open_is_named_until_they_leave(anna, redactie_server, nieuwe_pagina):
    redactie_server.manage("createsuperuser", "--noinput", "--username", "cas", "--email", "c@example.org")
    cas = nieuwe_pagina(site=redactie_server)
    cas.goto("/beheer/")
    meld_aan(cas, "cas")
    open_functie(cas, "Broodbakker")

    open_functie(anna, "Broodbakker")
    expect(anna.locator("[data-anderen]")).to_have_text(
        re.compile(r"^cas \(sinds \d\d:\d\d\) heeft deze pagina ook open\. Spreek af wie wat verandert\.$")
    )
    cas.goto("/beheer/")
    for _ in range(20):
        anna.reload()
        if not anna.locator("[data-anderen]").inner_text():
            break
        anna.wait_for_timeout(500)
    expect(anna.locator("[data-anderen]")).to_be_empty()


def test_ctrl_s_saves_says_so_and_keeps_the_place(anna):
    open_functie(anna)
    adres = anna.url
    bron = anna.get_by_label("Bron:", exact=True).first
    bron.fill("Een gesprek met de sector.")
    bron.press("Control+s")

    expect(anna.locator(".submit-row").get_by_role("status")).to_have_text("Opgeslagen. Bezoekers zien dit nog niet.")
    expect(anna.locator(".messagelist .success")).to_have_count(1)
    assert urlsplit(anna.url).path == urlsplit(adres).path
    expect(bron).to_have_value("Een gesprek met de sector.")
    expect(bron).to_be_focused()
    expect(bron).to_be_in_viewport()


def test_what_is_pasted_too_long_stays_whole_and_is_counted(anna):
    open_functie(anna)
    veld = anna.get_by_label("Samenvatting")
    veld.evaluate("veld => { veld.focus(); veld.select(); document.execCommand('insertText', false, 'a'.repeat(740)) }")

    assert len(veld.input_value()) == 740
    expect(anna.locator("#id_samenvatting_teller")).to_have_text("740 van 300 tekens: 440 te veel")
    expect(veld).to_have_accessible_description(re.compile("440 te veel"))
    anna.get_by_role("button", name="Opslaan", exact=True).click()
    expect(anna.get_by_role("navigation", name="Fouten")).to_contain_text("Dit is 440 tekens te lang")
    assert len(veld.input_value()) == 740
    veld.fill("Jij leidt het team.")
    anna.get_by_role("button", name="Opslaan", exact=True).click()
    expect(anna.locator(".messagelist .success")).to_be_visible()


def test_a_click_from_within_a_text_presses_the_button_below_it(anna):
    open_functie(anna)
    anna.get_by_label("Notitie:").fill("Vraag dit na.")
    anna.get_by_role("button", name="Zet deze notitie neer").click()
    expect(anna.locator(".notitie")).to_contain_text("Vraag dit na.")

    anna.goto("/beheer/voorbeeldlinks/")
    anna.get_by_label("Voor wie").fill("mevrouw De Vries")
    anna.get_by_role("button", name="Maak een link").click()
    expect(anna.get_by_label("Link naar het voorbeeld")).to_have_value(re.compile("/voorbeeld/"))


def sleep(pagina, greep, naar):
    """Drag `greep` to the top of a row, as a hand does: the rows become lines when it begins."""
    greep.scroll_into_view_if_needed()
    van = greep.bounding_box()
    pagina.mouse.move(van["x"] + 5, van["y"] + 5)
    pagina.mouse.down()
    pagina.mouse.move(van["x"] + 8, van["y"] - 10, steps=4)
    expect(pagina.locator(".slepend")).to_have_count(1)
    doel = naar.bounding_box()
    pagina.mouse.move(doel["x"] + 20, doel["y"] + 4, steps=4)
    pagina.mouse.up()
    expect(pagina.locator(".slepend")).to_have_count(0)


def test_rows_are_put_in_order_by_keyboard_and_by_dragging(anna):
    anna.goto("/beheer/functies/functie/?q=bezorger")
    anna.locator("#result_list tbody th a").click()
    anna.wait_for_url("**/change/*")
    adres = urlsplit(anna.url).path
    groep = anna.locator("#deel-zijpaden")
    groep.evaluate("deel => { deel.open = true; }")  # a click would fold what the page itself opens again meanwhile
    for tekst in ("Eerst", "Tweede", "Derde"):
        groep.locator(".add-row a").click()
        rij = groep.locator(".inline-related:not(.empty-form)").last
        rij.get_by_label("Omschrijving").fill(f"{tekst} zijpad")
        rij.get_by_label("Bron").fill("Een bron.")
        rij.get_by_role("link", name="Vandaag").click()
    anna.keyboard.press("Control+s")
    expect(anna.locator(".messagelist .success")).to_be_visible()

    def volgorde():
        return groep.locator(".inline-related:not(.empty-form) textarea[name$=omschrijving]").evaluate_all(
            "velden => velden.map((veld) => veld.value.split(' ')[0])"
        )

    groep.evaluate("deel => { deel.open = true; }")  # a click would fold what the page itself opens again meanwhile
    assert volgorde() == ["Eerst", "Tweede", "Derde"]
    knop = groep.get_by_role("button", name=re.compile("^Omhoog: .*Derde"))
    knop.press("Enter")
    expect(knop).to_be_focused()
    expect(anna.get_by_role("status").filter(has_text="Nu op plek 2 van 3.")).to_have_count(1)
    sleep(anna, groep.locator(".greep").nth(2), groep.locator(".inline-related:not(.empty-form)").first)
    assert volgorde() == ["Tweede", "Eerst", "Derde"]
    anna.keyboard.press("Control+s")
    expect(anna.locator(".submit-row").get_by_role("status")).to_have_text(re.compile("^Opgeslagen"))
    anna.goto(adres)
    assert volgorde() == ["Tweede", "Eerst", "Derde"]


@SCHERMEN
def test_a_whole_list_is_put_in_order_by_keyboard_and_by_dragging(anna, axe, breedte):
    anna.set_viewport_size({"width": breedte, "height": 844})
    anna.goto("/beheer/functies/competentie/")
    anna.get_by_role("link", name="Zet op volgorde").click()
    rijen = anna.locator(".op-volgorde > li")
    expect(rijen.first).to_be_visible()
    past(anna, breedte)
    axe(anna)
    een, twee, drie, *rest = rijen.locator(".naam").all_text_contents()
    assert rest

    omhoog = anna.get_by_role("button", name=f"Omhoog: {twee}", exact=True)
    omhoog.press("Enter")
    expect(omhoog).to_be_focused()
    sleep(anna, rijen.nth(2).locator(".greep"), rijen.first)
    assert rijen.locator(".naam").all_text_contents() == [drie, twee, een, *rest]
    anna.get_by_role("button", name="Sla de volgorde op").click()

    expect(anna.locator(".messagelist .success")).to_contain_text("andere volgorde. Bezoekers zien dit nog niet.")
    namen = [naam.strip() for naam in anna.locator("#result_list tbody th").all_text_contents()]
    assert namen[:3] == [drie, twee, een]


def test_a_typed_number_moves_its_row_at_once_and_dragging_keeps_that(anna):
    anna.goto("/beheer/functies/competentie/")
    anna.get_by_role("link", name="Zet op volgorde").click()
    rijen = anna.locator(".op-volgorde > li")
    een, twee, drie, vier, *rest = rijen.locator(".naam").all_text_contents()

    def staan(*namen):
        expect(rijen.locator(".naam")).to_have_text([*namen, *rest])

    veld = anna.get_by_label(f"Nummer van {drie}", exact=True)
    veld.fill("0")
    veld.press("Tab")
    staan(drie, een, twee, vier)
    expect(anna.get_by_role("button", name=f"Omhoog: {drie}", exact=True)).to_be_focused()
    expect(anna.get_by_role("status").filter(has_text=f"Nu op plek 1 van {4 + len(rest)}.")).to_have_count(1)

    veld = anna.get_by_label(f"Nummer van {een}", exact=True)
    veld.fill(anna.get_by_label(f"Nummer van {twee}", exact=True).input_value())
    veld.press("ArrowUp")  # a step with the arrow is a change while the field has the focus
    staan(drie, twee, een, vier)
    expect(veld).to_be_focused()

    sleep(anna, rijen.nth(3).locator(".greep"), rijen.first)
    staan(vier, drie, twee, een)
    anna.get_by_role("button", name="Sla de volgorde op").click()
    expect(anna.locator(".messagelist .success")).to_contain_text("andere volgorde.")
    namen = [naam.strip() for naam in anna.locator("#result_list tbody th").all_text_contents()]
    assert namen[:4] == [vier, drie, twee, een]


def test_without_scripts_order_is_a_number_and_all_rows_can_be_reached(redactie_server, log_in, sessies):
    log_in(site=redactie_server)
    pagina = log_in(site=redactie_server, java_script_enabled=False)
    open_functie(pagina)
    for deel in pagina.locator("details.deel:not([open]) summary").all():
        deel.click()
    expect(pagina.locator(".verplaats")).to_have_count(0)
    for veld in pagina.locator(".inline-related:not(.empty-form) input[name$=-volgorde]").all():
        expect(veld).to_be_visible()


def test_a_draft_is_kept_and_becomes_visible_only_when_it_is_whole(anna):
    anna.goto("/beheer/begrippen/begrip/add/")
    anna.locator("#id_naam").fill("Half")
    anna.get_by_role("link", name="Vandaag").click()
    expect(anna.get_by_role("checkbox", name="Zichtbaar", exact=True)).not_to_be_checked()
    anna.keyboard.press("Control+s")
    expect(anna.locator(".messagelist .success")).to_be_visible()

    anna.get_by_role("checkbox", name="Zichtbaar", exact=True).check()
    anna.get_by_role("button", name="Opslaan", exact=True).click()

    fouten = anna.get_by_role("navigation", name="Fouten in het formulier")
    expect(fouten).to_contain_text("Uitleg: Vul dit in.")
    expect(fouten).to_contain_text("Zet ‘zichtbaar’ uit.")


@SCHERMEN
@pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model.__name__)
def test_every_list_and_form_fits_the_screen_and_has_no_fault(log_in, axe, soort, breedte):
    pagina = log_in(viewport={"width": breedte, "height": 844})
    pagina.goto(reverse(f"admin:{naam(soort.model._meta, 'changelist')}"))
    past(pagina, breedte)
    axe(pagina)

    eerste = pagina.locator("#result_list tbody th a").first
    pagina.goto(eerste.get_attribute("href") if eerste.count() else maken(soort.model))
    past(pagina, breedte)
    axe(pagina)


def past(pagina, breedte):
    """Assert that nothing stands outside the window, and no list is cut off."""
    assert pagina.evaluate("document.documentElement.scrollWidth") <= breedte
    assert pagina.evaluate(STEEKT_UIT) == []
    assert not any(over > 1 for over in pagina.evaluate(AFGESNEDEN))


@SCHERMEN
def test_saving_stays_in_sight_and_a_part_is_one_press_away(log_in, breedte, schermafdruk):
    pagina = log_in(viewport={"width": breedte, "height": 844})
    open_functie(pagina)
    opslaan = pagina.get_by_role("button", name="Opslaan", exact=True)
    for hoogte in (0, 600, 10_000):
        pagina.evaluate(f"scrollTo(0, {hoogte})")
        expect(opslaan).to_be_in_viewport()
        expect(pagina.get_by_role("navigation", name="Delen van deze pagina")).to_be_in_viewport()
    pagina.evaluate("scrollTo(0, 0)")
    delen = pagina.get_by_role("navigation", name="Delen van deze pagina")
    delen.get_by_role("link", name=re.compile("^Zijpaden")).click()
    expect(pagina.locator("#deel-zijpaden > summary")).to_be_in_viewport()
    schermafdruk(pagina, f"formulier-{breedte}")
