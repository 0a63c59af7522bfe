from django.db import migrations, models

from uitgave.migratiehulp import vul_lege


class Migration(migrations.Migration):
    dependencies = [
        ("opleidingen", "0011_geldigheid"),
    ]

    operations = [
        migrations.AlterField(
            model_name="geldigheid",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="opleiding",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="verwijzing",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="vooropleiding",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="voortbouw",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        vul_lege(
            "opleidingen",
            geldigheid=("gecontroleerd_op",),
            opleiding=("gecontroleerd_op",),
            verwijzing=("gecontroleerd_op",),
            vooropleiding=("gecontroleerd_op",),
            voortbouw=("gecontroleerd_op",),
        ),
    ]
