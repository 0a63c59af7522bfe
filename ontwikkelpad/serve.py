"""Prepare the site and serve it: the work of `make run` once the packages are installed.

Reads HOST and PORT besides what the settings read. Whatever stands in the way is told in one line.
This process prepares, starts granian and stays above it: when the database was away it is prepared
as soon as it is back. The workers never do that; they wait until it is up to date.
"""

import ctypes
import errno
import fcntl
import hashlib
import logging
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import django
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import Error as DatabaseError
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader

if TYPE_CHECKING:
    from ontwikkelpad.voordeur import Toepassing

logger = logging.getLogger("ontwikkelpad.serve")  # whatever this module is run as

GRANIAN = ["--interface=wsgi", "--factory", "--workers=2", "--blocking-threads=16", "--backlog=2048", "--no-ws"]
GRANIAN += [f"--log-config={Path(__file__).with_name('granian.json')}"]
GRANIAN += ["--respawn-failed-workers", "--workers-kill-timeout=5", "--no-access-log", "--log-level=error"]

RETRY = 2.0  # seconds between two looks whether the database is back
STOP = 15.0  # seconds that the server gets to stop; its workers get five
PR_SET_PDEATHSIG = 1


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


def refuse_lost_database() -> None:
    """Stop when the SQLite file is gone while an edition is kept.

    That is no fresh start: a new file would put the fixtures online in place of what the editors made.
    """
    database, kept = settings.DATABASES["default"], settings.UITGAVE_KOPIE
    if database["ENGINE"].endswith("sqlite3") and not Path(database["NAME"]).exists() and kept.exists():
        stop(f"{database['NAME']} is gone but {kept} is there: put the database back, or remove that file too.")


def refuse_newer_database() -> None:
    """Raise CommandError when a newer release of this site migrated the database: an older one would harm it."""
    loader = MigrationLoader(connection)
    own = {app.label for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR}
    newer = sorted(
        f"{app}.{name}" for app, name in loader.applied_migrations.keys() - loader.disk_migrations.keys() if app in own
    )
    if newer:
        raise CommandError(
            f"the database is of a newer release ({newer[0]}). Start that one, or go back as README.md says."
        )


def prepare_database() -> None:
    """Bring the database up to date. Raises DatabaseError or CommandError when that cannot be done."""
    connection.close()
    try:
        refuse_newer_database()
        call_command("migrate", verbosity=0)
        call_command("laad")
    finally:
        connection.close()


def database_is_away() -> DatabaseError | None:
    """Return why the database cannot be reached; None when it can."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        return error
    return None


def prepare_static_files() -> None:
    """Collect the static files, unless those collected before came from the same sources."""
    sources = [Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([])]
    facts = sorted((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in sources)
    fingerprint = hashlib.sha256(repr((settings.STORAGES["staticfiles"], facts)).encode()).hexdigest()
    stamp = Path(settings.STATIC_ROOT, "fingerprint.txt")
    if not stamp.exists() or stamp.read_text() != fingerprint:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(fingerprint)


def refuse_incomplete_kinds() -> None:
    """Stop when something is forgotten about a kind of content: it would be left out of editions without a word."""
    errors = [message for message in run_checks() if message.is_serious()]
    if errors:
        stop(f"{errors[0]} ".replace("\n\tHINT:", ""))


def prepare() -> bool:
    """Prepare the database and the static files; False when the database is away, so that it must be done later."""
    refuse_incomplete_kinds()
    refuse_lost_database()
    if away := database_is_away():
        if connection.vendor == "sqlite":  # a file does not come back by itself
            stop(f"the database cannot be reached: {away}")
        reason, _, _ = str(away).strip().partition("\n")
        logger.warning("The database cannot be reached: serving what is kept on disk until it is back. (%s)", reason)
    else:
        try:
            prepare_database()
        except DatabaseError as error:
            stop(f"the database cannot be prepared: {error}")
        except CommandError as error:
            stop(error)
    try:
        prepare_static_files()
    except OSError as error:
        stop(f"the static files cannot be written: {error}")
    return not away


@contextmanager
def locked() -> Iterator[None]:
    """Let two that prepare at the same time do so one after the other."""
    with open(__file__) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare_later(said: str) -> str | None:
    """Prepare a database that was away; return why that cannot be done yet, told once, and None when it is done."""
    try:
        connection.ensure_connection()
        with locked():
            prepare_database()
    except (DatabaseError, CommandError) as error:
        if str(error) != said and not isinstance(error, OperationalError):
            logger.error("The database cannot be prepared: %s", error)
        return str(error)
    logger.info("The database is back and up to date.")
    return None


def die_with_parent() -> None:
    """Let the server stop when this process is killed; Linux only."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def supervise(command: list[str], prepared: bool) -> int:
    """Run the server until a signal comes or it ends; return its exit code.

    A server that ends by itself is not started again: what runs this process sees that it failed, and
    does so with a delay and a log of its own. The server has a process group of its own, so that Ctrl-C
    in a terminal comes here alone: told twice to stop, a worker of granian 2.8 hangs.
    """
    signal.signal(signal.SIGTERM, interrupted)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # else nohup: it stays when the terminal goes
        signal.signal(signal.SIGHUP, interrupted)
    server = subprocess.Popen(command, process_group=0, preexec_fn=die_with_parent)
    waits_for: str | None = None if prepared else ""
    try:
        while waits_for is not None:
            with suppress(subprocess.TimeoutExpired):
                return server.wait(timeout=RETRY)
            waits_for = prepare_later(waits_for)
        return server.wait()
    except KeyboardInterrupt:
        return end(server)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)  # what a server that died left behind
        gather_database()


def gather_database() -> None:
    """Put what SQLite keeps beside its file into it: who copies the file of a site that stopped has everything."""
    if connection.vendor == "sqlite":
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()


def interrupted(number: int, frame: object) -> NoReturn:
    raise KeyboardInterrupt


def end(server: subprocess.Popen[bytes]) -> int:
    """Tell the server once to stop, and wait for it; return its exit code."""
    for number in signal.SIGINT, signal.SIGTERM, signal.SIGHUP:
        signal.signal(number, signal.SIG_IGN)
    server.terminate()
    try:
        return server.wait(timeout=STOP)
    except subprocess.TimeoutExpired:
        return 1


def main() -> int:
    """Prepare everything, say where the site is, and run the server; return its exit code."""
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    ip, number = listen_address(host, port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ontwikkelpad.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        stop(error)
    if settings.PUBLIEK and not settings.PROXY:
        print("PROXY is not set: five wrong passwords, typed anywhere, keep an account from logging in everywhere.")
    with locked():
        prepared = prepare()

    here = f"http://{f'[{ip}]' if ':' in ip else ip}:{number}"
    site = settings.SITE_URL or here
    print(f"The site:   {here}/ (Ctrl-C stops it)")
    print(f"The admin:  {site}/beheer/ (for an account: .venv/bin/python manage.py createsuperuser)", flush=True)

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)  # every connection takes a file
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4096) if most > 0 else 4096, most))
    command = [sys.executable, "-m", "granian", "ontwikkelpad.serve:application", f"--host={ip}", f"--port={number}"]
    code = supervise(command + GRANIAN, prepared)
    return code if code >= 0 else 128 - code


def application() -> "Toepassing":
    """Return what a worker serves. A worker that is told twice to stop hangs: it leaves Ctrl-C to granian."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    from ontwikkelpad.wsgi import application

    return application


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt as told:
        print(str(told) or "Stopped.", file=sys.stderr)
        sys.exit(130)
