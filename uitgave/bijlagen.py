"""The datasets that are served beside the editions: which there are now, and taking over a newer one."""

from django.contrib.auth.models import User
from django.db import transaction

from uitgave.huidig import huidig
from uitgave.models import Bijlage


def neem_over(naam: str, inhoud: str, door: User | None = None) -> Bijlage:
    """Store `inhoud` as the newest of `naam`, and serve it from the next request on."""
    with transaction.atomic():
        bijlage = Bijlage.objects.create(naam=naam, inhoud=inhoud, door=door)
        transaction.on_commit(huidig.ververs, robust=True)
    return bijlage


def nieuwste(naam: str) -> Bijlage | None:
    """Return what was last taken over of `naam`; None when that never happened."""
    return Bijlage.objects.filter(naam=naam).first()
