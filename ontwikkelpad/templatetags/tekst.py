"""Filters for Dutch text: long words that may break, and names on the map."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

import pyphen
from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from functies.document import Functie

register = template.Library()

ZACHT = "\u00ad"  # soft hyphen: shows only where a line breaks
AF_TE_BREKEN = re.compile(r"[^\W\d_]{13,}")  # shorter words fit everywhere
TUSSEN_HAAKJES = re.compile(r"(\([^()]{1,15}\))")
_dutch = pyphen.Pyphen(lang="nl_NL", left=4, right=4)


@register.filter
@lru_cache(maxsize=2000)
def breekbaar(tekst: str) -> str:
    """Let long words of `tekst`, and long parts between soft hyphens, break at syllables."""
    return AF_TE_BREKEN.sub(lambda woord: _dutch.inserted(woord[0], ZACHT), str(tekst))


@register.filter
def kaartnaam(functie: Functie) -> SafeString:
    """The name of a functie on its card; a | of the editor is a place where a word may break.

    An abbreviation between brackets stays on one line.
    """
    met_breuken = breekbaar((functie.kaartnaam or functie.volledige_naam).replace("|", ZACHT))
    return mark_safe(TUSSEN_HAAKJES.sub(r'<span class="heel">\1</span>', conditional_escape(met_breuken)))


@register.filter
def website(url: str) -> str:
    """The name of the site that `url` leads to; of a mail address or telephone number, that itself."""
    delen = urlsplit(url)
    return (delen.hostname or delen.path).removeprefix("www.")
