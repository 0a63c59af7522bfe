"""The guide of a kandidaat speaks to its reader; who helps an employer alone says so. Only in rows as we made them."""

from typing import Any

from django.db import migrations

SECTOR = "huisartsenzorg"
VOOR_WERKGEVERS = ("uwv-werkgeversservicepunt", "lhv-bureau-in-jouw-regio")
OUD = (
    "Wil je zelf doktersassistent worden vanuit een ander beroep? Hier lees je wat je kunt vragen en wat "
    "je regelt.\n\n"
    "De opleiding is een BBL op niveau 4 van het mbo: je werkt en leert tegelijk. Je begint met de BVP: "
    "de beroepsvoorbereidende periode. Dan ga je 6 weken lang 4 dagen per week naar school. Daarna ga je "
    "1 dag per week naar school en leer je de rest in de praktijk. De opleiding duurt hooguit 2 jaar. "
    "Met vrijstellingen kan het korter. Dan hoef je niet te leren wat je al kunt.\n\n"
    "Je komt twee namen vaak tegen. UWV regelt uitkeringen en helpt mensen aan werk. SSFH is een fonds "
    "van de huisartsenzorg dat helpt bij scholing.\n\n"
    "Deze gids komt uit een draaiboek van een proef in Den Haag en Zoetermeer. Dat is geschreven voor "
    "projecten in een regio. Het is niet voor één praktijk gemaakt en ook niet voor kandidaten. We "
    "gebruiken alleen stap 4 tot en met 6, dus je begint hier bij stap 4. Die stappen bekijken we vanuit "
    "jou. Is er bij jou geen project? Dan kan het anders gaan. Vraag het aan de school."
)
NIEUW = (
    "Wil je zelf doktersassistent worden vanuit een ander beroep? Hier lees je in drie stappen wat je "
    "kunt vragen en wat je regelt.\n\n"
    "De opleiding is een bbl op niveau 4 van het mbo: je werkt en leert tegelijk. Je begint met de bvp: "
    "de beroepsvoorbereidende periode. Dan ga je 6 weken lang 4 dagen per week naar school. Daarna ga je "
    "1 dag per week naar school en leer je de rest in de praktijk. De opleiding duurt hooguit 2 jaar. "
    "Met vrijstellingen kan het korter. Dan hoef je niet te leren wat je al kunt.\n\n"
    "Je komt twee namen vaak tegen. UWV regelt uitkeringen en helpt mensen aan werk. SSFH is een fonds "
    "van de huisartsenzorg dat helpt bij scholing.\n\n"
    "Deze gids komt uit een draaiboek van een proef in Den Haag en Zoetermeer. Dat is geschreven voor "
    "projecten in een regio. Is er bij jou geen project? Dan kan het anders gaan. Vraag het aan de "
    "school."
)


def spreek_aan(apps: Any, schema_editor: Any) -> None:
    namen = ("uitgave.Sector", "werkgevers.Gids", "werkgevers.Contactpunt")
    sectoren, gidsen, contactpunten = (
        apps.get_model(naam).objects.using(schema_editor.connection.alias).order_by() for naam in namen
    )
    gidsen.filter(inleiding=OUD).update(inleiding=NIEUW)
    if sectoren.filter(naam=SECTOR).exists():
        contactpunten.filter(slug__in=VOOR_WERKGEVERS).update(voor="werkgever")


def zoals_het_was(apps: Any, schema_editor: Any) -> None:
    gidsen = apps.get_model("werkgevers.Gids").objects.using(schema_editor.connection.alias)
    gidsen.filter(inleiding=NIEUW).update(inleiding=OUD)


class Migration(migrations.Migration):
    dependencies = [("uitgave", "0004_sector"), ("werkgevers", "0008_lezers")]

    operations = [migrations.RunPython(spreek_aan, zoals_het_was)]
