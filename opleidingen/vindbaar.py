"""What of an opleiding can be found."""

from collections.abc import Iterator
from functools import partial

from opleidingen.document import Aanbieder, Opleiding
from uitgave.adressen import bladzijde
from uitgave.document import Document
from zoeken.ding import KENMERK, NAAM, TEKST, VERWIJZING, Ding, Veld, maak_ding

OPLEIDING = bladzijde("opleidingen:opleiding")


def opleidingen(document: Document) -> Iterator[Ding]:
    aanbieders = {rij.slug: rij.naam for rij in document.alle(Aanbieder)}
    for rij in document.alle(Opleiding):
        yield maak_ding(
            "Opleiding",
            rij.slug,
            rij.naam,
            partial(OPLEIDING, rij.slug),
            Veld("Code", rij.code, NAAM),
            Veld("Register", rij.register.label if rij.register else "", KENMERK),
            Veld("Niveau", rij.niveau.label if rij.niveau else "", KENMERK),
            Veld("Erkenning", rij.erkenning.label, TEKST),
            Veld("Omschrijving", rij.omschrijving, TEKST),
            *(Veld("Aanbieder", aanbieders[slug], VERWIJZING) for slug in rij.aanbieders),
            woorden=("opleiding", "studie"),
            rang=1,
        )
