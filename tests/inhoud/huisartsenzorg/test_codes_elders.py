"""Which occupation of ESCO and group of ISCO-08 looks like which functie: as FEITEN has it, and no other."""

import pytest

from data.vormen import vormen
from functies.document import Functie

pytestmark = pytest.mark.een_database

ASSISTENT, SPECIALIST = "0c041d1e-1841-4acb-b0a1-2c387a61bf65", "36494988-69d2-4420-9db4-eb56605ac983"
VERPLEEGKUNDIGE = "18e14e61-495b-44cc-a7c6-df4c625934ba"
ESCO = {
    "doktersassistent": (ASSISTENT, "exact"),
    "praktijkondersteuner-huisartsenzorg": (ASSISTENT, "close"),
    "praktijkverpleegkundige-huisartsenzorg": (VERPLEEGKUNDIGE, "close"),
    "verpleegkundig-specialist": (SPECIALIST, "exact"),
}
ISCO = {
    "doktersassistent": "3256",
    "leidinggevend-doktersassistent": "3256",
    "triagist": "3256",
    "leidinggevend-triagist": "3256",
    "praktijkondersteuner-huisartsenzorg": "3256",
    "praktijkverpleegkundige-huisartsenzorg": "2221",
    "verpleegkundig-specialist": "2221",
    "physician-assistant": "2240",
    "locatiemanager": "1342",
    "praktijkmanager": "1342",
}


def test_each_functie_has_the_codes_that_are_known_and_no_other(inhoud):
    functies = inhoud.alle(Functie)

    begin = "http://data.europa.eu/esco/occupation/"
    assert {slug: (rij.esco.removeprefix(begin), rij.esco_soort) for slug, rij in functies.items() if rij.esco} == ESCO
    assert {slug: rij.isco for slug, rij in functies.items() if rij.isco} == ISCO
    assert {rij.isco_soort for rij in functies.values() if rij.isco} == {"broad"}


def test_a_locatiemanager_is_not_the_one_of_films(inhoud):
    """ESCO has a locatiemanager (3435.11) who looks for places to make a film."""
    rij = inhoud.alle(Functie)["locatiemanager"]

    assert (rij.esco, rij.esco_soort) == ("", None)
    assert "3435" not in vormen()["ontwikkelpad.ttl"].maak(inhoud).decode()
