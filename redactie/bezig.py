"""How far the work is that an editor waits for, for the page that waits.

It stands in a file beside the edition on disk, so that every process of this machine can tell: while an import holds
SQLite nothing can be stored there. On another machine there is no such file, and the page shows the time alone.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from uitgave.pagina import RedactieVerzoek
from uitgave.voortgang import Stap, gevolgd_door

RUST = 0.3  # seconds between two times that the file is written


@contextmanager
def bezig(gebruiker: User | AnonymousUser) -> Iterator[None]:
    """Let the page of `gebruiker` show how far the work inside is. That it cannot, never stops the work."""
    bestand, geschreven = _bestand(gebruiker), 0.0

    def schrijf(stap: Stap, klaar: int | None, van: int | None) -> None:
        nonlocal geschreven
        if time.monotonic() - geschreven < RUST:
            return
        geschreven = time.monotonic()
        with suppress(OSError):
            bestand.write_text(_in_woorden(stap, klaar, van), encoding="utf-8")

    try:
        with gevolgd_door(schrijf):
            yield
    finally:
        with suppress(OSError):
            bestand.unlink(missing_ok=True)


def _in_woorden(stap: Stap, klaar: int | None, van: int | None) -> str:
    if van:
        return f"{stap.label}: {klaar} van {van}"
    return stap.label if klaar is None else f"{klaar} {stap.label}"


@require_safe
def hoe_ver(request: RedactieVerzoek) -> HttpResponse:
    """Tell in a few words how far the work is that this editor waits for; nothing when there is none."""
    try:
        tekst = _bestand(request.user).read_text(encoding="utf-8")
    except OSError:
        tekst = ""
    return HttpResponse(tekst, content_type="text/plain; charset=utf-8")


def _bestand(gebruiker: User | AnonymousUser) -> Path:
    kopie: Path = settings.UITGAVE_KOPIE
    return kopie.with_name(f"{kopie.stem}.bezig-{gebruiker.pk}")
