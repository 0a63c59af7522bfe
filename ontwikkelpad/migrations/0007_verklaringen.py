"""The statements on privacy and accessibility get form, and say what the Dutch model asks. Only where nobody changed them."""

from typing import Any

from django.db import migrations

import uitgave.inhoud

PRIVACY_OUD = (
    "Deze site bewaart niets over jou. Je hebt geen account nodig. De site plaatst geen cookies en volgt "
    "je niet.\n"
    "\n"
    "Sommige links gaan naar andere websites. Daar gelden de regels van die website."
)
PRIVACY = (
    "Deze site bewaart niets over jou.\n"
    "- Je hebt geen account nodig.\n"
    "- De site plaatst geen cookies.\n"
    "- De site volgt je niet.\n"
    "\n"
    "Sommige links gaan naar andere websites. Daar gelden de regels van die website."
)
TOEGANKELIJKHEID_OUD = (
    "Je kunt alles doen met alleen een toetsenbord. De site werkt ook zonder JavaScript. De kaart is ook "
    "een gewone lijst, zodat een voorleesprogramma hem kan voorlezen.\n"
    "\n"
    "Een onafhankelijke partij heeft de site nog niet beoordeeld. Er kunnen dus nog fouten in zitten."
)
TOEGANKELIJKHEID = (
    "Iedereen moet deze site kunnen gebruiken.\n"
    "\n"
    "## Hoe ver we zijn\n"
    "\n"
    "We willen voldoen aan de norm WCAG 2.1, niveau A en AA. Een onafhankelijke partij heeft de site nog "
    "niet beoordeeld. In het Nederlandse model heet dat status C: eerste maatregelen genomen. Dit doen we"
    " al:\n"
    "- Je kunt alles doen met alleen een toetsenbord.\n"
    "- De site werkt ook zonder JavaScript.\n"
    "- De kaart is ook een gewone lijst. Een voorleesprogramma kan die voorlezen.\n"
    "\n"
    "## Wat nog niet klopt\n"
    "\n"
    "Een automatische controle vindt nu geen fouten. Zo’n controle ziet niet alles. Er kunnen dus nog "
    "fouten in zitten. Andere websites, waar links heen gaan, hebben we niet bekeken.\n"
    "\n"
    "## Als er iets niet lukt\n"
    "\n"
    "Laat het ons weten. Vertel op welke pagina je was en wat er niet lukte. Kom je er met ons niet uit? "
    "Dan kun je terecht bij het [College voor de Rechten van de Mens](https://www.mensenrechten.nl/)."
)
UITGEBREID_OUD = (
    "Iedereen moet deze site kunnen gebruiken. Je kunt alles doen met alleen een toetsenbord. De site "
    "werkt ook zonder JavaScript. De kaart is ook een gewone lijst, zodat een voorleesprogramma hem kan "
    "voorlezen.\n"
    "\n"
    "Het lettertype is gemaakt om goed leesbaar te zijn. Staat je apparaat op donker? Dan wordt de site "
    "ook donker. De zinnen zijn kort en de woorden gewoon.\n"
    "\n"
    "Een onafhankelijke partij heeft de site nog niet beoordeeld. Er kunnen dus nog fouten in zitten."
)
UITGEBREID = (
    "Iedereen moet deze site kunnen gebruiken.\n"
    "\n"
    "## Hoe ver we zijn\n"
    "\n"
    "We willen voldoen aan de norm WCAG 2.1, niveau A en AA. Een onafhankelijke partij heeft de site nog "
    "niet beoordeeld. In het Nederlandse model heet dat status C: eerste maatregelen genomen. Dit doen we"
    " al:\n"
    "- Je kunt alles doen met alleen een toetsenbord.\n"
    "- De site werkt ook zonder JavaScript.\n"
    "- De kaart is ook een gewone lijst. Een voorleesprogramma kan die voorlezen.\n"
    "- Het lettertype is gemaakt om goed leesbaar te zijn.\n"
    "- Staat je apparaat op donker? Dan wordt de site ook donker.\n"
    "- De zinnen zijn kort en de woorden gewoon.\n"
    "\n"
    "## Wat nog niet klopt\n"
    "\n"
    "Een automatische controle vindt nu geen fouten. Zo’n controle ziet niet alles. Er kunnen dus nog "
    "fouten in zitten. Andere websites, waar links heen gaan, hebben we niet bekeken.\n"
    "\n"
    "## Als er iets niet lukt\n"
    "\n"
    "Laat het ons weten. Vertel op welke pagina je was en wat er niet lukte. Kom je er met ons niet uit? "
    "Dan kun je terecht bij het [College voor de Rechten van de Mens](https://www.mensenrechten.nl/)."
)
TEKSTEN = (
    ("privacy", PRIVACY_OUD, PRIVACY),
    ("toegankelijkheid", TOEGANKELIJKHEID_OUD, TOEGANKELIJKHEID),
    ("toegankelijkheid", UITGEBREID_OUD, UITGEBREID),
)


def met_opmaak(apps: Any, schema_editor: Any) -> None:
    sites = apps.get_model("ontwikkelpad.Ontwikkelpad").objects.using(schema_editor.connection.alias)
    for veld, oud, nieuw in TEKSTEN:
        sites.filter(**{veld: oud}).update(**{veld: nieuw})


def zoals_het_was(apps: Any, schema_editor: Any) -> None:
    sites = apps.get_model("ontwikkelpad.Ontwikkelpad").objects.using(schema_editor.connection.alias)
    for veld, oud, nieuw in TEKSTEN:
        sites.filter(**{veld: nieuw}).update(**{veld: oud})


class Migration(migrations.Migration):
    dependencies = [("ontwikkelpad", "0006_menu_beginnen")]

    operations = [
        migrations.AlterField(
            "ontwikkelpad",
            "privacy",
            uitgave.inhoud.TekstField(
                "privacy",
                default=PRIVACY,
                help_text="Wat bewaart de site van een bezoeker? Schrijf korte zinnen, van ongeveer tien woorden. "
                "Een lege regel begint een nieuwe alinea.",
            ),
        ),
        migrations.AlterField(
            "ontwikkelpad",
            "toegankelijkheid",
            uitgave.inhoud.TekstField(
                "toegankelijkheid",
                default=TOEGANKELIJKHEID,
                help_text="Voor wie werkt de site, en wat klopt nog niet? Schrijf korte zinnen, van ongeveer tien "
                "woorden. Een lege regel begint een nieuwe alinea.",
            ),
        ),
        migrations.RunPython(met_opmaak, zoals_het_was),
    ]
