"""What of functies, and of what they ask, can be found: rows of the document in, things for the search out."""

from collections.abc import Iterator
from functools import partial

from feiten.keuzes import Bij
from feiten.vindbaar import velden_van
from functies.document import Beroepsvereiste, Competentie, Functie, Werkveld
from opleidingen.document import Opleiding
from uitgave.adressen import bladzijde, gefilterd
from uitgave.document import Document
from uitgave.opmaak import plat
from zoeken.ding import KENMERK, LAAG, NAAM, TEKST, VERWIJZING, Ding, Veld, maak_ding

FUNCTIE = bladzijde("functies:functie")
VEREISTE = gefilterd("functies:functies", "vereiste")
COMPETENTIE = gefilterd("functies:functies", "competentie")


def functies(document: Document) -> Iterator[Ding]:
    """A functie is found by what is said of it, and by the names of all that it asks."""
    werkvelden = {rij.slug: rij.naam for rij in document.alle(Werkveld)}
    opleidingen = {rij.slug: f"{rij.naam} {rij.code}".strip() for rij in document.alle(Opleiding)}
    vereisten = {rij.slug: rij.naam for rij in document.alle(Beroepsvereiste)}
    competenties = {rij.slug: rij.naam for rij in document.alle(Competentie)}
    feiten = velden_van(document, Bij.FUNCTIES)
    for rij in document.alle(Functie):
        yield maak_ding(
            "Functie",
            rij.slug,
            rij.naam,
            partial(FUNCTIE, rij.slug),
            Veld("", rij.afkorting, NAAM),
            Veld("", rij.kaartnaam, KENMERK),
            Veld("", rij.samenvatting, TEKST),
            Veld("", plat(rij.omschrijving), LAAG),
            Veld("Werkveld", werkvelden[rij.werkveld], KENMERK),
            *(Veld("Opleiding", opleidingen[link.opleiding], VERWIJZING) for link in rij.opleidingen),
            *(Veld("Competentie", competenties[slug], VERWIJZING) for slug in rij.competenties),
            *(Veld("Nodig", vereisten[slug], VERWIJZING) for slug in rij.beroepsvereisten),
            *feiten[rij.slug],
            woorden=("functie", "functies", "beroep", "beroepen", "baan", "banen"),
            rang=0,
            over=rij.samenvatting,
        )


def beroepsvereisten(document: Document) -> Iterator[Ding]:
    for rij in document.alle(Beroepsvereiste):
        adres, uitleg, woorden = partial(VEREISTE, rij.slug), Veld("", rij.uitleg, TEKST), ("beroepsvereiste",)
        yield maak_ding("Beroepsvereiste", rij.slug, rij.naam, adres, uitleg, woorden=woorden, rang=2, over=rij.uitleg)


def competenties(document: Document) -> Iterator[Ding]:
    woorden = ("competentie", "vaardigheid")
    for rij in document.alle(Competentie):
        yield maak_ding("Competentie", rij.slug, rij.naam, partial(COMPETENTIE, rij.slug), woorden=woorden, rang=3)


def afkorting(rij: Functie) -> Iterator[tuple[str, str]]:
    """The afkorting counts as another word for the name, so that it also finds the diploma of a functie."""
    if rij.afkorting:
        yield rij.afkorting, rij.naam
