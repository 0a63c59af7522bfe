from django.db import migrations, models

from uitgave.migratiehulp import vul_lege


class Migration(migrations.Migration):
    dependencies = [
        ("sector", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="cijfer",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="cijfer",
            name="waarde",
            field=models.PositiveIntegerField(
                help_text="Alleen cijfers, zonder punten.", null=True, verbose_name="getal"
            ),
        ),
        migrations.AlterField(
            model_name="partijgroep",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="sectordeel",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        vul_lege(
            "sector",
            cijfer=(
                "gecontroleerd_op",
                "waarde",
            ),
            partijgroep=("gecontroleerd_op",),
            sectordeel=("gecontroleerd_op",),
        ),
    ]
