from django.http import HttpResponse

from passen.keuze import vraagnamen, wat_past
from uitgave.pagina import Verzoek, leest, toon


@leest(per_uitgave=vraagnamen, per_dag=True)
def passen(request: Verzoek) -> HttpResponse:
    """Which functies fit what somebody wants: `?vraag-<slug>=ja` or `nee` for each question, and `?opleiding=`."""
    return toon(request, "passen/passen.html", wat_past(request.pad, request.GET))
