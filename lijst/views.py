from django.http import HttpResponse

from lijst.pagina import lijstpagina
from uitgave.pagina import Verzoek, toon


def lijst(request: Verzoek) -> HttpResponse:
    """What somebody keeps: `?lijst-functie=`, `?lijst-route=` and `?lijst-opleiding=`, each repeated."""
    return toon(request, "lijst/lijst.html", lijstpagina(request.pad, request.GET))
