from django.http import Http404, HttpResponse
from django.utils import timezone

from beelden.maten import SOORT
from beelden.pagina import te_zien
from uitgave.beelden import uit_database, van_schijf
from uitgave.huidig import huidig
from uitgave.pagina import Verzoek, foutpagina

# What has this name is always this; but a cache for many asks again, for a picture may be taken back.
BEWAREN = "public, max-age=31536000, s-maxage=1, immutable"


def beeld(request: Verzoek, naam: str) -> HttpResponse:
    """A file of a photo that this edition shows today."""
    if not te_zien(request.pad, naam, timezone.localdate()):
        raise Http404(naam)
    inhoud = van_schijf(naam)
    if inhoud is None and huidig.zonder_database():
        return foutpagina(request, 503, {"Retry-After": "10"})
    if inhoud is None and (inhoud := uit_database(naam)) is None:
        raise Http404(naam)
    bewaren = {} if getattr(request, "voorbeeld", False) else {"Cache-Control": BEWAREN}
    return HttpResponse(inhoud, SOORT[naam.rpartition(".")[2]], headers=bewaren)
