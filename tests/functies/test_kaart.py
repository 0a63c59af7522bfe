import os
import re
import subprocess
import sys
from collections import Counter
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functies.kaart import Band, Kaart, Knoop, Lijn, Plaats, omgeving, teken

pytestmark = pytest.mark.een_database

# Generated maps: islands, circles, steps sideways and back, up to 60 functies and 150 steps.


@st.composite
def sectoren(draw):
    niveaus, banen = draw(st.integers(1, 8)), draw(st.integers(1, 6))
    aantal, stappen = draw(st.sampled_from([(0, 0), (1, 2), (5, 8), (12, 12), (25, 40), (60, 60), (60, 150)]))
    niveau = st.one_of(st.none(), st.integers(0, niveaus))
    knopen = [Knoop(f"f{n}", draw(niveau), f"w{draw(st.integers(1, banen))}") for n in range(aantal)]
    nummer = st.integers(0, max(0, aantal - 1))
    stap = st.tuples(nummer, nummer)
    if draw(st.booleans()):  # upwards only
        stap = stap.map(lambda paar: sorted(paar, key=lambda n: knopen[n].hoogte))
    paren = draw(st.lists(stap, min_size=stappen, max_size=stappen))
    stappen = [(knopen[van].slug, knopen[naar].slug) for van, naar in paren]
    return knopen, stappen, draw(st.permutations([f"w{n}" for n in range(1, banen + 1)]))


def geldt_altijd(test):
    bewijs = settings(max_examples=15, deadline=None, database=None, derandomize=True)
    return bewijs(given(sector=sectoren())(test))


# What is on a map, measured without the code that drew it.


def delen(lijn):
    """The straight parts of a line as boxes without width or height: left, top, right, bottom."""
    return [(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)) for (ax, ay), (bx, by) in pairwise(lijn.punten)]


def kader(plaats):
    x, y = 100 * plaats.kolom, 100 * plaats.rij
    return x + 5, y + 12, x + 95, y + 88


def doorsnede(een, ander):
    """The box two boxes share, their edges included; None when they lie apart."""
    links, boven = max(een[0], ander[0]), max(een[1], ander[1])
    rechts, onder = min(een[2], ander[2]), min(een[3], ander[3])
    return (links, boven, rechts, onder) if links <= rechts and boven <= onder else None


def raakpunten(een, ander):
    """Where two lines meet: a box for each pair of straight parts that have a point in common."""
    boxen = (doorsnede(*paar) for paar in product(delen(een), delen(ander)))
    return [box for box in boxen if box]


def kruisingen(kaart):
    """Every crossing on the map, as the names of the two lines."""
    paren = combinations(kaart.lijnen, 2)
    return [(een.van, een.naar, ander.van, ander.naar) for een, ander in paren for _ in raakpunten(een, ander)]


def strook(deel, kaart):
    """Where a straight part runs: a name for the strip, its room, and the distance aimed at."""
    links, boven, rechts, _ = deel
    if links == rechts:
        goot = round(links / 100)
        return f"kolom {goot}", 4 if goot in (0, kaart.kolommen) else 8, 2.2
    if 25 <= boven % 100 <= 75:
        return f"rij {boven // 100}", 25, 8
    gang = round(boven / 100)
    return f"tussen {gang}", 8 if gang in (0, kaart.rijen) else 16, 5


def tussenruimte(een, ander):
    """How far two parallel parts are apart; None when they are nowhere side by side."""
    as_ = 0 if een[0] == een[2] else 1
    dwars = 1 - as_
    if een[dwars] <= ander[dwars + 2] and ander[dwars] <= een[dwars + 2]:
        return abs(een[as_] - ander[as_])
    return None


def lijn(kaart, van, naar):
    return next(lijn for lijn in kaart.lijnen if (lijn.van, lijn.naar) == (van, naar))


def bereikbaar(slug, stappen):
    gezien, wachtrij = {slug}, [slug]
    while wachtrij:
        hier = wachtrij.pop()
        nieuw = {naar for van, naar in stappen if van == hier} - gezien
        gezien |= nieuw
        wachtrij += nieuw
    return gezien


