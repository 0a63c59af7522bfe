"""The copy of DUO of 4 August 2026 on our own site: what visitors read of each code. DUO_HO= names that copy."""

import os
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from opleidingen.models import Opleiding
from tests.pagina import tekst
from uitgave.huidig import huidig

pytestmark = pytest.mark.skipif("DUO_HO" not in os.environ, reason="DUO_HO names no copy of ho_opleidingsoverzicht.csv")
# Of each code: schools and places, by the four certain ways.
GETELD = {"34116": (13, 16), "34560": (13, 15), "34609": (10, 12), "34500": (6, 5), "34507": (3, 4), "34538": (4, 3)}


@pytest.fixture
def haal(inhoud):
    def doe():
        bestand = [Path(os.environ["DUO_HO"])]
        call_command("haal_aanbod", bestand=bestand, peildatum=date(2026, 8, 4), toch=True)
        huidig.ververs()

    doe()
    return doe


def lees(client, code):
    return tekst(client.get(f"/opleidingen/{Opleiding.objects.get(code=code).slug}/").text)


@pytest.mark.parametrize(("code", "geteld"), GETELD.items())
def test_a_page_counts_the_schools_and_places_of_its_code(client, haal, code, geteld):
    assert "{} scholen geven deze opleiding, in {} plaatsen.".format(*geteld) in lees(client, code)


def test_80198_shows_ede_and_dordrecht_once_an_editor_joined_that_unit(client, haal, beheerder):
    """By name it would be of 80204, which is not one of ours, and no board of its own has that: no rule joins it."""
    assert "Christelijke Hogeschool Ede" not in lees(client, "80198")
    pagina = "/beheer/opleidingen/opleiding/aanbod/"
    assert "Dordrecht, duaal (‘Ad Praktijkondersteuner Huisartsenzorg’)" in tekst(beheerder.get(pagina).text)

    beheerder.post(pagina, {"koppel": "1015O9016", "opleiding": Opleiding.objects.get(code="80198").pk})

    for volgende in (huidig.ververs, haal):  # at once, and with the overviews that come after
        volgende()
        html = lees(client, "80198")
        assert "1 school geeft deze opleiding, in 2 plaatsen." in html
        assert "Dordrecht Christelijke Hogeschool Ede duaal" in html
        assert "Ede Christelijke Hogeschool Ede deeltijd" in html
