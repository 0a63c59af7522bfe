"""What the page at a path reads of a query string."""

from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import proxy

from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict
from django.urls import Resolver404, resolve

from uitgave.pad import Pad, eens
from uitgave.pagina import Leest, leest_van

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

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
    gelezen = _onthouden(pad)
    kort = len(adres) + len(gevraagd) <= LANGST_PAD
    return gelezen(adres, gevraagd) if kort else gelezen.__wrapped__(adres, gevraagd)


@eens
def _onthouden(pad: Pad) -> "_lru_cache_wrapper[str | None]":
    """The last questions to an edition, as they came, with what counts of them: reading one takes a while.

    They are kept in the Pad and do not hold on to it, so that it goes when it is replaced.
    """
    zelf: Pad = proxy(pad)

    def gelezen(adres: str, gevraagd: str) -> str | None:
        if (leest := leest_op(adres)) is None:
            return None
        namen = leest.namen(zelf)
        try:
            vraag = QueryDict(gevraagd.encode("latin-1"))
            if any(naam not in namen and naam.lower() in namen for naam in vraag):
                return None  # it leads on to the address with that name in small letters
            return leest.vraag(zelf, vraag)
        except (SuspiciousOperation, UnicodeError):
            return None

    return lru_cache(2000)(gelezen)
