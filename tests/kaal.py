"""The least that Django can do: one view that gives the same 12 kB, for the bench to compare with."""

from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

TEKST = b"<!doctype html><title>Kaal</title>" + b"<p>Een regel van een bladzijde.</p>\n" * 340


def kaal(request: HttpRequest) -> HttpResponse:
    return HttpResponse(TEKST)


urlpatterns = [path("", kaal)]


def application() -> Any:
    """Return what granian serves."""
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="kaal", MIDDLEWARE=[])
    return get_wsgi_application()
