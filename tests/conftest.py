"""What all tests share: the real content, small makers for other content, and editors."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.test import Client

from functies.models import Doorgroei, Functie, Ontwikkelpad, Werkveld
from ontwikkelpad.fixtures import APPS, laad
from ontwikkelpad.huidig import huidig
from ontwikkelpad.pad import Pad
from ontwikkelpad.publiceren import bouw, publiceer
from opleidingen.models import Opleiding

BEWIJS = {"bron": "Een bron.", "gecontroleerd_op": date(2026, 1, 1)}


@pytest.fixture(autouse=True)
def geen_uitgave_van_een_ander() -> Iterator[None]:
    """Every test starts and ends without a served edition."""
    huidig.pad = None
    yield
    huidig.pad = None


@pytest.fixture
def inhoud(db: None) -> Pad:
    """The content of the fixtures, published as its first edition."""
    laad(settings.FIXTURES)
    huidig.ververs()
    assert huidig.pad is not None
    return huidig.pad


@pytest.fixture
def ontwikkelpad(db: None) -> Ontwikkelpad:
    """The row with the texts of the site, each text naming its field."""
    teksten = {veld.name: f"de {veld.name}" for veld in Ontwikkelpad._meta.fields if veld.name != "id"}
    links = {naam: "https://www.example.org/" for naam in teksten if naam.endswith("_url")}
    return Ontwikkelpad.objects.create(**(teksten | links))


@pytest.fixture
def maak_functie(ontwikkelpad: Ontwikkelpad) -> Callable[..., Functie]:
    def maak(naam: str, **velden: Any) -> Functie:
        werkveld, _ = Werkveld.objects.get_or_create(
            slug="praktijk", defaults={"naam": "Praktijk", "kleur": "groen", "volgorde": 1}
        )
        standaard = {
            "slug": naam.lower().replace(" ", "-"),
            "niveau": 4,
            "werkveld": werkveld,
            "samenvatting": "Je werkt.",
        }
        return Functie.objects.create(naam=naam, **{**standaard, "omschrijving": "Je werkt hier.", **BEWIJS, **velden})

    return maak


@pytest.fixture
def maak_stap() -> Callable[..., Doorgroei]:
    def maak(van: Functie, naar: Functie, **velden: Any) -> Doorgroei:
        return Doorgroei.objects.create(van=van, naar=naar, **{"soort": "doorstroom", **BEWIJS, **velden})

    return maak


@pytest.fixture
def maak_opleiding(db: None) -> Callable[..., Opleiding]:
    def maak(naam: str, **velden: Any) -> Opleiding:
        standaard = {"slug": naam.lower().replace(" ", "-"), "niveau": 4, "erkenning": "overheid"}
        return Opleiding.objects.create(naam=naam, **{**standaard, **BEWIJS, **velden})

    return maak


@pytest.fixture
def publiceer_nu(db: None) -> Callable[[str], Pad]:
    """Publish the working copy under a number, and serve it."""

    def nu(nummer: str) -> Pad:
        publiceer(bouw(), nummer, date(2026, 2, 6), "Nieuwe inhoud.")
        huidig.ververs()
        assert huidig.pad is not None
        return huidig.pad

    return nu


@pytest.fixture
def beheerder(db: None) -> Client:
    """A client logged in as somebody who may do everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("beheerder"))
    return client


@pytest.fixture
def redacteur(db: None) -> Client:
    """A client logged in as an editor who may change content but not publish."""
    gebruiker = User.objects.create_user("redacteur", is_staff=True)
    inhoud = Permission.objects.filter(content_type__app_label__in=APPS)
    gebruiker.user_permissions.set(inhoud.exclude(codename="publiceren"))
    client = Client()
    client.force_login(gebruiker)
    return client
