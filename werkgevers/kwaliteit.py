"""What the gate asks of the rows that employers read."""

from collections.abc import Iterator

from django.utils import timezone

from redactie.kwaliteit.bevindingen import (
    Bevinding,
    Regel,
    Werkkopie,
    let_op,
    opsomming,
    regel,
    zonder_zichtbare,
)
from uitgave.verschil import soortnaam
from werkgevers.models import Artikel, Artikelpunt, Gespreksvraag, Gidsstap, Leerweg, Regeling, Taak


def onvolledig(kopie: Werkkopie) -> Iterator[Bevinding]:
    yield from zonder_zichtbare(kopie, Leerweg, "doelgroepen", "doelgroep")
    for model, met, naam in (
        (Gidsstap, {taak.stap for taak in kopie.rijen[Taak]}, "taken"),
        (Artikel, {punt.artikel for punt in kopie.rijen[Artikelpunt]}, "punten"),
    ):
        if zonder := [rij for rij in kopie.getoond[model] if rij not in met]:
            tekst = f"{soortnaam(model)} zonder {naam}: {opsomming(zonder)}. Bezoekers zien dan weinig of niets."
            yield let_op(Regel.ONTBREEKT, tekst, *zonder)


def vraag_van_verborgen_functie(kopie: Werkkopie) -> Iterator[Bevinding]:
    for vraag in kopie.rijen[Gespreksvraag]:
        if vraag.zichtbaar and vraag.functie and not vraag.functie.zichtbaar:
            tekst = f"De vraag ‘{vraag}’ zien bezoekers niet: de functie {vraag.functie} is niet zichtbaar."
            yield let_op(Regel.ZICHTBAAR, tekst, vraag, vraag.functie)


def verlopen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What visitors do not see any more, by its own date."""
    vandaag = timezone.localdate()
    if voorbij := [rij for rij in kopie.getoond[Regeling] if rij.geldig_tot and rij.geldig_tot < vandaag]:
        tekst = f"Regeling die voorbij is: {opsomming(voorbij)}. Bezoekers zien die niet meer."
        yield let_op(Regel.VERLOPEN, f"{tekst} Is er een nieuwe datum? Zet de regeling anders uit.", *voorbij)


regel(onvolledig, vraag_van_verborgen_functie, verlopen)
