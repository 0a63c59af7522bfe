"""What an edition is made of: the published document, as frozen typed objects.

A document is plain JSON with a schema number. Rows refer to one another by slug. In an edition it
holds only what the public may see, so whatever is built from that cannot leak the working copy. The
same document with all other rows too is the working copy as a file: what is not visible says so there.
"""

from collections.abc import Hashable, Iterator
from datetime import date
from typing import Any, TypeVar

import msgspec

from functies.models import CanMEDS, Kleur, Rol, Soort
from ontwikkelpad import schema
from ontwikkelpad.leesfout import JsonPad, kort, plaats, uitleg
from opleidingen.models import Erkenning, Niveau, Register
from werkgevers.models import Artikelsoort, Moment, Versie, Voor

SCHEMA = schema.nieuwste()
# Fields that hold the slug of another row, or a list of them, and the part that must hold that row.
VERWIJST = {
    "werkveld": "werkvelden",
    "beroepsvereisten": "beroepsvereisten",
    "competenties": "competenties",
    "opleiding": "opleidingen",
    "functie": "functies",
    "van": "functies",
    "naar": "functies",
    "doelgroepen": "doelgroepen",
}
MAG_DUBBEL = ("aanbieders", "losse_aanbieders", "kernwoorden")  # lists that may say the same twice


R = TypeVar("R", bound="Rij")


