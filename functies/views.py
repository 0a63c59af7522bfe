from django.http import HttpResponse

from data.views import VOOR_IEDEREEN
from functies.achtergrond import bekende_achtergrond
from functies.document import Functie
from functies.prent import als_prent
from functies.reis import zoek_routes
from functies.selectie import selectie
from functies.vergelijking import vergelijking
from functies.verkenner import Kaartkeuze, verkenner
from uitgave.pagina import Verzoek, leest, of_404, pagina_of_fragment, toon

PAGINA, FRAGMENT = "functies/kaart.html", "functies/_verkenner.html"


@leest("kaart", opent=["werkveld"], per_dag=True)
def kaart(request: Verzoek) -> HttpResponse:
    """The map; `?opleiding=` shows what fits that opleiding, `?werkveld=` one lane of it."""
    keuze = Kaartkeuze.uit(request.pad, request.GET)
    return pagina_of_fragment(request, PAGINA, FRAGMENT, verkenner(request.pad, keuze))


@leest("werkveld", "kaart", per_dag=True)
def functie(request: Verzoek, slug: str) -> HttpResponse:
    """The map with the panel of one functie; `?kaart=buurt` shows only the functies around it."""
    gekozen = of_404(request.pad, Functie, slug)
    keuze = Kaartkeuze.uit(request.pad, request.GET)
    return pagina_of_fragment(request, PAGINA, FRAGMENT, verkenner(request.pad, keuze, gekozen))


def prent(request: Verzoek) -> HttpResponse:
    """The map as a picture, for beside a link elsewhere."""
    return HttpResponse(als_prent(request.pad), "image/png", headers=VOOR_IEDEREEN)


def prent_van_functie(request: Verzoek, slug: str) -> HttpResponse:
    """A functie and its place on the map, as a picture."""
    return HttpResponse(als_prent(request.pad, of_404(request.pad, Functie, slug)), "image/png", headers=VOOR_IEDEREEN)


@leest(pagina=("niveau", "vereiste", "competentie"))
def functies(request: Verzoek) -> HttpResponse:
    """All functies by level; `?niveau=`, `?vereiste=` and `?competentie=` narrow them."""
    return toon(request, "functies/functies.html", selectie(request.pad, request.GET))


@leest(pagina=("van", "naar"), per_dag=True)
def routes(request: Verzoek) -> HttpResponse:
    """The ways from a functie or an opleiding to a functie; without two ends, a page that helps to choose."""
    einden = (request.GET.get(naam, "") for naam in ("van", "naar", "opleiding"))
    return toon(request, "functies/routes.html", zoek_routes(request.pad, *einden))


@leest("alleen", "naast", pagina=("functie",), per_dag=True)
def vergelijken(request: Verzoek) -> HttpResponse:
    """Two or three functies side by side; with fewer, a page that helps to choose.

    `?alleen=verschillen` leaves out what is equal, `?naast=3` puts the third beside the first on a narrow screen.
    """
    vraag = request.GET
    achtergrond = bekende_achtergrond(request.pad, vraag.get("opleiding", ""))
    keuze = vraag.getlist("functie"), achtergrond, vraag.get("alleen", ""), vraag.get("naast", "")
    return toon(request, "functies/vergelijken.html", vergelijking(request.pad, *keuze))
