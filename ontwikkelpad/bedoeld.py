"""An address that is typed or copied a little wrong, when it can only mean one page."""

import re
from copy import copy

from django.http import Http404, HttpRequest
from django.urls import Resolver404, get_script_prefix, resolve

from uitgave.verhuizing import STAART, Verhuisd404


def bedoeld_adres(request: HttpRequest) -> str | None:
    """Return the path of the page that `request` means: without capitals, a tail or double slashes; None without one.

    Only a page that is there: the view is asked for it.
    """
    schoon = re.sub("/+", "/", f"/{request.path_info}").rstrip(STAART).lower()
    for pad in (f"{schoon}/", schoon):
        if pad != request.path_info and bestaat(request, pad):
            return pad
    return None


def bestaat(request: HttpRequest, pad: str) -> bool:
    """True when a public page answers at `pad`, or sends on from there to the address of now."""
    try:
        gevonden = resolve(pad, "ontwikkelpad.urls_openbaar")
        return bool(gevonden.func(_op(request, pad), *gevonden.args, **gevonden.kwargs).status_code < 400)
    except Verhuisd404:
        return True
    except (Http404, Resolver404):
        return False


def _op(request: HttpRequest, pad: str) -> HttpRequest:
    """Return the same request for another path."""
    anders = copy(request)
    anders.path_info, anders.path = pad, get_script_prefix() + pad.removeprefix("/")
    return anders
