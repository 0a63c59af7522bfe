"""What of beginning can be found: the page, and each of its doors."""

from collections.abc import Iterator
from functools import partial

from beginnen.document import Deur
from uitgave.adressen import gefilterd
from uitgave.document import Document
from uitgave.opmaak import plat
from zoeken.ding import LAAG, TEKST, Ding, Veld, gaat_over, maak_ding

DEUR = gefilterd("beginnen:beginnen", "deur")


def deuren(document: Document) -> Iterator[Ding]:
    woorden = ("beginnen", "begin", "starten", "instromen")
    for rij in document.alle(Deur):
        teksten = (Veld("Tekst", plat(tekst), LAAG) for tekst in (rij.waar, rij.hoe, rij.morgen))
        velden = Veld("", rij.uitleg, TEKST), *gaat_over(rij.woorden), *teksten
        adres = partial(DEUR, rij.slug)
        yield maak_ding("Zo begin je", rij.slug, rij.naam, adres, *velden, woorden=woorden, rang=1, over=rij.uitleg)
