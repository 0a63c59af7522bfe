import os
import random
import re
import subprocess
import sys
from collections import Counter
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functies.banen import beste_volgorde
from functies.kaart import BASIS, GRENS, MEEST, Band, Kaart, Knoop, Lijn, Plaats, omgeving, overzicht, teken
from functies.lijnen import Raster
from functies.oordeel import DICHT, tekening_van
from tests.sectorkaart import maak_sector

pytestmark = pytest.mark.een_database

# Generated maps: islands, circles, steps sideways and back, up to 60 functies and 100 steps.


@st.composite
def sectoren(draw):
    niveaus, banen = draw(st.integers(1, 8)), draw(st.integers(1, 6))
    aantal, stappen = draw(st.sampled_from([(0, 0), (1, 2), (5, 8), (12, 12), (25, 40), (40, 40), (60, 100)]))
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
    bewijs = settings(max_examples=10, deadline=None, database=None, derandomize=True)
    return bewijs(given(sector=sectoren())(test))


# What is on a map, measured without the code that drew it.


def delen(lijn):
    """The straight parts of a line as boxes without width or height: left, top, right, bottom."""
    return [(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)) for (ax, ay), (bx, by) in pairwise(lijn.punten)]


def kader(kaart, plaats):
    (links, rechts), (boven, onder) = kaart.raster.kolommen[plaats.kolom], kaart.raster.rijen[plaats.rij]
    return links, boven, rechts, onder


def enkel(knopen, stappen):
    """The steps within one niveau that go one way only."""
    niveau = {k.slug: k.niveau for k in knopen}
    return [s for s in stappen if s[0] in niveau and niveau[s[0]] == niveau[s[1]] and s[::-1] not in stappen]


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
    binnen = enkel(knopen, stappen)

    kolom = {slug: plaats.kolom for slug, plaats in teken(knopen, stappen, werkvelden).plaatsen.items()}

    for van, naar in binnen:
        assert kolom[van] < kolom[naar] or van in bereikbaar(naar, binnen)


@geldt_altijd
def test_a_functie_stands_as_far_left_as_those_before_it_allow(sector):
    knopen, stappen, werkvelden = sector
    niveau = {k.slug: k.niveau for k in knopen}

    kaart = teken(knopen, stappen, werkvelden)

    eerste = {band.naam: band.van for band in kaart.niveaus}
    voor = {(naar, kaart.plaatsen[van].kolom) for van, naar in enkel(knopen, stappen)}
    for slug, plaats in kaart.plaatsen.items():
        assert plaats.kolom == eerste[niveau[slug]] or (slug, plaats.kolom - 1) in voor


@geldt_altijd
def test_functies_come_in_the_order_of_growth(sector):
    plaatsen = list(teken(*sector).plaatsen.values())

    assert plaatsen == sorted(plaatsen, key=lambda p: (p.kolom, p.rij))


# Lines


@geldt_altijd
def test_every_step_between_two_known_functies_has_one_line_and_both_ways_is_one(sector):
    knopen, stappen, werkvelden = sector
    hoogte = {k.slug: (k.hoogte, k.slug) for k in knopen}

    kaart = teken(knopen, stappen, werkvelden)

    echt = {(van, naar) for van, naar in stappen if van != naar}
    beide = {tuple(sorted(stap, key=hoogte.get)) for stap in echt if stap[::-1] in echt}
    een = {stap for stap in echt if stap[::-1] not in echt}
    assert Counter((lijn.van, lijn.naar, lijn.beide) for lijn in kaart.lijnen) == Counter(
        [(*stap, True) for stap in beide] + [(*stap, False) for stap in een]
    )


@geldt_altijd
def test_a_line_joins_the_right_of_the_left_card_with_the_left_of_the_right_one(sector):
    """In the direction of the step, which may be the other way; between cards of one column it keeps to one side."""
    kaart = teken(*sector)

    for lijn in kaart.lijnen:
        van, naar = kaart.plaatsen[lijn.van], kaart.plaatsen[lijn.naar]
        (links, boven, rechts, onder), (eind_links, eind_boven, eind_rechts, eind_onder) = (
            kader(kaart, van),
            kader(kaart, naar),
        )
        (x, y), (eind_x, eind_y) = lijn.punten[0], lijn.punten[-1]
        if van.kolom == naar.kolom:
            assert lijn.beide
            assert x == eind_x
            assert x in (links, rechts)
        else:
            assert (x, eind_x) == ((rechts, eind_links) if van.kolom < naar.kolom else (links, eind_rechts))
        assert boven + 12 <= y <= onder - 12
        assert eind_boven + 12 <= eind_y <= eind_onder - 12


