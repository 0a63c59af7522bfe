import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from uitgave.migratiehulp import vul_lege


class Migration(migrations.Migration):
    dependencies = [
        ("niveaus", "0001_initial"),
        ("opleidingen", "0012_onaf"),
    ]

    operations = [
        migrations.AlterField(
            model_name="groeiwijze",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="niveauuitleg",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="omweg",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="traject",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="traject",
            name="niveau",
            field=models.ForeignKey(
                help_text="Het niveau waarop het eindigt.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="trajecten",
                to="opleidingen.niveau",
                verbose_name="niveau",
            ),
        ),
        migrations.AlterField(
            model_name="trajectstap",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="trajectstap",
            name="jaren",
            field=models.PositiveSmallIntegerField(
                help_text="Hoeveel jaar duurt deze stap? 0: dit is waar het traject eindigt.",
                null=True,
                validators=[django.core.validators.MaxValueValidator(10)],
                verbose_name="aantal jaren",
            ),
        ),
        vul_lege(
            "niveaus",
            groeiwijze=("gecontroleerd_op",),
            niveauuitleg=("gecontroleerd_op",),
            omweg=("gecontroleerd_op",),
            traject=(
                "gecontroleerd_op",
                "niveau",
            ),
            trajectstap=(
                "gecontroleerd_op",
                "jaren",
            ),
        ),
    ]
