"""What open data is made of: an edition as visitors may have it today."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from uitgave import klok
from uitgave.document import Document
from uitgave.pad import Pad, eens
from uitgave.toestemming import met_toestemming


def openbaar_document(pad: Pad) -> Document:
    """Return what an edition says, without the photos of which the consent ended."""
    return _op_dag(pad)(klok.vandaag())


@eens
def _op_dag(pad: Pad) -> Callable[[date], Document]:
    """Return what gives the document of a day; the last one that it gave is kept."""
    document = pad.document  # not the edition itself, which keeps this and would then keep itself
    return lru_cache(1)(lambda dag: met_toestemming(document, {}, dag))
