"""Answers can be found by the words that visitors have for the question, and much else by its name elsewhere."""

from collections.abc import Iterator
from functools import partial

from django.urls import get_script_prefix

from antwoorden.document import Antwoord, Antwoordlink, Vertaling
from uitgave.adressen import op_bladzijde
from uitgave.document import Document
from zoeken.ding import Ding, Kaart, Naam

ANTWOORD = op_bladzijde("antwoorden:antwoorden", "antwoord")
DELEN = ("functies", "opleidingen", "beroepsvereisten", "antwoorden")  # what can have a name in another language


def antwoorden(document: Document) -> Iterator[Ding]:
    """An answer is found only by whole questions: a word of it alone would put it before what the word is about."""
    for rij in document.alle(Antwoord):
        links = tuple((link.naam, partial(adres_van, link), bool(link.url)) for link in rij.links)
        namen, kaart = tuple(map(Naam, rij.woorden)), Kaart(rij.antwoord, links)
        adres = partial(ANTWOORD, rij.slug)
        yield Ding("Antwoord", rij.slug, rij.naam, (), adres, 0, rij.antwoord, namen=namen, kaart=kaart)


def adres_van(link: Antwoordlink) -> str:
    """Return where a link leads: in the preview a page of this site is one of the preview."""
    return link.url or get_script_prefix() + link.pagina.removeprefix("/")


def vertalingen(document: Document) -> Iterator[tuple[str, str, Naam]]:
    """Yield each name in another language, after the part and the slug of what it is a name of."""
    for rij in document.alle(Vertaling):
        naam = Naam(rij.woord, f"In het {rij.taal.label}", rij.opmerking, rij.taal.value, rij.taal.richting)
        for deel in DELEN:
            for slug in getattr(rij, deel):
                yield deel, slug, naam
