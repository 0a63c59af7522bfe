"""Where the notes of a conversation stay: this tab, this device, a file; and never with somebody else."""

import re

from playwright.sync_api import expect

from tests.browser.gesprek import (
    AFSPRAKEN,
    GESPREK,
    KEUZES,
    OUD,
    OUDE_RIJ,
    bewaar_document,
    bladzijden,
    eerste,
    groep,
    open_document,
    schrijf,
    vul_in,
)

# --- Two kandidaten, one computer ---


def test_who_comes_back_later_is_asked_whose_conversation_this_is(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=broodbakker")
    vul_in(pagina, 1, "Van de eerste")
    pagina.goto("/werkgevers/")
    pagina.get_by_role("link", name="Begin een loopbaangesprek").click()

    vraag = pagina.get_by_role("region", name="In dit tabblad staat nog een gesprek")
    expect(vraag).to_be_visible()
    pagina.get_by_role("button", name="Volgende").click()  # without an answer
    pagina.get_by_role("button", name="Volgende").click()
    expect(vraag).to_be_visible()
    expect(groep(pagina, 1)).to_be_hidden()
    pagina.get_by_role("link", name="Naar het ontwikkelplan").click()
    expect(vraag).to_be_visible()
    assert "Van de eerste" not in pagina.inner_text("body")

    pagina.get_by_role("button", name="Ga verder met dat gesprek").click()
    pagina.wait_for_url(f"**{AFSPRAKEN}?naar=broodbakker")
    assert eerste(pagina) == "Van de eerste"


def test_a_new_conversation_never_shows_the_notes_of_the_last_one(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=broodbakker")
    vul_in(pagina, 1, "Van de eerste")
    pagina.goto(f"{AFSPRAKEN}?naar=bedrijfsleider")
    pagina.get_by_role("button", name="Begin een nieuw gesprek").click()
    assert eerste(pagina) == ""
    vul_in(pagina, 1, "Van de tweede")

    pagina.reload()
    assert eerste(pagina) == "Van de tweede"
    pagina.go_back()
    pagina.wait_for_url("**?naar=broodbakker")
    assert eerste(pagina) == ""
    pagina.go_forward()
    pagina.wait_for_url("**?naar=bedrijfsleider")
    assert eerste(pagina) == "Van de tweede"
    assert "Van de eerste" not in pagina.evaluate("JSON.stringify(sessionStorage)")


def test_the_link_to_a_new_conversation_asks_first(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=broodbakker")
    vul_in(pagina, 1, "Van de eerste")
    pagina.once("dialog", lambda vraag: vraag.dismiss())
    pagina.get_by_role("link", name="Begin een nieuw gesprek").click()
    assert eerste(pagina) == "Van de eerste"

    pagina.once("dialog", lambda vraag: vraag.accept())
    pagina.get_by_role("link", name="Begin een nieuw gesprek").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Waar sta je nu?")
    expect(pagina.get_by_role("region", name="In dit tabblad staat nog een gesprek")).to_be_hidden()
    pagina.goto(f"{AFSPRAKEN}?naar=broodbakker")
    assert eerste(pagina) == ""


def test_a_new_conversation_in_another_tab_leaves_this_one_as_it_is(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=broodbakker")
    vul_in(pagina, 1, "Van de eerste")
    with pagina.context.expect_page() as geopend:
        pagina.get_by_role("link", name="Begin een nieuw gesprek").click(modifiers=["Control"])
    expect(geopend.value.get_by_role("heading", level=1)).to_have_text("Waar sta je nu?")

    pagina.get_by_role("link", name="Naar het ontwikkelplan").click()

    expect(pagina.get_by_role("cell", name="Van de eerste")).to_be_visible()
    assert "Van de eerste" not in geopend.value.evaluate("JSON.stringify(sessionStorage)")


def test_a_link_to_a_part_of_the_page_stays_in_the_conversation(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=broodbakker")
    pagina.get_by_role("link", name="Naar de inhoud").press("Enter")
    pagina.wait_for_url("**#inhoud")
    vul_in(pagina, 1, "Van de eerste")

    pagina.reload()

    expect(pagina.get_by_role("region", name="In dit tabblad staat nog een gesprek")).to_be_hidden()
    assert eerste(pagina) == "Van de eerste"


def test_two_tabs_are_two_conversations(pagina):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "In het ene tabblad")
    ander = pagina.context.new_page()
    ander.goto(f"{AFSPRAKEN}{KEUZES}")

    assert eerste(ander) == ""
    vul_in(ander, 1, "In het andere tabblad")
    pagina.reload()
    assert eerste(pagina) == "In het ene tabblad"


def test_a_shared_link_says_that_the_notes_are_elsewhere_until_there_are_some(pagina):
    melding = pagina.get_by_text("Dit is een gedeelde link.")
    pagina.goto("/functies/broodbakker/")
    pagina.get_by_text("Meer", exact=True).click()
    pagina.get_by_role("link", name="Start een gesprek").click()
    expect(melding).to_be_hidden()
    nieuw = pagina.context.new_page()
    melding = nieuw.get_by_text("Dit is een gedeelde link.")
    nieuw.goto(f"{GESPREK}doel/{KEUZES}")
    expect(melding).to_be_visible()
    nieuw.get_by_role("button", name="Volgende").click()
    expect(melding).to_be_visible()

    vul_in(nieuw, 1, "Nu zelf getypt")

    expect(melding).to_be_hidden()
    nieuw.get_by_role("link", name="Naar het ontwikkelplan").click()
    expect(melding).to_be_hidden()


def test_a_shared_link_says_so_too_in_the_tab_of_another_conversation(pagina):
    pagina.goto(AFSPRAKEN)
    vul_in(pagina, 1, "Van de eerste")
    pagina.goto(f"{GESPREK}doel/{KEUZES}")
    melding = pagina.get_by_text("Dit is een gedeelde link.")
    expect(melding).to_be_hidden()

    pagina.get_by_role("button", name="Begin een nieuw gesprek").click()

    expect(melding).to_be_visible()


# --- Keeping and wiping ---


def test_a_year_of_five_digits_loses_no_notes(pagina):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "Blijft staan")
    volgend = pagina.locator("[data-veld=volgend]")
    volgend.focus()
    for deel in ("03", "01", "20266"):
        pagina.keyboard.type(deel)
    assert len(volgend.input_value()) == len("2026-03-01")
    volgend.evaluate("e => { e.value = '20266-03-01'; e.dispatchEvent(new Event('input', { bubbles: true })); }")

    pagina.reload()

    assert (eerste(pagina), volgend.input_value()) == ("Blijft staan", "")


def test_on_the_device_only_when_asked_and_gone_when_wiped(pagina):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "Bewaar dit")
    pagina.get_by_label("Bewaar op dit apparaat").check()
    vul_in(pagina, 2, "En dit later ook")
    pagina.close()
    later = pagina.context.new_page()
    later.goto(GESPREK)

    bewaard = later.get_by_role("button", name="Open het gesprek van")
    expect(bewaard).to_contain_text(", naar Bedrijfsleider")
    bewaard.click()
    later.wait_for_url(f"**{AFSPRAKEN}{KEUZES}")
    assert eerste(later) == "Bewaar dit"
    expect(later.get_by_label("Bewaar op dit apparaat")).to_be_checked()
    assert "En dit later ook" in later.evaluate("JSON.stringify(localStorage)")

    later.get_by_label("Bewaar op dit apparaat").uncheck()
    assert later.evaluate("localStorage.length") == 0
    assert eerste(later) == "Bewaar dit"
    later.get_by_label("Bewaar op dit apparaat").check()
    later.once("dialog", lambda vraag: vraag.accept())
    later.get_by_role("button", name="Wis alles").click()
    expect(later.get_by_text("Alles is gewist.")).to_be_in_viewport()
    expect(later.get_by_role("button", name="Wis alles")).to_be_focused()
    assert (eerste(later), later.evaluate("localStorage.length")) == ("", 0)
    assert "Bewaar dit" not in later.evaluate("JSON.stringify(sessionStorage)")
    later.reload()
    assert eerste(later) == ""


def test_one_on_the_device_with_the_choices_of_this_page_opens_beside_this_conversation(pagina):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "Bewaard")
    pagina.get_by_label("Bewaar op dit apparaat").check()
    pagina.close()
    later = pagina.context.new_page()
    later.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(later, 1, "Van vandaag")

    later.get_by_role("button", name="Open het gesprek van").click()

    veld = groep(later, 1).get_by_label("Wat doen we?")
    expect(veld).to_have_value("Bewaard")
    expect(later.get_by_role("heading", level=1)).to_be_focused()
    later.go_back()
    expect(veld).to_have_value("Van vandaag")
    later.go_forward()
    expect(veld).to_have_value("Bewaard")
    later.reload()
    assert eerste(later) == "Bewaard"


def test_back_after_wiping_elsewhere_says_that_nothing_is_kept(pagina):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "Iets")
    pagina.get_by_label("Bewaar op dit apparaat").check()
    pagina.goto("/over/")
    ander = pagina.context.new_page()
    ander.goto(AFSPRAKEN)
    ander.once("dialog", lambda vraag: vraag.accept())
    ander.get_by_role("button", name="Wis alles").click()

    pagina.go_back()

    expect(groep(pagina, 1)).to_be_visible()
    expect(pagina.get_by_label("Bewaar op dit apparaat")).not_to_be_checked()


