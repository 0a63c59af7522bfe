"""Prepare the site: what comes before it is served, at a start and at a reload. See `serve.py`, which runs this.

Whatever stands in the way is told in one line. When the database is away, the site is prepared as soon as it is back;
the workers never do that: they wait until it is up to date.
"""

import fcntl
import hashlib
import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

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

logger = logging.getLogger("ontwikkelpad.prepare")  # whatever this module is run as

RETRY = 2.0  # seconds between two looks whether the database is back


def stop(reason: object) -> NoReturn:
    first_line, _, _ = str(reason).strip().partition("\n")
    raise SystemExit(f"Not started: {first_line}")


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


def gather_database() -> None:
    """Put what SQLite keeps beside its file into it: who copies the file of a site that stopped has everything."""
    if connection.vendor == "sqlite":
        with suppress(DatabaseError), connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()


def main(say: str, here: str) -> None:
    """Prepare everything; write a byte to the pipe `say` when the site at the address `here` can be served.

    Return when there is nothing left to prepare: at once, or when a database that was away is back.
    """
    if settings.PUBLIEK and not settings.PROXY:
        print("PROXY is not set: five wrong passwords, typed anywhere, keep an account from logging in everywhere.")
    with locked():
        prepared = prepare()
    print(f"The site:   {here}/ (Ctrl-C stops it)")
    print(f"The admin:  {settings.SITE_URL or here}/beheer/", end=" ")
    print("(for an account: .venv/bin/python manage.py createsuperuser)", flush=True)
    os.write(int(say), b"1")
    waits_for: str | None = None if prepared else ""
    while waits_for is not None:
        time.sleep(RETRY)
        waits_for = prepare_later(waits_for)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ontwikkelpad.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        stop(error)
    if sys.argv[1:]:
        try:
            main(*sys.argv[1:])
        except KeyboardInterrupt as told:
            print(str(told) or "Stopped.", file=sys.stderr)
            sys.exit(130)
    else:  # the site stopped
        gather_database()
