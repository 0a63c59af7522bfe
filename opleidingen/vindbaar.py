"""What of an opleiding, of its level and of what somebody had before it can be found."""

import re
from collections.abc import Iterator
from functools import partial

from feiten.keuzes import Bij
from feiten.vindbaar import velden_van
from opleidingen.document import Aanbieder, Niveau, Opleiding, Register, Vooropleiding
from uitgave.adressen import bladzijde, gefilterd
from uitgave.document import Document
from uitgave.opmaak import plat
from uitgave.tekst import hoofdletter
from zoeken.ding import KENMERK, NAAM, TEKST, VERWIJZING, Ding, Naam, Veld, maak_ding

OPLEIDING = bladzijde("opleidingen:opleiding")
VOOROPLEIDING = gefilterd("functies:kaart", "opleiding")


def opleidingen(document: Document) -> Iterator[Ding]:
    aanbieders = {rij.slug: rij.naam for rij in document.alle(Aanbieder)}
    niveaus = {rij.slug: (trede, rij) for trede, rij in enumerate(document.alle(Niveau))}
    registers = {rij.slug: rij.naam for rij in document.alle(Register)}
    feiten = velden_van(document, Bij.OPLEIDINGEN)
    for rij in document.alle(Opleiding):
        trede, niveau = niveaus[rij.op_niveau] if rij.op_niveau else (len(niveaus), None)
        yield maak_ding(
            "Opleiding",
            rij.slug,
            rij.naam,
            partial(OPLEIDING, rij.slug),
            Veld("", rij.code, NAAM),
            Veld("Register", registers[rij.coderegister] if rij.coderegister else "", KENMERK),
            Veld("Niveau", niveau.naam if niveau else "", KENMERK),
            Veld("Erkenning", rij.erkenning.label, TEKST),
            Veld("", plat(rij.omschrijving), TEKST),
            *(Veld("Aanbieder", aanbieders[slug], VERWIJZING) for slug in rij.aanbieders),
            *feiten[rij.slug],
            woorden=("opleiding", "studie"),
            namen=namen_van(niveau) if niveau else (),
            rang=1,
            over=plat(rij.omschrijving),
            orde=(trede,),
        )


def namen_van(niveau: Niveau) -> list[Naam]:
    """Return the ways in which people write a level, as names of what has it: a number alone means nothing."""
    met_nummer = re.fullmatch(r"(.*\D)(\d)", niveau.naam)
    teksten = [niveau.naam]
    teksten += [f"{met_nummer[1]} niveau {met_nummer[2]}"] if met_nummer else []
    teksten += [f"{woord} {niveau.nlqf}" for woord in ("niveau", "nlqf", "nlqf niveau") if niveau.nlqf]
    return [Naam(tekst) for tekst in teksten]


def vooropleidingen(document: Document) -> Iterator[Ding]:
    """What somebody can have already leads to the map, which says where one begins with it."""
    for rij in document.alle(Vooropleiding):
        naam, adres, uitleg = hoofdletter(rij.naam), partial(VOOROPLEIDING, rij.sleutel), Veld("", rij.opent, TEKST)
        yield maak_ding("Wat je al hebt", rij.slug, naam, adres, uitleg, rang=2, over=rij.opent)
