"""Store a document as an edition: to be served from the next request on, or from a moment that is still to come."""

from datetime import date, datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from uitgave import document as d
from uitgave import gepland
from uitgave.huidig import huidig
from uitgave.models import Uitgave
from uitgave.voortgang import Stap, meld

AL_GEPLAND = "Er staat al een uitgave klaar: {}. Haal die eerst terug. Daarna kun je een andere plannen."
INGEHAALD = "Na het plannen is {} gepubliceerd. Wat daarin nieuw is, zou met deze uitgave weer verdwijnen."


def publiceer(
    document: d.Document,
    nummer: str,
    datum: date,
    wijzigingen: str,
    door: User | None = None,
    vanaf: datetime | None = None,
) -> Uitgave:
    """Store `document` as a new edition and serve it from the next request on, or from the moment `vanaf`.

    One edition at a time is planned: it holds content that was chosen upon the edition before it. So one that is
    published before its moment stops it. Raises ValidationError when the number is taken, when a text is missing,
    when one is planned already, or when the document holds what the public may not see.
    """
    try:
        d.gecontroleerd(document)
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout
    uitgave = Uitgave(
        nummer=nummer, datum=datum, wijzigingen=wijzigingen, document=d.schrijf(document), door=door, vanaf=vanaf
    )
    meld(Stap.PUBLICEREN)
    with transaction.atomic():
        wachtend = Uitgave.objects.gepland().first()
        if wachtend and vanaf:
            raise ValidationError(AL_GEPLAND.format(wachtend))
        uitgave.full_clean()
        uitgave.save(force_insert=True)
        if wachtend:
            gepland.stop(wachtend, INGEHAALD.format(uitgave))
        transaction.on_commit(huidig.ververs, robust=True)
    return uitgave
