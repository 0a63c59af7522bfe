import django.db.models.deletion
from django.db import migrations, models

from uitgave.migratiehulp import vul_lege


class Migration(migrations.Migration):
    dependencies = [
        ("functies", "0013_foto"),
    ]

    operations = [
        migrations.AlterField(
            model_name="beroepsvereiste",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="competentie",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="doorgroei",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="functie",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="functie",
            name="werkveld",
            field=models.ForeignKey(
                help_text="Kies de groep op de kaart waar deze functie bij hoort.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="functies",
                to="functies.werkveld",
                verbose_name="werkveld",
            ),
        ),
        migrations.AlterField(
            model_name="zijpad",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        vul_lege(
            "functies",
            beroepsvereiste=("gecontroleerd_op",),
            competentie=("gecontroleerd_op",),
            doorgroei=("gecontroleerd_op",),
            functie=(
                "gecontroleerd_op",
                "werkveld",
            ),
            zijpad=("gecontroleerd_op",),
        ),
    ]
