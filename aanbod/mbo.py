"""The offers of the mbo: the dataset `mbo_opleidingsaanbod` of DUO (CC BY 4.0). Pure: no Django.

Each row is an offer with its code. When one can begin stands in a second file, by cohort.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from aanbod.rij import Aanbodrij, Velden, aanbieder, bestuur, eenheid, lees_rijen
from aanbod.tabel import Kolommen, Tabelfout, dag, een_van, gevuld, lees, tekst, vorm, webadres

# Of who only sits the exams, learns elsewhere, or follows an older kind of opleiding we say no form.
VORMEN = {"BOL": "bol", "BBL": "bbl", **dict.fromkeys(("EX", "LBD", "LBV", "ODT", "OVO"), "")}
_aanbodcode = gevuld(vorm("[0-9A-Za-z-]{8,40}", "code van een aangeboden opleiding"))
KOLOMMEN: Velden = {
    "ONDERWIJSBESTUURID": ("bestuur_id", gevuld(bestuur)),
    "ONDERWIJSAANBIEDERID": ("school_id", gevuld(aanbieder)),
    "NAAM": ("school", gevuld(tekst)),
    "OPLEIDINGSEENHEIDCODE": ("eenheid", gevuld(eenheid)),
    "ERKENDEOPLEIDINGSCODE": ("code", gevuld(vorm("[A-Z]?[0-9]{4,5}", "code van een opleiding of keuzedeel"))),
    "OPLEIDINGSEENHEID_NAAM": ("naam", gevuld(tekst)),
    "MBONIVEAU": ("niveau", vorm("MBO-[1-4]", "niveau")),
    "EIGENNAAM": ("eigen_naam", tekst),
    "LEERTRAJECT": ("vorm", een_van(VORMEN)),
    "WEBSITE": ("website", webadres),
    "PLAATSNAAM": ("plaats", tekst),
    "AANGEBODEN_OPLEIDINGCODE": ("aanbodcode", _aanbodcode),
}
BEGIN = ("INSTROOMMOMENT", "BEGIN_INSTROOMPERIODE")  # of a cohort: either of them, or neither, is filled in
COHORTEN: Kolommen = {"AANGEBODEN_OPLEIDINGCODE": _aanbodcode, **dict.fromkeys(BEGIN, dag)}


def lees_mbo(aanbod: bytes | BinaryIO, begin: Mapping[str, date]) -> Iterator[Aanbodrij]:
    """Yield the offers, with when one can `begin` by code of the offer. Raises Tabelfout, with its place."""
    return (replace(rij, van=begin.get(rij.aanbodcode)) for rij in lees_rijen(aanbod, KOLOMMEN))


def lees_cohorten(inhoud: bytes | BinaryIO, vandaag: date) -> tuple[dict[str, date], list[str]]:
    """Return by code of an offer the next day on which one can begin, or else the last that there was; and what lacks.

    Raises Tabelfout, with its place.
    """
    dagen: defaultdict[str, set[date]] = defaultdict(set)
    mist = set(BEGIN)
    try:
        for rij in lees(inhoud, COHORTEN, mag_weg=BEGIN):
            mist -= rij.keys()
            dagen[rij["AANGEBODEN_OPLEIDINGCODE"]] |= {rij[naam] for naam in BEGIN if rij.get(naam)}
    except Tabelfout as fout:
        raise Tabelfout(f"Bij de cohorten: {fout}") from None
    begin = {
        code: min((dag_ for dag_ in alle if dag_ >= vandaag), default=max(alle)) for code, alle in dagen.items() if alle
    }
    return begin, sorted(mist)
