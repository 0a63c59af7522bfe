"""What every page knows of the conversation that a visitor came from."""

from urllib.parse import parse_qs

from django import template
from django.template import Context

from functies.document import Functie
from uitgave.pagina import meegenomen
from werkgevers.gesprekskeuze import Gesprekskeuze
from werkgevers.terug import GESPREK

register = template.Library()


@register.simple_tag(takes_context=True)
def gesprek_terug(context: Context) -> str:
    """Return the query string of that conversation; empty when there is none."""
    return next((waarde for naam, waarde in meegenomen(context["request"]) if naam == GESPREK), "")


@register.simple_tag(takes_context=True)
def gesprek_naar(context: Context, functie: Functie) -> str:
    """Return the query string of that conversation with `functie` to talk about, with `?`; of a new one without it."""
    return Gesprekskeuze.uit(context["request"].pad, parse_qs(gesprek_terug(context))).adres_naar(functie)
