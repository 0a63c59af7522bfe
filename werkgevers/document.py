"""The rows of the document that employers read."""

from datetime import date
from typing import Annotated

from functies.keuzes import Stapsoort
from uitgave.rij import Bewijs, Later, Naar, Rij, Verbergbaar
from werkgevers.keuzes import Artikelsoort, Lezer, Moment, Partij, Regio, Vanaf, Voor


class Werkgevers(Rij):
    inleiding: str
    gesprek_inleiding: str
    planner_uitleg: str
    leerwegen_inleiding: str
    praktijk_inleiding: str
    privacy: str
    schoolvakanties_url: str


class Doelgroep(Bewijs):
    sleutel: str
    slug: str
    naam: str
    uitleg: str


class Leerweg(Bewijs):
    sleutel: str
    slug: str
    naam: str
    uitleg: str
    school: str
    werk: str
    contract: str
    geschikt: str
    doelgroepen: tuple[Annotated[str, Naar("doelgroepen")], ...]
    niveaus: tuple[Annotated[str, Naar("niveaus")], ...] = ()


class Regeling(Bewijs):
    sleutel: str
    slug: str
    naam: str
    uitleg: str
    url: str
    geldig_van: date | None
    geldig_tot: date | None
    voor: Lezer | None = None
    functies: tuple[Annotated[str, Naar("functies")], ...] = ()
    leerwegen: tuple[Annotated[str, Naar("leerwegen")], ...] = ()
    aanvragen: str = ""


class Contactpunt(Bewijs):
    sleutel: str
    slug: str
    naam: str
    uitleg: str
    url: str
    voor: Lezer | None = None


class Gespreksvraag(Bewijs):
    sleutel: str
    slug: str
    vraag: str
    voor: Later[Voor]
    moment: Later[Moment]
    soort: Stapsoort | None
    functie: Annotated[str, Naar("functies")] | None


class Begeleiding(Bewijs):
    sleutel: str
    slug: str
    naam: str
    wanneer: str
    uitleg: str


class Gids(Verbergbaar):
    sleutel: str
    slug: str
    naam: str
    voor: str
    inleiding: str
    zoekwoorden: str
    volledig: bool
    voor_kandidaat: bool

    @property
    def woorden(self) -> list[str]:
        """The other words by which visitors find it."""
        return [woord.strip() for woord in self.zoekwoorden.split(",") if woord.strip()]


class Taak(Rij):
    sleutel: str
    gids: Annotated[str, Naar("gidsen")]
    tekst: str
    partij: Partij | None = None


class Gidstekst(Rij):
    gids: Annotated[str, Naar("gidsen")]
    naam: str
    waarom: str


class Gidslink(Rij):
    naam: str
    url: str
    toelichting: str
    voor_kandidaat: bool


class Mijlpaal(Rij):
    sleutel: str
    naam: str
    vanaf: Vanaf
    weken: int
    toelichting: str


class Brief(Rij):
    naam: str
    tekst: str


class Gidsstap(Bewijs):
    sleutel: str
    slug: str
    nummer: int
    naam: str
    waarom: str
    wie: str
    let_op: str
    begin_week: Later[int]
    weken: Later[int]
    taken: tuple[Taak, ...]
    links: tuple[Gidslink, ...]
    teksten: tuple[Gidstekst, ...] = ()
    na_vorige: bool = False
    loopt_mee: bool = False
    mijlpalen: tuple[Mijlpaal, ...] = ()
    brieven: tuple[Brief, ...] = ()


class Schoolvakantie(Bewijs):
    naam: str
    regio: Regio
    van: date
    tot: date | None


class Artikelpunt(Rij):
    sleutel: str
    kop: str
    tekst: str


class Artikel(Bewijs):
    sleutel: str
    slug: str
    kop: str
    soort: Later[Artikelsoort]
    inleiding: str
    punten: tuple[Artikelpunt, ...]
