"""What pages of the whole site show of the edition: its menu, and what somebody can search for."""

from django import template
from django.template import Context
from django.utils.text import get_text_list

from functies.document import Competentie, Functie, Werkveld
from ontwikkelpad.menu import punten
from opleidingen.document import Opleiding
from papier import drukken
from verhalen.document import Verhaal

register = template.Library()


@register.simple_tag(takes_context=True)
def menupunten(context: Context) -> list[tuple[str, str, bool]]:
    """Return the items of the menu: word, address, and whether this page is in it; none without an edition."""
    request = context["request"]
    plek = getattr(request, "resolver_match", None)
    return punten(request.pad, plek.view_name if plek else "") if hasattr(request, "pad") else []


@register.simple_tag(takes_context=True)
def heeft_pdf(context: Context) -> bool:
    """Return whether what is shown can be had as a PDF: not in the preview, and not where none can be made."""
    return drukken.kan() and not getattr(context["request"], "voorbeeld", False)


@register.simple_tag(takes_context=True)
def zoekvoorbeelden(context: Context) -> str:
    """Return, as words of a sentence, things that can be found in this edition: of each sort the shortest."""
    pad = context["request"].pad
    soorten = (
        [rij.naam for rij in pad.alle(Functie).values()],
        [rij.code for rij in pad.alle(Opleiding).values() if rij.code],
        [rij.naam for rij in pad.alle(Competentie).values()],
    )
    tekst: str = get_text_list([min(namen, key=len) for namen in soorten if namen], "of")
    return tekst


@register.inclusion_tag("verhalen/_portret.html", takes_context=True)
def portret(context: Context, verhaal: Verhaal) -> dict[str, str]:
    """Show the portrait that stands beside a story: an initial, in the colour of the werkveld."""
    pad = context["request"].pad
    functie = pad.alle(Functie)[verhaal.functie]
    return {"voornaam": verhaal.voornaam, "kleur": pad.alle(Werkveld)[functie.werkveld].kleur}
