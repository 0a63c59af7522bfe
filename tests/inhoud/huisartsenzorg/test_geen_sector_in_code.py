"""No name of our sector stands in code, templates, styles or scripts: all of them come from the content.

The names are those of the fixtures. What is left of a name is common Dutch, and stands below with the reason.
"""

import json
import re

import pytest
from django.conf import settings

WORTEL = settings.BASE_DIR
WAAR = (
    *("ontwikkelpad", "functies", "opleidingen", "verhalen", "werkgevers", "redactie", "toegang", "uitgave", "zoeken"),
    "tests/browser",
)
# Migrations and the steps between schemas hold what earlier releases said: existing sites keep it.
NIET = re.compile(r"/(migrations|stappen|__pycache__|handleiding/.*\.png)")
# Of these kinds the names are of the sector, in the field named here.
NAMEN = {
    "functies.functie": "naam",
    "functies.werkveld": "naam",
    "opleidingen.opleiding": "naam",
    "opleidingen.aanbieder": "naam",
    "verhalen.verhaal": "voornaam",
    "werkgevers.gids": "naam",
    "werkgevers.contactpunt": "naam",
}
OOK = (
    *("huisarts", "huisartsen", "huisartsenzorg", "huisartsenpraktijk", "triage", "triagist", "doktersassistent"),
    *("praktijkondersteuner", "zij-instroom", "zij-instromer", "werkcentrum", "regionaal werkcentrum", "spoedpost"),
)
# The address that printed links have leads on to where the guide is now; and a site begins with our first sector.
UITZONDERING = {("werkgevers/urls.py", "zij-instroom"), ("ontwikkelpad/settings.py", "huisartsenzorg")}
# An opleiding has the name of what any field has, and of a folder of Django.
GEWOON = {"management"}


def bestanden():
    for map_ in WAAR:
        yield from (WORTEL / map_).rglob("*.py")
    for patroon in ("*.html", "*.css", "*.txt"):
        yield from (WORTEL / "templates").rglob(patroon)
    for patroon in ("*.css", "*.js", "*.svg"):
        yield from (WORTEL / "static").rglob(patroon)


def namen():
    for bestand in settings.FIXTURES.rglob("*.json"):
        for rij in json.loads(bestand.read_text()):
            if veld := NAMEN.get(rij["model"]):
                naam = rij["fields"][veld].replace("|", "")
                yield naam
                yield re.sub(r"\s*\(.*\)", "", naam)
    yield from OOK


@pytest.fixture(scope="module")
def teksten():
    gevonden = {str(bestand.relative_to(WORTEL)): bestand for bestand in bestanden()}
    return {naam: bestand.read_text().casefold() for naam, bestand in gevonden.items() if not NIET.search(naam)}


def test_no_name_of_the_sector_stands_in_what_every_sector_shares(teksten):
    gezocht = sorted({naam.casefold() for naam in namen()} - GEWOON)
    assert len(gezocht) > 40
    patroon = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, gezocht))})(?![\w-])")

    gevonden = {(bestand, naam) for bestand, tekst in teksten.items() for naam in patroon.findall(tekst)}

    assert gevonden - UITZONDERING == set()


def test_the_words_that_may_stay_are_still_needed(teksten):
    assert {(bestand, naam) for bestand, naam in UITZONDERING if naam in teksten[bestand]} == UITZONDERING
