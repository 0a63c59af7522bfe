"""What somebody has is one word in an address: an opleiding and a vooropleiding never share it."""

import re

import pytest
from django.core.exceptions import ValidationError

from opleidingen.models import Opleiding, Vooropleiding
from redactie.kwaliteit.bevindingen import bevindingen
from tests.pagina import tekst
from tests.soorten import maak
from uitgave.huidig import huidig
from uitgave.soort import soort_van
from uitgave.vastleggen import vastleggen
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database


@pytest.fixture
def botsing(inhoud, publiceer_nu):
    """A vooropleiding with the word of an opleiding, as a file or an older release may have left it."""
    with vastleggen(None):
        rij = maak(soort_van(Vooropleiding), slug="vakschool", naam="vakschool", opent="Je kunt beginnen.")
    Vooropleiding.objects.filter(pk=rij.pk).update(sleutel="broodbakken")
    publiceer_nu("2")
    return rij


def keuzes(client, adres="/"):
    """The words that can be chosen for what somebody has, each with what it is called."""
    lijst = client.get(adres).text.partition('name="opleiding"')[2].partition("</select>")[0]
    return [
        (woord, tekst(naam))
        for woord, naam in re.findall(r'<option value="([^"]+)"[^>]*>(.*?)(?:</option>|$)', lijst, re.M)
    ]


def test_each_can_be_chosen_and_an_old_link_means_what_it_meant(botsing, client):
    woorden = [woord for woord, _ in keuzes(client)]
    assert len(woorden) == len(set(woorden))
    woord = next(woord for woord, naam in keuzes(client) if naam.lower() == "vakschool")

    assert "Je kunt beginnen." in tekst(client.get(f"/?opleiding={woord}").text)
    assert "Je kunt beginnen." not in tekst(client.get("/?opleiding=broodbakken").text)
    assert "Je opleiding past bij" in tekst(client.get("/?opleiding=broodbakken").text)
    assert f"/?opleiding={woord}" in [vondst.adres for vondst in zoek(huidig.pad, "vakschool").vondsten]


def test_an_old_link_still_means_the_opleiding_when_that_gets_another_address(botsing, client, publiceer_nu):
    woord = next(woord for woord, naam in keuzes(client) if naam.lower() == "vakschool")
    Opleiding.objects.filter(slug="broodbakken").update(slug="brood")
    publiceer_nu("3")

    assert client.get("/?opleiding=broodbakken").headers["Location"] == "/?opleiding=brood"
    assert "Je kunt beginnen." in tekst(client.get(f"/?opleiding={woord}").text)
    assert f"/?opleiding={woord}" in [vondst.adres for vondst in zoek(huidig.pad, "vakschool").vondsten]


def test_the_form_refuses_an_opleiding_with_the_word_of_a_vooropleiding(botsing, beheerder):
    opleiding = Opleiding.objects.get(slug="broodbakken")

    with pytest.raises(ValidationError, match="Links met dit woord horen bij de vooropleiding ‘vakschool’"):
        opleiding.full_clean()
    opleiding.slug = "vakschool"  # no link to a vooropleiding has that word
    opleiding.full_clean()


def test_the_gate_refuses_one_word_for_two_things(botsing):
    gevonden = [deze.tekst for deze in bevindingen() if "hetzelfde woord" in deze.tekst]

    assert gevonden == [
        "Opleiding Broodbakken en vooropleiding vakschool hebben in een adres hetzelfde woord: broodbakken. "
        "Geef de opleiding een ander webadres. Het oude adres blijft werken."
    ]
