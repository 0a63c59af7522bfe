from django.http import HttpResponse

from functies.document import Functie
from functies.reis import zoek_routes
from functies.selectie import selectie
from functies.vergelijking import vergelijking
from functies.verkenner import Kaartkeuze, verkenner
from uitgave.pagina import Verzoek, of_404, pagina_of_fragment, toon

PAGINA, FRAGMENT = "functies/kaart.html", "functies/_verkenner.html"


def kaart(request: Verzoek) -> HttpResponse:
    """The map; `?opleiding=` shows what fits that opleiding, `?werkveld=` one lane of it."""
    keuze = Kaartkeuze.uit(request.pad, request.GET)
    return pagina_of_fragment(request, PAGINA, FRAGMENT, verkenner(request.pad, keuze))


def functie(request: Verzoek, slug: str) -> HttpResponse:
    """The map with the panel of one functie; `?kaart=buurt` shows only the functies around it."""
    gekozen = of_404(request.pad, Functie, slug)
    keuze = Kaartkeuze.uit(request.pad, request.GET)
    return pagina_of_fragment(request, PAGINA, FRAGMENT, verkenner(request.pad, keuze, gekozen))


def functies(request: Verzoek) -> HttpResponse:
    """All functies by level; `?niveau=`, `?vereiste=` and `?competentie=` narrow them."""
    return toon(request, "functies/functies.html", selectie(request.pad, request.GET))


def routes(request: Verzoek) -> HttpResponse:
    """The routes between two functies; with one of them missing or unknown, a page that helps to choose."""
    van, naar = request.GET.get("van", ""), request.GET.get("naar", "")
    return toon(request, "functies/routes.html", zoek_routes(request.pad, van, naar))


def vergelijken(request: Verzoek) -> HttpResponse:
    """Two or three functies side by side; with fewer, a page that helps to choose."""
    return toon(request, "functies/vergelijken.html", vergelijking(request.pad, request.GET.getlist("functie")))
