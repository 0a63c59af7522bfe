"""A conversation that is kept as a document, opened again, looked back on, and seen beside those of a team."""

import json
import re
from datetime import date

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.gesprek import (
    AFSPRAAK,
    AFSPRAKEN,
    BLAD,
    GESPREK,
    INHOUD,
    KEUZES,
    OUD,
    OUDE_RIJ,
    als_document,
    bewaar_document,
    bladzijden,
    eerste,
    groep,
    onthouden,
    open_document,
    schrijf,
    vul_in,
)

VREEMD = "<img src=x onerror=alert(1)></script>"


def test_a_document_holds_all_and_opens_on_another_machine(nieuwe_pagina, tmp_path, schermafdruk):
    pagina = nieuwe_pagina()
    pagina.goto(f"{GESPREK}{KEUZES}")
    pagina.get_by_label("Naam van de kandidaat").fill("Noor")
    pagina.get_by_label("Naam van de werkgever").fill("Fatima")
    pagina.get_by_label("Notitie bij de vragen voor de kandidaat").fill(f"Wil groeien {VREEMD}")
    pagina.get_by_role("navigation", name="Stappen").get_by_role("link", name="Wat spreken we af").click()
    vul_in(pagina, 1, f"Meelopen {VREEMD}", "Fatima", "2031-03-03")
    groep(pagina, 1).get_by_label("Wie doet dit?").select_option("werkgever")
    groep(pagina, 1).get_by_label("Uren per week").fill("4")
    groep(pagina, 1).get_by_label("Zo zien we dat het lukt").fill("We praten na")
    groep(pagina, 1).get_by_label("Geld").fill("niets")
    pagina.get_by_label("Volgend gesprek").fill("2031-07-19")
    pagina.locator("[data-veld=notities]").fill("Een\ntwee")
    bestand = bewaar_document(pagina, tmp_path)
    assert re.fullmatch(r"ontwikkelplan-Noor-20\d\d-\d\d-\d\d\.html", bestand.name)
    bewaard = onthouden(pagina)
    pagina.get_by_role("link", name="Naar het ontwikkelplan").click()
    expect(pagina.get_by_role("cell", name="werkgever: Fatima")).to_be_visible()
    blad = pagina.locator(".blad").inner_text()
    assert f"Wil groeien {VREEMD}" in blad
    papier = pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)

    # Without the site: the same text, the same paper, the letters of the site, and nothing that runs.
    los = nieuwe_pagina(java_script_enabled=False)
    los.goto(bestand.as_uri())
    assert los.locator(".blad").inner_text() == blad
    assert bladzijden(los.pdf(path=tmp_path / "document.pdf", prefer_css_page_size=True)) == bladzijden(papier)
    assert los.locator("img, script:not([type='application/json'])").count() == 0
    assert "data:font/woff2" in bestand.read_text()
    schermafdruk(los, "gesprek-document")

    ander = nieuwe_pagina()
    ander.goto("/werkgevers/")
    ander.get_by_text("Verder met een eerder gesprek").click()
    open_document(ander, bestand)
    ander.wait_for_url(f"**{AFSPRAKEN}{bewaard['keuzes']}")
    expect(ander.get_by_text("Het document is geopend.")).to_be_visible()
    assert onthouden(ander) == bewaard
    ander.get_by_role("link", name="Naar het ontwikkelplan").click()
    expect(ander.get_by_role("cell", name="werkgever: Fatima")).to_be_visible()
    assert ander.locator(".blad").inner_text() == blad
    # From the sheet, with nothing open but the sheet, it is the same document again.
    opnieuw = bewaar_document(ander, tmp_path / "opnieuw").read_text()
    data = json.loads(opnieuw.split('id="loopbaangesprek">')[1].split("</script>")[0])
    assert data | {"keuzes": ""} == bewaard | {"keuzes": ""}  # the site writes them in an order of its own
    gekozen = set(data["keuzes"][1:].split("&"))
    [kan] = [paar for paar in gekozen if paar.endswith("=k")]  # the short code of what stood in full
    assert gekozen - {kan} == {paar for paar in KEUZES[1:].split("&") if not paar.startswith("kan=")}


