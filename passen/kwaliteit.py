"""What the gate asks of the questions of *Wat past bij mij?*."""

from collections.abc import Iterator

from feiten.models import Feit
from passen.models import Keuzevraag
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, let_op, opsomming, regel


def zonder_antwoord(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Questions that say nothing of any functie: no feit about their onderwerp says yes, no or in part."""
    beantwoord = {feit.onderwerp_id for feit in kopie.getoond[Feit] if feit.functie_id and feit.antwoord}
    vragen = [vraag for vraag in kopie.getoond[Keuzevraag] if vraag.onderwerp_id not in beantwoord]
    if vragen:
        tekst = f"Geen feit van een functie geeft antwoord op: {opsomming(vragen)}"
        yield let_op(Regel.ONTBREEKT, f"{tekst} Elke functie staat daar bij ‘niet bekend’.", *vragen)


regel(zonder_antwoord)
