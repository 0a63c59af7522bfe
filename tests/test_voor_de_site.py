"""The running site under a flood, and behind the cache that the README shows."""

import shutil
import signal
import socket
import subprocess
import threading
from contextlib import contextmanager, suppress
from http.client import HTTPConnection

import pytest

from tests.server import WORTEL, klaar, lees, site, vrije_poort

pytestmark = pytest.mark.drill


@contextmanager
def nginx(map_, naar):
    """Run nginx with our own snippet, on a port and in a folder of its own."""
    poort = vrije_poort()
    eigen = (WORTEL / "docs" / "nginx.conf").read_text()
    for oud, nieuw in (
        ("/var/cache/nginx/ontwikkelpad", f"{map_}/cache"),
        ("127.0.0.1:8000", f"127.0.0.1:{naar}"),
        ("listen 80;", f"listen 127.0.0.1:{poort};"),
    ):
        assert oud in eigen
        eigen = eigen.replace(oud, nieuw)
    delen = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    tijdelijk = "".join(f"{deel}_temp_path {map_}/{deel};" for deel in delen)
    begin = f"user root; pid {map_}/pid; error_log {map_}/error.log; daemon off; events {{}}\n"
    (map_ / "nginx.conf").write_text(f"{begin}http {{ access_log off; {tijdelijk}\n{eigen} }}")
    proces = subprocess.Popen([str(shutil.which("nginx")), "-p", str(map_), "-c", str(map_ / "nginx.conf")])
    try:
        while proces.poll() is None:  # until it listens
            with suppress(OSError), socket.create_connection(("127.0.0.1", poort)):
                break
        yield poort
    finally:
        proces.terminate()
        proces.wait(30)


@pytest.mark.skipif(not shutil.which("nginx"), reason="no nginx here")
def test_behind_nginx_the_last_good_page_stays_when_the_site_is_gone(begonnen, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("nginx")
    with site(begonnen) as draaiend:
        draaiend.wacht("/readyz", klaar)
        with nginx(map_, draaiend.poort) as poort:

            def vraag(adres="/functies/broodbakker/", **koppen):
                verbinding = HTTPConnection("localhost", poort, timeout=30)
                try:
                    return lees(verbinding, adres, **koppen)
                finally:
                    verbinding.close()

            fragment = vraag(**{"HX-Request": "true"})
            pagina, nog_eens = vraag(), vraag()
            weer = vraag(**{"HX-Request": "true"})
            draaiend.proces.send_signal(signal.SIGTERM)
            draaiend.proces.wait(30)
            zonder, andere = vraag(), vraag("/over/")
            fragment_zonder = vraag(**{"HX-Request": "true"})

    assert fragment.tekst.startswith('<div id="verkenner"')
    assert weer.tekst == fragment.tekst
    assert pagina.tekst.startswith("<!doctype html>")
    assert (pagina.koppen["X-Cache-Status"], nog_eens.koppen["X-Cache-Status"]) == ("MISS", "HIT")
    assert (zonder.status, zonder.tekst, zonder.koppen["X-Cache-Status"]) == (200, pagina.tekst, "STALE")
    assert zonder.koppen["Content-Security-Policy"] == pagina.koppen["Content-Security-Policy"]
    assert (andere.status, fragment_zonder.status) == (502, 502)


def test_a_flood_of_questions_that_nobody_asked_leaves_the_rest_answering(begonnen):
    """Many ask, each something else: pages that are kept go on, who finds no place is told when to come back."""
    genoeg, uitkomsten = threading.Event(), []
    with site(begonnen) as draaiend:
        draaiend.wacht("/readyz", klaar)
        for adres in ("/over/", "/"):  # each worker has made them
            draaiend.wacht(adres, lambda antwoord: antwoord.status == 200, keer=12)

        def stroom(wie):
            verbinding, nummer = draaiend.verbinding(), 0
            while not genoeg.is_set():
                nummer += 1
                antwoord = lees(verbinding, f"/zoeken/?q=vraag{wie}x{nummer}")
                uitkomsten.append((antwoord.status, antwoord.koppen.get("Retry-After")))
            verbinding.close()

        draden = [threading.Thread(target=stroom, args=[wie]) for wie in range(40)]
        for draad in draden:
            draad.start()
        try:
            verbinding = draaiend.verbinding()
            intussen = [lees(verbinding, adres).status for adres in ["/over/", "/", "/livez", "/over/?z=1"] * 25]
        finally:
            genoeg.set()
            for draad in draden:
                draad.join()
        erna = draaiend.vraag("/zoeken/?q=rustig").status

    assert intussen == [200] * 100
    assert set(uitkomsten) == {(200, None), (503, "10")}
    assert erna == 200
    logboek = draaiend.logboek.read_text()
    assert "requests refused so far" in logboek
    assert "Traceback" not in logboek