def test_what_release_1_2_kept_comes_along(pagina, tmp_path):
    oud = OUD | {
        "afspraken": [
            OUDE_RIJ | {"wat": "Meekijken", "wie": "Noor", "wanneer": "in maart"},
            OUDE_RIJ | {"wanneer": "2031-05-01"},
        ],
        "notities": "Een\ntwee",
        "volgend": "2031-07-19",
        "keuzes": "?naar=broodbakker&kan=vrije tekst hier&notitie=kanarie&van=https://kwaad.example/",
    }

    def klopt(rij: str = "Meekijken (in maart)") -> None:
        expect(groep(pagina, 1).get_by_label("Wat doen we?")).to_have_value(rij)
        expect(groep(pagina, 1).get_by_label("Naam, als dat helpt")).to_have_value("Noor")
        expect(groep(pagina, 2).get_by_label("Voor wanneer?")).to_have_value("2031-05-01")
        expect(pagina.locator("[data-veld=notities]")).to_have_value("Een\ntwee")
        expect(pagina.locator("[data-veld=volgend]")).to_have_value("2031-07-19")

    pagina.goto(AFSPRAKEN)
    open_document(pagina, schrijf(tmp_path, "gesprek.json", oud))
    pagina.wait_for_url(f"**{AFSPRAKEN}?naar=broodbakker")  # no free text comes into the address
    klopt()

    nu = pagina.evaluate("sessionStorage.getItem('gesprek-nu')")
    for opslag in ("sessionStorage", "localStorage"):
        pagina.evaluate(
            "([opslag, nu, tekst]) => window[opslag].setItem(`gesprek:${nu}`, tekst)", [opslag, nu, json.dumps(oud)]
        )
        pagina.reload()
        klopt()
        pagina.evaluate("sessionStorage.removeItem(`gesprek:${sessionStorage['gesprek-nu']}`)")
    assert json.loads(pagina.evaluate(f"localStorage.getItem('gesprek:{nu}')"))["versie"] == 2


def ongeldig(**velden: object) -> str:
    return als_document(INHOUD | velden)


SLECHT = {
    "leeg": "",
    "geen json": "Dit is geen gesprek.",
    "ander soort": {"soort": "iets anders"},
    "kale lijst": [1, 2],
    "niets": None,
    "oud, rij zonder velden": OUD | {"afspraken": [{"wat": "a"}]},
    "oud, te veel": OUD | {"afspraken": [OUDE_RIJ] * 51},
    "oud, dag die niet bestaat": OUD | {"afspraken": [OUDE_RIJ], "volgend": "2026-02-30"},
    "afspraken geen lijst": ongeldig(afspraken={"0": AFSPRAAK}),
    "rij is niets": ongeldig(afspraken=[None]),
    "rij met meer": ongeldig(afspraken=[AFSPRAAK | {"meer": ""}]),
    "veld te weinig": als_document({naam: waarde for naam, waarde in INHOUD.items() if naam != "agenda"}),
    "veld te veel": ongeldig(meer=""),
    "getal": ongeldig(notities=5),
    "te lang": ongeldig(notities="x" * 4000),
    "te veel": ongeldig(afspraken=[AFSPRAAK] * 51),
    "te veel noten": ongeldig(noten={f"nu-{'x' * nummer}": "" for nummer in range(1, 21)} | {"doel-x": ""}),
    "geen dag": ongeldig(afspraken=[AFSPRAAK | {"voor": "gisteren"}]),
    "ander woord": ongeldig(afspraken=[AFSPRAAK | {"wie": "<b>"}]),
    "vreemde sleutel": ongeldig(noten={"__proto__": "x"}),
    "prototype": als_document(INHOUD).replace('"noten": {}', '"noten": {"__proto__": {"a-b": "x"}}'),
    "constructor": als_document(INHOUD).replace('"agenda": {}', '"agenda": {"constructor": {}}'),
    "volgnummer": ongeldig(agenda={"afspraak1": {"volgnummer": -1, "inhoud": ""}}),
    "diep": "[" * 100_000,
    "script": als_document(INHOUD, "<script>alert(1)</script>"),
    "twee keer": als_document(INHOUD, als_document(INHOUD)),
    "document zonder gesprek": "<!doctype html><p>Hallo",
}


