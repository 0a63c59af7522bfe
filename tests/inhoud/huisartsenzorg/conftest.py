"""The tests in this folder are about the content of our first sector, and use it."""

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture
def sector() -> Path:
    """The package that the tests here use."""
    return settings.FIXTURES / "huisartsenzorg"
