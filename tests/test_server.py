"""The running server: who sends slowly, and what happens when the database hangs, goes or comes late."""

import json
import signal
import socket
import sqlite3
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import pytest

from tests.server import LANG, klaar, koekjes, leeft, lees, nakomelingen, site
from tests.tools import postgres

TRAAG = (
    b"POST /beheer/login/ HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.1\r\nCookie: csrftoken="
    + b"a" * 32
    + b"\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n"
)


@pytest.fixture
def database():
    with postgres.server() as server:
        yield server


@pytest.fixture
def draaiend(begonnen):
    """A site behind a proxy: so that each request can come from an address of its own."""
    with site(begonnen, PROXY="127.0.0.1") as draaiend:
        draaiend.wacht("/readyz", klaar)
        yield draaiend


def test_an_editor_logs_in_while_a_stranger_sends_twelve_forms_byte_by_byte(draaiend):
    genoeg, geweigerd = threading.Event(), []

    def stuur():
        with socket.create_connection(("127.0.0.1", draaiend.poort)) as verbinding:
            verbinding.sendall(TRAAG)
            verbinding.settimeout(0.2)
            while not genoeg.is_set():
                try:
                    verbinding.sendall(b"a")
                    geweigerd.append(verbinding.recv(5000))
                    return
                except TimeoutError:
                    continue
                except OSError:
                    return

    draden = [threading.Thread(target=stuur) for _ in range(12)]
    for draad in draden:
        draad.start()
    try:
        ingelogd = [draaiend.log_in(**{"X-Forwarded-For": f"198.51.100.{nummer}"}).status for nummer in range(6)]
        hangend = sum(draad.is_alive() for draad in draden)
    finally:
        genoeg.set()
        for draad in draden:
            draad.join()

    assert ingelogd == [302] * 6
    assert hangend <= 2  # one for each worker
    assert all(b" 503 " in antwoord and b"retry-after: 10" in antwoord for antwoord in geweigerd if antwoord)


@pytest.mark.drill
def test_a_database_that_hangs_keeps_nobody_waiting(tmp_path, database):
    """The clocks are generous: without the mend the requests wait for as long as the database stands still."""
    with site(tmp_path, DATABASE_URL=database.url) as draaiend, ExitStack() as open_:
        draaiend.wacht("/readyz", klaar)
        draaiend.maak_account()
        koekje = {"Cookie": koekjes(draaiend.log_in())}
        verbindingen = [open_.enter_context(closing(draaiend.verbinding())) for _ in range(12)]
        assert [lees(verbinding, "/beheer/", **koekje).status for verbinding in verbindingen] == [200] * 12

        def vraag(verbinding):
            begin = time.monotonic()
            antwoord = lees(verbinding, "/beheer/", **koekje)
            return antwoord.status, antwoord.koppen.get("Retry-After"), time.monotonic() - begin

        database.hang()
        try:
            with ThreadPoolExecutor(12) as draden:
                uitkomsten = list(draden.map(vraag, verbindingen))
            openbaar = draaiend.vraag("/")
            daarna = [vraag(verbinding) for verbinding in verbindingen]
        finally:
            database.go_on()
        print(f"first {max(u[2] for u in uitkomsten):.1f} s, later {max(u[2] for u in daarna):.2f} s")

        assert [uitkomst[:2] for uitkomst in uitkomsten + daarna] == [(503, "10")] * 24
        assert max(duur for _, _, duur in uitkomsten + daarna) < LANG / 3
        assert openbaar.status == 200
        draaiend.wacht("/readyz", klaar)
        draaiend.wacht("/beheer/", lambda antwoord: antwoord.status == 200, keer=10, **koekje)


