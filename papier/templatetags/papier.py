"""Where a row stands in the PDF that is being made."""

from django import template
from django.template import Context

from papier.drukken import kleuren
from uitgave.rij import Rij
from uitgave.soort import delen, soort_van_rij

register = template.Library()


@register.filter
def anker(rij: Rij) -> str:
    """Return by what a link in the PDF leads to a row."""
    return f"{soort_van_rij(type(rij)).deel}-{getattr(rij, 'slug', '')}"


@register.filter
def kleurcode(naam: str) -> str:
    """Return the colour of a token of the site, for a drawing: that knows no stylesheet."""
    return kleuren()[naam]


@register.simple_tag(takes_context=True)
def naar(context: Context, rij: Rij) -> str:
    """Return where a link to a row leads: in this PDF when it stands there, else to the site."""
    if (plek := anker(rij)) in context["ankers"]:
        return f"#{plek}"
    adres = delen()[soort_van_rij(type(rij)).deel].adres
    return adres(getattr(rij, "slug", "")) if adres else ""
