from typing import Any

from django.db import migrations, models
from django.db.models import F

SOORT: dict[str, Any] = {"max_length": 30, "blank": True, "editable": False, "verbose_name": "vaste sleutel"}


def geef(apps: Any, schema_editor: Any) -> None:
    """What lasts of an edition is the number by which readers of the feed know it now."""
    apps.get_model("uitgave", "Uitgave").objects.using(schema_editor.connection.alias).update(sleutel=F("nummer"))


class Migration(migrations.Migration):
    dependencies = [("uitgave", "0013_terug_van_paginas")]

    operations = [
        migrations.AddField("uitgave", "sleutel", models.CharField(**SOORT, default=""), preserve_default=False),
        migrations.RunPython(geef, migrations.RunPython.noop),
        migrations.AlterField("uitgave", "sleutel", models.CharField(**SOORT, unique=True)),
    ]