@geldt_altijd
def test_a_line_has_level_and_upright_parts_inside_the_map(sector):
    kaart = teken(*sector)

    for links, boven, rechts, onder in (deel for lijn in kaart.lijnen for deel in delen(lijn)):
        assert (links == rechts) != (boven == onder)
        assert 0 <= links <= rechts <= kaart.raster.breedte
        assert 0 <= boven <= onder <= kaart.raster.hoogte


@geldt_altijd
def test_a_line_touches_no_card_but_its_own_two_and_those_only_at_its_ends(sector):
    kaart = teken(*sector)

    for lijn in kaart.lijnen:
        geraakt = {
            (slug, doorsnede(deel, kader(kaart, plaats)))
            for slug, plaats in kaart.plaatsen.items()
            for deel in delen(lijn)
            if doorsnede(deel, kader(kaart, plaats))
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
def test_no_line_runs_through_a_card_and_no_two_read_as_one(sector):
    gemeten = tekening_van(teken(*sector))

    assert gemeten.door_kaarten == 0
    assert gemeten.versmolten == 0
    assert gemeten.dichtste >= DICHT


def test_cards_are_wider_on_a_map_that_does_not_fit_on_a_screen_anyhow():
    breedten = set()
    for aantal in (9, 10):
        raster = teken([Knoop(str(n), n, "z") for n in range(aantal)], [], ["z"]).raster
        breedten |= {(aantal, rechts - links) for links, rechts in raster.kolommen}

    assert breedten == {(9, 100), (10, 124)}


@geldt_altijd
def test_heads_at_one_side_of_a_card_do_not_overlap(sector):
    kaart = teken(*sector)

    einden = [punt for lijn in kaart.lijnen for punt in (lijn.punten[0], lijn.punten[-1])]
    for (x, y), (ander_x, ander_y) in combinations(einden, 2):
        assert x != ander_x or abs(y - ander_y) >= 14


@geldt_altijd
def test_a_step_to_the_next_card_in_the_row_is_straight(sector):
    kaart = teken(*sector)

    bezet = {(p.kolom, p.rij) for p in kaart.plaatsen.values()}
    for lijn in kaart.lijnen:
        links, rechts = sorted((kaart.plaatsen[lijn.van], kaart.plaatsen[lijn.naar]), key=lambda p: p.kolom)
        vrij = links.kolom < rechts.kolom and not any(
            (k, links.rij) in bezet for k in range(links.kolom + 1, rechts.kolom)
        )
        if links.rij == rechts.rij and vrij:
            assert len(lijn.punten) == 2


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

for toeval in map(Random, range(4)):
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

    assert een.count("Kaart(") == 4
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

    assert lijn(kaart, "a", "b").punten == ((108, 52), (120, 52), (120, 156), (132, 156))


def test_lines_leave_a_card_in_the_order_of_where_they_go():
    kaart = maak_kaart(".b ac .d", "ad ac ab")

    uit = sorted((lijn.punten[0][1], lijn.naar) for lijn in kaart.lijnen)
    assert [naar for _, naar in uit] == ["b", "c", "d"]
    assert len({hoogte for hoogte, _ in uit}) == 3


def test_a_line_past_another_card_runs_in_the_gap_beside_the_row():
    kaart = maak_kaart("abc d.e", "ab bc ac de")

    hoogten = {y for _, y in lijn(kaart, "a", "c").punten[2:4]}
    assert len(hoogten) == 1
    assert not any(boven <= y <= onder for y in hoogten for boven, onder in kaart.raster.rijen)


def test_a_gutter_is_as_wide_as_the_lines_in_it_need():
    kaart = maak_kaart("a.. b.. .c. .d.", "ac ad bd")

    x = sorted({x for lijn in kaart.lijnen for x, _ in lijn.punten[1:-1]})
    (_, links), (rechts, _) = kaart.raster.kolommen
    assert [x[0] - links, *(b - a for a, b in pairwise(x)), rechts - x[-1]] == [12, 8, 8, 12]
    assert maak_kaart("ab", "ab").raster.kolommen == ((8, 108), (132, 232))


def test_a_card_with_many_lines_is_higher():
    boog = " ".join(f"a{letter}" for letter in "bcdefghij")
    kaart = maak_kaart("a......... " + " ".join("." * n + letter for n, letter in enumerate("bcdefghij", 1)), boog)

    hoogten = [onder - boven for boven, onder in kaart.raster.rijen]
    assert hoogten[0] > 9 * 14
    assert set(hoogten[1:]) == {80}


def test_a_step_both_ways_is_one_line_from_the_lower_functie_to_the_higher():
    kaart = maak_kaart("ab", "ba ab")

    assert kaart.lijnen == (Lijn("a", "b", ((108, 52), (132, 52)), beide=True),)


def test_a_step_both_ways_within_a_niveau_adds_no_column():
    knopen = [Knoop(slug, 1, "z") for slug in "abc"]

    kaart = teken(knopen, [("a", "b"), ("b", "a"), ("b", "c"), ("c", "b")], ["z"])

    assert kaart.kolommen == 1
    assert [lijn.beide for lijn in kaart.lijnen] == [True, True]
    assert all(len(lijn.punten) == 4 for lijn in kaart.lijnen)
    assert kruisingen(kaart) == []


def test_a_step_back_is_a_line_with_its_end_at_the_right_of_the_lower_functie():
    kaart = maak_kaart("ab", "ba")

    assert kaart.lijnen == (Lijn("b", "a", ((132, 52), (108, 52))),)


def test_of_two_equal_ways_on_the_one_with_the_same_word_in_its_name_is_straight():
    knopen = [Knoop("bakker", 1, "z"), Knoop("aaa", 2, "z"), Knoop("taartbakker", 2, "z")]

    kaart = teken(knopen, [("bakker", "aaa"), ("bakker", "taartbakker")], ["z"])

    assert kaart.plaatsen["taartbakker"].rij == kaart.plaatsen["bakker"].rij


def test_a_circle_starts_where_one_comes_in():
    knopen = [Knoop("instroom", 1, "z"), *(Knoop(slug, 2, "z") for slug in "abc")]

    kaart = teken(knopen, [("instroom", "b"), ("b", "a"), ("a", "c"), ("c", "b")], ["z"])

    assert [p.slug for p in kaart.plaatsen.values()] == ["instroom", "b", "a", "c"]


def test_functies_without_steps_stand_below_the_others_by_name():
    knopen = [Knoop(slug, 1, "z") for slug in "dcba"] + [Knoop("e", 2, "z")]

    kaart = teken(knopen, [("c", "e")], ["z"])

    assert [p.slug for p in kaart.plaatsen.values()] == ["c", "a", "b", "d", "e"]


# Input and output


def test_a_map_of_nothing_is_empty():
    kaart = teken([], [("a", "b")], ["zorg"])

    assert (kaart.kolommen, kaart.rijen, kaart.plaatsen, kaart.niveaus, kaart.banen, kaart.lijnen) == (
        0,
        0,
        {},
        (),
        (),
        (),
    )
    assert kaart.past


def test_one_functie_makes_a_map_of_one_cell():
    kaart = teken([Knoop("a", 4, "zorg")], [], [])

    raster = Raster(((8, 108),), ((12, 92),), 116, 104)
    assert kaart == Kaart(1, 1, {"a": Plaats("a", 0, 0)}, (Band(4, 0, 1),), (Band("zorg", 0, 1),), (), raster)


def test_lanes_not_named_come_last_by_name_and_lanes_without_functies_take_no_rows():
    knopen = [Knoop(slug, 1, f"baan-{slug}") for slug in "cab"]

    kaart = teken(knopen, [], ["leeg", "baan-c", "baan-c"])

    assert kaart.banen == (Band("baan-c", 0, 1), Band("baan-a", 1, 2), Band("baan-b", 2, 3))


def test_steps_to_nowhere_to_itself_or_twice_are_left_out():
    knopen = [Knoop("a", 1, "z"), Knoop("b", 2, "z")]

    kaart = teken(knopen, [("a", "b"), ("a", "b"), ("a", "a"), ("a", "weg"), ("weg", "b")], ["z"])

    assert kaart.lijnen == (Lijn("a", "b", ((108, 52), (132, 52))),)


def test_two_functies_with_one_slug_are_refused():
    with pytest.raises(ValueError, match="slug"):
        teken([Knoop("a", 1, "z"), Knoop("a", 2, "z")], [], ["z"])


@pytest.mark.parametrize(("aantal", "past"), [(GRENS, True), (GRENS + 1, False)])
def test_a_map_fits_up_to_so_many_columns_and_rows(aantal, past):
    breed = teken([Knoop(str(n), n, "z") for n in range(aantal)], [], ["z"])
    hoog = teken([Knoop(str(n), 1, "z") for n in range(aantal)], [], ["z"])

    assert (breed.past, hoog.past) == (past, past)


@pytest.mark.parametrize(("aantal", "past"), [(MEEST, True), (MEEST + 1, False)])
def test_a_map_fits_up_to_so_many_functies(aantal, past):
    knopen = [Knoop(f"f{n}", n % 6, f"w{n % 5}") for n in range(aantal)]

    assert teken(knopen, [], []).past == past


def test_what_stands_where_is_on_the_grid_of_the_stylesheet():
    kaart = maak_kaart("ab .c", "ab ac")

    assert kaart.heel.klassen == "kk0 k0 tt1 t20 rr0 r0 ee1 e12"
    assert kaart.vak(kaart.plaatsen["c"]).klassen == "kk0 k33 tt1 t18 rr0 r29 ee1 e9"
    onder, boven = kaart.baanvak(kaart.banen[1]), kaart.baanvak(kaart.banen[0])
    assert (boven.r, boven.e, onder.r, onder.e) == (0, 26, 26, 52)
    assert [(vak.k, vak.t) for vak in map(kaart.niveauvak, kaart.niveaus)] == [(2, 27), (33, 58)]


def test_every_place_on_the_grid_has_its_classes():
    css = (Path(__file__).parents[2] / "static" / "kaart.css").read_text()

    for naam, nummer in product(("k", "t", "r", "e", "kk", "tt", "rr", "ee"), range(BASIS)):
        assert f".{naam}{nummer}{{--{naam}:{nummer}}}" in css


# What stands in for a map that is too large, and another order of lanes


def test_the_overview_counts_functies_per_werkveld_and_niveau():
    knopen = [Knoop("a", 2, "z"), Knoop("b", 2, "z"), Knoop("c", None, "y"), Knoop("d", 1, "y")]

    telling = overzicht(knopen, ["z", "leeg", "y"])

    assert telling == {"z": {1: 0, 2: 2, None: 0}, "y": {1: 1, 2: 0, None: 1}}
    assert (list(telling), list(telling["z"])) == (["z", "y"], [1, 2, None])


def test_the_best_order_of_lanes_crosses_less_and_changes_nothing_by_itself():
    knopen = [
        Knoop(slug, int(niveau), werkveld) for slug, niveau, werkveld in ("a1x", "b2z", "c1y", "d2y", "e1z", "f2x")
    ]
    stappen = [("a", "f"), ("b", "e"), ("c", "d"), ("a", "b"), ("e", "f")]
    werkvelden = ["x", "y", "z"]

    volgorde = beste_volgorde(knopen, stappen, werkvelden)

    assert sorted(volgorde) == werkvelden
    voor, na = (tekening_van(teken(knopen, stappen, orde)).kruisingen for orde in (werkvelden, volgorde))
    assert na < voor
    assert beste_volgorde(knopen, stappen, volgorde) == volgorde


def test_an_order_of_lanes_that_cannot_be_better_stays():
    knopen = [Knoop("a", 1, "x"), Knoop("b", 2, "y")]

    assert beste_volgorde(knopen, [("a", "b")], ["y", "leeg", "x"]) == ["y", "leeg", "x"]


def test_measured_on_generated_sectors_no_line_touches_a_card_or_another_line():
    kans = random.Random(15)  # noqa: S311 - the same sectors every time
    for _ in range(6):
        sector = maak_sector(kans)
        gemeten = tekening_van(teken(sector.knopen, sector.stappen, sector.werkvelden))
        assert (gemeten.door_kaarten, gemeten.versmolten) == (0, 0)


def test_corners_are_round():
    trap = Lijn("a", "b", ((95, 50), (105, 50), (105, 80), (200, 80), (200, 84), (300, 84)))

    assert trap.d == (
        "M95 50L100 50Q105 50 105 55L105 74Q105 80 111 80L198 80Q200 80 200 82L200 82Q200 84 202 84L300 84"
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


def test_a_map_says_when_a_laptop_cannot_show_all_of_it_at_once():
    smal, breed, te_breed, hoog = (
        maak_kaart(" ".join(rijen), "")
        for rijen in (["abcde"], ["abcdefghi"], ["abcdefghijkl"], ["a", "b", "c", "d", "e"])
    )

    assert [kaart.schuift for kaart in (smal, breed, te_breed, hoog)] == [False, True, True, True]
    assert [kaart.breed for kaart in (smal, breed, te_breed, hoog)] == [False, True, False, False]


@pytest.mark.parametrize(("aantal", "op_blad"), [(1, True), (11, True), (25, True), (60, False), (300, False)])
def test_a_map_of_about_25_functies_can_be_read_on_one_sheet_of_paper(aantal, op_blad):
    for zaad in range(6):
        sector = maak_sector(random.Random(zaad), aantal)  # noqa: S311 - the same sectors every time

        assert teken(sector.knopen, sector.stappen, sector.werkvelden).op_blad == op_blad
