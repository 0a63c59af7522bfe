"""Store a document as an edition, and serve it from the next request on."""

from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from uitgave import document as d
from uitgave.huidig import huidig
from uitgave.models import Uitgave
from uitgave.voortgang import Stap, meld


def publiceer(document: d.Document, nummer: str, datum: date, wijzigingen: str, door: User | None = None) -> Uitgave:
    """Store `document` as a new edition and serve it from the next request on.

    Raises ValidationError when the number is taken, when a text is missing, or when the document
    holds what the public may not see.
    """
    try:
        d.gecontroleerd(document)
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout
    uitgave = Uitgave(nummer=nummer, datum=datum, wijzigingen=wijzigingen, document=d.schrijf(document), door=door)
    meld(Stap.PUBLICEREN)
    with transaction.atomic():
        uitgave.full_clean()
        uitgave.save(force_insert=True)
        transaction.on_commit(huidig.ververs, robust=True)
    return uitgave
