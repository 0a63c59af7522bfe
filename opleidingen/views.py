from django.http import HttpResponse
from django.utils import timezone

from aanbod.waar import waar
from opleidingen.document import Opleiding
from opleidingen.pagina import opleidingenlijst, opleidingpagina
from uitgave.pagina import Verzoek, leest, of_404, toon


def opleidingen(request: Verzoek) -> HttpResponse:
    return toon(request, "opleidingen/opleidingen.html", opleidingenlijst(request.pad))


@leest("plaats", "vorm", per_dag=True)
def opleiding(request: Verzoek, slug: str) -> HttpResponse:
    """An opleiding, what it leads to, and where it is given: `?plaats=` and `?vorm=` narrow the schools."""
    gekozen = of_404(request.pad, Opleiding, slug)
    keuzes = request.GET.get("plaats", ""), request.GET.get("vorm", "")
    scholen = waar(request.pad, gekozen, timezone.localdate(), *keuzes)
    return toon(request, "opleidingen/opleiding.html", opleidingpagina(request.pad, gekozen, scholen))
