from django.http import Http404, HttpResponse

from niveaus.pagina import niveaupagina
from uitgave.pagina import Verzoek, leest, toon


@leest(per_dag=True)
def niveaus(request: Verzoek) -> HttpResponse:
    """What the levels mean, and how one grows; 404 where nothing is told of that."""
    pagina = niveaupagina(request.pad)
    if pagina is None:
        raise Http404
    return toon(request, "niveaus/niveaus.html", pagina)
