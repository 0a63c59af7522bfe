"""Rows that are not finished: as long as visitors do not see a row, it may lack what it needs later.

What is asked of every row always: what makes it findable, the row to which it belongs, and its place in an order.
A text and a choice may wait; a number, a date or another row where its field says `null=True` and not `blank=True`.
"""

from functools import cache
from typing import Any

from django.db.models import CharField, Model, SlugField, TextField

from uitgave.soort import is_inhoud, soort_van, unieke_groepen

ZICHTBAAR = "zichtbaar"  # the field that says whether visitors see a row


@cache
def verborgen_kan(model: type[Model]) -> bool:
    """True for a kind of content of which a row may be kept from visitors."""
    return is_inhoud(model) and any(veld.name == ZICHTBAAR for veld in model._meta.concrete_fields)


@cache
def verplicht(model: type[Model]) -> tuple[Any, ...]:
    """Return the fields that a row must have when visitors see it, and that can be empty in the database."""
    velden = [veld for veld in model._meta.concrete_fields if veld.editable and not veld.blank]
    return tuple(veld for veld in velden if veld.null or isinstance(veld, CharField | TextField))


@cache
def mag_later(model: type[Model]) -> frozenset[str]:
    """Return the fields that a row may lack until visitors see it: no name or slug, and nothing that has a default."""
    if not verborgen_kan(model):
        return frozenset()
    vindbaar = {naam for velden, _ in unieke_groepen(model) for naam in velden} | set(soort_van(model).naamvelden)
    return frozenset(
        veld.name
        for veld in verplicht(model)
        if veld.null
        or not (
            veld.name in vindbaar or veld.unique or isinstance(veld, SlugField) or (veld.choices and veld.has_default())
        )
    )


def ontbrekend(rij: Model) -> list[Any]:
    """Return the fields that `rij` must have when visitors see it, and that are empty."""
    return [veld for veld in verplicht(type(rij)) if _is_leeg(getattr(rij, veld.attname))]


def _is_leeg(waarde: Any) -> bool:
    return waarde is None or (isinstance(waarde, str) and not waarde.strip())


def nog_leeg(rij: Model) -> set[str]:
    """Return the fields of `rij` that are empty, and may be because visitors do not see it."""
    later = mag_later(type(rij))
    return {veld.name for veld in ontbrekend(rij) if veld.name in later} if later and not rij.zichtbaar else set()  # type: ignore[attr-defined]
