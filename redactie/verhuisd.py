"""The addresses that the admin had for models in earlier releases."""

from typing import Any

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.urls import re_path, reverse

from redactie.adressen import naam
from uitgave.vroeger import vroegere_labels


def paden(admin_view: Any) -> list[Any]:
    """Return a path for all addresses of each model that moved, behind `admin_view`: to the same page of now."""
    return [
        re_path(rf"^{label.replace('.', '/')}/(?P<rest>.*)$", admin_view(_naar), {"label": label})
        for label in vroegere_labels()
    ]


def _naar(request: HttpRequest, label: str, rest: str) -> HttpResponsePermanentRedirect:
    oud = f"{reverse('admin:index')}{label.replace('.', '/')}/"
    nieuw = reverse(f"admin:{naam(vroegere_labels()[label]._meta, 'changelist')}")
    return HttpResponsePermanentRedirect(nieuw + request.get_full_path().removeprefix(oud))
