"""Where the admin has its pages of a model."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from uitgave.soort import soort_van


def naam(opts: Any, pagina: str) -> str:
    """Return the name of an address: of a page that Django gives every model ("change"), or of one of ours."""
    return f"{opts.app_label}_{opts.model_name}_{pagina}"


def wijzigen(rij: Model) -> str:
    """Return the address of the page where an editor changes `rij`."""
    return reverse(f"admin:{naam(rij._meta, 'change')}", args=[rij.pk])


def wijzigen_bij(rij: Model) -> str:
    """Return where an editor changes `rij`: its own page, or that of the row with which it is edited."""
    eigen = type(rij) in admin.site._registry
    return wijzigen(rij if eigen else getattr(rij, soort_van(type(rij)).ouders[0].name))


def maken(model: type[Model]) -> str:
    """Return the address of the page where an editor makes a row."""
    return reverse(f"admin:{naam(model._meta, 'add')}")
