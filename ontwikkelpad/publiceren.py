"""From the working copy to an edition: build the document, look at it, store it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, Prefetch
from msgspec.structs import replace

from functies import models as functies
from ontwikkelpad import document as d
from ontwikkelpad.huidig import huidig
from opleidingen.models import Aanbieder, Opleiding
from verhalen.models import Verhaal

R = TypeVar("R", bound=d.Rij)
B = TypeVar("B", bound=d.Inhoud)


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

    Only werkvelden, competenties, and what hangs on a functie stand where their editors put them.
    """
    namen = {rij.slug: op_naam(rij) for rij in document.beroepsvereisten}
    plaatsen = {rij.slug: plaats for plaats, rij in enumerate(document.competenties)}
    functies_ = (
        replace(
            rij,
            beroepsvereisten=tuple(sorted(rij.beroepsvereisten, key=namen.__getitem__)),
            competenties=tuple(sorted(rij.competenties, key=plaatsen.__getitem__)),
        )
        for rij in document.functies
    )
    opleidingen = (replace(rij, aanbieders=_aanbieders(rij.aanbieders)) for rij in document.opleidingen)
    return replace(
        document,
        beroepsvereisten=tuple(sorted(document.beroepsvereisten, key=op_naam)),
        opleidingen=tuple(sorted(opleidingen, key=op_naam)),
        functies=tuple(sorted(functies_, key=lambda rij: (rij.niveau, *op_naam(rij)))),
        doorgroei=tuple(sorted(document.doorgroei, key=lambda rij: (rij.van, rij.naar))),
        verhalen=tuple(sorted(document.verhalen, key=lambda rij: rij.slug)),
        synoniemen=tuple(sorted(document.synoniemen, key=lambda rij: f"{rij.woord} = {rij.betekenis}")),
        losse_aanbieders=_aanbieders(document.losse_aanbieders),
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
    """Return all rows as a document, in any order but that of their numbers."""
    # Functies are read first and the rest after them: what an editor changes meanwhile is left out whole.
    alle_functies = [_functie(rij) for rij in _functies()]
    return d.Document(
        schema=d.SCHEMA,
        ontwikkelpad=_rij(d.Ontwikkelpad, pad),
        werkvelden=_rijen(d.Werkveld, sorted(functies.Werkveld.objects.all(), key=op_volgorde)),
        beroepsvereisten=_rijen(d.Beroepsvereiste, functies.Beroepsvereiste.objects.all()),
        competenties=tuple(
            _rij(d.Competentie, rij, gebied=rij.gebied or None)
            for rij in sorted(functies.Competentie.objects.all(), key=op_volgorde)
        ),
        opleidingen=tuple(_opleiding(rij) for rij in Opleiding.objects.prefetch_related("aanbieders")),
        functies=tuple(alle_functies),
        doorgroei=tuple(
            _rij(d.Doorgroei, rij, van=rij.van.slug, naar=rij.naar.slug)
            for rij in functies.Doorgroei.objects.select_related("van", "naar")
        ),
        verhalen=tuple(
            _rij(d.Verhaal, rij, functie=rij.functie.slug, kernwoorden=rij.kernwoorden)
            for rij in Verhaal.objects.select_related("functie")
        ),
        synoniemen=_rijen(d.Synoniem, functies.Synoniem.objects.all()),
        losse_aanbieders=_rijen(d.Aanbieder, Aanbieder.objects.filter(opleidingen=None)),
    )


def _openbaar(document: d.Document) -> d.Document:
    """Return `document` with only the rows that the public may see; links to the others remain.

    A werkveld shows when one of its functies does: until then it is a draft too.
    """
    getoond = _zichtbaar(document.functies)
    werkvelden = {rij.werkveld for rij in getoond}
    return replace(
        document,
        werkvelden=tuple(rij for rij in document.werkvelden if rij.slug in werkvelden),
        beroepsvereisten=_zichtbaar(document.beroepsvereisten),
        competenties=_zichtbaar(document.competenties),
        opleidingen=_zichtbaar(document.opleidingen),
        functies=tuple(replace(rij, zijpaden=_zichtbaar(rij.zijpaden)) for rij in getoond),
        doorgroei=_zichtbaar(document.doorgroei),
        verhalen=_zichtbaar(document.verhalen),
        losse_aanbieders=(),
    )


def _zichtbaar(rijen: tuple[B, ...]) -> tuple[B, ...]:
    return tuple(rij for rij in rijen if rij.zichtbaar)


def _zonder_losse_einden(document: d.Document) -> d.Document:
    """Return `document` without links to rows that vanished or hid while it was being built."""

    def getoond(slugs: tuple[str, ...], rijen: Iterable[Any]) -> tuple[str, ...]:
        bekend = {rij.slug for rij in rijen}
        return tuple(slug for slug in slugs if slug in bekend)

    opleidingen = {opleiding.slug for opleiding in document.opleidingen}
    gevuld = tuple(
        replace(
            functie,
            beroepsvereisten=getoond(functie.beroepsvereisten, document.beroepsvereisten),
            competenties=getoond(functie.competenties, document.competenties),
            opleidingen=tuple(link for link in functie.opleidingen if link.opleiding in opleidingen),
        )
        for functie in document.functies
    )
    slugs = {functie.slug for functie in gevuld}
    return replace(
        document,
        functies=gevuld,
        doorgroei=tuple(stap for stap in document.doorgroei if {stap.van, stap.naar} <= slugs),
        verhalen=tuple(verhaal for verhaal in document.verhalen if verhaal.functie in slugs),
    )


def op_naam(rij: Any) -> tuple[str, str]:
    """Sort rows by name as people do; the slug decides between equal names."""
    return rij.naam.casefold(), rij.slug


def op_volgorde(rij: Any) -> tuple[int, str]:
    """Sort rows by the number that editors gave them; the slug decides between equal numbers."""
    return rij.volgorde, rij.slug


def _rij(soort: type[R], bron: Model, **anders: Any) -> R:
    """Return a `soort` with the fields of `bron`; `anders` gives those that are not simply copied."""
    return soort(**{naam: anders[naam] if naam in anders else getattr(bron, naam) for naam in soort.__struct_fields__})


def _rijen(soort: type[R], bronnen: Iterable[Model]) -> tuple[R, ...]:
    return tuple(_rij(soort, bron) for bron in bronnen)


def _functies() -> Iterable[functies.Functie]:
    """Return all functies with their relations at hand."""
    links = functies.FunctieOpleiding.objects.select_related("opleiding")
    relaties = ("beroepsvereisten", "competenties", "zijpaden", Prefetch("opleidingslinks", links))
    return functies.Functie.objects.select_related("werkveld").prefetch_related(*relaties)


def _functie(rij: functies.Functie) -> d.Functie:
    links = sorted(rij.opleidingslinks.all(), key=lambda link: (link.volgorde, link.opleiding.slug))
    zijpaden = sorted(rij.zijpaden.all(), key=lambda zijpad: (zijpad.volgorde, zijpad.omschrijving))
    return _rij(
        d.Functie,
        rij,
        werkveld=rij.werkveld.slug,
        beroepsvereisten=tuple(vereiste.slug for vereiste in rij.beroepsvereisten.all()),
        competenties=tuple(competentie.slug for competentie in rij.competenties.all()),
        opleidingen=tuple(_rij(d.Opleidingslink, link, opleiding=link.opleiding.slug) for link in links),
        zijpaden=_rijen(d.Zijpad, zijpaden),
    )


def _opleiding(rij: Opleiding) -> d.Opleiding:
    return _rij(d.Opleiding, rij, register=rij.register or None, aanbieders=_rijen(d.Aanbieder, rij.aanbieders.all()))


def _aanbieders(rijen: tuple[d.Aanbieder, ...]) -> tuple[d.Aanbieder, ...]:
    return tuple(sorted(rijen, key=lambda rij: (rij.naam.casefold(), rij.naam, rij.url, rij.toelichting)))
