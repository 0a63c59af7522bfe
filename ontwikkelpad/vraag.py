"""What the page at a path reads of a query string."""

from functools import lru_cache

from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict
from django.urls import Resolver404, resolve

from uitgave.pad import Pad
from uitgave.pagina import Leest, leest_van

LANGST_PAD = 300  # characters: no page has a longer path


@lru_cache(2000)
def _leest_op(adres: str) -> Leest:
    return leest_van(resolve(adres, "ontwikkelpad.urls_openbaar").func)


def leest_op(adres: str) -> Leest | None:
    """Return what the view at a path reads; None when no view of visitors is there."""
    try:
        return _leest_op(adres) if len(adres) <= LANGST_PAD and adres.isascii() else None
    except Resolver404:
        return None


def vraag_op(pad: Pad, adres: str, gevraagd: str) -> str | None:
    """Return what counts of a query string for the page at a path, both as a server gives them; None without a page."""
    if (leest := leest_op(adres)) is None:
        return None
    try:
        return leest.vraag(pad, QueryDict(gevraagd.encode("latin-1")))
    except (SuspiciousOperation, UnicodeError):
        return None
