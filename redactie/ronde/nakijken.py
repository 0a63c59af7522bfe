"""What an editor does in a round of checking: say that rows still hold, and who checks which rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Max, Model
from django.utils import timezone
from reversion.models import Version

from redactie.bijrij import plek_van, soort_id
from redactie.kwaliteit.bevindingen import aanduiding
from redactie.models import Nakijker, Vermelding
from redactie.ronde.indeling import nakijkbaar
from uitgave.inhoud import GECONTROLEERD
from uitgave.tekst import hoofdletter
from uitgave.vastleggen import alleen, vastleggen

HOOGSTE = 2**63 - 1  # as far as a database counts


@dataclass
class Uitkomst:
    """What became of the rows that somebody ticked."""

    gedaan: list[Model] = field(default_factory=list)
    veranderd: list[Model] = field(default_factory=list)  # somebody changed these after they were shown
    weg: int = 0


def stand() -> int:
    """Return what is higher once anything of the content changed."""
    return Version.objects.aggregate(hoogste=Max("pk"))["hoogste"] or 0


def klopt_nog(gekozen: Iterable[str], basis: int, wie: User) -> Uitkomst:
    """Give the rows that still are as they were at `basis` the date of today, in one change of the history.

    Raises PermissionDenied, with nothing changed, when `wie` may not change one of them.
    """
    vandaag, uitkomst = timezone.localdate(), Uitkomst()
    with alleen():
        rijen, uitkomst.weg = lees(gekozen)
        _keur(rijen, wie)
        sindsdien = Vermelding.objects.filter(versie__gt=basis).values_list("content_type_id", "object_id")
        anders = set(sindsdien)
        for rij in rijen:
            (uitkomst.veranderd if plek_van(rij) in anders else uitkomst.gedaan).append(rij)
        if uitkomst.gedaan:
            with vastleggen(wie, f"Nagekeken, klopt nog: {_in_het_kort(uitkomst.gedaan)}"):
                for rij in uitkomst.gedaan:
                    setattr(rij, GECONTROLEERD, vandaag)
                    rij.save(update_fields=[GECONTROLEERD])
    return uitkomst


def geef_rijen(gekozen: Iterable[str], aan: User | None) -> int:
    """Let `aan` check these rows from now on; without `aan`, whoever checks their kind. Return how many rows."""
    with alleen():
        rijen, _ = lees(gekozen)
        for rij in rijen:
            _geef(soort_id(type(rij)), str(rij.pk), aan)
    return len(rijen)


def geef_soort(model: type[Model], aan: User | None) -> None:
    """Let `aan` check the rows of a kind that have no one of their own; without `aan`, nobody in particular."""
    with alleen():
        _geef(soort_id(model), "", aan)


def lees(gekozen: Iterable[str]) -> tuple[list[Any], int]:
    """Return the rows that a form calls so (see `waarde_van`), and how many are not there any more."""
    modellen = {model._meta.label_lower: model for model in nakijkbaar()}
    per_model, gevraagd = defaultdict(set), set(gekozen)
    for waarde in gevraagd:
        label, _, pk = waarde.partition(":")
        if label in modellen and pk.isascii() and pk.isdecimal() and int(pk) <= HOOGSTE:
            per_model[modellen[label]].add(int(pk))
    rijen = [
        rij
        for model in nakijkbaar()
        if per_model[model]
        for rij in model._default_manager.filter(pk__in=per_model[model])
    ]
    return rijen, len(gevraagd) - len(rijen)


def _geef(content_type: int, object_id: str, aan: User | None) -> None:
    plek: Any = {"content_type_id": content_type, "object_id": object_id}
    if aan is None:
        Nakijker.objects.filter(**plek).delete()
    else:
        Nakijker.objects.update_or_create(**plek, defaults={"wie": aan})


def _keur(rijen: Iterable[Model], wie: User) -> None:
    for opties in {rij._meta for rij in rijen}:
        if not wie.has_perm(f"{opties.app_label}.change_{opties.model_name}"):
            raise PermissionDenied


def _in_het_kort(rijen: list[Model]) -> str:
    return hoofdletter(aanduiding(rijen[0])) if len(rijen) == 1 else f"{len(rijen)} keer"
