"""The row of the document with a story."""

from typing import Annotated

from uitgave.rij import Bewijs, Later, Naar


class Verhaal(Bewijs):
    sleutel: str
    slug: str
    voornaam: str
    leeftijd: Later[int]
    functie: Later[Annotated[str, Naar("functies")]]
    kop: str
    kernwoorden: tuple[str, str, str]
    tekst: str
    foto: Annotated[str, Naar("fotos")] | None = None
