"""One change as people see it: the revisions of one moment, for what is deleted is kept in revisions of its own."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from reversion.models import Revision

from uitgave.vastleggen import BEGIN_VERWIJDERD, is_verwijdering


def wijzigingen() -> QuerySet[Revision]:
    """Return every change once, newest first: by the last revision of its moment, which says what it was."""
    later = Revision.objects.filter(date_created=OuterRef("date_created"), pk__gt=OuterRef("pk"))
    gevonden: QuerySet[Revision] = Revision.objects.select_related("user").filter(~Exists(later)).order_by("-pk")
    return gevonden


def delen_van(*revisies: Revision) -> QuerySet[Revision]:
    """Return all revisions of the changes that `revisies` are part of."""
    momenten = {revisie.date_created for revisie in revisies}
    delen: QuerySet[Revision] = Revision.objects.filter(date_created__in=momenten).order_by("pk")
    return delen


def toelichting(delen: Iterable[Revision]) -> str:
    """Return what is said of a change: of one that only deleted, all that it deleted."""
    delen = list(delen)
    if gezegd := [deel.comment for deel in delen if deel.comment and not is_verwijdering(deel)]:
        return str(gezegd[-1])
    weg = [deel.comment.removeprefix(BEGIN_VERWIJDERD).strip() for deel in delen if is_verwijdering(deel)]
    return f"{BEGIN_VERWIJDERD} {', '.join(weg)}" if weg else ""
