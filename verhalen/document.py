"""The row of the document with a story."""

from typing import Annotated

from uitgave.rij import Bewijs, Naar


class Verhaal(Bewijs):
    sleutel: str
    slug: str
    voornaam: str
    leeftijd: int
    functie: Annotated[str, Naar("functies")]
    kop: str
    kernwoorden: tuple[str, str, str]
    tekst: str
