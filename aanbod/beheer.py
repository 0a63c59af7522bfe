"""The page of the desk about who offers what: what visitors see, what waits, and what only looks alike."""

from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from aanbod.document import BIJLAGE, Aanbieding, Aanbod, bevestigd, lees, schrijf
from aanbod.overnemen import NietOvergenomen, haal_nieuwste, neem_aanbod_over
from opleidingen.models import Opleiding
from redactie.bezig import bezig
from redactie.links.ophalen import NietOpenbaar
from uitgave.bijlagen import neem_over, nieuwste, wachtend
from uitgave.pagina import RedactieVerzoek
from uitgave.vastleggen import vastleggen

ADRES = "admin:opleidingen_opleiding_aanbod"


@dataclass(frozen=True)
class Regel:
    """An opleiding with a code, and what the overview says of it; `vermoed` are the units that look alike."""

    opleiding: Opleiding
    scholen: int
    plaatsen: int
    wachtend: int | None  # schools in the overview that waits
    vermoed: dict[str, tuple[Aanbieding, ...]]


def _regels(nu: Aanbod | None, straks: Aanbod | None) -> list[Regel]:
    regels = []
    for opleiding in Opleiding.objects.exclude(code=""):
        rijen = nu.codes.get(opleiding.code, ()) if nu else ()
        vermoed: dict[str, tuple[Aanbieding, ...]] = {}
        for rij in nu.vermoed.get(opleiding.code, ()) if nu else ():
            vermoed[rij.eenheid] = (*vermoed.get(rij.eenheid, ()), rij)
        dan = {rij.school for rij in straks.codes.get(opleiding.code, ())} if straks else None
        scholen, plaatsen = ({getattr(rij, naam) for rij in rijen} - {""} for naam in ("school", "plaats"))
        regels.append(Regel(opleiding, len(scholen), len(plaatsen), None if dan is None else len(dan), vermoed))
    return regels


def aanbodpagina(request: RedactieVerzoek, context: dict[str, Any]) -> HttpResponse:
    """Show who offers what; take over a newer overview, decide on one that waits, or join a unit to a code."""
    if not request.user.has_perm("opleidingen.view_opleiding"):
        raise PermissionDenied
    if request.method == "POST":
        _doe(request)
        return redirect(ADRES)
    nu, straks = nieuwste(BIJLAGE), wachtend(BIJLAGE)
    gelezen = lees(nu.inhoud) if nu else None
    anders = {
        "title": "Waar kun je het leren?",
        "aanbod": gelezen,
        "wachtend": straks,
        "regels": _regels(gelezen, lees(straks.inhoud) if straks else None),
        "mag_beslissen": request.user.has_perm("uitgave.publiceren"),
        "mag_koppelen": request.user.has_perm("opleidingen.change_opleiding"),
    }
    return render(request, "redactie/aanbod.html", context | anders)


def _doe(request: RedactieVerzoek) -> None:
    """Do what the button that was pressed says. Raises PermissionDenied for who may not."""
    recht = "opleidingen.change_opleiding" if "koppel" in request.POST else "uitgave.publiceren"
    gekozen = request.POST.keys() & {"koppel", "haal", "neem_over", "gooi_weg"}
    if gekozen and not request.user.has_perm(recht):
        raise PermissionDenied
    straks = wachtend(BIJLAGE)
    if "koppel" in gekozen:
        _koppel(request)
    elif "haal" in gekozen:
        _haal(request)
    elif straks and "neem_over" in gekozen:
        neem_over(BIJLAGE, straks.inhoud, request.user)
        messages.success(request, "Het nieuwe overzicht staat nu op de site.")
    elif straks and "gooi_weg" in gekozen:
        straks.delete()
        messages.success(request, "Het overzicht dat wachtte, is weg. Op de site verandert niets.")


def _haal(request: RedactieVerzoek) -> None:
    try:
        with bezig(request.user):
            neem_aanbod_over(*haal_nieuwste(), door=request.user)
    except NietOvergenomen:
        messages.warning(request, "Het nieuwe overzicht heeft minder scholen. Kijk hieronder of dat klopt.")
    except (OSError, HTTPException, ValueError, NietOpenbaar) as fout:
        messages.error(request, f"Het ophalen is niet gelukt. Op de site verandert niets. {fout}")
    else:
        messages.success(request, "Het nieuwe overzicht staat nu op de site.")


def _koppel(request: RedactieVerzoek) -> None:
    """Join a unit to the code of an opleiding, for this overview and for all that come after."""
    eenheid, nu = request.POST["koppel"], nieuwste(BIJLAGE)
    aanbod = lees(nu.inhoud) if nu else None
    if aanbod is None or eenheid not in {rij.eenheid for rijen in aanbod.vermoed.values() for rij in rijen}:
        messages.error(request, "Deze scholen staan niet meer in het overzicht. Er is niets veranderd.")
        return
    with vastleggen(request.user, "School gekoppeld"):
        opleiding = get_object_or_404(Opleiding.objects.select_for_update(), pk=request.POST.get("opleiding", "0"))
        opleiding.eenheden = ", ".join(dict.fromkeys([*opleiding.eigen_eenheden(), eenheid]))
        opleiding.save()
        neem_over(BIJLAGE, schrijf(bevestigd(aanbod, opleiding.code, eenheid)), request.user)
    messages.success(request, f"De scholen staan nu bij {opleiding}.")
