"""The career conversation in a browser: with the keyboard, without JavaScript, on paper; and nothing of it leaves."""

import json
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from ontwikkelpad.document import lees_uitgave
from ontwikkelpad.pad import Pad
from werkgevers.gesprek import Keuze, wegen

GESPREK = "/werkgevers/gesprek/"
AFSPRAKEN, BLAD = f"{GESPREK}afspraken/", f"{GESPREK}blad/"
KEUZES = "?van=doktersassistent&wie=beroepskracht-of-herintreder&naar=praktijkmanager&kan=goed-plannen"
PAGINAS = {
    "gesprek": f"{GESPREK}{KEUZES}",
    "gesprek-leeg": GESPREK,
    "gesprek-onbekend": f"{GESPREK}?van=weg&kan=niets&naar=triagist",
    "doel": f"{GESPREK}doel/{KEUZES}",
    "doel-routes": f"{GESPREK}doel/?opleiding=doktersassistent&naar=praktijkmanager",
    "doel-zonder-route": f"{GESPREK}doel/?van=locatiemanager&naar=physician-assistant",
    "doel-ideeen": f"{GESPREK}doel/?van=triagist&kan=goed-plannen",
    "doel-leeg": f"{GESPREK}doel/",
    "afspraken": f"{AFSPRAKEN}{KEUZES}",
    "blad": f"{BLAD}{KEUZES}",
    "blad-leeg": BLAD,
}


def vul_in(pagina: Page, rij: int, wat: str, wie: str = "", wanneer: str = "") -> None:
    groep = pagina.get_by_role("group", name=f"Afspraak {rij}")
    groep.get_by_label("Wat doen we?").fill(wat)
    groep.get_by_label("Wie doet dit?").fill(wie)
    groep.get_by_label("Wanneer?").fill(wanneer)


def eerste(pagina: Page) -> str:
    return pagina.get_by_role("group", name="Afspraak 1").get_by_label("Wat doen we?").input_value()


def bladzijden(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


# --- From start to sheet ---


class Toetsen:
    """Somebody with a keyboard only."""

    def __init__(self, pagina: Page) -> None:
        self.pagina = pagina

    def naar(self, soort: str, naam: str, achteruit: bool = False) -> None:
        """Press Tab until the focus is on this; fail when it is not to be found."""
        doel = self.pagina.get_by_role(soort, name=naam, exact=False).first
        for _ in range(150):
            self.pagina.keyboard.press("Shift+Tab" if achteruit else "Tab")
            if doel.evaluate("e => e === document.activeElement"):
                return
        pytest.fail(f"no way by keyboard to {soort} {naam!r}")

    def typ(self, tekst: str) -> None:
        self.pagina.keyboard.type(tekst)

    def druk(self, toets: str) -> None:
        self.pagina.keyboard.press(toets)


def test_the_conversation_runs_from_start_to_sheet_with_the_keyboard_only(pagina, tmp_path):
    pagina.goto("/werkgevers/")
    hand = Toetsen(pagina)
    hand.naar("link", "Begin een loopbaangesprek")
    hand.druk("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Waar sta je nu?")

    hand.naar("combobox", "Mijn functie nu")
    hand.typ("Triagist")
    hand.naar("radio", "Dat laat ik open")
    hand.druk("ArrowUp")
    hand.naar("button", "Toon wat bij mijn functie hoort")
    hand.druk("Enter")
    expect(pagina.get_by_role("heading", name="Dit hoort bij Triagist")).to_be_visible()
    hand.naar("checkbox", "Goed plannen")
    hand.druk("Space")
    hand.naar("button", "Volgende: waar wil je heen?")
    hand.druk("Enter")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Waar wil je heen?")
    expect(pagina.get_by_text("Je neemt 8 van de 13 competenties mee.")).to_be_visible()
    hand.naar("link", "Locatiemanager")
    hand.druk("Enter")
    expect(pagina.get_by_role("heading", name="Jouw route naar Locatiemanager")).to_be_visible()
    expect(pagina.get_by_role("heading", name="Onderwijs op maat")).to_be_visible()
    hand.naar("button", "Volgende: wat spreken we af?")
    hand.druk("Enter")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Wat spreken we af?")
    hand.naar("textbox", "Wat doen we?")
    hand.typ("Meekijken op kantoor")
    hand.druk("Tab")
    hand.typ("Noor")
    hand.druk("Tab")
    hand.typ("in maart")
    hand.naar("button", "Nog een afspraak")
    hand.druk("Enter")
    expect(pagina.get_by_role("group", name="Afspraak 4").get_by_label("Wat doen we?")).to_be_focused()
    hand.typ("Cursus zoeken")
    hand.naar("button", "Verwijder afspraak 2", achteruit=True)
    hand.druk("Enter")
    expect(pagina.get_by_role("group", name="Afspraak 2").get_by_label("Wat doen we?")).to_be_focused()
    hand.naar("textbox", "Notities")
    hand.typ("Goed gesprek")
    hand.naar("link", "Naar het gespreksblad")
    hand.druk("Enter")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Gespreksblad")
    assert "?van=triagist&" in pagina.url
    assert "&wie=beroepskracht-of-herintreder" in pagina.url
    rijen = pagina.locator("[data-blad-rijen] tr").all_inner_texts()
    assert [rij.split("\t") for rij in rijen] == [
        ["Meekijken op kantoor", "Noor", "in maart"],
        ["Cursus zoeken", "", ""],
        ["", "", ""],
    ]
    expect(pagina.get_by_text("Goed gesprek")).to_be_visible()
    pagina.evaluate("window.print = () => { window.geprint = true }")
    hand.naar("button", "Print dit blad")
    hand.druk("Enter")
    assert pagina.evaluate("window.geprint")
    assert bladzijden(pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)) == 1


