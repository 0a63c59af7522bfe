"""Between schema 7 and 8: the words of the menu become rows, in the order of the menu."""

from typing import Any

Gegevens = dict[str, Any]

# What every site had: the pages in the menu and below it, in this order, each with its word.
WOORDEN: dict[str, dict[str, str]] = {
    "menu": {
        "beginnen": "Zo begin je",
        "functies": "Functies",
        "opleidingen": "Opleidingen",
        "verhalen": "Verhalen",
        "werkgevers": "Voor werkgevers",
    },
    "voet": {
        "kaart": "Kaart",
        "routes": "Routes",
        "vergelijken": "Vergelijken",
        "passen": "Wat past bij mij?",
        "begrippen": "Begrippen",
        "artikelen": "Artikelen",
        "niveaus": "Niveaus",
        "sector": "De sector in cijfers",
        "over": "Over deze site",
        "data": "Open data",
        "privacy": "Privacy",
        "toegankelijkheid": "Toegankelijkheid",
    },
    "nergens": {"antwoorden": "Vragen"},
}
VELDEN = {code: f"menu_{code}" for code in (*WOORDEN["menu"], "kaart")}  # of the texts of the site, until now


def rijen(eigen: Gegevens) -> list[Gegevens]:
    """Return the pages as rows; `eigen` holds the words that a site chose itself, by the field that they had."""
    return [
        {"pagina": code, "naam": eigen.get(VELDEN.get(code, ""), woord), "plek": plek, "kop": ""}
        for plek, woorden in WOORDEN.items()
        for code, woord in woorden.items()
    ]


def til(document: Gegevens) -> Gegevens:
    """Make schema 8: the words in the texts of the site are rows."""
    site = document.get("ontwikkelpad") or {}
    document["paginas"] = rijen({veld: site.pop(veld) for veld in VELDEN.values() if veld in site})
    return document


def daal(document: Gegevens) -> Gegevens:
    """Make schema 7 again: the words stand in the texts of the site; order, places and headings are left out."""
    woorden = {rij["pagina"]: rij["naam"] for rij in document.pop("paginas", ())}
    if site := document.get("ontwikkelpad"):
        site |= {veld: woorden[code] for code, veld in VELDEN.items() if code in woorden}
    return document
