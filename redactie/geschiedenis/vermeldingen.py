"""In whose history each version stands, kept in a table: so the history of a row is found without reading any other.

A version stands in the history of its own row, and of the rows to which that belonged then (`hoort_bij` of its kind).
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.signals import post_migrate, post_save
from reversion.models import Revision, Version
from reversion.signals import post_revision_commit

from redactie.geschiedenis.waarden import waarden_van
from redactie.models import Vermelding
from uitgave.soort import is_inhoud, soort_van
from uitgave.vastleggen import BEGIN_VERWIJDERD

M = TypeVar("M", bound=Model)

TEGELIJK = 500  # rows that are stored together


def van(rij: Model) -> QuerySet[Vermelding]:
    """Return where the versions are named that stand in the history of `rij`."""
    gevonden: QuerySet[Vermelding] = Vermelding.objects.filter(
        content_type=ContentType.objects.get_for_model(type(rij)), object_id=str(rij.pk)
    )
    return gevonden


def veranderend(rijen: QuerySet[M], versie: str = "") -> QuerySet[M]:
    """Keep the rows whose version says something else than the one before: one of a new row, a changed one, or a row
    that was deleted or restored. `versie` leads from such a row to its version.

    The rows that belong to a row that is saved get a version each time too.
    """
    velden = ("db", "content_type", "object_id")
    zelfde = Version.objects.filter(**{veld: OuterRef(f"{versie}{veld}") for veld in velden})
    eerder = zelfde.filter(pk__lt=OuterRef(f"{versie}pk")).order_by("-pk")
    erbij = {
        "vorige": Subquery(eerder.values("serialized_data")[:1]),
        "toen": Subquery(eerder.values("revision__comment")[:1]),
    }
    anders = Q(vorige=None) | ~Q(vorige=F(f"{versie}serialized_data"))
    weg = Q(**{f"{versie}revision__comment__startswith": BEGIN_VERWIJDERD}) | Q(toen__startswith=BEGIN_VERWIJDERD)
    gevonden: QuerySet[M] = rijen.annotate(**erbij).filter(anders | weg)
    return gevonden


def onthoud(versies: Iterable[Version]) -> None:
    """Note in whose history `versies` stand; what was noted already stays."""
    nieuw = (
        Vermelding(versie=versie, content_type_id=soort, object_id=pk)
        for versie in versies
        for soort, pk in _rijen(versie)
    )
    Vermelding.objects.bulk_create(nieuw, batch_size=TEGELIJK, ignore_conflicts=True)


def onthoud_rest() -> None:
    """Note it of all versions that have nothing noted: those of an earlier release."""
    zonder = Version.objects.filter(~Exists(Vermelding.objects.filter(versie=OuterRef("pk")))).order_by("pk")
    while versies := list(zonder[:TEGELIJK]):
        onthoud(versies)


def volg() -> None:
    """From now on, note it of each version that is stored, and of older ones whenever the database is migrated."""
    post_revision_commit.connect(_na_wijziging)
    post_save.connect(_na_versie, sender=Version)
    post_migrate.connect(_na_migratie)


def _na_wijziging(revision: Revision, versions: Iterable[Version], **_: Any) -> None:
    """Forget what was no change: somebody saved a page as it was. What was only deleted has a revision of its own."""
    samen = Revision.objects.filter(date_created=revision.date_created).exclude(pk=revision.pk)
    if samen.exists() or veranderend(revision.version_set.all()).exists():
        onthoud(versions)
    else:
        revision.delete()


def _na_versie(instance: Version, **_: Any) -> None:
    onthoud([instance])


def _na_migratie(app_config: Any, **_: Any) -> None:
    """Called after all migrations, for each app; on the way back the table may be gone by then."""
    if app_config.name == "redactie" and Vermelding._meta.db_table in connection.introspection.table_names():
        onthoud_rest()


def _rijen(versie: Version) -> Iterator[tuple[int, str]]:
    yield versie.content_type_id, versie.object_id
    model = ContentType.objects.get_for_id(versie.content_type_id).model_class()
    if model and is_inhoud(model) and (ouders := soort_van(model).ouders):
        waarden = waarden_van(versie)
        for ouder in ouders:
            if (pk := waarden.get(ouder.name)) is not None:
                yield ContentType.objects.get_for_model(ouder.related_model).pk, str(pk)
