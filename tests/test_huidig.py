"""Which edition a process serves: the newest, whatever happens to the database."""

import errno
import gc
import os
import subprocess
import sys
import threading
import time
import weakref
from datetime import date
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import OperationalError

from tests.server import LANG
from uitgave import document as d
from uitgave.huidig import Huidig, huidig, om_beurten
from uitgave.kopie import bewaar_kopie, kopie
from uitgave.leesbaar import gelezen
from uitgave.models import Uitgave
from uitgave.pad import Pad

WEG = "postgres://niemand@127.0.0.1:1/weg"  # nothing listens on port 1


@pytest.fixture
def proces(tmp_path):
    """Run Python in a process of its own, as a server would start: with this database and copy."""

    def proces(code, database, kopie_=None, instellingen="tests.settings"):
        kopie_ = kopie_ or tmp_path / "uitgave.json"
        omgeving = {**os.environ, "DJANGO_SETTINGS_MODULE": instellingen, "KOPIE": str(kopie_)}
        omgeving["UITGAVE_KOPIE"] = str(kopie_)  # for a process that this one starts
        begin = (
            "import os, pathlib, time\n"
            "from django.conf import settings\n"
            "settings.UITGAVE_KOPIE = pathlib.Path(os.environ['KOPIE'])\n"
            "import django; django.setup()\n"
        )
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-c", begin + code],
            env={**omgeving, "DATABASE_URL": database},
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            timeout=LANG,
        )

    return proces


def test_a_newer_edition_takes_over_and_an_equal_one_changes_nothing(inhoud, publiceer_nu):
    huidig.ververs()
    zelfde = huidig.pad
    publiceer_nu("2")

    assert zelfde is inhoud
    assert huidig.pad.uitgave.nummer == "2"


@pytest.fixture
def gelezen_uitgaven(monkeypatch):
    """The numbers of the editions that are read from here on."""
    nummers = []
    monkeypatch.setattr("uitgave.huidig.gelezen", lambda rij: nummers.append(rij.nummer) or gelezen(rij))
    return nummers


def test_an_edition_is_read_once_in_a_process_and_corrections_reach_it(inhoud, publiceer_nu, gelezen_uitgaven):
    publiceer_nu("2")
    Uitgave.objects.filter(nummer="1").update(wijzigingen="Rechtgezet.")
    pad = publiceer_nu("3")

    assert gelezen_uitgaven == ["2", "3"]
    assert [deel.wijzigingen for deel in pad.geschiedenis] == ["Nieuwe inhoud.", "Nieuwe inhoud.", "Rechtgezet."]


def test_a_start_with_a_copy_on_disk_reads_no_edition_and_makes_one_pad(
    inhoud, publiceer_nu, gelezen_uitgaven, monkeypatch
):
    geserveerd = publiceer_nu("2").uitgave
    gelezen_uitgaven.clear()
    gemaakt = []
    monkeypatch.setattr("uitgave.huidig.Pad", lambda uitgave: gemaakt.append(uitgave) or Pad(uitgave))
    wachter = Huidig()
    wachter._kijk()
    wachter._kijk()

    assert (gelezen_uitgaven, len(gemaakt)) == ([], 1)
    assert wachter.pad.uitgave == geserveerd


def test_a_copy_of_another_database_is_not_believed(inhoud, publiceer_nu, gelezen_uitgaven):
    publiceer_nu("2")
    Uitgave.objects.filter(nummer="2").update(document=d.schrijf(inhoud.document).replace("Broodbakker", "Bakker"))
    gelezen_uitgaven.clear()
    Huidig()._kijk()

    assert gelezen_uitgaven == ["1", "2"]


def test_rendered_pages_vanish_with_their_edition(client, inhoud, publiceer_nu):
    client.get("/")
    gevuld = len(inhoud.bladzijden)

    assert gevuld == 1
    assert len(publiceer_nu("2").bladzijden) == 0


def test_one_edition_is_loaded_once_also_where_the_database_and_a_copy_have_it(inhoud, monkeypatch):
    """The database answers, but loading takes longer than a process waits for the database."""
    wachter = Huidig()
    monkeypatch.setattr("uitgave.huidig.STARTTIJD", 0.02)
    monkeypatch.setattr(wachter, "_bevrijd", lambda: None)

    def laad():
        with wachter._bouwt:
            time.sleep(0.2)
            wachter.pad = inhoud
        wachter._eerste_keer.set()

    monkeypatch.setattr(wachter, "_wacht", laad)
    monkeypatch.setattr("uitgave.huidig.Pad", None)
    wachter.start()
    wachter.ververs()

    assert wachter.pad is inhoud


