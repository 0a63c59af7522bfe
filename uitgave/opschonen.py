"""Clean, once for each database, the texts that were stored before all texts were cleaned on their way in."""

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from uitgave.inhoud import Inhoudsrij
from uitgave.models import Eenmalig
from uitgave.soort import soorten
from uitgave.vastleggen import vastleggen
from uitgave.voortgang import Stap, volg

KLUS = "tekst opgeschoond"
TOELICHTING = "Tekst opgeschoond bij een nieuwe versie van de site"


def schoon_op() -> int:
    """Clean the whole working copy, on record; return how many rows changed. The next time nothing is done.

    A row that would then be the same as another stays as it is: the quality gate names both.
    """
    with vastleggen(None, TOELICHTING):
        if Eenmalig.objects.filter(naam=KLUS).exists():
            return 0
        rijen = [rij for soort in soorten() for rij in soort.model._default_manager.all()]
        aantal = sum(_schoon_op(rij) for rij in volg(Stap.OPSCHONEN, rijen) if isinstance(rij, Inhoudsrij))
        Eenmalig.objects.create(naam=KLUS)
    return aantal


def _schoon_op(rij: Inhoudsrij) -> bool:
    """Clean one row; False when it was clean, or has to stay as it is."""
    if not rij.maak_schoon():
        return False
    try:
        with transaction.atomic():
            rij.validate_unique()
            rij.validate_constraints()
            rij.save()
    except (ValidationError, DatabaseError):
        return False
    return True
