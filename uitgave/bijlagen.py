"""The datasets that are served beside the editions: which there are now, and taking over a newer one."""

from django.contrib.auth.models import User
from django.db import transaction

from uitgave.huidig import huidig
from uitgave.models import Bijlage


def neem_over(naam: str, inhoud: str, door: User | None = None, wacht_op: str = "") -> Bijlage:
    """Store `inhoud` as the newest of `naam`, and serve it from the next request on.

    With `wacht_op`, what an editor should look at, it waits instead. Another one that waited is thrown away.
    """
    with transaction.atomic():
        Bijlage.objects.filter(naam=naam).exclude(wacht_op="").delete()
        bijlage = Bijlage.objects.create(naam=naam, inhoud=inhoud, door=door, wacht_op=wacht_op)
        transaction.on_commit(huidig.ververs, robust=True)
    return bijlage


def nieuwste(naam: str) -> Bijlage | None:
    """Return what is served of `naam`; None when that never happened."""
    return Bijlage.objects.filter(naam=naam, wacht_op="").first()


def wachtend(naam: str) -> Bijlage | None:
    """Return what waits for an editor of `naam`."""
    return Bijlage.objects.filter(naam=naam).exclude(wacht_op="").first()
