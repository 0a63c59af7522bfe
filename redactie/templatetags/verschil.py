"""A difference word by word as HTML: in a text every space shows, so it is written in one piece."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from uitgave.verschil import VERWIJDERD, Rijsleutel, Verschil
from uitgave.woordverschil import GELIJK, WEG, Deel

register = template.Library()


@register.simple_tag
def weg_en_nieuw(delen: Sequence[Deel], heel: bool) -> SafeString:
    """What went and what came; of a value that is read as a whole (`heel`) with an arrow between the two."""
    return format_html_join("", "{}{}", ((_pijl(heel and n > 0), _weg_of_nieuw(deel)) for n, deel in enumerate(delen)))


@register.simple_tag
def telling(verschillen: Iterable[Verschil], voor_bezoekers: bool) -> list[tuple[str, str]]:
    """Return of each kind how many rows changed, and how: "48 hernoemd, 5 verwijderd"."""
    per_groep: dict[str, Counter[str]] = {}
    for verschil in verschillen:
        per_groep.setdefault(verschil.groep, Counter())[verschil.wat] += 1
    weg = "van de site" if voor_bezoekers else VERWIJDERD
    return [
        (groep, ", ".join(f"{aantal} {weg if wat == VERWIJDERD else wat}" for wat, aantal in keren.items()))
        for groep, keren in per_groep.items()
    ]


@register.filter
def van_rij(bekend: Mapping[Rijsleutel | None, Any] | None, rij: Rijsleutel | None) -> Any:
    """Return what is known of a row, where something is known of rows."""
    return bekend.get(rij) if bekend else None


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
