from django.db import migrations

import uitgave.volgorde


class Migration(migrations.Migration):
    dependencies = [
        ("beginnen", "0002_onaf"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="beginfase",
            options={
                "ordering": [
                    uitgave.volgorde.Volgorde("opleiding__naam"),
                    uitgave.volgorde.Volgorde("opleiding__sleutel"),
                    "volgorde",
                    uitgave.volgorde.Volgorde("naam"),
                ],
                "verbose_name": "deel van een opleiding",
                "verbose_name_plural": "delen van een opleiding",
            },
        ),
    ]
