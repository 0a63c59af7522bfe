"""What every page knows of the conversation that a visitor came from."""

from django import template
from django.template import Context

from uitgave.pagina import meegenomen
from werkgevers.terug import GESPREK

register = template.Library()


@register.simple_tag(takes_context=True)
def gesprek_terug(context: Context) -> str:
    """Return the query string of that conversation; empty when there is none."""
    return next((waarde for naam, waarde in meegenomen(context["request"]) if naam == GESPREK), "")
