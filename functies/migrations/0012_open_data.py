import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("functies", "0011_in_een_regel"),
    ]

    operations = [
        migrations.AddField(
            model_name="functie",
            name="esco",
            field=models.CharField(
                blank=True,
                help_text="Het adres van dit beroep in ESCO, de Europese lijst van beroepen. Lees ook wat daar staat: dezelfde naam is soms ander werk. Mag leeg zijn.",
                max_length=90,
                validators=[
                    django.core.validators.RegexValidator(
                        "^http://data\\.europa\\.eu/esco/occupation/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\Z",
                        "Neem het adres (de URI) van het beroep over van de website van ESCO. Het begint met http://data.europa.eu/esco/occupation/.",
                    )
                ],
                verbose_name="beroep in ESCO",
            ),
        ),
        migrations.AddField(
            model_name="functie",
            name="esco_soort",
            field=models.CharField(
                blank=True,
                choices=[
                    ("exact", "precies hetzelfde beroep"),
                    ("close", "bijna hetzelfde beroep"),
                    ("broad", "een ruimere groep"),
                ],
                help_text="Kies dit als je ESCO invult.",
                max_length=5,
                verbose_name="hoe goed dat beroep past",
            ),
        ),
        migrations.AddField(
            model_name="functie",
            name="isco",
            field=models.CharField(
                blank=True,
                help_text="De vier cijfers van de groep beroepen waar deze functie bij hoort. Mag leeg zijn.",
                max_length=4,
                validators=[
                    django.core.validators.RegexValidator("^[0-9]{4}\\Z", "Een code van ISCO-08 heeft vier cijfers.")
                ],
                verbose_name="code in ISCO-08",
            ),
        ),
        migrations.AddField(
            model_name="functie",
            name="isco_soort",
            field=models.CharField(
                blank=True,
                choices=[
                    ("exact", "precies hetzelfde beroep"),
                    ("close", "bijna hetzelfde beroep"),
                    ("broad", "een ruimere groep"),
                ],
                help_text="Kies dit als je ISCO invult.",
                max_length=5,
                verbose_name="hoe goed die groep past",
            ),
        ),
    ]
