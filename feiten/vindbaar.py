"""What of feiten can be found: each onderwerp, which has a page with all that is known of it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from feiten.document import Feit, Onderwerp
from feiten.keuzes import Antwoord, Bij
from uitgave.adressen import bladzijde
from uitgave.document import Document
from zoeken.ding import KENMERK, TEKST, Ding, Veld, maak_ding

ONDERWERP = bladzijde("feiten:onderwerp")


def onderwerpen(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Onderwerp):
        velden, adres = (Veld("", rij.kort, KENMERK), Veld("", rij.vraag, TEKST)), partial(ONDERWERP, rij.slug)
        zin = f"Dit weten we hierover van {rij.bij}."
        yield maak_ding("In het kort", rij.slug, rij.naam, adres, *velden, rang=2, over=zin)


def velden_van(document: Document, bij: Bij) -> Mapping[str, list[Veld]]:
    """Return by the slug of a functie, or of an opleiding, what its feiten say of it; of one without, nothing.

    A feit that will end is left out: the index does not know which of those hold today.
    """
    namen = {rij.slug: rij.naam for rij in document.alle(Onderwerp) if rij.bij == bij}
    vragen = {rij.slug: rij.vraag for rij in document.alle(Onderwerp)}
    gevonden: defaultdict[str, list[Veld]] = defaultdict(list)
    for feit in document.alle(Feit):
        if feit.onderwerp in namen and (slug := feit.over(bij)) and feit.geldig_tot is None:
            gevonden[slug].append(Veld(namen[feit.onderwerp], feit.waarde, TEKST))
            if feit.antwoord == Antwoord.NEE:
                gevonden[slug].append(Veld("", _ontkend(vragen[feit.onderwerp]), KENMERK))
    return gevonden


def _ontkend(vraag: str) -> str:
    """Return what somebody types who wants what a question denies: each of its words with "geen" before it."""
    return " ".join(f"geen {woord}" for woord in re.findall(r"\w+", vraag))
