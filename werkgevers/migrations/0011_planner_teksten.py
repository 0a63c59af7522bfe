"""What the site says of its planner and its source is true again. Only in texts as we made them."""

from typing import Any

from django.db import migrations

OUD = (
    "Kies de dag waarop de voorbereiding begint. Je ziet dan wanneer elke stap aan de beurt is. Na de laatste week "
    "kan de opleiding beginnen. De planning kun je ook in je eigen agenda zetten.\n\n"
    "Het draaiboek rekent op 4 tot 6 maanden in totaal. Het zegt niet hoe lang elke stap duurt. De weken in deze "
    "planner zijn ons voorstel. Sommige stappen lopen tegelijk, zoals communicatie en planning. Pas de weken aan als "
    "jouw regio meer tijd nodig heeft.\n\n"
    "De planner kent de schoolvakanties niet. Kijk zelf op de website van de overheid wanneer die zijn. In een "
    "vakantie is er geen les en zijn mensen vaak weg."
)
NIEUW = (
    "Weet je wanneer de opleiding begint? Kies dan die dag. De planner rekent terug: je ziet wanneer de voorbereiding "
    "begint. Of kies zelf een dag om te beginnen. De planning kun je ook in je eigen agenda zetten.\n\n"
    "Het draaiboek rekent op 4 tot 6 maanden in totaal. Het zegt niet hoe lang elke stap duurt. De weken in deze "
    "planner zijn ons voorstel. Sommige stappen lopen tegelijk, zoals communicatie en planning. Heeft jouw regio meer "
    "tijd nodig? Verander dan de weken.\n\n"
    "Kandidaten horen eerst waar ze aan beginnen. Daarna zijn de gesprekken met huisartsen. Dat raadt het draaiboek "
    "aan, en de planner houdt zich eraan.\n\n"
    "In een vakantie is er geen les en zijn mensen vaak weg. Kies je regio: dan zie je de schoolvakanties die op deze "
    "site staan."
)
BRON = {
    "animo": (
        "Weggelaten: de voorbeeldbrieven.",
        "Weggelaten: de tekst van de voorbeeldbrieven; de brieven hier zijn van ons.",
    ),
    "onderwijstraject": (
        "Weggelaten: de landelijke plannen van toen en de indeling van het tweede jaar, want die was een voorbeeld.",
        "Weggelaten: de landelijke plannen van toen. De indeling van het tweede jaar is een voorbeeld.",
    ),
    "informatie": (
        "Weggelaten: de vragen over intervisie en coaching.",
        "Weggelaten: de naam van de regio van de proef.",
    ),
}


def _vervang(apps: Any, schema_editor: Any, terug: bool) -> None:
    alias = schema_editor.connection.alias
    teksten = apps.get_model("werkgevers.Werkgevers").objects.using(alias)
    stappen = apps.get_model("werkgevers.Gidsstap").objects.using(alias)
    oud, nieuw = (NIEUW, OUD) if terug else (OUD, NIEUW)
    teksten.filter(planner_uitleg=oud).update(planner_uitleg=nieuw)
    for sleutel, paar in BRON.items():
        van, naar = reversed(paar) if terug else paar
        for stap in stappen.filter(sleutel=sleutel, bron__contains=van):
            stappen.filter(pk=stap.pk).update(bron=stap.bron.replace(van, naar))


def heen(apps: Any, schema_editor: Any) -> None:
    _vervang(apps, schema_editor, terug=False)


def terug(apps: Any, schema_editor: Any) -> None:
    _vervang(apps, schema_editor, terug=True)


class Migration(migrations.Migration):
    dependencies = [("werkgevers", "0010_planner")]

    operations = [migrations.RunPython(heen, terug)]
