"""Take content out: any list as CSV for a spreadsheet, and the whole working copy as one JSON file."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG, PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.db.models import Field, Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from redactie import adressen
from uitgave import document as d
from uitgave.inhoud import Inhoud
from uitgave.rekenblad import veilig

GEDEELD = [veld.name for veld in Inhoud._meta.local_fields]


class MetCsv(admin.ModelAdmin):
    """Offers the rows of a list, as it is filtered, searched and sorted, as a file for a spreadsheet."""

    csv_zonder: tuple[str, ...] = ()  # fields that stay out of the file

    def get_urls(self) -> list[Any]:
        adres = path("csv/", self.admin_site.admin_view(require_safe(self.csv)), name=self.csv_naam())
        return [adres, *super().get_urls()]

    def csv_naam(self) -> str:
        """Return the name of the address of the file, within the admin."""
        return adressen.naam(self.opts, "csv")

    def csv(self, request: HttpRequest) -> HttpResponse:
        """Return every row of the list that this address filters, on all its pages."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        vraag = request.GET.copy()
        vraag.pop(PAGE_VAR, None)
        request.GET = vraag  # type: ignore[assignment]  # Django itself does so
        try:
            rijen = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            lijst = reverse(f"admin:{adressen.naam(self.opts, 'changelist')}")
            return HttpResponseRedirect(f"{lijst}?{ERROR_FLAG}=1")
        velden = csv_velden(self.model, self.csv_zonder)
        naam = f"{slugify(str(self.opts.verbose_name_plural))}-{timezone.localdate()}.csv"
        return als_bestand(als_csv(rijen, velden), "text/csv; charset=utf-8", naam)


def csv_velden(model: type[Model], zonder: Iterable[str] = ()) -> list[Field]:
    """Return the fields of `model` that say something outside this database: all but its row number.

    Those that all content shares come last, as on its page in the admin.
    """
    velden = (*model._meta.concrete_fields, *model._meta.many_to_many)
    gekozen = [veld for veld in velden if not veld.primary_key and veld.name not in zonder]
    return sorted(gekozen, key=lambda veld: veld.name in GEDEELD)


def als_csv(rijen: QuerySet, velden: list[Field]) -> str:
    """Return `rijen` as a Dutch spreadsheet opens it: a mark for UTF-8, and ; between the cells.

    Dates are written as 2026-02-06: every spreadsheet knows that as a date, in any language, and as
    text it sorts.
    """
    relaties = [veld.name for veld in velden if veld.is_relation and not veld.many_to_many]
    lijsten = [veld.name for veld in velden if veld.many_to_many]
    bestand = io.StringIO()
    schrijver = csv.writer(bestand, delimiter=";")
    schrijver.writerow(veilig(str(veld.verbose_name)) for veld in velden)
    for rij in rijen.select_related(*relaties).prefetch_related(*lijsten):
        schrijver.writerow(veilig(tekst(rij, veld)) for veld in velden)
    return f"\ufeff{bestand.getvalue()}"


def tekst(rij: Model, veld: Field) -> str:
    """Return the value of a field as a person reads it; of a list, what is in it with | between."""
    if veld.many_to_many:
        return " | ".join(str(ander) for ander in getattr(rij, veld.name).all())
    waarde = getattr(rij, veld.name)
    if waarde is None:
        return ""
    if veld.choices:
        return str(getattr(rij, f"get_{veld.name}_display")())
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return f"{timezone.localtime(waarde):%Y-%m-%d %H:%M:%S}"
    return str(waarde)


def als_json(document: d.Document) -> HttpResponse:
    """Return `document` as a file to keep, to edit, or to bring back."""
    naam = slugify(document.sitenaam) or "inhoud"
    return als_bestand(d.schrijf(document), "application/json", f"{naam}-{timezone.localdate()}.json")


def als_bestand(inhoud: str, soort: str, naam: str) -> HttpResponse:
    """Return a file that a browser keeps and does not show."""
    return HttpResponse(inhoud, content_type=soort, headers={"Content-Disposition": f'attachment; filename="{naam}"'})
