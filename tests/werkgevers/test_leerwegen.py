"""A leerweg is shown where one can learn that way: on the page under its levels, in the conversation by the goal."""

import re

import pytest

from opleidingen.models import Niveau
from tests.pagina import heel, tekst
from werkgevers.models import Leerweg

pytestmark = pytest.mark.een_database

DAGSCHOOL, WERK = "Dagschool", "Leren op het werk"  # for leerling and gezel, and for every level


def gesprek(client, vraag):
    html = heel(client.get(f"/werkgevers/gesprek/doel/{vraag}").text)
    return [naam for naam in (DAGSCHOOL, WERK) if f"<h3>{naam}</h3>" in html]


@pytest.mark.parametrize(
    ("vraag", "getoond"),
    [
        ("?naar=winkelmedewerker", [DAGSCHOOL, WERK]),
        ("?van=winkelleider&naar=bedrijfsleider", [WERK]),  # the way asks no opleiding any more
        ("?naar=winkelmedewerker&wie=overstapper", [WERK]),
    ],
)
def test_the_conversation_shows_the_leerwegen_of_the_levels_that_the_way_asks(client, inhoud, vraag, getoond):
    assert gesprek(client, vraag) == getoond


def test_a_leerweg_of_higher_levels_alone_is_not_shown_for_a_goal_below_them(client, inhoud, publiceer_nu):
    Leerweg.objects.get(slug="dagschool").niveaus.set([])
    hoger = Leerweg.objects.get(slug="leren-op-het-werk")
    hoger.niveaus.set(Niveau.objects.filter(slug="meester"))
    publiceer_nu("2")

    assert gesprek(client, "?naar=winkelmedewerker") == [DAGSCHOOL]
    assert gesprek(client, "?naar=bedrijfsleider") == [DAGSCHOOL, WERK]


def test_the_page_has_them_under_their_levels_and_those_of_every_level_last(client, inhoud):
    html = heel(client.get("/werkgevers/leerwegen/").text)

    assert re.findall(r"<h2>([^<]+)</h2>\s*<table", html) == ["Leerling en gezel", "Elk niveau"]
    assert html.count('<th scope="col">Contract en loon</th>') == 1  # of those for leerling and gezel none is known
    assert html.index(DAGSCHOOL) < html.index("Elk niveau") < html.index(f"leerweg-{WERK.lower().replace(' ', '-')}")


def test_without_levels_the_page_is_one_table(client, inhoud, publiceer_nu):
    Leerweg.objects.get(slug="dagschool").niveaus.clear()
    publiceer_nu("2")

    html = client.get("/werkgevers/leerwegen/").text

    assert re.findall(r"<h2>([^<]+)</h2>\s*<table", html) == ["Vergelijk de leerwegen"]


def test_what_is_known_of_another_alone_is_to_be_asked_of_who_offers_it(client, inhoud, publiceer_nu):
    Leerweg.objects.get(slug="dagschool").niveaus.clear()
    publiceer_nu("2")

    assert tekst(client.get("/werkgevers/leerwegen/").text).count("Vraag het aan de opleider.") == 1


def test_of_leerwegen_of_which_no_days_are_known_there_is_no_table(client, inhoud, publiceer_nu):
    Leerweg.objects.filter(slug="dagschool").update(school="", werk="", contract="")
    publiceer_nu("2")

    html = heel(client.get("/werkgevers/leerwegen/").text)

    assert re.findall(r"<h2>([^<]+)</h2>\s*<table", html) == ["Elk niveau"]
    assert '<h3 id="leerweg-dagschool">Dagschool</h3>' in html
