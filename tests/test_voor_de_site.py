"""The running site behind the cache that the README shows."""

import shutil
import signal
import socket
import subprocess
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
