"""What an edition is made of: the published document, as frozen typed objects.

A document is plain JSON with a schema number. Rows refer to one another by slug. It holds only
what the public may see, so whatever is built from it cannot leak the working copy.
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from functies.models import CanMEDS, Kleur, Rol, Soort
from opleidingen.models import Erkenning, Niveau, Register

SCHEMA = 1


class Rij(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the document."""


class Bewijs(Rij):
    """A row that says where it comes from and when it was checked."""

    bron: str
    gecontroleerd_op: date


class Ontwikkelpad(Rij):
    naam: str
    sector: str
    kop: str
    uitleg: str
    inleiding_kop: str
    inleiding: str
    maatwerk: str
    leeroverzicht_url: str
    werkcentrum: str
    werkcentrum_url: str
    over: str
    contact_url: str
    bronnen: str
    privacy: str
    toegankelijkheid: str


class Werkveld(Rij):
    slug: str
    naam: str
    kleur: Kleur


class Beroepsvereiste(Bewijs):
    slug: str
    naam: str
    uitleg: str
    url: str


class Competentie(Bewijs):
    slug: str
    naam: str
    gebied: CanMEDS | None


class Aanbieder(Rij):
    naam: str
    url: str
    toelichting: str


class Opleiding(Bewijs):
    slug: str
    naam: str
    niveau: Niveau | None
    register: Register | None
    code: str
    erkenning: Erkenning
    omschrijving: str
    leeroverzicht_url: str
    aanbieders: tuple[Aanbieder, ...]
    duur: str
    toelating: str
    kosten: str


class Opleidingslink(Rij):
    opleiding: str
    rol: Rol
    toelichting: str


class Zijpad(Bewijs):
    omschrijving: str
    url: str


class Functie(Bewijs):
    slug: str
    naam: str
    afkorting: str
    kaartnaam: str
    werkveld: str
    niveau: Niveau
    samenvatting: str
    omschrijving: str
    beroepsvereisten: tuple[str, ...]
    competenties: tuple[str, ...]
    opleidingen: tuple[Opleidingslink, ...]
    zijpaden: tuple[Zijpad, ...]
    geen_vervolg: bool

    @property
    def volledige_naam(self) -> str:
        return f"{self.naam} ({self.afkorting})" if self.afkorting else self.naam


class Doorgroei(Bewijs):
    van: str
    naar: str
    soort: Soort
    voorwaarde: str


class Verhaal(Bewijs):
    slug: str
    voornaam: str
    leeftijd: int
    functie: str
    kop: str
    kernwoorden: tuple[str, str, str]
    tekst: str


class Synoniem(Rij):
    woord: str
    betekenis: str


class Document(Rij):
    """All that the public can see, in the order in which it is shown."""

    schema: int
    ontwikkelpad: Ontwikkelpad
    werkvelden: tuple[Werkveld, ...]
    beroepsvereisten: tuple[Beroepsvereiste, ...]
    competenties: tuple[Competentie, ...]
    opleidingen: tuple[Opleiding, ...]
    functies: tuple[Functie, ...]
    doorgroei: tuple[Doorgroei, ...]
    verhalen: tuple[Verhaal, ...]
    synoniemen: tuple[Synoniem, ...]


class Uitgave(Rij):
    """A document with the number, date and words its editors gave it; the form kept on disk."""

    id: int
    nummer: str
    datum: date
    wijzigingen: str
    document: Document


def schrijf(rij: Rij) -> str:
    """Return `rij` as readable JSON; the same row always gives the same text."""
    return msgspec.json.format(msgspec.json.encode(rij, order="deterministic"), indent=1).decode()


def lees(tekst: str | bytes) -> Document:
    """Return the document in `tekst`. Raises ValueError when it is broken or of another schema."""
    return gecontroleerd(msgspec.json.decode(tekst, type=Document))


def lees_uitgave(tekst: str | bytes) -> Uitgave:
    """Return the edition in `tekst`. Raises ValueError when it is broken or of another schema."""
    uitgave = msgspec.json.decode(tekst, type=Uitgave)
    gecontroleerd(uitgave.document)
    return uitgave


def gecontroleerd(document: Document) -> Document:
    """Return `document` itself. Raises ValueError for another schema, or for a link to nowhere."""
    if document.schema != SCHEMA:
        raise ValueError(f"Dit document heeft schema {document.schema}; deze site leest schema {SCHEMA}.")
    for bron, deel, slugs in _verwijzingen(document):
        bekend = {rij.slug for rij in getattr(document, deel)}
        if onbekend := set(slugs) - bekend:
            raise ValueError(f"{bron} verwijst naar {', '.join(sorted(onbekend))}, maar dat staat niet bij {deel}.")
    return document


def _verwijzingen(document: Document) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield every link of `document`: (who links, the part that must hold it, the slugs)."""
    for functie in document.functies:
        yield functie.naam, "werkvelden", (functie.werkveld,)
        yield functie.naam, "beroepsvereisten", functie.beroepsvereisten
        yield functie.naam, "competenties", functie.competenties
        yield functie.naam, "opleidingen", tuple(link.opleiding for link in functie.opleidingen)
    for stap in document.doorgroei:
        yield "Een stap", "functies", (stap.van, stap.naar)
    for verhaal in document.verhalen:
        yield verhaal.voornaam, "functies", (verhaal.functie,)
