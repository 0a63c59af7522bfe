"""Kill a process in the middle of its work, again and again: `python -m tests.drill.halverwege opslaan 100 map`.

Works on the database and the copy on disk that the settings name, of a site that began. Each time the work is first
done and taken back, to know what it leads to; then a child does it and is killed at a random moment, up to a little
after the time that it takes. What is there afterwards must be what was there before, or all of the new: of the
content, its editions, its history, and the copy on disk. Prints as JSON what was seen.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import django
from django.conf import settings

if __name__ == "__main__":
    django.setup()

from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import Client

from functies.models import Functie
from redactie.adressen import wijzigen
from tests.pagina import formuliervelden
from tests.sectoren import BAKKERIJ
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.kopie import lees_kopie
from uitgave.models import Uitgave
from uitgave.publiceren import publiceer

HEEL = 3  # times that the work is done whole, to know how long it takes
RIJEN = 10  # in a new file of the sector
Doen = Callable[[], Any]
Stand = dict[str, Any]


class Werk:
    """What is killed: each method prepares one time, in a folder of its own, and returns what a child must do."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.pakket = Path(shutil.copytree(BAKKERIJ, map_ / "sector"))
        self.client = Client(headers={"host": "localhost"})
        self.client.force_login(User.objects.get())

    def publicatie(self, keer: int) -> Doen:
        document = bouw()
        return lambda: publiceer(document, f"k{keer}", date.today(), f"Keer {keer}.")

    def opslaan(self, keer: int) -> Doen:
        """Change a functie and every row inside its page."""
        adres = wijzigen(Functie.objects.get(slug="broodbakker"))
        velden = formuliervelden(self.client.get(adres).text)
        anders = {naam: f"Bron {keer}." for naam in velden if naam.endswith("bron")}

        def bewaar() -> None:
            antwoord = self.client.post(adres, {**velden, **anders, "samenvatting": f"Keer {keer}."})
            assert antwoord.status_code == 302, antwoord.text

        assert len(anders) > 2
        return bewaar

    def bestand(self, keer: int) -> Doen:
        """Add a file with new rows to the sector, and load it."""
        (voorbeeld,) = json.loads((BAKKERIJ / "0017_begrippen.json").read_text())[:1]
        rijen = [f"keer {keer} rij {nummer}" for nummer in range(RIJEN)]
        nieuw = [{"naam": rij, "slug": rij.replace(" ", "-"), "varianten": ""} for rij in rijen]
        inhoud = [{**voorbeeld, "fields": {**voorbeeld["fields"], **velden}} for velden in nieuw]
        naam, toml = f"{keer + 1000:04}_erbij.json", self.pakket / "sector.toml"
        (self.pakket / naam).write_text(json.dumps(inhoud))
        toml.write_text(toml.read_text().replace("\n]", f'\n  "{naam}",\n]'))
        settings.SECTOR = str(self.pakket)
        return lambda: call_command("laad", stdout=StringIO())

    def invoer(self, keer: int) -> Doen:
        """Import a file in which every functie has another text."""
        inhoud = json.loads(d.schrijf(bouw(alles=True)))
        for functie in inhoud["functies"]:
            functie["samenvatting"] = f"Ingevoerd, keer {keer}."
        bestand = self.map / "invoer.json"
        bestand.write_text(json.dumps(inhoud))
        return lambda: call_command("importeer", str(bestand), ja=True, stdout=StringIO())


def stand() -> Stand:
    """Return what tells one state of the database from another: the content, the editions, how many rows there are."""
    uitgaven = Uitgave.objects.order_by("pk").values_list("nummer", "document")
    return {
        "inhoud": som(d.schrijf(bouw(alles=True))),
        "uitgaven": som(json.dumps(list(uitgaven))),
        **{model._meta.label: model._base_manager.count() for model in apps.get_models(include_auto_created=True)},
    }


def som(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()


def zou_worden(doe: Doen) -> Stand:
    """Return what `doe` leads to, and take it back."""
    with transaction.atomic():
        doe()
        nieuw = stand()
        transaction.set_rollback(True)
    return nieuw


def in_een_kind(doe: Doen, na: float | None) -> float | None:
    """Let a child do it, killed after so many seconds; return how long it took, None when it came to no end."""
    connections.close_all()
    begin = time.monotonic()
    if not (kind := os.fork()):
        try:
            doe()
            os._exit(0)
        finally:
            os._exit(1)
    if na is not None:
        time.sleep(na)
        os.kill(kind, signal.SIGKILL)
    _, status = os.waitpid(kind, 0)
    duur = time.monotonic() - begin
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("The work itself failed.")
    wacht_tot_los()
    return duur if os.WIFEXITED(status) else None


def moment() -> float:
    """Return when to kill, as a part of the time that the work takes: half of the times rather early."""
    return random.uniform(0, 1.1) ** random.choice((1, 3))  # noqa: S311


def wacht_tot_los() -> None:
    """Wait until PostgreSQL is done with who was killed: it may be storing what it was told to."""
    ander = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    while connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(ander)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.01)


def main(soort: str, keren: int, map_: Path) -> None:
    werk = Werk(map_)
    bereid: Callable[[int], Doen] = getattr(werk, soort)
    duren: list[float] = []
    gezien: dict[str, Any] = {"oud": 0, "nieuw": 0, "mengsels": [], "kopie": []}
    oud, doe = stand(), None
    for keer in range(HEEL + keren):
        if not doe:  # else it was killed in time: the same is still to be done
            doe = bereid(keer)
            nieuw = zou_worden(doe)
        heel = keer < HEEL
        duur = in_een_kind(doe, None if heel else moment() * statistics.median(duren))
        if duur is not None and heel:
            duren.append(duur)
        nu = stand()
        if nu not in ((nieuw,) if heel else (oud, nieuw)):
            anders = {naam: (oud[naam], nieuw[naam], nu[naam]) for naam in nu if nu[naam] != nieuw[naam]}
            gezien["mengsels"].append({"keer": keer, "anders": anders})
        elif not heel:
            gezien["nieuw" if nu == nieuw else "oud"] += 1
        uitgave, klacht = lees_kopie(settings.UITGAVE_KOPIE)
        if klacht or not (uitgave and Uitgave.objects.filter(pk=uitgave.id).exists()):
            gezien["kopie"].append(klacht or f"edition {uitgave and uitgave.id} is in no database")
        oud, doe = nu, doe if nu == oud else None
    resten = len(list(settings.UITGAVE_KOPIE.parent.glob("*.half")))  # the next copy removes that of the last one
    print(json.dumps({**gezien, "duur": statistics.median(duren), "resten": resten}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
