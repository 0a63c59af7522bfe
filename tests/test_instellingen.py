"""Local and public mode: strict in public, and refused when something is missing."""

import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from ontwikkelpad.prepare import refuse_newer_database
from tests.sectoren import BAKKERIJ
from tests.server import LANG

OPENBAAR = {"SITE_URL": "https://ontwikkelpad.example", "SECRET_KEY": "s3cret-" * 10}
TOON = (
    "import django; django.setup()\n"
    "from django.conf import settings as s\n"
    "print(s.ALLOWED_HOSTS, s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS, s.SECURE_SSL_REDIRECT, s.DEBUG)\n"
)


def draai(*woorden, **omgeving):
    """Run Python with only these settings in the environment."""
    kaal = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "ontwikkelpad.settings", **omgeving}
    return subprocess.run(
        [sys.executable, *woorden], env=kaal, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=LANG
    )


def test_local_mode_needs_nothing_and_is_not_strict():
    assert draai("-c", TOON).stdout == "['localhost', '127.0.0.1', '[::1]'] False 0 False False\n"


def test_public_mode_is_strict():
    assert draai("-c", TOON, **OPENBAAR).stdout == "['ontwikkelpad.example'] True 31536000 True False\n"


@pytest.mark.parametrize("hsts", ["", "subdomeinen", "preload"])
def test_the_deploy_check_of_public_mode_is_clean(hsts):
    uitkomst = draai("manage.py", "check", "--deploy", "--fail-level", "WARNING", **OPENBAAR, HSTS=hsts)

    assert uitkomst.returncode == 0, uitkomst.stderr


@pytest.mark.parametrize(
    ("omgeving", "reden"),
    [
        ({"SITE_URL": "https://ontwikkelpad.example"}, "needs SECRET_KEY"),
        (OPENBAAR | {"SECRET_KEY": "kort"}, "needs SECRET_KEY"),
        (OPENBAAR | {"SECRET_KEY": "a" * 60}, "needs SECRET_KEY"),
        ({"HSTS": "alles"}, "HSTS='alles': use"),
        ({"SECURITY_CONTACT": "piet@example.org"}, "SECURITY_CONTACT='piet@example.org': use"),
        (OPENBAAR | {"DEBUG": "1"}, "DEBUG=1 is refused"),
        ({"SITE_URL": "http://ontwikkelpad.example"}, "use https://"),
        ({"SITE_URL": "ontwikkelpad.example"}, "use https://"),
        ({"DATABASE_URL": "onzin"}, "DATABASE_URL"),
    ],
)
def test_unsafe_or_nonsense_settings_are_refused(omgeving, reden):
    uitkomst = draai("-c", TOON, **omgeving)

    assert uitkomst.returncode != 0
    assert reden in uitkomst.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("keuze", "belofte"),
    [("", ""), ("subdomeinen", "; includeSubDomains"), ("preload", "; includeSubDomains; preload")],
)
def test_in_public_mode_every_answer_says_hsts_as_far_as_was_chosen(keuze, belofte):
    code = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "for plaats, secure in (('/livez', False), ('/', False), ('/nergens', True), ('/beheer', True)):\n"
        "    antwoord = Client(headers={'host': 'ontwikkelpad.example'}).get(plaats, secure=secure)\n"
        "    print(antwoord.status_code, antwoord.headers['Strict-Transport-Security'])\n"
        "print(Client().get('/', secure=True).status_code)\n"
    )

    regels = draai("-W", "ignore", "-c", code, **OPENBAAR, HSTS=keuze).stdout.splitlines()

    hsts = f"max-age=31536000{belofte}"
    assert regels == [f"200 {hsts}", f"301 {hsts}", f"503 {hsts}", f"503 {hsts}", "400"]


def test_an_older_release_does_not_start_on_the_database_of_a_newer_one(db):
    refuse_newer_database()
    MigrationRecorder(connection).record_applied("functies", "9999_later")

    with pytest.raises(CommandError, match=r"of a newer release \(functies\.9999_later\)\. Start that one, or go back"):
        refuse_newer_database()


def test_models_and_migrations_agree(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize(
    ("omgeving", "regel"),
    [
        ({"PORT": "abc"}, "Not started: PORT=abc is no port number; choose one from 1 to 65535."),
        ({"WORKERS": "0"}, "Not started: WORKERS=0 is no number of workers; choose one from 1 to 64."),
        ({"HOST": "."}, "Not started: HOST=. is no address"),
        ({"HOST": "x" * 70}, "Not started: HOST="),
        ({"SITE_URL": "https://["}, "Not started: SITE_URL="),
        ({"DATABASE_URL": "oracle://a/b"}, "Not started: DATABASE_URL: use postgres://… or sqlite:///…."),
        ({"DATABASE_URL": "postgres://a:b[c@d/e"}, "Not started: DATABASE_URL cannot be read: Invalid IPv6 URL"),
        ({"DATABASE_URL": "sqlite:////nergens/db.sqlite3"}, "Not started: the database cannot be reached"),
    ],
)
def test_what_stands_in_the_way_of_a_start_is_one_clear_line(tmp_path, omgeving, regel):
    eigen = {
        "PORT": "1025",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "UITGAVE_KOPIE": str(tmp_path / "u"),
    }

    uitkomst = draai("-m", "ontwikkelpad.serve", **eigen | omgeving)

    assert uitkomst.returncode == 1
    assert uitkomst.stderr.startswith(regel)
    assert len(uitkomst.stderr.splitlines()) == 1


@pytest.mark.parametrize(("proxy", "gezegd"), [({}, True), ({"PROXY": "10.0.0.1"}, False)])
def test_a_public_site_that_takes_all_visitors_for_one_says_so(begonnen, proxy, gezegd):
    eigen = {"DATABASE_URL": f"sqlite:///{begonnen / 'db.sqlite3'}", "UITGAVE_KOPIE": str(begonnen / "uitgave.json")}
    eigen |= {"SECTOR": str(BAKKERIJ), "PORT": "1025", "STATIC_ROOT": "/proc/niets"}

    uitkomst = draai("-m", "ontwikkelpad.serve", **OPENBAAR, **eigen, **proxy)

    assert uitkomst.stdout.startswith("PROXY is not set") is gezegd
    assert [regel[:46] for regel in uitkomst.stderr.splitlines()] == ["Not started: the static files cannot be writte"]


def test_a_busy_port_is_one_clear_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        poort = str(bezet.getsockname()[1])
        uitkomst = draai("-m", "ontwikkelpad.serve", PORT=poort)

    assert uitkomst.stderr == f"Not started: port {poort} on 127.0.0.1 is in use; choose another with PORT=….\n"


def test_a_lost_database_file_is_not_taken_for_a_fresh_start(tmp_path):
    kopie = tmp_path / "uitgave.json"
    kopie.write_text("{}")
    database = tmp_path / "db.sqlite3"

    uitkomst = draai(
        "-m", "ontwikkelpad.serve", PORT="1025", DATABASE_URL=f"sqlite:///{database}", UITGAVE_KOPIE=str(kopie)
    )

    assert "is gone but" in uitkomst.stderr
    assert not database.exists()
