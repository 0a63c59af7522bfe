"""What of the sector can be found: each part of the page, by its texts, its figures and its parties."""

from collections.abc import Iterator
from functools import partial

from sector.document import Cijfer, Partijgroep, Sectordeel
from uitgave.adressen import op_bladzijde
from uitgave.document import Document
from zoeken.ding import LAAG, TEKST, UITLEG, Ding, Veld, gaat_over, maak_ding

DEEL, CIJFER = op_bladzijde("sector:sector", "deel"), op_bladzijde("sector:sector", "cijfer")


def delen(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Sectordeel):
        velden = [Veld("", rij.inleiding, TEKST), *gaat_over(rij.woorden), Veld("", rij.tekst, LAAG)]
        velden += [Veld("Cijfer", cijfer.naam, LAAG) for cijfer in document.alle(Cijfer) if cijfer.deel == rij.slug]
        for groep in document.alle(Partijgroep):
            if groep.deel == rij.slug:
                velden += [Veld(groep.naam, naam, LAAG) for naam in groep.lijst]
        adres, over = partial(DEEL, rij.slug), rij.inleiding or rij.tekst
        yield maak_ding(
            "In cijfers", rij.slug, rij.naam, adres, *velden, woorden=("cijfers",), rang=4, over=over, gewicht=UITLEG
        )
