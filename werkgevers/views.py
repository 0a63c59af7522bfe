"""What an employer reads: the way in, the guide with its planner, the leerwegen, and learning in practice."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils import timezone

from ontwikkelpad.document import Ontwikkelpad
from uitgave.pagina import Verzoek
from werkgevers.agenda import agenda as kalender
from werkgevers.document import Doelgroep, Gidsstap, Leerweg, Regeling, Werkgevers
from werkgevers.gidsen import gidsen
from werkgevers.keuzes import Versie
from werkgevers.planning import eerste_maandagen, lees_start, plan
from werkgevers.regelingen import geldig

P = ParamSpec("P")
Pagina = Callable[Concatenate[Verzoek, P], HttpResponse]
VOORSTELLEN = 3  # start dates that the planner offers
ASHOOGTE, RIJHOOGTE = 3, 3  # of the bar chart: the words along its axis, and a bar with its name, in em


def voor_werkgevers(view: Pagina[P]) -> Pagina[P]:
    """Show the page only where the edition has texts for employers; else it is not there."""

    @wraps(view)
    def met_teksten(request: Verzoek, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.pad.enige(Werkgevers) is None:
            raise Http404
        return view(request, *args, **kwargs)

    return met_teksten


def openbaar_pad(naam: str) -> str:
    """Return the path of a page as visitors know it, also in the preview of the admin."""
    return f"/{reverse(naam).removeprefix(get_script_prefix())}"


@voor_werkgevers
def werkgevers(request: Verzoek) -> HttpResponse:
    """The way in: what there is for an employer, and who helps."""
    context = {
        "regelingen": geldig(request.pad.alle(Regeling).values(), timezone.localdate()),
        "gidsen": gidsen(request.pad),
    }
    return render(request, "werkgevers/werkgevers.html", context)


@voor_werkgevers
def zij_instroom(request: Verzoek) -> HttpResponse:
    """The guide for a region, with the planner; `?start=2026-03-31` lays its steps over the months."""
    stappen = list(request.pad.alle(Gidsstap).values())
    vandaag = timezone.localdate()
    gevraagd = request.GET.get("start")
    start, fout = None, ""
    if gevraagd is not None and stappen:
        try:
            start = lees_start(gevraagd, vandaag)
        except ValueError as reden:
            fout = str(reden)
    planning = plan(stappen, start)
    context = {
        "versie": Versie.REGIO,
        "gidsen": gidsen(request.pad),
        "stappen": gidsen(request.pad).get(Versie.REGIO, ()),
        "planning": planning,
        "balken": [(balk, ASHOOGTE + nummer * RIJHOOGTE) for nummer, balk in enumerate(planning.balken)],
        "hoogte": ASHOOGTE + len(planning.balken) * RIJHOOGTE,
        "fout": fout,
        "voorbij": start is not None and start < vandaag,
        "voorstellen": eerste_maandagen(vandaag, VOORSTELLEN),
    }
    return render(request, "werkgevers/gids.html", context)


@voor_werkgevers
def gids(request: Verzoek, versie: str) -> HttpResponse:
    """A short version of the guide: only the steps with something to do for one employer, or for a kandidaat."""
    alle = gidsen(request.pad)
    if versie not in alle:
        raise Http404
    context = {"versie": Versie(versie), "gidsen": alle, "stappen": alle[Versie(versie)]}
    return render(request, "werkgevers/gids.html", context)


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
    adres = f"{settings.SITE_URL}{openbaar_pad('werkgevers:zij_instroom')}" if settings.SITE_URL else ""
    return HttpResponse(
        kalender(planning, site, request.pad.uitgave.datum, adres),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="planning-{planning.van}.ics"'},
    )


@voor_werkgevers
def leerwegen(request: Verzoek) -> HttpResponse:
    """The leerwegen, each explained and all side by side."""
    rijen = [
        (leerweg, [request.pad.alle(Doelgroep)[slug] for slug in leerweg.doelgroepen])
        for leerweg in request.pad.alle(Leerweg).values()
    ]
    return render(request, "werkgevers/leerwegen.html", {"rijen": rijen})


@voor_werkgevers
def praktijk(request: Verzoek) -> HttpResponse:
    """Learning in practice: what to read, and what to tick off."""
    return render(request, "werkgevers/praktijk.html")
