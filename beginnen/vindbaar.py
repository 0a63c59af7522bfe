"""What of beginning can be found: the page, and each of its doors; where one begins with what somebody has."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from beginnen.document import Deur
from beginnen.keuzes import Deursoort
from functies.achtergrond import Achtergrond
from functies.document import Functie
from ontwikkelpad.paginas import paginas_van
from opleidingen.vindbaar import zo_genoemd
from opleidingen.vooropleidingen import vooropleidingen
from uitgave.adressen import gefilterd
from uitgave.document import Document
from uitgave.opmaak import plat
from uitgave.pad import Pad, eens, vult_aan
from uitgave.soort import soort_van_rij
from zoeken.ding import KENMERK, LAAG, TEKST, VERWIJZING, Ding, Naam, Veld, gaat_over, maak_ding

DEUR = gefilterd("beginnen:beginnen", "deur")


def deuren(document: Document) -> Iterator[Ding]:
    soort, woorden = paginas_van(document)["beginnen"].naam, ("beginnen", "begin", "starten", "instromen")
    for rij in document.alle(Deur):
        teksten = (Veld("Tekst", plat(tekst), LAAG) for tekst in (rij.waar, rij.hoe, rij.morgen))
        velden = Veld("", rij.uitleg, TEKST), *gaat_over(rij.woorden), *teksten
        adres = partial(DEUR, rij.slug)
        yield maak_ding(soort, rij.slug, rij.naam, adres, *velden, woorden=woorden, rang=1, over=rij.uitleg)


@vult_aan
def met_begin(pad: Pad, deel: str, ding: Ding) -> Ding:
    """Let who names what they have find where one begins with it, and after that the door for who has least."""
    woorden: list[str] = []
    if deel == soort_van_rij(Functie).deel:
        woorden, gewicht = _begint_met(pad).get(ding.slug, []), KENMERK
    elif deel == soort_van_rij(Deur).deel and pad.alle(Deur)[ding.slug].soort == Deursoort.NIETS:
        woorden, gewicht = [woord for van_functie in _begint_met(pad).values() for woord in van_functie], VERWIJZING
    namen = (Naam(woord, gewicht=gewicht) for woord in dict.fromkeys(woorden))
    return replace(ding, namen=(*ding.namen, *namen)) if woorden else ding


@eens
def _begint_met(pad: Pad) -> Mapping[str, list[str]]:
    """Return for each functie where one can begin the names of what somebody has then, by slug."""
    gevonden: dict[str, list[str]] = {}
    for woord, rij in vooropleidingen(pad).items():
        for functie in Achtergrond(pad, woord).begin:
            gevonden.setdefault(functie.slug, []).extend(zo_genoemd(rij))
    return gevonden