def test_processes_take_turns_but_none_waits_for_ever(tmp_path):
    beurt, volgorde = tmp_path / "beurt", []

    def ander(wachttijd):
        with om_beurten(beurt, wachttijd):
            volgorde.append("ander")

    for wachttijd in (30, 0):
        draad = threading.Thread(target=ander, args=[wachttijd])
        with om_beurten(beurt, 30):
            draad.start()
            draad.join(0.2)
            volgorde.append("eerste")
        draad.join(30)

    assert volgorde == ["eerste", "ander", "ander", "eerste"]
    with om_beurten(tmp_path / "geen" / "beurt", 0):
        pass


def test_when_the_database_fails_the_last_edition_stays(inhoud, monkeypatch):
    wachter = Huidig()
    wachter._kijk()

    monkeypatch.setattr(wachter, "ververs", lambda: (_ for _ in ()).throw(OperationalError("weg")))
    wachter._kijk()
    zonder = wachter.database_bereikbaar
    monkeypatch.undo()
    wachter._kijk()

    assert (zonder, wachter.database_bereikbaar) == (False, True)
    assert wachter.pad.uitgave.nummer == "1"


@pytest.mark.parametrize("fout", [OperationalError("weg"), RuntimeError("kapot")])
def test_a_fault_that_lasts_is_said_once(inhoud, monkeypatch, caplog, fout):
    wachter = Huidig()
    monkeypatch.setattr(wachter, "ververs", lambda: (_ for _ in ()).throw(fout))

    for _ in range(3):
        wachter._kijk()

    assert caplog.text.count("the last one stays") == 1


def test_an_edition_that_cannot_be_read_is_passed_over_and_said_once(inhoud, caplog):
    Uitgave.objects.create(nummer="9", datum=date(2026, 3, 1), wijzigingen="Kapot.", document='{"schema": 99}')
    wachter = Huidig()

    for _ in range(3):
        wachter._kijk()

    assert wachter.pad.uitgave.nummer == "1"
    assert caplog.text.count("Uitgave 9 cannot be read") == 1
    assert wachter.kan_bewerken()


def test_an_edition_that_was_replaced_is_gone_without_a_search_for_garbage(inhoud, publiceer_nu):
    wachter = Huidig()
    wachter.ververs()
    oud = weakref.ref(wachter.pad)
    gc.freeze()  # as a running site does: from now on nothing of it is looked at

    try:
        publiceer_nu("2")
        wachter.ververs()
        assert oud() is None
    finally:
        gc.unfreeze()


def test_a_database_that_hangs_is_not_called_ready(inhoud, monkeypatch):
    wachter = Huidig()
    wachter._kijk()
    voor = wachter.kan_bewerken()

    monkeypatch.setattr(wachter, "_gekeken", wachter._gekeken - 60)

    assert (voor, wachter.kan_bewerken()) == (True, False)


def test_editors_go_on_while_a_new_edition_is_read_and_the_old_one_is_served(inhoud, publiceer_nu, monkeypatch):
    wachter = Huidig()
    wachter.ververs()
    oud, gezien = wachter.pad, []

    class Trage(Pad):
        """Takes longer to make than an answer of the database counts."""

        def warm_op(self):
            monkeypatch.setattr(wachter, "_gekeken", wachter._gekeken - 60)
            gezien.append((wachter.kan_bewerken(), wachter.pad))
            super().warm_op()

    publiceer_nu("2")
    monkeypatch.setattr("uitgave.huidig.Pad", Trage)
    wachter.ververs()

    assert gezien == [(True, oud)]
    assert (wachter.pad.uitgave.nummer, wachter.kan_bewerken()) == ("2", True)


def test_the_copy_on_disk_is_the_edition(inhoud):
    assert kopie(settings.UITGAVE_KOPIE) == inhoud.uitgave


@pytest.mark.parametrize("inhoud_", ["", "{", "{}", '{"id": 1}'])
def test_a_copy_that_cannot_be_read_is_no_copy(tmp_path, inhoud_):
    bestand = tmp_path / "uitgave.json"
    bestand.write_text(inhoud_)

    assert kopie(bestand) is None
    assert kopie(tmp_path / "weg.json") is None


def test_a_copy_of_an_earlier_release_has_no_checksum_and_is_read(inhoud, tmp_path):
    bestand = tmp_path / "uitgave.json"
    bestand.write_text(d.schrijf(inhoud.uitgave))

    assert kopie(bestand) == inhoud.uitgave


def test_a_full_disk_is_said_and_leaves_no_half_copy_behind(inhoud, client, beheerder, tmp_path, monkeypatch):
    def vol(nummer):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", vol)
    klacht = bewaar_kopie(inhoud.uitgave, tmp_path / "uitgave.json")
    monkeypatch.setattr("uitgave.schijf.shutil.disk_usage", lambda plek: SimpleNamespace(free=7 * 1024**2))
    klaar, bureau = client.get("/readyz"), beheerder.get("/beheer/")

    assert "No space left on device" in klacht
    assert list(tmp_path.iterdir()) == []
    assert (klaar.status_code, klaar.text) == (200, "degraded: De schijf is bijna vol: er is nog 7 MB vrij.\n")
    assert "De schijf is bijna vol: er is nog 7 MB vrij." in bureau.text


