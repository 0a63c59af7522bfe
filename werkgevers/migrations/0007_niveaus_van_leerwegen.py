"""A leerweg says at which levels one can learn that way; those of our sector that every site has get theirs."""

from typing import Any

from django.db import migrations, models

SECTOR = "huisartsenzorg"
MBO = ("mbo-1", "mbo-2", "mbo-3", "mbo-4")
NIVEAUS = {"bol": MBO, "bbl": MBO, "duaal": ("associate-degree", "hbo-bachelor", "hbo-master")}


def vul(apps: Any, schema_editor: Any) -> None:
    namen = ("uitgave.Sector", "werkgevers.Leerweg", "opleidingen.Niveau")
    sectoren, leerwegen, niveaus = (
        apps.get_model(naam).objects.using(schema_editor.connection.alias).order_by() for naam in namen
    )
    if sectoren.filter(naam=SECTOR).exists():
        for leerweg in leerwegen.filter(slug__in=NIVEAUS):
            leerweg.niveaus.set(niveaus.filter(slug__in=NIVEAUS[leerweg.slug]))


class Migration(migrations.Migration):
    dependencies = [
        ("opleidingen", "0006_niveaus"),
        ("uitgave", "0004_sector"),
        ("werkgevers", "0006_gidsen_klaar"),
    ]

    operations = [
        migrations.AddField(
            model_name="leerweg",
            name="niveaus",
            field=models.ManyToManyField(
                blank=True,
                help_text="Op welke niveaus kun je zo leren? Bezoekers zien de leerweg alleen bij opleidingen daarvan. Kies er geen als het op elk niveau kan.",
                related_name="leerwegen",
                to="opleidingen.niveau",
                verbose_name="niveaus",
            ),
        ),
        migrations.AlterField(
            model_name="leerweg",
            name="contract",
            field=models.CharField(
                blank=True,
                help_text="Welk contract hoort erbij, en krijg je loon? Eén korte zin. Laat leeg als je dat niet weet.",
                max_length=200,
                verbose_name="contract en loon",
            ),
        ),
        migrations.AlterField(
            model_name="leerweg",
            name="school",
            field=models.CharField(
                blank=True,
                help_text="Hoeveel tijd ben je op school? Eén korte zin. Laat leeg als je dat niet weet.",
                max_length=200,
                verbose_name="op school",
            ),
        ),
        migrations.AlterField(
            model_name="leerweg",
            name="werk",
            field=models.CharField(
                blank=True,
                help_text="Hoeveel tijd werk je? Eén korte zin. Laat leeg als je dat niet weet.",
                max_length=200,
                verbose_name="op het werk",
            ),
        ),
        migrations.RunPython(vul, migrations.RunPython.noop),
    ]
