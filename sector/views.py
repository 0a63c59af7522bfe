from django.http import Http404, HttpResponse

from sector.pagina import sectorpagina
from uitgave.pagina import Verzoek, leest, toon


@leest(per_dag=True)
def sector(request: Verzoek) -> HttpResponse:
    """The sector in figures; 404 where nothing is told of it."""
    pagina = sectorpagina(request.pad)
    if pagina is None:
        raise Http404
    return toon(request, "sector/sector.html", pagina)
