from django.http import HttpResponse
from django.shortcuts import render

from tests.weetjes.document import Weetje
from uitgave.pagina import Verzoek, of_404


def weetje(request: Verzoek, slug: str) -> HttpResponse:
    return render(request, "weetjes/weetje.html", {"weetje": of_404(request.pad, Weetje, slug)})
