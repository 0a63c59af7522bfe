"""What of an opleiding can be found."""

from collections.abc import Iterator
from functools import partial

from feiten.keuzes import Bij
from feiten.vindbaar import velden_van
from opleidingen.document import Aanbieder, Niveau, Opleiding, Register
from uitgave.adressen import bladzijde
from uitgave.document import Document
from uitgave.opmaak import plat
from zoeken.ding import KENMERK, NAAM, TEKST, VERWIJZING, Ding, Veld, maak_ding

OPLEIDING = bladzijde("opleidingen:opleiding")


def opleidingen(document: Document) -> Iterator[Ding]:
    aanbieders = {rij.slug: rij.naam for rij in document.alle(Aanbieder)}
    niveaus = {rij.slug: rij.naam for rij in document.alle(Niveau)}
    registers = {rij.slug: rij.naam for rij in document.alle(Register)}
    feiten = velden_van(document, Bij.OPLEIDINGEN)
    for rij in document.alle(Opleiding):
        yield maak_ding(
            "Opleiding",
            rij.slug,
            rij.naam,
            partial(OPLEIDING, rij.slug),
            Veld("", rij.code, NAAM),
            Veld("Register", registers[rij.coderegister] if rij.coderegister else "", KENMERK),
            Veld("Niveau", niveaus[rij.op_niveau] if rij.op_niveau else "", KENMERK),
            Veld("Erkenning", rij.erkenning.label, TEKST),
            Veld("", plat(rij.omschrijving), TEKST),
            *(Veld("Aanbieder", aanbieders[slug], VERWIJZING) for slug in rij.aanbieders),
            *feiten[rij.slug],
            woorden=("opleiding", "studie"),
            rang=1,
            over=plat(rij.omschrijving),
        )
