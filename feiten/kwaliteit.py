"""What the gate asks of feiten."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from feiten.models import Feit
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, let_op, opsomming, regel

VOORAF = timedelta(days=60)  # time to find out what holds after it


def verlopen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """What visitors do not see any more, by its own date, and what they will soon not see."""
    vandaag = timezone.localdate()
    met_einde = [(rij.geldig_tot, rij) for rij in kopie.getoond[Feit] if rij.geldig_tot]
    if voorbij := [rij for einde, rij in met_einde if einde < vandaag]:
        tekst = f"Feit dat voorbij is: {opsomming(voorbij)}. De site zegt nu ‘niet bekend’."
        yield let_op(Regel.VERLOPEN, f"{tekst} Wat geldt er nu?", *voorbij)
    if straks := [rij for einde, rij in met_einde if vandaag <= einde < vandaag + VOORAF]:
        tekst = f"Feit dat binnen {VOORAF.days} dagen voorbij is: {opsomming(straks)}."
        yield let_op(Regel.VERLOPEN, f"{tekst} Zoek uit wat er daarna geldt.", *straks)


regel(verlopen)
