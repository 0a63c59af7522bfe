"""Pages of the site as a whole: about, its logo and colour, health, errors."""

import sys
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from ontwikkelpad import kleur, svg, wegwijzers
from ontwikkelpad.bedoeld import bedoeld_adres
from ontwikkelpad.document import Ontwikkelpad
from uitgave import schijf
from uitgave.huidig import huidig
from uitgave.pagina import Verzoek, foutpagina, leest, pagina_of_fragment, toon
from uitgave.verhuizing import Verhuisd404, stuur_door, verhuisd_adres
from uitgave.vinden import lijkt_op, zoek

PLATTE_TEKST = "text/plain; charset=utf-8"
GELDIG = timedelta(days=180)  # of security.txt, which asks for less than a year
VERLOPEN = (
    "Dit formulier is verlopen",
    "Misschien heb je ergens anders opnieuw ingelogd. Open de pagina opnieuw. "
    "Was je iets aan het veranderen? Wat je typte, is bewaard in dit tabblad.",
)


def over(request: HttpRequest) -> HttpResponse:
    return toon(request, "over.html")


def wijzigingen(request: HttpRequest) -> HttpResponse:
    """What each edition changed, newest first."""
    return toon(request, "wijzigingen.html")


@leest("q", per_dag=True)
def zoeken(request: Verzoek) -> HttpResponse:
    """What matches `?q=`; as a fragment, the results alone."""
    return pagina_of_fragment(request, "zoeken.html", "_vondsten.html", zoek(request.pad, request.GET.get("q", "")))


def logo(request: Verzoek) -> HttpResponse:
    """The logo of this edition, a drawing; 404 where it has none, or what no editor could have typed."""
    site = request.pad.vaste(Ontwikkelpad)
    try:
        svg.keur(site.logo)
    except ValueError as fout:
        raise Http404(str(fout)) from None
    return HttpResponse(site.logo, content_type="image/svg+xml; charset=utf-8")


def kleuren(request: Verzoek) -> HttpResponse:
    """The colour of this edition, over those in static/ontwikkelpad.css; 404 where it has none.

    On a dark screen it is as much lighter as can be read there.
    """
    site = request.pad.vaste(Ontwikkelpad)
    if not kleur.is_kleur(site.kleur):
        raise Http404
    inhoud = {"licht": site.kleur, "donker": kleur.dichtstbij(site.kleur, kleur.DONKER)}
    return render(request, "kleuren.css", inhoud, content_type="text/css; charset=utf-8")


def sitemap(request: Verzoek) -> HttpResponse:
    """Every page that is worth finding, for search engines."""
    return HttpResponse(wegwijzers.als_sitemap(request.pad), "application/xml")


def robots(request: Verzoek) -> HttpResponse:
    """What machines may read."""
    return HttpResponse(wegwijzers.als_robots(), PLATTE_TEKST)


def webmanifest(request: Verzoek) -> HttpResponse:
    """How a telephone keeps the site on its screen."""
    return HttpResponse(wegwijzers.als_manifest(request.pad), "application/manifest+json")


def favicon(request: Verzoek) -> HttpResponse:
    """The picture that a browser asks for by itself; a site with a logo of its own shows that, and has no other."""
    if request.pad.vaste(Ontwikkelpad).logo:
        raise Http404
    return redirect(static("favicon.ico"))


def livez(request: HttpRequest) -> HttpResponse:
    """The process is alive."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """The process can serve: 200 with an edition, also while something else is wrong, which it says; else 503.

    A site without any edition is ready too: it says to everybody that it is being made.
    """
    klachten = [f"uitgave {rij.nummer} cannot be read: {rij.reden}" for rij in huidig.overgeslagen]
    klachten += [huidig.kopie_fout] if huidig.kopie_fout else []
    klachten += [vol] if (vol := schijf.te_vol()) else []
    klachten += [f"new content was not loaded: {huidig.laadfout}"] if huidig.laadfout else []
    if huidig.nog_leeg():
        klachten.insert(0, "no edition yet")
        return HttpResponse(f"ready: {'; '.join(klachten)}\n", PLATTE_TEKST)
    if huidig.pad is None:
        tekst = "; ".join(["not ready: no edition", *klachten])
        return HttpResponse(f"{tekst}\n", PLATTE_TEKST, 503, headers={"Retry-After": "10"})
    if not huidig.kan_bewerken():
        klachten.insert(0, "no database that is up to date, the last edition is served and nothing can be edited")
    stand = f"degraded: {'; '.join(klachten)}" if klachten else "ready"
    return HttpResponse(f"{stand}\n", PLATTE_TEKST)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a hole, as RFC 9116 says; 404 where no address was given."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    regels = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {timezone.localdate() + GELDIG}T00:00:00Z",
        "Preferred-Languages: nl, en",
    ]
    if settings.PUBLIEK:
        regels.append(f"Canonical: {settings.SITE_URL}{request.path}")
    return HttpResponse("".join(f"{regel}\n" for regel in regels), PLATTE_TEKST)


def fout_400(request: HttpRequest, exception: Exception) -> HttpResponse:
    return foutpagina(request, 400)


def fout_403(request: HttpRequest, exception: Exception) -> HttpResponse:
    return foutpagina(request, 403)


def fout_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page; but it may have another address now, or this one may be typed a little wrong."""
    if isinstance(exception, Verhuisd404) and request.resolver_match:
        return verhuisd_adres(request, request.resolver_match, exception)
    pad = getattr(request, "pad", None)
    if pad and (bedoeld := bedoeld_adres(request)):
        return stuur_door(request, bedoeld)
    return foutpagina(request, 404, suggesties=lijkt_op(pad, request.path.strip("/").rpartition("/")[2]) if pad else [])


def fout_500(request: HttpRequest) -> HttpResponse:
    """Something broke: 503 when it is the database, away, full or held up by somebody else's work; else 500.

    What the desk was about to say, of something done, is not said: it may have been undone.
    """
    for _ in messages.get_messages(request):
        pass
    fout = sys.exc_info()[1]
    if isinstance(fout, (InterfaceError, OperationalError)):
        return foutpagina(request, 503, {"Retry-After": "10"}, woorden=schijf.VOL if schijf.is_vol(fout) else None)
    return foutpagina(request, 500)


def fout_csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of before somebody logged in again: what was typed in it, the script of the desk keeps."""
    return foutpagina(request, 403, woorden=VERLOPEN)
