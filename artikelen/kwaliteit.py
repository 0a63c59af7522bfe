"""What the gate asks of articles."""

from collections.abc import Iterator

from artikelen.models import Leesartikel
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, let_op, regel
from redactie.kwaliteit.leesbaarheid import begin_van, meet
from uitgave.opmaak import plat

LANGSTE = 10  # words in a sentence at level A2


def moeilijk(kopie: Werkkopie) -> Iterator[Bevinding]:
    """An article in simple words with a sentence that is too long for its readers."""
    for rij in kopie.getoond[Leesartikel]:
        zin, aantal = meet(f"{rij.samenvatting}\n{plat(rij.tekst)}").langste
        if rij.eenvoudig and aantal > LANGSTE:
            tekst = f"{rij} is in eenvoudige woorden, maar de zin ‘{begin_van(zin)}’ heeft {aantal} woorden."
            yield let_op(Regel.ZINNEN, f"{tekst} Maak er zinnen van hooguit {LANGSTE} woorden van.", rij)


regel(moeilijk)
