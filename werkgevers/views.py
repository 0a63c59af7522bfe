"""What an employer reads: the way in, the guides with their planner, the leerwegen, and learning in practice."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from ontwikkelpad.document import Ontwikkelpad
from uitgave import klok
from uitgave.pagina import Verzoek, adres_voor_bezoekers, leest, of_404, toon
from uitgave.verhuizing import stuur_door
from werkgevers.agenda import maak_kalender
from werkgevers.document import Gids, Gidsstap, Werkgevers
from werkgevers.gidsen import gids_adres, gidsen, ruimte, te_lezen, te_openen
from werkgevers.pagina import Partijblad, gevraagd_plan, gidspagina, ingang, leerwegen_naast_elkaar, planvelden
from werkgevers.pagina import team as teampagina
from werkgevers.planvraag import PARTIJ, VELDEN
from werkgevers.vindbaar import stap_adres

P = ParamSpec("P")
Pagina = Callable[Concatenate[Verzoek, P], HttpResponse]


def voor_werkgevers(view: Pagina[P]) -> Pagina[P]:
    """Show the page only where the edition has texts for employers; else it is not there."""

    @wraps(view)
    def met_teksten(request: Verzoek, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.pad.enige(Werkgevers) is None:
            raise Http404
        return view(request, *args, **kwargs)

    met_teksten.alleen_met_teksten = True  # type: ignore[attr-defined]  # for who lists what can be opened
    return met_teksten


def _gids(request: Verzoek, slug: str) -> Gids:
    """Return a guide that can be opened: one for employers only where there are texts for them. Raises Http404."""
    rij = of_404(request.pad, Gids, slug)
    if not te_openen(request.pad, rij):
        raise Http404
    return rij


@leest(per_dag=True)
@voor_werkgevers
def werkgevers(request: Verzoek) -> HttpResponse:
    """The way in: what there is for an employer, and who helps."""
    return toon(request, "werkgevers/werkgevers.html", ingang(request.pad, klok.vandaag()))


@leest(*VELDEN, PARTIJ, per_uitgave=planvelden, per_dag=True)
def gids(request: Verzoek, slug: str) -> HttpResponse:
    """A guide, with the pages of its reader. One with all steps lays them over the months, as `planvraag.py` reads.

    There `?partij=` asks for the page of one party.
    """
    rij = _gids(request, slug)
    if request.path != gids_adres(rij):
        return stuur_door(request, gids_adres(rij))
    inhoud = gidspagina(request.pad, rij, request.GET, klok.vandaag())
    blad = "werkgevers/gids_partij.html" if isinstance(inhoud, Partijblad) else "werkgevers/gids.html"
    return toon(request, blad, inhoud)


@voor_werkgevers
def gids_op_oud_adres(request: Verzoek, slug: str) -> HttpResponse:
    """Where the short guides were until release 1.3: lead on to where they are, with what was asked."""
    return stuur_door(request, gids_adres(of_404(request.pad, Gids, slug)))


@voor_werkgevers
def gidsstap(request: Verzoek, slug: str) -> HttpResponse:
    """Lead to a step in the guide that has it, for links that do not know in which; else to where the guides are."""
    gids, _ = te_lezen(gidsen(request.pad)).get(of_404(request.pad, Gidsstap, slug).slug, (None, None))
    return redirect(stap_adres(gids, slug) if gids else reverse("werkgevers:werkgevers"))


@leest(*VELDEN, per_uitgave=planvelden, per_dag=True)
def agenda(request: Verzoek, slug: str) -> HttpResponse:
    """The planning that was asked for as a file for a calendar; without a date that can be read, 404.

    Nobody keeps it: asked again it says that it is newer.
    """
    rij = _gids(request, slug)
    if request.path != (nu := reverse(f"{ruimte(rij)}:agenda", args=[rij.slug])):
        return stuur_door(request, nu)
    stappen = list(request.pad.alle(Gidsstap).values()) if rij.volledig else []
    planning = gevraagd_plan(request.pad, request.GET, klok.vandaag()).plan(stappen)
    if not stappen or planning.van is None:
        raise Http404
    site = request.pad.vaste(Ontwikkelpad).naam
    adres = f"{settings.SITE_URL}{adres_voor_bezoekers(f'{ruimte(rij)}:gids', slug)}" if settings.SITE_URL else ""
    return HttpResponse(
        maak_kalender(planning, rij, site, timezone.now(), adres),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="planning-{planning.van}.ics"',
            "Cache-Control": "no-store",
        },
    )


@voor_werkgevers
def leerwegen(request: Verzoek) -> HttpResponse:
    """The leerwegen, each explained and all side by side."""
    return toon(request, "werkgevers/leerwegen.html", leerwegen_naast_elkaar(request.pad))


@voor_werkgevers
def praktijk(request: Verzoek) -> HttpResponse:
    """Learning in practice: what to read, and what to tick off."""
    return toon(request, "werkgevers/praktijk.html")


@voor_werkgevers
def team(request: Verzoek) -> HttpResponse:
    """A team in view: documents that somebody opens in the browser, in one table. None of them comes here."""
    return toon(request, "werkgevers/team.html", teampagina(request.pad))
