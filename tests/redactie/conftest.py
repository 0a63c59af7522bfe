"""What the tests of the desk share."""

from collections.abc import Iterator

import pytest

from tests.redactie.webserver import Website


@pytest.fixture
def website() -> Iterator[Website]:
    with Website() as website:
        yield website
