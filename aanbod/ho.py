"""The offers of higher education: the dataset `ho_opleidingsoverzicht` of DUO (CC BY 4.0). Pure: no Django.

A row is an opleiding, or an offer of one by a school. Most offers bear no code of their own: see `koppelen.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from aanbod.tabel import dag, een_van, lees, tekst, vorm, webadres

VORMEN = {"VOLTIJD": "voltijd", "DEELTIJD": "deeltijd", "DUAAL": "duaal"}
_code = vorm("[0-9]{5}", "code van vijf cijfers")
_eenheid = vorm("[0-9]{4}O[0-9]{4}", "code van een opleidingseenheid")
KOLOMMEN = {
    "ONDERWIJSBESTUURID": vorm("[0-9]{3}B[0-9]{3}", "nummer van een bestuur"),
    "ONDERWIJSAANBIEDERID": vorm("[0-9]{3}A[0-9]{3}", "nummer van een school"),
    "ONDERWIJSAANBIEDER_NAAM": tekst,
    "OPLEIDINGSEENHEIDCODE": _eenheid,
    "ERKENDEOPLEIDINGSCODE": _code,
    "VARIANT_VAN": vorm("[0-9]{5}|[0-9]{4}O[0-9]{4}", "code van een opleiding of van een opleidingseenheid"),
    "NAAM_LANG": tekst,
    "NIVEAU": vorm("[A-Z]{2,4}-[A-Z]{1,2}", "niveau"),
    "EIGENNAAM": tekst,
    "VORM": een_van(VORMEN),
    "EERSTE_INSTROOMDATUM": dag,
    "LAATSTE_INSTROOMDATUM": dag,
    "WEBSITE": webadres,
    "ONDERWIJSLOCATIEPLAATS": tekst,
}


@dataclass(frozen=True, slots=True)
class Horij:
    """A row of the dataset: an opleiding, or, with a `school_id`, an offer of one. What is unknown is empty or None."""

    bestuur_id: str
    school_id: str
    school: str
    eenheid: str
    code: str
    variant_van: str
    naam: str
    niveau: str
    eigen_naam: str
    vorm: str
    eerste_instroom: date | None
    laatste_instroom: date | None
    website: str
    plaats: str


def lees_ho(inhoud: bytes) -> Iterator[Horij]:
    """Yield the rows of the dataset. Raises Tabelfout, with its place."""
    for rij in lees(inhoud, KOLOMMEN):
        yield Horij(*rij.values())
