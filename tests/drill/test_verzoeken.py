"""Thousands of hostile requests: none is a fault, every answer is in house style, and no visitor gets a cookie."""

import logging
import socket
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException, HTTPResponse
from random import SystemRandom
from wsgiref.headers import Headers

import pytest

from tests.drill.vijand import TEKEN, Vraag, vragen, zaden
from tests.server import LANG, klaar, site
from tests.test_vijandig import is_goed, ontbrekende_koppen, open_verbinding, vraag  # noqa: F401  # fixtures

SPOREN = (b"Traceback (most recent", b"Exception Type", b'File "/')
VAN_DE_SERVER = (400, 414, 431)


def fout_in(gesteld, antwoord):
    """Return what is wrong with an answer; "" when nothing is."""
    if not is_goed(antwoord):
        return f"{antwoord.status} {sorted(ontbrekende_koppen(antwoord))}"
    if "Set-Cookie" in antwoord.koppen and not gesteld.is_beheer:
        return f"cookie {antwoord.koppen['Set-Cookie']}"
    return next((f"shows {spoor!r}" for spoor in SPOREN if spoor in antwoord.lichaam), "")


@pytest.mark.parametrize(("zaad", "aantal"), zaden(150, 2500, 2))
def test_no_hostile_request_is_a_fault_or_leaves_a_trace(vraag, inhoud, beheerder, meld, caplog, zaad, aantal):  # noqa: F811
    """No line of the log is an error either: that is what raises the alarm.

    Half of the requests to the desk come from somebody who is logged in there.
    """
    sessie = {"Cookie": f"sessionid={beheerder.cookies['sessionid'].value}; csrftoken={TEKEN}", "X-CSRFToken": TEKEN}
    statussen, fouten = Counter(), []
    for nummer, gesteld in enumerate(vragen(zaad, aantal, inhoud)):
        mee = sessie if gesteld.is_beheer and nummer % 2 == 0 and "logout" not in gesteld.adres else {}
        antwoord = vraag(gesteld.adres, gesteld.methode, gesteld.koppen | mee, gesteld.lichaam)
        statussen[antwoord.status] += 1
        if fout := fout_in(gesteld, antwoord):
            fouten.append((fout, gesteld))

    meld(f"{aantal} hostile requests, seed {zaad}", dict(sorted(statussen.items())), "no 5xx")
    assert fouten == [], f"seed {zaad}"
    assert [regel.getMessage() for regel in caplog.records if regel.levelno >= logging.ERROR] == [], f"seed {zaad}"
    assert {200, 302, 400, 404, 405} <= statussen.keys()  # they came in at every door


def _op_de_lijn(gesteld: Vraag) -> bytes:
    """Return a request as it goes over a socket: what cannot stand in its first line is escaped, the rest is as it is.

    A length of the body that is not its own would make both sides wait for the rest.
    """
    adres = "".join(teken if "!" <= teken <= "~" else f"%{ord(teken):02X}" for teken in gesteld.adres)
    koppen = (
        {"Host": "localhost"} | gesteld.koppen | {"Content-Length": str(len(gesteld.lichaam)), "Connection": "close"}
    )
    regels = [f"{gesteld.methode} {adres or '/'} HTTP/1.1", *(f"{naam}: {waarde}" for naam, waarde in koppen.items())]
    return "\r\n".join([*regels, "", ""]).encode("latin-1") + gesteld.lichaam


class OpDeLijn:
    """An answer as it came back: by the site, or by the server before it for what it could not read."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status, self.koppen, self.lichaam = response.status, Headers(), response.read()
        for naam, waarde in response.getheaders():
            self.koppen.add_header(naam.title(), waarde)


@pytest.mark.drill
def test_no_hostile_request_over_a_socket_is_a_fault_or_leaves_a_trace(begonnen, inhoud, meld):
    """What the server refuses before the site sees it has no page: it cannot be read, or its first line is too long."""
    zaad, aantal = SystemRandom().randrange(10**9), 2000

    def stel(gesteld):
        with socket.create_connection(("127.0.0.1", poort), timeout=LANG) as lijn:
            lijn.sendall(_op_de_lijn(gesteld))
            response = HTTPResponse(lijn, method=gesteld.methode)
            try:
                response.begin()
                return gesteld, OpDeLijn(response)
            except (HTTPException, OSError) as fout:
                return gesteld, fout

    with site(begonnen) as draaiend, ThreadPoolExecutor(4) as draden:
        draaiend.wacht("/readyz", klaar)
        poort = draaiend.poort
        uitkomsten = list(draden.map(stel, vragen(zaad, aantal, inhoud)))
        erna = draaiend.vraag("/").status
        logboek = draaiend.logboek.read_text()

    antwoorden = [(gesteld, antwoord) for gesteld, antwoord in uitkomsten if isinstance(antwoord, OpDeLijn)]
    druk = [a for _, a in antwoorden if a.status == 503 and a.koppen["Retry-After"]]
    server = [a for _, a in antwoorden if a.status in VAN_DE_SERVER and not a.lichaam and "Set-Cookie" not in a.koppen]
    fouten = [(fout, g) for g, a in antwoorden if a not in druk + server and (fout := fout_in(g, a))]
    statussen = Counter(antwoord.status for _, antwoord in antwoorden)
    apart = f"503: {len(druk)}, by the server itself: {len(server)}"
    meld(f"{aantal} over sockets, seed {zaad}", f"{dict(sorted(statussen.items()))}; {apart}", "no 5xx but 503")
    assert [uitkomst for uitkomst in uitkomsten if uitkomst not in antwoorden] == [], f"seed {zaad}: no answer"
    assert fouten == [], f"seed {zaad}"
    assert erna == 200
    assert "Traceback" not in logboek
