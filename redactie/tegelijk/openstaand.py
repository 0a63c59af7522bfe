"""Which pages of rows are open, and what is typed there and not saved: kept for who typed it, until it is saved.

The script of a page tells so from time to time (static/beheer/concept.js); without it the opening counts. What is
kept here helps, and never stands in the way: while another holds the database, it is left for the next time.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin
from django.contrib.auth.signals import user_logged_out
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.db.models import Model, QuerySet
from django.dispatch import receiver
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from redactie.models import OpenPagina
from redactie.templatetags.wie_wanneer import moment, wie
from uitgave.pagina import RedactieVerzoek

OPEN = timedelta(minutes=10)  # without a sign of life
BEWAARD = timedelta(days=30)
BIJ_OPENEN, BIJ_TYPEN = 200, 3000  # milliseconds that an editor who opens a page, and a script, wait for the database
MEESTE_TEKENS = 500_000  # what is typed in the largest form, with what that form started from, is a tenth of it
VELDEN = {"velden", "nieuw", "stand", "tijd", "verzonden"}  # what the script sends
PLAT = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Plek:
    """The page of one row, for one editor; without a key that of a new row."""

    gebruiker: Any
    model: type[Model]
    pk: str = ""

    @property
    def rij(self) -> dict[str, Any]:
        """What tells the row apart."""
        return {"content_type": ContentType.objects.get_for_model(self.model), "object_id": self.pk}

    def van_mij(self) -> QuerySet[OpenPagina]:
        return OpenPagina.objects.filter(gebruiker_id=self.gebruiker.pk, **self.rij)

    def meld(self, **anders: Any) -> None:
        """Keep that the page is open, or what else there is to tell of it, and forget what is too old."""
        nu = timezone.now()
        pagina, nieuw = OpenPagina.objects.get_or_create(
            gebruiker_id=self.gebruiker.pk, **self.rij, defaults={"sinds": nu, "gezien_op": nu, **anders}
        )
        if not nieuw:
            sinds = pagina.sinds if pagina.sinds and pagina.gezien_op > nu - OPEN else nu
            self.van_mij().update(**{"sinds": sinds, "gezien_op": nu, **anders})
        OpenPagina.objects.filter(gezien_op__lt=nu - BEWAARD).delete()

    def open_(self) -> None:
        """Keep that the page was opened, as far as that can be done at once."""
        with suppress(DatabaseError), _wacht_hooguit(BIJ_OPENEN):
            self.meld()

    def bewaar(self, getypt: str) -> None:
        """Keep what is typed there; with nothing, that all of it was taken back."""
        self.meld(getypt=getypt, getypt_op=timezone.now() if getypt else None)

    def sluit(self) -> None:
        self.van_mij().update(sinds=None)

    def vergeet(self) -> None:
        """Forget what was typed: it was saved."""
        self.van_mij().exclude(getypt="").update(getypt="", getypt_op=None)

    def getypt(self) -> str:
        """Return what was typed and not saved, not too long ago."""
        pagina = self.van_mij().filter(getypt_op__gt=timezone.now() - BEWAARD).first()
        return pagina.getypt if pagina else ""

    def anderen(self) -> str:
        """Return in a sentence who else has the page of this row open, and since when."""
        open_ = OpenPagina.objects.filter(**self.rij, sinds__isnull=False, gezien_op__gt=timezone.now() - OPEN)
        paginas = open_.exclude(gebruiker_id=self.gebruiker.pk).select_related("gebruiker").order_by("sinds")
        namen = [f"{wie(pagina.gebruiker)} (sinds {_tijd(pagina.sinds)})" for pagina in paginas]
        if not (self.pk and namen):
            return ""
        hebben = "heeft" if len(namen) == 1 else "hebben"
        return f"{get_text_list(namen, 'en')} {hebben} deze pagina ook open. Spreek af wie wat verandert."


@receiver(user_logged_out)
def _vertrokken(user: Any, **_: Any) -> None:
    """Who left the desk has nothing open."""
    if user:
        OpenPagina.objects.filter(gebruiker_id=user.pk).update(sinds=None)


@sensitive_post_parameters()
@require_POST
def getypt(request: RedactieVerzoek) -> HttpResponse:
    """Keep what the script of a page tells: it is open, this is typed, or it is closed. Says who else has it open."""
    plek, tekst = _plek(request), request.POST.get("getypt")
    if fout := _weiger(tekst):
        return fout
    try:
        with _wacht_hooguit(BIJ_TYPEN):
            if tekst is not None:
                plek.bewaar(tekst)
            elif "dicht" not in request.POST:
                plek.meld()
            if "dicht" in request.POST:
                plek.sluit()
    except DatabaseError:
        return HttpResponse("Dit is nu niet bewaard.", PLAT, 503)
    return HttpResponse(plek.anderen(), PLAT)


def _plek(request: RedactieVerzoek) -> Plek:
    """Return the page that is told about. Raises Http404, and PermissionDenied for who may not change that row."""
    label, pk = request.POST.get("soort", ""), request.POST.get("rij", "")
    modellen = {beheer.opts.label_lower: beheer for beheer in admin.site._registry.values()}
    beheer: Any = modellen.get(label)
    if not getattr(beheer, "bewaart_concepten", False):
        raise Http404
    rij = beheer.get_object(request, pk) if pk else None
    if pk and rij is None:
        raise Http404
    mag = beheer.has_change_permission(request, rij) if pk else beheer.has_add_permission(request)
    sluit = request.POST.keys() & {"dicht", "getypt"} == {"dicht"}  # of the only row, when it was just made
    if not (mag or sluit):
        raise PermissionDenied
    return Plek(request.user, beheer.model, str(rij.pk) if rij else "")


def _weiger(tekst: str | None) -> HttpResponse | None:
    """Return why what was typed is not kept; None when it is, or when there is nothing."""
    if not tekst:
        return None
    if len(tekst) > MEESTE_TEKENS:
        return HttpResponse("Dit is te veel om te bewaren.", PLAT, 413)
    try:
        gegevens = json.loads(tekst)
    except (ValueError, RecursionError):
        gegevens = None
    goed = isinstance(gegevens, dict) and set(gegevens) <= VELDEN and "\0" not in tekst
    return None if goed else HttpResponse("Dit is niet wat een formulier stuurt.", PLAT, 400)


@contextmanager
def _wacht_hooguit(lang: int) -> Iterator[None]:
    """Make what happens inside whole or not at all; wait no more than `lang` milliseconds for who holds SQLite."""
    sqlite = connection.vendor == "sqlite" and not connection.in_atomic_block
    if sqlite:
        wacht = _pragma("busy_timeout", lang)
    try:
        with transaction.atomic():
            yield
    finally:
        if sqlite:
            _pragma("busy_timeout", wacht)


def _pragma(naam: str, waarde: int) -> int:
    """Give a setting of SQLite another value; return the one that it had."""
    with connection.cursor() as cursor:
        was: int = cursor.execute(f"PRAGMA {naam}").fetchone()[0]
        cursor.execute(f"PRAGMA {naam} = {waarde}")
    return was


def _tijd(tijd: datetime | None) -> str:
    """Return the time of day; of another day that day too."""
    if tijd is None:
        return ""
    toen = timezone.localtime(tijd)
    return date_format(toen, "H:i") if toen.date() == timezone.localdate() else moment(tijd)
