"""What the tests of the desk share."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.redactie.webserver import Website
from tests.sectoren import BAKKERIJ
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.fixtures import laad
from uitgave.sector import lees_pakket


@pytest.fixture
def website() -> Iterator[Website]:
    with Website() as website:
        yield website


@pytest.fixture(scope="session")
def uit_fixtures(django_db_setup: None, django_db_blocker: Any) -> str:
    """The whole content of the fixtures as a file."""
    with django_db_blocker.unblock(), transaction.atomic():
        laad(lees_pakket(BAKKERIJ))
        geschreven = d.schrijf(bouw(alles=True))
        transaction.set_rollback(True)
    return geschreven


@pytest.fixture
def bestand(uit_fixtures: str) -> Any:
    """The whole content of the fixtures as plain JSON values, to be changed."""
    return json.loads(uit_fixtures)
