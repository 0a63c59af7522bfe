"""What the site says of where its codes come from: no more than was looked up."""

import pytest

from functies.document import Functie
from opleidingen import models
from opleidingen.document import Opleiding
from opleidingen.models import Register
from tests.pagina import tekst

pytestmark = pytest.mark.een_database

GEVONDEN = {"80198", "34507", "34116", "34560", "34609", "34538", "34500", "49246", "49115"}
NIET_GEVONDEN, ALLEEN_NAAM = {"30122", "39283", "34480"}, {"25695", "25655"}
ZIN = "Volgens het Ontwikkelpad erkend door de overheid. We kijken dit na."


def per_code(pad):
    return {rij.code: rij for rij in pad.alle(Opleiding).values() if rij.code}


def test_the_bron_of_each_code_says_where_it_was_found_and_never_that_it_was_checked(inhoud):
    bronnen = dict(models.Opleiding.objects.exclude(code="").values_list("code", "bron"))  # with what is to be checked

    assert bronnen.keys() == GEVONDEN | NIET_GEVONDEN | ALLEEN_NAAM
    assert not any("gecontroleerd in" in bron for bron in bronnen.values())
    zegt = "Code gevonden in het overzicht van DUO van 4 augustus 2026."
    assert {code for code, bron in bronnen.items() if zegt in bron} == GEVONDEN
    zegt = "Code uit het Ontwikkelpad, niet gevonden in het overzicht van DUO van 4 augustus 2026. Nog controleren:"
    assert {code for code, bron in bronnen.items() if zegt in bron} == NIET_GEVONDEN
    zegt = "Daar staan oude en nieuwe codes door elkaar. Nog controleren: of de code nu geldt."
    assert {code for code, bron in bronnen.items() if zegt in bron} == ALLEEN_NAAM


def test_of_what_the_overview_lacks_visitors_read_that_it_is_looked_up(client, inhoud):
    for code, rij in per_code(inhoud).items():
        html = client.get(f"/opleidingen/{rij.slug}/").text
        gelezen = tekst(html)
        erkenning = gelezen.split("Erkenning ")[1].split(" De code hoort")[0]
        assert erkenning == (ZIN if code in NIET_GEVONDEN else "erkend door de overheid"), code
        assert ".." not in html.split('<meta name="description" content="')[1].split('"')[0]
    assert tekst(client.get("/opleidingen/").text).count(ZIN) == len(NIET_GEVONDEN)
    slugs = [rij.slug for code, rij in per_code(inhoud).items() if code in NIET_GEVONDEN]
    lijst = tekst(client.get("/lijst/", {"lijst-opleiding": slugs}).text)
    assert lijst.count(f". {ZIN}") == 2 * len(NIET_GEVONDEN)  # on the page, and as plain text to send


def test_the_second_code_of_the_associate_degree_is_at_no_functie(inhoud):
    assert "80204" not in per_code(inhoud)
    namen = {link.opleiding for rij in inhoud.alle(Functie).values() for link in rij.opleidingen}
    assert "praktijkondersteuner-huisartsenzorg" not in namen


def test_the_codes_of_both_registers_can_be_looked_up(inhoud):
    assert dict(Register.objects.values_list("slug", "controle")) == {"crebo": "rio", "croho": "rio-ho"}
