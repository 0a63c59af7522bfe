"""What the gate found, divided as people judged it."""

from collections.abc import Sequence

from django import template

from redactie.kwaliteit.bevinding import Bevinding
from redactie.kwaliteit.oordeel import te_lezen

register = template.Library()
register.filter("te_lezen", te_lezen)


@register.filter
def geaccepteerd(gevonden: Sequence[Bevinding]) -> list[Bevinding]:
    """Return the warnings that somebody accepted."""
    return [bevinding for bevinding in gevonden if bevinding.acceptatie]


@register.filter
def nieuw(gevonden: Sequence[Bevinding]) -> int:
    """Return how many were not there at the last publication."""
    return sum(bevinding.nieuw for bevinding in gevonden)
