"""The way back to a conversation: its choices go along to pages elsewhere on the site, in one parameter.

They cannot go along under their own names, for other pages have those too. Only what the edition knows goes along.
"""

from collections.abc import Mapping
from urllib.parse import parse_qs

from uitgave.meenemen import Keuze
from uitgave.pad import Pad
from uitgave.pagina import reist_mee
from werkgevers.document import Werkgevers
from werkgevers.gesprekskeuze import Gesprekskeuze

GESPREK = "gesprek"
LANGST = 2000  # characters of choices that go along


@reist_mee(GESPREK)
def gesprek_van_bezoeker(pad: Pad, vraag: Mapping[str, str]) -> list[Keuze]:
    """The conversation that somebody is in goes along to every page."""
    adres = lopend_gesprek(pad, vraag)
    return [(GESPREK, adres)] if adres else []


def lopend_gesprek(pad: Pad, vraag: Mapping[str, str]) -> str:
    """Return the query string of the conversation that a question came from, without `?`; empty when there is none."""
    gevraagd = vraag.get(GESPREK, "") if pad.enige(Werkgevers) else ""
    return Gesprekskeuze.uit(pad, parse_qs(gevraagd[:LANGST])).adres().removeprefix("?") if gevraagd else ""
