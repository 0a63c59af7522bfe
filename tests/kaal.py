"""The least that Django can do: one view that gives the same 12 kB, for the bench to compare with."""

import socket
import sys
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from ontwikkelpad.server import Server

TEKST = b"<!doctype html><title>Kaal</title>" + b"<p>Een regel van een bladzijde.</p>\n" * 340


def kaal(request: HttpRequest) -> HttpResponse:
    return HttpResponse(TEKST)


urlpatterns = [path("", kaal)]


def application(*_: int) -> Any:
    """Return what each worker serves."""
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="kaal", MIDDLEWARE=[])
    return get_wsgi_application()


if __name__ == "__main__":
    Server(socket.create_server(("127.0.0.1", int(sys.argv[1])))).serve(target_loader=application, wrap_loader=False)
