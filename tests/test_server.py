"""The running server: who sends slowly, and what is left of it when it ends."""

import select
import signal
import socket
import sqlite3
import sys
import threading
import time

import pytest

from ontwikkelpad.server import unwatch
from tests.server import LANG, klaar, leeft, nakomelingen, site

TRAAG = (
    b"POST /beheer/login/ HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.1\r\nCookie: csrftoken="
    + b"a" * 32
    + b"\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n"
)


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


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has epoll")
def test_a_worker_that_ends_hears_no_more_of_the_socket_that_is_shut():
    """Else it would look there all the time, and be killed when its five seconds are over."""
    with socket.create_server(("127.0.0.1", 0)) as listener, select.epoll() as poll:
        poll.register(listener.fileno(), select.EPOLLIN | select.EPOLLRDHUP)

        unwatch(listener.fileno())

        listener.shutdown(socket.SHUT_RDWR)
        assert poll.poll(0) == []
        assert not poll.closed


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
