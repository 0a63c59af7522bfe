"""Every change of content on record: who, when, old and new; and back to what was.

django-reversion keeps a version of each row at each change. This module says which rows belong
together, makes every change one transaction under one lock, and keeps the last state of what is deleted.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import reversion
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from functies.models import (
    Beroepsvereiste,
    Competentie,
    Doorgroei,
    Functie,
    FunctieOpleiding,
    Ontwikkelpad,
    Synoniem,
    Werkveld,
    Zijpad,
)
from opleidingen.models import Aanbieder, Opleiding
from verhalen.models import Verhaal

# All rows that editors change, each with the relations that come along: they are edited, deleted
# and restored together with it.
INHOUD: dict[type[Model], tuple[str, ...]] = {
    Ontwikkelpad: (),
    Werkveld: (),
    Beroepsvereiste: (),
    Competentie: (),
    Aanbieder: (),
    Opleiding: (),
    Functie: ("opleidingslinks", "vervolg", "vooraf", "zijpaden"),
    FunctieOpleiding: (),
    Doorgroei: (),
    Zijpad: (),
    Verhaal: (),
    Synoniem: (),
}


VERWIJDERD = "Verwijderd:"


def registreer() -> None:
    """Tell django-reversion which models have a history."""
    for model, mee in INHOUD.items():
        reversion.register(model, follow=mee)


@contextmanager
def vastleggen(gebruiker: AbstractBaseUser | AnonymousUser | None, toelichting: str = "") -> Iterator[None]:
    """Make what happens inside one change: whole or not at all, alone, and on record.

    There is one lock for all content, so whatever was read inside still holds when it is written.
    """
    with transaction.atomic(), reversion.create_revision():
        ContentType.objects.select_for_update().get(app_label="functies", model="ontwikkelpad")
        if gebruiker is not None and gebruiker.is_authenticated:
            reversion.set_user(gebruiker)
        reversion.set_comment(toelichting)
        yield


def verwijder(rij: Model, gebruiker: AbstractBaseUser | AnonymousUser | None) -> None:
    """Delete `rij` with what comes along, and keep its last state so that it can be brought back."""
    with transaction.atomic():
        with vastleggen(gebruiker, f"{VERWIJDERD} {rij}"):
            reversion.add_to_revision(rij)
        rij.delete()
