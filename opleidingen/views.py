from django.http import HttpResponse

from opleidingen.document import Opleiding
from opleidingen.pagina import opleidingenlijst, opleidingpagina
from uitgave.pagina import Verzoek, leest, of_404, toon


def opleidingen(request: Verzoek) -> HttpResponse:
    return toon(request, "opleidingen/opleidingen.html", opleidingenlijst(request.pad))


@leest(per_dag=True)
def opleiding(request: Verzoek, slug: str) -> HttpResponse:
    gekozen = of_404(request.pad, Opleiding, slug)
    return toon(request, "opleidingen/opleiding.html", opleidingpagina(request.pad, gekozen))
