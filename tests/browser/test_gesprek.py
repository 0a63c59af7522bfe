"""The career conversation in a browser: from start to sheet, what reaches the server, and how it looks."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.gesprek import (
    AFSPRAKEN,
    GESPREK,
    KEUZES,
    PAGINAS,
    bewaar_document,
    bladzijden,
    groep,
    open_document,
    vul_in,
)
from tests.browser.meten import past


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
    hand.typ("Broodbakker")
    hand.naar("combobox", "Ik wil leren als")
    hand.typ("Overstapper")
    hand.naar("button", "Toon wat bij mijn functie hoort")
    hand.druk("Enter")
    expect(pagina.get_by_role("heading", name="Dit hoort bij Broodbakker")).to_be_visible()
    hand.naar("checkbox", "Een oven instellen")
    hand.druk("Space")
    hand.naar("button", "Volgende: waar wil je heen?")
    hand.druk("Enter")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Waar wil je heen?")
    expect(pagina.get_by_text("2 van de 4 competenties horen bij wat je al doet of kunt.")).to_be_visible()
    hand.naar("button", "Meesterbakker aan de grote oven")
    hand.druk("Enter")
    expect(pagina.get_by_role("heading", name="Jouw route naar Meesterbakker aan de grote oven")).to_be_visible()
    hand.naar("button", "Toon de drie lijsten")
    hand.druk("Enter")
    expect(pagina.get_by_role("heading", name="Dit neem je mee (1)")).to_be_visible()
    expect(pagina.get_by_role("heading", name="Leren op het werk")).to_be_hidden()
    pagina.get_by_text("Manieren om te leren, geld en hulp").click()
    expect(pagina.get_by_role("heading", name="Leren op het werk")).to_be_visible()
    hand.naar("button", "Volgende: wat spreken we af?")
    hand.druk("Enter")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Wat spreken we af?")
    hand.naar("textbox", "Naam van de kandidaat")
    hand.typ("Noor")
    pagina.get_by_text("Voorbeelden om over te nemen").focus()
    hand.druk("Enter")
    hand.naar("button", "Een taak eerst samen doen")
    hand.druk("Enter")
    expect(groep(pagina, 1).get_by_label("Wat doen we?")).to_be_focused()
    hand.druk("Tab")
    hand.typ("kandidaat")
    hand.druk("Tab")
    hand.typ("met Fatima")
    hand.druk("Tab")
    hand.typ("03032031")
    hand.naar("button", "Nog een afspraak")
    hand.druk("Enter")
    expect(groep(pagina, 2).get_by_label("Wat doen we?")).to_be_focused()
    hand.naar("button", "Nog een afspraak")
    hand.druk("Enter")
    hand.typ("Cursus zoeken")
    hand.naar("button", "Verwijder afspraak 2", achteruit=True)
    hand.druk("Enter")
    expect(groep(pagina, 2).get_by_label("Wat doen we?")).to_be_focused()
    hand.naar("textbox", "Notities")
    hand.typ("Goed gesprek")
    hand.naar("textbox", "Naam van het document")
    hand.typ("plan: van Noor")
    hand.druk("Tab")
    with pagina.expect_download() as download:
        hand.druk("Enter")
    assert download.value.suggested_filename == "plan- van Noor.html"
    hand.naar("link", "Naar het ontwikkelplan")
    hand.druk("Enter")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Ontwikkelplan")
    assert "?van=broodbakker&" in pagina.url
    assert "&wie=overstapper" in pagina.url
    rijen = pagina.locator("[data-blad-rijen] tr").all_inner_texts()
    assert [[cel.strip() for cel in rij.split("\t")] for rij in rijen] == [
        [
            "Een taak eerst samen doen, en daarna alleen",
            "kandidaat: met Fatima",
            "3 maart 2031",
            "",
            "Je doet de taak zonder hulp.",
        ],
        ["Cursus zoeken", "", "", "", ""],
        [""] * 5,
        [""] * 5,
    ]
    expect(pagina.get_by_text("Noor", exact=True)).to_be_visible()
    expect(pagina.get_by_text("Goed gesprek")).to_be_visible()
    pagina.evaluate("window.print = () => { window.geprint = true }")
    hand.naar("button", "Print dit plan")
    hand.druk("Enter")
    assert pagina.evaluate("window.geprint")
    assert bladzijden(pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)) == 1


def test_the_conversation_runs_without_javascript(nieuwe_pagina, tmp_path):
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto("/functies/bedrijfsleider/")
    pagina.get_by_text("Meer", exact=True).click()
    pagina.get_by_role("link", name="Start een gesprek").click()
    pagina.get_by_label("Mijn functie nu").select_option(label="Bakkershulp (BH)")
    pagina.get_by_role("button", name="Toon wat bij mijn functie hoort").click()
    pagina.get_by_role("checkbox", name="Deeg maken en bewaren").check()
    pagina.get_by_role("button", name="Volgende: waar wil je heen?").click()
    expect(pagina.get_by_role("heading", name="Jouw route naar Bedrijfsleider")).to_be_visible()
    pagina.get_by_role("button", name="3 stappen via Winkelmedewerker").click()
    pagina.get_by_role("button", name="Terug: waar sta je nu?").click()
    expect(pagina.get_by_role("checkbox", name="Deeg maken en bewaren")).to_be_checked()
    pagina.get_by_role("button", name="Volgende: waar wil je heen?").click()
    pagina.get_by_role("button", name="Volgende: wat spreken we af?").click()

    uitleg = pagina.locator("noscript p").first  # get_by_text looks at nothing inside <noscript>
    expect(uitleg).to_be_visible()
    expect(uitleg).to_contain_text("Je browser voert geen JavaScript uit.")
    for knop in ("Bewaar als document", "Zet de data in je agenda"):
        expect(pagina.get_by_role("button", name=knop)).to_be_hidden()
    assert pagina.get_by_role("group", name="Afspraak").count() == 3
    vul_in(pagina, 1, "Zelf opschrijven")
    assert bladzijden(pagina.pdf(path=tmp_path / "afspraken.pdf")) <= 2
    pagina.get_by_role("link", name="Naar het ontwikkelplan").click()

    expect(pagina).to_have_url(re.compile("via=winkelmedewerker"))
    expect(pagina.locator(".vannaar")).to_contain_text("Bakkershulp")
    assert pagina.locator("[data-blad-rijen] tr").all_inner_texts() == ["\t\t\t\t"] * 3
    assert bladzijden(pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)) == 1


def test_nothing_that_is_typed_leaves_the_browser(nieuwe_pagina, server, tmp_path):
    pagina = nieuwe_pagina(accept_downloads=True)
    gevraagd: list[str] = []

    def noteer(verzoek: Request) -> None:
        gevraagd.append(f"{verzoek.method} {verzoek.url} {verzoek.headers} {verzoek.post_data or ''}")

    pagina.context.on("request", noteer)
    pagina.on("dialog", lambda vraag: vraag.accept())
    kanaries = (f"kanarie{nummer:02}vogel" for nummer in range(100))
    getypt = "[data-veld], [data-noot], [data-over], [data-documentnaam]"

    def typ() -> list[str]:
        """Type something else in every field in sight; return what."""
        woorden = []
        for veld in pagina.locator(f":is({getypt}):not(select, [type=date]):visible").all():
            woorden.append(next(kanaries))
            veld.press_sequentially(woorden[-1])
            veld.press("Enter")
        return woorden

    pagina.goto(f"{GESPREK}{KEUZES}")
    getypt_op = [typ()]
    pagina.get_by_role("button", name="Volgende").click()
    getypt_op.append(typ())
    pagina.get_by_role("button", name="Volgende").click()
    pagina.get_by_role("button", name="Nog een afspraak").click()
    for veld in pagina.locator("[data-veld=voor], [data-veld=volgend]").all():
        veld.fill("2031-07-19")
    getypt_op.append(typ())
    pagina.get_by_role("button", name="Kijk terug op de afspraken").click()
    pagina.locator("[data-over=stand]").first.select_option("loopt")
    getypt_op.append(typ())
    assert all(getypt_op)
    kanarie = getypt_op[0][0]
    pagina.get_by_label("Bewaar op dit apparaat").check()
    with pagina.expect_download():
        pagina.get_by_role("button", name="Zet de data in je agenda").click()
    bestand = bewaar_document(pagina, tmp_path)
    assert kanarie in bestand.read_text()
    for naam in ("Waar sta je nu", "Waar wil je heen", "Wat spreken we af", "Ontwikkelplan"):
        pagina.get_by_role("navigation", name="Stappen van het gesprek").get_by_role("link", name=naam).click()
    expect(pagina.locator(".blad")).to_contain_text(kanarie)
    pagina.pdf(path=tmp_path / "blad.pdf")
    pagina.reload()
    pagina.goto(f"{AFSPRAKEN}?naar=broodbakker")
    pagina.get_by_role("button", name="Ga verder met dat gesprek").click()
    open_document(pagina, bestand)
    expect(pagina.get_by_text("Het document is geopend.")).to_be_visible()
    pagina.goto("/werkgevers/team/")
    pagina.get_by_label("Ik heb het elke collega gevraagd.").check()
    pagina.locator("[data-documenten]").set_input_files(bestand)
    expect(pagina.locator("[data-team-rijen]")).to_contain_text("kanarie")
    pagina.get_by_role("link", name="Zoek", exact=True).click()
    pagina.wait_for_url("**/zoeken/")
    pagina.goto(AFSPRAKEN)
    pagina.get_by_role("button", name="Ga verder met dat gesprek").click()
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


def test_the_steps_take_along_what_is_chosen_but_not_sent(pagina):
    pagina.goto(GESPREK)
    pagina.get_by_label("Mijn functie nu").select_option(label="Winkelmedewerker")

    pagina.get_by_role("navigation", name="Stappen van het gesprek").get_by_role(
        "link", name="Waar wil je heen"
    ).click()

    expect(pagina).to_have_url(re.compile(rf"{GESPREK}doel/\?van=winkelmedewerker$"))


DOEL = f"{GESPREK}doel/?van=bakkershulp&naar=bedrijfsleider&lijst-functie=bezorger"
VERKEND = f"{GESPREK}doel/?van=bakkershulp&doel=verkennen&naar=broodbakker&naar=bezorger&lijst-functie=bezorger"


@pytest.mark.parametrize(
    ("adres", "druk", "waar"),
    [
        (DOEL, "3 stappen via Winkelmedewerker", "via=winkelmedewerker"),
        (VERKEND, re.compile(r"Kies deze\s*: Broodbakker"), r"naar=broodbakker(?!.*naar=)(?!.*doel=)"),
        (VERKEND, re.compile(r"Haal weg\s*: Broodbakker"), r"doel=verkennen&naar=bezorger(?!.*naar=)"),
        (VERKEND, "", r"naar=broodbakker&naar=bezorger&naar="),  # a suggestion
    ],
    ids=["a-route", "this-one", "without-this-one", "a-suggestion"],
)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_answers_that_are_not_sent_come_along_to_a_goal_or_a_route(nieuwe_pagina, adres, druk, waar, script):
    pagina = nieuwe_pagina(java_script_enabled=script)
    pagina.goto(adres)
    pagina.get_by_label("groeien in mijn functie").check()  # what is pressed counts for more
    for dicht in pagina.locator("#antwoorden details:not([open]) summary").all():
        dicht.click()
    punten = pagina.locator("#antwoorden .punt")
    namen = [punten.nth(plek).locator("input").first.get_attribute("name") for plek in range(2)]
    punten.nth(0).get_by_label("kan ik").check()
    punten.nth(1).get_by_label("wil ik leren").check()

    suggestie = pagina.get_by_role("region", name="Zet er nog een naast").get_by_role("button").first
    (pagina.get_by_role("button", name=druk) if druk else suggestie).click()

    expect(pagina).to_have_url(re.compile(waar))
    assert "kies=" not in pagina.url
    vraag = parse_qs(urlsplit(pagina.url).query)
    assert [vraag[naam] for naam in namen] == [["k"], ["l"]]
    assert (vraag["van"], vraag["lijst-functie"]) == (["bakkershulp"], ["bezorger"])


def test_answers_that_are_not_sent_come_along_to_the_questions(pagina):
    pagina.goto(DOEL)
    punt = pagina.locator("#antwoorden .punt").first.get_by_label("kan ik")
    naam = punt.get_attribute("name")
    punt.check()
    pagina.get_by_role("link", name="voor de werkgever").click()

    expect(pagina).to_have_url(re.compile(rf"voorbereiden/\?.*naar=bedrijfsleider.*{naam}=k"))


def test_who_looks_at_a_functie_comes_back_to_the_same_conversation_with_what_was_not_sent(pagina):
    pagina.goto(f"{GESPREK}doel/?van=bakkershulp&naar=bedrijfsleider")
    pagina.get_by_label("Notitie").first.fill("Van dit gesprek")
    pagina.locator(".punt").first.get_by_label("kan ik").check()
    pagina.locator(".weg h3 a").first.click()

    pagina.get_by_role("link", name="Terug naar het gesprek").click()

    vraag = pagina.get_by_role("region", name="In dit tabblad staat nog een gesprek")
    expect(pagina.get_by_label("Notitie").first).to_have_value("Van dit gesprek")
    expect(vraag).to_be_hidden()
    expect(pagina.locator(".punt").first.get_by_label("kan ik")).to_be_checked()

    # Who begins anew from there is asked, as always.
    pagina.locator(".weg h3 a").first.click()
    pagina.get_by_role("link", name="Voor bazen").click()
    pagina.get_by_role("link", name="Begin een loopbaangesprek").click()
    expect(vraag).to_be_visible()


def test_who_goes_on_with_a_conversation_of_the_same_choices_stays_on_the_page(pagina):
    adres = f"{GESPREK}doel/?van=bakkershulp&naar=bedrijfsleider"
    pagina.goto(adres)
    pagina.get_by_label("Notitie").first.fill("Van dit gesprek")
    pagina.goto("/")
    pagina.goto(adres)

    pagina.get_by_role("button", name="Ga verder met dat gesprek").click()

    expect(pagina.get_by_label("Notitie").first).to_have_value("Van dit gesprek")
    expect(pagina.get_by_role("heading", level=1)).to_be_focused()
    assert pagina.url.endswith(adres)


@pytest.mark.parametrize(
    ("maat", "schema"), [((360, 740), "dark"), pytest.param((1366, 768), "light", marks=pytest.mark.drill)]
)
def test_axe_finds_nothing_on_any_page_of_the_conversation(nieuwe_pagina, axe, schermafdruk, schema, maat):
    pagina = nieuwe_pagina(color_scheme=schema, viewport={"width": maat[0], "height": maat[1]})
    for naam, adres in PAGINAS.items():
        pagina.goto(adres)
        for samenvatting in pagina.locator("main summary:visible").all():
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


def test_every_page_fits_in_every_window_also_with_text_of_twice_the_size(pagina):
    for adres in PAGINAS.values():
        past(pagina, adres, dubbel=(360, 768, 1024, 1366, 1920))


@pytest.mark.parametrize("breed", [360, 1366])
def test_what_can_be_tapped_is_large_enough(nieuwe_pagina, breed):
    meet = """([keuze, minimum]) => Array.from(document.querySelectorAll(keuze), (e) => {
      const r = e.getBoundingClientRect();
      return [e.textContent.trim(), Math.min(r.width, r.height)];
    }).filter(([_, maat]) => maat > 0 && maat < minimum)"""
    hoofdzaken = (
        "main :is(.knop, .voortgang a, .routekeuze button, .weghalen, .kies, select, [data-veld], [data-noot], summary)"
    )
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in PAGINAS.values():
        pagina.goto(adres)
        assert pagina.evaluate(meet, [hoofdzaken, 43.9]) == [], adres
        assert pagina.evaluate(meet, ["main :is(h3 a, .nieuw a, li > a)", 23.9]) == [], adres
