"""A planned edition: calling it off, stopping it before its moment, and who hears of that.

It appears by itself: nothing is written at its moment (see `huidig.py`). So what must not appear is stopped before.
"""

from functools import partial

from django.db import transaction
from django.dispatch import Signal

from uitgave.huidig import huidig
from uitgave.models import Uitgave

gestopt = Signal()  # sent with the `uitgave`, once that is certain


def stop(uitgave: Uitgave, reden: str) -> None:
    """Let a planned edition not appear; `reden` says why, in Dutch. Call it inside `alleen`."""
    uitgave.gestopt = reden
    uitgave.save(update_fields=["gestopt"])
    transaction.on_commit(huidig.ververs, robust=True)
    transaction.on_commit(partial(gestopt.send_robust, sender=Uitgave, uitgave=uitgave), robust=True)


def haal_terug(uitgave: Uitgave) -> None:
    """Take away an edition that did not appear. Call it inside `alleen`."""
    uitgave.delete()
    transaction.on_commit(huidig.ververs, robust=True)