def test_a_conversation_on_the_device_stays_the_same_in_two_tabs(pagina):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "Eerst")
    pagina.get_by_label("Bewaar op dit apparaat").check()
    ander = pagina.context.new_page()
    ander.goto(GESPREK)
    ander.get_by_role("button", name="Open het gesprek van").click()
    ander.wait_for_url(f"**{AFSPRAKEN}{KEUZES}")

    vul_in(ander, 1, "Veranderd")

    veld = groep(pagina, 1).get_by_label("Wat doen we?")
    expect(veld).to_have_value("Veranderd")
    ander.once("dialog", lambda vraag: vraag.accept())
    ander.get_by_role("button", name="Wis alles").click()
    expect(pagina.get_by_label("Bewaar op dit apparaat")).not_to_be_checked()
    vul_in(pagina, 2, "Na het wissen")
    assert pagina.evaluate("localStorage.length") == 0


def test_two_conversations_of_one_day_are_told_apart_and_removed_one_by_one(pagina):
    for naam, naar in (("Noor", "bedrijfsleider"), ("Sam", "winkelmedewerker")):
        tabblad = pagina.context.new_page()
        tabblad.goto(f"{AFSPRAKEN}?van=broodbakker&naar={naar}")
        tabblad.get_by_label("Naam van de kandidaat").fill(naam)
        tabblad.get_by_label("Bewaar op dit apparaat").check()
        tabblad.close()
    pagina.goto("/werkgevers/")
    noor = pagina.get_by_role(
        "button", name=re.compile(r"Open het gesprek met Noor van .+ om .+ uur, naar Bedrijfsleider")
    )
    sam = pagina.get_by_role("button", name=re.compile(r"^Open .+ Sam van .+ uur, naar Winkelmedewerker$"))
    expect(noor).to_be_visible()

    pagina.once("dialog", lambda vraag: vraag.accept())
    pagina.get_by_role("button", name="Verwijder het gesprek met Noor").click()

    expect(noor).to_be_hidden()
    expect(pagina.get_by_text("Het gesprek is van dit apparaat verwijderd.")).to_be_visible()
    sam.click()
    pagina.wait_for_url(f"**{AFSPRAKEN}?van=broodbakker&naar=winkelmedewerker")
    expect(pagina.get_by_label("Naam van de kandidaat")).to_have_value("Sam")


