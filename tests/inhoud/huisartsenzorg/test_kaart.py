"""The map of our eleven functies: its columns, rows and lines, without a crossing."""

import pytest

from functies.kaart import Band, Knoop, teken
from tests.functies.test_kaart import kruisingen, lijn

pytestmark = pytest.mark.een_database

SPOEDPOST, ZORG, LEIDING = "huisartsenspoedpost", "zorg", "leiding"
WERKVELDEN = [SPOEDPOST, ZORG, LEIDING]
KNOPEN = [
    Knoop("doktersassistent", 4, ZORG),
    Knoop("leidinggevend-doktersassistent", 4, LEIDING),
    Knoop("triagist", 4, SPOEDPOST),
    Knoop("leidinggevend-triagist", 4, SPOEDPOST),
    Knoop("praktijkondersteuner", 5, ZORG),
    Knoop("praktijkondersteuner-ggz", 6, ZORG),
    Knoop("praktijkverpleegkundige", 6, ZORG),
    Knoop("locatiemanager", 6, SPOEDPOST),
    Knoop("praktijkmanager", 6, LEIDING),
    Knoop("verpleegkundig-specialist", 7, ZORG),
    Knoop("physician-assistant", 7, ZORG),
]
STAPPEN = [
    ("doktersassistent", "triagist"),
    ("doktersassistent", "leidinggevend-doktersassistent"),
    ("doktersassistent", "praktijkondersteuner"),
    ("doktersassistent", "praktijkmanager"),
    ("triagist", "leidinggevend-triagist"),
    ("leidinggevend-triagist", "locatiemanager"),
    ("leidinggevend-doktersassistent", "praktijkmanager"),
    ("praktijkondersteuner", "praktijkverpleegkundige"),
    ("praktijkverpleegkundige", "verpleegkundig-specialist"),
    ("praktijkverpleegkundige", "physician-assistant"),
]


@pytest.fixture(scope="module")
def kaart():
    return teken(KNOPEN, STAPPEN, WERKVELDEN)


def test_general_practice_takes_six_columns_and_four_rows(kaart):
    assert kaart.niveaus == (Band(4, 0, 3), Band(5, 3, 4), Band(6, 4, 5), Band(7, 5, 6))
    assert kaart.banen == (Band(SPOEDPOST, 0, 1), Band(ZORG, 1, 3), Band(LEIDING, 3, 4))
    assert kaart.past


def test_general_practice_has_its_main_chains_in_one_row(kaart):
    assert [(p.slug, p.kolom, p.rij) for p in kaart.plaatsen.values()] == [
        ("doktersassistent", 0, 1),
        ("triagist", 1, 0),
        ("leidinggevend-doktersassistent", 1, 3),
        ("leidinggevend-triagist", 2, 0),
        ("praktijkondersteuner", 3, 1),
        ("locatiemanager", 4, 0),
        ("praktijkverpleegkundige", 4, 1),
        ("praktijkondersteuner-ggz", 4, 2),
        ("praktijkmanager", 4, 3),
        ("verpleegkundig-specialist", 5, 1),
        ("physician-assistant", 5, 2),
    ]


def test_general_practice_has_no_crossings(kaart):
    assert kruisingen(kaart) == []


def test_general_practice_bends_only_where_the_row_changes(kaart):
    assert {(lijn.van, lijn.naar): len(lijn.punten) for lijn in kaart.lijnen if len(lijn.punten) > 2} == {
        ("doktersassistent", "triagist"): 4,
        ("doktersassistent", "leidinggevend-doktersassistent"): 4,
        ("doktersassistent", "praktijkmanager"): 4,
        ("praktijkverpleegkundige", "physician-assistant"): 4,
    }


def test_lines_leave_a_card_in_the_order_of_where_they_go(kaart):
    uit = sorted((lijn.punten[0][1], lijn.naar) for lijn in kaart.lijnen if lijn.van == "doktersassistent")

    assert uit == [
        (142, "triagist"),
        (156, "praktijkondersteuner"),
        (170, "praktijkmanager"),
        (184, "leidinggevend-doktersassistent"),
    ]


def test_a_line_past_other_cards_runs_through_empty_cells(kaart):
    assert lijn(kaart, "doktersassistent", "praktijkmanager").punten == (
        (108, 170),
        (244, 170),
        (244, 350),
        (504, 350),
    )


@pytest.mark.parametrize("werkveld", [ZORG, LEIDING])
def test_moving_a_functie_to_another_lane_keeps_the_rules(werkveld):
    knopen = [Knoop(k.slug, k.niveau, werkveld if k.slug == "triagist" else k.werkveld) for k in KNOPEN]

    kaart = teken(knopen, STAPPEN, WERKVELDEN)

    assert len(kaart.lijnen) == len(STAPPEN)
    assert len(kruisingen(kaart)) <= 1
