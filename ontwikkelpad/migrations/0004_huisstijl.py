"""The help centre, the words of the menu, the logo and the colour are content.

An existing site keeps what it said: its row, and every version of it in the history, gets the words that stood
in the code until now.
"""

from typing import Any

from django.db import migrations, models

import ontwikkelpad.models
import uitgave.inhoud
from uitgave.migratiehulp import verander_versies, vervang
from uitgave.stappen.gidsen import HULP, WOORDEN


def versies_vooruit(apps: Any, schema_editor: Any) -> None:
    def verander(velden: dict[str, Any], pk: str) -> None:
        for oud, nieuw in HULP.items():
            vervang(velden, oud, **{nieuw: velden[oud]})
        velden |= WOORDEN

    verander_versies(apps, schema_editor, "ontwikkelpad", "ontwikkelpad", verander)


def versies_terug(apps: Any, schema_editor: Any) -> None:
    def verander(velden: dict[str, Any], pk: str) -> None:
        for oud, nieuw in HULP.items():
            vervang(velden, nieuw, **{oud: velden[nieuw]})
        for veld in WOORDEN:
            velden.pop(veld, None)

    verander_versies(apps, schema_editor, "ontwikkelpad", "ontwikkelpad", verander)


def woord(veld: str, naam: str, lengte: int, uitleg: str) -> migrations.AddField:
    """A field that existing rows fill with what the site said."""
    nieuw = models.CharField(naam, max_length=lengte, default=WOORDEN[veld], help_text=uitleg)
    return migrations.AddField("ontwikkelpad", veld, nieuw)


class Migration(migrations.Migration):
    dependencies = [
        ("ontwikkelpad", "0003_sector"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]

    operations = [
        *(migrations.RenameField("ontwikkelpad", oud, nieuw) for oud, nieuw in HULP.items()),
        migrations.AlterField(
            "ontwikkelpad",
            "hulp",
            uitgave.inhoud.TekstField(
                "tekst over de hulp",
                blank=True,
                help_text="Waarmee helpen zij? Twee of drie korte zinnen. Mag leeg zijn.",
            ),
        ),
        migrations.AlterField(
            "ontwikkelpad",
            "hulp_url",
            uitgave.inhoud.LinkField(
                "link naar de hulp",
                max_length=500,
                blank=True,
                help_text="Hun webadres. Begin met https://. Leeg: dan is er geen link.",
            ),
        ),
        migrations.AddField(
            "ontwikkelpad",
            "hulp_naam",
            models.CharField(
                "naam van de hulp",
                max_length=80,
                blank=True,
                default=WOORDEN["hulp_naam"],
                help_text="Wie helpt bezoekers kiezen? Met lidwoord, zoals ‘het loopbaanloket’. "
                "Leeg: de site noemt niemand.",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            "ontwikkelpad",
            "leeroverzicht_url",
            uitgave.inhoud.LinkField(
                "link naar Leeroverzicht",
                default="https://www.leeroverzicht.nl/",
                max_length=500,
                blank=True,
                help_text="De website waar bezoekers een opleiding zoeken. Begin met https://. "
                "Leeg: dan is er geen knop.",
            ),
        ),
        woord(
            "leeroverzicht_knop",
            "knop naar Leeroverzicht",
            40,
            "Wat staat er op de knop bij een opleiding? Hooguit vijf woorden.",
        ),
        woord("menu_kaart", "de kaart", 30, "Eén of twee woorden."),
        woord("menu_functies", "alle functies", 30, "Eén of twee woorden."),
        woord("menu_opleidingen", "alle opleidingen", 30, "Eén of twee woorden."),
        woord("menu_verhalen", "de verhalen", 30, "Eén of twee woorden."),
        woord(
            "menu_werkgevers",
            "de pagina’s voor werkgevers",
            30,
            "Eén of twee woorden. Dit staat ook boven die pagina’s.",
        ),
        woord("verhalen_kop", "kop boven de verhalen", 80, "Hooguit vijf woorden, zonder punt."),
        migrations.AlterField(
            "ontwikkelpad",
            "verhalen_kop",
            models.CharField(
                "kop boven de verhalen",
                max_length=80,
                default="Verhalen over het werk",
                help_text="Hooguit vijf woorden, zonder punt.",
            ),
        ),
        migrations.AddField(
            "ontwikkelpad",
            "logo",
            uitgave.inhoud.CodeField(
                "logo",
                blank=True,
                default="",
                validators=[ontwikkelpad.models.controleer_logo],
                help_text="Plak hier de tekst van je SVG-bestand: een tekening van vlakken en lijnen, zonder letters en "
                "links. Leeg: een neutraal teken.",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "ontwikkelpad",
            "kleur",
            models.CharField(
                "kleur",
                max_length=7,
                blank=True,
                default="",
                validators=[ontwikkelpad.models.controleer_kleur],
                help_text="De kleur van knoppen en strepen, zoals #0a6a66. Witte letters moeten erop te lezen zijn. "
                "Leeg: de kleuren van de site zelf.",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(versies_vooruit, versies_terug),
    ]
