"""The words in the menu, which stood in the texts of the site, become rows: one for each page that every site has."""

from typing import Any

from django.db import migrations, models

from uitgave.stappen.paginas import VELDEN, rijen


def naar_rijen(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    Pagina = apps.get_model("ontwikkelpad.Sitepagina")
    for site in apps.get_model("ontwikkelpad.Ontwikkelpad").objects.using(alias).values(*VELDEN.values()):
        nieuw = (Pagina(volgorde=10 * nummer, **rij) for nummer, rij in enumerate(rijen(site), 1))
        Pagina.objects.using(alias).bulk_create(nieuw)


def naar_velden(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    woorden = dict(apps.get_model("ontwikkelpad.Sitepagina").objects.using(alias).values_list("pagina", "naam"))
    nieuw = {veld: woorden[code] for code, veld in VELDEN.items() if code in woorden}
    if nieuw:
        apps.get_model("ontwikkelpad.Ontwikkelpad").objects.using(alias).update(**nieuw)


class Migration(migrations.Migration):
    dependencies = [
        ("ontwikkelpad", "0007_verklaringen"),
    ]

    operations = [
        migrations.CreateModel(
            name="Sitepagina",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pagina",
                    models.CharField(
                        choices=[
                            ("beginnen", "Zo begin je"),
                            ("functies", "Functies"),
                            ("opleidingen", "Opleidingen"),
                            ("verhalen", "Verhalen"),
                            ("werkgevers", "Voor werkgevers"),
                            ("kaart", "Kaart"),
                            ("routes", "Routes"),
                            ("vergelijken", "Vergelijken"),
                            ("passen", "Wat past bij mij?"),
                            ("begrippen", "Begrippen"),
                            ("artikelen", "Artikelen"),
                            ("antwoorden", "Vragen"),
                            ("niveaus", "Niveaus"),
                            ("sector", "De sector in cijfers"),
                            ("over", "Over deze site"),
                            ("data", "Open data"),
                            ("privacy", "Privacy"),
                            ("toegankelijkheid", "Toegankelijkheid"),
                        ],
                        error_messages={"unique": "Deze pagina staat er al. Verander die, of kies een andere pagina."},
                        help_text="Elke pagina staat hier één keer.",
                        max_length=20,
                        unique=True,
                        verbose_name="pagina",
                    ),
                ),
                (
                    "naam",
                    models.CharField(
                        help_text="Zo heet de pagina in menu en voet. Eén of twee woorden.",
                        max_length=30,
                        verbose_name="woord",
                    ),
                ),
                (
                    "kop",
                    models.CharField(
                        blank=True,
                        help_text="Hooguit acht woorden. Leeg: de kop die de pagina van zichzelf heeft.",
                        max_length=80,
                        verbose_name="kop boven de pagina",
                    ),
                ),
                (
                    "plek",
                    models.CharField(
                        choices=[
                            ("menu", "bovenaan, in het menu"),
                            ("voet", "onderaan elke pagina"),
                            ("nergens", "nergens"),
                        ],
                        help_text="In het menu passen hooguit vijf pagina’s.",
                        max_length=8,
                        verbose_name="waar",
                    ),
                ),
                (
                    "volgorde",
                    models.PositiveSmallIntegerField(
                        default=100,
                        help_text="Een lager getal staat meer vooraan. Dat geldt in het menu en onderaan.",
                        verbose_name="volgorde",
                    ),
                ),
            ],
            options={
                "verbose_name": "pagina van de site",
                "verbose_name_plural": "pagina’s van de site",
                "ordering": ["volgorde", "pagina"],
            },
        ),
        migrations.RunPython(naar_rijen, naar_velden),
        *(migrations.RemoveField("ontwikkelpad", veld) for veld in VELDEN.values()),
    ]