# Cells and bands


@geldt_altijd
def test_every_functie_has_one_cell_inside_its_niveau_and_lane(sector):
    knopen, stappen, werkvelden = sector

    kaart = teken(knopen, stappen, werkvelden)

    niveaus, banen = ({band.naam: range(band.van, band.tot) for band in b} for b in (kaart.niveaus, kaart.banen))
    assert {slug: plaats.slug for slug, plaats in kaart.plaatsen.items()} == {k.slug: k.slug for k in knopen}
    assert len({(p.kolom, p.rij) for p in kaart.plaatsen.values()}) == len(knopen)
    for knoop in knopen:
        assert kaart.plaatsen[knoop.slug].kolom in niveaus[knoop.niveau]
        assert kaart.plaatsen[knoop.slug].rij in banen[knoop.werkveld]


@geldt_altijd
def test_bands_follow_each_other_over_the_whole_map(sector):
    knopen, stappen, werkvelden = sector

    kaart = teken(knopen, stappen, werkvelden)

    for banden, maat in ((kaart.niveaus, kaart.kolommen), (kaart.banen, kaart.rijen)):
        assert [n for band in banden for n in range(band.van, band.tot)] == list(range(maat))
        assert all(band.van < band.tot for band in banden)
    bekend = {k.niveau for k in knopen} - {None}
    assert [band.naam for band in kaart.niveaus] == [*sorted(bekend), *{k.niveau for k in knopen} - bekend]
    assert [band.naam for band in kaart.banen] == [w for w in werkvelden if w in {k.werkveld for k in knopen}]


@geldt_altijd
def test_no_column_or_row_is_empty(sector):
    kaart = teken(*sector)

    assert {p.kolom for p in kaart.plaatsen.values()} == set(range(kaart.kolommen))
    assert {p.rij for p in kaart.plaatsen.values()} == set(range(kaart.rijen))


@geldt_altijd
def test_within_a_niveau_a_step_leads_to_the_right_unless_it_is_part_of_a_circle(sector):
    knopen, stappen, werkvelden = sector
    niveau = {k.slug: k.niveau for k in knopen}
    binnen = [(van, naar) for van, naar in stappen if van in niveau and niveau[van] == niveau[naar]]

    kolom = {slug: plaats.kolom for slug, plaats in teken(knopen, stappen, werkvelden).plaatsen.items()}

    for van, naar in binnen:
        assert kolom[van] < kolom[naar] or van in bereikbaar(naar, binnen)


@geldt_altijd
def test_a_functie_stands_as_far_left_as_those_before_it_allow(sector):
    knopen, stappen, werkvelden = sector
    niveau = {k.slug: k.niveau for k in knopen}

    kaart = teken(knopen, stappen, werkvelden)

    eerste = {band.naam: band.van for band in kaart.niveaus}
    voor = {(naar, kaart.plaatsen[van].kolom) for van, naar in stappen if van in niveau and niveau[van] == niveau[naar]}
    for slug, plaats in kaart.plaatsen.items():
        assert plaats.kolom == eerste[niveau[slug]] or (slug, plaats.kolom - 1) in voor


@geldt_altijd
def test_functies_come_in_the_order_of_growth(sector):
    plaatsen = list(teken(*sector).plaatsen.values())

    assert plaatsen == sorted(plaatsen, key=lambda p: (p.kolom, p.rij))


# Lines


@geldt_altijd
def test_every_step_between_two_known_functies_has_one_line(sector):
    knopen, stappen, werkvelden = sector

    kaart = teken(knopen, stappen, werkvelden)

    echt = {(van, naar) for van, naar in stappen if van != naar}
    assert Counter((lijn.van, lijn.naar) for lijn in kaart.lijnen) == Counter(echt)


@geldt_altijd
def test_a_line_runs_from_the_right_of_its_card_to_the_left_of_the_next(sector):
    kaart = teken(*sector)

    for lijn in kaart.lijnen:
        (x, y), (eind_x, eind_y) = lijn.punten[0], lijn.punten[-1]
        van, naar = kaart.plaatsen[lijn.van], kaart.plaatsen[lijn.naar]
        assert (x, eind_x) == (100 * van.kolom + 95, 100 * naar.kolom + 5)
        assert 25 <= y - 100 * van.rij <= 75
        assert 25 <= eind_y - 100 * naar.rij <= 75


