"""How the work of the desk, of a start and of visitors grows: the neutral sector 1, 10 and 100 times as large.

Each size has a database of its own, with 20 editions. The work of the desk and of a start is measured in a process of
its own. Then the sites run side by side, as `make run` does it, and are asked in turn, so that what else the machine
does falls on all of them. Beside each time stands how many times that of the size before it is: 10 is in proportion.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from tests.bench_bladzijden import BROWSER, wrk
from tests.drill.belasting import belast
from tests.sectoren import BAKKERIJ
from tests.server import Draaiend, klaar, site

KEREN, UITGAVEN, RONDEN = (1, 10, 100), 20, 5
RUST = 0.02  # seconds that a visitor reads
BLAD = "/functies/broodbakker/"
GELIJK = "/verhalen/"  # as many bytes at every size, for a sector has one guide in plain words in its footer
Maten = dict[str, float]


def main() -> None:
    with ExitStack() as open_:
        mappen = [Path(open_.enter_context(tempfile.TemporaryDirectory())) for _ in KEREN]
        gemeten = [_in_een_proces(keer, map_) for keer, map_ in zip(KEREN, mappen, strict=True)]
        sites = [open_.enter_context(site(map_, **_omgeving(map_))) for map_ in mappen]
        lengten: set[int] = set()
        for draaiend in sites:
            draaiend.wacht("/readyz", klaar)
            lengten.add(len(draaiend.vraag(GELIJK).tekst))
        if max(lengten) - min(lengten) > 10:  # the number and date of the edition
            raise AssertionError(f"pages of other lengths tell nothing: {lengten}")
        if shutil.which("wrk"):
            rondes = [[wrk(f"http://127.0.0.1:{s.poort}{GELIJK}", BROWSER)[0] for s in sites] for _ in range(RONDEN)]
            for maten, snelheden in zip(gemeten, zip(*rondes, strict=True), strict=True):
                maten["kept page, requests per second"] = median(snelheden)
        for maten, draaiend in zip(gemeten, sites, strict=True):
            maten |= _nieuwe_uitgave(draaiend)
    print(f"\n{'growth; seconds of processor time':<50}" + "".join(f"{f'x {keer}':>10}{'':>9}" for keer in KEREN))
    for naam in gemeten[0]:
        cellen = []
        for plek, maten in enumerate(gemeten):
            maal = f"({maten[naam] / gemeten[plek - 1][naam]:.2f}x)" if plek and gemeten[plek - 1][naam] else ""
            cellen.append(f"{maten[naam]:>10.3f}{maal:>9}")
        print(f"{naam:<50}{''.join(cellen)}")


def _omgeving(map_: Path) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "ontwikkelpad.settings",
        "DATABASE_URL": f"sqlite:///{map_}/db.sqlite3",
        "UITGAVE_KOPIE": str(map_ / "uitgave.json"),
        "SECRET_KEY": "een-server-" * 5,
        "SECTOR": str(BAKKERIJ),
        "SITE_URL": "",
        "DEBUG": "",
    }


def _in_een_proces(keer: int, map_: Path) -> Maten:
    opdracht = [sys.executable, "-m", "tests.bench_groei", str(keer)]
    uit = subprocess.run(opdracht, env=os.environ | _omgeving(map_), check=True, capture_output=True, text=True).stdout
    gemeten: Maten = json.loads(uit.splitlines()[-1])
    return gemeten


def _nieuwe_uitgave(draaiend: Draaiend) -> Maten:
    """Publish another edition of a running site in a process of its own; say how visitors fare meanwhile."""
    with belast(draaiend.poort, (BLAD, "/"), rust=RUST) as rustig:
        time.sleep(5)
    code = (
        "import django; django.setup()\n"
        "from uitgave.models import Uitgave\n"
        "rij = Uitgave.objects.latest('pk')\n"
        "rij.pk, rij.nummer = None, '3'\n"
        "rij.document = rij.document.replace('Broodbakker', 'Bakker van brood')\n"
        "rij.save(force_insert=True)\n"
    )
    with belast(draaiend.poort, (BLAD, "/"), rust=RUST) as druk:
        subprocess.run([sys.executable, "-c", code], env=draaiend.omgeving, check=True)
        begin = time.monotonic()
        draaiend.wacht(BLAD, lambda antwoord: "Bakker van brood" in antwoord.tekst, keer=20)  # of every worker
        duur = time.monotonic() - begin
    return {
        "visitors at rest, p99 in ms": rustig.p99 * 1000,
        "visitors while a new edition is loaded, p99 in ms": druk.p99 * 1000,
        "failed then": len(druk.mislukt),
        "until all workers serve it, seconds of a clock": duur,
        "memory of the largest worker then, MB": max(map(_geheugen, _werkers(draaiend.proces.pid))),
    }


def _werkers(pid: int) -> list[int]:
    """Return the processes below `pid` that have none below them."""
    eronder = [int(kind) for kind in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [blad for kind in eronder for blad in _werkers(kind)] or [pid]


def _geheugen(pid: int) -> float:
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def meet(keer: int) -> Maten:
    """Return the seconds that each piece of work takes on content of this size, and megabytes of memory."""
    import django

    django.setup()
    from datetime import date

    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import transaction
    from django.test import Client

    from artikelen.models import Leesartikel
    from redactie.kenmerk import kenmerk
    from redactie.kwaliteit.bevindingen import Werkkopie, bevindingen
    from redactie.uitgeven import publiceren as uitgeven
    from redactie.uitwisseling import invoer
    from tests.groei import groei
    from tests.pagina import formuliervelden
    from uitgave import document as d
    from uitgave import vastleggen
    from uitgave.bouwen import bouw
    from uitgave.fixtures import laad
    from uitgave.huidig import Huidig, huidig
    from uitgave.models import Uitgave
    from uitgave.sector import lees_pakket
    from uitgave.verschil import verschillen

    call_command("migrate", verbosity=0)
    laad(lees_pakket(BAKKERIJ))
    with transaction.atomic():
        groei(keer)
        Leesartikel.objects.exclude(pk=Leesartikel.objects.filter(eenvoudig=True).first().pk).update(eenvoudig=False)
    document = bouw()
    rij = Uitgave(datum=date(2026, 1, 1), wijzigingen="Nieuw.", document=d.schrijf(document))
    for nummer in range(UITGAVEN - 1):
        rij.pk, rij.nummer = None, f"2.{nummer}"
        rij.save(force_insert=True)
    eerste = d.lees(Uitgave.objects.earliest("pk").document)
    gemeten: Maten = {}

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

    gewoon = vastleggen.alleen

    class Alleen:
        """The lock, which keeps how long it was held."""

        def __enter__(self) -> None:
            self.slot = gewoon()
            self.slot.__enter__()
            self.begin = process_time()

        def __exit__(self, *fout: Any) -> None:
            gemeten["lock"] = process_time() - self.begin
            self.slot.__exit__(*fout)

    vastleggen.alleen = uitgeven.alleen = Alleen
    beheerder = Client(HTTP_HOST="127.0.0.1")
    beheerder.force_login(User.objects.create_superuser("anna"))
    tijd("the page that shows what is published", lambda: beheerder.get("/beheer/publiceren/"))
    adres = f"/beheer/publiceren/{rij.pk}/"  # of an edition, for the gate may stop content that was made up
    blad = beheerder.get(adres)
    gezegd = {"nummer": "2.99", "datum": "2026-01-01", "wijzigingen": "Nieuw.", "gelezen": "on"}
    velden = formuliervelden(blad.text) | gezegd
    antwoord = tijd("publishing an earlier edition, and a Pad", lambda: beheerder.post(adres, velden))
    assert antwoord.status_code == 302, antwoord.text
    gemeten["the lock held by that"] = gemeten.pop("lock")
    alles = bouw(alles=True)
    anders = d.lees(d.schrijf(alles).replace("Broodbakker", "Bakker van brood"), alles=True)
    tijd("trying a file with a name changed", lambda: invoer.probeer(anders))
    gemeten["the lock held by that "] = gemeten.pop("lock")
    assert tijd("importing it", lambda: invoer.voer_in(anders, kenmerk(alles), None, "Ingevoerd"))
    gemeten["the lock held by that  "] = gemeten.pop("lock")
    gemeten["memory at most, MB, with three Pads"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return gemeten


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(meet(int(sys.argv[1]))))
    else:
        main()
