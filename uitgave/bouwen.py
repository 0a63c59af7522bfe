"""From the working copy to a document: read the rows of every kind, keep what may be seen, put it in order."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from django.db.models import CharField, Manager, Model, TextField
from msgspec.structs import replace

from uitgave import document as d
from uitgave.rij import Rij, met_rijen
from uitgave.soort import Soort, delen
from uitgave.tekst import volgorde
from uitgave.werkkopie import Werkkopie

R = TypeVar("R", bound=Rij)


class Ontbreekt(ValueError):
    """The row of this kind is not there, and without it there is no site; the message, in Dutch, says so."""

    def __init__(self, soort: Soort) -> None:
        super().__init__(f"De {soort.model._meta.verbose_name_plural} ontbreken. Vul die eerst in.")
        self.soort = soort


def bouw(alles: bool = False, kopie: Werkkopie | None = None) -> d.Document:
    """Return the document of the working copy: visible rows, and links between visible rows.

    `kopie` is that working copy where it was read already.

    With `alles` it holds every row, visible or not: nothing of the working copy is left out. The
    order of rows is fixed here and not by the database, so that the same content gives the same
    document on every database. Raises Ontbreekt when a row is missing without which there is no site;
    with `alles` its texts are then empty.
    """
    document = _alles(kopie or Werkkopie(), mag_leeg=alles)
    return d.lees(d.schrijf(zonder_losse_einden(document) if alles else openbaar(document)), alles)


def openbaar(document: d.Document) -> d.Document:
    """Return what visitors may see of `document`."""
    return _zonder_ongebruikt(zonder_losse_einden(_getoond(document)))


def op_naam(rij: Any) -> tuple[str, str]:
    """Sort rows by name as people do; the slug decides between equal names."""
    return volgorde(rij.naam), rij.slug


def _alles(kopie: Werkkopie, mag_leeg: bool) -> d.Document:
    """Return all rows as a document; rows without a number in any order."""
    gevuld: dict[str, Any] = {}
    for deel, soort in delen().items():
        rijen = _rijen(soort, kopie.rijen[soort.model])
        gevuld[deel] = rijen if not soort.enig else rijen[0] if rijen else None
        if soort.enig and soort.verplicht and not rijen:
            if not mag_leeg:
                raise Ontbreekt(soort)
            teksten = [v.name for v in soort.model._meta.concrete_fields if isinstance(v, CharField | TextField)]
            gevuld[deel] = _rij(soort, soort.model(**dict.fromkeys(teksten, "")))
    return d.documentsoort()(schema=d.SCHEMA, **gevuld)


def _rijen(soort: Soort, bronnen: Iterable[Any]) -> tuple[Rij, ...]:
    """Return rows of the document; those with a number in the order of that, and then of what they say."""
    if soort.genummerd:
        bronnen = sorted(bronnen, key=lambda bron: (bron.volgorde, d.volgnaam(soort, bron)))
    return tuple(_rij(soort, bron) for bron in bronnen)


def _rij(soort: Soort, bron: Model) -> Rij:
    return soort.rij(**{naam: _waarde(soort, bron, naam) for naam in soort.velden})


def _waarde(soort: Soort, bron: Any, naam: str) -> Any:
    """Return a field as a document holds it: rows that belong to `bron`, the slugs of others, no choice as None."""
    if velden := soort.samengesteld.get(naam):
        return tuple(getattr(bron, veld) for veld in velden)
    if deel := soort.binnen.get(naam):
        return _rijen(deel, getattr(bron, deel.relatie).all()) if bron.pk else ()
    waarde = getattr(bron, naam)
    if isinstance(waarde, Manager):
        rijen: Any = waarde.all()
        return tuple(rij.slug for rij in rijen)
    if naam in soort.verwijst:
        return waarde and waarde.slug
    veld = bron._meta.get_field(naam) if waarde == "" else None
    return None if veld and veld.choices else waarde


def _getoond(rij: R) -> R:
    """Return `rij` without the rows inside it that visitors may not see; links to them remain."""
    return _in_lijsten(rij, lambda deel: _getoond(deel) if d.is_te_tonen(deel) else None)


def zonder_losse_einden(document: d.Document) -> d.Document:
    """Return `document` without links to rows that vanished or hid while it was being built."""
    bekend: dict[str, Collection[str]] = {}
    for deel, soort in delen().items():  # each refers only to parts before it
        if not soort.enig:
            rijen = (_heel(rij, bekend) for rij in getattr(document, deel))
            document = replace(document, **{deel: tuple(rij for rij in rijen if rij)})
        bekend[deel] = d.slugs(document, deel)
    return document


def _heel(rij: Rij, bekend: dict[str, Collection[str]]) -> Rij | None:
    """Return `rij` with in its lists only what leads to `bekend` rows; None when a link of its own leads elsewhere."""
    anders: dict[str, Any] = {}
    for veld, deel in d.verwijst(rij).items():
        waarde, rijen = getattr(rij, veld), bekend.get(deel, ())
        if isinstance(waarde, tuple):
            anders[veld] = tuple(slug for slug in waarde if slug in rijen)
        elif waarde is not None and waarde not in rijen:
            return None
    rij = _in_lijsten(rij, lambda deel: _heel(deel, bekend))
    return replace(rij, **anders) if anders else rij


def _zonder_ongebruikt(document: d.Document) -> d.Document:
    """Return `document` without the rows that are a draft until another row refers to them."""
    gebruikt = {(deel, slug) for _, deel, slug in d.verwijzingen(document)}
    for deel, soort in delen().items():
        if soort.alleen_gebruikt:
            rijen = tuple(rij for rij in getattr(document, deel) if (deel, rij.slug) in gebruikt)
            document = replace(document, **{deel: rijen})
    return document


def _in_lijsten(rij: R, doe: Callable[[Any], Rij | None]) -> R:
    """Return `rij` with `doe` done to each row inside it; None leaves that row out."""
    anders: dict[str, Any] = {
        veld: tuple(nieuw for deel in waarde if (nieuw := doe(deel)))
        for veld in met_rijen(type(rij))
        if isinstance(waarde := getattr(rij, veld), tuple)
    }
    return replace(rij, **anders) if anders else rij
