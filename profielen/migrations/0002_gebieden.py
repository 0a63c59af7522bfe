"""Competenties that plainly belong to an area of the profiel get that area. Only in rows as we made them."""

from typing import Any

from django.db import migrations

SECTOR = "huisartsenzorg"
BRON = " Het gebied is onze indeling, naar de rollen in het Competentieprofiel Praktijkondersteuner (2025)."
GEBIEDEN = {
    "zorgverlener": (
        *("inschatten-hoe-dringend-een-klacht-is", "advies-geven-dat-past-bij-de-patient"),
        *("medische-handelingen-uitvoeren", "een-diagnose-stellen-en-behandelen-met-een-helder-doel"),
        *("zelfstandig-patienten-behandelen", "zelfstandig-zorg-geven"),
    ),
    "communicator": (
        *("je-inleven-in-een-ander", "goed-omgaan-met-mensen"),
        *("met-tact-reageren", "duidelijk-spreken-en-schrijven"),
    ),
    "samenwerkingspartner": ("goed-afstemmen-met-anderen", "goed-samenwerken"),
    "reflectieve-professional": (
        *("anderen-lesgeven-en-opleiden", "terugkijken-op-je-eigen-werk", "blijven-leren"),
        *("vragen-stellen-en-dingen-uitzoeken", "interesse-hebben-in-wetenschap"),
    ),
    "organisator": (
        *("taken-op-elkaar-afstemmen", "zorgen-dat-iemand-de-juiste-hulp-krijgt", "werk-goed-organiseren"),
        *("goed-plannen", "zorgen-voor-structuur", "slim-omgaan-met-je-tijd"),
    ),
    "kwaliteitsbevorderaar": (
        *("vernieuwingen-invoeren", "de-zorg-beter-maken", "bewaken-dat-de-zorg-goed-is"),
        *("bewaken-dat-je-team-goed-werkt", "bewaken-dat-je-eigen-werk-goed-is", "je-werk-steeds-beter-doen"),
    ),
}


def deel_in(apps: Any, schema_editor: Any) -> None:
    namen = ("uitgave.Sector", "functies.Competentiegebied", "functies.Competentie")
    sectoren, gebieden, competenties = (
        apps.get_model(naam).objects.using(schema_editor.connection.alias).order_by() for naam in namen
    )
    if not sectoren.filter(naam=SECTOR).exists():
        return
    for gebied in gebieden.filter(slug__in=GEBIEDEN):
        for rij in competenties.filter(slug__in=GEBIEDEN[gebied.slug], competentiegebied=None):
            competenties.filter(pk=rij.pk).update(competentiegebied=gebied, bron=rij.bron + BRON)


def zoals_het_was(apps: Any, schema_editor: Any) -> None:
    competenties = apps.get_model("functies.Competentie").objects.using(schema_editor.connection.alias).order_by()
    for rij in competenties.filter(bron__endswith=BRON):
        competenties.filter(pk=rij.pk).update(competentiegebied=None, bron=rij.bron.removesuffix(BRON))


class Migration(migrations.Migration):
    dependencies = [
        ("functies", "0010_gebruikelijk"),
        ("profielen", "0001_initial"),
        ("uitgave", "0004_sector"),
    ]

    operations = [migrations.RunPython(deel_in, zoals_het_was)]
