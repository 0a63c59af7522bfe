"""See to it that the edition that is served has its PDFs: one process of low priority makes them, never a request.

Each process that serves has one thread here. One of all threads of the machine lets the work be done; the others wait,
and then find it done. What is right today is looked at again tomorrow: a feit may no longer hold.
"""

import logging
import subprocess
import sys
from datetime import datetime, time, timedelta
from threading import Event, Thread

from django.conf import settings
from django.utils import timezone

from papier.drukken import kan, ontbreekt
from papier.maken import kenmerk
from uitgave import vormen
from uitgave.huidig import huidig
from uitgave.pad import Pad

logger = logging.getLogger(__name__)
OPNIEUW = 600.0  # seconds before what failed is tried again
LANGST = 3600.0  # seconds that the work may take


class Wachter:
    """Watches over the PDFs of what is served; `begin` wakes it for another edition."""

    def __init__(self) -> None:
        self._wakker = Event()
        self._draad: Thread | None = None

    def begin(self, pad: Pad) -> None:
        """Let the PDFs of this edition be made, in a thread of its own."""
        if not settings.PDF:
            return
        if reden := ontbreekt():
            vormen.meld(kenmerk(pad), pad.uitgave.nummer, vormen.Hoe.MISLUKT, reden)
            return
        self._wakker.set()
        if self._draad is None:
            self._draad = Thread(target=self._waak, name="pdf-wachter", daemon=True)
            self._draad.start()

    def _waak(self) -> None:
        while True:
            self._wakker.clear()
            gemaakt = True
            try:
                gemaakt = zorg_voor_pdf(huidig.pad)
            except Exception:  # the thread must live on, also after a fault nobody foresaw
                logger.exception("The PDFs could not be looked at.")
                gemaakt = False
            self._wakker.wait(tot_morgen(timezone.localtime()) if gemaakt else OPNIEUW)


def zorg_voor_pdf(pad: Pad | None) -> bool:
    """Let the PDFs of an edition be made when they are not there, or not of today; False when that failed."""
    if pad is None or not kan():
        return True
    with vormen.slot(vormen.BEURT):
        if is_van_vandaag(pad):
            return True
        logger.info("Making the PDFs of edition %s.", pad.uitgave.nummer)
        fout = laat_maken()
        if is_van_vandaag(pad):
            logger.info("Made the PDFs of edition %s.", pad.uitgave.nummer)
            return True
        if huidig.pad is not pad:
            return True  # another edition took over, and was made: who serves it asks for it
        logger.error("The PDFs of edition %s could not be made: %s", pad.uitgave.nummer, fout)
        return False


def is_van_vandaag(pad: Pad) -> bool:
    """True when the PDFs of an edition are there, and say what holds today."""
    gemaakt = vormen.lijst(kenmerk(pad))
    return gemaakt is not None and gemaakt.dag == timezone.localdate()


def laat_maken() -> str:
    """Let a process of the lowest priority make the PDFs of the edition on the site; return what it said last."""
    opdracht = [sys.executable, str(settings.BASE_DIR / "manage.py"), "maak_pdf", "--achtergrond"]
    try:
        klaar = subprocess.run(opdracht, capture_output=True, timeout=LANGST, check=False)  # noqa: S603 - our own
    except (OSError, subprocess.TimeoutExpired) as fout:
        return str(fout)
    gezegd = klaar.stderr.decode(errors="replace").strip().splitlines()
    return f"exit code {klaar.returncode}{f', {gezegd[-1]}' if gezegd else ''}"


def tot_morgen(nu: datetime) -> float:
    """Return how many seconds after `nu` the next day is a minute old."""
    morgen = datetime.combine(nu.date() + timedelta(days=1), time(0, 1), nu.tzinfo)
    return (morgen - nu).total_seconds()


wachter = Wachter()
