"""The one address of a page: what others link to and search engines keep, without what a visitor chose."""

from urllib.parse import urlencode

from django.conf import settings

from uitgave.pagina import Verzoek, leest_van
from uitgave.soort import soorten


def canoniek(request: Verzoek) -> str:
    """Return the address of the page that is asked for; without SITE_URL the path alone.

    Of the query string stays what makes another page, as far as this edition knows it, in the order of the edition.
    """
    plek = request.resolver_match
    rijen = {naam: request.pad.delen[soort.deel] for soort in soorten() for naam in soort.parameters}
    vraag = [
        (naam, slug)
        for naam in (leest_van(plek.func).pagina if plek else ())
        for slug in rijen[naam]
        if slug in request.GET.getlist(naam)
    ]
    return f"{settings.SITE_URL}{request.path}{'?' if vraag else ''}{urlencode(vraag)}"
