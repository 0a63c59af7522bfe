"""Layers around every view: how a request is read, fixed response headers, room for visitors, and the served Pad."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from ontwikkelpad.vraag import leest_op
from toegang.plaatsen import Plaatsen, op_plaats
from uitgave.huidig import huidig
from uitgave.pagina import Afhandeling, Verzoek, alleen_fragment, foutpagina, toon
from uitgave.verhuizing import verhuisde_vraag

Openbaar = Callable[[Verzoek], HttpResponse]
BEHEER = "/beheer/"
VOORBEELD = "/voorbeeld/"  # the preview for who has a link to it, and no account
# What a machine asks of the process; it may not know how the site is called.
PROEVEN = ("/livez", "/readyz")
# Paths that do not show the Pad: the admin, and what machines ask.
ZONDER_PAD = (BEHEER, VOORBEELD, *PROEVEN, "/.well-known/security.txt")
# A browser asks again at every visit, which is cheap: the ETag follows from the content, so from the edition. A cache
# before the site keeps a page for a second, and a day longer when the site is gone.
BEWAREN = "public, max-age=0, s-maxage=1, stale-if-error=86400"
# For the one browser that asked: no shared cache may take a fragment for the page.
FRAGMENT = "private, no-cache"
TE_BEWAREN = "ontwikkelpad.te_bewaren"  # in the environ: the Pad, the key and the day of a page that may be kept
# Half of the server's threads: slow or stuck requests to the admin never take those of visitors.
PLAATSEN_BEHEER = 8
PLAATSEN_PER_ADRES = 6  # of those: nobody alone takes the last
PLAATSEN_VOORBEELD, VOORBEELD_PER_ADRES = 4, 3  # each request builds the working copy anew
# What opens a preview stands in its address: it is kept nowhere, found by nobody, and told to no other site.
GEHEIM = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}
GROOTSTE_VERZOEK = 10 * 1024**2  # bytes: what is larger would be kept on disk, also of a stranger


def vaste_koppen() -> dict[str, str]:
    """Return the headers of every answer that does not say otherwise."""
    vast = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "; ".join(f"{naam} {waarde}" for naam, waarde in settings.SECURE_CSP.items()),
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": settings.PERMISSIONS_POLICY,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
    }
    if settings.SECURE_HSTS_SECONDS:
        belofte = [f"max-age={settings.SECURE_HSTS_SECONDS}"]
        belofte += ["includeSubDomains"] if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else []
        belofte += ["preload"] if settings.SECURE_HSTS_PRELOAD else []
        vast["Strict-Transport-Security"] = "; ".join(belofte)
    return vast


def koppen(get_response: Afhandeling) -> Afhandeling:
    """Give every answer the same security headers: pages, redirects, errors and static files.

    A wrong Host is refused here, before anything uses it. Nothing may be kept unless it says so.
    """
    vast = vaste_koppen()

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
            response = get_response(request)
        except DisallowedHost:
            response = foutpagina(request, 400)
        for naam, waarde in vast.items():
            response.headers.setdefault(naam, waarde)
        if getattr(response, "xframe_options_exempt", False):  # what may stand in a page of another site
            del response.headers["X-Frame-Options"]
        return response

    return middleware


def beheer(get_response: Afhandeling) -> Afhandeling:
    """Let only so many requests to the admin run at once, none too large or with a NUL (PostgreSQL stores none).

    None runs while the database is away: it would wait for it.
    """
    plaatsen = Plaatsen(PLAATSEN_BEHEER, PLAATSEN_PER_ADRES)

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(BEHEER):
            return get_response(request)
        if huidig.zonder_database():
            return foutpagina(request, 503, {"Retry-After": "10"})
        waarden = [*request.COOKIES.values(), *(waarde for rij in request.GET.lists() for waarde in (rij[0], *rij[1]))]
        if any("\0" in waarde for waarde in waarden):
            return foutpagina(request, 400)
        if int(request.META.get("CONTENT_LENGTH") or 0) > GROOTSTE_VERZOEK:
            return foutpagina(request, 413)
        return op_plaats(plaatsen, request, get_response)

    return middleware


def gedeeld(get_response: Afhandeling) -> Afhandeling:
    """Let few at once see the preview without an account, and nothing of it stay behind; none without the database."""
    plaatsen = Plaatsen(PLAATSEN_VOORBEELD, VOORBEELD_PER_ADRES)

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(VOORBEELD):
            return get_response(request)
        if request.method not in ("GET", "HEAD"):
            response = foutpagina(request, 405, {"Allow": "GET, HEAD"})
        elif huidig.zonder_database():
            response = foutpagina(request, 503, {"Retry-After": "10"})
        else:
            response = op_plaats(plaatsen, request, get_response)
        for naam, waarde in GEHEIM.items():
            response.headers[naam] = waarde
        return response

    return middleware


def met_pad(get_response: Openbaar) -> Openbaar:
    """Set `request.pad`, and let a public page depend on nothing but that and the parameters that its view names."""

    def middleware(request: Verzoek) -> HttpResponse:
        huidige = huidig.pad
        if huidige:
            request.pad = huidige
        if request.path_info.startswith(ZONDER_PAD):
            return get_response(request)
        if request.method not in ("GET", "HEAD"):
            return foutpagina(request, 405, {"Allow": "GET, HEAD"})
        if huidige is None and huidig.nog_leeg():
            return toon(request, "leeg.html") if request.path_info == "/" else foutpagina(request, 404)
        if huidige is None:
            return foutpagina(request, 503, {"Retry-After": "10"})
        return _bladzijde(request, get_response)

    return middleware


def _bladzijde(request: Verzoek, get_response: Openbaar) -> HttpResponse:
    """Answer with what the view makes of the part of the question that counts, and say how that may be kept.

    A view that says so itself gives what should not be kept in memory, such as a large file.
    """
    adres = request.META.get("PATH_INFO", "")
    leest = leest_op(adres)
    if leest is None:
        is_bestand = adres.startswith(settings.STATIC_URL)  # one that is not there: nothing looks like it
        return foutpagina(request, 404) if is_bestand else get_response(request)
    if antwoord := verhuisde_vraag(request, request.pad, leest.namen(request.pad)):
        return antwoord
    vraag = leest.vraag(request.pad, request.GET)
    request.GET = QueryDict(vraag)
    dag = timezone.localdate() if leest.per_dag else None  # the day on which it was begun: it may end meanwhile
    response = get_response(request)
    if response.status_code == 200 and not response.streaming and not response.has_header("Cache-Control"):
        fragment = alleen_fragment(request)
        response.headers["Cache-Control"] = FRAGMENT if fragment else BEWAREN
        if not settings.DEBUG:
            request.META[TE_BEWAREN] = (request.pad, (adres, vraag, fragment), dag)
    return response