def test_a_hostile_file_gets_a_clear_sentence_and_loses_nothing(pagina, tmp_path):
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    vul_in(pagina, 1, "Dit blijft staan")
    pagina.get_by_text("Verder met een eerder gesprek").click()
    vak = pagina.locator("[data-bewaard]")
    redenen = dict.fromkeys(SLECHT, "Dit is geen document van deze site, of het is veranderd.")
    nieuwer, groot = ongeldig(versie=3, toekomst=True), " " * 1_000_001
    redenen |= {"nieuwer": "Dit document komt van een nieuwere versie", "te groot": "Dit bestand is te groot."}
    for naam, inhoud in (SLECHT | {"nieuwer": nieuwer, "te groot": groot}).items():
        vak.locator("[data-bericht]").evaluate("e => e.textContent = ''")

        open_document(pagina, schrijf(tmp_path, "bestand.html", inhoud))

        expect(vak, naam).to_contain_text(redenen[naam])
        expect(vak, naam).to_contain_text("Er is niets veranderd.")
        assert eerste(pagina) == "Dit blijft staan"
    assert pagina.evaluate("[({}).a, ({})['a-b'], Object.keys(Object.prototype).length]") == [None, None, 0]
    assert onthouden(pagina)["afspraken"][0]["wat"] == "Dit blijft staan"


# --- The calendar ---


def strikt(tekst: bytes) -> list[dict[str, str]]:
    """Read the events as RFC 5545 asks them to be written; fail on what it forbids."""
    assert tekst.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in tekst.replace(b"\r\n", b"")
    assert all(len(regel) <= 75 for regel in tekst.split(b"\r\n"))
    regels = tekst.decode().replace("\r\n ", "").split("\r\n")
    assert regels[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "METHOD:PUBLISH"} <= set(regels)
    assert any(regel.startswith("PRODID:") for regel in regels)
    punten: list[dict[str, str]] = []
    for regel in regels[1:-2]:
        if regel == "BEGIN:VEVENT":
            punten.append({})
        elif punten and regel != "END:VEVENT":
            naam, waarde = regel.split(":", 1)
            assert naam not in punten[-1]
            punten[-1][naam] = waarde
    nodig = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"}
    for punt in punten:
        assert nodig <= punt.keys()
        assert re.fullmatch(r"\d{8}T\d{6}Z", punt["DTSTAMP"])
        assert not re.search(r"(?<!\\)[;,]", punt["SUMMARY"] + punt.get("DESCRIPTION", ""))
    return punten


def test_all_dates_go_into_a_calendar_and_a_changed_one_moves_its_event(pagina, tmp_path):
    def maak() -> dict[str, tuple[str, date, int]]:
        with pagina.expect_download() as download:
            pagina.get_by_role("button", name="Zet de data in je agenda").click()
        assert download.value.suggested_filename.startswith("afspraken-Noor-20")
        tekst = download.value.path().read_bytes()
        gelezen = Calendar.from_ical(tekst).walk("VEVENT")
        strenge = strikt(tekst)
        assert [str(punt["UID"]) for punt in gelezen] == [punt["UID"] for punt in strenge]
        assert [(punt["DTEND"].dt - punt["DTSTART"].dt).days for punt in gelezen] == [1] * len(gelezen)
        return {str(punt["SUMMARY"]): (str(punt["UID"]), punt["DTSTART"].dt, int(punt["SEQUENCE"])) for punt in gelezen}

    lang = f"Leren, oefenen; en \\ {'ë' * 60} 🥖🥖🥖"
    pagina.goto(f"{AFSPRAKEN}{KEUZES}")
    pagina.get_by_role("button", name="Zet de data in je agenda").click()
    expect(pagina.get_by_text("Er staat nog nergens een datum.")).to_be_visible()
    pagina.get_by_label("Naam van de kandidaat").fill("Noor")
    vul_in(pagina, 1, f"{lang}\nen meer", "", "2031-02-28")
    vul_in(pagina, 2, "Zonder datum")
    vul_in(pagina, 3, "Blijft", "", "2031-12-31")
    pagina.get_by_label("Volgend gesprek").fill("2031-03-09")

    eerst = maak()
    assert [dag for _, dag, _ in eerst.values()] == [date(2031, 2, 28), date(2031, 12, 31), date(2031, 3, 9)]
    assert list(eerst) == [f"{lang}\nen meer", "Blijft", "Volgend gesprek van Noor"]
    assert {nummer for _, _, nummer in eerst.values()} == {0}
    assert maak() == eerst

    groep(pagina, 1).get_by_label("Voor wanneer?").fill("2031-03-01")
    maak()
    groep(pagina, 1).get_by_label("Voor wanneer?").fill("")
    pagina.reload()
    assert list(maak()) == ["Blijft", "Volgend gesprek van Noor"]
    groep(pagina, 1).get_by_label("Voor wanneer?").fill("2031-03-02")
    later = maak()
    naam = f"{lang}\nen meer"
    assert later.pop(naam) == (eerst.pop(naam)[0], date(2031, 3, 2), 2)
    assert later == eerst


