"""Put the successor of an opleiding in its place, in every row that refers to it: one change, on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from opleidingen.models import Geldigheid, Opleiding
from redactie.adressen import wijzigen
from redactie.gebruik import Plek, plekken, velden_naar
from redactie.kenmerk import kenmerk
from redactie.melden import meld
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import Soort, unieke_groepen
from uitgave.tekst import opsomming
from uitgave.vastleggen import alleen, vastleggen, verwijder

ZEGT_NIETS = {"volgorde", "sleutel", "zichtbaar"}  # fields in which two rows may differ
NOG_ANDERS = "daar staat iets dat bij de nieuwe opleiding niet staat ({}). Maak dat eerst gelijk."
VERANDERD = "Intussen is er iets veranderd. Kijk opnieuw wat er verandert, en druk dan pas op de knop."


@dataclass(frozen=True)
class Vervanging:
    """A row in which the successor comes; with `staat_er` it has that already, and only the other goes."""

    plek: Plek
    staat_er: bool
    anders: tuple[str, ...] = ()  # what only the row that would go says, by the names of its fields

    @property
    def verwijdert(self) -> bool:
        """True when the row goes: it says no more than what another one says already."""
        return self.staat_er and not self.plek.veld.many_to_many

    @property
    def kenmerk(self) -> tuple[object, ...]:
        rij = self.plek.rij
        return rij._meta.label, rij.pk, str(rij), self.plek.veld.name, self.staat_er, self.anders


def vervangingen(oud: Opleiding, nieuw: Opleiding) -> list[Vervanging]:
    """Return what changes when `nieuw` takes the place of `oud`.

    A row that is a part of `oud`, such as what it costs, stays with it; so does what says that one builds on the other.
    """
    return [
        Vervanging(plek, staat_er := _staat_er(plek, bestaand), _anders(soort, plek, nieuw) if staat_er else ())
        for soort, veld in velden_naar(Opleiding)
        for bestaand in [_bestaand(soort, veld, nieuw)]
        for plek in plekken(oud, soort, veld)
        if not _ook_ander(plek, nieuw)
    ]


def vervang(wat: list[Vervanging], oud: Opleiding, nieuw: Opleiding, gebruiker: Any) -> None:
    """Do it. Call it inside `vastleggen`.

    Raises ValidationError for a row that cannot be saved, and for one that would go while it says something of its own.
    """
    if fouten := [f"{deze.plek.rij}: {NOG_ANDERS.format(opsomming(deze.anders))}" for deze in wat if deze.anders]:
        raise ValidationError(fouten)
    for deze in wat:
        rij, veld = deze.plek.rij, deze.plek.veld
        if deze.verwijdert:
            verwijder(rij, gebruiker)
            continue
        if veld.many_to_many:
            lijst = getattr(rij, veld.name)
            lijst.remove(oud)
            lijst.add(nieuw)
        else:
            setattr(rij, veld.name, nieuw)
        rij.full_clean()
        rij.save()


def _groepen(soort: Soort, veld: Any) -> Iterator[tuple[str, ...]]:
    """Yield the other fields of each group with this field that no two rows share; of a list, the row itself."""
    if veld.many_to_many:
        yield ("pk",)
    for velden, _ in unieke_groepen(soort.model):
        if veld.name in velden:
            yield tuple(soort.model._meta.get_field(naam).attname for naam in velden if naam != veld.name)  # type: ignore[union-attr]


def _bestaand(soort: Soort, veld: Any, nieuw: Opleiding) -> dict[tuple[str, ...], set[tuple[Any, ...]]]:
    """Return, of each such group, what the rows have that refer to the successor already."""
    rijen = soort.model._default_manager.filter(**{veld.name: nieuw})
    return {groep: {tuple(rij) for rij in rijen.values_list(*groep)} for groep in _groepen(soort, veld) if groep}


def _staat_er(plek: Plek, bestaand: dict[tuple[str, ...], set[tuple[Any, ...]]]) -> bool:
    return any(tuple(getattr(plek.rij, naam) for naam in groep) in rijen for groep, rijen in bestaand.items())


def _anders(soort: Soort, plek: Plek, nieuw: Opleiding) -> tuple[str, ...]:
    """Return what a row says that the row of the successor beside it does not say: the names of those fields."""
    if plek.veld.many_to_many:
        return ()
    andere = soort.model._default_manager.filter(**{plek.veld.name: nieuw})
    groepen = [{naam: getattr(plek.rij, naam) for naam in groep} for groep in _groepen(soort, plek.veld) if groep]
    ernaast = next(rij for groep in groepen for rij in andere.filter(**groep))
    velden = (veld for veld in soort.model._meta.concrete_fields if veld.editable and not veld.primary_key)
    gezegd = (veld for veld in velden if veld is not plek.veld and veld.name not in ZEGT_NIETS)
    return tuple(
        str(veld.verbose_name)
        for veld in gezegd
        if (waarde := getattr(plek.rij, veld.attname)) not in ("", None) and waarde != getattr(ernaast, veld.attname)
    )


def _ook_ander(plek: Plek, nieuw: Opleiding) -> bool:
    """True when the row says something of the successor by another field: then it is about the two of them."""
    anderen = (veld for veld in plek.rij._meta.concrete_fields if veld.is_relation and veld is not plek.veld)
    return any(veld.related_model is Opleiding and getattr(plek.rij, veld.attname) == nieuw.pk for veld in anderen)


def vervangpagina(request: RedactieVerzoek, oud: Opleiding, context: dict[str, Any]) -> HttpResponse:
    """Show what changes when the successor takes its place everywhere; do so on POST, when it is still as was shown."""
    with alleen():
        geldigheid = Geldigheid.objects.filter(opleiding=oud).select_related("opvolger").first()
        nieuw = geldigheid.opvolger if geldigheid else None
        wat = vervangingen(oud, nieuw) if nieuw else []
        basis = kenmerk(oud.pk, nieuw and nieuw.pk, [deze.kenmerk for deze in wat])
        if request.method == "POST" and wat and nieuw:
            if request.POST.get("basis") == basis:
                return _doe(request, oud, nieuw, wat)
            messages.warning(request, VERANDERD)
    anders = {"title": f"Vervang {oud} overal", "oud": oud, "nieuw": nieuw, "wat": wat, "basis": basis}
    return render(request, "redactie/vervang.html", context | anders)


def _doe(request: RedactieVerzoek, oud: Opleiding, nieuw: Opleiding, wat: list[Vervanging]) -> HttpResponse:
    for deze in wat:
        opties = deze.plek.rij._meta
        recht = f"{opties.app_label}.{'delete' if deze.verwijdert else 'change'}_{opties.model_name}"
        if not request.user.has_perm(recht):
            raise PermissionDenied
    try:
        with vastleggen(request.user, f"{oud} vervangen door {nieuw}"):
            vervang(wat, oud, nieuw, request.user)
    except ValidationError as fout:
        messages.error(request, f"Er is niets veranderd. {' '.join(fout.messages)}")
    else:
        meld(request, f"{nieuw} staat nu overal in de plaats van {oud}: {len(wat)} keer.")
    return redirect(wijzigen(oud))
