from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from functies.models import Rol
from ontwikkelpad.pagina import Verzoek, of_404


def opleidingen(request: Verzoek) -> HttpResponse:
    """All opleidingen by level; the diploma's of the sector, whose level is not known, come last."""
    opleidingen = sorted(request.pad.opleidingen.values(), key=lambda rij: rij.niveau or 99)
    rijen = [(rij, request.pad.functies_met(rij.slug)) for rij in opleidingen]
    groepen = [(niveau, list(groep)) for niveau, groep in groupby(rijen, key=lambda rij: rij[0].niveau)]
    return render(request, "opleidingen/opleidingen.html", {"groepen": groepen})


def opleiding(request: Verzoek, slug: str) -> HttpResponse:
    passend = request.pad.functies_met(slug, Rol.PASSEND)
    afstanden = request.pad.netwerk.afstanden([functie.slug for functie in passend])
    context = {
        "opleiding": of_404(request.pad.opleidingen, slug),
        "passend": passend,
        "verder": [(request.pad.functies[doel], aantal) for doel, aantal in afstanden.items() if aantal],
        "vereist": request.pad.functies_met(slug, Rol.VEREIST),
    }
    return render(request, "opleidingen/opleiding.html", context)
