from django.db import migrations, models

from uitgave.migratiehulp import vul_lege


class Migration(migrations.Migration):
    dependencies = [
        ("artikelen", "0001_begin"),
    ]

    operations = [
        migrations.AlterField(
            model_name="leesartikel",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        vul_lege("artikelen", leesartikel=("gecontroleerd_op",)),
    ]
