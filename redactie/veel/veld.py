"""Giving one field of many rows of a kind the same value, and hiding a row with the rows that need it."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import ForeignKey, Model, SlugField

from redactie.veel.ingreep import Ingreep, Wijziging
from uitgave.soort import is_inhoud, soort_van, soorten, unieke_groepen

MEESTE = 500  # rows at once: their numbers stand in an address


def te_kiezen(model: type[Model]) -> list[Any]:
    """Return the fields of `model` that many rows can share."""
    soort, velden = soort_van(model), model._meta.concrete_fields
    alleen = {naam for namen, _ in unieke_groepen(model) for naam in namen}.union(soort.naamvelden, soort.hoort_bij)
    delen: list[Any] = [veld for veld in velden if veld.editable and not veld.unique and veld.name not in alleen]
    return [veld for veld in delen if not isinstance(veld, SlugField)]


def waardeformulier(veld: Any, gegevens: Any) -> forms.Form:
    """Return a form that asks for one value of `veld`."""
    invoer = veld.formfield()
    if isinstance(invoer, forms.DateField):
        invoer.widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
    elif isinstance(invoer, forms.BooleanField):
        invoer = forms.TypedChoiceField(
            label=invoer.label, choices=[("ja", "ja"), ("nee", "nee")], coerce=lambda keuze: keuze == "ja"
        )
    invoer.help_text = ""
    soort = type("Waardeformulier", (forms.Form,), {"waarde": invoer})
    formulier: forms.Form = soort(gegevens)
    return formulier


def zelfde_waarde(rijen: Iterable[Model], veld: Any, waarde: Any) -> Ingreep:
    """Return what `rijen` become when each has `waarde` in `veld`."""
    return Ingreep(Wijziging(rij, {veld.name: waarde}) for rij in rijen)


def heeft_zichtbaar(model: type[Model]) -> bool:
    return any(veld.name == "zichtbaar" for veld in model._meta.concrete_fields)


def met_steunende(rij: Model, zichtbaar: bool) -> Ingreep:
    """Return the change that hides `rij`, or shows it, with the rows that name it and cannot do without."""
    samen = [rij, *_steunt_op(rij)]
    return Ingreep(Wijziging(deze, {"zichtbaar": zichtbaar}) for deze in samen)


def _steunt_op(rij: Model) -> Iterator[Model]:
    for soort in soorten():
        velden: Iterable[Any] = soort.model._meta.concrete_fields
        namen = [v.name for v in velden if isinstance(v, ForeignKey) and v.related_model is type(rij) and not v.blank]
        if namen and heeft_zichtbaar(soort.model) and is_inhoud(soort.model):
            gevonden = {ander.pk: ander for naam in namen for ander in _met(soort.model, naam, rij)}
            yield from gevonden.values()


def _met(model: type[Model], naam: str, rij: Model) -> Iterable[Model]:
    return model._default_manager.filter(**{naam: rij})
