"""The career conversation: three steps and a sheet. Choices are in the address; what is typed never comes here."""

from typing import TypeVar

from django.http import HttpResponse
from django.utils import timezone

from uitgave.pagina import Verzoek, leest, toon
from werkgevers.gesprek import NAMEN
from werkgevers.gesprekspagina import Afsprakenstap, Beginstap, Doelstap, Gesprek, Gespreksblad
from werkgevers.keuzes import Lezer
from werkgevers.views import voor_werkgevers
from werkgevers.voorbereiden import Voorbereiding

G = TypeVar("G", bound=Gesprek)


@leest(*NAMEN, per_dag=True)
@voor_werkgevers
def gesprek(request: Verzoek) -> HttpResponse:
    """Step 1, where you are: `?van=` or `?opleiding=`, `?wie=` and, repeated, `?kan=`."""
    return toon(request, "werkgevers/gesprek.html", _lees(Beginstap, request))


@leest(*NAMEN, per_dag=True)
@voor_werkgevers
def doel(request: Verzoek) -> HttpResponse:
    """Step 2, where you want to go: `?naar=`, and the way there; without it, what lies near."""
    return toon(request, "werkgevers/gesprek_doel.html", _lees(Doelstap, request))


@leest(*NAMEN, per_dag=True)
@voor_werkgevers
def afspraken(request: Verzoek) -> HttpResponse:
    """Step 3, what you agree on: fields that have no name, for what is typed stays in the browser."""
    return toon(request, "werkgevers/gesprek_afspraken.html", _lees(Afsprakenstap, request))


@leest(*NAMEN, per_dag=True)
@voor_werkgevers
def blad(request: Verzoek) -> HttpResponse:
    """The sheet to print: the way, what is missing, what was agreed, and where to go on."""
    return toon(request, "werkgevers/blad.html", _lees(Gespreksblad, request))


@leest(*NAMEN, per_dag=True)
@voor_werkgevers
def voorbereiden(request: Verzoek, lezer: str) -> HttpResponse:
    """The questions for one of the two, to think about before the conversation: the choices are the same."""
    vraag = {naam: request.GET.getlist(naam) for naam in NAMEN}
    inhoud = Voorbereiding.uit(request.pad, vraag, timezone.localdate(), Lezer(lezer))
    return toon(request, "werkgevers/voorbereiden.html", inhoud)


def _lees(pagina: type[G], request: Verzoek) -> G:
    """Return a page of the conversation with the choices in the address."""
    return pagina.uit(request.pad, {naam: request.GET.getlist(naam) for naam in NAMEN}, timezone.localdate())
