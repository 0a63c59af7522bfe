"""A row of a dataset of who offers what: an opleiding, or an offer of one by a school. Pure: no Django."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from aanbod.tabel import Lezer, Tabelfout, lees, vorm

Velden = Mapping[str, tuple[str, Lezer]]  # by name of the column: the field of a row that it is, and its reader
bestuur = vorm("[0-9]{3}B[0-9]{3}", "nummer van een bestuur")
aanbieder = vorm("[0-9]{3}A[0-9]{3}", "nummer van een school")
eenheid = vorm("[0-9]{4}O[0-9]{4}", "code van een opleidingseenheid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodrij:
    """An opleiding, or, with a `school_id`, an offer of one. What is unknown is empty or None."""

    bestuur_id: str
    school_id: str
    school: str
    eenheid: str
    code: str
    naam: str
    niveau: str
    eigen_naam: str
    vorm: str
    website: str
    plaats: str
    variant_van: str = ""
    aanbodcode: str = ""
    van: date | None = None
    tot: date | None = None


def lees_rijen(inhoud: bytes | BinaryIO, velden: Velden) -> Iterator[Aanbodrij]:
    """Yield the rows of a dataset. Raises Tabelfout, with its place, also for a row that contradicts itself."""
    kolommen = {naam: lezer for naam, (_, lezer) in velden.items()}
    for regel, gelezen in enumerate(lees(inhoud, kolommen), start=2):
        rij = Aanbodrij(**{velden[naam][0]: waarde for naam, waarde in gelezen.items()})
        if bool(rij.school_id) != bool(rij.school):
            raise Tabelfout(f"Regel {regel}: de school heeft geen naam of geen nummer.")
        if rij.van and rij.tot and rij.van > rij.tot:
            raise Tabelfout(f"Regel {regel}: de laatste dag om te beginnen ligt voor de eerste.")
        yield rij
