"""Between schema 6 and 7: duur, toelating and kosten of an opleiding become feiten."""

from textwrap import shorten
from typing import Any

Gegevens = dict[str, Any]

# The fields that an opleiding had, each with the onderwerp that takes its place.
ONDERWERPEN: dict[str, Gegevens] = {
    slug: {"sleutel": slug, "slug": slug, "naam": naam, "bij": "opleidingen", "pictogram": pictogram}
    for slug, naam, pictogram in (
        ("duur", "Duur", "klok"),
        ("toelating", "Toelating", "sleutel"),
        ("kosten", "Kosten", "euro"),
    )
}
LANGSTE_WAARDE = 120


def in_tweeen(tekst: str) -> Gegevens:
    """Return the value of a feit, and the whole text as toelichting where it is longer than that."""
    waarde = shorten(tekst, LANGSTE_WAARDE, placeholder="…")
    return {"waarde": waarde, "toelichting": "" if waarde == tekst else tekst}


def aaneen(waarde: str, toelichting: str) -> str:
    """Return the text that gives this value and toelichting."""
    if not toelichting or in_tweeen(toelichting)["waarde"] == waarde:
        return toelichting or waarde
    return f"{waarde}\n{toelichting}"


# What came beside the feiten, without a step of its own: a default reads it in older editions, no older form has it.
NIEUWE_DELEN = (
    *(
        "antwoorden",
        "begrippen",
        "beginfasen",
        "cijfers",
        "deuren",
        "geldigheden",
        "groeiwijzen",
        "kernbegrippen",
        "keuzevragen",
    ),
    "fotos",
    *("leesartikelen", "niveauuitleg", "omwegen", "partijgroepen", "profielen", "profielrollen", "profieltreden"),
    *("schoolvakanties", "sectordelen", "trajecten", "vertalingen", "verwijzingen", "voortbouw", "vooropleidingen"),
)
NIEUWE_VELDEN = {
    "contactpunten": ("voor",),
    "doorgroei": ("gebruikelijk",),
    "functies": ("in_een_regel", "esco", "esco_soort", "isco", "isco_soort", "foto"),
    "gidsstappen": ("teksten", "na_vorige", "loopt_mee", "mijlpalen", "brieven"),
    "gidsstappen.taken": ("partij",),
    "leerwegen": ("niveaus",),
    "opleidingen": ("erkenning_zin",),
    "ontwikkelpad": ("leeroverzicht_zoek", "menu_beginnen"),
    "regelingen": ("aanvragen", "functies", "leerwegen", "voor"),
    "verhalen": ("foto",),
    "werkvelden": ("pictogram",),
}


def _rijen(gegevens: Gegevens, deel: str, *daarin: str) -> list[Gegevens]:
    """Return the rows of a part, or those that stand in a field of these rows."""
    rijen = gegevens.get(deel) or []
    rijen = [rijen] if isinstance(rijen, dict) else list(rijen)
    return [rij for ouder in rijen for rij in _rijen(ouder, *daarin)] if daarin else rijen


def til(document: Gegevens) -> Gegevens:
    """Make schema 7: what an opleiding said in a field of its own is a feit, with the source of the opleiding."""
    feiten = [
        {
            "onderwerp": slug,
            "opleiding": rij["slug"],
            **in_tweeen(tekst),
            **{veld: rij[veld] for veld in ("bron", "gecontroleerd_op")},
        }
        for rij in document.get("opleidingen", ())
        for slug in ONDERWERPEN
        if (tekst := rij.pop(slug, ""))
    ]
    if feiten:
        gebruikt = {feit["onderwerp"] for feit in feiten}
        document["onderwerpen"] = [dict(rij) for slug, rij in ONDERWERPEN.items() if slug in gebruikt]
        document["feiten"] = feiten
    return document


def daal(document: Gegevens) -> Gegevens:
    """Make schema 6 again: an opleiding holds its duur, toelating and kosten; all else that is new is left out."""
    for deel in NIEUWE_DELEN:
        document.pop(deel, None)
    for deel, velden in NIEUWE_VELDEN.items():
        for rij in _rijen(document, *deel.split(".")):
            for veld in velden:
                rij.pop(veld, None)
    namen = {rij["slug"]: rij["sleutel"] for rij in document.pop("onderwerpen", ())}
    feiten = {
        (rij.get("opleiding"), namen[rij["onderwerp"]]): aaneen(rij["waarde"], rij.get("toelichting", ""))
        for rij in document.pop("feiten", ())
        if rij.get("zichtbaar", True)
    }
    for rij in document["opleidingen"]:
        rij |= {veld: feiten.get((rij["slug"], veld), "") for veld in ONDERWERPEN}
    return document
