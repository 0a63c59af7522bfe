"""Earlier addresses: they follow from the editions, and lead to where the same row is now.

Of a row that is renamed the old address goes on working: as a page of its own, and inside a query string, where
kinds say which names stand before their slugs. An address that another row has now leads to that row; one of a
row that is gone leads nowhere. A slug in a query string that is typed or copied a little wrong is put right too.
"""

from collections.abc import Callable, Container, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus, unquote_plus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import ResolverMatch, reverse

from uitgave import document as d
from uitgave.soort import soorten

if TYPE_CHECKING:
    from uitgave.pad import Pad

Eigenaars = Mapping[str, Mapping[str, str]]  # by part: the slugs that rows ever had, with the key of the last owner
Verhuisd = dict[str, dict[str, str]]  # by part: earlier slugs, with the slug that the same row has now
Slug = Callable[[str], str]  # the slug of now, for what somebody asked

# What comes along with an address that is copied out of a sentence, seen or not.
STAART = " \t\u00a0()[]<>.,;:!?*'\"‘’“”»…/\u00ad\u200b\u200e\u200f\u2060\ufeff"
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
    """Return the earlier slugs that lead to a row of `document`: only those that no row has now.

    A slug with capitals counts in small letters too, when no other one is the same then.
    """
    gevonden: Verhuisd = {}
    for deel, slugs in d.sleutels(document).items():
        nu = {sleutel: slug for slug, sleutel in slugs.items()}
        eerder = eigenaars.get(deel, {}).items()
        gevonden[deel] = {slug: nu[sleutel] for slug, sleutel in eerder if slug not in slugs and sleutel in nu}
        gevonden[deel] |= _in_kleine_letters({slug: slug for slug in slugs} | gevonden[deel])
    return gevonden


def _in_kleine_letters(slugs: Mapping[str, str]) -> dict[str, str]:
    """Return in small letters the slugs that have capitals, with what each leads to: only where that is one row."""
    per_vorm: dict[str, set[str]] = {}
    for slug, nu in slugs.items():
        if slug.lower() not in slugs:
            per_vorm.setdefault(slug.lower(), set()).add(nu)
    return {vorm: nu for vorm, (nu, *meer) in per_vorm.items() if not meer}


def verhuisde_vraag(request: HttpRequest, pad: "Pad", namen: Container[str]) -> HttpResponse | None:
    """Send on a request with a slug in its query string that is an earlier one, or a little wrong; None without one.

    Only the parameters with one of these names are looked at. The rest stays as it is.
    """
    if not (vraag := request.META.get("QUERY_STRING", "")):
        return None
    per_naam = pad.eens(_slugs)
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


def _slugs(pad: "Pad") -> dict[str, Slug]:
    """Return by name in a query string what gives the slug of now, for what may stand behind that name."""
    sleutels = {
        naam: {rij.sleutel for rij in pad.delen[soort.deel].values()}
        for soort in soorten()
        for naam in soort.sleutelparameters
    }
    return {
        naam: partial(_van_nu, {*pad.delen[soort.deel], *sleutels.get(naam, ())}, pad.verhuisd[soort.deel])
        for soort in soorten()
        for naam in soort.parameters
    }


def _van_nu(bekend: Container[str], eerder: Mapping[str, str], slug: str) -> str:
    """Return the slug of now that `slug` means: an earlier one, or one with capitals or a tail; else as it is."""
    kaal = slug.strip(STAART)
    for bedoeld in (slug, kaal, kaal.lower()):
        if bedoeld in eerder or bedoeld in bekend:
            return eerder.get(bedoeld, bedoeld)
    return slug


def _vernieuwd(paar: str, per_naam: Mapping[str, Slug], namen: Container[str]) -> str:
    """Return one `name=slug` of a query string, with the slug of now that `per_naam` gives.

    Only a name in `namen` is looked at, with or without capitals. A value can hold several slugs, with `~` between,
    or a query string of its own.
    """
    naam, _, waarde = paar.partition("=")
    if unquote_plus(naam) not in namen:
        if naam.lower() == naam or naam.lower() not in namen:
            return paar
        naam = naam.lower()
        paar = f"{naam}={waarde}"
    binnen = unquote_plus(waarde)
    van_nu = per_naam.get(unquote_plus(naam))
    if "=" in binnen and not van_nu:
        nieuw = "&".join(_vernieuwd(deel, per_naam, per_naam) for deel in binnen.split("&"))
        return paar if nieuw == binnen else f"{naam}={quote_plus(nieuw)}"
    slugs = binnen.split(TUSSEN)
    nu = [van_nu(slug) for slug in slugs] if van_nu else slugs
    return paar if nu == slugs else f"{naam}={TUSSEN.join(map(quote_plus, nu))}"
