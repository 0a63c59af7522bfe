"""What somebody can do tomorrow, on any page that shows an opleiding."""

from django import template
from django.template import Context

from opleidingen import morgen
from opleidingen.document import Opleiding

register = template.Library()


@register.simple_tag(takes_context=True)
def morgen_van(context: Context, opleiding: Opleiding) -> morgen.Morgen:
    """Return what there is to do for `opleiding` in the edition that is shown."""
    return morgen.morgen(context["request"].pad, opleiding)
