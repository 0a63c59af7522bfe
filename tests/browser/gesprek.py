"""What the tests of the conversation share."""

from playwright.sync_api import Page

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
