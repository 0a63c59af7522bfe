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
from opleidingen.models import Opleiding
from verhalen.models import Verhaal

R = TypeVar("R", bound=d.Rij)


def bouw() -> d.Document:
    """Return the document of the working copy: visible rows, and links between visible rows.

    The order of rows is fixed here and not by the database, so that the same content gives the
    same document on every database. Raises ValidationError when the row with the texts of the
    site is missing.
    """
    pad = functies.Ontwikkelpad.objects.first()
    if pad is None:
        raise ValidationError("De teksten van de site ontbreken. Vul die eerst in.")
    # Functies are read first and the rest after them: what an editor changes meanwhile is left out whole.
    alle_functies = sorted(_functies(), key=lambda functie: (functie.niveau, *op_naam(functie)))
    getoond = {functie.pk for functie in alle_functies}
    beroepsvereisten = _rijen(d.Beroepsvereiste, sorted(functies.Beroepsvereiste.objects.zichtbaar(), key=op_naam))
    competenties = tuple(
        _rij(d.Competentie, rij, gebied=rij.gebied or None)
        for rij in sorted(functies.Competentie.objects.zichtbaar(), key=op_volgorde)
    )
    stappen = functies.Doorgroei.objects.zichtbaar().filter(van__in=getoond, naar__in=getoond)
    stappen = stappen.select_related("van", "naar")
    verhalen = Verhaal.objects.zichtbaar().filter(functie__in=getoond).select_related("functie")
    opleidingen = Opleiding.objects.zichtbaar().prefetch_related("aanbieders")
    document = d.Document(
        schema=d.SCHEMA,
        ontwikkelpad=_rij(d.Ontwikkelpad, pad),
        werkvelden=_rijen(d.Werkveld, sorted(functies.Werkveld.objects.all(), key=op_volgorde)),
        beroepsvereisten=beroepsvereisten,
        competenties=competenties,
        opleidingen=tuple(_opleiding(rij) for rij in sorted(opleidingen, key=op_naam)),
        functies=tuple(_functie(rij) for rij in alle_functies),
        doorgroei=tuple(
            _rij(d.Doorgroei, rij, van=rij.van.slug, naar=rij.naar.slug)
            for rij in sorted(stappen, key=lambda stap: (stap.van.slug, stap.naar.slug))
        ),
        verhalen=tuple(
            _rij(d.Verhaal, rij, functie=rij.functie.slug, kernwoorden=rij.kernwoorden)
            for rij in sorted(verhalen, key=lambda verhaal: verhaal.slug)
        ),
        synoniemen=_rijen(d.Synoniem, sorted(functies.Synoniem.objects.all(), key=str)),
    )
    return d.lees(d.schrijf(_zonder_losse_einden(document)))


def waarschuwingen(document: d.Document) -> list[str]:
    """Return, in Dutch, what an editor should know before `document` goes out."""
    getoond = {functie.slug for functie in document.functies}
    met_vervolg = {stap.van for stap in document.doorgroei}
    stappen = functies.Doorgroei.objects.zichtbaar().select_related("van", "naar")
    return [
        *(
            f"De stap {stap} gaat niet mee: een van die functies is niet zichtbaar."
            for stap in stappen
            if not {stap.van.slug, stap.naar.slug} <= getoond
        ),
        *(
            f"{functie.volledige_naam} heeft geen opleiding."
            for functie in document.functies
            if not functie.opleidingen
        ),
        *(
            f"Bij {functie.volledige_naam} staat dat er geen volgende stap is, maar er is wel een stap."
            for functie in document.functies
            if functie.geen_vervolg and functie.slug in met_vervolg
        ),
    ]


def publiceer(
    document: d.Document, nummer: str, datum: date, wijzigingen: str, door: User | None = None
) -> functies.Uitgave:
    """Store `document` as a new edition and serve it from the next request on.

    Raises ValidationError when the number is taken or a text is missing.
    """
    uitgave = functies.Uitgave(
        nummer=nummer, datum=datum, wijzigingen=wijzigingen, document=d.schrijf(document), door=door
    )
    with transaction.atomic():
        uitgave.full_clean()
        uitgave.save(force_insert=True)
        transaction.on_commit(huidig.ververs, robust=True)
    return uitgave


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
    return rij.naam.casefold(), rij.slug


def op_volgorde(rij: Any) -> tuple[int, str]:
    return rij.volgorde, rij.slug


def _rij(soort: type[R], bron: Model, **anders: Any) -> R:
    """Return a `soort` with the fields of `bron`; `anders` gives those that are not simply copied."""
    return soort(**{naam: anders[naam] if naam in anders else getattr(bron, naam) for naam in soort.__struct_fields__})


def _rijen(soort: type[R], bronnen: Iterable[Model]) -> tuple[R, ...]:
    return tuple(_rij(soort, bron) for bron in bronnen)


def _functies() -> Iterable[functies.Functie]:
    """Return the visible functies with their relations at hand."""
    links = functies.FunctieOpleiding.objects.select_related("opleiding")
    zijpaden = functies.Zijpad.objects.zichtbaar()
    return (
        functies.Functie.objects.zichtbaar()
        .select_related("werkveld")
        .prefetch_related(
            "beroepsvereisten",
            "competenties",
            Prefetch("zijpaden", zijpaden),
            Prefetch("opleidingslinks", links),
        )
    )


def _functie(rij: functies.Functie) -> d.Functie:
    links = sorted(rij.opleidingslinks.all(), key=lambda link: (link.volgorde, link.opleiding.slug))
    competenties = sorted(rij.competenties.all(), key=op_volgorde)
    zijpaden = sorted(rij.zijpaden.all(), key=lambda zijpad: (zijpad.volgorde, zijpad.omschrijving))
    return _rij(
        d.Functie,
        rij,
        werkveld=rij.werkveld.slug,
        beroepsvereisten=tuple(vereiste.slug for vereiste in sorted(rij.beroepsvereisten.all(), key=op_naam)),
        competenties=tuple(competentie.slug for competentie in competenties),
        opleidingen=tuple(_rij(d.Opleidingslink, link, opleiding=link.opleiding.slug) for link in links),
        zijpaden=_rijen(d.Zijpad, zijpaden),
    )


def _opleiding(rij: Opleiding) -> d.Opleiding:
    aanbieders = _rijen(d.Aanbieder, sorted(rij.aanbieders.all(), key=op_naam))
    return _rij(d.Opleiding, rij, register=rij.register or None, aanbieders=aanbieders)
