"""The rows of the document about the profiel of a functie."""

from typing import Annotated

from profielen.keuzes import Plek
from uitgave.rij import Bewijs, Naar, Rij


class Profieltekst(Rij):
    plek: Plek
    kop: str
    tekst: str


class Profiel(Bewijs):
    sleutel: str
    slug: str
    functie: Annotated[str, Naar("functies")]
    naam: str
    kop: str
    inleiding: str
    gebieden: str
    trap_kop: str
    trap_uitleg: str
    teksten: tuple[Profieltekst, ...]

    @property
    def deskundigheden(self) -> list[str]:
        """What the work is about, one text for each."""
        return self.gebieden.splitlines()

    @property
    def over_werk(self) -> list[Profieltekst]:
        return [tekst for tekst in self.teksten if tekst.plek == Plek.WERK]

    @property
    def over_profiel(self) -> list[Profieltekst]:
        return [tekst for tekst in self.teksten if tekst.plek == Plek.PROFIEL]


class Profielcompetentie(Rij):
    sleutel: str
    naam: str
    tekst: str
    competentie: Annotated[str, Naar("competenties")] | None = None


class Profielrol(Bewijs):
    profiel: Annotated[str, Naar("profielen")]
    competentiegebied: Annotated[str, Naar("competentiegebieden")]
    uitleg: str
    noot: str
    competenties: tuple[Profielcompetentie, ...]


class Kernbegrip(Bewijs):
    sleutel: str
    slug: str
    profiel: Annotated[str, Naar("profielen")]
    naam: str
    uitleg: str
    gebieden: tuple[Annotated[str, Naar("competentiegebieden")], ...]


class Eis(Rij):
    tekst: str
    punten: str

    @property
    def delen(self) -> list[str]:
        """What it consists of, one text for each; none where it is one thing."""
        return self.punten.splitlines()


class Trede(Bewijs):
    profiel: Annotated[str, Naar("profielen")]
    naam: str
    niveau: str
    uitleg: str
    eisen: tuple[Eis, ...]
