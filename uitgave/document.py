"""What an edition is made of: the published document, as frozen typed objects.

A document is plain JSON with a schema number, and a part for each kind of content (see `soort.py`). Rows refer
to one another by slug. In an edition it holds only what the public may see, so whatever is built from that
cannot leak the working copy. The same document with all other rows too is the working copy as a file: what is
not visible says so there.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from uitgave import schema
from uitgave.leesfout import Leesfout, Plek, kort, naam, plaats, uitleg, vormfouten
from uitgave.onaf import ZICHTBAAR, mag_later
from uitgave.rij import Rij, met_rijen
from uitgave.soort import Sleutels, Soort, delen, soort_van_rij
from uitgave.tekst import schoon, volgorde

R = TypeVar("R", bound=Rij)

SCHEMA = schema.nieuwste()


class Document(Rij, omit_defaults=True):
    """The content: a field for each part, in which a row refers only to rows of parts before its own."""

    schema: int

    @property
    def sitenaam(self) -> str:
        """What the site calls itself: the name of the row without which there is none; "" while it has no name."""
        eerste = next((soort for soort in delen().values() if soort.verplicht_enig), None)
        return naam(getattr(self, eerste.deel)) if eerste else ""

    def alle(self, rij: type[R]) -> tuple[R, ...]:
        """Return the rows of one kind, in the order of the site."""
        rijen: tuple[R, ...] = getattr(self, soort_van_rij(rij).deel)
        return rijen

    def enige(self, rij: type[R]) -> R | None:
        """Return the one row of a kind that has no more; None when it is not there."""
        enige: R | None = getattr(self, soort_van_rij(rij).deel)
        return enige


@cache
def documentsoort() -> type[Document]:
    """Return the type of a document with all parts that the apps declared."""
    velden: list[Any] = []
    for deel, soort in delen().items():
        inhoud: Any = soort.rij if soort.enig else tuple[soort.rij, ...]  # type: ignore[name-defined]
        if soort.verplicht:
            velden.append((deel, inhoud))
        else:
            velden.append((deel, soort.rij | None, None) if soort.enig else (deel, inhoud, ()))
    soort_: Any = msgspec.defstruct(
        "Document",
        velden,
        bases=(Document,),
        module=__name__,
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
        omit_defaults=True,
    )
    return soort_  # type: ignore[no-any-return]


class Onderdeel(Rij):
    """What an edition changed in rows of one kind, in words that a visitor reads."""

    naam: str
    nieuw: tuple[str, ...] = ()
    hernoemd: tuple[str, ...] = ()
    veranderd: tuple[str, ...] = ()
    weg: tuple[str, ...] = ()


class Wijziging(Rij):
    """What one edition changed; `zin` says it where there is nothing to list.

    `sleutel` stays when the number is corrected. A copy on disk from before there was one has none.
    """

    nummer: str
    datum: date
    wijzigingen: str
    zin: str = ""
    onderdelen: tuple[Onderdeel, ...] = ()
    sleutel: str = ""

    @property
    def vaste_naam(self) -> str:
        """What it is called where names last."""
        return self.sleutel or self.nummer


class Kop(Rij, kw_only=True):
    """What an edition says besides its content: the number, date and words its editors gave it.

    `geschiedenis` is what this edition and all before it changed, newest first, and `eigenaars` are by part the
    slugs that rows had in all of them, each with the key of the row that had it last. `bijlagen` are the datasets
    that are served beside it, by name. A copy on disk from before there were these has none.
    """

    id: int
    nummer: str
    datum: date
    wijzigingen: str
    geschiedenis: tuple[Wijziging, ...] = ()
    eigenaars: dict[str, dict[str, str]] = {}
    bijlagen: dict[str, str] = {}


class Uitgave(Kop):
    """An edition with its document; the form kept on disk."""

    document: Document


class Opgeslagen(Kop):
    """An edition as it is read from disk, with its document still to be read."""

    document: msgspec.Raw


def volgnaam(soort: Soort, rij: Any, sleutels: Sleutels | None = None) -> str:
    """Return the key that decides the order of rows that have the same number: what they are called.

    `rij` is a row of the document, or of the model. See `Soort.identiteit_van` for `sleutels`.
    """
    eigen = soort.volgnaam_van(rij, sleutels)
    delen_: tuple[Any, ...] = eigen if isinstance(eigen, tuple) else (eigen,)
    if "slug" in soort.velden:
        delen_ = (soort.noem({veld: getattr(rij, veld) for veld in soort.naamvelden}), *delen_)
    return volgorde(" ".join(map(str, delen_)))


def schrijf(rij: msgspec.Struct) -> str:
    """Return `rij` as readable JSON; the same row always gives the same text."""
    return msgspec.json.format(msgspec.json.encode(rij, order="deterministic"), indent=1).decode()


def lees(tekst: str | bytes, alles: bool = False) -> Document:
    """Return the document in `tekst`; only with `alles` may it hold rows that are not visible.

    One of an earlier schema is lifted. Its texts come out clean and its rows in the order of the site, also of
    an edition from before there were such rules. Raises ValueError, in Dutch and with the place, when it is broken
    or made by a newer release.
    """
    try:
        document = msgspec.json.decode(tekst, type=documentsoort())
    except msgspec.ValidationError:
        return geordend(uit_gegevens(_json(tekst), alles))  # of an earlier schema, or broken
    except msgspec.DecodeError as fout:
        raise ValueError(f"De tekst is beschadigd ({fout}).") from fout
    if document.schema != schema.nieuwste():
        return geordend(uit_gegevens(_json(tekst), alles))
    return geordend(opgeschoond(gecontroleerd(document, alles)))


def uit_gegevens(gegevens: Any, alles: bool = False) -> Document:
    """Return the document in plain JSON values, which it may change. Raises Leesfout, with all that is wrong.

    Its texts come out clean too, but its rows in the order in which they stand there: so a fault has its place.
    """
    return opgeschoond(gecontroleerd(omgezet(gegevens), alles))


def omgezet(gegevens: Any) -> Document:
    """Return the document in plain JSON values, not checked yet. Raises Leesfout for what has not the form of one."""
    gegevens = schema.opgetild(gegevens)
    try:
        return msgspec.convert(gegevens, documentsoort())
    except msgspec.ValidationError:
        raise Leesfout(*vormfouten(gegevens, documentsoort())) from None


def opgeschoond(document: Document) -> Document:
    """Return `document` with clean texts. Rows in one list that could not be told apart then stay as they are."""
    anders = {
        deel: _schone_rijen(soort, waarde) if isinstance(waarde, tuple) else _schone_rij(soort, waarde)
        for deel, soort in delen().items()
        if (waarde := getattr(document, deel))
    }
    return replace(document, **anders)


def _schone_rijen(soort: Soort, rijen: tuple[Any, ...]) -> tuple[Any, ...]:
    schone = tuple(_schone_rij(soort, rij) for rij in rijen)
    if all(schone_rij is rij for schone_rij, rij in zip(schone, rijen, strict=True)):
        return rijen
    aantal = Counter(rij.identiteit for rij in schone)
    return tuple(een if aantal[een.identiteit] == 1 else rij for een, rij in zip(schone, rijen, strict=True))


def _schone_rij(soort: Soort, rij: Any) -> Any:
    anders: dict[str, Any] = {}
    for veld, een_regel in soort.teksten.items():
        waarde = getattr(rij, veld)
        if isinstance(waarde, tuple):
            nieuw: Any = tuple(schoon(deel, een_regel) for deel in waarde)
        else:
            nieuw = schoon(waarde, een_regel) if waarde else waarde
        if nieuw != waarde:
            anders[veld] = nieuw
    for veld, deel in soort.binnen.items():
        if (nieuw := _schone_rijen(deel, getattr(rij, veld))) is not getattr(rij, veld):
            anders[veld] = nieuw
    return replace(rij, **anders) if anders else rij


def geordend(document: Document) -> Document:
    """Return `document` with every list that has no order of its own in the order of the site.

    Rows that their editors gave a number stand where they put them.
    """
    plekken: dict[str, dict[str, int]] = {}  # of each part, where the row with a slug stands
    for deel, soort in delen().items():
        rijen = getattr(document, deel)
        if isinstance(rijen, tuple):
            document = replace(document, **{deel: _op_orde(soort, rijen, plekken)})
            plekken[deel] = {getattr(rij, "slug", ""): nummer for nummer, rij in enumerate(getattr(document, deel))}
    return document


def _op_orde(soort: Soort, rijen: Iterable[Rij], plekken: dict[str, dict[str, int]]) -> tuple[Rij, ...]:
    """Return the rows of one list in order, with the lists inside them in order too."""
    klaar = []
    for rij in rijen:
        anders: dict[str, Any] = {
            veld: _op_orde(deel, getattr(rij, veld), plekken) for veld, deel in soort.binnen.items()
        }
        for veld, deel in soort.verwijst.items():
            if isinstance(slugs := getattr(rij, veld), tuple):
                anders[veld] = tuple(sorted(slugs, key=plekken[deel].__getitem__))
        klaar.append(replace(rij, **anders) if anders else rij)
    orde = soort.orde
    if orde is None:
        return tuple(klaar)

    def plek(rij: Any) -> tuple[Any, ...]:
        """Rows stand where those to which they refer stand; without one, last."""
        namen = ((soort.verwijst[veld], getattr(rij, veld)) for veld in soort.na)
        return (*(plekken[deel].get(slug, len(plekken[deel])) for deel, slug in namen), orde(rij))

    return tuple(sorted(klaar, key=plek))


def lees_uitgave(tekst: str | bytes) -> Uitgave:
    """Return the edition in `tekst`. Raises ValueError like `lees`."""
    try:
        ruw = msgspec.json.decode(tekst, type=Opgeslagen)
    except msgspec.ValidationError as fout:
        raise ValueError(uitleg(fout, _json(tekst), Opgeslagen)) from None
    except msgspec.DecodeError as fout:
        raise ValueError(f"De tekst is beschadigd ({fout}).") from fout
    kop = {veld: getattr(ruw, veld) for veld in Kop.__struct_fields__}
    return Uitgave(**kop, document=lees(bytes(ruw.document)))


def _json(tekst: str | bytes) -> Any:
    return msgspec.json.decode(tekst)


def gecontroleerd(document: Document, alles: bool = False) -> Document:
    """Return `document` itself; only with `alles` may it hold rows that are not visible.

    Raises ValueError, with the place, for another schema; Leesfout for each row that is there twice, link to
    nowhere, and what does not belong in an edition.
    """
    schema.keur(document.schema)
    fouten = [_dubbel(document), _losse_einden(document), [] if alles else _verborgen(document)]
    if alle := [f"{plaats(document, plek)}: {fout}." for soort in fouten for plek, fout in soort]:
        raise Leesfout(*alle)
    return document


def _dubbel(document: Document) -> Iterator[tuple[Plek, str]]:
    """Yield what stands twice in one list of rows or of links to rows."""
    for plek, rij in alle_rijen(document):
        for veld in (*met_rijen(type(rij)), *verwijst(rij)):
            if isinstance(waarde := getattr(rij, veld), tuple):
                yield from _vaker(waarde, (*plek, veld))


def _vaker(waarden: tuple[Any, ...], plek: Plek) -> Iterator[tuple[Plek, str]]:
    gezien: dict[Hashable, int] = {}
    for nummer, waarde in enumerate(waarden):
        eigen = {waarde.identiteit, (getattr(waarde, "slug", None),)} if isinstance(waarde, Rij) else {waarde}
        eerste = min(gezien.setdefault(deze, nummer) for deze in eigen - {(None,)})
        if eerste != nummer:
            yield (*plek, nummer), f"dit is dezelfde als rij {eerste + 1}"


def _losse_einden(document: Document) -> Iterator[tuple[Plek, str]]:
    """Yield every link to a row that is not there."""
    bekend = sleutels(document)
    for plek, deel, slug in verwijzingen(document):
        if slug not in bekend[deel]:
            yield plek, f"‘{kort(slug)}’ staat niet bij {deel}"


def _verborgen(document: Document) -> Iterator[tuple[Plek, str]]:
    """Yield what the public may not see."""
    for plek, rij in alle_rijen(document):
        if not getattr(rij, ZICHTBAAR, True):
            yield plek, "deze rij is niet zichtbaar en kan niet in een uitgave"
        yield from (((*plek, veld), "dit is niet ingevuld en kan niet in een uitgave") for veld in ontbrekend(rij))
    gebruikt = {(deel, slug) for _, deel, slug in verwijzingen(document)}
    for deel, soort in delen().items():
        for nummer, rij in enumerate(getattr(document, deel) if soort.alleen_gebruikt else ()):
            if (deel, rij.slug) not in gebruikt:
                yield (deel, nummer), "deze rij hoort bij niets en kan niet in een uitgave"


def slugs(document: Document, deel: str) -> dict[str, str]:
    """Return the slugs of the rows in one part, each with the key of its row; of rows without one, nothing."""
    rijen = getattr(document, deel)
    return {rij.slug: rij.sleutel for rij in rijen if hasattr(rij, "slug")} if isinstance(rijen, tuple) else {}


def sleutels(document: Document) -> dict[str, dict[str, str]]:
    """Return, by part, the slugs of its rows with the key of each."""
    return {deel: slugs(document, deel) for deel in delen()}


def verwijst(rij: Rij) -> dict[str, str]:
    """Return the fields of `rij` that refer to other rows, each with the part that holds those."""
    return {} if isinstance(rij, Document) else soort_van_rij(type(rij)).verwijst


def ontbrekend(rij: Rij) -> list[str]:
    """Return the fields that `rij` may lack only as long as visitors do not see it, and that it lacks."""
    later = () if isinstance(rij, Document) else mag_later(soort_van_rij(type(rij)).model)
    return [veld for veld in rij.__struct_fields__ if veld in later and getattr(rij, veld) is None]


def is_te_tonen(rij: Rij) -> bool:
    """True for a row that visitors may see: it is visible, and whole."""
    return getattr(rij, ZICHTBAAR, True) and not ontbrekend(rij)


def verwijzingen(document: Rij) -> Iterator[tuple[Plek, str, str]]:
    """Yield every link of a document, or of a row: (where it stands, the part that must hold it, the slug)."""
    for plek, rij in alle_rijen(document):
        for veld, deel in verwijst(rij).items():
            waarde = getattr(rij, veld)
            if isinstance(waarde, tuple):
                yield from (((*plek, veld, nummer), deel, slug) for nummer, slug in enumerate(waarde))
            elif waarde is not None:
                yield (*plek, veld), deel, waarde


def met_verwijzingen(rij: R, zet: Callable[[str, Any], Any]) -> R:
    """Return a row, and the rows inside it, with what `zet(part that holds it, slug or slugs)` gives for each link."""
    anders = {veld: zet(deel, waarde) for veld, deel in verwijst(rij).items() if (waarde := getattr(rij, veld))}
    for veld in met_rijen(type(rij)):
        if waarde := getattr(rij, veld):
            binnen = tuple(met_verwijzingen(een, zet) for een in (waarde if isinstance(waarde, tuple) else [waarde]))
            anders[veld] = binnen if isinstance(waarde, tuple) else binnen[0]
    return replace(rij, **anders) if anders else rij


def alle_rijen(rij: Rij, plek: Plek = ()) -> Iterator[tuple[Plek, Rij]]:
    """Yield `rij` itself and every row inside it, each with its place."""
    yield plek, rij
    for veld in met_rijen(type(rij)):
        waarde = getattr(rij, veld)
        if isinstance(waarde, tuple):
            for nummer, deel in enumerate(waarde):
                yield from alle_rijen(deel, (*plek, veld, nummer))
        elif waarde is not None:
            yield from alle_rijen(waarde, (*plek, veld))
