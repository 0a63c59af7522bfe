from django.http import HttpResponse
from django.shortcuts import render

from ontwikkelpad.pagina import Verzoek, of_404


def verhalen(request: Verzoek) -> HttpResponse:
    panelen = [(verhaal, request.pad.paneel(verhaal.functie)) for verhaal in request.pad.verhalen.values()]
    return render(request, "verhalen/verhalen.html", {"panelen": panelen})


def verhaal(request: Verzoek, slug: str) -> HttpResponse:
    verhaal = of_404(request.pad.verhalen, slug)
    return render(
        request, "verhalen/verhaal.html", {"verhaal": verhaal, "functie": request.pad.functies[verhaal.functie]}
    )
