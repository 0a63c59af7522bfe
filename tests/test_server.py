"""The running server: who sends slowly, and what happens when the database hangs, goes or comes late."""

import socket
import threading

import pytest

from tests.server import site

TRAAG = (
    b"POST /beheer/login/ HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.1\r\nCookie: csrftoken="
    + b"a" * 32
    + b"\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n"
)


@pytest.fixture
def draaiend(tmp_path):
    """A site with one account, behind a proxy: so that each request can come from an address of its own."""
    with site(tmp_path, PROXY="127.0.0.1") as draaiend:
        draaiend.wacht("/readyz", lambda antwoord: antwoord.tekst == "ready\n")
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
