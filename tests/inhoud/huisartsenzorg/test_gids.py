"""What the guides of our sector show: which steps the short versions use, and how long the plan takes."""

import re

import pytest

from werkgevers.document import Gids, Gidsstap
from werkgevers.planning import plan

pytestmark = pytest.mark.een_database


def test_the_short_versions_use_only_steps_4_to_6(client, inhoud):
    for adres in ("/werkgevers/huisarts/", "/werkgevers/kandidaat/"):
        html = client.get(adres).text

        assert re.findall(r'<span class="stapnummer">Stap (\d)</span>', html) == ["4", "5", "6"]
        assert "draaiboek" in html


def test_every_guide_has_more_than_ten_tasks(inhoud):
    for gids in inhoud.alle(Gids).values():
        taken = [taak for stap in inhoud.alle(Gidsstap).values() for taak in stap.taken if taak.gids == gids.slug]

        assert len(taken) > 10, gids.slug


def test_the_planner_has_eight_steps_and_takes_4_to_6_months(inhoud):
    planning = plan(list(inhoud.alle(Gidsstap).values()))

    assert 4 <= planning.maanden <= 6
    assert len(planning.balken) == 8
