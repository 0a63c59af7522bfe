"""From the working copy to an edition: build the document, look at it, store it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Manager, Model, Prefetch
from msgspec.structs import replace

from functies import models as functies
from ontwikkelpad import document as d
from ontwikkelpad.huidig import huidig
from ontwikkelpad.verschil import INGEBED
from opleidingen.models import Aanbieder, Opleiding
from verhalen.models import Verhaal
from werkgevers import models as werkgevers

R = TypeVar("R", bound=d.Rij)
_INGEBED = {model: soort for soort, model in INGEBED.items()}


def bouw(alles: bool = False) -> d.Document:
    """Return the document of the working copy: visible rows, and links between visible rows.

    With `alles` it holds every row, visible or not: nothing of the working copy is left out. The
    order of rows is fixed here and not by the database, so that the same content gives the same
    document on every database. Raises ValueError, in Dutch, when the row with the texts of the site
    is missing; with `alles` those texts are then empty.
    """
    pad = functies.Ontwikkelpad.objects.first()
    if pad is None and not alles:
        raise ValueError("De teksten van de site ontbreken. Vul die eerst in.")
    document = _werkkopie(pad or functies.Ontwikkelpad())
    document = geordend(_zonder_losse_einden(document if alles else _openbaar(document)))
    return d.lees(d.schrijf(document), alles)


def geordend(document: d.Document) -> d.Document:
    """Return `document` with every list that has no order of its own in the order of the site.

    Rows that their editors gave a number stand where they put them.
    """
    namen = {rij.slug: op_naam(rij) for rij in document.beroepsvereisten}
    plaatsen = {rij.slug: plaats for plaats, rij in enumerate(document.competenties)}
    groepen = {rij.slug: plaats for plaats, rij in enumerate(document.doelgroepen)}
    functies_ = (
        replace(
            rij,
            beroepsvereisten=tuple(sorted(rij.beroepsvereisten, key=namen.__getitem__)),
            competenties=tuple(sorted(rij.competenties, key=plaatsen.__getitem__)),
        )
        for rij in document.functies
    )
    opleidingen = (replace(rij, aanbieders=_aanbieders(rij.aanbieders)) for rij in document.opleidingen)
    leerwegen = (
        replace(rij, doelgroepen=tuple(sorted(rij.doelgroepen, key=groepen.__getitem__))) for rij in document.leerwegen
    )
    return replace(
        document,
        beroepsvereisten=tuple(sorted(document.beroepsvereisten, key=op_naam)),
        opleidingen=tuple(sorted(opleidingen, key=op_naam)),
        functies=tuple(sorted(functies_, key=lambda rij: (rij.niveau, *op_naam(rij)))),
        doorgroei=tuple(sorted(document.doorgroei, key=lambda rij: (rij.van, rij.naar))),
        verhalen=tuple(sorted(document.verhalen, key=lambda rij: rij.slug)),
        synoniemen=tuple(sorted(document.synoniemen, key=lambda rij: f"{rij.woord} = {rij.betekenis}")),
        losse_aanbieders=_aanbieders(document.losse_aanbieders),
        leerwegen=tuple(leerwegen),
        regelingen=tuple(sorted(document.regelingen, key=op_naam)),
        gidsstappen=tuple(sorted(document.gidsstappen, key=lambda rij: (rij.nummer, rij.slug))),
    )


def publiceer(
    document: d.Document, nummer: str, datum: date, wijzigingen: str, door: User | None = None
) -> functies.Uitgave:
    """Store `document` as a new edition and serve it from the next request on.

    Raises ValidationError when the number is taken, when a text is missing, or when the document
    holds what the public may not see.
    """
    try:
        d.gecontroleerd(document)
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout
    uitgave = functies.Uitgave(
        nummer=nummer, datum=datum, wijzigingen=wijzigingen, document=d.schrijf(document), door=door
    )
    with transaction.atomic():
        uitgave.full_clean()
        uitgave.save(force_insert=True)
        transaction.on_commit(huidig.ververs, robust=True)
    return uitgave


def _werkkopie(pad: functies.Ontwikkelpad) -> d.Document:
    """Return all rows as a document; rows without a number in any order."""
    # Functies are read first and the rest after them: what an editor changes meanwhile is left out whole.
    alle_functies = tuple(_functie(rij) for rij in _functies())
    voor_werkgevers = werkgevers.Werkgevers.objects.first()
    return d.Document(
        schema=d.SCHEMA,
        ontwikkelpad=_rij(d.Ontwikkelpad, pad),
        werkvelden=_genummerd(d.Werkveld, functies.Werkveld.objects.all()),
        beroepsvereisten=_rijen(d.Beroepsvereiste, functies.Beroepsvereiste.objects.all()),
        competenties=_genummerd(d.Competentie, functies.Competentie.objects.all()),
        opleidingen=tuple(_opleiding(rij) for rij in Opleiding.objects.prefetch_related("aanbieders")),
        functies=alle_functies,
        doorgroei=_rijen(d.Doorgroei, functies.Doorgroei.objects.select_related("van", "naar")),
        verhalen=_rijen(d.Verhaal, Verhaal.objects.select_related("functie")),
        synoniemen=_rijen(d.Synoniem, functies.Synoniem.objects.all()),
        losse_aanbieders=_rijen(d.Aanbieder, Aanbieder.objects.filter(opleidingen=None)),
        werkgevers=_rij(d.Werkgevers, voor_werkgevers) if voor_werkgevers else None,
        doelgroepen=_genummerd(d.Doelgroep, werkgevers.Doelgroep.objects.all()),
        leerwegen=_genummerd(d.Leerweg, werkgevers.Leerweg.objects.prefetch_related("doelgroepen")),
        regelingen=_rijen(d.Regeling, werkgevers.Regeling.objects.all()),
        contactpunten=_genummerd(d.Contactpunt, werkgevers.Contactpunt.objects.all()),
        gespreksvragen=_genummerd(d.Gespreksvraag, werkgevers.Gespreksvraag.objects.select_related("functie")),
        begeleiding=_genummerd(d.Begeleiding, werkgevers.Begeleiding.objects.all()),
        gidsstappen=_rijen(d.Gidsstap, werkgevers.Gidsstap.objects.prefetch_related("taken", "links")),
        artikelen=_genummerd(d.Artikel, werkgevers.Artikel.objects.prefetch_related("punten")),
    )


def _openbaar(document: d.Document) -> d.Document:
    """Return `document` with only the rows that the public may see; links to the others remain.

    A werkveld shows when one of its functies does: until then it is a draft too.
    """
    document = replace(_getoond(document), losse_aanbieders=())
    werkvelden = {rij.werkveld for rij in document.functies}
    return replace(document, werkvelden=tuple(rij for rij in document.werkvelden if rij.slug in werkvelden))


def _getoond(rij: R) -> R:
    """Return `rij` without the rows inside it that are not visible."""
    anders: dict[str, Any] = {
        veld: tuple(_getoond(deel) for deel in waarde if getattr(deel, "zichtbaar", True))
        for veld, waarde in _delen(rij)
    }
    return replace(rij, **anders) if anders else rij


def _zonder_losse_einden(document: d.Document) -> d.Document:
    """Return `document` without links to rows that vanished or hid while it was being built."""
    bekend: dict[str, set[str]] = {}
    anders: dict[str, Any] = {}
    for deel, rijen in _delen(document):  # each refers only to parts before it
        anders[deel] = tuple(heel for rij in rijen if (heel := _heel(rij, bekend)))
        bekend[deel] = {rij.slug for rij in anders[deel] if hasattr(rij, "slug")}
    return replace(document, **anders)


def _heel(rij: d.Rij, bekend: dict[str, set[str]]) -> d.Rij | None:
    """Return `rij` with in its lists only what leads to `bekend` rows; None when a link of its own leads elsewhere."""
    anders: dict[str, Any] = {veld: tuple(filter(None, (_heel(deel, bekend) for deel in w))) for veld, w in _delen(rij)}
    for veld in set(d.VERWIJST).intersection(rij.__struct_fields__):
        waarde, rijen = getattr(rij, veld), bekend.get(d.VERWIJST[veld], ())
        if isinstance(waarde, tuple):
            anders[veld] = tuple(slug for slug in waarde if slug in rijen)
        elif waarde is not None and waarde not in rijen:
            return None
    return replace(rij, **anders) if anders else rij


def _delen(rij: d.Rij) -> Iterator[tuple[str, tuple[d.Rij, ...]]]:
    """Yield the fields of `rij` that hold other rows."""
    for veld in rij.__struct_fields__:
        waarde = getattr(rij, veld)
        if isinstance(waarde, tuple) and all(isinstance(deel, d.Rij) for deel in waarde):
            yield veld, waarde


def op_naam(rij: Any) -> tuple[str, str]:
    """Sort rows by name as people do; the slug decides between equal names."""
    return rij.naam.casefold(), rij.slug


def _rij(soort: type[R], bron: Model, **anders: Any) -> R:
    """Return a `soort` with the fields of `bron`; `anders` gives those that cannot simply be copied."""
    return soort(**{naam: anders[naam] if naam in anders else _waarde(bron, naam) for naam in soort.__struct_fields__})


def _waarde(bron: Any, naam: str) -> Any:
    """Return a field as a document holds it: rows that belong to `bron`, the slugs of others, no choice as None."""
    waarde = getattr(bron, naam)
    if hasattr(waarde, "slug"):
        return waarde.slug
    if isinstance(waarde, Manager):
        rijen: Any = waarde.all()
        soort = _INGEBED.get(rijen.model)
        return _genummerd(soort, rijen) if soort else tuple(rij.slug for rij in rijen)
    veld = bron._meta.get_field(naam) if waarde == "" else None
    return None if veld and veld.choices and veld.blank else waarde


def _rijen(soort: type[R], bronnen: Iterable[Model]) -> tuple[R, ...]:
    return tuple(_rij(soort, bron) for bron in bronnen)


def _genummerd(soort: type[R], bronnen: Iterable[Any]) -> tuple[R, ...]:
    """Return the rows in the order that their editors gave them; what they say decides between equal numbers."""
    paren = [(bron.volgorde, rij) for bron in bronnen for rij in [_rij(soort, bron)]]
    return tuple(rij for _, rij in sorted(paren, key=lambda paar: (paar[0], d.volgnaam(paar[1].sleutel))))


def _functies() -> Iterable[functies.Functie]:
    """Return all functies with their relations at hand."""
    links = functies.FunctieOpleiding.objects.select_related("opleiding")
    relaties = ("beroepsvereisten", "competenties", "zijpaden", Prefetch("opleidingslinks", links))
    return functies.Functie.objects.select_related("werkveld").prefetch_related(*relaties)


def _functie(rij: functies.Functie) -> d.Functie:
    return _rij(d.Functie, rij, opleidingen=_genummerd(d.Opleidingslink, rij.opleidingslinks.all()))


def _opleiding(rij: Opleiding) -> d.Opleiding:
    return _rij(d.Opleiding, rij, aanbieders=_rijen(d.Aanbieder, rij.aanbieders.all()))


def _aanbieders(rijen: tuple[d.Aanbieder, ...]) -> tuple[d.Aanbieder, ...]:
    return tuple(sorted(rijen, key=lambda rij: (rij.naam.casefold(), rij.naam, rij.url, rij.toelichting)))
