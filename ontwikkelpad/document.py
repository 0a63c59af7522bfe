"""The rows of the document with the texts of the site, and with where its long words may break."""

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


class Breekwoord(Rij):
    woord: str
    delen: str
