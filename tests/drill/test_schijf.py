"""A disk that is full, or that may only be read."""

import errno
import os
import shutil
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection

from functies.models import Functie
from redactie.adressen import wijzigen
from tests.drill.belasting import belast
from tests.drill.redacteur import FUNCTIE, Redacteur
from tests.pagina import formuliervelden
from tests.server import klaar, site

RUST = 0.02
NIEUW = "Vers van de pers."
VOL, GELUKT = "Er is niets opgeslagen: de schijf is vol", "is opgeslagen"
KLACHT = "De kopie op de schijf kon niet worden bewaard"
EIGEN = {"uitgave.json", "uitgave.laden", "uitgave.vullen"}  # what the site keeps beside its database


@dataclass
class Schijf:
    """A small disk of its own."""

    map: Path

    def vul(self) -> None:
        """Leave no byte free."""
        with (self.map / "vol").open("wb", buffering=0) as vol:
            for stap in (1024**2, 4096, 1):
                with suppress(OSError):
                    while True:
                        vol.write(b"x" * stap)

    def maak_ruimte(self) -> None:
        (self.map / "vol").unlink()

    def alleen_lezen(self, aan: bool) -> None:
        """Refuse whoever writes; wait until nobody just does."""
        for _ in range(100):
            if self._mount("-o", f"remount,{'ro' if aan else 'rw'}").returncode == 0:
                return
            time.sleep(0.1)
        raise OSError(errno.EBUSY, "The disk is being written on.")

    def _mount(self, *wat: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["/bin/mount", *wat, str(self.map)], capture_output=True)


@pytest.fixture
def schijf(tmp_path):
    schijf = Schijf(tmp_path / "schijf")
    schijf.map.mkdir()
    if os.geteuid() or schijf._mount("-t", "tmpfs", "-o", "size=160m", "tmpfs").returncode:
        pytest.skip("a disk of its own takes root, who may mount one")
    yield schijf
    subprocess.run(["/bin/umount", str(schijf.map)], check=True)


@pytest.mark.drill
@pytest.mark.parametrize("vol", [True, False], ids=["full", "read-only"])
def test_a_disk_that_refuses_the_copy_stops_nobody_and_gets_it_when_it_can(tmp_path, schijf, database, meld, vol):
    with site(tmp_path, DATABASE_URL=database.url, UITGAVE_KOPIE=str(schijf.map / "uitgave.json")) as draaiend:
        draaiend.wacht("/readyz", klaar, keer=10)
        anna = Redacteur(draaiend)
        with belast(draaiend.poort, rust=RUST) as bezoek:
            eerder = (schijf.map / "uitgave.json").read_bytes()
            schijf.vul() if vol else schijf.alleen_lezen(True)
            bewaard, gepubliceerd = anna.bewaar(NIEUW), anna.publiceer("vol")
            draaiend.wacht(FUNCTIE, lambda antwoord: NIEUW in antwoord.tekst, keer=10)
            gereed = draaiend.wacht("/readyz", lambda antwoord: KLACHT in antwoord.tekst, keer=10)
            bureau = anna.open("/beheer/")
            kopie, bestanden = (schijf.map / "uitgave.json").read_bytes(), {pad.name for pad in schijf.map.iterdir()}
            schijf.maak_ruimte() if vol else schijf.alleen_lezen(False)
            begin = time.monotonic()
            draaiend.wacht("/readyz", klaar, keer=10)
            terug = time.monotonic() - begin
        logboek = draaiend.logboek.read_text()

    wat = "full" if vol else "read-only"
    meld(f"disk of the copy {wat}: public requests", bezoek, "0 failed")
    meld(f"disk of the copy {wat}: in order again after there is room", f"{terug:.1f} s", "by itself")
    assert (bewaard.status, gepubliceerd.status, bezoek.mislukt) == (302, 302, [])
    assert gereed.status == 200
    assert gereed.tekst.startswith("degraded: ")
    assert KLACHT in bureau.tekst
    assert (kopie, bestanden - {"vol"}) == (eerder, EIGEN)
    assert {pad.name for pad in schijf.map.iterdir()} == EIGEN
    assert NIEUW in (schijf.map / "uitgave.json").read_text()
    assert logboek.count("could not be kept on disk") <= 2  # once for each worker, however often it was tried
    assert "Traceback" not in logboek


@pytest.mark.drill
def test_a_full_disk_of_sqlite_loses_nothing_and_says_so(begonnen, schijf, meld):
    for naam in ("db.sqlite3", "uitgave.json"):
        shutil.move(begonnen / naam, schijf.map)
    eigen = {"DATABASE_URL": f"sqlite:///{schijf.map}/db.sqlite3", "UITGAVE_KOPIE": str(schijf.map / "uitgave.json")}
    with site(begonnen, **eigen) as draaiend:
        draaiend.wacht("/readyz", klaar, keer=10)
        anna = Redacteur(draaiend)
        eerder = anna.tekst()
        with belast(draaiend.poort, rust=RUST) as bezoek:
            schijf.vul()
            pogingen = [anna.bewaar(f"{NIEUW} {keer}") for keer in range(5)]
            gepubliceerd = anna.publiceer("vol")
            tijdens, gereed, bureau = anna.tekst(), draaiend.vraag("/readyz"), anna.open("/beheer/")
            schijf.maak_ruimte()
            draaiend.wacht("/readyz", klaar, keer=10)
            bureau_daarna = anna.open("/beheer/")
            na = anna.tekst()
            alsnog = anna.bewaar(NIEUW), anna.publiceer("alsnog")
            draaiend.wacht(FUNCTIE, lambda antwoord: NIEUW in antwoord.tekst, keer=10)

    bestanden = {pad.name for pad in schijf.map.iterdir()}
    meld("disk of SQLite full: public requests", bezoek, "0 failed")
    meld(
        "disk of SQLite full: saves and publications", [antwoord.status for antwoord in [*pogingen, gepubliceerd]], 503
    )
    assert bezoek.mislukt == []
    assert {antwoord.status for antwoord in [*pogingen, gepubliceerd]} == {503}
    assert all(VOL in antwoord.tekst for antwoord in [*pogingen, gepubliceerd])
    assert (tijdens, na) == (eerder, eerder)
    assert GELUKT not in bureau.tekst + bureau_daarna.tekst
    assert gereed.tekst.startswith("degraded: De schijf is bijna vol")
    assert "De schijf is bijna vol" in bureau.tekst
    assert [antwoord.status for antwoord in alsnog] == [302, 302]
    assert {naam for naam in bestanden if not naam.startswith("db.sqlite3")} == EIGEN


@pytest.mark.skipif(connection.vendor != "sqlite", reason="this limit is one of SQLite")
def test_a_database_without_room_says_what_to_do(transactional_db, inhoud, beheerder):
    """The whole file is as large as it may be: what SQLite then says is what it says of a full disk."""
    rij = Functie.objects.get(slug="broodbakker")
    velden = formuliervelden(beheerder.get(wijzigen(rij)).text)
    beheerder.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1")  # SQLite takes it for: no larger than it is
        try:
            antwoord = beheerder.post(wijzigen(rij), velden | {"omschrijving": "x " * 200_000})
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")

    assert antwoord.status_code == 503
    assert VOL in antwoord.text
    assert "Wat je typte, is bewaard in dit tabblad." in antwoord.text
    assert Functie.objects.get(pk=rij.pk).omschrijving == rij.omschrijving
