"""What the gate asks of figures."""

from collections.abc import Iterator

from django.utils import timezone

from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, let_op, opsomming, regel
from sector.document import HOUDBARE_JAREN
from sector.models import Cijfer


def oude_cijfers(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Figures of which visitors read that they are old."""
    vandaag = timezone.localdate()
    if oud := [rij for rij in kopie.getoond[Cijfer] if rij.is_oud(vandaag)]:
        tekst = f"Cijfer van meer dan {HOUDBARE_JAREN} jaar geleden: {opsomming(oud)}. Is er een nieuwer cijfer?"
        yield let_op(Regel.OUD_CIJFER, tekst, *oud)


regel(oude_cijfers)
