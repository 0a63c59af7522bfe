"""Editions and loaded fixtures move to the app `uitgave`, the texts of the site to `ontwikkelpad`.

The tables get another name and keep their rows. Content types move along, and with them every permission,
personal ones too, and every line of the log and of the history. Inside the stored versions of the history the
name of the model changes as well. All of it can be undone.
"""

from typing import Any

from django.db import migrations
from django.db.models import F, Value
from django.db.models.functions import Replace

VERHUISD = {"uitgave": "uitgave", "geladenfixture": "uitgave", "ontwikkelpad": "ontwikkelpad"}  # model: its new app


def verhuis(apps: Any, schema_editor: Any) -> None:
    for model, app in VERHUISD.items():
        _hernoem(apps, schema_editor, model, "functies", app)
    _wie_functies_zag_ziet_de_uitgaven(apps, schema_editor)


def verhuis_terug(apps: Any, schema_editor: Any) -> None:
    for model, app in VERHUISD.items():
        _hernoem(apps, schema_editor, model, app, "functies")


def _hernoem(apps: Any, schema_editor: Any, model: str, van: str, naar: str) -> None:
    ContentType, Version = apps.get_model("contenttypes", "ContentType"), apps.get_model("reversion", "Version")
    soorten = ContentType.objects.using(schema_editor.connection.alias)
    soort = soorten.filter(app_label=van, model=model).first()
    if soort is None:  # a new site: its content types are yet to come
        return
    soorten.filter(app_label=naar, model=model).delete()
    soorten.filter(pk=soort.pk).update(app_label=naar)
    oud, nieuw = (Value(f'"model": "{app}.{model}"') for app in (van, naar))
    versies = Version.objects.using(schema_editor.connection.alias).filter(content_type=soort.pk)
    versies.update(serialized_data=Replace(F("serialized_data"), oud, nieuw))


def _wie_functies_zag_ziet_de_uitgaven(apps: Any, schema_editor: Any) -> None:
    """Who may see the desk is now said by the permission to see editions; until now it was that to see functies."""
    Permission = apps.get_model("auth", "Permission")
    rechten = Permission.objects.using(schema_editor.connection.alias)
    oud = rechten.filter(content_type__app_label="functies", codename="view_functie").first()
    nieuw = rechten.filter(content_type__app_label="uitgave", codename="view_uitgave").first()
    if oud and nieuw:
        for groep in oud.group_set.all():
            groep.permissions.add(nieuw)
        for gebruiker in oud.user_set.all():
            gebruiker.user_permissions.add(nieuw)


class Migration(migrations.Migration):
    dependencies = [
        ("functies", "0004_stap"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reversion", "0001_squashed_0004_auto_20160611_1202"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable("Uitgave", "uitgave_uitgave"),
                migrations.AlterModelTable("GeladenFixture", "uitgave_geladenfixture"),
                migrations.AlterModelTable("Ontwikkelpad", "ontwikkelpad_ontwikkelpad"),
            ],
            state_operations=[
                migrations.DeleteModel("Uitgave"),
                migrations.DeleteModel("GeladenFixture"),
                migrations.DeleteModel("Ontwikkelpad"),
            ],
        ),
        migrations.RunPython(verhuis, verhuis_terug),
    ]
