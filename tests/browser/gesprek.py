"""What the tests of the conversation share."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

GESPREK = "/werkgevers/gesprek/"
AFSPRAKEN, BLAD = f"{GESPREK}afspraken/", f"{GESPREK}blad/"
KEUZES = "?van=broodbakker&wie=overstapper&naar=bedrijfsleider&kan=een-oven-instellen"
VERKENNEN = "?van=bakkershulp&opleiding=geen&doel=verkennen&naar=broodbakker&naar=bezorger&naar=bedrijfsleider"
PAGINAS = {
    "gesprek": f"{GESPREK}{KEUZES}",
    "gesprek-leeg": GESPREK,
    "gesprek-onbekend": f"{GESPREK}?van=weg&kan=niets&naar=broodbakker",
    "doel": f"{GESPREK}doel/{KEUZES}",
    "doel-routes": f"{GESPREK}doel/?opleiding=fijn-gebak&naar=bedrijfsleider",
    "doel-zonder-route": f"{GESPREK}doel/?van=bedrijfsleider&naar=bezorger",
    "doel-ideeen": f"{GESPREK}doel/?van=broodbakker&kan=gebak-versieren",
    "doel-leeg": f"{GESPREK}doel/",
    "doel-groeien": f"{GESPREK}doel/?van=broodbakker&doel=groeien",
    "doel-erbij": f"{GESPREK}doel/?van=broodbakker&doel=erbij",
    "doel-verkennen": f"{GESPREK}doel/{VERKENNEN}",
    "afspraken": f"{AFSPRAKEN}{KEUZES}",
    "blad": f"{BLAD}{KEUZES}",
    "blad-leeg": BLAD,
    "blad-verkennen": f"{BLAD}{VERKENNEN}",
    "team": "/werkgevers/team/",
}
# What a file holds, as this release and release 1.2 write it.
AFSPRAAK = {
    "id": "afspraak1",
    **dict.fromkeys(["wat", "wie", "naam", "voor", "uren", "geld", "lukt", "stand", "terugblik"], ""),
}
INHOUD = {
    "soort": "loopbaangesprek",
    "versie": 2,
    **dict.fromkeys(["begonnen", "bewaard", "teruggekeken", "keuzes", "nu", "wens", "kandidaat", "werkgever"], ""),
    "noten": {},
    "notities": "",
    "afspraken": [],
    "gelukt": [],
    "volgend": "",
    "volgendId": "volgend01",
    "agenda": {},
}
OUD = {"soort": "loopbaangesprek", "versie": 1, "keuzes": "", "bewaard": "", "notities": "", "volgend": ""}
OUDE_RIJ = {"wat": "a", "wie": "", "wanneer": ""}


def schrijf(map_: Path, naam: str, inhoud: object) -> Path:
    """Write a file to open; a text as it is, anything else as JSON."""
    bestand = map_ / naam
    bestand.write_text(inhoud if isinstance(inhoud, str) else json.dumps(inhoud))
    return bestand


def als_document(inhoud: object, meer: str = "") -> str:
    """Return the document that holds `inhoud`, with `meer` before it."""
    data = json.dumps(inhoud).replace("<", "\\u003c")
    return f'<!doctype html>{meer}<script type="application/json" id="loopbaangesprek">{data}</script>'


def bewaar_document(pagina: Page, map_: Path) -> Path:
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Bewaar als document").click()
    bestand = map_ / download.value.suggested_filename
    download.value.save_as(bestand)
    return bestand


def open_document(pagina: Page, bestand: Path) -> None:
    pagina.locator("[data-bestand-openen]").set_input_files(bestand)


def groep(pagina: Page, rij: int) -> Locator:
    return pagina.get_by_role("group", name=f"Afspraak {rij}", exact=True)


def onthouden(pagina: Page) -> Any:
    """Return the conversation that this tab keeps."""
    [tekst] = pagina.evaluate(
        "Object.entries(sessionStorage).filter(([s]) => s.startsWith('gesprek:')).map(([, t]) => t)"
    )
    return json.loads(tekst)


def vul_in(pagina: Page, rij: int, wat: str, naam: str = "", voor: str = "") -> None:
    """Fill in an agreement, the next one where it is not there yet."""
    if pagina.get_by_role("group", name=re.compile(r"^Afspraak \d")).count() < rij:
        pagina.get_by_role("button", name="Nog een afspraak").click()
    groep(pagina, rij).get_by_label("Wat doen we?").fill(wat)
    groep(pagina, rij).get_by_label("Naam, als dat helpt").fill(naam)
    groep(pagina, rij).get_by_label("Voor wanneer?").fill(voor)


def eerste(pagina: Page) -> str:
    return groep(pagina, 1).get_by_label("Wat doen we?").input_value()


def bladzijden(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")
