"""What stood in the code is gone; each task has its guide."""

import django.db.models.deletion
from django.db import migrations, models

import uitgave.volgorde


class Migration(migrations.Migration):
    dependencies = [("werkgevers", "0005_gidsen_gevuld")]

    operations = [
        migrations.AlterModelOptions(
            "taak",
            {
                "ordering": ["stap__nummer", "gids__volgorde", "volgorde", uitgave.volgorde.Volgorde("tekst")],
                "verbose_name": "taak",
                "verbose_name_plural": "taken",
            },
        ),
        migrations.AlterField(
            "taak",
            "gids",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="taken",
                to="werkgevers.gids",
                verbose_name="gids",
                help_text="In welke gids staat deze taak? Zonder taken staat een stap niet in een korte gids.",
            ),
        ),
        migrations.RemoveField("taak", "versie"),
        migrations.RemoveField("werkgevers", "gids_inleiding"),
        migrations.RemoveField("werkgevers", "gids_huisarts"),
        migrations.RemoveField("werkgevers", "gids_kandidaat"),
        migrations.AddConstraint(
            "taak",
            models.UniqueConstraint(
                fields=["stap", "gids", "tekst"],
                name="taak_eenmaal",
                violation_error_message="Deze taak staat al bij deze stap.",
            ),
        ),
        migrations.AlterField(
            "gidslink",
            "voor_kandidaat",
            models.BooleanField(
                "ook voor de kandidaat",
                default=False,
                help_text="Staat de link ook in een gids die de kandidaat leest?",
            ),
        ),
    ]
