"""The datasets that are served beside the editions: which there are now, and taking over a newer one."""

from typing import Any

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
        return _zet_neer(naam, inhoud, door=door, wacht_op=wacht_op)


def werk_bij(naam: str, inhoud: str, door: User | None = None) -> Bijlage:
    """Serve `inhoud` from the next request on in place of what is served of `naam`; what waits still waits."""
    with transaction.atomic():
        return _zet_neer(naam, inhoud, door=door)


def _zet_neer(naam: str, inhoud: str, **velden: Any) -> Bijlage:
    transaction.on_commit(huidig.ververs, robust=True)
    return Bijlage.objects.create(naam=naam, inhoud=inhoud, **velden)


def nieuwste(naam: str) -> Bijlage | None:
    """Return what is served of `naam`; None when that never happened."""
    return Bijlage.objects.filter(naam=naam, wacht_op="").first()


def wachtend(naam: str) -> Bijlage | None:
    """Return what waits for an editor of `naam`."""
    return Bijlage.objects.filter(naam=naam).exclude(wacht_op="").first()
