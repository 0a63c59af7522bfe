"""How far a long work is, on the command line."""

import os
import shutil
import subprocess
import sys
from io import StringIO

import pytest

from ontwikkelpad.settings import BASE_DIR
from tests.sectoren import BAKKERIJ
from uitgave.voortgang import LangeOpdracht, Stap, gevolgd_door, meld, volg


class Terminal(StringIO):
    def isatty(self):
        return True


class Opdracht(LangeOpdracht):
    """Do thirty things, each of which takes a second; be stopped at the twelfth when told so."""

    requires_system_checks = []
    blijft = "What was checked is kept."
    stealth_options = ("stoppen",)

    def handle(self, *args, stoppen=False, **options):
        for nummer in volg(Stap.LINKS, range(1, 31)):
            if nummer == 20:
                self.zeg("Nummer 20 is stuk.")
            if stoppen and nummer == 13:
                raise KeyboardInterrupt


def draai(uit, monkeypatch, **opties):
    klok = iter(range(1, 1000))
    monkeypatch.setattr("uitgave.voortgang.time.monotonic", lambda: next(klok))
    Opdracht().execute(stderr=uit, stdout=uit, no_color=True, force_color=False, skip_checks=True, **opties)
    return uit.getvalue()


def test_on_a_terminal_one_line_follows_the_work_and_is_gone_after_it(monkeypatch):
    gezegd = draai(Terminal(), monkeypatch)

    assert gezegd.startswith("\r0 of 30 links checked\033[K\r1 of 30 links checked\033[K")
    assert gezegd.endswith("\r30 of 30 links checked\033[K\r\033[K")
    assert gezegd.count("\n") == 1


def test_what_is_said_meanwhile_stands_on_a_line_of_its_own(monkeypatch):
    assert "\r19 of 30 links checked\033[K\r\033[KNummer 20 is stuk.\n\r20 of 30" in draai(Terminal(), monkeypatch)


def test_elsewhere_there_is_a_line_now_and_then(monkeypatch):
    regels = [regel for regel in draai(StringIO(), monkeypatch).splitlines() if "stuk" not in regel]

    assert 2 <= len(regels) <= 8
    assert all(regel.endswith(" of 30 links checked") for regel in regels)


def test_who_stops_it_reads_how_far_it_came_and_what_is_kept(monkeypatch):
    with pytest.raises(KeyboardInterrupt) as einde:
        draai(StringIO(), monkeypatch, stoppen=True)

    assert str(einde.value) == "Stopped at 12 of 30 links checked. What was checked is kept."


def test_work_that_nobody_watches_is_just_done():
    assert list(volg(Stap.LINKS, "ab")) == ["a", "b"]


def test_who_watches_hears_what_is_done_and_nothing_after_it():
    gehoord = []
    with gevolgd_door(lambda *wat: gehoord.append(wat)):
        meld(Stap.PUBLICEREN)
        list(volg(Stap.LINKS, "a"))
    meld(Stap.PUBLICEREN)

    assert gehoord == [(Stap.PUBLICEREN, None, None), (Stap.LINKS, 0, 1), (Stap.LINKS, 1, 1)]


def omgeving_van(map_):
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "ontwikkelpad.settings",
        "DATABASE_URL": f"sqlite:///{map_ / 'db.sqlite3'}",
        "UITGAVE_KOPIE": str(map_ / "uitgave.json"),
        "SECTOR": str(BAKKERIJ),
        "SITE_URL": "",
    }


@pytest.fixture(scope="module")
def gemigreerd(tmp_path_factory):
    """A folder with a database that has all tables, and no row of content."""
    map_ = tmp_path_factory.mktemp("gemigreerd")
    opdracht = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(opdracht, cwd=BASE_DIR, env=omgeving_van(map_), check=True)
    return map_


@pytest.mark.xdist_group("gemigreerd")  # one process makes that database
@pytest.mark.parametrize("opdracht", ["laad", "controleer"])
def test_ctrl_c_ends_a_command_with_one_sentence_and_leaves_nothing_half(opdracht, gemigreerd, tmp_path):
    omgeving = omgeving_van(shutil.copytree(gemigreerd, tmp_path, dirs_exist_ok=True))
    # Ctrl-C in the middle, wherever that is on this machine: the process gets the signal at a given step of its work.
    begin = f"""
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # these tests may run where it is ignored
import runpy
from uitgave import voortgang
echt = voortgang.Regel.__call__
def stop(regel, stap, klaar, van):
    echt(regel, stap, klaar, van)
    if klaar == 7:
        os.kill(os.getpid(), signal.SIGINT)
voortgang.Regel.__call__ = stop
sys.argv = ["manage.py", "{opdracht}"]
runpy.run_path("manage.py", run_name="__main__")
"""
    gedaan = subprocess.run(
        [sys.executable, "-c", begin], cwd=BASE_DIR, env=omgeving, capture_output=True, text=True, check=False
    )

    assert gedaan.returncode == 130, gedaan.stderr
    assert gedaan.stderr.startswith("Stopped at 7 of ")
    assert gedaan.stderr.count("\n") == 1
    kijk = "from uitgave.models import *; print(GeladenFixture.objects.count(), Uitgave.objects.count())"
    over = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", kijk],
        cwd=BASE_DIR,
        env=omgeving,
        capture_output=True,
        text=True,
        check=True,
    )
    assert over.stdout == "0 0\n"
