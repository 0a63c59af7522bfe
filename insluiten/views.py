"""Pages that stand inside another website: the only ones that may, and without a script. And how to put them there."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt

from functies.document import Functie
from functies.paneel import Paneel, paneel_van
from functies.reis import Weg, zoek_routes
from functies.verkenner import Kaartkeuze, verkenner
from insluiten.fragment import Fragment, fragmenten
from uitgave.pagina import Verzoek, leest, of_404, toon


@dataclass(frozen=True)
class Keuze:
    """What somebody may want to put on a website of their own, and the HTML that does so."""

    gekozen: Functie | None
    van: Functie | None
    fragmenten: list[Fragment]


@dataclass(frozen=True)
class Kaartje:
    """A functie, as it stands in another website."""

    paneel: Paneel


@dataclass(frozen=True)
class Route:
    """The best way from one functie to another; None when none is known."""

    van: Functie
    naar: Functie
    weg: Weg | None


@leest(pagina=("functie", "van"))
def insluiten(request: Verzoek) -> HttpResponse:
    """How to put a functie on a website of your own; with `?van=` also the way to it from there."""
    functies = request.pad.alle(Functie)
    gekozen, van = (functies.get(request.GET.get(naam, "")) for naam in ("functie", "van"))
    gevonden = fragmenten(request.pad, gekozen, van) if gekozen else []
    return toon(request, "insluiten/insluiten.html", Keuze(gekozen, van, gevonden))


def overal(response: HttpResponse) -> HttpResponse:
    """Let any website show an answer inside its own page: it has nothing to press that does more than open a page."""
    regels = settings.SECURE_CSP | {"frame-ancestors": "*", "script-src": "'none'", "connect-src": "'none'"}
    response.headers["Content-Security-Policy"] = "; ".join(f"{naam} {waarde}" for naam, waarde in regels.items())
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@leest(per_dag=True)
@xframe_options_exempt
def functie(request: Verzoek, slug: str) -> HttpResponse:
    """The card of a functie: what you do, how you begin and where it leads."""
    gekozen = of_404(request.pad, Functie, slug)
    return overal(toon(request, "insluiten/functie.html", Kaartje(paneel_van(request.pad, gekozen.slug))))


@leest(per_dag=True)
@xframe_options_exempt
def kaart(request: Verzoek, slug: str) -> HttpResponse:
    """The map with a functie chosen."""
    gekozen = of_404(request.pad, Functie, slug)
    return overal(toon(request, "insluiten/kaart.html", verkenner(request.pad, Kaartkeuze(), gekozen)))


@leest(per_dag=True)
@xframe_options_exempt
def route(request: Verzoek, van: str, naar: str) -> HttpResponse:
    """The best way from one functie to another."""
    begin, doel = (of_404(request.pad, Functie, slug) for slug in (van, naar))
    if begin == doel:
        raise Http404(naar)
    wegen = zoek_routes(request.pad, van, naar).wegen
    return overal(toon(request, "insluiten/route.html", Route(begin, doel, wegen[0] if wegen else None)))