@geldt_altijd
def test_lines_keep_to_the_gaps_between_cards_and_the_middle_of_rows(sector):
    kaart = teken(*sector)

    for links, boven, rechts, onder in (deel for lijn in kaart.lijnen for deel in delen(lijn)):
        assert (links == rechts) != (boven == onder)
        assert 0 <= links <= rechts <= 100 * kaart.kolommen
        assert 0 <= boven <= onder <= 100 * kaart.rijen
        if links == rechts:
            assert abs(links - 100 * round(links / 100)) <= 4
        else:
            assert abs(boven - 100 * round(boven / 100)) <= 8 or 25 <= boven % 100 <= 75


@geldt_altijd
def test_a_line_touches_no_card_but_its_own_two_and_those_only_at_its_ends(sector):
    kaart = teken(*sector)

    for lijn in kaart.lijnen:
        geraakt = {
            (slug, doorsnede(deel, kader(plaats)))
            for slug, plaats in kaart.plaatsen.items()
            for deel in delen(lijn)
            if doorsnede(deel, kader(plaats))
        }
        assert geraakt == {(lijn.van, lijn.punten[0] * 2), (lijn.naar, lijn.punten[-1] * 2)}


@geldt_altijd
def test_two_lines_only_ever_cross(sector):
    """They share no stretch, no corner and no end: where they meet, each goes straight on."""
    kaart = teken(*sector)

    for een, ander in combinations(kaart.lijnen, 2):
        for box in raakpunten(een, ander):
            assert box[:2] == box[2:]
            assert box[:2] not in {*een.punten, *ander.punten}


@geldt_altijd
def test_lines_side_by_side_are_as_far_apart_as_there_is_room(sector):
    """A straight line keeps the middle of its row, so there only half of the room may be left."""
    kaart = teken(*sector)

    alle = [deel for lijn in kaart.lijnen for deel in delen(lijn)]
    stroken = [strook(deel, kaart) for deel in alle]
    drukte = Counter(stroken)
    for (een, hier), (ander, daar) in combinations(zip(alle, stroken, strict=True), 2):
        afstand = tussenruimte(een, ander) if hier == daar else None
        if afstand is not None:
            _, breedte, liefst = hier
            assert afstand >= min(liefst, breedte / drukte[hier]) - 0.002


@geldt_altijd
def test_a_step_to_the_next_card_in_the_row_is_straight_through_the_middle(sector):
    kaart = teken(*sector)

    bezet = {(p.kolom, p.rij) for p in kaart.plaatsen.values()}
    for lijn in kaart.lijnen:
        van, naar = kaart.plaatsen[lijn.van], kaart.plaatsen[lijn.naar]
        vrij = van.kolom < naar.kolom and not any((k, van.rij) in bezet for k in range(van.kolom + 1, naar.kolom))
        if van.rij == naar.rij and vrij:
            assert [y for _, y in lijn.punten] == [100 * van.rij + 50] * 2


@geldt_altijd
def test_a_rounded_line_begins_and_ends_where_the_line_does_in_short_numbers(sector):
    for lijn in teken(*sector).lijnen:
        getallen = re.findall(r"[\d.]+", lijn.d)
        assert re.fullmatch(r"(M|L|Q)[\d.]+ [\d.]+((L|Q| )[\d.]+ [\d.]+)*", lijn.d)
        assert all(re.fullmatch(r"\d+(\.\d?[1-9])?", getal) for getal in getallen)
        assert [float(g) for g in getallen[:2] + getallen[-2:]] == pytest.approx(
            [*lijn.punten[0], *lijn.punten[-1]], abs=0.006
        )


# The same input gives the same map


