"""Pages of the site as a whole: about, health, errors."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from ontwikkelpad.bedoeld import bedoeld_adres
from uitgave.huidig import huidig
from uitgave.pagina import Verzoek, foutpagina, pagina_of_fragment, toon
from uitgave.verhuizing import Verhuisd404, stuur_door, verhuisd_adres
from uitgave.vinden import lijkt_op, zoek

PLATTE_TEKST = "text/plain; charset=utf-8"


def over(request: HttpRequest) -> HttpResponse:
    return toon(request, "over.html")


def wijzigingen(request: HttpRequest) -> HttpResponse:
    """What each edition changed, newest first."""
    return toon(request, "wijzigingen.html")


def zoeken(request: Verzoek) -> HttpResponse:
    """What matches `?q=`; as a fragment, the results alone."""
    return pagina_of_fragment(request, "zoeken.html", "_vondsten.html", zoek(request.pad, request.GET.get("q", "")))


def livez(request: HttpRequest) -> HttpResponse:
    """The process is alive."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """The process can serve: 200 with an edition, also while something else is wrong, which it says; else 503."""
    klachten = [f"uitgave {rij.nummer} cannot be read: {rij.reden}" for rij in huidig.overgeslagen]
    klachten += [huidig.kopie_fout] if huidig.kopie_fout else []
    if huidig.pad is None:
        tekst = "; ".join(["not ready: no edition", *klachten])
        return HttpResponse(f"{tekst}\n", PLATTE_TEKST, 503, headers={"Retry-After": "10"})
    if not huidig.kan_bewerken():
        klachten.insert(0, "no database that is up to date, the last edition is served and nothing can be edited")
    stand = f"degraded: {'; '.join(klachten)}" if klachten else "ready"
    return HttpResponse(f"{stand}\n", PLATTE_TEKST)


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
    """Something broke: 503 when it is the database, away or held up by somebody else's work; else 500."""
    if isinstance(sys.exc_info()[1], (InterfaceError, OperationalError)):
        return foutpagina(request, 503, {"Retry-After": "10"})
    return foutpagina(request, 500)


def fout_csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return foutpagina(request, 403)
