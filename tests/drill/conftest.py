"""Saying what a drill measured, and what the drills share: a database that can go, and an editor."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import begin
from tests.server import Eenmaal
from tests.tools import postgres

Meld = Callable[[str, object, object], None]


@pytest.fixture
def meld(record_property: Callable[[str, Any], None]) -> Meld:
    """Return what takes a line of the table: what was tried, what was seen, and what it should be."""

    def meld(wat: str, gemeten: object, doel: object) -> None:
        record_property("drill", (wat, str(gemeten), str(doel)))

    return meld


@pytest.fixture
def lege_database() -> Iterator[postgres.Server]:
    """A PostgreSQL server of its own, in which no site ever began."""
    with postgres.server() as server:
        yield server


@pytest.fixture
def database(eenmaal: Eenmaal, tmp_path: Path) -> Iterator[postgres.Server]:
    """A PostgreSQL server of its own with what the first start of a site left; its copy on disk is in `tmp_path`."""

    def vul(map_: Path) -> None:
        with postgres.server() as server:
            begin(map_, DATABASE_URL=server.url)
            server.stop()
            shutil.copytree(server.folder / "data", map_ / "data")

    begonnen = eenmaal("begonnen-postgres", vul)
    shutil.copy(begonnen / "uitgave.json", tmp_path)
    with postgres.server(begonnen / "data") as server:
        yield server
