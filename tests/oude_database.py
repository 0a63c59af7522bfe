"""The database that a release left, in a fresh database of this machine."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

UITGAVEN = Path(__file__).parent / "uitgaven"
POSTGRES = connection.vendor == "postgresql"
_begonnen: dict[Path | None, Callable[[], None]] = {}  # by dump: what makes a begun database of it
DUMPS = sorted(UITGAVEN.glob("*/database.postgres.sql.gz" if POSTGRES else "*/database.sql.gz"))
# For a fixture: every run takes the newest, the drill all.
PER_DUMP = [*(pytest.param(dump, marks=pytest.mark.drill) for dump in DUMPS[:-1]), DUMPS[-1]]


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
        _maak(nieuw, "template1")
    _wissel(nieuw)
    try:
        yield
    finally:
        _wissel(eigen)
        if POSTGRES:
            _opdracht(f"DROP DATABASE {nieuw}")


def begin(onaangeroerd: Path | None = None) -> None:
    """Do what the start of a site does with its database.

    That takes seconds. A database to which nothing was done since it was filled from the dump `onaangeroerd` is begun
    once by each process that tests; after that it is replaced by what it was then.
    """
    if onaangeroerd in _begonnen:
        _begonnen[onaangeroerd]()
        ContentType.objects.clear_cache()
        return
    call_command("migrate", verbosity=0)
    call_command("laad", verbosity=0)
    if onaangeroerd:
        _begonnen[onaangeroerd] = _bewaar(len(_begonnen))


def _bewaar(nummer: int) -> Callable[[], None]:
    """Keep the whole database as it is now; return what puts that in the place of the database of then."""
    naam = connection.settings_dict["NAME"]
    if POSTGRES:
        connection.close()
        _maak(f"{naam}_{nummer}", naam)
    else:
        connection.ensure_connection()
        inhoud: bytes = connection.connection.serialize()

    def zet_terug() -> None:
        connection.close()
        if POSTGRES:
            _maak(naam, f"{naam}_{nummer}")
        else:
            Path(connection.settings_dict["NAME"]).write_bytes(inhoud)

    return zet_terug


def rijen(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def tabel(naam: str) -> str:
    """Return the table whose name ends in `naam`, in whatever app it is."""
    [gevonden] = [tabel for tabel in connection.introspection.table_names() if tabel.endswith(f"_{naam}")]
    return gevonden


def _maak(naam: str, als: str) -> None:
    """Let PostgreSQL make a database that is like another one, in the place of what has that name."""
    _opdracht(f"DROP DATABASE IF EXISTS {naam}")
    _opdracht(f"CREATE DATABASE {naam} TEMPLATE {als}")


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
