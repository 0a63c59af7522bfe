"""The offers of higher education: the dataset `ho_opleidingsoverzicht` of DUO (CC BY 4.0). Pure: no Django.

A row is an opleiding, or an offer of one by a school. Most offers bear no code of their own: see `koppelen.py`.
"""

from collections.abc import Iterator
from typing import BinaryIO

from aanbod.rij import Aanbodrij, Velden, aanbieder, bestuur, eenheid, lees_rijen
from aanbod.tabel import dag, een_van, gevuld, tekst, vorm, webadres

VORMEN = {"VOLTIJD": "voltijd", "DEELTIJD": "deeltijd", "DUAAL": "duaal"}
_variant = vorm("[0-9]{5}|[0-9]{4}O[0-9]{4}", "code van een opleiding of van een opleidingseenheid")
KOLOMMEN: Velden = {
    "ONDERWIJSBESTUURID": ("bestuur_id", gevuld(bestuur)),
    "ONDERWIJSAANBIEDERID": ("school_id", aanbieder),
    "ONDERWIJSAANBIEDER_NAAM": ("school", tekst),
    "OPLEIDINGSEENHEIDCODE": ("eenheid", gevuld(eenheid)),
    "ERKENDEOPLEIDINGSCODE": ("code", vorm("[0-9]{5}", "code van vijf cijfers")),
    "VARIANT_VAN": ("variant_van", _variant),
    "NAAM_LANG": ("naam", gevuld(tekst)),
    "NIVEAU": ("niveau", gevuld(vorm("[A-Z]{2,4}-[A-Z]{1,2}", "niveau"))),
    "EIGENNAAM": ("eigen_naam", tekst),
    "VORM": ("vorm", een_van(VORMEN)),
    "EERSTE_INSTROOMDATUM": ("van", dag),
    "LAATSTE_INSTROOMDATUM": ("tot", dag),
    "WEBSITE": ("website", webadres),
    "ONDERWIJSLOCATIEPLAATS": ("plaats", tekst),
}


def lees_ho(inhoud: bytes | BinaryIO) -> Iterator[Aanbodrij]:
    """Yield the rows of the dataset. Raises Tabelfout, with its place."""
    return lees_rijen(inhoud, KOLOMMEN)
