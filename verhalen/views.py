from django.http import HttpResponse
from django.shortcuts import render

from functies.document import Functie
from functies.paneel import paneel_van
from uitgave.pagina import Verzoek, of_404
from verhalen.document import Verhaal


def verhalen(request: Verzoek) -> HttpResponse:
    panelen = [(verhaal, paneel_van(request.pad, verhaal.functie)) for verhaal in request.pad.alle(Verhaal).values()]
    return render(request, "verhalen/verhalen.html", {"panelen": panelen})


def verhaal(request: Verzoek, slug: str) -> HttpResponse:
    verhaal = of_404(request.pad.alle(Verhaal), slug)
    return render(
        request, "verhalen/verhaal.html", {"verhaal": verhaal, "functie": request.pad.alle(Functie)[verhaal.functie]}
    )
