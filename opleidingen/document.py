"""The rows of the document about opleidingen, their levels and registers, who offers them, where to go from there."""

from datetime import date
from typing import Annotated

from opleidingen.geldigheid import sluit
from opleidingen.keuzes import Erkenning
from uitgave.rij import Bewijs, Later, Naar, Rij


class Niveau(Rij, omit_defaults=True):
    sleutel: str
    slug: str
    naam: str
    nlqf: int | None = None


class Register(Rij, omit_defaults=True):
    sleutel: str
    slug: str
    naam: str
    afkorting: str
    uitleg: str = ""
    masker: str = ""
    gewoon_begin: str = ""


class Aanbieder(Rij):
    sleutel: str
    slug: str
    naam: str
    url: str
    toelichting: str


class Opleiding(Bewijs, kw_only=True):
    sleutel: str
    slug: str
    naam: str
    op_niveau: Annotated[str, Naar("niveaus")] | None = None
    coderegister: Annotated[str, Naar("registers")] | None = None
    code: str
    erkenning: Later[Erkenning]
    omschrijving: str
    leeroverzicht_url: str
    aanbieders: tuple[Annotated[str, Naar("aanbieders")], ...]
    erkenning_zin: str = ""

    @property
    def erkend(self) -> str:
        """What visitors read of who recognises it."""
        return self.erkenning_zin or str(self.erkenning.label)


class Geldigheid(Bewijs):
    opleiding: Annotated[str, Naar("opleidingen")]
    vanaf: date | None = None
    instroom_tot: date | None = None
    einde: date | None = None
    opvolger: Annotated[str, Naar("opleidingen")] | None = None

    @property
    def sluit(self) -> date | None:
        """The first day on which nobody can begin any more; None when that is not known."""
        return sluit(self.instroom_tot, self.einde)


class Voortbouw(Bewijs):
    opleiding: Annotated[str, Naar("opleidingen")]
    op: Annotated[str, Naar("opleidingen")]


class Vooropleiding(Bewijs, kw_only=True):
    sleutel: str
    slug: str
    naam: str
    niveaus: tuple[Annotated[str, Naar("niveaus")], ...] = ()
    opent: str
    vraag: str
    url: str = ""


class Verwijzing(Bewijs):
    sleutel: str
    slug: str
    naam: str
    uitleg: str
    adres: str
    registers: tuple[Annotated[str, Naar("registers")], ...]
    niveaus: tuple[Annotated[str, Naar("niveaus")], ...]
