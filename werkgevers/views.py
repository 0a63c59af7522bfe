"""What an employer reads: the way in, the guide with its planner, the leerwegen, and learning in practice."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone

from ontwikkelpad.document import Ontwikkelpad
from uitgave.pagina import Verzoek, adres_voor_bezoekers, toon
from werkgevers.agenda import maak_kalender
from werkgevers.document import Gidsstap, Werkgevers
from werkgevers.gidsen import gidsen
from werkgevers.keuzes import Versie
from werkgevers.pagina import Gids, ingang, leerwegen_naast_elkaar, planner
from werkgevers.planning import lees_start, plan

P = ParamSpec("P")
Pagina = Callable[Concatenate[Verzoek, P], HttpResponse]


def voor_werkgevers(view: Pagina[P]) -> Pagina[P]:
    """Show the page only where the edition has texts for employers; else it is not there."""

    @wraps(view)
    def met_teksten(request: Verzoek, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.pad.enige(Werkgevers) is None:
            raise Http404
        return view(request, *args, **kwargs)

    return met_teksten


@voor_werkgevers
def werkgevers(request: Verzoek) -> HttpResponse:
    """The way in: what there is for an employer, and who helps."""
    return toon(request, "werkgevers/werkgevers.html", ingang(request.pad, timezone.localdate()))


@voor_werkgevers
def zij_instroom(request: Verzoek) -> HttpResponse:
    """The guide for a region, with the planner; `?start=2026-03-31` lays its steps over the months."""
    inhoud = planner(request.pad, request.GET.get("start"), timezone.localdate())
    return toon(request, "werkgevers/gids.html", inhoud)


@voor_werkgevers
def gids(request: Verzoek, versie: str) -> HttpResponse:
    """A short version of the guide: only the steps with something to do for one employer, or for a kandidaat."""
    alle = gidsen(request.pad)
    if versie not in alle:
        raise Http404
    return toon(request, "werkgevers/gids.html", Gids(Versie(versie), alle))


@voor_werkgevers
def agenda(request: Verzoek) -> HttpResponse:
    """The planning from `?start=` as a file for a calendar; without a date that can be read, 404."""
    stappen = list(request.pad.alle(Gidsstap).values())
    try:
        planning = plan(stappen, lees_start(request.GET.get("start", ""), timezone.localdate()))
    except ValueError as fout:
        raise Http404(str(fout)) from None
    if not stappen:
        raise Http404
    site = request.pad.vaste(Ontwikkelpad).naam
    adres = f"{settings.SITE_URL}{adres_voor_bezoekers('werkgevers:zij_instroom')}" if settings.SITE_URL else ""
    return HttpResponse(
        maak_kalender(planning, site, request.pad.uitgave.datum, adres),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="planning-{planning.van}.ics"'},
    )


@voor_werkgevers
def leerwegen(request: Verzoek) -> HttpResponse:
    """The leerwegen, each explained and all side by side."""
    return toon(request, "werkgevers/leerwegen.html", leerwegen_naast_elkaar(request.pad))


@voor_werkgevers
def praktijk(request: Verzoek) -> HttpResponse:
    """Learning in practice: what to read, and what to tick off."""
    return toon(request, "werkgevers/praktijk.html")
