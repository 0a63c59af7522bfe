"""A guide becomes a row. First the room for it, beside what there was."""

import django.db.models.deletion
from django.db import migrations, models

import uitgave.inhoud
import uitgave.volgorde
import werkgevers.models

INLEIDINGEN = ("gids_inleiding", "gids_huisarts", "gids_kandidaat")


class Migration(migrations.Migration):
    dependencies = [("werkgevers", "0003_volgorde")]

    operations = [
        migrations.CreateModel(
            name="Gids",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sleutel",
                    models.SlugField(
                        blank=True, editable=False, max_length=160, unique=True, verbose_name="vaste sleutel"
                    ),
                ),
                ("naam", models.CharField("naam", max_length=80, help_text="Hooguit acht woorden, zonder punt.")),
                (
                    "slug",
                    models.SlugField(
                        "deel van het webadres",
                        max_length=80,
                        unique=True,
                        validators=[werkgevers.models.controleer_adres_van_gids],
                        help_text="Dit staat in het webadres. Je mag het veranderen. "
                        "Een adres dat al gepubliceerd is, blijft werken, ook op papier.",
                    ),
                ),
                (
                    "voor",
                    models.CharField(
                        "voor wie",
                        max_length=80,
                        help_text="Voor wie is deze gids? Met een kleine letter, zoals ‘één werkgever’.",
                    ),
                ),
                (
                    "inleiding",
                    uitgave.inhoud.TekstField(
                        "inleiding",
                        blank=True,
                        help_text="Voor wie is deze gids, en wat staat erin? Schrijf korte zinnen, van ongeveer tien woorden. Een "
                        "lege regel begint een nieuwe alinea.",
                    ),
                ),
                (
                    "volledig",
                    models.BooleanField(
                        "alle stappen en de planning",
                        default=False,
                        help_text="Zet dit aan voor de hele gids. Staat het uit? Dan zie je alleen stappen met een "
                        "taak voor deze gids.",
                    ),
                ),
                (
                    "voor_kandidaat",
                    models.BooleanField(
                        "spreekt de kandidaat aan",
                        default=False,
                        help_text="Zet dit aan als de kandidaat deze gids leest. De beginpagina van de site verwijst "
                        "er dan naar.",
                    ),
                ),
                (
                    "zoekwoorden",
                    models.CharField(
                        "zoekwoorden",
                        max_length=200,
                        blank=True,
                        help_text="Waar gaat de gids over? Met deze woorden vinden bezoekers hem. Zet er een komma "
                        "tussen.",
                    ),
                ),
                (
                    "volgorde",
                    models.PositiveSmallIntegerField(
                        "volgorde", default=100, help_text="Een lager getal staat hoger in de lijst."
                    ),
                ),
                (
                    "zichtbaar",
                    models.BooleanField(
                        "zichtbaar",
                        default=True,
                        help_text="Zet dit uit als bezoekers deze gids niet mogen zien. De gids blijft wel bewaard.",
                    ),
                ),
            ],
            options={
                "verbose_name": "gids",
                "verbose_name_plural": "gidsen",
                "ordering": ["volgorde", uitgave.volgorde.Volgorde("naam")],
            },
        ),
        migrations.AddField(
            "taak",
            "gids",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="taken",
                null=True,
                to="werkgevers.gids",
                verbose_name="gids",
                help_text="In welke gids staat deze taak? Zonder taken staat een stap niet in een korte gids.",
            ),
        ),
        # What goes is empty for a moment, on the way back.
        migrations.RemoveConstraint("taak", "taak_eenmaal"),
        migrations.AlterField("taak", "versie", models.CharField(max_length=10, default="")),
        *(migrations.AlterField("werkgevers", veld, models.TextField(default="")) for veld in INLEIDINGEN),
    ]
