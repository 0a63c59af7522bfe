import django.core.validators
from django.db import migrations, models

from uitgave.migratiehulp import vul_lege


class Migration(migrations.Migration):
    dependencies = [
        ("werkgevers", "0012_regelingen_voor_wie"),
    ]

    operations = [
        migrations.AlterField(
            model_name="artikel",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="begeleiding",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="contactpunt",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="doelgroep",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="gespreksvraag",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="gidsstap",
            name="begin_week",
            field=models.PositiveSmallIntegerField(
                help_text="In welke week van het project begint de stap? 1 is de eerste week. De site noemt dit ons voorstel.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(52)],
                verbose_name="begint in week",
            ),
        ),
        migrations.AlterField(
            model_name="gidsstap",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="gidsstap",
            name="weken",
            field=models.PositiveSmallIntegerField(
                help_text="Hoeveel weken duurt deze stap? De site noemt dit ons voorstel.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(52)],
                verbose_name="aantal weken",
            ),
        ),
        migrations.AlterField(
            model_name="leerweg",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="regeling",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        migrations.AlterField(
            model_name="schoolvakantie",
            name="gecontroleerd_op",
            field=models.DateField(
                help_text="De dag waarop je voor het laatst hebt nagekeken of dit klopt.",
                null=True,
                verbose_name="gecontroleerd op",
            ),
        ),
        vul_lege(
            "werkgevers",
            artikel=("gecontroleerd_op",),
            begeleiding=("gecontroleerd_op",),
            contactpunt=("gecontroleerd_op",),
            doelgroep=("gecontroleerd_op",),
            gespreksvraag=("gecontroleerd_op",),
            gidsstap=(
                "begin_week",
                "gecontroleerd_op",
                "weken",
            ),
            leerweg=("gecontroleerd_op",),
            regeling=("gecontroleerd_op",),
            schoolvakantie=("gecontroleerd_op",),
        ),
    ]
