"""An aanbieder is published with its slug from now on, and editions from before then get one made of the name.

So that a published aanbieder stays the same one, its row gets the slug that those editions give it (see
`uitgave/schema.py`). Nobody saw the old one: it stood in no edition, no file and no address.
"""

from itertools import chain, count
from typing import Any

from django.db import migrations
from django.utils.text import slugify


def geef_slugs(apps: Any, schema_editor: Any) -> None:
    Aanbieder, Opleiding = (apps.get_model("opleidingen", naam) for naam in ("Aanbieder", "Opleiding"))
    alias = schema_editor.connection.alias
    opleidingen = sorted(Opleiding.objects.using(alias).prefetch_related("aanbieders"), key=lambda o: o.naam.casefold())
    gebruikt = chain.from_iterable(sorted(opleiding.aanbieders.all(), key=_orde) for opleiding in opleidingen)
    alle = sorted(Aanbieder.objects.using(alias).all(), key=_orde)
    rijen = list({rij.pk: rij for rij in chain(gebruikt, alle)}.values())
    slugs: set[str] = set()
    for rij in rijen:
        kern = slugify(rij.naam)[:140].strip("-") or "aanbieder"
        rij.slug = next(s for n in count(1) if (s := kern if n == 1 else f"{kern}-{n}") not in slugs)
        slugs.add(rij.slug)
    anders = [rij for rij in rijen if rij.slug != Aanbieder.objects.using(alias).get(pk=rij.pk).slug]
    for rij in anders:  # two rows may exchange theirs
        Aanbieder.objects.using(alias).filter(pk=rij.pk).update(slug=f"~{rij.pk}")
    for rij in anders:
        Aanbieder.objects.using(alias).filter(pk=rij.pk).update(slug=rij.slug)


def _orde(rij: Any) -> tuple[str, str, str, str]:
    return rij.naam.casefold(), rij.naam, rij.url, rij.toelichting


class Migration(migrations.Migration):
    dependencies = [("opleidingen", "0002_help_teksten")]

    operations = [migrations.RunPython(geef_slugs, migrations.RunPython.noop)]
