"""The row of the document with the name of the sector and the texts of the site."""

from uitgave.rij import Rij


class Ontwikkelpad(Rij):
    naam: str
    sector: str
    kop: str
    uitleg: str
    inleiding_kop: str
    inleiding: str
    maatwerk: str
    leeroverzicht_url: str
    werkcentrum: str
    werkcentrum_url: str
    over: str
    contact_url: str
    bronnen: str
    privacy: str
    toegankelijkheid: str
