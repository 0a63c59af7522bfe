"""What of an opleiding, of its level and of what somebody had before it can be found."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from feiten.keuzes import Bij
from feiten.vindbaar import velden_van
from functies.document import Functie
from opleidingen.document import Aanbieder, Niveau, Opleiding, Register, Vooropleiding
from opleidingen.geldig import is_over
from opleidingen.vooropleidingen import vooropleidingen as vooropleidingen_van
from uitgave.adressen import bladzijde, gefilterd
from uitgave.document import Document
from uitgave.opmaak import plat
from uitgave.pad import Pad, vult_aan
from uitgave.tekst import hoofdletter
from uitgave.vinden import schikt
from zoeken.ding import KENMERK, NAAM, TEKST, VERWIJZING, Ding, Naam, Veld, maak_ding
from zoeken.index import Treffer

OPLEIDING = bladzijde("opleidingen:opleiding")
VOOROPLEIDING = gefilterd("functies:kaart", "opleiding")
SOORT = "Opleiding"  # of what can be found
OVER = "Je kunt niet meer met deze opleiding beginnen."
PAST_BIJ = 0.9 * NAAM  # who names a functie wants to know which opleiding fits it, right after the functie


@schikt
def zegt_wat_over_is(pad: Pad, vraag: str, treffers: list[Treffer]) -> list[Treffer]:
    """Say first of an opleiding that nobody can begin with it any more; who has it, still finds it."""
    return [
        replace(deze, zegt=f"{OVER} {deze.zegt}".strip())
        if deze.ding.soort == SOORT and is_over(pad, deze.ding.slug)
        else deze
        for deze in treffers
    ]


def opleidingen(document: Document) -> Iterator[Ding]:
    aanbieders = {rij.slug: rij.naam for rij in document.alle(Aanbieder)}
    niveaus = {rij.slug: (trede, rij) for trede, rij in enumerate(document.alle(Niveau))}
    registers = {rij.slug: rij.naam for rij in document.alle(Register)}
    feiten = velden_van(document, Bij.OPLEIDINGEN)
    past_bij = defaultdict[str, list[str]](list)
    for functie in document.alle(Functie):
        for link in functie.opleidingen:
            past_bij[link.opleiding].append(functie.afkorting)
    for rij in document.alle(Opleiding):
        trede, niveau = niveaus[rij.op_niveau] if rij.op_niveau else (len(niveaus), None)
        yield maak_ding(
            SOORT,
            rij.slug,
            rij.naam,
            partial(OPLEIDING, rij.slug),
            Veld("", rij.code, NAAM),
            Veld("Register", registers[rij.coderegister] if rij.coderegister else "", KENMERK),
            Veld("Niveau", niveau.naam if niveau else "", KENMERK),
            Veld("Erkenning", rij.erkend, TEKST),
            Veld("", plat(rij.omschrijving), TEKST),
            *(Veld("Aanbieder", aanbieders[slug], VERWIJZING) for slug in rij.aanbieders),
            *(Veld("Past bij", afkorting, PAST_BIJ) for afkorting in past_bij[rij.slug]),
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
        namen = map(Naam, zo_genoemd(rij))
        yield maak_ding("Wat je al hebt", rij.slug, naam, adres, uitleg, namen=namen, rang=2, over=rij.opent)


@vult_aan
def met_eigen_woord(pad: Pad, deel: str, ding: Ding) -> Ding:
    """Let what somebody can have lead there by its word in this edition."""
    if deel != "vooropleidingen":
        return ding
    woord = next(woord for woord, rij in vooropleidingen_van(pad).items() if rij.slug == ding.slug)
    return replace(ding, adres=partial(VOOROPLEIDING, woord))


def zo_genoemd(rij: Vooropleiding) -> list[str]:
    """Return what people call it: its name, and each level with a number in it, for a number alone means nothing."""
    niveaus = re.findall(r"([^\W\d]+) (\d)", rij.naam)
    return [rij.naam, *(f"{wat} {nummer}" for soort, nummer in niveaus for wat in (soort, f"{soort} niveau", "niveau"))]
