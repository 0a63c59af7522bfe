"""Small tables of our own, in the form of the datasets of DUO: no row of them exists."""

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


MBOKOP = [
    *("OPLEIDINGSEENHEIDCODE", "OPLEIDINGSEENHEID_TYPE", "OPLEIDINGSEENHEID_NIVEAU", "OPLEIDINGSEENHEID_NAAM"),
    *("ERKENDEOPLEIDINGSCODE", "ERKENDEOPLEIDINGSSTELSEL", "ONDERWIJSAANBIEDERID", "NAAM", "ONDERWIJSBESTUURID"),
    *("STRAATNAAM", "POSTCODE", "PLAATSNAAM", "AANGEBODEN_OPLEIDINGCODE", "LEERTRAJECT", "MBONIVEAU", "EIGENNAAM"),
    "WEBSITE",
]
COHORTENKOP = [
    *("AANGEBODEN_OPLEIDINGCODE", "AANGEBODEN_OPLEIDING_COHORTCODE", "BEGIN_AANMELDPERIODE", "EINDE_AANMELDPERIODE"),
    *("INSTROOMMOMENT", "BEGIN_INSTROOMPERIODE", "EINDE_INSTROOMPERIODE", "OPLEIDINGSEINDDATUM", "OPLEIDINGSVORM"),
]


def mbo(school: str, plaats: str = "Urk", **anders: str) -> dict[str, str]:
    """Return an offer of the mbo by a school, of an opleiding with a code."""
    nummer = sum(school.encode()) % 900 + 100
    return {
        "OPLEIDINGSEENHEIDCODE": "1001O0001",
        "OPLEIDINGSEENHEID_NAAM": "Broodbakken",
        "ERKENDEOPLEIDINGSCODE": "26044",
        "ONDERWIJSAANBIEDERID": f"{nummer}A100",
        "NAAM": school,
        "ONDERWIJSBESTUURID": f"{nummer}B100",
        "PLAATSNAAM": plaats,
        "AANGEBODEN_OPLEIDINGCODE": f"7e2f59f9-0000-0000-0000-000000000{nummer}",
        "LEERTRAJECT": "BBL",
        "MBONIVEAU": "MBO-3",
    } | anders


def cohort(rij: dict[str, str], moment: str = "", **anders: str) -> dict[str, str]:
    """Return a cohort of an offer of the mbo, which begins on a day."""
    code = {"AANGEBODEN_OPLEIDINGCODE": rij["AANGEBODEN_OPLEIDINGCODE"], "BEGIN_AANMELDPERIODE": "2026-01-01"}
    return code | {"INSTROOMMOMENT": moment} | anders


def bestand(*rijen: dict[str, Any], kop: list[str] = KOP) -> bytes:
    """Return a table with these rows, as DUO writes it."""
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, kop, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return uit.getvalue().encode()
