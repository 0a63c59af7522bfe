"""Where an opleiding is given, on any page that names one."""

from django import template
from django.template import Context

from aanbod.waar import Scholen, gevraagde_plaats, waar
from opleidingen.document import Opleiding
from uitgave import klok

register = template.Library()


@register.simple_tag(takes_context=True)
def scholen_van(context: Context, opleiding: Opleiding) -> Scholen | None:
    """Return the schools that give `opleiding`, those near the visitor first; None when that is not known.

    What a page shows of it changes with the day.
    """
    request = context["request"]
    return waar(request.pad, opleiding, klok.vandaag(), gevraagde_plaats(request.GET))
