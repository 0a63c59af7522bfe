"""Filters for Dutch text: long words that may break, and names on the map."""

import re
from collections.abc import Iterator
from itertools import accumulate
from urllib.parse import urlsplit

from django import template
from django.urls import get_script_prefix
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from functies.document import Functie
from ontwikkelpad.breken import breekwoorden
from ontwikkelpad.woorddelen import WOORD
from uitgave import opmaak
from uitgave.pagina import getoond

register = template.Library()

# Shows a hyphen where a line breaks (static/ontwikkelpad.css), and has no text: copies and names stay clean.
BREUK = '<i class="breek"></i>'
LABEL = re.compile(r"""(<(?:[^>"']|"[^"]*"|'[^']*')*>)""")
TUSSEN_HAAKJES = re.compile(r"(\([^()]{1,15}\))")


@register.filter
def breekbaar(tekst: str) -> SafeString:
    """Let the words of `tekst` break between their parts, as the edition of the page that is being rendered has them.

    Gives HTML, so it is of no use inside an attribute, a title or an option. Takes text, or text that was escaped;
    `linebreaks` may follow. Without an edition, such as on an error page, no word breaks.
    """
    pad = getoond.get()
    delen = breekwoorden(pad) if pad else {}

    def stukken(woord: str) -> Iterator[str]:
        plekken = accumulate(map(len, delen[woord.lower()]), initial=0)
        begin = next(plekken)
        for einde in plekken:
            yield woord[begin:einde]
            begin = einde

    def gebroken(gevonden: re.Match[str]) -> str:
        woord = gevonden[0]
        return BREUK.join(stukken(woord)) if woord.lower() in delen else woord

    return mark_safe(WOORD.sub(gebroken, conditional_escape(tekst)))


@register.filter(name="opmaak")
def met_opmaak(tekst: str, kop: int = 0) -> SafeString:
    """The HTML of a text that editors gave form, with long words that may break; its headings begin at level `kop`."""
    html = opmaak.opmaak(tekst, kop, get_script_prefix())
    delen = LABEL.split(html)
    return mark_safe("".join(deel if deel.startswith("<") else breekbaar(mark_safe(deel)) for deel in delen))


@register.filter
def plat(tekst: str) -> str:
    """The words of a text that editors gave form, without that form: for a description, or where a text is short."""
    return opmaak.plat(tekst)


@register.filter
def kaartnaam(functie: Functie) -> SafeString:
    """The name of a functie on its card. An abbreviation between brackets stays on one line."""
    naam = breekbaar(functie.kaartnaam or functie.volledige_naam)
    return mark_safe(TUSSEN_HAAKJES.sub(r'<span class="heel">\1</span>', naam))


@register.filter
def website(url: str) -> str:
    """The name of the site that `url` leads to; of a mail address or telephone number, that itself."""
    delen = urlsplit(url)
    return (delen.hostname or delen.path).removeprefix("www.")