def test_the_conversation_runs_without_javascript(nieuwe_pagina, tmp_path):
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto("/functies/praktijkmanager/")
    pagina.get_by_role("link", name="Start een gesprek").click()
    pagina.get_by_label("Mijn functie nu").select_option(label="Doktersassistent (DA)")
    pagina.get_by_role("button", name="Toon wat bij mijn functie hoort").click()
    pagina.get_by_role("checkbox", name="Goed plannen").check()
    pagina.get_by_role("button", name="Volgende: waar wil je heen?").click()
    expect(pagina.get_by_role("heading", name="Jouw route naar Praktijkmanager")).to_be_visible()
    pagina.get_by_role("link", name="2 stappen").click()
    pagina.get_by_role("button", name="Terug: waar sta je nu?").click()
    expect(pagina.get_by_role("checkbox", name="Goed plannen")).to_be_checked()
    pagina.get_by_role("button", name="Volgende: waar wil je heen?").click()
    pagina.get_by_role("button", name="Volgende: wat spreken we af?").click()

    uitleg = pagina.locator("noscript p")  # get_by_text looks at nothing inside <noscript>
    expect(uitleg).to_be_visible()
    expect(uitleg).to_contain_text("Je browser voert geen JavaScript uit.")
    expect(pagina.get_by_role("button", name="Bewaar als bestand")).to_be_hidden()
    assert pagina.get_by_role("group", name="Afspraak").count() == 3
    vul_in(pagina, 1, "Zelf opschrijven")
    assert bladzijden(pagina.pdf(path=tmp_path / "afspraken.pdf")) <= 2
    pagina.get_by_role("link", name="Naar het gespreksblad").click()

    assert "via=leidinggevend-doktersassistent" in pagina.url
    expect(pagina.get_by_text("Van Doktersassistent naar Praktijkmanager")).to_be_visible()
    assert pagina.locator("[data-blad-rijen] tr").all_inner_texts() == ["\t\t"] * 3
    assert bladzijden(pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)) == 1


# --- EISEN 4: what somebody types reaches no server ---


