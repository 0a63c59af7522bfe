"""A difference word by word as HTML: in a text every space shows, so it is written in one piece."""

from collections.abc import Sequence

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from uitgave.woordverschil import GELIJK, WEG, Deel

register = template.Library()


@register.simple_tag
def weg_en_nieuw(delen: Sequence[Deel], heel: bool) -> SafeString:
    """What went and what came; of a value that is read as a whole (`heel`) with an arrow between the two."""
    return format_html_join("", "{}{}", ((_pijl(heel and n > 0), _weg_of_nieuw(deel)) for n, deel in enumerate(delen)))


@register.simple_tag
def gemarkeerd(delen: Sequence[Deel]) -> SafeString:
    """One of two texts, with what the other does not have marked."""
    stukken = (("{}" if deel.soort == GELIJK else "<mark>{}</mark>", deel.getoond) for deel in delen)
    return format_html_join("", "{}", ((format_html(vorm, tekst),) for vorm, tekst in stukken)) or format_html(
        "<em>{}</em>", "leeg"
    )


def _pijl(nodig: bool) -> SafeString:
    return format_html(' <span aria-hidden="true">{}</span> ', "→") if nodig else SafeString("")


def _weg_of_nieuw(deel: Deel) -> SafeString:
    if deel.soort == GELIJK:
        return escape(deel.getoond)
    soort, woord = ("del", "weg") if deel.soort == WEG else ("ins", "nieuw")
    vorm = f'<{soort}><span class="visually-hidden">{woord}: </span>{{}}</{soort}>'
    return format_html(vorm, deel.getoond)