# --- From a point to an agreement, and back later ---


def test_a_point_to_learn_becomes_an_agreement_with_one_press(pagina):
    pagina.goto(f"{GESPREK}doel/{KEUZES}")
    if not pagina.locator("[data-afspraak]").count():  # as the page of the second step has them
        pagina.locator("h1").evaluate(
            """e => { const knop = document.createElement("button"); knop.dataset.afspraak = "Een rooster maken";
            knop.textContent = "Maak een afspraak"; e.after(knop); }"""
        )
    knop = pagina.locator("[data-afspraak]").first
    naam = knop.get_attribute("data-afspraak")

    knop.click()

    pagina.wait_for_url(f"**{AFSPRAKEN}**")
    veld = groep(pagina, 1).get_by_label("Wat doen we?")
    expect(veld).to_have_value(f"Leren: {naam}")
    expect(veld).to_be_focused()
    expect(pagina.get_by_text("Dit staat nu bij de afspraken.")).to_be_visible()
    pagina.get_by_text("Voorbeelden om over te nemen").click()
    for _ in range(2):  # it is taken over once
        pagina.get_by_role("button", name="Meelopen met iemand die dit werk doet").click()
        expect(groep(pagina, 2).get_by_label("Wat doen we?")).to_be_focused()
    assert len(onthouden(pagina)["afspraken"]) == 2


def test_who_comes_back_says_what_worked_and_goes_on_with_the_rest(pagina, tmp_path):
    rijen = [AFSPRAAK | {"id": f"afspraak{n}", "wat": wat} for n, wat in enumerate(["Meelopen", "Rekenen", "Lezen"])]
    inhoud = INHOUD | {"begonnen": "2026-01-05T10:00", "keuzes": KEUZES, "afspraken": rijen, "volgend": "2026-02-01"}
    pagina.goto(AFSPRAKEN)
    expect(pagina.get_by_role("button", name="Kijk terug op de afspraken")).to_be_hidden()
    open_document(pagina, schrijf(tmp_path, "gesprek.html", als_document(inhoud)))

    blik = pagina.get_by_role("region", name="Hoe ging het met de afspraken?")
    expect(blik.get_by_role("listitem")).to_have_count(3)
    for plaats, (stand, woorden) in enumerate([("gelukt", "Ging goed"), ("loopt", "Bijna"), ("nog niet", "")]):
        rij = blik.get_by_role("listitem").nth(plaats)
        rij.get_by_label("Is het gelukt?").select_option(stand)
        rij.get_by_label("Wat zag je?").fill(woorden)
    pagina.reload()
    expect(blik.get_by_label("Wat zag je?").first).to_have_value("Ging goed")
    pagina.get_by_role("button", name="Ga verder met nieuwe afspraken").click()

    expect(pagina.get_by_text("2 afspraken gaan mee.")).to_be_visible()
    expect(groep(pagina, 3).get_by_label("Wat doen we?")).to_be_focused()
    expect(blik).to_be_hidden()
    expect(pagina.get_by_label("Volgend gesprek")).to_have_value("")
    pagina.get_by_role("link", name="Naar het ontwikkelplan").click()
    expect(pagina.locator("[data-blad-gelukt]")).to_contain_text("Meelopen: Ging goed")
    assert pagina.locator("[data-blad-rijen] tr").first.inner_text().split() == ["Rekenen", "Bijna"]


# --- A team ---


