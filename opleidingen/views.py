from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from functies.document import Functie
from functies.keuzes import Rol
from functies.netwerk import netwerk
from functies.paneel import functies_met
from opleidingen.document import Opleiding
from uitgave.pagina import Verzoek, of_404


def opleidingen(request: Verzoek) -> HttpResponse:
    """All opleidingen by level; the diploma's of the sector, whose level is not known, come last."""
    opleidingen = sorted(request.pad.alle(Opleiding).values(), key=lambda rij: rij.niveau or 99)
    rijen = [(rij, functies_met(request.pad, rij.slug)) for rij in opleidingen]
    groepen = [(niveau, list(groep)) for niveau, groep in groupby(rijen, key=lambda rij: rij[0].niveau)]
    return render(request, "opleidingen/opleidingen.html", {"groepen": groepen})


def opleiding(request: Verzoek, slug: str) -> HttpResponse:
    passend = functies_met(request.pad, slug, Rol.PASSEND)
    afstanden = netwerk(request.pad).afstanden([functie.slug for functie in passend])
    context = {
        "opleiding": of_404(request.pad.alle(Opleiding), slug),
        "passend": passend,
        "verder": [(request.pad.alle(Functie)[doel], aantal) for doel, aantal in afstanden.items() if aantal],
        "vereist": functies_met(request.pad, slug, Rol.VEREIST),
    }
    return render(request, "opleidingen/opleiding.html", context)
