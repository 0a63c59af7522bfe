from django.http import HttpResponse

from artikelen.document import Leesartikel
from artikelen.pagina import Artikelenlijst, artikelpagina, per_lezer
from uitgave.pagina import Verzoek, of_404, toon


def artikelen(request: Verzoek) -> HttpResponse:
    return toon(request, "artikelen/artikelen.html", Artikelenlijst(per_lezer(request.pad)))


def artikel(request: Verzoek, slug: str) -> HttpResponse:
    gekozen = of_404(request.pad, Leesartikel, slug)
    return toon(request, "artikelen/artikel.html", artikelpagina(request.pad, gekozen))