@geldt_altijd
def test_the_order_of_the_input_makes_no_difference(sector):
    knopen, stappen, werkvelden = sector

    kaart = teken(knopen, stappen, werkvelden)

    for schud in (lambda rij: rij[::-1], lambda rij: [*rij[1::3], *rij[::3], *rij[2::3]]):
        anders = teken(schud(knopen), schud(stappen), werkvelden)
        assert (anders, list(anders.plaatsen)) == (kaart, list(kaart.plaatsen))


def test_the_map_does_not_depend_on_the_hash_seed():
    script = """
from random import Random
from functies.kaart import Knoop, teken

for toeval in map(Random, range(8)):
    slugs = [f"f{n}" for n in range(40)]
    knopen = [Knoop(slug, toeval.randint(1, 2), toeval.choice("abc")) for slug in slugs]
    print(teken(knopen, [tuple(toeval.sample(slugs, 2)) for _ in range(70)], ["c", "a"]))
"""

    een, ander = (
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": zaad},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zaad in ("1", "2")
    )

    assert een.count("Kaart(") == 8
    assert een == ander


# Small maps


def maak_kaart(tekening, stappen):
    """A map from rows of text: every letter a functie in its own lane, its column the niveau."""
    knopen = [
        Knoop(letter, niveau, f"baan {baan}")
        for baan, rij in enumerate(tekening.split())
        for niveau, letter in enumerate(rij)
        if letter != "."
    ]
    return teken(knopen, [tuple(stap) for stap in stappen.split()], [f"baan {n}" for n in range(10)])


@pytest.mark.parametrize(
    ("tekening", "stappen"),
    [
        (".b .c ad .e .f", "ab ac ad ae af"),
        ("b. c. da e. f.", "ba ca da ea fa"),
        ("a.b c.d e.f", "ab cd ef ad cf"),
        ("ab. c.d", "ab ad cd bd"),
        ("a...b c.d.g .e.f.", "ab cd dg ef cb"),
        ("ab cd", "ab cd ba dc"),
        ("abc", "ab bc ac ca"),
        ("ab cd ef", "ab cd ef ad cf"),
    ],
)
def test_lines_that_need_not_cross_do_not_cross(tekening, stappen):
    assert kruisingen(maak_kaart(tekening, stappen)) == []


def test_lines_that_must_cross_cross_once():
    assert kruisingen(maak_kaart("ab cd", "ad cb")) == [("a", "d", "c", "b")]


def test_the_only_line_at_a_card_is_in_its_middle():
    kaart = maak_kaart("a. .b", "ab")

    assert lijn(kaart, "a", "b").punten == ((95, 50), (100, 50), (100, 150), (105, 150))


def test_lines_leave_a_card_in_the_order_of_where_they_go():
    kaart = maak_kaart(".b ac .d", "ad ac ab")

    uit = sorted((lijn.punten[0][1], lijn.naar) for lijn in kaart.lijnen)
    assert [naar for _, naar in uit] == ["b", "c", "d"]
    assert len({hoogte for hoogte, _ in uit}) == 3


def test_a_line_past_another_card_runs_in_the_gap_beside_the_row():
    kaart = maak_kaart("abc d.e", "ab bc ac de")

    assert lijn(kaart, "a", "c").punten == ((95, 36), (100, 36), (100, 4), (200, 4), (200, 36), (205, 36))


def test_lines_that_share_a_gutter_keep_their_distance_around_its_middle():
    kaart = maak_kaart("a.. b.. .c. .d.", "ac ad bd")

    assert sorted({x for lijn in kaart.lijnen for x, _ in lijn.punten[1:-1]}) == [97.333, 100, 102.667]


def test_a_way_back_goes_around_the_outside():
    kaart = maak_kaart("ab", "ab ba")

    assert lijn(kaart, "a", "b").punten == ((95, 50), (105, 50))
    assert kruisingen(kaart) == []


def test_of_two_equal_ways_on_the_one_with_the_same_word_in_its_name_is_straight():
    knopen = [Knoop("bakker", 1, "z"), Knoop("aaa", 2, "z"), Knoop("taartbakker", 2, "z")]

    kaart = teken(knopen, [("bakker", "aaa"), ("bakker", "taartbakker")], ["z"])

    assert kaart.plaatsen["taartbakker"].rij == kaart.plaatsen["bakker"].rij


