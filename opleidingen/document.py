"""The rows of the document about opleidingen, diploma's and who offers them."""

from typing import Annotated

from opleidingen.keuzes import Erkenning, Niveau, Register
from uitgave.rij import Bewijs, Naar, Rij


class Aanbieder(Rij):
    sleutel: str
    slug: str
    naam: str
    url: str
    toelichting: str


class Opleiding(Bewijs):
    sleutel: str
    slug: str
    naam: str
    niveau: Niveau | None
    register: Register | None
    code: str
    erkenning: Erkenning
    omschrijving: str
    leeroverzicht_url: str
    aanbieders: tuple[Annotated[str, Naar("aanbieders")], ...]
    duur: str
    toelating: str
    kosten: str
