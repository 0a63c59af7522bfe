"""The rows of the document about the sector in figures."""

from datetime import date
from typing import Annotated

from sector.keuzes import Teken, Vorm
from uitgave.rij import Bewijs, Later, Naar

HOUDBARE_JAREN = 3


def is_oud(jaar: int | None, vandaag: date) -> bool:
    """True when a figure of this year is older than three years; of an unknown year nobody can say so."""
    return jaar is not None and vandaag.year - jaar > HOUDBARE_JAREN


class Sectordeel(Bewijs, kw_only=True):
    sleutel: str
    slug: str
    naam: str
    vorm: Vorm = Vorm.GETALLEN
    inleiding: str = ""
    tekst: str = ""
    zoekwoorden: str = ""

    @property
    def woorden(self) -> list[str]:
        """The other words by which visitors find it."""
        return [woord.strip() for woord in self.zoekwoorden.split(",") if woord.strip()]


class Cijfer(Bewijs, kw_only=True):
    sleutel: str
    slug: str
    naam: str
    deel: Annotated[str, Naar("sectordelen")]
    vooraf: str = ""
    waarde: Later[int]
    geheel: int | None = None
    eenheid: str = ""
    jaar: int | None = None
    moment: str = ""
    volgens: str = ""
    toelichting: str = ""
    teken: Teken = Teken.BLOK

    @property
    def wanneer(self) -> str:
        """When it was so; empty when the source does not say."""
        return self.moment or str(self.jaar or "")


class Partijgroep(Bewijs):
    deel: Annotated[str, Naar("sectordelen")]
    naam: str
    partijen: str

    @property
    def lijst(self) -> list[str]:
        return [naam.strip() for naam in self.partijen.splitlines() if naam.strip()]
