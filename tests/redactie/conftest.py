"""What the tests of the desk share."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import transaction
from django.test import Client

from redactie.links import knop
from redactie.links.controle import controleer
from tests.redactie.webserver import Website, zonder_rust
from tests.sectoren import BAKKERIJ
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.fixtures import laad
from uitgave.sector import lees_pakket


@pytest.fixture
def website() -> Iterator[Website]:
    with Website() as website:
        yield website


@pytest.fixture
def hier_mag(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the buttons reach the website on this machine, without the rests between requests."""
    monkeypatch.setattr(knop, "controleer", partial(controleer, openbaar=lambda adres: True))
    monkeypatch.setattr(knop, "_tempo", zonder_rust())


@pytest.fixture
def linklijst(redacteur: Client) -> Client:
    """An editor as the role has it: one who sees the list of links."""
    gebruiker = User.objects.get(username="redacteur")
    gebruiker.user_permissions.add(Permission.objects.get(codename="view_linkcontrole"))
    return redacteur


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
