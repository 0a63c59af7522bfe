"""Keeping the record of what happened around who may come in."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import timezone

from toegang.models import Gebeurtenis

BEWAARD = timedelta(days=365)
Soort = Gebeurtenis.Soort


def noteer(soort: str, wat: str, wie: AbstractBaseUser | AnonymousUser | None = None) -> None:
    """Put on record that `wie` did `wat`, a Dutch sentence; without `wie` it was the server. Forget what is too old."""
    Gebeurtenis.objects.create(soort=soort, wat=wat[:300], wie_id=wie.pk if wie else None)
    Gebeurtenis.objects.filter(tijd__lt=timezone.now() - BEWAARD).delete()


def laatste_kopie() -> Gebeurtenis | None:
    """Return when the last backup was made, as far as it is on record."""
    return Gebeurtenis.objects.filter(soort=Soort.KOPIE).first()
