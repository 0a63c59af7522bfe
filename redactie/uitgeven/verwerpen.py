"""Discard one change: put a row of the working copy back to what is published, with its difference shown first."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from msgspec.structs import replace

from redactie.kenmerk import kenmerk
from redactie.uitgeven.keuze import Keuze, Vergelijking
from redactie.uitgeven.rechten import mag_veranderen
from redactie.uitgeven.vindplaats import met_vindplaats
from redactie.uitgeven.voorbeeld import terug
from redactie.uitwisseling.invoer import voer_in
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.leesbaar import op_de_site
from uitgave.leesfout import Leesfout
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import delen, soort_van_rij
from uitgave.verschil import Rijsleutel, Verschil, verschillen


def verwerpen(request: RedactieVerzoek) -> HttpResponse:
    """Show what `?rij=` would lose, and put it back on POST: what was shown, or show it again."""
    sleutel = Rijsleutel.lees(request.GET.get("rij", ""))
    if sleutel.deel not in delen():
        raise Http404
    if not mag_veranderen(request.user, sleutel):
        raise PermissionDenied
    try:
        return _verwerpen(request, sleutel)
    except ValueError as fout:
        return terug(request, fout)


def _verwerpen(request: RedactieVerzoek, sleutel: Rijsleutel) -> HttpResponse:
    nu, uitgave = bouw(alles=True), op_de_site().document
    keuze = zoals_gepubliceerd(nu, uitgave, sleutel)
    wacht = {nodig for breuk in keuze.breuken for nodig in (breuk.nodig, breuk.rij) if nodig and nodig != sleutel}
    gevonden: list[Verschil] = [] if wacht else verschillen(nu, keuze.document)
    basis = kenmerk(gevonden)
    if request.method == "POST" and gevonden:
        if request.POST.get("basis") == basis and _zet_terug(request, keuze.document, kenmerk(nu), gevonden):
            return redirect("admin:publiceren")
        messages.warning(request, "Intussen is er iets veranderd. Bekijk het verschil opnieuw.")
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Maak een wijziging ongedaan",
        "verschillen": met_vindplaats(gevonden),
        "wacht": [v for v in (verschillen(nu, uitgave) if uitgave and wacht else ()) if v.rij in wacht],
        "basis": basis,
    }
    return TemplateResponse(request, "redactie/verwerpen.html", context).render()


def _zet_terug(request: RedactieVerzoek, document: d.Document, basis: str, gevonden: list[Verschil]) -> bool:
    """Make the working copy what `document` says; False when it changed meanwhile."""
    namen = ", ".join(verschil.naam for verschil in gevonden)
    try:
        if not voer_in(document, basis, request.user, f"Wijziging ongedaan gemaakt: {namen}"):
            return False
    except (ValidationError, Leesfout) as fout:
        messages.error(request, " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout))
    else:
        messages.success(request, f"Dit is weer zoals op de site: {namen}.")
    return True


def zoals_gepubliceerd(nu: d.Document, uitgave: d.Document | None, sleutel: Rijsleutel) -> Keuze:
    """Return the whole working copy `nu` with one row as it is published. What is no part of an edition stays in it."""
    leeg = nu if uitgave is None else uitgave
    twee = Vergelijking(nu, leeg, alles=True)
    rijen = twee.na[sleutel.deel]
    if uitgave is None:
        rijen.pop(sleutel.eigen, None)
    elif (was := twee.voor[sleutel.deel].get(sleutel.eigen)) and (rij := rijen.get(sleutel.eigen)):
        rijen[sleutel.eigen] = _met_concepten(rij, was, twee)
    elif was and not getattr(was, "zichtbaar", True):
        rijen[sleutel.eigen] = was  # a draft is no change that waits
    return Keuze(twee, {sleutel})


def _met_concepten(rij: Any, was: Any, twee: Vergelijking) -> Any:
    """Return a row with the drafts inside it, and in its lists, that the working copy has."""
    soort = soort_van_rij(type(rij))
    anders: dict[str, Any] = {}
    for veld, deel in soort.binnen.items():
        eigen = {deel.identiteit_van(een): een for een in getattr(was, veld)}
        rijen = tuple(
            _met_concepten(een, eigen[deel.identiteit_van(een)], twee) if deel.identiteit_van(een) in eigen else een
            for een in getattr(rij, veld)
        )
        er_al = {deel.identiteit_van(een) for een in rijen}
        concepten = (
            een for eigen_, een in eigen.items() if eigen_ not in er_al and not getattr(een, "zichtbaar", True)
        )
        anders[veld] = (*rijen, *concepten)
    for veld, naar in soort.verwijst.items():
        if isinstance(lijst := getattr(rij, veld), tuple):
            los = [een for een in getattr(was, veld) if een not in lijst]
            erbij = [een for een in los if not getattr(twee.voor[naar].get(een), "zichtbaar", True)]
            anders[veld] = tuple(sorted((*lijst, *erbij)))
    return replace(rij, **anders) if anders else rij
