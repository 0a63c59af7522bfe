"""What of begrippen can be found."""

from collections.abc import Iterator
from functools import partial

from begrippen.document import Begrip
from uitgave.adressen import bladzijde
from uitgave.document import Document
from zoeken.ding import KENMERK, LAAG, UITLEG, Ding, Veld, maak_ding

BEGRIP = bladzijde("begrippen:begrip")


def begrippen(document: Document) -> Iterator[Ding]:
    woorden = ("begrip", "begrippen", "betekenis")
    for rij in document.alle(Begrip):
        velden = (*(Veld("", vorm, KENMERK) for vorm in rij.vormen), Veld("", rij.uitleg, LAAG))
        adres = partial(BEGRIP, rij.slug)
        yield maak_ding(
            "Begrip", rij.slug, rij.naam, adres, *velden, woorden=woorden, rang=8, over=rij.uitleg, gewicht=UITLEG
        )
