"""The rows of the document about levels, the ways to grow, and a long way that leads past the map."""

from typing import Annotated

from functies.keuzes import Stapsoort
from uitgave.rij import Bewijs, Later, Naar


class Niveauuitleg(Bewijs, kw_only=True):
    niveau: Annotated[str, Naar("niveaus")]
    tekst: str
    indicatie: bool = False
    buiten_de_kaart: str = ""


class Groeiwijze(Bewijs, kw_only=True):
    soort: Stapsoort
    uitleg: str
    voorbeeld: str = ""


class Omweg(Bewijs):
    van: Annotated[str, Naar("functies")]
    naar: Annotated[str, Naar("functies")]
    tekst: str


class Trajectstap(Bewijs, kw_only=True):
    naam: str
    fase: str = ""
    jaren: Later[int]
    tekst: str


class Traject(Bewijs, kw_only=True):
    sleutel: str
    slug: str
    naam: str
    niveau: Later[Annotated[str, Naar("niveaus")]]
    inleiding: str = ""
    tekst: str = ""
    zoekwoorden: str = ""
    stappen: tuple[Trajectstap, ...] = ()

    @property
    def woorden(self) -> list[str]:
        """The other words by which visitors find it."""
        return [woord.strip() for woord in self.zoekwoorden.split(",") if woord.strip()]
