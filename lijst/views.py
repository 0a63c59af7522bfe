from django.http import HttpResponse

from lijst.pagina import lijstpagina
from uitgave.pagina import Verzoek, leest, toon


@leest(per_dag=True)
def lijst(request: Verzoek) -> HttpResponse:
    """What somebody keeps: `?lijst-functie=`, `?lijst-route=` and `?lijst-opleiding=`, each repeated."""
    return toon(request, "lijst/lijst.html", lijstpagina(request.pad, request.GET))
