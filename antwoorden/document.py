"""The rows of the document with answers, and with names in other languages."""

from typing import Annotated

from antwoorden.keuzes import Taal
from uitgave.rij import Bewijs, Naar, Rij


class Antwoordlink(Rij, omit_defaults=True):
    naam: str
    pagina: str = ""
    url: str = ""


class Antwoord(Bewijs, kw_only=True):
    sleutel: str
    slug: str
    naam: str
    antwoord: str
    zoekwoorden: str
    bij_niets: bool = False
    links: tuple[Antwoordlink, ...] = ()

    @property
    def woorden(self) -> list[str]:
        """The question, and the other words by which visitors ask it."""
        return [self.naam, *(woord.strip() for woord in self.zoekwoorden.split(",") if woord.strip())]


class Vertaling(Bewijs, kw_only=True):
    woord: str
    taal: Taal
    functies: tuple[Annotated[str, Naar("functies")], ...] = ()
    opleidingen: tuple[Annotated[str, Naar("opleidingen")], ...] = ()
    beroepsvereisten: tuple[Annotated[str, Naar("beroepsvereisten")], ...] = ()
    antwoorden: tuple[Annotated[str, Naar("antwoorden")], ...] = ()
    opmerking: str = ""
