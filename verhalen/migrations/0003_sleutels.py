"""Every row with an address gets a lasting key, and the form says what a new slug does."""

from django.db import migrations, models

from uitgave.migratiehulp import met_sleutels

DELEN = {
    "verhaal": "verhalen",
}
SLUGS = {"verhaal": 50}  # and how long each may be
UITLEG = (
    "Dit staat in het webadres. Je mag het veranderen. Een adres dat al gepubliceerd is, blijft werken, ook op papier."
)


class Migration(migrations.Migration):
    dependencies = [
        ("verhalen", "0002_help_teksten"),
        ("uitgave", "0003_terug_naar_schema_2"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("reversion", "0002_add_index_on_version_for_content_type_and_db"),
    ]

    operations = [
        *met_sleutels("verhalen", DELEN),
        *(
            migrations.AlterField(
                model,
                "slug",
                models.SlugField("deel van het webadres", max_length=lengte, unique=True, help_text=UITLEG),
            )
            for model, lengte in SLUGS.items()
        ),
    ]
