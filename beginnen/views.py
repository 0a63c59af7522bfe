"""Where somebody can begin: the page with its doors. The guides of a kandidaat stand below it."""

from django.http import Http404, HttpResponse

from beginnen.pagina import beginpagina
from uitgave.pagina import Verzoek, leest, toon


@leest(opent=["deur"], per_dag=True)
def beginnen(request: Verzoek) -> HttpResponse:
    """The doors, with what lies behind the one that `?deur=` asks for, or the first; 404 where there are none."""
    pagina = beginpagina(request.pad, request.GET)
    if pagina is None:
        raise Http404
    return toon(request, "beginnen/beginnen.html", pagina)
