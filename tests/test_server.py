"""The running server: who sends slowly, and what happens when the database hangs, goes or comes late."""

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import pytest

from tests.server import LANG, koekjes, lees, site
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


def klaar(antwoord):
    return antwoord.tekst == "ready\n"


@pytest.fixture
def draaiend(tmp_path):
    """A site with one account, behind a proxy: so that each request can come from an address of its own."""
    with site(tmp_path, PROXY="127.0.0.1") as draaiend:
        draaiend.wacht("/readyz", klaar)
        draaiend.maak_account()
        yield draaiend


def test_an_editor_logs_in_while_a_stranger_sends_twelve_forms_byte_by_byte(draaiend):
    klaar, geweigerd = threading.Event(), []

    def stuur():
        with socket.create_connection(("127.0.0.1", draaiend.poort)) as verbinding:
            verbinding.sendall(TRAAG)
            verbinding.settimeout(0.2)
            while not klaar.is_set():
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
        klaar.set()
        for draad in draden:
            draad.join()

    assert ingelogd == [302] * 6
    assert hangend <= 2  # one for each worker
    assert all(b" 503 " in antwoord and b"retry-after: 10" in antwoord for antwoord in geweigerd if antwoord)


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
        assert draaiend.vraag("/beheer/", **koekje).status == 200
