"""The career conversation: three steps and a sheet. Choices are in the address; what is typed never comes here."""

from collections.abc import Callable
from datetime import date
from functools import partial
from urllib.parse import parse_qsl, urlencode

from django.http import HttpResponse, QueryDict
from django.urls import get_script_prefix, reverse

from uitgave import klok
from uitgave.meenemen import neem_mee
from uitgave.pad import Pad
from uitgave.pagina import Verzoek, leest, toon
from uitgave.verhuizing import stuur_door
from werkgevers.gesprekskeuze import DOELNAMEN, KIES, NAMEN, Vraag, antwoordnamen
from werkgevers.gesprekspagina import Afsprakenstap, Beginstap, Doelstap, Gesprek, Gespreksblad
from werkgevers.keuzes import Lezer
from werkgevers.terug import GESPREK
from werkgevers.views import voor_werkgevers
from werkgevers.voorbereiden import Voorbereiding


@leest(*NAMEN, per_uitgave=antwoordnamen, per_dag=True)
@voor_werkgevers
def gesprek(request: Verzoek) -> HttpResponse:
    """Step 1, where you are: `?van=` and `?opleiding=`, each repeated, `?werk=`, `?wie=`, and a tick by its code."""
    return _toon(request, "werkgevers/gesprek.html", Beginstap.uit)


@leest(*NAMEN, KIES, per_uitgave=antwoordnamen, per_dag=True)
@voor_werkgevers
def doel(request: Verzoek) -> HttpResponse:
    """Step 2, where you want to go: `?doel=`, `?naar=`, and an answer for each competentie, by its code.

    A button of its form that chooses a goal or a route, `?kies=`, leads on to those with all else that is chosen there.
    """
    if KIES in request.GET:
        anders = [paar for paar in parse_qsl(request.GET[KIES]) if paar[0] in DOELNAMEN]
        weg = (*DOELNAMEN, KIES)
        rest = [(naam, w) for naam, waarden in request.GET.lists() if naam not in weg for w in waarden if w]
        return stuur_door(request, request.path, urlencode([*rest, *anders]))
    return _toon(request, "werkgevers/gesprek_doel.html", Doelstap.uit)


@leest(*NAMEN, per_uitgave=antwoordnamen, per_dag=True)
@voor_werkgevers
def afspraken(request: Verzoek) -> HttpResponse:
    """Step 3, what you agree on: fields that have no name, for what is typed stays in the browser."""
    return _toon(request, "werkgevers/gesprek_afspraken.html", Afsprakenstap.uit)


@leest(*NAMEN, per_uitgave=antwoordnamen, per_dag=True)
@voor_werkgevers
def blad(request: Verzoek) -> HttpResponse:
    """The sheet to print: the way, what is missing, what was agreed, and where to go on."""
    return _toon(request, "werkgevers/blad.html", Gespreksblad.uit)


@leest(*NAMEN, per_uitgave=antwoordnamen, per_dag=True)
@voor_werkgevers
def voorbereiden(request: Verzoek, lezer: str) -> HttpResponse:
    """The questions for one of the two, to think about before the conversation: the choices are the same."""
    return _toon(request, "werkgevers/voorbereiden.html", partial(Voorbereiding.uit, lezer=Lezer(lezer)))


def _toon(request: Verzoek, template: str, maak: Callable[[Pad, Vraag, date], Gesprek | Voorbereiding]) -> HttpResponse:
    """Show a page of the conversation with the choices in the address; they go along in what leads elsewhere.

    So those of another conversation, which somebody came from, do not.
    """
    vraag = {naam: request.GET.getlist(naam) for naam in (*NAMEN, *antwoordnamen(request.pad))}
    pagina = maak(request.pad, vraag, klok.vandaag())
    rest = request.GET.copy()
    rest.pop(GESPREK, None)
    request.GET = QueryDict(rest.urlencode())
    response = toon(request, template, pagina)
    if pagina.adres:
        begin = get_script_prefix()
        keuzes = [(GESPREK, pagina.adres.removeprefix("?"))]
        response.content = neem_mee(response.text, keuzes, begin, reverse("werkgevers:gesprek").removeprefix(begin))
    return response
