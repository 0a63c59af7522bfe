"""What the desk keeps beside a row of content, such as a note: it is never published, and goes when the row goes."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import post_delete

from uitgave.soort import soorten


def iemand(naam: str) -> Any:
    """Return a field with an editor, or with nobody: an account that goes takes nothing along."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=naam
    )


class BijRijQuerySet(models.QuerySet):
    """What stands beside rows, found by row."""

    def van(self, rij: models.Model) -> "BijRijQuerySet":
        return self.filter(content_type=soort_id(type(rij)), object_id=str(rij.pk))


class BijRij(models.Model):
    """Something beside a row. The database does not hold on to the row: a migration of another app may take it away."""

    content_type = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", db_constraint=False, verbose_name="soort"
    )
    content_type_id: int
    object_id = models.CharField("rij", max_length=191, blank=True)

    objects = BijRijQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def plek(self) -> tuple[int, str]:
        """Which row this is beside, as `plek_van` gives it."""
        return self.content_type_id, self.object_id


def soort_id(model: type[models.Model]) -> int:
    """Return the number by which the database knows a model."""
    return ContentType.objects.get_for_model(model).pk


def plek_van(rij: models.Model) -> tuple[int, str]:
    """Return what tells a row from all others, of whatever kind."""
    return soort_id(type(rij)), str(rij.pk)


def ga_mee() -> None:
    """From now on, let what stands beside a row go with it, along whichever way the row goes."""
    for soort in soorten():
        post_delete.connect(_ga_mee, sender=soort.model)


def _ga_mee(instance: Any, **_: Any) -> None:
    for model in BijRij.__subclasses__():
        BijRijQuerySet(model).van(instance).delete()