def test_a_copy_that_was_refused_is_kept_as_soon_as_it_can_be(inhoud, publiceer_nu, caplog):
    """A folder stands in its place, which refuses it as a disk would."""
    settings.UITGAVE_KOPIE.unlink()
    settings.UITGAVE_KOPIE.mkdir()
    publiceer_nu("2")
    huidig.ververs()
    fout = huidig.kopie_fout
    settings.UITGAVE_KOPIE.rmdir()
    huidig.ververs()

    assert fout.startswith("De kopie op de schijf kon niet worden bewaard")
    assert caplog.text.count("could not be kept on disk") == 1
    assert (huidig.kopie_fout, kopie(settings.UITGAVE_KOPIE).nummer) == ("", "2")


def test_what_a_killed_process_left_of_a_copy_goes_with_the_next_copy(inhoud, tmp_path):
    weg = subprocess.Popen([sys.executable, "-c", ""])
    weg.wait()
    ander = tmp_path / f"uitgave.{os.getppid()}.half"
    for half in (tmp_path / f"uitgave.{weg.pid}.half", ander):
        half.touch()
    bewaar_kopie(inhoud.uitgave, tmp_path / "uitgave.json")

    assert sorted(tmp_path.iterdir()) == sorted([ander, tmp_path / "uitgave.json"])


def test_a_look_for_a_newer_edition_asks_one_question(inhoud, django_assert_num_queries):
    with django_assert_num_queries(1):
        huidig.ververs()


def test_a_disk_that_refuses_does_not_stop_the_site(inhoud, tmp_path):
    bewaar_kopie(inhoud.uitgave, tmp_path / "geen" / "map" / "uitgave.json")

    assert not (tmp_path / "geen").exists()


SERVEER = (
    "from ontwikkelpad.wsgi import application\n"
    "from django.test import Client\n"
    "client = Client()\n"
    "pagina = client.get('/functies/broodbakker/', headers={'host': 'localhost'})\n"
    "klaar = client.get('/readyz', headers={'host': 'localhost'})\n"
    "print(pagina.status_code, 'Broodbakker' in pagina.text, klaar.text)\n"
)


def test_a_process_starts_from_the_copy_on_disk_when_the_database_is_away(inhoud, proces, tmp_path):
    bewaar_kopie(inhoud.uitgave, tmp_path / "uitgave.json")

    uitkomst = proces(SERVEER, WEG)

    assert uitkomst.stdout.startswith("200 True degraded"), uitkomst.stderr


def test_without_database_and_copy_a_process_says_503(proces):
    uitkomst = proces(SERVEER, WEG)

    assert uitkomst.stdout.startswith("503 False not ready"), uitkomst.stderr


def test_without_the_database_editors_are_asked_to_come_back(inhoud, proces, tmp_path):
    bewaar_kopie(inhoud.uitgave, tmp_path / "uitgave.json")
    redactie = (
        "from ontwikkelpad.wsgi import application\n"
        "from django.test import Client\n"
        "client = Client(raise_request_exception=False, headers={'host': 'localhost'})\n"
        "client.cookies['sessionid'] = 'a' * 32\n"
        "antwoord = client.get('/beheer/')\n"
        "print(antwoord.status_code, antwoord.headers.get('Retry-After'))\n"
    )

    uitkomst = proces(redactie, WEG)

    assert uitkomst.stdout == "503 10\n", uitkomst.stderr


def test_another_process_serves_a_new_edition_by_itself(proces, begonnen):
    publiceer = (
        "from datetime import date\n"
        "from uitgave.bouwen import bouw\n"
        "from uitgave.publiceren import publiceer\n"
        "from functies.models import Functie\n"
        "Functie.objects.filter(slug='broodbakker').update(samenvatting='Vers van de pers.')\n"
        "publiceer(bouw(), '2', date(2026, 3, 1), 'Nieuw.')\n"
    )
    kijk = (
        "import subprocess, sys\n"
        "from ontwikkelpad.wsgi import application\n"
        "from uitgave.huidig import huidig\n"
        "print(huidig.pad.uitgave.nummer)\n"
        f"code = 'import django; django.setup()\\n' + {publiceer!r}\n"
        "subprocess.run([sys.executable, '-W', 'ignore', '-c', code], check=True)\n"
        "begin = time.monotonic()\n"
        f"while huidig.pad.uitgave.nummer == '1' and time.monotonic() - begin < {LANG}: time.sleep(0.05)\n"
        "print(huidig.pad.uitgave.nummer)\n"
    )
    uitkomst = proces(kijk, f"sqlite:///{begonnen / 'db.sqlite3'}", instellingen="ontwikkelpad.settings")

    assert uitkomst.stdout.split() == ["1", "2"], uitkomst.stderr
