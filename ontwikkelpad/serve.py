"""Prepare the site and serve it: the work of `make run` once the packages are installed.

Reads HOST and PORT besides what the settings read. Whatever stands in the way is told in one line.
"""

import errno
import fcntl
import hashlib
import os
import resource
import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import Error as DatabaseError
from django.db import connection

if TYPE_CHECKING:
    from ontwikkelpad.middleware import Toepassing

GRANIAN = ["--interface=wsgi", "--factory", "--workers=2", "--blocking-threads=16", "--backlog=2048", "--no-ws"]
GRANIAN += ["--respawn-failed-workers", "--workers-kill-timeout=5", "--no-access-log", "--log-level=error"]


def stop(reason: object) -> NoReturn:
    first_line, _, _ = str(reason).strip().partition("\n")
    raise SystemExit(f"Not started: {first_line}")


def listen_address(host: str, port: str) -> tuple[str, int]:
    """Return the IP address and port to listen on; stop when they cannot be had."""
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        stop(f"PORT={port} is no port number; choose one from 1 to 65535.")
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except UnicodeError:
        stop(f"HOST={host} is no address.")
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            stop(f"port {port} on {host} is in use; choose another with PORT=….")
        if error.errno == errno.EACCES:
            stop(f"port {port} is not open to this user; choose one above 1023 with PORT=….")
        stop(f"HOST={host} is no address of this machine.")
    return str(address[0]), int(port)


def prepare_database() -> None:
    """Bring the database up to date; when it is away, do with the edition that is kept on disk.

    A SQLite file that is gone while an edition is kept is no fresh start: a new one would put the
    fixtures online in place of what the editors made.
    """
    database, kept = settings.DATABASES["default"], settings.UITGAVE_KOPIE
    if database["ENGINE"].endswith("sqlite3") and not Path(database["NAME"]).exists() and kept.exists():
        stop(f"{database['NAME']} is gone but {kept} is there: put the database back, or remove that file too.")
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        if not settings.UITGAVE_KOPIE.exists():
            stop(f"the database cannot be reached: {error}")
        print("The database cannot be reached: serving the edition kept on disk until it is back.")
        return
    try:
        call_command("migrate", verbosity=0)
        call_command("laad")
    except (DatabaseError, CommandError) as error:
        stop(f"the database cannot be prepared: {error}")
    connection.close()


def prepare_static_files() -> None:
    """Collect the static files, unless those collected before came from the same sources."""
    sources = [Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([])]
    facts = sorted((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in sources)
    fingerprint = hashlib.sha256(repr((settings.STORAGES["staticfiles"], facts)).encode()).hexdigest()
    stamp = Path(settings.STATIC_ROOT, "fingerprint.txt")
    if not stamp.exists() or stamp.read_text() != fingerprint:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(fingerprint)


def main() -> None:
    """Prepare everything, say where the site is, and become the server."""
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    ip, number = listen_address(host, port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ontwikkelpad.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        stop(error)
    if settings.PUBLIEK and not settings.PROXY:
        print("PROXY is not set: five wrong passwords, typed anywhere, keep an account from logging in everywhere.")
    with open(__file__) as lock:  # two that start at the same time prepare one after the other
        fcntl.flock(lock, fcntl.LOCK_EX)
        prepare_database()
        try:
            prepare_static_files()
        except OSError as error:
            stop(f"the static files cannot be written: {error}")

    here = f"http://{f'[{ip}]' if ':' in ip else ip}:{number}"
    site = settings.SITE_URL or here
    print(f"The site:   {here}/ (Ctrl-C stops it)")
    print(f"The admin:  {site}/beheer/ (for an account: .venv/bin/python manage.py createsuperuser)", flush=True)

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)  # every connection takes a file
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4096) if most > 0 else 4096, most))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # until granian minds it itself
    command = [sys.executable, "-m", "granian", "ontwikkelpad.serve:application", f"--host={ip}", f"--port={number}"]
    os.execv(sys.executable, command + GRANIAN)


def application() -> "Toepassing":
    """Return what a worker serves.

    Ctrl-C in a terminal reaches the workers as well as granian, which tells them to stop: told
    twice, a worker of granian 2.8 hangs. So the workers leave Ctrl-C to granian.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    from ontwikkelpad.wsgi import application

    return application


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
