"""The places of the country: what somebody types, and what is near it."""

import csv

import pytest

from aanbod.plaatsen import TABEL, provincies_van, zoek_buurt
from aanbod.plaatsen import tabel as alles


@pytest.mark.parametrize(
    ("getypt", "keuze", "provincies"),
    [
        ("Zwolle", "Zwolle", ("Overijssel",)),
        ("  zWÓLLE ", "Zwolle", ("Overijssel",)),
        ("den haag", "Den Haag", ("Zuid-Holland",)),
        ("’s Hertogenbosch", "Den Bosch", ("Noord-Brabant",)),
        ("Den Bosch", "Den Bosch", ("Noord-Brabant",)),
        ("hengelo", "Hengelo", ("Gelderland", "Overijssel")),  # there are two
        ("Groningen", "Groningen", ("Groningen",)),
        ("noord holland", "Noord-Holland", ("Noord-Holland",)),
        ("80", "80", ("Gelderland", "Overijssel")),
        ("8011", "80", ("Gelderland", "Overijssel")),
        ("8011 AB", "80", ("Gelderland", "Overijssel")),
        ("8011ab", "80", ("Gelderland", "Overijssel")),
        ("35", "35", ("Utrecht",)),
    ],
)
def test_a_place_a_province_or_two_digits_of_a_postcode_say_where_somebody_looks(getypt, keuze, provincies):
    buurt = zoek_buurt(getypt)

    assert buurt is not None
    assert (buurt.keuze, buurt.provincies) == (keuze, provincies)


@pytest.mark.parametrize(
    "getypt", ["", " ", "Luilekkerland", "8", "801", "05", "8011 A", "25695", "<b>", "Z" * 500, "\0"]
)
def test_what_is_no_place_is_none(getypt):
    assert zoek_buurt(getypt) is None


def test_a_place_of_a_school_that_the_table_lacks_is_one_too():
    buurt = zoek_buurt("luilekkerland", ["Luilekkerland"])

    assert buurt is not None
    assert [buurt.rang(plaats) for plaats in ("Luilekkerland", "Zwolle", "")] == [0, 2, 2]


@pytest.mark.parametrize(
    ("waar", "rangen"),
    [
        ("Zwolle", {"Zwolle": 0, "Enschede": 1, "Utrecht": 2, "": 2, "Luilekkerland": 2}),
        ("80", {"Zwolle": 0, "Hattem": 0, "Deventer": 1, "Ede": 1, "Utrecht": 2}),
        ("Overijssel", {"Zwolle": 1, "Ede": 2}),
        ("Hengelo", {"Hengelo": 0, "Zwolle": 1, "Ede": 1, "Breda": 2}),
    ],
)
def test_first_comes_the_place_then_its_province_then_the_rest(waar, rangen):
    buurt = zoek_buurt(waar)

    assert buurt is not None
    assert {plaats: buurt.rang(plaats) for plaats in rangen} == rangen


def test_the_table_has_all_of_the_country_once():
    with TABEL.open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand))

    assert len({(rij["plaats"], rij["provincie"]) for rij in rijen}) == len(rijen) > 2400
    assert len({rij["provincie"] for rij in rijen} - {""}) == 12
    assert sorted(alles().postcodes) == [str(code) for code in range(10, 100)]
    assert all(provincies_van(rij["plaats"]) for rij in rijen)
    assert all(provincies for _, provincies in alles().postcodes.values())
    assert sum(not rij["provincie"] for rij in rijen) < 0.12 * len(rijen)


@pytest.mark.parametrize(
    ("plaats", "provincie"),
    [
        *(("Assen", "Drenthe"), ("Almere", "Flevoland"), ("Zeewolde", "Flevoland"), ("Burum", "Friesland")),
        *(("Scherpenzeel", "Gelderland"), ("Nijmegen", "Gelderland"), ("Stadskanaal", "Groningen")),
        *(("Kerkrade", "Limburg"), ("Breda", "Noord-Brabant"), ("Lisserbroek", "Noord-Holland")),
        *(("Zwolle", "Overijssel"), ("Leerdam", "Utrecht"), ("Oudewater", "Utrecht"), ("Zierikzee", "Zeeland")),
        *(("Woerdense Verlaat", "Zuid-Holland"), ("Leidschendam", "Zuid-Holland")),
    ],
)
def test_a_place_near_a_border_or_in_a_new_province_is_in_the_right_one(plaats, provincie):
    assert provincie in provincies_van(plaats)
