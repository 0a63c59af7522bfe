"""The HTML with which a website shows a part of this one."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html

from functies.document import Functie
from functies.netwerk import netwerk
from uitgave.pad import Pad
from uitgave.pagina import voor_bezoekers


@dataclass(frozen=True)
class Fragment:
    """A part to be shown elsewhere: what it is, where it stands, and the HTML that shows it."""

    kop: str
    pagina: str
    html: str


def fragmenten(pad: Pad, functie: Functie, van: Functie | None) -> list[Fragment]:
    """Return what of a functie can be shown elsewhere: its card, the map, and the way to it from `van`."""
    gevonden = [
        _fragment(f"Het kaartje van {functie.naam}", 420, "functie", functie.slug),
        _fragment(f"De kaart met {functie.naam} gekozen", 600, "kaart", functie.slug),
    ]
    if van and van != functie and van.slug in netwerk(pad).afstanden_naar(functie.slug):
        gevonden.append(_fragment(f"De route van {van.naam} naar {functie.naam}", 480, "route", van.slug, functie.slug))
    return gevonden


def _fragment(kop: str, hoogte: int, view: str, *slugs: str) -> Fragment:
    pagina = reverse(f"insluiten:{view}", args=slugs)
    html = '<iframe src="{}{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>'
    return Fragment(kop, pagina, format_html(html, settings.ADRES, voor_bezoekers(pagina), kop, hoogte))
