"""The page with the questions that visitors ask most."""

from django.http import Http404, HttpResponse

from antwoorden.document import Antwoord
from antwoorden.pagina import Antwoordenpagina
from uitgave.pagina import Verzoek, toon


def antwoorden(request: Verzoek) -> HttpResponse:
    """All answers, and the names in other languages; 404 where there are no answers."""
    if not request.pad.alle(Antwoord):
        raise Http404
    return toon(request, "antwoorden/antwoorden.html", Antwoordenpagina(request.pad))
