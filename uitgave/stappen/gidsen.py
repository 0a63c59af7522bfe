"""Between schema 5 and 6: guides, the help centre and the words of the site are content."""

from typing import Any

Gegevens = dict[str, Any]

# The guides that stood in the code, by the name that tasks had for them, each with the field of its introduction.
GIDSEN: dict[str, Gegevens] = {
    "regio": {
        "sleutel": "regio",
        "slug": "zij-instroom",
        "naam": "Zij-instroom met een hele regio",
        "voor": "een hele regio",
        "volledig": True,
        "voor_kandidaat": False,
    },
    "huisarts": {
        "sleutel": "huisarts",
        "slug": "huisarts",
        "naam": "Zelf één zij-instromer opleiden",
        "voor": "één werkgever",
        "volledig": False,
        "voor_kandidaat": False,
    },
    "kandidaat": {
        "sleutel": "kandidaat",
        "slug": "kandidaat",
        "naam": "Zelf overstappen uit een ander beroep",
        "voor": "wie zelf wil overstappen",
        "volledig": False,
        "voor_kandidaat": True,
    },
}
ZOEKWOORDEN = "zij-instroom, zij-instromer, omscholen, omscholing, overstappen, ander beroep"
INLEIDING = {"regio": "gids_inleiding", "huisarts": "gids_huisarts", "kandidaat": "gids_kandidaat"}
HULP = {"werkcentrum": "hulp", "werkcentrum_url": "hulp_url"}
# What every site said, in fields that it has from now on.
WOORDEN = {
    "hulp_naam": "het Regionaal Werkcentrum",
    "leeroverzicht_knop": "Vind opleiders in de buurt",
    "menu_kaart": "Kaart",
    "menu_functies": "Functies",
    "menu_opleidingen": "Opleidingen",
    "menu_verhalen": "Verhalen",
    "menu_werkgevers": "Voor werkgevers",
    "verhalen_kop": "Verhalen uit de praktijk",
    "logo": "",
    "kleur": "",
}


def til(document: Gegevens) -> Gegevens:
    """Make schema 6: what the code said of guides, help and words becomes content, word for word."""
    if site := document.get("ontwikkelpad"):
        for oud, nieuw in HULP.items():
            site[nieuw] = site.pop(oud)
        site |= WOORDEN
    teksten = document.get("werkgevers") or {}
    inleidingen = {versie: teksten.pop(veld, "") for versie, veld in INLEIDING.items()}
    if teksten or document.get("gidsstappen"):
        document["gidsen"] = [
            {**gids, "inleiding": inleidingen[versie], "zoekwoorden": ZOEKWOORDEN} for versie, gids in GIDSEN.items()
        ]
    for stap in document.get("gidsstappen", ()):
        for taak in stap["taken"]:
            taak["gids"] = GIDSEN[taak.pop("versie")]["slug"]
    return document


def daal(document: Gegevens) -> Gegevens:
    """Make schema 5 again, with at most one guide of each of the three kinds that it knows."""
    site = document["ontwikkelpad"]
    for veld in WOORDEN:
        site.pop(veld, None)
    for oud, nieuw in HULP.items():
        site[oud] = site.pop(nieuw)
    gidsen = versies(document.pop("gidsen", []))
    for stap in document.get("gidsstappen", ()):
        stap["taken"] = [
            {**taak, "versie": gidsen[slug][0]} for taak in stap["taken"] if (slug := taak.pop("gids")) in gidsen
        ]
    if teksten := document.get("werkgevers"):
        inleidingen = dict(gidsen.values())
        teksten |= {veld: inleidingen.get(versie, "") for versie, veld in INLEIDING.items()}
    return document


def versies(gidsen: list[Gegevens]) -> dict[str, tuple[str, str]]:
    """Return by slug what schema 5 called a guide, and its introduction: the first of each kind, in the order given."""
    gevonden: dict[str, tuple[str, str]] = {}  # by what schema 5 called it
    for gids in gidsen:
        soort = (gids["volledig"], gids["voor_kandidaat"])
        versie = "regio" if soort[0] else "kandidaat" if soort[1] else "huisarts"
        gevonden.setdefault(versie, (gids["slug"], gids["inleiding"]))
    return {slug: (versie, inleiding) for versie, (slug, inleiding) in gevonden.items()}