class Rij(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the document."""

    @property
    def sleutel(self) -> Hashable:
        """What no other row beside it has."""
        return getattr(self, "slug", self)


class Inhoud(Rij, kw_only=True, omit_defaults=True):
    """A row that can be hidden. Visible is not written, so an edition reads as it always did."""

    zichtbaar: bool = True


class Bewijs(Inhoud):
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

    @property
    def sleutel(self) -> Hashable:
        return self.opleiding


class Zijpad(Bewijs):
    omschrijving: str
    url: str

    @property
    def sleutel(self) -> Hashable:
        return self.omschrijving


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

    @property
    def sleutel(self) -> Hashable:
        return self.van, self.naar


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

    @property
    def sleutel(self) -> Hashable:
        return self.woord


class Werkgevers(Rij):
    inleiding: str
    gesprek_inleiding: str
    gids_inleiding: str
    gids_huisarts: str
    gids_kandidaat: str
    planner_uitleg: str
    leerwegen_inleiding: str
    praktijk_inleiding: str
    privacy: str
    schoolvakanties_url: str


class Doelgroep(Bewijs):
    slug: str
    naam: str
    uitleg: str


class Leerweg(Bewijs):
    slug: str
    naam: str
    uitleg: str
    school: str
    werk: str
    contract: str
    geschikt: str
    doelgroepen: tuple[str, ...]


class Regeling(Bewijs):
    slug: str
    naam: str
    uitleg: str
    url: str
    geldig_van: date | None
    geldig_tot: date | None


class Contactpunt(Bewijs):
    slug: str
    naam: str
    uitleg: str
    url: str


class Gespreksvraag(Bewijs):
    slug: str
    vraag: str
    voor: Voor
    moment: Moment
    soort: Soort | None
    functie: str | None


class Begeleiding(Bewijs):
    slug: str
    naam: str
    wanneer: str
    uitleg: str


class Taak(Rij):
    versie: Versie
    tekst: str

    @property
    def sleutel(self) -> Hashable:
        return self.versie, self.tekst


class Gidslink(Rij):
    naam: str
    url: str
    toelichting: str
    voor_kandidaat: bool

    @property
    def sleutel(self) -> Hashable:
        return self.url


class Gidsstap(Bewijs):
    slug: str
    nummer: int
    naam: str
    waarom: str
    wie: str
    let_op: str
    begin_week: int
    weken: int
    taken: tuple[Taak, ...]
    links: tuple[Gidslink, ...]


class Artikelpunt(Rij):
    kop: str
    tekst: str

    @property
    def sleutel(self) -> Hashable:
        return self.kop


class Artikel(Bewijs):
    slug: str
    kop: str
    soort: Artikelsoort
    inleiding: str
    punten: tuple[Artikelpunt, ...]


class Document(Rij, omit_defaults=True):
    """The content, in the order in which it is shown. A row refers only to rows in parts before its own."""

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
    losse_aanbieders: tuple[Aanbieder, ...] = ()  # of no opleiding, so never in an edition
    # For employers. Editions from before these parts were there have none.
    werkgevers: Werkgevers | None = None
    doelgroepen: tuple[Doelgroep, ...] = ()
    leerwegen: tuple[Leerweg, ...] = ()
    regelingen: tuple[Regeling, ...] = ()
    contactpunten: tuple[Contactpunt, ...] = ()
    gespreksvragen: tuple[Gespreksvraag, ...] = ()
    begeleiding: tuple[Begeleiding, ...] = ()
    gidsstappen: tuple[Gidsstap, ...] = ()
    artikelen: tuple[Artikel, ...] = ()


class Onderdeel(Rij):
    """What an edition changed in rows of one kind, in words that a visitor reads."""

    naam: str
    nieuw: tuple[str, ...] = ()
    veranderd: tuple[str, ...] = ()
    weg: tuple[str, ...] = ()


class Wijziging(Rij):
    """What one edition changed; `zin` says it where there is nothing to list."""

    nummer: str
    datum: date
    wijzigingen: str
    zin: str = ""
    onderdelen: tuple[Onderdeel, ...] = ()


class Uitgave(Rij):
    """A document with the number, date and words its editors gave it; the form kept on disk.

    `geschiedenis` is what this edition and all before it changed, newest first; a copy on disk
    from before there was one has none.
    """

    id: int
    nummer: str
    datum: date
    wijzigingen: str
    document: Document
    geschiedenis: tuple[Wijziging, ...] = ()


def volgnaam(sleutel: Hashable) -> str:
    """Return the text that decides the order of rows whose editors gave them the same number."""
    return " ".join(map(str, sleutel)) if isinstance(sleutel, tuple) else str(sleutel)


def schrijf(rij: Rij) -> str:
    """Return `rij` as readable JSON; the same row always gives the same text."""
    return msgspec.json.format(msgspec.json.encode(rij, order="deterministic"), indent=1).decode()


def lees(tekst: str | bytes, alles: bool = False) -> Document:
    """Return the document in `tekst`; only with `alles` may it hold rows that are not visible.

    One of an earlier schema is lifted. Raises ValueError, in Dutch and with the place, when it is
    broken or made by a newer release.
    """
    document = _gelezen(tekst, Document)
    if document is None or document.schema != schema.nieuwste():
        return uit_gegevens(msgspec.json.decode(tekst), alles)
    return gecontroleerd(document, alles)


def uit_gegevens(gegevens: Any, alles: bool = False) -> Document:
    """Return the document in plain JSON values, which it may change. Raises ValueError like `lees`."""
    return gecontroleerd(_omgezet(schema.opgetild(gegevens), Document), alles)


def lees_uitgave(tekst: str | bytes) -> Uitgave:
    """Return the edition in `tekst`. Raises ValueError like `lees`."""
    uitgave = _gelezen(tekst, Uitgave)
    if uitgave is None or uitgave.document.schema != schema.nieuwste():
        gegevens = msgspec.json.decode(tekst)
        if isinstance(gegevens, dict) and "document" in gegevens:
            gegevens["document"] = schema.opgetild(gegevens["document"])
        uitgave = _omgezet(gegevens, Uitgave)
    gecontroleerd(uitgave.document)
    return uitgave


def _gelezen(tekst: str | bytes, soort: type[R]) -> R | None:
    """Return the `soort` in `tekst`; None when it is JSON but no `soort` of this release. Raises ValueError."""
    try:
        return msgspec.json.decode(tekst, type=soort)
    except msgspec.ValidationError:
        return None
    except msgspec.DecodeError as fout:
        raise ValueError(f"De tekst is beschadigd ({fout}).") from fout


def _omgezet(gegevens: Any, soort: type[R]) -> R:
    """Return the `soort` in plain JSON values. Raises ValueError."""
    try:
        return msgspec.convert(gegevens, soort)
    except msgspec.ValidationError as fout:
        raise ValueError(uitleg(fout, gegevens, soort)) from None


def gecontroleerd(document: Document, alles: bool = False) -> Document:
    """Return `document` itself; only with `alles` may it hold rows that are not visible.

    Raises ValueError, with the place, for another schema, a row that is there twice, a link to
    nowhere, or what does not belong in an edition.
    """
    schema.controleer(document.schema)
    fouten = [_dubbel(document), _losse_einden(document), [] if alles else _verborgen(document)]
    for pad, fout in (gevonden for soort in fouten for gevonden in soort):
        raise ValueError(f"{plaats(document, pad)}: {fout}.")
    return document


def _dubbel(document: Document) -> Iterator[tuple[JsonPad, str]]:
    """Yield what stands twice in one list."""
    for pad, rijen in _lijsten(document):
        gezien: dict[Hashable, int] = {}
        for nummer, rij in enumerate(rijen):
            eerste = gezien.setdefault(rij.sleutel if isinstance(rij, Rij) else rij, nummer)
            if eerste != nummer:
                yield (*pad, nummer), f"dit is dezelfde als rij {eerste + 1}"


def _losse_einden(document: Document) -> Iterator[tuple[JsonPad, str]]:
    """Yield every link to a row that is not there."""
    bekend = {deel: {rij.slug for rij in getattr(document, deel)} for deel in set(VERWIJST.values())}
    for pad, deel, slug in _verwijzingen(document):
        if slug not in bekend[deel]:
            yield pad, f"‘{kort(slug)}’ staat niet bij {deel}"


def _verborgen(document: Document) -> Iterator[tuple[JsonPad, str]]:
    """Yield what the public may not see."""
    for pad, rijen in _lijsten(document):
        for nummer, rij in enumerate(rijen):
            if not getattr(rij, "zichtbaar", True):
                yield (*pad, nummer), "deze rij is niet zichtbaar en kan niet in een uitgave"
    if document.losse_aanbieders:
        yield ("losse_aanbieders",), "deze aanbieders horen bij geen opleiding en kunnen niet in een uitgave"


def _lijsten(document: Document) -> Iterator[tuple[JsonPad, tuple[Any, ...]]]:
    """Yield every list in which a row, or a slug, can stand only once, with its place."""
    for pad, rij in _rijen(document):
        for veld in rij.__struct_fields__:
            if isinstance(waarde := getattr(rij, veld), tuple) and veld not in MAG_DUBBEL:
                yield (*pad, veld), waarde


def _verwijzingen(document: Document) -> Iterator[tuple[JsonPad, str, str]]:
    """Yield every link of `document`: (where it stands, the part that must hold it, the slug)."""
    for pad, rij in _rijen(document):
        for veld in rij.__struct_fields__:
            if pad and (deel := VERWIJST.get(veld)):  # the document itself holds the rows
                waarde = getattr(rij, veld)
                if isinstance(waarde, tuple):
                    yield from (((*pad, veld, plek), deel, slug) for plek, slug in enumerate(waarde))
                elif waarde is not None:
                    yield (*pad, veld), deel, waarde


def _rijen(rij: Rij, pad: JsonPad = ()) -> Iterator[tuple[JsonPad, Rij]]:
    """Yield `rij` itself and every row inside it, each with its place."""
    yield pad, rij
    for veld in rij.__struct_fields__:
        waarde = getattr(rij, veld)
        for plek, deel in enumerate(waarde if isinstance(waarde, tuple) else ()):
            if isinstance(deel, Rij):
                yield from _rijen(deel, (*pad, veld, plek))
