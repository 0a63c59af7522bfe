"""Where the admin has its pages of a model."""

from typing import Any

from django.db.models import Model
from django.urls import reverse


def naam(opts: Any, pagina: str) -> str:
    """Return the name of an address: of a page that Django gives every model ("change"), or of one of ours."""
    return f"{opts.app_label}_{opts.model_name}_{pagina}"


def wijzigen(rij: Model) -> str:
    """Return the address of the page where an editor changes `rij`."""
    return reverse(f"admin:{naam(rij._meta, 'change')}", args=[rij.pk])


def maken(model: type[Model]) -> str:
    """Return the address of the page where an editor makes a row."""
    return reverse(f"admin:{naam(model._meta, 'add')}")
