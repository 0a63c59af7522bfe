"""Earlier addresses: they follow from the editions, and lead to where the same row is now.

Of a row that is renamed the old address goes on working: as a page of its own, and inside a query string, where
kinds say which names stand before their slugs. An address that another row has now leads to that row; one of a
row that is gone leads nowhere.
"""

from collections.abc import Container, Mapping
from typing import Any
from urllib.parse import quote, quote_plus, unquote_plus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import ResolverMatch, reverse

from uitgave import document as d
from uitgave.soort import soorten

Eigenaars = Mapping[str, Mapping[str, str]]  # by part: the slugs that rows ever had, with the key of the last owner
Verhuisd = dict[str, dict[str, str]]  # by part: earlier slugs, with the slug that the same row has now

TUSSEN = "~"  # between slugs in one value of a query string
VEILIG = "/#%[]=:;$&()+,!?*@'~"  # what a query string may hold as it is; WSGI gives other bytes as latin-1


class Verhuisd404(Http404):
    """There is no row with this slug any more; the row that had it has another one now."""

    def __init__(self, oud: str, nieuw: str) -> None:
        super().__init__(oud)
        self.oud, self.nieuw = oud, nieuw


def vul_aan(eigenaars: Eigenaars, document: d.Document) -> dict[str, dict[str, str]]:
    """Return `eigenaars` with those of a newer edition."""
    return {deel: {**eigenaars.get(deel, {}), **slugs} for deel, slugs in d.sleutels(document).items()}


def verhuisd(document: d.Document, eigenaars: Eigenaars) -> Verhuisd:
    """Return the earlier slugs that lead to a row of `document`: only those that no row has now."""
    gevonden: Verhuisd = {}
    for deel, slugs in d.sleutels(document).items():
        nu = {sleutel: slug for slug, sleutel in slugs.items()}
        eerder = eigenaars.get(deel, {}).items()
        gevonden[deel] = {slug: nu[sleutel] for slug, sleutel in eerder if slug not in slugs and sleutel in nu}
    return gevonden


def verhuisde_vraag(request: HttpRequest, verhuisd: Verhuisd, namen: Container[str]) -> HttpResponse | None:
    """Send on a request with an earlier slug in its query string; None when there is none. The rest stays as it is.

    Only the parameters with one of these names are looked at.
    """
    vraag = request.META.get("QUERY_STRING", "")
    per_naam = {naam: verhuisd[soort.deel] for soort in soorten() for naam in soort.parameters}
    nieuw = "&".join(_vernieuwd(paar, per_naam, namen) for paar in vraag.split("&"))
    return None if nieuw == vraag else stuur_door(request, request.path, nieuw)


def verhuisd_adres(request: HttpRequest, gevonden: ResolverMatch, fout: Verhuisd404) -> HttpResponse:
    """Send on a request for the page of a row that has another slug now."""
    delen: dict[str, Any] = {naam: fout.nieuw if deel == fout.oud else deel for naam, deel in gevonden.kwargs.items()}
    response = stuur_door(request, reverse(gevonden.view_name, kwargs=delen))
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # the picture of a row is shown elsewhere too
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def stuur_door(request: HttpRequest, pad: str, vraag: str | None = None) -> HttpResponse:
    """Redirect for good to `pad`, within this site whatever it begins with; with the same query string, or `vraag`."""
    vraag = request.META.get("QUERY_STRING", "") if vraag is None else vraag
    adres = f"/{quote(pad.lstrip('/'))}"
    response = HttpResponsePermanentRedirect(adres)
    if vraag:  # of any length: Django refuses to redirect to a very long address
        response.headers["Location"] = f"{adres}?{quote(vraag, VEILIG, 'latin-1', 'replace')}"
    return response


def _vernieuwd(paar: str, verhuisd: Verhuisd, namen: Container[str]) -> str:
    """Return one `name=slug` of a query string, with the slug of now; `verhuisd` is by name here.

    Only a name in `namen` is looked at. A value can hold several slugs, with `~` between, or a query string of its own.
    """
    naam, _, waarde = paar.partition("=")
    if unquote_plus(naam) not in namen:
        return paar
    binnen = unquote_plus(waarde)
    if "=" in binnen and unquote_plus(naam) not in verhuisd:
        nieuw = "&".join(_vernieuwd(deel, verhuisd, verhuisd) for deel in binnen.split("&"))
        return paar if nieuw == binnen else f"{naam}={quote_plus(nieuw)}"
    eerder, slugs = verhuisd.get(unquote_plus(naam), {}), binnen.split(TUSSEN)
    return f"{naam}={TUSSEN.join(eerder.get(slug, slug) for slug in slugs)}" if eerder.keys() & slugs else paar
