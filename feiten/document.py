"""The rows of the document with feiten, and what they are about."""

from datetime import date
from typing import Annotated

from feiten.keuzes import Antwoord, Bij, Pictogram
from uitgave.rij import Bewijs, Naar, Rij


class Onderwerp(Rij, omit_defaults=True):
    sleutel: str
    slug: str
    naam: str
    bij: Bij
    kort: str = ""
    vraag: str = ""
    onbekend: str = ""
    alleen_bekend: bool = False
    url: str = ""
    linktekst: str = ""
    pictogram: Pictogram | None = None

    @property
    def korte_naam(self) -> str:
        return self.kort or self.naam

    @property
    def wie_weet_het(self) -> str:
        """Whom to ask what is not known."""
        return self.onbekend or self.bij.vraag

    @property
    def niet_bekend(self) -> str:
        return f"Niet bekend. {self.wie_weet_het}"


class Feit(Bewijs, kw_only=True):
    onderwerp: Annotated[str, Naar("onderwerpen")]
    functie: Annotated[str, Naar("functies")] | None = None
    opleiding: Annotated[str, Naar("opleidingen")] | None = None
    waarde: str
    antwoord: Antwoord | None = None
    toelichting: str = ""
    stand: str = ""
    url: str = ""
    geldig_tot: date | None = None

    def over(self, bij: Bij) -> str | None:
        """The slug of what it is about, when that is of this kind."""
        return self.functie if bij == Bij.FUNCTIES else self.opleiding

    def geldt_op(self, dag: date) -> bool:
        return self.geldig_tot is None or dag <= self.geldig_tot
