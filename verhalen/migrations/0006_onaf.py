import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

from uitgave.migratiehulp import vul_lege


class Migration(migrations.Migration):
    dependencies = [
        ("functies", "0014_onaf"),
        ("verhalen", "0005_foto"),
    ]

    operations = [
        migrations.AlterField(
            model_name="verhaal",
            name="functie",
            field=models.ForeignKey(
                help_text="Kies de functie van deze persoon.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verhalen",
                to="functies.functie",
                verbose_name="functie",
            ),
        ),
        migrations.AlterField(
            model_name="verhaal",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="verhaal",
            name="leeftijd",
            field=models.PositiveSmallIntegerField(
                help_text="De leeftijd in jaren: een getal van 16 tot en met 99.",
                null=True,
                validators=[django.core.validators.MinValueValidator(16), django.core.validators.MaxValueValidator(99)],
                verbose_name="leeftijd",
            ),
        ),
        vul_lege(
            "verhalen",
            verhaal=(
                "functie",
                "gecontroleerd_op",
                "leeftijd",
            ),
        ),
    ]
