"""The database that a release left, in a fresh database of this machine."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

UITGAVEN = Path(__file__).parent / "uitgaven"
POSTGRES = connection.vendor == "postgresql"
_begonnen: dict[bytes, bytes] = {}  # databases, each with what it is after the start of a site
DUMPS = sorted(UITGAVEN.glob("*/database.postgres.sql.gz" if POSTGRES else "*/database.sql.gz"))


@contextmanager
def database_van(dump: Path, map_: Path) -> Iterator[None]:
    """Let Django use a database with what is in `dump`, and nothing else; a file of it stands in `map_`."""
    with lege_database(map_):
        _vul(gzip.decompress(dump.read_bytes()).decode())
        yield


@contextmanager
def lege_database(map_: Path) -> Iterator[None]:
    """Let Django use a new database, without any table; a file of it stands in `map_`."""
    eigen = connection.settings_dict["NAME"]
    nieuw = f"{eigen}_oud" if POSTGRES else str(map_ / "oud.sqlite3")
    if POSTGRES:
        _opdracht(f"DROP DATABASE IF EXISTS {nieuw}")
        _opdracht(f"CREATE DATABASE {nieuw}")
    _wissel(nieuw)
    try:
        yield
    finally:
        _wissel(eigen)
        if POSTGRES:
            _opdracht(f"DROP DATABASE {nieuw}")


def begin() -> None:
    """Do what the start of a site does with its database.

    That takes seconds. On SQLite the same database is begun once by each process that tests: after that its file is
    put back as it was then.
    """
    eerst = b"" if POSTGRES else _bestand()
    if klaar := _begonnen.get(eerst):
        connection.close()
        Path(connection.settings_dict["NAME"]).write_bytes(klaar)
        ContentType.objects.clear_cache()
        return
    call_command("migrate", verbosity=0)
    call_command("laad", verbosity=0)
    if not POSTGRES:
        _begonnen[eerst] = _bestand()


def _bestand() -> bytes:
    """Return the whole database as it is now."""
    connection.ensure_connection()
    inhoud: bytes = connection.connection.serialize()
    return inhoud


def rijen(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def tabel(naam: str) -> str:
    """Return the table whose name ends in `naam`, in whatever app it is."""
    [gevonden] = [tabel for tabel in connection.introspection.table_names() if tabel.endswith(f"_{naam}")]
    return gevonden


def _wissel(naam: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = naam
    ContentType.objects.clear_cache()


def _opdracht(sql: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sql)


def _vul(sql: str) -> None:
    if POSTGRES:
        with connection.cursor() as cursor:
            cursor.execute(sql)
    else:
        connection.ensure_connection()
        connection.connection.executescript(f"PRAGMA foreign_keys = OFF; {sql}")  # tables stand in any order
    connection.close()  # and with it what was set for this session
