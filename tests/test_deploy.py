"""What stands in deploy/, tried with the real tools where they are."""

import importlib.util
import os
import re
import shutil
import ssl
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPSConnection

import pytest
import trustme
from django.core.management import get_commands

from tests.server import LANG, WORTEL, lees, omgeving, site, vrije_poort

DEPLOY = WORTEL / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
NGINX = os.environ.get("NGINX_BIN") or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
ANALYZE = shutil.which("systemd-analyze")
ACTIVATE = shutil.which("systemd-socket-activate")


@pytest.mark.skipif(ANALYZE is None, reason="systemd-analyze is not there")
def test_systemd_understands_every_unit(tmp_path):
    for unit in UNITS:
        tekst = unit.read_text().replace("/opt/ontwikkelpad", str(WORTEL))
        (tmp_path / unit.name).write_text(tekst)

    uitkomst = subprocess.run(
        [ANALYZE, "verify", "--man=no", *(str(tmp_path / unit.name) for unit in UNITS)], capture_output=True, text=True
    )

    ernstig = [regel for regel in uitkomst.stderr.splitlines() if "ontwikkelpad" in regel]
    assert (uitkomst.returncode, ernstig) == (0, []), uitkomst.stderr


WEEK = [datetime(2026, 11, 30) + timedelta(minutes=minuut) for minuut in range(7 * 24 * 60)]  # from a Monday on
ELKE_DAG = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TIJDEN = {
    *((dag, "03:10", "manage.py reservekopie --bewaar 14") for dag in ELKE_DAG),
    *((dag, "04:10", "manage.py controleer_links --ouder-dan 6") for dag in ELKE_DAG),
    *((dag, "04:10", "manage.py controleer_codes") for dag in ELKE_DAG),
    *((dag, "07:30", "manage.py meld_wachtenden") for dag in ELKE_DAG),
    ("Mon", "04:40", "manage.py haal_aanbod"),
}


@pytest.fixture
def taken():
    beschrijving = importlib.util.spec_from_file_location("taken", DEPLOY / "taken.py")
    module = importlib.util.module_from_spec(beschrijving)
    beschrijving.loader.exec_module(module)
    return module


def test_with_containers_the_same_is_done_at_the_same_times_as_with_systemd(taken, capfd, monkeypatch):
    alle = taken.lees_taken()

    beurten = [
        (ELKE_DAG[moment.weekday()], f"{moment:%H:%M}", opdracht)
        for moment in WEEK
        for opdrachten in taken.aan_de_beurt(alle, moment)
        for opdracht in opdrachten
    ]

    assert sorted(beurten) == sorted(TIJDEN)
    assert {opdracht.split()[1] for _, _, opdracht in TIJDEN} <= get_commands().keys()
    monkeypatch.chdir(WORTEL)
    taken.doe(["manage.py haal_aanbod --onzin", "manage.py haal_aanbod --help"])
    uit = capfd.readouterr().out
    assert uit.index("haal_aanbod --onzin ended with 2.") < uit.index("usage: ") < uit.index("--help ended with 0.")


@pytest.mark.parametrize("was", ["OnCalendar=Mon 04:40", "ExecStart="])
def test_a_timer_that_cannot_be_read_is_named(taken, tmp_path, was):
    for unit in UNITS:
        (tmp_path / unit.name).write_text(unit.read_text().replace(was, "Anders="))

    with pytest.raises(SystemExit, match=r"ontwikkelpad-\w+\.timer says nothing"):
        taken.lees_taken(tmp_path)


def test_compose_has_a_service_that_does_them_with_what_it_needs():
    tekst = (DEPLOY / "compose.yaml").read_text()
    [dienst] = re.findall(r"^  taken:.*?(?=\n\n)", tekst, re.MULTILINE | re.DOTALL)

    aangehecht = dict(re.findall(r"- \./(\S+):(/deploy/\S+):ro", dienst))
    assert aangehecht == {"taken.py": "/deploy/taken.py", "systemd": "/deploy/systemd"}
    assert all((DEPLOY / naam).exists() for naam in aangehecht)
    assert '<<: *portal\n    command: ["python", "/deploy/taken.py"]\n' in dienst
    assert "- data-taken:/data\n" in dienst
    assert "\n  data-taken:\n" in tekst


