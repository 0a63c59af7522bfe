"""publiccode.yml holds what version 0.4 of its standard asks, and says the same as the rest of the repository."""

import re
import tomllib
from urllib.parse import urlsplit

import pytest
from django.conf import settings

VERPLICHT = {
    *("publiccodeYmlVersion", "name", "url", "softwareType", "platforms", "categories", "developmentStatus"),
    *("description", "legal", "maintenance", "localisation"),
}
SOORTEN = {
    *(f"standalone/{soort}" for soort in ("mobile", "iot", "desktop", "web", "backend", "other")),
    *("addon", "library", "configurationFiles"),
}
STANDEN = {"concept", "development", "beta", "stable", "obsolete"}
ONDERHOUD = {"internal", "contract", "community", "none"}
CATEGORIEEN = {"content-management", "hr", "talent-management"}  # of the list of the standard, those that we use


def lees(tekst):
    """Read the little of YAML that the file uses: maps and lists by indentation, one-line values, `>` for a text."""
    regels = [regel for regel in tekst.splitlines() if regel.strip() and not regel.lstrip().startswith("#")]
    return blok(regels, 0)


def blok(regels, diepte):
    if regels[0].lstrip().startswith("- "):
        stukken = delen(regels, lambda regel: regel.startswith(" " * diepte + "- "))
        return [punt([" " * (diepte + 2) + stuk[0].strip()[2:], *stuk[1:]], diepte + 2) for stuk in stukken]
    gevonden = {}
    for stuk in delen(regels, lambda regel: regel[diepte] != " "):
        sleutel, waarde = re.fullmatch(r" *(\w+):(?: (.*))?", stuk[0]).groups()
        assert sleutel not in gevonden, sleutel
        if waarde == ">":
            gevonden[sleutel] = " ".join(regel.strip() for regel in stuk[1:])
        else:
            gevonden[sleutel] = enkel(waarde) if waarde else blok(stuk[1:], inspringing(stuk[1]))
    return gevonden


def punt(regels, diepte):
    return blok(regels, diepte) if re.match(r" *\w+: ", regels[0]) else enkel(regels[0].strip())


def delen(regels, begint):
    stukken = []
    for regel in regels:
        stukken.append([regel]) if begint(regel) else stukken[-1].append(regel)
    return stukken


def inspringing(regel):
    return len(regel) - len(regel.lstrip())


def enkel(waarde):
    assert not waarde.startswith(("{", "[", "|", "&", "*", "!")), "more YAML than the reader of this test knows"
    return {"true": True, "false": False}.get(waarde, waarde.strip('"'))


@pytest.fixture(scope="module")
def publiccode():
    return lees((settings.BASE_DIR / "publiccode.yml").read_text(encoding="utf-8"))


def test_every_required_key_is_there(publiccode):
    assert set(publiccode) >= VERPLICHT
    assert publiccode["publiccodeYmlVersion"] == "0.4"


def test_every_choice_is_one_of_the_standard(publiccode):
    assert publiccode["softwareType"] in SOORTEN
    assert publiccode["developmentStatus"] in STANDEN
    assert publiccode["platforms"] == ["web"]
    assert set(publiccode["categories"]) <= CATEGORIEEN
    assert publiccode["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}


def test_the_repository_has_an_address_that_git_can_read(publiccode):
    adres = urlsplit(publiccode["url"])

    assert (adres.scheme, bool(adres.hostname)) == ("https", True)


def test_who_maintains_it_is_named_where_the_standard_asks_it(publiccode):
    onderhoud = publiccode["maintenance"]
    nodig = {"internal": "contacts", "community": "contacts", "contract": "contractors"}.get(onderhoud["type"])

    assert onderhoud["type"] in ONDERHOUD
    assert nodig is None or all(wie["name"] for wie in onderhoud[nodig])


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_each_language_has_a_description_of_the_right_length(publiccode, taal):
    tekst = publiccode["description"][taal]

    assert 0 < len(tekst["shortDescription"]) <= 150
    assert 500 <= len(tekst["longDescription"]) <= 10_000
    assert all(tekst["features"])


def test_the_licence_is_that_of_the_project(publiccode):
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert publiccode["legal"] == {"license": project["license"]}


def test_its_python_is_that_of_the_project(publiccode):
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (python,) = [nodig for nodig in publiccode["dependsOn"]["open"] if nodig["name"] == "Python"]

    assert project["requires-python"] == f">={python['versionMin']}"
