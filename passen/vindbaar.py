"""The page *Wat past bij mij?* is found by what people call such a page, and by its questions."""

from collections.abc import Iterator

from django.urls import reverse

from ontwikkelpad.paginas import paginas_van
from passen.document import Keuzevraag
from uitgave.document import Document
from zoeken.ding import TEKST, Ding, Veld, gaat_over, maak_ding

WOORDEN = ("test", "beroepentest", "beroepskeuze", "beroepskeuzetest", "keuzehulp", "kiezen", "past bij mij")


def pagina(document: Document) -> Iterator[Ding]:
    if vragen := document.alle(Keuzevraag):
        velden = (Veld("Vraag", rij.vraag, TEKST) for rij in vragen)
        over = "Geef een paar antwoorden en zie welk werk daarbij past."
        yield maak_ding(
            "Hulp bij kiezen",
            "wat-past",
            paginas_van(document)["passen"].naam,
            lambda: reverse("passen:passen"),
            *gaat_over(WOORDEN),
            *velden,
            rang=1,
            over=over,
        )
