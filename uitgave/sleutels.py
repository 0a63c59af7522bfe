"""The lasting key of a row: what it is known by, whatever its name and address become.

A row gets it when it is first saved, and keeps it. A key is given once: never again to another row of its kind,
for the editions go on holding it. Editions from before there were keys are lifted with `van_tekst` and `vrij` too
(see `stappen/sleutels.py`): these two must always give what they give now.
"""

from collections.abc import Callable
from hashlib import sha256
from itertools import count
from typing import Any

from django.db.models import Model
from django.db.models.signals import pre_save
from django.utils.text import slugify

from uitgave.soort import soort_van, soorten

LANGSTE_TEKST = 80  # characters of a key that is made of what a row says


def van_tekst(*delen: str) -> str:
    """Return a key made of what a row says. What is too long is cut; a fingerprint keeps two apart that begin alike."""
    kern = "-".join(filter(None, map(slugify, delen))) or "rij"
    if len(kern) <= LANGSTE_TEKST:
        return kern
    vingerafdruk = sha256(kern.encode()).hexdigest()[:8]
    return f"{kern[: LANGSTE_TEKST - 9].strip('-')}-{vingerafdruk}"


def vrij(kern: str, bezet: Callable[[str], bool]) -> str:
    """Return `kern`, with a number behind it where that is taken."""
    nummers = (kern if nummer == 1 else f"{kern}-{nummer}" for nummer in count(1))
    return next(sleutel for sleutel in nummers if not bezet(sleutel))


def geef_sleutels() -> None:
    """See to it that every row that should have a key gets one, however it is saved."""
    for soort in soorten():
        if soort.met_sleutel:
            pre_save.connect(_geef, sender=soort.model)


def _geef(sender: type[Model], instance: Any, **_: Any) -> None:
    """Give a row its key: the one that it has in the database, that it brings along, or a new one."""
    from uitgave.models import GegevenSleutel  # the models of this app are there only when Django has started

    gegeven = GegevenSleutel.objects.filter(soort=sender._meta.label_lower)
    if instance.pk is not None:
        eigen = sender._base_manager.filter(pk=instance.pk).values_list("sleutel", flat=True).first()
        instance.sleutel = eigen or instance.sleutel
    if not instance.sleutel:
        instance.sleutel = vrij(_kern(instance), lambda sleutel: gegeven.filter(sleutel=sleutel).exists())
    GegevenSleutel.objects.get_or_create(soort=sender._meta.label_lower, sleutel=instance.sleutel)


def _kern(rij: Any) -> str:
    """Return what the key of a row is made of: its slug, or what it says, with the key of its parent in front."""
    if hasattr(rij, "slug"):
        return str(rij.slug)
    waarden = [getattr(rij, veld) for veld in soort_van(type(rij)).uniek]
    return van_tekst(*(getattr(deel, "sleutel", str(deel)) for deel in waarden))
