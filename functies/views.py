from django.http import HttpResponse
from django.shortcuts import render

from functies.document import Functie
from functies.paneel import paneel_van
from functies.reis import dichtbij, reizen
from functies.selectie import selectie
from functies.vergelijking import MEEST, vergelijk, wegen
from functies.verkenner import Keuze, verkenner
from uitgave.pagina import Verzoek, of_404, pagina_of_fragment

PAGINA, FRAGMENT = "functies/kaart.html", "functies/_verkenner.html"


def kaart(request: Verzoek) -> HttpResponse:
    """The map; `?opleiding=` shows what fits that opleiding, `?werkveld=` one lane of it."""
    context = verkenner(request.pad, Keuze.uit(request.pad, request.GET))
    return pagina_of_fragment(request, PAGINA, FRAGMENT, context)


def functie(request: Verzoek, slug: str) -> HttpResponse:
    """The map with the panel of one functie; `?kaart=buurt` shows only the functies around it."""
    gekozen = of_404(request.pad.alle(Functie), slug)
    context = verkenner(request.pad, Keuze.uit(request.pad, request.GET), gekozen)
    return pagina_of_fragment(request, PAGINA, FRAGMENT, context)


def functies(request: Verzoek) -> HttpResponse:
    """All functies by level; `?niveau=`, `?vereiste=` and `?competentie=` narrow them."""
    return render(request, "functies/functies.html", selectie(request.pad, request.GET))


def routes(request: Verzoek) -> HttpResponse:
    """The routes between two functies; with one of them missing or unknown, a page that helps to choose."""
    gevraagd = [request.GET.get(naam, "") for naam in ("van", "naar")]
    van, naar = (request.pad.alle(Functie).get(slug) for slug in gevraagd)
    gevonden = reizen(request.pad, van.slug, naar.slug) if van and naar else []
    context = {
        "van": van,
        "naar": naar,
        "onbekend": [slug for slug in gevraagd if slug and slug not in request.pad.alle(Functie)],
        "reizen": gevonden,
        "dichtbij": dichtbij(request.pad, naar.slug) if naar and not gevonden else [],
    }
    return render(request, "functies/routes.html", context)


def vergelijken(request: Verzoek) -> HttpResponse:
    """Two or three functies side by side; with fewer, a page that helps to choose."""
    gevraagd = list(dict.fromkeys(filter(None, request.GET.getlist("functie"))))
    bekend = [slug for slug in gevraagd if slug in request.pad.alle(Functie)]
    panelen = [paneel_van(request.pad, slug) for slug in bekend[:MEEST]]
    context = {
        "panelen": panelen,
        "keuzes": [paneel.functie.slug for paneel in panelen] + [""] * (MEEST - len(panelen)),
        "rijen": vergelijk(panelen) if len(panelen) > 1 else [],
        "paren": wegen(request.pad, panelen),
        "onbekend": [slug for slug in gevraagd if slug not in request.pad.alle(Functie)],
        "te_veel": len(bekend) > MEEST,
    }
    return render(request, "functies/vergelijken.html", context)