def test_nothing_that_is_typed_leaves_the_browser(nieuwe_pagina, server, tmp_path):
    pagina = nieuwe_pagina(accept_downloads=True)
    gevraagd: list[str] = []

    def noteer(verzoek: Request) -> None:
        gevraagd.append(f"{verzoek.method} {verzoek.url} {verzoek.headers} {verzoek.post_data or ''}")

    pagina.context.on("request", noteer)
    pagina.on("dialog", lambda vraag: vraag.accept())
    kanaries = [f"kanarie{nummer:02}vogel" for nummer in range(14)]
    pagina.goto(f"{GESPREK}{KEUZES}")
    pagina.get_by_role("button", name="Volgende").click()
    pagina.get_by_role("button", name="Volgende").click()
    pagina.get_by_role("button", name="Nog een afspraak").click()
    velden = pagina.locator("[data-veld]:not([type=date])")
    assert velden.count() == 13
    for veld, kanarie in zip(velden.all(), kanaries, strict=False):
        veld.press_sequentially(kanarie)
        veld.press("Enter")
    pagina.locator("[data-veld=volgend]").fill("2031-07-19")
    pagina.get_by_label("Bewaar op dit apparaat").check()
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Bewaar als bestand").click()
    bestand = tmp_path / download.value.suggested_filename
    download.value.save_as(bestand)
    assert kanaries[0] in bestand.read_text()
    for naam in ("Waar sta je nu", "Waar wil je heen", "Wat spreken we af", "Gespreksblad"):
        pagina.get_by_role("navigation", name="Stappen van het gesprek").get_by_role("link", name=naam).click()
    expect(pagina.get_by_text(kanaries[0])).to_be_visible()
    assert kanaries[0] in pagina.inner_text(".blad")
    pagina.pdf(path=tmp_path / "blad.pdf")
    pagina.reload()
    pagina.goto(f"{AFSPRAKEN}?naar=triagist")
    pagina.get_by_role("button", name="Ga verder met dat gesprek").click()
    pagina.locator("[data-bestand-openen]").set_input_files(bestand)
    expect(pagina.get_by_text("Het bestand is geopend.")).to_be_visible()
    pagina.get_by_role("searchbox").fill("triagist")
    pagina.get_by_role("button", name="Zoek").click()
    pagina.wait_for_url("**/zoeken/?q=triagist")
    pagina.go_back()
    pagina.wait_for_url(f"**{AFSPRAKEN}**")
    pagina.get_by_role("button", name="Wis alles").click()
    pagina.get_by_role("link", name="Begin een nieuw gesprek").click()
    pagina.wait_for_load_state("networkidle")

    sporen = ["kanarie", "2031-07-19", "19 juli 2031"]
    assert len(gevraagd) > 20
    assert [verzoek for verzoek in gevraagd if any(spoor in verzoek for spoor in sporen)] == []
    map_ = Path(server.omgeving["UITGAVE_KOPIE"]).parent
    bewaard = [pad for pad in map_.rglob("*") if pad.is_file()]
    assert {"server.log", "uitgave.json", "db.sqlite3"} <= {pad.name for pad in bewaard}
    assert [pad.name for pad in bewaard for spoor in sporen if spoor.encode() in pad.read_bytes()] == []


def test_no_page_of_the_conversation_sets_a_cookie_or_keeps_more_than_its_notes(pagina):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    assert pagina.evaluate("Object.keys(localStorage)") == []
    assert all(sleutel.startswith("gesprek-") for sleutel in pagina.evaluate("Object.keys(sessionStorage)"))

    vul_in(pagina, 1, "Iets")

    assert pagina.evaluate("Object.keys(localStorage)") == []
    assert len(pagina.evaluate("Object.keys(sessionStorage).filter(s => s.startsWith('gesprek:'))")) == 1
    assert pagina.evaluate("document.cookie") == ""


# --- Two kandidaten, one computer ---


