"""The page that makes the working copy equal to an edition, or one row of it, after showing the difference."""

from collections.abc import Hashable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from redactie.bezig import bezig
from redactie.kenmerk import kenmerk
from redactie.melden import meld
from redactie.uitgeven.vindplaats import met_vindplaats
from redactie.uitwisseling.invoer import probeer, voer_in
from redactie.uitwisseling.naar_uitgave import anders_dan, gelijk_aan, met_rij
from redactie.uitwisseling.views import alle_fouten, mag_alles
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.models import Uitgave
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import delen
from uitgave.vastleggen import van_een_moment
from uitgave.verschil import Lezer, verschillen

Keuze = tuple[str, Hashable, str]  # a part, what tells a row apart in it, and what people call it


def gelijkmaken(request: RedactieVerzoek, uitgave_id: int) -> HttpResponse:
    """Show what would change in the working copy, and change it on POST: all of it, or the row that is asked for."""
    if not mag_alles(request.user, "add", "change", "delete"):
        raise PermissionDenied
    uitgave = get_object_or_404(Uitgave.objects.verschenen(), pk=uitgave_id)
    try:
        with bezig(request.user):
            return _gelijkmaken(request, uitgave, d.lees(uitgave.document))
    except ValueError as fout:
        return _toon(request, uitgave, {"fouten": alle_fouten(fout)})


def _gelijkmaken(request: RedactieVerzoek, uitgave: Uitgave, document: d.Document) -> HttpResponse:
    nu = van_een_moment(lambda: bouw(alles=True))
    alles = d.geordend(gelijk_aan(document, nu))
    keuzes = _keuzes(nu, alles)
    gekozen = keuzes.get(request.GET.get("rij", ""))
    if request.GET.get("rij") and gekozen is None and request.method != "POST":
        messages.warning(request, "Deze rij is niet meer anders dan in de uitgave. Kies een andere rij.")
    if request.GET.get("rij") and gekozen is None and request.method == "POST":
        raise Http404
    doel = d.geordend(d.gecontroleerd(met_rij(document, nu, *gekozen[:2]), alles=True)) if gekozen else alles
    basis, wat = kenmerk(nu), f"{gekozen[2]} is" if gekozen else "Het beheer is"
    if request.method == "POST":
        if request.POST.get("basis") == basis and voer_in(
            doel, basis, request.user, f"{wat} gelijkgemaakt aan {uitgave}"
        ):
            meld(request, f"{wat} nu gelijk aan {str(uitgave).lower()}.")
            return redirect("admin:geschiedenis")
        messages.warning(request, "Intussen is er iets veranderd. Bekijk het verschil opnieuw.")
    probeer(doel)
    return _toon(
        request,
        uitgave,
        {"verschillen": met_vindplaats(verschillen(nu, doel)), "basis": basis, "keuzes": keuzes, "gekozen": gekozen},
    )


def _keuzes(nu: d.Document, doel: d.Document) -> dict[str, Keuze]:
    """Return the rows that would change, each by a short text for an address."""
    lezer = Lezer(nu, doel)
    return {
        kenmerk(deel, eigen): (deel, eigen, f"{delen()[deel].enkelvoud} {lezer.naam(rij)}")
        for deel, eigen, rij in anders_dan(nu, doel)
    }


def _toon(request: RedactieVerzoek, uitgave: Uitgave, meer: dict[str, Any]) -> HttpResponse:
    context = {"title": f"Maak het beheer gelijk aan {str(uitgave).lower()}", "uitgave": uitgave, **meer}
    return TemplateResponse(request, "redactie/gelijkmaken.html", admin.site.each_context(request) | context)
