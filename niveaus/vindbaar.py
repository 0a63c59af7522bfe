"""What of growth can be found: each way to grow, and each traject. Levels are found with the functies."""

from collections.abc import Iterator
from functools import partial

from niveaus.document import Groeiwijze, Traject
from uitgave.adressen import op_bladzijde
from uitgave.document import Document
from uitgave.tekst import hoofdletter
from zoeken.ding import LAAG, TEKST, Ding, Veld, gaat_over, maak_ding

SOORT = op_bladzijde("niveaus:niveaus", "soort")
TRAJECT = op_bladzijde("niveaus:niveaus", "traject")


def groeiwijzen(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Groeiwijze):
        velden = Veld("", rij.uitleg, TEKST), Veld("Voorbeeld", rij.voorbeeld, LAAG)
        naam, adres = hoofdletter(rij.soort.label), partial(SOORT, rij.soort.value)
        yield maak_ding("Manier van groeien", rij.soort.value, naam, adres, *velden, rang=3, over=rij.uitleg)


def trajecten(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Traject):
        stappen = (Veld(stap.naam, stap.tekst, LAAG) for stap in rij.stappen)
        velden = Veld("", rij.inleiding, TEKST), *gaat_over(rij.woorden), Veld("", rij.tekst, LAAG), *stappen
        adres, over = partial(TRAJECT, rij.slug), rij.inleiding or rij.tekst
        yield maak_ding("Traject", rij.slug, rij.naam, adres, *velden, rang=3, over=over)
