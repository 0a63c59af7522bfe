from dataclasses import dataclass
from itertools import groupby

from django.http import HttpResponse

from begrippen.document import Begrip
from uitgave.pagina import Verzoek, of_404, pagina_of_fragment, toon
from zoeken.vouwen import gevouwen


@dataclass(frozen=True)
class Lijst:
    """All begrippen, by the letter with which they begin."""

    letters: list[tuple[str, list[Begrip]]]


@dataclass(frozen=True)
class Uitleg:
    """One begrip."""

    begrip: Begrip


def begrippen(request: Verzoek) -> HttpResponse:
    rijen = request.pad.alle(Begrip).values()
    letters = [(letter, list(groep)) for letter, groep in groupby(rijen, key=_letter)]
    return toon(request, "begrippen/begrippen.html", Lijst(letters))


def begrip(request: Verzoek, slug: str) -> HttpResponse:
    """One begrip: a page, or what opens below the word."""
    uitleg = Uitleg(of_404(request.pad, Begrip, slug))
    return pagina_of_fragment(request, "begrippen/begrip.html", "begrippen/_begrip.html", uitleg)


def _letter(rij: Begrip) -> str:
    """Return the letter below which a begrip stands; what begins with something else stands below ``0-9``."""
    letter = gevouwen(rij.naam)[:1].upper()
    return letter if letter.isalpha() else "0-9"
