"""What the gate asks of begrippen."""

from collections import defaultdict
from collections.abc import Iterator

from begrippen.document import vormen
from begrippen.models import Begrip
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, fout, let_op, opsomming, regel
from uitgave.zinnen import zinnen

MEESTE_ZINNEN = 3


def hetzelfde_woord(kopie: Werkkopie) -> Iterator[Bevinding]:
    """A word that stands with two begrippen: where would it lead?"""
    bij = defaultdict(list)
    for rij in kopie.getoond[Begrip]:
        for woord in dict.fromkeys((rij.naam, *vormen(rij.varianten))):
            bij[woord].append(rij)
    for woord, rijen in bij.items():
        if len(rijen) > 1:
            yield fout(Regel.DUBBEL, f"Het woord ‘{woord}’ staat bij {opsomming(rijen)}. Houd er één.", *rijen)


def lange_uitleg(kopie: Werkkopie) -> Iterator[Bevinding]:
    """An explanation that no longer fits below a word."""
    if lang := [rij for rij in kopie.getoond[Begrip] if len(zinnen(rij.uitleg)) > MEESTE_ZINNEN]:
        yield let_op(Regel.ZINNEN, f"Begrip met meer dan {MEESTE_ZINNEN} zinnen uitleg: {opsomming(lang)}.", *lang)


regel(hetzelfde_woord, lange_uitleg)