def test_a_circle_starts_where_one_comes_in():
    knopen = [Knoop("instroom", 1, "z"), Knoop("a", 2, "z"), Knoop("b", 2, "z")]

    kaart = teken(knopen, [("instroom", "b"), ("b", "a"), ("a", "b")], ["z"])

    assert [p.slug for p in kaart.plaatsen.values()] == ["instroom", "b", "a"]


def test_functies_without_steps_stand_below_the_others_by_name():
    knopen = [Knoop(slug, 1, "z") for slug in "dcba"] + [Knoop("e", 2, "z")]

    kaart = teken(knopen, [("c", "e")], ["z"])

    assert [p.slug for p in kaart.plaatsen.values()] == ["c", "a", "b", "d", "e"]


# Input and output


def test_a_map_of_nothing_is_empty():
    assert teken([], [("a", "b")], ["zorg"]) == Kaart(0, 0, {}, (), (), ())


def test_one_functie_makes_a_map_of_one_cell():
    assert teken([Knoop("a", 4, "zorg")], [], []) == Kaart(
        1, 1, {"a": Plaats("a", 0, 0)}, (Band(4, 0, 1),), (Band("zorg", 0, 1),), ()
    )


def test_lanes_not_named_come_last_by_name_and_lanes_without_functies_take_no_rows():
    knopen = [Knoop(slug, 1, f"baan-{slug}") for slug in "cab"]

    kaart = teken(knopen, [], ["leeg", "baan-c", "baan-c"])

    assert kaart.banen == (Band("baan-c", 0, 1), Band("baan-a", 1, 2), Band("baan-b", 2, 3))


def test_steps_to_nowhere_to_itself_or_twice_are_left_out():
    knopen = [Knoop("a", 1, "z"), Knoop("b", 2, "z")]

    kaart = teken(knopen, [("a", "b"), ("a", "b"), ("a", "a"), ("a", "weg"), ("weg", "b")], ["z"])

    assert kaart.lijnen == (Lijn("a", "b", ((95, 50), (105, 50))),)


def test_two_functies_with_one_slug_are_refused():
    with pytest.raises(ValueError, match="slug"):
        teken([Knoop("a", 1, "z"), Knoop("a", 2, "z")], [], ["z"])


@pytest.mark.parametrize(("aantal", "past"), [(24, True), (25, False)])
def test_a_map_fits_up_to_24_columns_and_rows(aantal, past):
    breed = teken([Knoop(str(n), n, "z") for n in range(aantal)], [], ["z"])
    hoog = teken([Knoop(str(n), 1, "z") for n in range(aantal)], [], ["z"])

    assert (breed.past, hoog.past) == (past, past)


def test_corners_are_round():
    trap = Lijn("a", "b", ((95, 50), (100, 50), (100, 80), (200, 80), (200, 84), (300, 84)))

    assert trap.d == (
        "M95 50L97.5 50Q100 50 100 55L100 72Q100 80 104 80L199 80Q200 80 200 82L200 82Q200 84 201 84L300 84"
    )


def test_omgeving_is_the_functie_with_those_before_and_after_it():
    stappen = [("a", "b"), ("b", "c"), ("c", "d"), ("c", "e"), ("a", "f"), ("f", "g")]

    assert omgeving("c", stappen) == {"b", "c", "d", "e"}


def test_omgeving_of_an_island_is_the_functie_itself():
    assert omgeving("los", [("a", "b"), ("b", "c")]) == {"los"}


def test_for_a_map_that_is_too_large_no_best_rows_are_sought(monkeypatch):
    monkeypatch.setattr("functies.kaart.Rijen.verbeterd", lambda rijen: pytest.fail("it is searched all the same"))
    knopen = [Knoop(f"f{nummer}", nummer % 3, "a") for nummer in range(90)]

    kaart = teken(knopen, [("f0", "f1"), ("f1", "f2")], ["a"])

    assert (kaart.past, kaart.lijnen, len(kaart.plaatsen)) == (False, (), 90)
