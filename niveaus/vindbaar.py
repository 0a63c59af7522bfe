"""What of levels and growth can be found: each level, each way to grow, and each traject."""

from collections.abc import Iterator
from functools import partial

from niveaus.document import Groeiwijze, Niveauuitleg, Traject
from opleidingen.document import Niveau
from uitgave.adressen import op_bladzijde
from uitgave.document import Document
from uitgave.tekst import hoofdletter
from zoeken.ding import KENMERK, LAAG, TEKST, Ding, Veld, gaat_over, maak_ding

NIVEAU, SOORT = op_bladzijde("niveaus:niveaus", "niveau"), op_bladzijde("niveaus:niveaus", "soort")
TRAJECT = op_bladzijde("niveaus:niveaus", "traject")


def niveaus(document: Document) -> Iterator[Ding]:
    alle = {rij.slug: rij for rij in document.alle(Niveau)}
    for rij in document.alle(Niveauuitleg):
        niveau = alle[rij.niveau]
        nlqf = Veld("", f"NLQF {niveau.nlqf}" if niveau.nlqf else "", KENMERK)
        velden = nlqf, Veld("Uitleg", rij.tekst, TEKST), Veld("Buiten de kaart", rij.buiten_de_kaart, LAAG)
        adres = partial(NIVEAU, niveau.slug)
        yield maak_ding("Niveau", niveau.slug, hoofdletter(niveau.naam), adres, *velden, woorden=("niveau",), rang=3)


def groeiwijzen(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Groeiwijze):
        velden = Veld("Uitleg", rij.uitleg, TEKST), Veld("Voorbeeld", rij.voorbeeld, LAAG)
        adres = partial(SOORT, rij.soort.value)
        yield maak_ding("Manier van groeien", rij.soort.value, hoofdletter(rij.soort.label), adres, *velden, rang=3)


def trajecten(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Traject):
        stappen = (Veld(stap.naam, stap.tekst, LAAG) for stap in rij.stappen)
        velden = Veld("Inleiding", rij.inleiding, TEKST), *gaat_over(rij.woorden), Veld("Meer", rij.tekst, LAAG)
        yield maak_ding("Traject", rij.slug, rij.naam, partial(TRAJECT, rij.slug), *velden, *stappen, rang=3)
