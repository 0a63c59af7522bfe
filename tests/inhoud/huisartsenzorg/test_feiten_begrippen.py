"""The begrippen of our sector: those that were asked for, with the facts that they state and where these stand."""

import pytest

from begrippen.document import Begrip
from redactie.kwaliteit.leesbaarheid import LANGSTE, meet
from uitgave.zinnen import zinnen

pytestmark = pytest.mark.een_database

GEVRAAGD = """VOG BIG NLQF crebo croho associate-degree hbo-bachelor bbl bol BPV BOT derde-leerweg EVC HAP POH PVH
CanMEDS
ROS SBB UWV SSFH LHV InEen NVvPO triage overheidserkenning branchewaardering ADEPD polyfarmacie spirometrie
klinisch-redeneren instromen""".replace("\n", " ").split(" ")
# What a begrip says that can be counted or looked up, with the document and the place.
FEITEN = [
    ("CanMEDS", "zeven delen", "Competentieprofiel POH 2025, Competentiegebieden: zeven"),
    ("bvp", "zes weken lang vier dagen per week naar school", "Draaiboek zij-instromers, stap 3: 6 weken, 4 dagen"),
    ("huisartsenpraktijk", "Eind 2023 waren er ruim 4.800", "De Argumentenfabriek: eind 2023 ruim 4.800"),
    ("studiepunt", "Een jaar voltijd studeren is 60 studiepunten", "WHW, artikel 7.4"),
    ("SSFH", "Stichting Sociaal Fonds Huisartsenzorg", "Competentieprofiel POH 2025, voorwoord"),
    ("ROS", "regionale ondersteuningsstructuur", "Draaiboek zij-instromers, bijlage bij stap 1, punt 3"),
    ("ADEPD", "Adequate Dossiervoering Elektronisch Patiëntendossier", "Competentieprofiel POH 2025, CanMEDS-rol 7"),
    ("verdieping", "van doktersassistent naar triagist", "Presentatie SSFH, doorgroeien in beroep"),
    ("NLQF", "Mbo 4 is niveau 4 en een hbo-bachelor is niveau 6", "NLQF; ook de tabel van de opleidingen"),
]


def test_the_words_that_were_asked_for_are_explained(inhoud):
    rijen = inhoud.alle(Begrip).values()
    woorden = {woord for rij in rijen for woord in (rij.naam, *rij.vormen)}

    assert {woord.replace("-", " ") for woord in GEVRAAGD} <= {woord.replace("-", " ") for woord in woorden}
    assert len(rijen) >= 80


def test_an_explanation_has_at_most_three_short_sentences(inhoud):
    for rij in inhoud.alle(Begrip).values():
        assert len(zinnen(rij.uitleg)) <= 3, rij.naam
        assert meet(rij.uitleg).langste[1] <= LANGSTE, rij.naam


@pytest.mark.parametrize(("naam", "tekst", "plek"), FEITEN, ids=[naam for naam, _, _ in FEITEN])
def test_what_a_begrip_states_stands_in_the_source(inhoud, naam, tekst, plek):
    [rij] = [rij for rij in inhoud.alle(Begrip).values() if rij.naam == naam]

    assert tekst in f"{rij.uitleg} {rij.varianten}", plek
