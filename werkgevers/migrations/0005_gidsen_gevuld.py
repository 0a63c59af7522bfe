"""The guides that stood in the code become rows, with their tasks and introductions, in the history too."""

from typing import Any

from django.db import migrations

from uitgave.migratiehulp import onthoud_sleutels, verander_versies, vergeet_versies, vervang
from uitgave.stappen.gidsen import GIDSEN, INLEIDING, ZOEKWOORDEN, versies


def vul(apps: Any, schema_editor: Any) -> None:
    Gids, Gidsstap, Taak, Werkgevers = _modellen(apps, schema_editor)
    teksten = Werkgevers.first()
    if teksten is None and not Gidsstap.exists():
        return  # a new site, or one without guides
    pks = {}
    for nummer, (versie, velden) in enumerate(GIDSEN.items(), start=1):
        inleiding = getattr(teksten, INLEIDING[versie], "")
        gids = Gids.create(**velden, inleiding=inleiding, zoekwoorden=ZOEKWOORDEN, volgorde=nummer)
        Taak.filter(versie=versie).update(gids=gids)
        pks[versie] = gids.pk

    onthoud_sleutels(apps, schema_editor.connection.alias, "werkgevers.gids", Gids.all())

    def taak(velden: dict[str, Any], pk: str) -> None:
        vervang(velden, "versie", gids=pks[velden["versie"]])

    verander_versies(apps, schema_editor, "werkgevers", "taak", taak)
    # Versions of the texts keep the introductions that they had: nobody reads them, but the way back does.


def leeg(apps: Any, schema_editor: Any) -> None:
    """Give tasks the name that the release before had for their guide; those of guides that it lacks go."""
    Gids, _, Taak, Werkgevers = _modellen(apps, schema_editor)
    rijen = list(Gids.order_by("volgorde", "slug").values("pk", "slug", "volledig", "voor_kandidaat", "inleiding"))
    bekend = versies(rijen)
    pks = {rij["pk"]: bekend[rij["slug"]][0] for rij in rijen if rij["slug"] in bekend}
    for pk, versie in pks.items():
        Taak.filter(gids=pk).update(versie=versie)
    Taak.filter(versie="").delete()
    inleidingen = dict(bekend.values())
    teksten = {veld: inleidingen.get(versie, "") for versie, veld in INLEIDING.items()}
    Werkgevers.update(**teksten)

    def taak(velden: dict[str, Any], pk: str) -> None:
        vervang(velden, "gids", versie=pks.get(velden["gids"], "regio"))

    def werkgevers(velden: dict[str, Any], pk: str) -> None:
        velden |= {**teksten, **velden}

    verander_versies(apps, schema_editor, "werkgevers", "taak", taak)
    verander_versies(apps, schema_editor, "werkgevers", "werkgevers", werkgevers)
    vergeet_versies(apps, schema_editor, "werkgevers", "gids")
    Taak.update(gids=None)
    Gids.delete()


def _modellen(apps: Any, schema_editor: Any) -> list[Any]:
    alias = schema_editor.connection.alias
    namen = ("Gids", "Gidsstap", "Taak", "Werkgevers")
    return [apps.get_model("werkgevers", naam).objects.using(alias).order_by() for naam in namen]


class Migration(migrations.Migration):
    dependencies = [
        ("werkgevers", "0004_gidsen"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]

    operations = [migrations.RunPython(vul, leeg)]