def test_a_browser_that_stores_nothing_still_types_and_prints(pagina, tmp_path):
    pagina.add_init_script("""for (const naam of ["sessionStorage", "localStorage"])
        Object.defineProperty(window, naam, { get() { throw new DOMException("blocked", "SecurityError"); } });""")
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")

    vul_in(pagina, 1, "Toch getypt")
    pagina.get_by_role("button", name="Nog een afspraak").click()

    expect(pagina.get_by_text("Je browser kan dit niet onthouden.")).to_be_visible()
    expect(pagina.get_by_label("Bewaar op dit apparaat")).to_be_disabled()
    assert eerste(pagina) == "Toch getypt"
    assert "Toch getypt" in bewaar_document(pagina, tmp_path).read_text()
    assert bladzijden(pagina.pdf(path=tmp_path / "afspraken.pdf")) <= 3


VOL = """const zet = Storage.prototype.setItem;
    Storage.prototype.setItem = function (sleutel, waarde) {
      if (this === window[window.vol] && sleutel.startsWith("gesprek:")) throw new DOMException("", "Quota");
      zet.call(this, sleutel, waarde);
    }"""


def test_a_browser_without_room_says_so_and_still_opens_a_file(pagina, tmp_path):
    melding = pagina.get_by_text("Je browser kan dit niet onthouden.")
    bestand = schrijf(tmp_path, "gesprek.json", OUD | {"afspraken": [OUDE_RIJ | {"wat": "Uit het bestand"}]})
    pagina.add_init_script(VOL)
    pagina.goto(AFSPRAKEN)
    vul_in(pagina, 1, "Eerst")
    pagina.get_by_label("Bewaar op dit apparaat").check()
    expect(melding).to_be_hidden()
    pagina.evaluate("window.vol = 'localStorage'")
    vul_in(pagina, 1, "Te veel voor dit apparaat")
    expect(melding).to_be_visible()

    pagina.evaluate("window.vol = 'sessionStorage'")
    pagina.once("dialog", lambda vraag: vraag.accept())
    open_document(pagina, bestand)

    expect(pagina.get_by_text("Het document is geopend. Je browser kan dit niet onthouden.")).to_be_visible()
    assert eerste(pagina) == "Uit het bestand"
