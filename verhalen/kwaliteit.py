"""What the gate asks of stories."""

from collections.abc import Iterator

from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, let_op, regel
from verhalen.models import Verhaal


def verhaal_van_verborgen_functie(kopie: Werkkopie) -> Iterator[Bevinding]:
    for verhaal in kopie.rijen[Verhaal]:
        if verhaal.zichtbaar and verhaal.functie and not verhaal.functie.zichtbaar:
            tekst = f"Het verhaal {verhaal} zien bezoekers niet: de functie {verhaal.functie} is niet zichtbaar."
            yield let_op(Regel.ZICHTBAAR, tekst, verhaal, verhaal.functie)


regel(verhaal_van_verborgen_functie)
