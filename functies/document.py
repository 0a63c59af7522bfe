"""The rows of the document about functies, what they ask, and how they lead to one another."""

from typing import Annotated

from feiten.keuzes import Pictogram
from functies.keuzes import Gebruikelijk, Kleur, Overeenkomst, Rol, Stapsoort
from uitgave.rij import Bewijs, Later, Naar, Rij
from uitgave.zinnen import eerste_zin


class Werkveld(Rij, omit_defaults=True):
    sleutel: str
    slug: str
    naam: str
    kleur: Kleur
    pictogram: Pictogram | None = None


class Beroepsvereiste(Bewijs):
    sleutel: str
    slug: str
    naam: str
    uitleg: str
    url: str


class Competentiegebied(Rij, omit_defaults=True):
    sleutel: str
    slug: str
    naam: str
    uitleg: str = ""


class Competentie(Bewijs):
    sleutel: str
    slug: str
    naam: str
    competentiegebied: Annotated[str, Naar("competentiegebieden")] | None = None


class Opleidingslink(Rij):
    opleiding: Annotated[str, Naar("opleidingen")]
    rol: Rol
    toelichting: str


class Zijpad(Bewijs):
    omschrijving: str
    url: str


class Functie(Bewijs, kw_only=True):
    sleutel: str
    slug: str
    naam: str
    afkorting: str
    kaartnaam: str
    werkveld: Later[Annotated[str, Naar("werkvelden")]]
    vanaf_niveau: Annotated[str, Naar("niveaus")] | None = None
    tot_niveau: Annotated[str, Naar("niveaus")] | None = None
    samenvatting: str
    omschrijving: str
    beroepsvereisten: tuple[Annotated[str, Naar("beroepsvereisten")], ...]
    competenties: tuple[Annotated[str, Naar("competenties")], ...]
    opleidingen: tuple[Opleidingslink, ...]
    zijpaden: tuple[Zijpad, ...]
    geen_vervolg: bool
    in_een_regel: str = ""
    esco: str = ""
    esco_soort: Overeenkomst | None = None
    isco: str = ""
    isco_soort: Overeenkomst | None = None
    foto: Annotated[str, Naar("fotos")] | None = None

    @property
    def regel(self) -> str:
        """What you do, in one line: as editors wrote it, else the first sentence of the summary."""
        return self.in_een_regel or eerste_zin(self.samenvatting)

    @property
    def volledige_naam(self) -> str:
        return f"{self.naam} ({self.afkorting})" if self.afkorting else self.naam


class Doorgroei(Bewijs):
    van: Annotated[str, Naar("functies")]
    naar: Annotated[str, Naar("functies")]
    soort: Later[Stapsoort]
    voorwaarde: str
    beide_kanten: bool = False
    gebruikelijk: Gebruikelijk | None = None


class Synoniem(Rij):
    woord: str
    betekenis: str