def test_a_site_without_database_and_edition_answers_503_and_fills_the_database_when_it_comes(tmp_path, database):
    database.stop()
    with site(tmp_path, DATABASE_URL=database.url) as draaiend:
        leeg = draaiend.wacht("/", lambda antwoord: antwoord.status == 503)
        levend, gereed = draaiend.vraag("/livez"), draaiend.vraag("/readyz")
        database.start()
        draaiend.wacht("/readyz", klaar)
        draaiend.maak_account()

        assert leeg.koppen["Retry-After"] == "10"
        assert "De site is even niet bereikbaar" in leeg.tekst
        assert (levend.status, gereed.status) == (200, 503)
        assert draaiend.vraag("/functies/broodbakker/").status == 200
        assert draaiend.log_in().status == 302
        gezegd = [
            regel for regel in draaiend.logboek.read_text().splitlines() if not regel.startswith(("The ", "Loaded "))
        ]
        assert {json.loads(regel)["niveau"] for regel in gezegd} >= {"WARNING", "INFO"}  # all of it is JSON


@pytest.mark.drill
def test_a_new_release_waits_with_editing_until_the_database_is_back_and_migrated(tmp_path, database):
    with site(tmp_path, DATABASE_URL=database.url) as draaiend:
        draaiend.wacht("/readyz", klaar)
        draaiend.maak_account()
    draaiend.manage("migrate", "otp_totp", "zero", "--verbosity", "0")  # as an older release left it
    database.stop()

    with site(tmp_path, DATABASE_URL=database.url) as draaiend:
        zonder = draaiend.wacht("/readyz", lambda antwoord: antwoord.status == 200)
        beheer, openbaar = draaiend.vraag("/beheer/login/"), draaiend.vraag("/")
        database.start()
        draaiend.wacht("/readyz", klaar, keer=40)  # each worker finds out by itself
        ingelogd = [draaiend.log_in().status for _ in range(6)]

    assert zonder.tekst.startswith("degraded")
    assert (beheer.status, beheer.koppen["Retry-After"], openbaar.status) == (503, "10", 200)
    assert ingelogd == [302] * 6
    assert "Traceback" not in draaiend.logboek.read_text()


@pytest.mark.parametrize(
    ("signaal", "code"),
    [
        (signal.SIGTERM, 0),
        pytest.param(signal.SIGINT, 0, marks=pytest.mark.drill),
        pytest.param(signal.SIGHUP, 0, marks=pytest.mark.drill),
        pytest.param(signal.SIGKILL, -signal.SIGKILL, marks=pytest.mark.drill),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent was killed")
def test_however_the_site_ends_no_process_is_left(begonnen, signaal, code):
    with site(begonnen) as draaiend:
        draaiend.wacht("/readyz", klaar)
        onder = nakomelingen(draaiend.proces.pid)

        draaiend.proces.send_signal(signaal)
        begin = time.monotonic()

        assert draaiend.proces.wait(LANG) == code
        while any(leeft(pid) for pid in onder) and time.monotonic() - begin < LANG:
            time.sleep(0.1)
        assert len(onder) >= 3  # the server and its two workers
        assert [pid for pid in onder if leeft(pid)] == []
        if signaal != signal.SIGKILL:  # then all of the database is in its one file
            assert [pad for pad in begonnen.glob("db.sqlite3-wal") if pad.stat().st_size] == []


def test_a_release_that_cannot_start_leaves_the_one_that_runs(begonnen):
    """What the database does not know stops the preparation, as any fault of a new release would."""
    with site(begonnen) as draaiend:
        draaiend.wacht("/readyz", klaar)
        onder = nakomelingen(draaiend.proces.pid)
        with sqlite3.connect(begonnen / "db.sqlite3") as database:
            database.execute(
                "INSERT INTO django_migrations (app, name, applied) VALUES ('functies', '9999_later', '2030-01-01')"
            )

        draaiend.proces.send_signal(signal.SIGUSR2)
        draaiend.wacht("/livez", lambda _: draaiend.gezegd("Not reloaded"))

        assert draaiend.gezegd("Not started: the database is of a newer release (functies.9999_later)") == 1
        assert nakomelingen(draaiend.proces.pid) == onder
        assert draaiend.vraag("/readyz").tekst == "ready\n"


@pytest.mark.drill
def test_a_server_that_never_starts_is_given_up(begonnen):
    """granian is not there: then five tries are enough, and what runs the site sees that it failed."""
    (begonnen / "granian.py").write_text("raise ImportError")
    with site(begonnen, PYTHONPATH=str(begonnen)) as draaiend:
        assert draaiend.proces.wait(LANG) == 1
        assert draaiend.gezegd("another one follows") == 4
