"""Every row with an address gets a lasting key, and the form says what a new slug does."""

from django.db import migrations, models

from uitgave.migratiehulp import met_sleutels

DELEN = {
    "doelgroep": "doelgroepen",
    "leerweg": "leerwegen",
    "regeling": "regelingen",
    "contactpunt": "contactpunten",
    "gespreksvraag": "gespreksvragen",
    "begeleiding": "begeleiding",
    "gidsstap": "gidsstappen",
    "taak": "gidsstappen.taken",
    "artikel": "artikelen",
    "artikelpunt": "artikelen.punten",
}
SLUGS = {
    "artikel": 120,
    "begeleiding": 80,
    "contactpunt": 100,
    "doelgroep": 80,
    "gidsstap": 80,
    "leerweg": 80,
    "regeling": 120,
}  # and how long each may be
UITLEG = (
    "Dit staat in het webadres. Je mag het veranderen. Een adres dat al gepubliceerd is, blijft werken, ook op papier."
)


class Migration(migrations.Migration):
    dependencies = [
        ("werkgevers", "0001_initial"),
        ("uitgave", "0003_terug_naar_schema_2"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]

    operations = [
        *met_sleutels("werkgevers", DELEN),
        *(
            migrations.AlterField(
                model,
                "slug",
                models.SlugField("deel van het webadres", max_length=lengte, unique=True, help_text=UITLEG),
            )
            for model, lengte in SLUGS.items()
        ),
    ]
