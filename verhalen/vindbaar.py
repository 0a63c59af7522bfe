"""What of a story can be found."""

from collections.abc import Iterator
from functools import partial

from functies.document import Functie
from uitgave.adressen import bladzijde
from uitgave.document import Document
from uitgave.opmaak import plat
from verhalen.document import Verhaal
from zoeken.ding import KENMERK, LAAG, VERWIJZING, Ding, Veld, maak_ding

VERHAAL = bladzijde("verhalen:verhaal")


def verhalen(document: Document) -> Iterator[Ding]:
    functies = {rij.slug: rij.volledige_naam for rij in document.alle(Functie)}
    for rij in document.alle(Verhaal):
        yield maak_ding(
            "Verhaal",
            rij.slug,
            rij.voornaam,
            partial(VERHAAL, rij.slug),
            Veld("", rij.kop, KENMERK),
            *(Veld("Kernwoord", woord, VERWIJZING) for woord in rij.kernwoorden),
            Veld("Functie", functies[rij.functie], KENMERK),
            Veld("", plat(rij.tekst), LAAG),
            woorden=("verhaal", "ervaring"),
            rang=4,
            over=rij.kop,
        )
