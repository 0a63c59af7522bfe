"""Checking all links from the desk: in the background, one round at a time on the whole site.

The row of the round is the claim. Who works on it moves `leeft_tot` on after each link; when that has passed, the
worker is gone, and anybody may go on with what is left. Each result is kept at once, so nothing is done twice.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Thread

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from redactie.links.controle import Tempo, controleer
from redactie.links.gebruik import bewaar_resultaat, gebruik, te_volgen
from redactie.links.ophalen import Keurder, is_openbaar
from redactie.models import LinkControle, LinkRonde

SECONDEN_PER_LINK = 5.0  # for one link, from the desk
LEVEN = timedelta(minutes=1)  # longer than a link takes, waiting for the database included
RONDE = 1  # the key of the only row

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stand:
    """How far the last round is: one that has not begun, goes on, stopped, or is done."""

    loopt: bool = False
    stopt: bool = False
    klaar_op: datetime | None = None
    gedaan: int = 0
    van: int = 0

    @property
    def naam(self) -> str:
        """What a page shows: while this stays the same only the number changes."""
        if self.loopt:
            return "stopt" if self.stopt else "loopt"
        return "rust" if self.klaar_op or not self.van else "gestopt"


def stand() -> Stand:
    """Return how far the last round is."""
    if not (ronde := LinkRonde.objects.filter(pk=RONDE).first()):
        return Stand()
    gedaan = LinkControle.objects.filter(gecontroleerd_op__gt=ronde.begonnen_op).count()
    loopt = ronde.leeft_tot > timezone.now()
    return Stand(loopt, ronde.stoppen, ronde.klaar_op, min(gedaan, ronde.van), ronde.van)


def begin() -> bool:
    """Begin a round, or go on with the one that stopped; False when one is going on."""
    nu = timezone.now()
    with transaction.atomic():
        LinkRonde.objects.get_or_create(pk=RONDE, defaults={"begonnen_op": nu, "leeft_tot": nu})
        vrij = LinkRonde.objects.filter(pk=RONDE, leeft_tot__lte=nu)
        vrij.filter(klaar_op__isnull=False).update(begonnen_op=nu, klaar_op=None)
        if not vrij.update(leeft_tot=nu + LEVEN, stoppen=False):
            return False
        te_doen, gedaan = _te_doen(), stand().gedaan
        LinkRonde.objects.filter(pk=RONDE).update(van=gedaan + len(te_doen))
        transaction.on_commit(Thread(target=_draai, args=[nu + LEVEN], daemon=True).start)
    return True


def stop() -> None:
    """Let the round end after the link that is followed now."""
    LinkRonde.objects.filter(pk=RONDE, leeft_tot__gt=timezone.now()).update(stoppen=True)


def werk_af(leeft_tot: datetime, openbaar: Keurder = is_openbaar, tempo: Tempo | None = None) -> None:
    """Follow what is left of the round, for who claimed it until `leeft_tot`; end when that is lost or when told to."""
    for resultaat in controleer(_te_doen(), seconden=SECONDEN_PER_LINK, openbaar=openbaar, tempo=tempo):
        bewaar_resultaat(resultaat)
        eigen = LinkRonde.objects.filter(pk=RONDE, leeft_tot=leeft_tot)
        leeft_tot = timezone.now() + LEVEN
        if not eigen.filter(stoppen=False).update(leeft_tot=leeft_tot):
            eigen.update(leeft_tot=timezone.now())
            return
    LinkRonde.objects.filter(pk=RONDE, leeft_tot=leeft_tot).update(leeft_tot=timezone.now(), klaar_op=timezone.now())


def _te_doen() -> list[str]:
    return te_volgen(gebruik(), LinkRonde.objects.get(pk=RONDE).begonnen_op)


def _draai(leeft_tot: datetime) -> None:
    """Work in a thread of its own, which ends with the process. A fault ends the round: it can be gone on with."""
    try:
        werk_af(leeft_tot)
    except DatabaseError as fout:
        logger.warning("The check of all links stopped: %s", fout)
    finally:
        connection.close()
