"""A small table of our own, in the form of the dataset `ho_opleidingsoverzicht`: no row of it exists."""

import csv
import io
from typing import Any

KOP = [
    *("ONDERWIJSBESTUURID", "ONDERWIJSBESTUUR_NAAM", "ONDERWIJSAANBIEDERID", "ONDERWIJSAANBIEDER_NAAM", "SOORT"),
    *("OPLEIDINGSEENHEIDCODE", "ERKENDEOPLEIDINGSCODE", "VARIANT_VAN", "NAAM_LANG", "NIVEAU", "EIGENNAAM", "VORM"),
    *("EERSTE_INSTROOMDATUM", "LAATSTE_INSTROOMDATUM", "WEBSITE", "ONDERWIJSLOCATIEPLAATS", "OMSCHRIJVING"),
]
BAKKEN = {
    "ONDERWIJSBESTUURID": "100B100",
    "ONDERWIJSBESTUUR_NAAM": "Stichting Meel",
    "SOORT": "OPLEIDING",
    "OPLEIDINGSEENHEIDCODE": "1001O0001",
    "ERKENDEOPLEIDINGSCODE": "31234",
    "NAAM_LANG": "B Bakkunde",
    "NIVEAU": "HBO-BA",
}
SCHOOL = {"ONDERWIJSAANBIEDERID": "100A100", "ONDERWIJSAANBIEDER_NAAM": "Hogeschool Meel", "VORM": "DEELTIJD"}


def bied_aan(**anders: str) -> dict[str, str]:
    """Return an offer by a school that names no code, of a unit that nothing else names."""
    return BAKKEN | SCHOOL | {"OPLEIDINGSEENHEIDCODE": "1001O0099", "ERKENDEOPLEIDINGSCODE": ""} | anders


def bestand(*rijen: dict[str, Any]) -> bytes:
    """Return a table with these rows, as DUO writes it."""
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, KOP, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return uit.getvalue().encode()
