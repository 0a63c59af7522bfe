from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from functies.verkenner import verkenner
from ontwikkelpad.pagina import Verzoek, of_404, pagina_of_fragment

PAGINA, FRAGMENT = "functies/kaart.html", "functies/_verkenner.html"


def kaart(request: Verzoek) -> HttpResponse:
    """The map; `?werkveld=<slug>` shows one lane of it."""
    gevraagd = request.GET.get("werkveld", "")
    context = verkenner(request.pad, werkveld=request.pad.werkvelden.get(gevraagd))
    onbekend = gevraagd if gevraagd not in request.pad.werkvelden else ""
    return pagina_of_fragment(request, PAGINA, FRAGMENT, {**context, "onbekend_werkveld": onbekend})


def functie(request: Verzoek, slug: str) -> HttpResponse:
    """The map with the panel of one functie; `?kaart=buurt` shows only the functies around it."""
    gekozen = of_404(request.pad.functies, slug)
    context = verkenner(request.pad, gekozen=gekozen, buurt=request.GET.get("kaart") == "buurt")
    return pagina_of_fragment(request, PAGINA, FRAGMENT, context)


def functies(request: Verzoek) -> HttpResponse:
    """All functies by level."""
    rijen = [(functie, request.pad.werkvelden[functie.werkveld]) for functie in request.pad.functies.values()]
    groepen = [(niveau, list(groep)) for niveau, groep in groupby(rijen, key=lambda rij: rij[0].niveau)]
    return render(request, "functies/functies.html", {"groepen": groepen})
