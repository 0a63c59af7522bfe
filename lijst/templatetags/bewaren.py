"""The button that puts something on the list of the visitor, and what every page knows of that list."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context

from functies.document import Functie
from lijst.lijst import NAMEN, Lijst, als_keuze
from opleidingen.document import Opleiding
from uitgave.pagina import meegenomen, namen_van_keuzes

register = template.Library()


@register.inclusion_tag("lijst/_bewaar.html", takes_context=True)
def bewaar(context: Context, ding: Functie | Opleiding | Iterable[Functie], wat: str) -> dict[str, Any]:
    """Show the button that keeps `ding`, or takes it off the list again; `wat` is what a screen reader calls it.

    Both lead to the same page, with what its own address says.
    """
    request = context["request"]
    lijst, keuze = Lijst.uit(request.pad, request.GET), als_keuze(ding)
    eigen = [(naam, waarde) for naam, rij in request.GET.lists() for waarde in rij if naam not in namen_van_keuzes()]
    op_lijst = keuze in lijst.keuzes
    return {
        "adres": request.path,
        "anker": "-".join(keuze),
        "keuze": keuze,
        "wat": wat,
        "lijst": lijst,
        "op_lijst": op_lijst,
        "velden": eigen + (lijst.zonder(keuze) if op_lijst else []),
        "lijstnamen": lijstnamen(),
    }


@register.simple_tag(takes_context=True)
def aantal_op_lijst(context: Context) -> int:
    """Return how many things the visitor keeps."""
    return sum(naam in NAMEN for naam, _ in meegenomen(context["request"]))


@register.simple_tag
def lijstnamen() -> str:
    """Return the names in an address that the list has, for a link or form that says the whole list itself."""
    return " ".join(NAMEN)


@register.simple_tag
def keuzenamen() -> str:
    """Return the names in an address of all choices that go along, the list included."""
    return " ".join(namen_van_keuzes())
