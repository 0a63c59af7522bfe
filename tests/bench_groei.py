"""How the work of the desk and of a start grows: the neutral sector 1, 10 and 100 times as large, with 20 editions.

Each size is measured in a process of its own, on a database of its own. Beside each time stands how many times that of
the size before it is: 10 is in proportion.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

KEREN, UITGAVEN = (1, 10, 100), 20


def main() -> None:
    print(f"\n{'growth, seconds of processor time':<45}" + "".join(f"{f'x {keer}':>10}{'':>8}" for keer in KEREN))
    gemeten = [_in_een_proces(keer) for keer in KEREN]
    for naam in gemeten[0]:
        cellen = []
        for plek, tijden in enumerate(gemeten):
            maal = f"({tijden[naam] / gemeten[plek - 1][naam]:.1f}x)" if plek else ""
            cellen.append(f"{tijden[naam]:>10.3f}{maal:>8}")
        print(f"{naam:<45}{''.join(cellen)}")


def _in_een_proces(keer: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as map_:
        eigen = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": f"sqlite:///{map_}/db.sqlite3"}
        opdracht = [sys.executable, "-m", "tests.bench_groei", str(keer), map_]
        uit = subprocess.run(opdracht, env=os.environ | eigen, check=True, capture_output=True, text=True).stdout
    gemeten: dict[str, float] = json.loads(uit.splitlines()[-1])
    return gemeten


def meet(keer: int, map_: Path) -> dict[str, float]:
    """Return the seconds that each piece of work takes on content of this size, and megabytes of memory."""
    import django

    django.setup()
    from datetime import date

    from django.conf import settings
    from django.core.management import call_command
    from django.db import transaction

    from redactie.kwaliteit.bevindingen import Werkkopie, bevindingen
    from tests.groei import groei
    from tests.sectoren import BAKKERIJ
    from uitgave import document as d
    from uitgave.bouwen import bouw
    from uitgave.fixtures import laad
    from uitgave.huidig import Huidig, huidig
    from uitgave.models import Uitgave
    from uitgave.sector import lees_pakket
    from uitgave.verschil import verschillen

    settings.UITGAVE_KOPIE = map_ / "uitgave.json"
    call_command("migrate", verbosity=0)
    laad(lees_pakket(BAKKERIJ))
    with transaction.atomic():
        groei(keer)
    document = bouw()
    rij = Uitgave(datum=date(2026, 1, 1), wijzigingen="Nieuw.", document=d.schrijf(document))
    for nummer in range(UITGAVEN):
        rij.pk, rij.nummer = None, f"2.{nummer}"
        rij.save(force_insert=True)
    eerste = d.lees(Uitgave.objects.earliest("pk").document)
    gemeten: dict[str, float] = {}

    def tijd(naam: str, doe: Callable[[], Any]) -> Any:
        begin = process_time()
        uitkomst = doe()
        gemeten[naam] = process_time() - begin
        return uitkomst

    kopie = tijd("reading the working copy", Werkkopie)
    tijd("a document of it", lambda: bouw(kopie=kopie))
    tijd("the gate", lambda: bevindingen(kopie))
    tijd("the difference, all of it new", lambda: verschillen(eerste, document))
    tijd("a first start: all editions, and a Pad", huidig.ververs)
    opnieuw = Huidig()
    tijd("a start with a copy on disk, and a Pad", opnieuw.ververs)
    gemeten["memory at most, MB, with two Pads"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return gemeten


if __name__ == "__main__":
    print(json.dumps(meet(int(sys.argv[1]), Path(sys.argv[2]))))
