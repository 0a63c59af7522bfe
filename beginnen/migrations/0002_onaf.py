import django.core.validators
from django.db import migrations, models

from uitgave.migratiehulp import vul_lege


class Migration(migrations.Migration):
    dependencies = [
        ("beginnen", "0001_begin"),
    ]

    operations = [
        migrations.AlterField(
            model_name="beginfase",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="beginfase",
            name="weken",
            field=models.PositiveSmallIntegerField(
                help_text="Hoeveel weken duurt dit deel? Een jaar is 52 weken.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(520)],
                verbose_name="aantal weken",
            ),
        ),
        migrations.AlterField(
            model_name="deur",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        vul_lege(
            "beginnen",
            beginfase=(
                "gecontroleerd_op",
                "weken",
            ),
            deur=("gecontroleerd_op",),
        ),
    ]
