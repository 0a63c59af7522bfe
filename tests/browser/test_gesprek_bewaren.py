"""Where the notes of a conversation stay: this tab, this device, a file; and never with somebody else."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.gesprek import AFSPRAKEN, GESPREK, KEUZES, bladzijden, eerste, vul_in

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
    expect(pagina.get_by_role("group", name="Afspraak 1")).to_be_hidden()
    pagina.get_by_role("link", name="Naar het gespreksblad").click()
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

    pagina.get_by_role("link", name="Naar het gespreksblad").click()

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
    nieuw.get_by_role("link", name="Naar het gespreksblad").click()
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
    expect(bewaard).to_contain_text(", naar bedrijfsleider")
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

    veld = later.get_by_role("group", name="Afspraak 1").get_by_label("Wat doen we?")
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

    expect(pagina.get_by_role("group", name="Afspraak 1")).to_be_visible()
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

    veld = pagina.get_by_role("group", name="Afspraak 1").get_by_label("Wat doen we?")
    expect(veld).to_have_value("Veranderd")
    ander.once("dialog", lambda vraag: vraag.accept())
    ander.get_by_role("button", name="Wis alles").click()
    expect(pagina.get_by_label("Bewaar op dit apparaat")).not_to_be_checked()
    vul_in(pagina, 2, "Na het wissen")
    assert pagina.evaluate("localStorage.length") == 0


def test_a_file_brings_notes_and_choices_back(pagina, tmp_path):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "Uit het bestand", "Noor", "mei")
    pagina.locator("[data-veld=notities]").fill("Een\ntwee")
    pagina.locator("[data-veld=volgend]").fill("2031-07-19")
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Bewaar als bestand").click()
    bestand = tmp_path / "gesprek.json"
    download.value.save_as(bestand)
    assert download.value.suggested_filename.startswith("gesprek-20")
    assert "Noor" not in download.value.suggested_filename
    nieuw = pagina.context.new_page()
    nieuw.goto(AFSPRAKEN)

    nieuw.locator("[data-bestand-openen]").set_input_files(bestand)

    nieuw.wait_for_url(f"**{AFSPRAKEN}{KEUZES}")
    assert eerste(nieuw) == "Uit het bestand"
    assert nieuw.locator("[data-veld=notities]").input_value() == "Een\ntwee"
    nieuw.get_by_role("link", name="Naar het gespreksblad").click()
    expect(nieuw.get_by_text("19 juli 2031")).to_be_visible()


GOED = {"soort": "loopbaangesprek", "versie": 1, "keuzes": "", "bewaard": "", "notities": "", "volgend": ""}
RIJ = {"wat": "a", "wie": "", "wanneer": ""}
SLECHT = {
    "leeg": "",
    "geen json": "Dit is geen gesprek.",
    "ander soort": json.dumps({"soort": "iets anders"}),
    "kale lijst": "[1, 2]",
    "niets": "null",
    "afspraken geen lijst": json.dumps(GOED | {"afspraken": {"0": RIJ}}),
    "rij zonder velden": json.dumps(GOED | {"afspraken": [{"wat": "a"}]}),
    "rij is niets": json.dumps(GOED | {"afspraken": [None]}),
    "getal": json.dumps(GOED | {"afspraken": [RIJ], "notities": 5}),
    "te lang": json.dumps(GOED | {"afspraken": [RIJ], "notities": "x" * 4000}),
    "te veel": json.dumps(GOED | {"afspraken": [RIJ] * 51}),
    "geen dag": json.dumps(GOED | {"afspraken": [RIJ], "volgend": "gisteren"}),
    "dag die niet bestaat": json.dumps(GOED | {"afspraken": [RIJ], "volgend": "2026-02-30"}),
    "te groot": " " * 1_000_001,
}


def test_a_bad_file_gets_a_message_and_loses_nothing(pagina, tmp_path):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "Dit blijft staan")
    for naam, inhoud in SLECHT.items():
        bestand = tmp_path / f"{naam}.json"
        bestand.write_text(inhoud)
        pagina.locator("[data-bericht]").evaluate("e => e.textContent = ''")
        pagina.locator("[data-bestand-openen]").set_input_files(bestand)

        expect(pagina.get_by_text("Dit bestand kunnen we niet lezen."), naam).to_be_visible()
        assert eerste(pagina) == "Dit blijft staan"
    pagina.evaluate("() => { Blob.prototype.text = () => Promise.reject(new DOMException('', 'NotReadableError')) }")
    pagina.locator("[data-bericht]").evaluate("e => e.textContent = ''")
    pagina.locator("[data-bestand-openen]").set_input_files(bestand)
    expect(pagina.get_by_text("Dit bestand kunnen we niet lezen."), "cannot be read").to_be_visible()
    assert urlsplit(pagina.url).query == KEUZES[1:]


def test_a_file_brings_no_free_text_into_the_address(pagina, tmp_path):
    keuzes = "?naar=broodbakker&kan=vrije tekst hier&notitie=kanarie&van=https://kwaad.example/&__proto__=x"
    bestand = tmp_path / "gesprek.json"
    bestand.write_text(
        json.dumps(GOED | {"afspraken": [RIJ | {"wat": "<img src=x onerror=alert(1)>"}], "keuzes": keuzes})
    )
    pagina.goto(AFSPRAKEN)

    pagina.locator("[data-bestand-openen]").set_input_files(bestand)

    pagina.wait_for_url(f"**{AFSPRAKEN}?naar=broodbakker")
    assert eerste(pagina) == "<img src=x onerror=alert(1)>"
    pagina.get_by_role("link", name="Naar het gespreksblad").click()
    expect(pagina.get_by_role("cell", name="<img src=x onerror=alert(1)>")).to_be_visible()
    assert pagina.locator(".blad img").count() == 0


def test_notes_are_only_replaced_when_that_is_confirmed(pagina, tmp_path):
    bestand = tmp_path / "gesprek.json"
    bestand.write_text(json.dumps(GOED | {"afspraken": [RIJ]}))
    pagina.goto(AFSPRAKEN)
    vul_in(pagina, 1, "Er stond al iets")

    pagina.once("dialog", lambda vraag: vraag.dismiss())
    pagina.locator("[data-bestand-openen]").set_input_files(bestand)
    expect(pagina.get_by_text("Er is niets veranderd.")).to_be_visible()
    assert eerste(pagina) == "Er stond al iets"

    pagina.once("dialog", lambda vraag: vraag.accept())
    pagina.locator("[data-bestand-openen]").set_input_files(bestand)
    expect(pagina.get_by_text("Het bestand is geopend.")).to_be_visible()
    assert eerste(pagina) == "a"


def test_a_browser_that_stores_nothing_still_types_and_prints(pagina, tmp_path):
    pagina.add_init_script("""for (const naam of ["sessionStorage", "localStorage"])
        Object.defineProperty(window, naam, { get() { throw new DOMException("blocked", "SecurityError"); } });""")
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")

    vul_in(pagina, 1, "Toch getypt")
    pagina.get_by_role("button", name="Nog een afspraak").click()

    expect(pagina.get_by_text("Je browser kan dit niet onthouden.")).to_be_visible()
    expect(pagina.get_by_label("Bewaar op dit apparaat")).to_be_disabled()
    assert eerste(pagina) == "Toch getypt"
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Bewaar als bestand").click()
    assert "Toch getypt" in Path(download.value.path()).read_text()
    assert bladzijden(pagina.pdf(path=tmp_path / "afspraken.pdf")) <= 3


VOL = """const zet = Storage.prototype.setItem;
    Storage.prototype.setItem = function (sleutel, waarde) {
      if (this === window[window.vol] && sleutel.startsWith("gesprek:")) throw new DOMException("", "Quota");
      zet.call(this, sleutel, waarde);
    }"""


def test_a_browser_without_room_says_so_and_still_opens_a_file(pagina, tmp_path):
    melding = pagina.get_by_text("Je browser kan dit niet onthouden.")
    bestand = tmp_path / "gesprek.json"
    bestand.write_text(json.dumps(GOED | {"afspraken": [RIJ | {"wat": "Uit het bestand"}]}))
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
    pagina.locator("[data-bestand-openen]").set_input_files(bestand)

    expect(pagina.get_by_text("Het bestand is geopend. Je browser kan dit niet onthouden.")).to_be_visible()
    assert eerste(pagina) == "Uit het bestand"
