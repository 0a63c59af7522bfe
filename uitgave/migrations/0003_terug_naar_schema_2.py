"""Keys are given once, and remembered. On the way back, an older release must read the editions."""

from django.db import migrations, models

from uitgave.migratiehulp import daal_uitgaven
from uitgave.stappen import sleutels


class Migration(migrations.Migration):
    dependencies = [("uitgave", "0002_terug_naar_schema_1")]

    operations = [
        migrations.CreateModel(
            name="GegevenSleutel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(max_length=100, verbose_name="soort")),
                ("sleutel", models.SlugField(max_length=160, verbose_name="vaste sleutel")),
            ],
            options={
                "verbose_name": "gegeven sleutel",
                "verbose_name_plural": "gegeven sleutels",
                "constraints": [models.UniqueConstraint(fields=("soort", "sleutel"), name="sleutel_eenmaal")],
            },
        ),
        migrations.RunPython(migrations.RunPython.noop, daal_uitgaven(3, sleutels.daal)),
    ]
