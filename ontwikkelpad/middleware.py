"""Layers around every view: how a request is read, fixed response headers, room for visitors, and the served Pad."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from toegang.plaatsen import Plaatsen, op_plaats
from uitgave.huidig import huidig
from uitgave.pagina import Afhandeling, Verzoek, alleen_fragment, foutpagina, toon
from uitgave.verhuizing import verhuisde_vraag

Openbaar = Callable[[Verzoek], HttpResponse]
Toepassing = Callable[[dict[str, Any], Any], Any]  # what a WSGI server calls
BEHEER = "/beheer/"
# What a machine asks of the process; it may not know how the site is called.
PROEVEN = ("/livez", "/readyz")
# Paths that do not show the Pad: the admin, and what machines ask.
ZONDER_PAD = (BEHEER, *PROEVEN, "/.well-known/security.txt")
# Fresh at every request, yet cheap: the ETag follows from the content, so from the edition.
BEWAREN = "public, max-age=0, must-revalidate"
# Half of the server's threads: slow or stuck requests to the admin never take those of visitors.
PLAATSEN_BEHEER = 8
PLAATSEN_PER_ADRES = 6  # of those: nobody alone takes the last
GROOTSTE_VERZOEK = 10 * 1024**2  # bytes: what is larger would be kept on disk, also of a stranger
SCHEIDING = re.compile(r"""multipart/form-data\s*;.*\bboundary="?([\w'()+,./:=?-]{1,70})""", re.ASCII | re.IGNORECASE)
GETAL = re.compile(r"[0-9]{1,18}")
FORMULIER = "application/x-www-form-urlencoded"


def voordeur(toepassing: Toepassing) -> Toepassing:
    """Hand a request on with only as much of Content-Type as says which of the two kinds of form it holds.

    So every request is decoded as UTF-8: Django would decode the address in any charset named there,
    and fail on some before a layer of ours could answer. A length that is no number is no length. Visitors
    have no cookies: whatever they send as one is not read, for Django would answer some with a cookie of its own.
    A question about the process itself is answered under whatever name it is asked, or none.
    """

    def wsgi(environ: dict[str, Any], start_response: Any) -> Any:
        vast = {
            "CONTENT_TYPE": soort_formulier(environ.get("CONTENT_TYPE", "")),
            "CONTENT_LENGTH": lengte if GETAL.fullmatch(lengte := environ.get("CONTENT_LENGTH", "")) else "",
        }
        if not environ.get("PATH_INFO", "").startswith(BEHEER):
            vast["HTTP_COOKIE"] = ""
        if environ.get("PATH_INFO") in PROEVEN:
            vast["HTTP_HOST"] = settings.ALLOWED_HOSTS[0]
        return toepassing(environ | vast, start_response)

    return wsgi


def soort_formulier(content_type: str) -> str:
    """Return the Content-Type of a form without all that is of no use; empty for anything else."""
    if grens := SCHEIDING.match(content_type.strip()):
        return f'multipart/form-data; boundary="{grens[1]}"'
    return FORMULIER if content_type.partition(";")[0].strip().lower() == FORMULIER else ""


def koppen(get_response: Afhandeling) -> Afhandeling:
    """Give every answer the same security headers: pages, redirects, errors and static files.

    A wrong Host is refused here, before anything uses it. Nothing may be kept unless it says so.
    """
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

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
            response = get_response(request)
        except DisallowedHost:
            response = foutpagina(request, 400)
        for naam, waarde in vast.items():
            response.headers.setdefault(naam, waarde)
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


def met_pad(get_response: Openbaar) -> Openbaar:
    """Set `request.pad`; answer public pages from its store of rendered pages where possible."""

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
        return verhuisde_vraag(request, huidige.verhuisd) or _bladzijde(request, get_response)

    return middleware


def _bladzijde(request: Verzoek, get_response: Openbaar) -> HttpResponse:
    # The question as it came: Django's full path writes bytes sent as they are like others that were escaped.
    vraag = request.META.get("QUERY_STRING", "")
    sleutel = (request.path_info, vraag, alleen_fragment(request), timezone.localdate())
    if bewaard := request.pad.bladzijden.haal(sleutel):
        inhoud, kop = bewaard
        return HttpResponse(inhoud, headers=kop)
    response = get_response(request)
    if response.status_code == 200 and not response.streaming:
        # A fragment is for the one browser that asked: no shared cache may take it for the page.
        response.headers["Cache-Control"] = "private, no-cache" if sleutel[2] else BEWAREN
        patch_vary_headers(response, ["Accept-Encoding"])
        request.pad.bladzijden.bewaar(sleutel, (response.content, dict(response.headers)))
    return response
