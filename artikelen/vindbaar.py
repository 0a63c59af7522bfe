"""What of an article can be found."""

from collections.abc import Iterator
from functools import partial

from artikelen.document import Leesartikel
from uitgave.adressen import bladzijde
from uitgave.document import Document
from uitgave.opmaak import plat
from zoeken.ding import LAAG, TEKST, UITLEG, Ding, Veld, gaat_over, maak_ding

ARTIKEL = bladzijde("artikelen:artikel")
EENVOUDIG = ("eenvoudig", "makkelijk", "makkelijk lezen", "gewone woorden", "taalniveau A2", "laaggeletterd")


def artikelen(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Leesartikel):
        yield maak_ding(
            "Artikel",
            rij.slug,
            rij.titel,
            partial(ARTIKEL, rij.slug),
            Veld("", rij.samenvatting, TEKST),
            Veld("Tekst", plat(rij.tekst), LAAG),
            *gaat_over(EENVOUDIG if rij.eenvoudig else ()),
            woorden=("artikel", "lezen"),
            rang=7,
            over=rij.samenvatting,
            gewicht=UITLEG,
        )
