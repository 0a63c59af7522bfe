"""What the gate asks of answers and of names in other languages."""

from collections.abc import Iterator

from antwoorden.models import Antwoordlink, Vertaling, leidt_ergens_heen
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, let_op, opsomming, regel


def nergens_heen(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Links to pages of this site that are not there."""
    if fout := [rij for rij in kopie.getoond[Antwoordlink] if rij.pagina and not leidt_ergens_heen(rij.pagina)]:
        yield let_op(Regel.LINK, f"Link naar een pagina die er niet is: {opsomming(fout)}.", *fout)


def zonder_doel(kopie: Werkkopie) -> Iterator[Bevinding]:
    """Names in another language of nothing that visitors see: nobody finds anything by them."""
    if los := [rij for rij in kopie.getoond[Vertaling] if not _doelen(rij)]:
        yield let_op(Regel.ONGEBRUIKT, f"Vertaling die nergens bij hoort: {opsomming(los)}.", *los)


def _doelen(rij: Vertaling) -> bool:
    return any(getattr(rij, deel).all() for deel in ("functies", "opleidingen", "beroepsvereisten", "antwoorden"))


regel(nergens_heen, zonder_doel)
