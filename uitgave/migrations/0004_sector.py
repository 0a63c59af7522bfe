"""A site remembers its sector, and what was loaded is called after that: "huisartsenzorg/0001_opleidingen.json".

Releases up to 1.2 loaded whatever stood in `fixtures/`. A site is of the sector that came with them when the file with
its functies was loaded and most of those functies are still there. Every other site that has something keeps to
itself: nothing more is loaded into it. On the way back the older release finds its names again; into a site that is
not of its sector it loads nothing either.
"""

from typing import Any

from django.db import migrations, models
from django.db.models import Q

SECTOR, GEEN = "huisartsenzorg", "geen"
FUNCTIES_IN = "0002_functies.json"
BESTANDEN = (
    *("0001_opleidingen.json", FUNCTIES_IN, "0003_verhalen.json"),
    *("0004_synoniemen.json", "0005_zij_instroom.json", "0006_gesprek.json"),
)
FUNCTIES = {
    *("doktersassistent", "leidinggevend-doktersassistent", "triagist", "leidinggevend-triagist"),
    *("praktijkondersteuner-ggz", "praktijkondersteuner-huisartsenzorg", "praktijkverpleegkundige-huisartsenzorg"),
    *("physician-assistant", "verpleegkundig-specialist", "praktijkmanager", "locatiemanager"),
}


def onthoud(apps: Any, schema_editor: Any) -> None:
    geladen, sectoren, functies, uitgaven = _tabellen(apps, schema_editor)
    namen, slugs = set(geladen.values_list("naam", flat=True)), set(functies.values_list("slug", flat=True))
    if not (namen or slugs or uitgaven.exists()):  # a new site
        return
    eerder = {naam.partition("/")[0] for naam in namen if "/" in naam}  # it went back and came again
    ons = FUNCTIES_IN in namen and len(slugs & FUNCTIES) * 2 > len(FUNCTIES)
    sectoren.create(id=1, naam=min(eerder) if eerder else SECTOR if ons else GEEN)
    if ons and not eerder:
        for rij in geladen.filter(naam__in=BESTANDEN):
            geladen.filter(pk=rij.pk).update(naam=f"{SECTOR}/{rij.naam}")


def vergeet(apps: Any, schema_editor: Any) -> None:
    geladen, sectoren, _, _ = _tabellen(apps, schema_editor)
    if sectoren.filter(naam=SECTOR).exists():
        for rij in geladen.filter(naam__startswith=f"{SECTOR}/"):
            geladen.filter(pk=rij.pk).update(naam=rij.naam.removeprefix(f"{SECTOR}/"))
    elif sectoren.exists():
        geladen.bulk_create([geladen.model(naam=naam) for naam in BESTANDEN], ignore_conflicts=True)


def _tabellen(apps: Any, schema_editor: Any) -> list[Any]:
    namen = ("uitgave.GeladenFixture", "uitgave.Sector", "functies.Functie", "uitgave.Uitgave")
    return [apps.get_model(naam).objects.using(schema_editor.connection.alias) for naam in namen]


class Migration(migrations.Migration):
    dependencies = [("uitgave", "0003_breekwoorden")]

    operations = [
        migrations.CreateModel(
            name="Sector",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=40, verbose_name="sector")),
                (
                    "laadfout",
                    models.TextField(
                        blank=True, default="", verbose_name="waarom nieuwe bestanden niet konden worden ingelezen"
                    ),
                ),
            ],
            options={
                "verbose_name": "sector",
                "verbose_name_plural": "sectoren",
                "constraints": [models.CheckConstraint(condition=Q(id=1), name="sector_een_rij")],
            },
        ),
        migrations.RunPython(onthoud, vergeet),
    ]
