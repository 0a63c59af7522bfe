"""What open data is made of: an edition as visitors may have it today."""

from uitgave.beelden import zonder_ingetrokken
from uitgave.document import Document
from uitgave.pad import Pad, eens


@eens
def openbaar_document(pad: Pad) -> Document:
    """Return what an edition says, without the photos of which the consent was taken back."""
    return zonder_ingetrokken(pad.document, pad.uitgave.bijlagen)
