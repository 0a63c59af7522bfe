"""With which opleiding somebody can begin, on any page that shows one."""

from django import template
from django.template import Context

from opleidingen import geldig
from opleidingen.document import Opleiding

register = template.Library()


@register.simple_tag(takes_context=True)
def begin_van(context: Context, opleiding: Opleiding) -> geldig.Begin | None:
    """Return what there is to say today of beginning with `opleiding` in the edition that is shown."""
    return geldig.begin(context["request"].pad, opleiding.slug)
