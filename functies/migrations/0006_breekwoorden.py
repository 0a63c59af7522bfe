"""The | goes out of the names on the map; the words in which it stood go to the list that says where words break.

In the history too. On the way back the names get it again from that list.
"""

from collections.abc import Callable
from typing import Any

from django.db import migrations, models

import functies.models
from uitgave.migratiehulp import verander_versies
from uitgave.stappen.breekwoorden import met_strepen, woorden_in


def haal_strepen_weg(apps: Any, schema_editor: Any) -> None:
    Functie, Breekwoord = apps.get_model("functies", "Functie"), apps.get_model("ontwikkelpad", "Breekwoord")
    alias = schema_editor.connection.alias
    namen = Functie.objects.using(alias).values_list("kaartnaam", flat=True)
    rijen = [Breekwoord(woord=woord, delen=delen) for woord, delen in woorden_in(namen).items()]
    Breekwoord.objects.using(alias).bulk_create(rijen)
    _hernoem(apps, schema_editor, lambda naam: naam.replace("|", ""))


def zet_strepen_terug(apps: Any, schema_editor: Any) -> None:
    Breekwoord = apps.get_model("ontwikkelpad", "Breekwoord")
    woorden = dict(Breekwoord.objects.using(schema_editor.connection.alias).values_list("woord", "delen"))
    _hernoem(apps, schema_editor, lambda naam: met_strepen(naam, woorden))


def _hernoem(apps: Any, schema_editor: Any, hernoem: Callable[[str], str]) -> None:
    def verander(velden: dict[str, Any], pk: str) -> None:
        velden["kaartnaam"] = hernoem(velden["kaartnaam"])

    functies_ = apps.get_model("functies", "Functie").objects.using(schema_editor.connection.alias)
    for pk, naam in functies_.values_list("pk", "kaartnaam"):
        functies_.filter(pk=pk).update(kaartnaam=hernoem(naam))
    verander_versies(apps, schema_editor, "functies", "functie", verander)


class Migration(migrations.Migration):
    dependencies = [
        ("functies", "0005_verhuisd"),
        ("ontwikkelpad", "0002_breekwoorden"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reversion", "0001_squashed_0004_auto_20160611_1202"),
    ]

    operations = [
        migrations.RunPython(haal_strepen_weg, zet_strepen_terug),
        migrations.AlterField(
            model_name="functie",
            name="kaartnaam",
            field=models.CharField(
                blank=True,
                help_text="Leeg: de gewone naam. Waar een woord mag afbreken, staat bij ‘Lange woorden’.",
                max_length=60,
                validators=[functies.models.zonder_streep],
                verbose_name="naam op de kaart",
            ),
        ),
    ]