@contextmanager
def nginx(map_, portaal_a, portaal_b, *, tls=True):
    """Run nginx as deploy/nginx.conf says, before two portals; give its ports, and what trusts its certificate."""
    ca, open_, dicht = trustme.CA(), vrije_poort(), vrije_poort()
    certificaat = ca.issue_cert("pad.example.org")
    certificaat.private_key_and_cert_chain_pem.write_to_path(str(map_ / "alles.pem"))
    tekst = (DEPLOY / "nginx.conf").read_text()
    tijdelijk = "".join(
        f"{wat}_temp_path {map_}/{wat};" for wat in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    anders = {
        "portal-a:8000 resolve": f"127.0.0.1:{portaal_a}",  # resolve: since nginx 1.27.3, and these are no names
        "portal-b:8000 resolve": f"127.0.0.1:{portaal_b}",
        "/run/nginx.pid": f"{map_}/pid",
        "/etc/nginx/tls/volledig.pem": f"{map_}/alles.pem",
        "/etc/nginx/tls/sleutel.pem": f"{map_}/alles.pem",
        "listen 80 ": f"listen {open_} ",
        "]:80 ": f"]:{open_} ",
        "listen 443 ": f"listen {dicht} ",
        "]:443 ": f"]:{dicht} ",
        "http {": f"http {{ {tijdelijk}",
    }
    for was, wordt in anders.items():
        assert was in tekst
        tekst = tekst.replace(was, wordt)
    tekst = tekst if tls else tekst.replace(" ssl http2 ", " ")
    (map_ / "nginx.conf").write_text(tekst)
    opdracht = [NGINX, "-p", str(map_), "-c", str(map_ / "nginx.conf"), "-e", "stderr"]
    subprocess.run([*opdracht, "-t"], check=True, capture_output=True)
    proces = subprocess.Popen([*opdracht, "-g", "daemon off; user root;" if os.geteuid() == 0 else "daemon off;"])
    try:
        vertrouwt = ssl.create_default_context()
        ca.configure_trust(vertrouwt)
        yield open_, dicht, vertrouwt
    finally:
        proces.terminate()
        proces.wait(30)


@pytest.mark.drill
@pytest.mark.skipif(NGINX is None, reason="nginx is not there; NGINX_BIN= names it")
def test_behind_nginx_a_visitor_gets_pages_over_tls_and_who_asks_too_much_is_told_to_wait(begonnen):
    openbaar = {"SITE_URL": "https://pad.example.org", "PROXY": "127.0.0.1"}
    with site(begonnen, **openbaar) as draaiend:
        draaiend.wacht("/readyz", lambda antwoord: antwoord.tekst == "ready\n")
        with nginx(begonnen, draaiend.poort, draaiend.poort) as (open_, dicht, vertrouwt):

            def vraag(pad, **koppen):
                with closing(HTTPSConnection("127.0.0.1", dicht, context=vertrouwt, timeout=30)) as verbinding:
                    verbinding._context.check_hostname = False
                    return lees(verbinding, pad, Host="pad.example.org", **koppen)

            with closing(HTTPConnection("127.0.0.1", open_, timeout=30)) as verbinding:
                naar = lees(verbinding, "/over/", Host="pad.example.org")
            pagina, ander = vraag("/over/"), vraag("/readyz")
            inloggen = [vraag("/beheer/login/", **{"X-Forwarded-For": f"198.51.100.{n}"}).status for n in range(40)]

    assert (naar.status, naar.koppen["Location"]) == (301, "https://pad.example.org/over/")
    assert (pagina.status, pagina.koppen["Strict-Transport-Security"]) == (200, "max-age=31536000")
    assert (ander.status, ander.tekst) == (200, "ready\n")
    assert inloggen[:8] == [200] * 8
    assert 429 in inloggen


@pytest.mark.drill
@pytest.mark.skipif(ACTIVATE is None, reason="systemd-socket-activate is not there")
def test_systemd_hands_its_socket_to_the_site(begonnen):
    """As ontwikkelpad.socket does: the first who knocks starts the site, waits, and gets an answer."""
    poort = vrije_poort()
    eigen = [f"{naam}={waarde}" for naam, waarde in omgeving(begonnen, PORT="geen").items()]
    opdracht = [
        ACTIVATE,
        f"--listen=127.0.0.1:{poort}",
        "/usr/bin/env",
        *eigen,
        sys.executable,
        "-m",
        "ontwikkelpad.serve",
    ]
    proces = subprocess.Popen(opdracht, cwd=WORTEL, stderr=subprocess.PIPE)
    try:
        proces.stderr.readline()  # that it listens
        with closing(HTTPConnection("127.0.0.1", poort, timeout=LANG)) as verbinding:
            antwoord = lees(verbinding, "/")
    finally:
        proces.terminate()
        proces.communicate(timeout=LANG)

    assert antwoord.status == 200
    assert proces.returncode == 0
