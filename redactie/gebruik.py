"""Which rows of the working copy refer to a row, of whatever kind: the register of kinds knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from redactie.adressen import wijzigen
from uitgave.soort import Soort, is_inhoud, soort_van, soorten

MEEST = 50  # rows of one field that a page names


@dataclass(frozen=True)
class Plek:
    """A row that refers to another, and the field by which it does."""

    rij: Any
    veld: Any

    @property
    def adres(self) -> str:
        """The page where an editor changes it: that of the row in which it stands, when it stands in one."""
        ouder = soort_van(type(self.rij)).ouder
        return wijzigen(getattr(self.rij, ouder.name) if ouder else self.rij)


@dataclass(frozen=True)
class Gebruik:
    """The rows of one kind that refer to a row by one field; `meer` says that there are others."""

    soort: Soort
    veld: Any
    plekken: tuple[Plek, ...]
    meer: bool


def velden_naar(model: type[Model]) -> Iterator[tuple[Soort, Any]]:
    """Yield the fields by which a row can refer to one of `model`, each with its kind, in the order of the desk."""
    for soort in sorted(soorten(), key=lambda soort: soort.plek):
        lijsten: Any = soort.model._meta.many_to_many
        eigen = (veld for veld in lijsten if not is_inhoud(veld.remote_field.through))  # else the rows between do it
        for veld in (*soort.model._meta.concrete_fields, *eigen):
            if veld.is_relation and veld.related_model is model:
                yield soort, veld


def hoort_bij(rij: Any, veld: Any) -> bool:
    """True when it is by this field that `rij` is a part of another row, and is edited with that."""
    eigen = (naam for naam in soort_van(type(rij)).hoort_bij if getattr(rij, f"{naam}_id") is not None)
    return bool(next(eigen, None) == veld.name)


def plekken(rij: Model, soort: Soort, veld: Any) -> Iterator[Plek]:
    """Yield where rows of a kind refer to `rij` by this field, but for those that are a part of it."""
    namen = [ander.name for ander in soort.model._meta.concrete_fields if ander.is_relation]
    for ander in soort.model._default_manager.filter(**{veld.name: rij}).select_related(*namen).iterator():
        if not hoort_bij(ander, veld):
            yield Plek(ander, veld)


def gebruik(rij: Model) -> Iterator[Gebruik]:
    """Yield where `rij` is used, by kind and field; nothing of a kind that does not refer to it."""
    for soort, veld in velden_naar(type(rij)):
        gevonden = tuple(islice(plekken(rij, soort, veld), MEEST + 1))
        if gevonden:
            yield Gebruik(soort, veld, gevonden[:MEEST], len(gevonden) > MEEST)


class MetGebruik(admin.ModelAdmin):
    """Says on the page of a row where it is used: the rows of other pages that refer to it."""

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        rij: Model | None = context["original"]
        if rij and is_inhoud(type(rij)):
            site = self.admin_site._registry
            context["gebruik"] = [deze for deze in gebruik(rij) if site[deze.soort.model].has_view_permission(request)]
        return super().render_change_form(request, context, *args, **kwargs)
