"""Which addresses of an edition the mirror begins with, besides those that its pages link to."""

from collections.abc import Iterable, Iterator

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, resolve, reverse
from django_htmx.middleware import HtmxDetails

from ontwikkelpad.bedoeld import bestaat
from ontwikkelpad.vraag import leest_op
from uitgave.pad import Pad
from uitgave.pagina import Verzoek
from uitgave.soort import soorten

OPENBAAR = "ontwikkelpad.urls_openbaar"


def van_rijen(pad: Pad) -> list[str]:
    """Return the pages of all rows and of all that can be found, whether or not a page leads there."""
    rijen = (
        soort.adres(slug)
        for soort in soorten()
        if soort.adres and soort.deel and not soort.enig
        for slug in _slugs(pad, soort.deel)
    )
    dingen = (ding.adres() for soort in soorten() if soort.dingen for ding in soort.dingen(pad.document))
    return [adres.partition("#")[0].partition("?")[0] for adres in (*rijen, *dingen)]


def die_verder_leiden(pad: Pad, gevonden: Iterable[str]) -> list[str]:
    """Return the addresses that lead to a page of now: with an earlier slug, or of a view of which none was `gevonden`.

    Not those of a file: only a page can lead on by itself.
    """
    eerder = {slug for slugs in pad.verhuisd.values() for slug in slugs}
    nu = {slug for deel in pad.delen for slug in _slugs(pad, deel)}
    gezien = {resolve(adres, OPENBAAR).view_name for adres in gevonden if leest_op(adres)}
    vraag = verzoek(pad, "/")
    return sorted(
        adres
        for naam in _namen(get_resolver(OPENBAAR))
        for slug in (eerder if naam in gezien else eerder | nu)
        if (adres := _adres(naam, slug)).endswith("/") and bestaat(vraag, adres)
    )


def verzoek(pad: Pad, adres: str) -> Verzoek:
    """Return a request of a visitor for the page at `adres`."""
    gevraagd = Verzoek()
    gevraagd.method, gevraagd.pad, gevraagd.path = "GET", pad, adres
    gevraagd.htmx = HtmxDetails(gevraagd)
    return gevraagd


def _slugs(pad: Pad, deel: str) -> Iterator[str]:
    rijen = pad.delen[deel]
    yield from (rij.slug for rij in rijen.values() if hasattr(rij, "slug")) if isinstance(rijen, dict) else ()


def _namen(bij: URLResolver, ruimte: str = "") -> Iterator[str]:
    """The names of all views below a resolver."""
    for patroon in bij.url_patterns:
        if isinstance(patroon, URLResolver):
            yield from _namen(patroon, f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte)
        elif isinstance(patroon, URLPattern) and patroon.name:
            yield f"{ruimte}{patroon.name}"


def _adres(naam: str, slug: str) -> str:
    """Return the address of a view for a slug; empty when it takes none."""
    try:
        return reverse(naam, OPENBAAR, kwargs={"slug": slug})
    except NoReverseMatch:
        return ""
