"""The running site behind the cache that the README shows, and the copy of it behind that."""

import shutil
import signal
import socket
import subprocess
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from io import StringIO

import pytest
from django.core.management import call_command

from tests.server import WORTEL, klaar, lees, site, vrije_poort

met_nginx = pytest.mark.skipif(not shutil.which("nginx"), reason="no nginx here")


@contextmanager
def nginx(map_, naar, kopie=None):
    """Run nginx with our own snippets, on a port and in a folder of its own; `kopie` has a copy of the site."""
    poort = vrije_poort()
    eigen = (WORTEL / "docs" / "nginx.conf").read_text()
    if kopie:
        bij = (WORTEL / "docs" / "nginx-kopie.conf").read_text()
        assert "/srv/ontwikkelpad-kopie" in bij
        eigen = eigen.replace("listen 80;", "listen 80;\n" + bij.replace("/srv/ontwikkelpad-kopie", str(kopie)))
    for oud, nieuw in (
        ("/var/cache/nginx/ontwikkelpad", f"{map_}/cache"),
        ("127.0.0.1:8000", f"127.0.0.1:{naar}"),
        ("listen 80;", f"include /etc/nginx/mime.types; listen 127.0.0.1:{poort};"),
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


@pytest.mark.drill
@met_nginx
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


@met_nginx
@pytest.mark.een_database
def test_behind_nginx_the_copy_answers_when_the_site_does_not(inhoud, tmp_path):
    kopie = tmp_path / "kopie"
    call_command("exporteer_site", kopie, stdout=StringIO())
    (tmp_path / "nginx").mkdir()
    with nginx(tmp_path / "nginx", vrije_poort(), kopie) as poort:

        def vraag(adres):
            verbinding = HTTPConnection("localhost", poort, timeout=30)
            try:
                return lees(verbinding, adres)
            finally:
                verbinding.close()

        begin, functie, deel = (
            vraag("/"),
            vraag("/functies/broodbakker/"),
            vraag("/functies/broodbakker/profiel/?rol=vakwerk"),
        )
        stijl, vraagt, uit = (
            vraag("/static/ontwikkelpad.css"),
            vraag("/routes/?van=broodbakker"),
            vraag("/functies/index.html"),
        )
        weg = [vraag(adres) for adres in ("/nergens/", "/beheer/", "/functies/?x=/../../etc", "/../kopie.json/")]

    def gelijk(antwoord, bestand):
        return (antwoord.status, antwoord.tekst) == (200, (kopie / bestand).read_text())

    assert gelijk(begin, "index.html")
    assert gelijk(functie, "functies/broodbakker/index.html")
    assert gelijk(deel, "functies/broodbakker/profiel/rol=vakwerk/index.html")
    assert gelijk(vraagt, "routes/index.html")
    assert (stijl.status, stijl.koppen["Content-Type"]) == (200, "text/css")
    assert begin.koppen["Content-Type"] == "text/html"
    assert (begin.koppen["Cache-Control"], "default-src 'none'" in begin.koppen["Content-Security-Policy"]) == (
        "no-store",
        True,
    )
    assert (uit.status, uit.koppen["Location"].endswith("/functies/")) == (302, True)
    assert [antwoord.status for antwoord in weg] == [503, 503, 200, 400]
    assert "Deze pagina is er nu even niet" in weg[0].tekst
