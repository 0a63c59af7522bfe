"""Who helps: the contactpunten of an edition, for each kind of reader."""

from uitgave.pad import Pad
from werkgevers.document import Contactpunt
from werkgevers.keuzes import Lezer


def hulp_voor(pad: Pad, wie: Lezer) -> list[Contactpunt]:
    """Return the contactpunten that are for `wie`, or for everybody."""
    return [rij for rij in pad.alle(Contactpunt).values() if rij.voor in (None, wie)]
