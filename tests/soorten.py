"""Make a row of any kind of content, filled in as far as its own rules allow."""

from contextlib import suppress
from datetime import date
from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from uitgave.inhoud import LinkField
from uitgave.soort import Soort, alle_modellen, soort_van

DEEL = 6  # an ordinary run tries one in so many of what must hold of each kind; the drill all of it
_teller = count(1)


def maak(soort: Soort, **velden: Any) -> Any:
    """Return a new row with every field filled in that may be, and the rows that it needs. Each text is its own.

    Of a kind with one row, that row: made when it is not there. So too of a kind with a row per choice, when all are
    there: the last of them.
    """
    if (soort.enig or _vol(soort.model)) and (bestaand := soort.model._default_manager.last()):
        return bestaand
    rij = soort.model(**velden)
    leeg = [veld for veld in soort.model._meta.concrete_fields if veld.name not in velden and _te_vullen(veld)]
    for veld in sorted(leeg, key=lambda veld: veld.blank):
        setattr(rij, veld.name, waarde(veld))
        if veld.blank:  # such as a code without its register: then it stays empty
            try:
                rij.full_clean(validate_unique=False)
            except ValidationError:
                setattr(rij, veld.name, veld.get_default())
    rij.full_clean()
    rij.save()
    for lijst in soort.model._meta.many_to_many:
        if lijst.remote_field.through._meta.auto_created:
            getattr(rij, lijst.name).set([maak(soort_van(lijst.related_model))])
    for relatie in soort.binnen.values():
        maak(relatie, **{relatie.ouder.name: rij})
    return rij


def _vol(model: type[models.Model]) -> bool:
    """Whether a field of which no two rows have the same has no choice left."""
    rijen = model._default_manager.count()
    return any(veld.choices and veld.unique and len(veld.choices) <= rijen for veld in model._meta.concrete_fields)


def waarde(veld: Any) -> Any:
    """Return a value for a field that no other row has."""
    nummer = next(_teller)
    if veld.is_relation:
        return maak(soort_van(veld.related_model), **veld.get_limit_choices_to())
    if veld.choices:
        keuzes = [keuze for keuze, _ in veld.choices]
        gebruikt = set(veld.model._default_manager.values_list(veld.name, flat=True)) if veld.unique else set()
        return next((keuze for keuze in keuzes if veld.unique and keuze not in gebruikt), keuzes[nummer % len(keuzes)])
    if isinstance(veld, models.SlugField):
        return f"rij-{nummer}"
    if isinstance(veld, LinkField):
        return f"https://{nummer}.example/"
    if isinstance(veld, models.BooleanField):
        return veld.get_default()
    if isinstance(veld, models.DateField):
        return date(2026, 1, 1 + nummer % 28)
    if isinstance(veld, models.IntegerField):
        laagste, hoogste = (
            [regel.limit_value for regel in veld.validators if isinstance(regel, soort)]
            for soort in (MinValueValidator, MaxValueValidator)
        )
        begin = max([1, *laagste])
        return begin + nummer % min([50, *(grens - begin + 1 for grens in hoogste)])
    letters = "".join("abcdefghij"[int(cijfer)] for cijfer in str(nummer))
    return eerste_goede(veld, *(tekst[: veld.max_length] for tekst in (f"Woord {nummer}.", f"{letters}woord")))


def eerste_goede(veld: Any, *teksten: str) -> str:
    """Return the first of these texts that the field accepts; the last when it accepts none of the others."""
    for tekst in teksten[:-1]:
        with suppress(ValidationError):
            veld.run_validators(tekst)
            return tekst
    return teksten[-1]


def anders(rij: Any, naam: str) -> Any:
    """Return another value for a field of `rij` than it has, and that is right."""
    veld = rij._meta.get_field(naam)
    nu = getattr(rij, naam)
    if isinstance(veld, models.BooleanField):
        return not nu
    return next(nieuw for _ in range(99) if (nieuw := waarde(veld)) != nu)


def _te_vullen(veld: Any) -> bool:
    vast = veld.primary_key or not veld.editable or veld.name == "zichtbaar" or (veld.has_default() and not veld.blank)
    return not vast and not (veld.is_relation and veld.related_model not in alle_modellen())