def test_who_comes_back_later_is_asked_whose_conversation_this_is(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=triagist")
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
    pagina.wait_for_url(f"**{AFSPRAKEN}?naar=triagist")
    assert eerste(pagina) == "Van de eerste"


def test_a_new_conversation_never_shows_the_notes_of_the_last_one(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=triagist")
    vul_in(pagina, 1, "Van de eerste")
    pagina.goto(f"{AFSPRAKEN}?naar=praktijkmanager")
    pagina.get_by_role("button", name="Begin een nieuw gesprek").click()
    assert eerste(pagina) == ""
    vul_in(pagina, 1, "Van de tweede")

    pagina.reload()
    assert eerste(pagina) == "Van de tweede"
    pagina.go_back()
    pagina.wait_for_url("**?naar=triagist")
    assert eerste(pagina) == ""
    pagina.go_forward()
    pagina.wait_for_url("**?naar=praktijkmanager")
    assert eerste(pagina) == "Van de tweede"
    assert "Van de eerste" not in pagina.evaluate("JSON.stringify(sessionStorage)")


def test_the_link_to_a_new_conversation_asks_first(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=triagist")
    vul_in(pagina, 1, "Van de eerste")
    pagina.once("dialog", lambda vraag: vraag.dismiss())
    pagina.get_by_role("link", name="Begin een nieuw gesprek").click()
    assert eerste(pagina) == "Van de eerste"

    pagina.once("dialog", lambda vraag: vraag.accept())
    pagina.get_by_role("link", name="Begin een nieuw gesprek").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Waar sta je nu?")
    expect(pagina.get_by_role("region", name="In dit tabblad staat nog een gesprek")).to_be_hidden()
    pagina.goto(f"{AFSPRAKEN}?naar=triagist")
    assert eerste(pagina) == ""


def test_a_new_conversation_in_another_tab_leaves_this_one_as_it_is(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=triagist")
    vul_in(pagina, 1, "Van de eerste")
    with pagina.context.expect_page() as geopend:
        pagina.get_by_role("link", name="Begin een nieuw gesprek").click(modifiers=["Control"])
    expect(geopend.value.get_by_role("heading", level=1)).to_have_text("Waar sta je nu?")

    pagina.get_by_role("link", name="Naar het gespreksblad").click()

    expect(pagina.get_by_role("cell", name="Van de eerste")).to_be_visible()
    assert "Van de eerste" not in geopend.value.evaluate("JSON.stringify(sessionStorage)")


def test_a_link_to_a_part_of_the_page_stays_in_the_conversation(pagina):
    pagina.goto(f"{AFSPRAKEN}?naar=triagist")
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
    pagina.goto("/functies/triagist/")
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
    expect(bewaard).to_contain_text(", naar praktijkmanager")
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
    keuzes = "?naar=triagist&kan=vrije tekst hier&notitie=kanarie&van=https://kwaad.example/&__proto__=x"
    bestand = tmp_path / "gesprek.json"
    bestand.write_text(
        json.dumps(GOED | {"afspraken": [RIJ | {"wat": "<img src=x onerror=alert(1)>"}], "keuzes": keuzes})
    )
    pagina.goto(AFSPRAKEN)

    pagina.locator("[data-bestand-openen]").set_input_files(bestand)

    pagina.wait_for_url(f"**{AFSPRAKEN}?naar=triagist")
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


def test_the_steps_take_along_what_is_chosen_but_not_sent(pagina):
    pagina.goto(GESPREK)
    pagina.get_by_label("Mijn functie nu").select_option(label="Triagist")

    pagina.get_by_role("navigation", name="Stappen van het gesprek").get_by_role(
        "link", name="Waar wil je heen"
    ).click()

    assert pagina.url.endswith(f"{GESPREK}doel/?van=triagist")


# --- On paper ---


def langste(site) -> str:
    """The address of the sheet that has most to say, of all ways in the content."""
    pad = Pad(lees_uitgave(Path(site.omgeving["UITGAVE_KOPIE"]).read_bytes()))
    begin = [("van", slug) for slug in pad.functies] + [("opleiding", slug) for slug in pad.opleidingen]

    def lengte(keuze: Keuze) -> int:
        gevonden = wegen(pad, keuze)
        if gevonden is None:
            return 0
        teksten = [rij.naam for stap in gevonden.gekozen.stappen for rij in (*stap.leren, *stap.eisen)]
        teksten += [vak.opleiding.naam for stap in gevonden.gekozen.stappen for vak in stap.waar]
        teksten += [stap.stap.voorwaarde for stap in gevonden.gekozen.stappen if stap.stap]
        return sum(map(len, teksten)) + 200 * len(gevonden.gekozen.stappen)

    alle = []
    for (naam, slug), naar in product(begin, pad.functies):
        keuze = Keuze.uit(pad, {naam: [slug], "naar": [naar], "wie": ["werkzoekende-zonder-relevante-ervaring"]})
        gevonden = wegen(pad, keuze)
        for weg in gevonden.alle if gevonden else ():
            alle.append(Keuze.uit(pad, {n: [w] for n, w in keuze.paren()} | {"via": list(weg.via)}))
    return f"{BLAD}{max(alle, key=lengte).adres()}"


def test_the_longest_way_fits_on_two_pages_also_with_agreements(pagina, server, tmp_path):
    adres = langste(server)
    pagina.goto(adres)
    leeg = bladzijden(pagina.pdf(path=tmp_path / "leeg.pdf", prefer_css_page_size=True))
    pagina.goto(adres.replace("/blad/", "/afspraken/"))
    for rij in range(1, 7):
        if rij > 3:
            pagina.get_by_role("button", name="Nog een afspraak").click()
        vul_in(
            pagina, rij, "Wij zoeken samen uit welke opleiding het beste past, en wat die kost." * 2, "Wij samen", "mei"
        )
    pagina.locator("[data-veld=notities]").fill("Een regel met een notitie.\n" * 8)
    pagina.get_by_role("link", name="Naar het gespreksblad").click()
    expect(pagina.get_by_role("cell", name="mei").first).to_be_visible()
    vol = bladzijden(pagina.pdf(path=tmp_path / "vol.pdf", prefer_css_page_size=True))

    assert (leeg, vol) == (2, 2)
    assert bladzijden(pagina.pdf(path=tmp_path / "letter.pdf", format="Letter")) <= 3


@pytest.mark.parametrize("van", ["doktersassistent", "triagist", "praktijkondersteuner-huisartsenzorg"])
def test_a_way_of_one_step_fits_on_one_page(pagina, tmp_path, van):
    naar = {"doktersassistent": "triagist", "triagist": "leidinggevend-triagist"}
    pagina.goto(f"{BLAD}?van={van}&naar={naar.get(van, 'praktijkverpleegkundige-huisartsenzorg')}")

    assert bladzijden(pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)) == 1


def test_on_paper_there_is_only_the_sheet_in_black_and_white(pagina, schermafdruk):
    pagina.goto(f"{BLAD}{KEUZES}")
    pagina.emulate_media(media="print", color_scheme="dark")

    for weg in (".kop", ".voet", ".voortgang", ".bladacties"):
        expect(pagina.locator(weg).first).to_be_hidden()
    expect(pagina.get_by_text("www.werkcentrum.nl")).to_be_visible()
    kleuren = pagina.locator(".blad *").evaluate_all("""alle => [...new Set(alle.flatMap(e => {
        const s = getComputedStyle(e); return [s.color, s.borderBottomColor]; }))]""")
    grijs = [kleur for kleur in kleuren if len(set(kleur.strip("rgba()").split(", ")[:3])) == 1]
    assert grijs == kleuren
    expect(pagina.locator("[data-adres]")).to_contain_text(f"{urlsplit(pagina.url).netloc}{GESPREK}doel/?van=")
    schermafdruk(pagina, "gespreksblad-druk")


# --- How it looks ---


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("maat", [(1366, 768), (360, 740)])
def test_axe_finds_nothing_on_any_page_of_the_conversation(nieuwe_pagina, axe, schermafdruk, schema, maat):
    pagina = nieuwe_pagina(color_scheme=schema, viewport={"width": maat[0], "height": maat[1]})
    for naam, adres in PAGINAS.items():
        pagina.goto(adres)
        for samenvatting in pagina.locator("main summary").all():
            samenvatting.click()
        axe(pagina)
        schermafdruk(pagina, f"gesprek-{naam}-{maat[0]}-{schema}")
    pagina.goto(PAGINAS["afspraken"])
    vul_in(pagina, 1, "Iets")
    pagina.get_by_label("Bewaar op dit apparaat").check()
    axe(pagina)
    pagina.goto(PAGINAS["gesprek"])
    expect(pagina.get_by_role("button", name="Ga verder met dat gesprek")).to_be_visible()
    axe(pagina)


@pytest.mark.parametrize("breed", [320, 360, 768, 1024, 1366, 1920])
def test_no_page_is_wider_than_the_screen_also_with_text_of_twice_the_size(nieuwe_pagina, breed):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in PAGINAS.values():
        pagina.goto(adres)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed, adres
        if breed >= 360:
            pagina.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% !important }')")
            assert pagina.evaluate("document.documentElement.scrollWidth") <= breed, f"{adres} at 200%"


@pytest.mark.parametrize("breed", [360, 1366])
def test_what_can_be_tapped_is_large_enough(nieuwe_pagina, breed):
    meet = """([keuze, minimum]) => Array.from(document.querySelectorAll(keuze), (e) => {
      const r = e.getBoundingClientRect();
      return [e.textContent.trim(), Math.min(r.width, r.height)];
    }).filter(([_, maat]) => maat > 0 && maat < minimum)"""
    hoofdzaken = "main :is(.knop, .voortgang a, .routekeuze a, .weghalen, .kies, select, [data-veld], summary)"
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in PAGINAS.values():
        pagina.goto(adres)
        assert pagina.evaluate(meet, [hoofdzaken, 43.9]) == [], adres
        assert pagina.evaluate(meet, ["main :is(h3 a, .nieuw a, li > a)", 23.9]) == [], adres
