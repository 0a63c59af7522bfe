"""Follow what a row of the document refers to, and begin a text with a capital."""

from typing import Any

from django import template
from django.template import Context
from django.template.defaultfilters import stringfilter

from uitgave import tekst
from uitgave.rij import Rij
from uitgave.soort import soort_van_rij

register = template.Library()


@register.filter(is_safe=True)
@stringfilter
def hoofdletter(waarde: str) -> str:
    """Return a text with a capital first letter, as Dutch has it."""
    return tekst.hoofdletter(waarde)


@register.filter(is_safe=True)
@stringfilter
def kleine_letter(waarde: str) -> str:
    """Return a name as it stands inside a sentence: with a small first letter, but for an abbreviation."""
    return tekst.kleine_letter(waarde)


@register.simple_tag(takes_context=True)
def rijen_van(context: Context, rij: Rij, veld: str) -> Any:
    """Return the rows of the edition that is shown whose slugs stand in a field of `rij`.

    Of a field with one slug that row itself, or None.
    """
    pad = context["request"].pad
    per_slug = pad.delen[soort_van_rij(type(rij)).verwijst[veld]]
    waarde = getattr(rij, veld)
    return [per_slug[slug] for slug in waarde] if isinstance(waarde, tuple) else per_slug.get(waarde)
