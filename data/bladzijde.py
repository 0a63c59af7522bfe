"""The page that explains the open data, with examples out of the edition itself."""

from dataclasses import dataclass

from django.conf import settings

from data.graaf import gevonden_paginas, namen_in, over, rijen, termen, voorvoegsels
from data.inhoud import openbaar_document
from data.tabellen import Bijlagetabel, Tabel, tabellen
from data.vorm import Vorm
from data.vormen import GEHEEL
from rdf.drietal import Term
from rdf.schrijf import turtle
from uitgave.gegevens import Bron, Gegevens, aanwezig
from uitgave.pad import Pad


@dataclass(frozen=True)
class Bladzijde:
    """What the page shows: the files, the tables with how many rows they hold, our words, and examples.

    `bronnen` are of the datasets beside the edition where they come from.
    `naam` is the part and the key of a thing with a lasting name, `stap` what linked data says of one that joins two.
    """

    adres: str
    geheel: tuple[Vorm, ...]
    tabellen: list[tuple[Tabel | Bijlagetabel, int]]
    bronnen: list[tuple[Gegevens, tuple[Bron, ...]]]
    termen: list[Term]
    naam: tuple[str, str] | None
    stap: str


def bladzijde(pad: Pad) -> Bladzijde:
    """Return the page about the data of an edition."""
    aantallen = [(tabel, tabel.aantal(pad)) for tabel in tabellen().values()]
    return Bladzijde(
        adres=settings.ADRES,
        geheel=GEHEEL,
        tabellen=[(tabel, aantal) for tabel, aantal in aantallen if aantal],
        bronnen=aanwezig(pad),
        termen=termen(),
        naam=next((naam for naam, _ in gevonden_paginas(pad)), None),
        stap=_voorbeeld(pad),
    )


def _voorbeeld(pad: Pad) -> str:
    """Return what linked data says of the first row that joins others: it shows most."""
    namen = namen_in(pad)
    for soort, rij in rijen(openbaar_document(pad)):
        if soort.termen and not soort.met_sleutel and (gezegd := over(soort, rij, namen)):
            return turtle(gezegd, voorvoegsels()).partition("\n\n")[2].strip()
    return ""
