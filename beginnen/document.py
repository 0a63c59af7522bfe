"""The rows of the document about where somebody can begin, and how that goes."""

from typing import Annotated

from beginnen.keuzes import Deursoort
from uitgave.rij import Bewijs, Later, Naar


class Deur(Bewijs):
    sleutel: str
    slug: str
    naam: str
    uitleg: str
    soort: Later[Deursoort]
    waar: str
    hoe: str
    morgen: str
    zoekwoorden: str

    @property
    def woorden(self) -> list[str]:
        """The other words by which visitors find it."""
        return [woord.strip() for woord in self.zoekwoorden.split(",") if woord.strip()]


class Beginfase(Bewijs):
    opleiding: Annotated[str, Naar("opleidingen")]
    naam: str
    weken: Later[int]
    schooldagen: int
    werkdagen: int
    werkdagen_tot: int | None
    contract: str
    geld: str
    tekst: str
