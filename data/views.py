"""Open data: a page that explains it, the files, and the lasting names of things."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import get_script_prefix

from data.bladzijde import bladzijde
from data.graaf import paginas
from data.vormen import vormen
from uitgave.pagina import Verzoek, leest, toon

# Any page elsewhere may read these: they are the same for everybody, and hold nothing of who asks.
VOOR_IEDEREEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@leest(per_dag=True)
def data(request: Verzoek) -> HttpResponse:
    """What there is to take along, and how."""
    return toon(request, "data/data.html", bladzijde(request.pad))


@leest(per_dag=True)
def bestand(request: Verzoek, naam: str) -> HttpResponse:
    """A form of the edition, by the name of its file."""
    if not (vorm := vormen().get(naam)):
        raise Http404(naam)
    return HttpResponse(vorm.maak(request.pad), content_type=vorm.content_type, headers=VOOR_IEDEREEN)


class ZieOok(HttpResponseRedirect):
    """What is asked for is no page; this page is about it (HTTP 303)."""

    status_code = 303


def ding(request: Verzoek, deel: str, sleutel: str) -> HttpResponse:
    """The page of today about a thing with a lasting name."""
    if not (adres := request.pad.eens(paginas).get((deel, sleutel))):
        raise Http404(sleutel)
    return ZieOok(get_script_prefix() + adres[1:], headers=VOOR_IEDEREEN)
