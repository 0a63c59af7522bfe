"""What the guides of our sector show: which steps the short versions use, and how long the plan takes."""

import re
from datetime import date

import pytest

from tests.pagina import tekst
from werkgevers.document import Gids, Gidsstap
from werkgevers.keuzes import Partij
from werkgevers.planning import plan

pytestmark = pytest.mark.een_database


def test_the_short_versions_use_only_steps_4_to_6_and_a_kandidaat_counts_them_from_one(client, inhoud):
    for adres, nummers in (("/werkgevers/huisarts/", ["4", "5", "6"]), ("/beginnen/kandidaat/", ["1", "2", "3"])):
        html = client.get(adres).text

        assert re.findall(r'<span class="stapnummer">Stap (\d)</span>', html) == nummers
        assert "draaiboek" in html


def test_the_guide_of_a_kandidaat_speaks_to_its_reader(client, inhoud):
    gids = tekst(client.get("/beginnen/kandidaat/").text)

    for naam in ("Vragen stellen", "Een praktijk zoeken", "Afspraken maken", "Regionaal Werkcentrum"):
        assert naam in gids
    for woord in (
        "kandidaten",
        "Matching",
        "Regelzaken",
        "go of no-go",
        "bij stap 4",
        "LHV-bureau",
        "Denkt gratis mee",
    ):
        assert woord not in gids, woord


def test_every_guide_has_more_than_ten_tasks(inhoud):
    for gids in inhoud.alle(Gids).values():
        taken = [taak for stap in inhoud.alle(Gidsstap).values() for taak in stap.taken if taak.gids == gids.slug]

        assert len(taken) > 10, gids.slug


def test_the_planner_has_eight_steps_and_takes_4_to_6_months(inhoud):
    planning = plan(list(inhoud.alle(Gidsstap).values()))

    assert 4 <= planning.maanden <= 6
    assert len(planning.balken) == 8


def test_kandidaten_know_what_they_begin_before_the_first_talk_and_the_plan_ends_in_the_opleiding(inhoud):
    planning = plan(list(inhoud.alle(Gidsstap).values()), eerste_lesdag=date(2027, 9, 6))
    balken = {balk.stap.slug: balk for balk in planning.balken}
    dagen = {punt.mijlpaal.naam: punt.dag for balk in planning.balken for punt in balk.punten}

    assert balken["informatie"].tot < balken["matching"].van
    assert planning.botsingen == []
    assert {balken[slug].tot for slug in ("regelzaken", "communicatie", "planning")} == {date(2027, 9, 5)}
    assert dagen["De BVP begint: de eerste dag op school"] == date(2027, 9, 6)
    assert dagen["Week 7: het werk in de praktijk begint"] == date(2027, 10, 18)
    assert (dagen["Ja of nee van elke huisarts"] - dagen["De gesprekken zijn geweest"]).days == 14


def test_every_party_has_a_page_of_its_own(client, inhoud):
    for partij in Partij:
        html = client.get("/werkgevers/zij-instroom/", {"partij": partij.value}).text

        assert f"Wat doet {partij.label}?" in html
        assert html.count('type="checkbox" data-sleutel') > 4