def test_a_team_stands_in_one_table_and_nothing_of_it_is_kept(pagina, tmp_path, axe, schermafdruk):
    lezen = AFSPRAAK | {"wat": f"Lezen {VREEMD}", "wie": "samen", "voor": "2031-04-01"}
    noor = {"kandidaat": "Noor", "nu": "Bakker", "wens": "Leider", "volgend": "2031-07-19", "afspraken": [lezen]}
    sam = {"kandidaat": "Sam", "volgend": "2031-01-02", "afspraken": [AFSPRAAK | {"wat": "Klaar", "stand": "gelukt"}]}
    documenten = [
        schrijf(tmp_path, f"{naam}.html", als_document(INHOUD | velden | {"volgendId": f"volgend{naam}"}))
        for naam, velden in {"noor": noor, "sam": sam, "leeg": {}}.items()
    ]
    pagina.goto("/werkgevers/team/")
    knop = pagina.locator("[data-documenten]")
    expect(knop).to_be_disabled()
    pagina.get_by_label("Ik heb het elke collega gevraagd.").check()
    knop.set_input_files([*documenten, schrijf(tmp_path, "fout.html", SLECHT["script"])])

    expect(pagina.get_by_text("3 documenten staan in de tabel.")).to_be_visible()
    expect(pagina.get_by_text("fout.html: Dit is geen document")).to_be_visible()
    rijen = [rij.locator("th, td").all_inner_texts() for rij in pagina.locator("[data-team-rijen] tr").all()]
    assert rijen == [
        ["Sam", "–", "–", "2 januari 2031", "–"],
        ["Noor", "Bakker", "Leider", "19 juli 2031", f"Lezen {VREEMD} · samen · voor 1 april 2031"],
        ["Naam staat er niet in", "–", "–", "–", "–"],
    ]
    axe(pagina)
    schermafdruk(pagina, "team")
    knop.set_input_files(documenten[:1])
    expect(pagina.get_by_text("3 documenten staan in de tabel.")).to_be_visible()
    assert pagina.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]
    pagina.reload()
    expect(pagina.locator("[data-team]")).to_be_hidden()
    expect(knop).to_be_disabled()
    expect(pagina.get_by_label("Ik heb het elke collega gevraagd.")).not_to_be_checked()


@pytest.mark.parametrize("volgorde", [["oud", "nieuw"], ["nieuw", "oud"]])
def test_who_went_on_after_a_look_back_stands_in_the_table_once(pagina, tmp_path, volgorde):
    eerste = INHOUD | {"begonnen": "2031-01-02T09:30", "kandidaat": "Noor", "wens": "Leider", "volgend": "2031-02-01"}
    verder = {"wens": "Bakker", "volgend": "2031-05-01", "volgendId": "volgend02", "teruggekeken": "2031-02-01"}
    inhoud = {"oud": eerste, "nieuw": eerste | verder, "sam": eerste | {"kandidaat": "Sam", "volgendId": "volgend03"}}
    pagina.goto("/werkgevers/team/")
    pagina.get_by_label("Ik heb het elke collega gevraagd.").check()

    bestanden = [schrijf(tmp_path, f"{naam}.html", als_document(inhoud[naam])) for naam in [*volgorde, "sam"]]
    pagina.locator("[data-documenten]").set_input_files(bestanden)

    expect(pagina.get_by_text("2 documenten staan in de tabel.")).to_be_visible()
    rijen = [rij.locator("th, td").all_inner_texts() for rij in pagina.locator("[data-team-rijen] tr").all()]
    assert [rij[:1] + rij[2:4] for rij in rijen] == [
        ["Sam", "Leider", "1 februari 2031"],
        ["Noor", "Bakker", "1 mei 2031"],
    ]


@pytest.mark.parametrize(
    "adres", [f"{AFSPRAKEN}?van=bakkershulp&lijst-functie=bezorger", "/werkgevers/?lijst-functie=bezorger"]
)
def test_who_opens_a_document_keeps_their_list(pagina, tmp_path, adres):
    inhoud = INHOUD | {"keuzes": "?van=broodbakker&opleiding=geen", "kandidaat": "Noor"}
    pagina.goto(f"{adres}&opleiding=fijn-gebak")

    open_document(pagina, schrijf(tmp_path, "noor.html", als_document(inhoud)))

    expect(pagina).to_have_url(re.compile(r"afspraken/\?van=broodbakker&opleiding=geen&lijst-functie=bezorger$"))
    expect(pagina.get_by_label("Naam van de kandidaat")).to_have_value("Noor")
    expect(pagina.get_by_role("link", name="Mijn lijst (1)")).to_be_visible()


@pytest.mark.parametrize("adres", ["/werkgevers/team/", f"{BLAD}{KEUZES}"])
def test_without_javascript_the_page_says_what_to_do(nieuwe_pagina, adres):
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto(adres)

    uitleg = pagina.locator("noscript p")
    expect(uitleg).to_contain_text("Je browser voert geen JavaScript uit.")
    expect(pagina.get_by_role("button", name="Bewaar als document")).to_be_hidden()
    expect(pagina.locator("input[type=file]:visible")).to_have_count(0)
