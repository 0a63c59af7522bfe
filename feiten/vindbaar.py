"""What of feiten can be found: each onderwerp, which has a page with all that is known of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from feiten.document import Feit, Onderwerp
from feiten.keuzes import Bij
from uitgave.adressen import bladzijde
from uitgave.document import Document
from zoeken.ding import KENMERK, TEKST, Ding, Veld, maak_ding

ONDERWERP = bladzijde("feiten:onderwerp")


def onderwerpen(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Onderwerp):
        velden = Veld("Korte naam", rij.kort, KENMERK), Veld("Vraag", rij.vraag, TEKST)
        yield maak_ding("In het kort", rij.slug, rij.naam, partial(ONDERWERP, rij.slug), *velden, rang=2)


def velden_van(document: Document, bij: Bij) -> Mapping[str, list[Veld]]:
    """Return by the slug of a functie, or of an opleiding, what its feiten say of it; of one without, nothing.

    A feit that will end is left out: the index does not know which of those hold today.
    """
    namen = {rij.slug: rij.naam for rij in document.alle(Onderwerp) if rij.bij == bij}
    gevonden: defaultdict[str, list[Veld]] = defaultdict(list)
    for feit in document.alle(Feit):
        if feit.onderwerp in namen and (slug := feit.over(bij)) and feit.geldig_tot is None:
            gevonden[slug].append(Veld(namen[feit.onderwerp], feit.waarde, TEKST))
    return gevonden
