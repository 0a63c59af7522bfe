"""Once a minute, what a process did: how many requests, how slow the slowest were, what it serves and what it needs."""

import logging
import os
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from django.db import Error as DatabaseError
from django.db.models import Max

from redactie.models import LinkControle
from uitgave.huidig import huidig

logger = logging.getLogger(__name__)
MINUUT = 60.0  # seconds
TE_DRUK = 503  # no fault of the code
MEEST = 10_000  # durations that are kept of a minute; of a busier one the first


class Puls:
    """Counts the requests of this process, and says once a minute how it goes."""

    def __init__(self) -> None:
        self._slot = threading.Lock()
        self._tijden: list[float] = []
        self._statussen: Counter[int] = Counter()

    def tel(self, seconden: float, status: int) -> None:
        """Count one request."""
        with self._slot:
            self._statussen[status] += 1
            if len(self._tijden) < MEEST:
                self._tijden.append(seconden)

    def stand(self) -> dict[str, Any]:
        """Return what was counted since the last time, and what this process is now. Times are in milliseconds."""
        with self._slot:
            tijden, self._tijden = sorted(self._tijden), []
            statussen, self._statussen = self._statussen, Counter()
        return {
            "verzoeken": statussen.total(),
            "fouten": sum(aantal for status, aantal in statussen.items() if status >= 500 and status != TE_DRUK),
            "te_druk": statussen[TE_DRUK],
            "p99_ms": round(1000 * tijden[(len(tijden) * 99 - 1) // 100], 1) if tijden else None,
            "uitgave": huidig.pad.uitgave.nummer if huidig.pad else None,
            "geheugen_mb": geheugen(),
            "linkcontrole": laatste_linkcontrole(),
        }

    def start(self) -> None:
        """Say it every minute from now on."""
        threading.Thread(target=self._loop, name="puls", daemon=True).start()

    def _loop(self) -> None:
        while True:
            time.sleep(MINUUT)
            logger.info("Minuut", extra={"meer": self.stand()})


def geheugen() -> int | None:
    """Return how many megabytes of memory this process has in use; None where Linux does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024**2
    except OSError:
        return None


def laatste_linkcontrole() -> str | None:
    """Return when a link was last checked; None while that is not known."""
    if huidig.zonder_database():
        return None
    try:
        laatste = LinkControle.objects.aggregate(laatste=Max("gecontroleerd_op"))["laatste"]
    except DatabaseError:
        return None
    return laatste.isoformat(timespec="seconds") if laatste else None


puls = Puls()
