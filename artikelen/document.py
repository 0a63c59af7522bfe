"""The row of the document with an article."""

from artikelen.keuzes import Lezer
from uitgave.rij import Bewijs, Later


class Leesartikel(Bewijs):
    sleutel: str
    slug: str
    titel: str
    samenvatting: str
    tekst: str
    voor: Later[Lezer]
    eenvoudig: bool = False
