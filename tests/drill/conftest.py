"""Saying what a drill measured."""

from collections.abc import Callable
from typing import Any

import pytest

Meld = Callable[[str, object, object], None]


@pytest.fixture
def meld(record_property: Callable[[str, Any], None]) -> Meld:
    """Return what takes a line of the table: what was tried, what was seen, and what it should be."""

    def meld(wat: str, gemeten: object, doel: object) -> None:
        record_property("drill", (wat, str(gemeten), str(doel)))

    return meld
