"""Every change of content on record: who, when, old and new.

django-reversion keeps a version of each row at each change. This module says which rows belong
together, makes every change one transaction under one lock, and keeps the last state of whatever
is deleted, along any way: a page, a list, a row inside a page, an import.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

import reversion
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Max, Model
from django.db.models.signals import pre_delete
from django.utils import timezone
from reversion.models import Revision, Version

from uitgave.models import Uitgave
from uitgave.soort import soorten
from uitgave.tekst import schoon

T = TypeVar("T")

Gebruiker = AbstractBaseUser | AnonymousUser | None

BEGIN_VERWIJDERD = "Verwijderd:"  # how the toelichting of a deletion begins


@dataclass
class Verwijdering:
    """Deletions that belong together: those of one `verwijder`, or the rest of one `vastleggen`."""

    naam: str = ""  # what the editor deleted; the rest came along
    revisie: Revision | None = None


_verwijdering: ContextVar[Verwijdering | None] = ContextVar("verwijdering", default=None)


def volg_alles() -> None:
    """Give every model of content a history, deletions included."""
    for soort in soorten():
        reversion.register(soort.model, follow=soort.relaties)
        pre_delete.connect(_bewaar_laatste_stand, sender=soort.model)


@contextmanager
def alleen() -> Iterator[None]:
    """Hold the one lock for all content, in a transaction: what is read inside still holds when it is written."""
    with transaction.atomic():
        ContentType.objects.select_for_update().get(app_label="uitgave", model="uitgave")
        yield


@contextmanager
def vastleggen(gebruiker: Gebruiker, toelichting: str = "") -> Iterator[None]:
    """Make what happens inside one change: whole or not at all, alone, and on record."""
    with alleen(), reversion.create_revision(), _samen():
        if gebruiker is not None and gebruiker.is_authenticated:
            reversion.set_user(gebruiker)
        reversion.set_comment(schoon(toelichting, een_regel=True))
        yield


@contextmanager
def proef() -> Iterator[None]:
    """Let what happens inside be tried, alone: none of it stays, so none of it is written down."""
    with alleen(), reversion.create_revision(manage_manually=True), _samen():
        yield
        transaction.set_rollback(True)


def stand() -> tuple[Any, Any]:
    """Return what is another once content changed or an edition was published."""
    return Version.objects.aggregate(Max("pk"))["pk__max"], Uitgave.objects.aggregate(Max("pk"))["pk__max"]


def van_een_moment(lees: Callable[[], T]) -> T:
    """Return what `lees` reads, all of it of one moment, while others save; alone only when they keep on saving."""
    for _ in range(2):
        begin, gelezen = stand(), lees()
        if stand() == begin:
            return gelezen
    with alleen():
        return lees()


def is_verwijdering(revisie: Revision) -> bool:
    """True for a change that only took rows away."""
    return bool(revisie.comment.startswith(BEGIN_VERWIJDERD))


def verwijder(rij: Model, gebruiker: Gebruiker) -> None:
    """Delete `rij` with what comes along; all of it can be brought back together."""
    wijziging = nullcontext() if reversion.is_active() else vastleggen(gebruiker)
    with wijziging, _samen(str(rij)):
        rij.delete()


@contextmanager
def _samen(naam: str = "") -> Iterator[None]:
    teken = _verwijdering.set(Verwijdering(naam))
    try:
        yield
    finally:
        _verwijdering.reset(teken)


def _bewaar_laatste_stand(sender: type[Model], instance: Any, **_: Any) -> None:
    """Keep the row as it is just before it goes, in a revision that says who deleted it."""
    Version.objects.create(
        revision=_revisie(_verwijdering.get() or Verwijdering(), str(instance)),
        object_id=str(instance.pk),
        content_type=ContentType.objects.get_for_model(sender),
        db=DEFAULT_DB_ALIAS,
        format="json",
        serialized_data=serializers.serialize("json", [instance]),
        object_repr=str(instance),
    )


def _revisie(verwijdering: Verwijdering, naam: str) -> Revision:
    """Return the revision of this deletion, which names what was deleted.

    All revisions of one `vastleggen` are of the same moment, and no others are: by that they are one change.
    """
    if verwijdering.revisie is None:
        verwijdering.revisie = Revision.objects.create(
            date_created=reversion.get_date_created() if reversion.is_active() else timezone.now(),
            user=reversion.get_user() if reversion.is_active() else None,
            comment=f"{BEGIN_VERWIJDERD} {verwijdering.naam or naam}",
        )
    elif not verwijdering.naam:
        verwijdering.revisie.comment += f", {naam}"
        verwijdering.revisie.save(update_fields=["comment"])
    return verwijdering.revisie
