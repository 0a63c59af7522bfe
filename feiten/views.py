from django.http import HttpResponse

from feiten.document import Onderwerp
from feiten.kort import overzicht
from uitgave.pagina import Verzoek, leest, of_404, toon


@leest(per_dag=True)
def onderwerp(request: Verzoek, slug: str) -> HttpResponse:
    """One onderwerp of all functies, or of all opleidingen."""
    return toon(request, "feiten/onderwerp.html", overzicht(request.pad, of_404(request.pad, Onderwerp, slug)))
