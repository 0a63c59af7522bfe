"""What pages of the whole site show of the edition: its menu, and what somebody can search for."""

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.text import get_text_list

from beelden.document import Foto
from beelden.maten import BREED
from beelden.pagina import MetFoto, foto_van
from functies.document import Competentie, Functie, Werkveld
from ontwikkelpad import paginas
from opleidingen.document import Opleiding
from papier import drukken
from uitgave import klok
from verhalen.document import Verhaal

register = template.Library()


@register.simple_tag(takes_context=True)
def menupunten(context: Context) -> list[tuple[str, str, bool]]:
    """Return the items of the menu: word, address, and whether this page is in it; none without an edition."""
    request = context["request"]
    plek = getattr(request, "resolver_match", None)
    return paginas.menu(request.pad, plek.view_name if plek else "") if hasattr(request, "pad") else []


@register.simple_tag(takes_context=True)
def voetpunten(context: Context) -> list[tuple[str, str, bool]]:
    """Return what stands at the foot of the page, as `menupunten` does."""
    return paginas.voet(context["request"].pad)


@register.simple_tag(takes_context=True)
def paginanaam(context: Context, code: str) -> str:
    """Return what this edition calls one of its pages, in one or two words."""
    return paginas.paginas(context["request"].pad)[code].naam


@register.simple_tag(takes_context=True)
def paginakop(context: Context, code: str) -> str:
    """Return the heading of one of the pages of this edition."""
    return paginas.kop(context["request"].pad, code)


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
def portret(context: Context, verhaal: Verhaal) -> dict[str, Any]:
    """Show the portrait that stands beside a story: a photo, else an initial in the colour of the werkveld."""
    pad = context["request"].pad
    functie = pad.alle(Functie)[verhaal.functie]
    foto = foto_van(pad, verhaal, klok.vandaag())
    return {"voornaam": verhaal.voornaam, "kleur": pad.alle(Werkveld)[functie.werkveld].kleur, "foto": foto}


@register.simple_tag(takes_context=True)
def foto_bij(context: Context, rij: MetFoto) -> Foto | None:
    """Return the photo of a row; None where it has none that may be shown today."""
    return foto_van(context["request"].pad, rij, klok.vandaag())


@register.filter
def bestanden(foto: Foto, soort: str) -> str:
    """Return the sizes of a photo in one kind of file, as a `srcset` names them."""
    adressen = ((reverse("beelden:beeld", args=[foto.bestand(breedte, soort)]), breedte) for breedte in BREED)
    return ", ".join(f"{adres} {breedte}w" for adres, breedte in adressen)


@register.filter
def bestand(foto: Foto, maat: str) -> str:
    """Return the address of one size of a photo, such as `192.avif`."""
    breedte, _, soort = maat.partition(".")
    return reverse("beelden:beeld", args=[foto.bestand(int(breedte), soort)])
