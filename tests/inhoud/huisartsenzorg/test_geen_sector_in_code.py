"""No name of our sector stands in code, templates, styles or scripts, nor in the tests of them: it is all content.

The names are those of the fixtures. What is left of a name is common Dutch, and stands below with the reason.
"""

import json
import re

import pytest
from django.conf import settings

WORTEL = settings.BASE_DIR
APPS = (
    *("antwoorden", "artikelen", "beginnen", "begrippen", "feiten", "functies", "lijst", "niveaus", "opleidingen"),
    *("passen", "profielen", "sector", "verhalen", "werkgevers"),
)
WAAR = ("ontwikkelpad", *APPS, "redactie", "toegang", "uitgave", "zoeken")
# Migrations and the steps between schemas hold what earlier releases said: existing sites keep it.
NIET = re.compile(r"/(migrations|stappen|__pycache__)")
# Tests of our own content, and what earlier releases left of it.
EIGEN = ("inhoud", "uitgaven")
SOORTEN = {".py", ".json", ".toml", ".html", ".md"}
# Of these kinds the names are of the sector, in the fields named here.
NAMEN = {
    "functies.functie": ("naam", "afkorting"),
    "functies.werkveld": ("naam",),
    "opleidingen.opleiding": ("naam",),
    "opleidingen.aanbieder": ("naam",),
    "verhalen.verhaal": ("voornaam",),
    "werkgevers.gids": ("naam",),
    "werkgevers.contactpunt": ("naam",),
}
OOK = (
    *("triage", "triagist", "doktersassistent", "praktijkondersteuner", "zij-instroom", "zij-instromer"),
    *("werkcentrum", "regionaal werkcentrum", "spoedpost"),
)
# The address that printed links have leads on to where the guide is now; and a site begins with our first sector.
UITZONDERING = {
    ("werkgevers/urls.py", "zij instroom"),
    ("tests/test_huisstijl.py", "zij instroom"),
    ("tests/werkgevers/test_gids.py", "zij instroom"),
    ("ontwikkelpad/settings.py", "huisartsenzorg"),
}
# An opleiding has the name of what any field has, and of a folder of Django; a functie is short for a syllable.
GEWOON = {"management", "da"}


def bestanden():
    for map_ in WAAR:
        yield from (WORTEL / map_).rglob("*.py")
    for patroon in ("*.html", "*.css", "*.txt"):
        yield from (WORTEL / "templates").rglob(patroon)
    for patroon in ("*.css", "*.js", "*.svg"):
        yield from (WORTEL / "static").rglob(patroon)
    tests = WORTEL / "tests"
    in_tests = (bestand for bestand in tests.rglob("*") if bestand.relative_to(tests).parts[0] not in EIGEN)
    yield from (bestand for bestand in in_tests if bestand.suffix in SOORTEN)


def gelezen(tekst):
    """The text as it is searched: a name may be a slug, or part of the name of a test."""
    return re.sub("[-_]", " ", tekst.casefold())


def namen():
    for bestand in settings.FIXTURES.rglob("*.json"):
        for rij in json.loads(bestand.read_text()):
            for veld in NAMEN.get(rij["model"], ()):
                naam = rij["fields"].get(veld, "").replace("|", "")
                yield naam
                yield re.sub(r"\s*\(.*\)", "", naam)
    yield from OOK


@pytest.fixture(scope="module")
def teksten():
    gevonden = {str(bestand.relative_to(WORTEL)): bestand for bestand in bestanden()}
    return {naam: gelezen(bestand.read_text()) for naam, bestand in gevonden.items() if not NIET.search(naam)}


def test_no_name_of_the_sector_stands_in_what_every_sector_shares(teksten):
    gezocht = sorted({gelezen(naam) for naam in namen()} - GEWOON - {""})
    assert len(gezocht) > 40
    patroon = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, gezocht))}|huisarts\w*)(?!\w)")

    gevonden = {(bestand, naam) for bestand, tekst in teksten.items() for naam in patroon.findall(tekst)}

    assert gevonden - UITZONDERING == set()


def test_the_pictures_of_the_guide_for_editors_are_of_the_neutral_sector():
    opdracht = re.search(r"^handleiding:.*?\n\n", (WORTEL / "Makefile").read_text(), re.M | re.S)[0]
    gids = (WORTEL / "templates/redactie/handleiding.html").read_text()

    assert "inhoud" not in opdracht
    assert "De plaatjes zijn van een voorbeeld: de site van een bakkerij." in " ".join(gids.split())


def test_no_test_asks_for_the_sector_of_a_new_site_but_the_one_that_gives_it_another(teksten):
    van_tests = {bestand for bestand in teksten if bestand.startswith("tests/")}

    assert {bestand for bestand in van_tests if "eerste sector" in teksten[bestand]} == {"tests/test_sector.py"}


def test_the_words_that_may_stay_are_still_needed(teksten):
    assert {(bestand, naam) for bestand, naam in UITZONDERING if naam in teksten[bestand]} == UITZONDERING
