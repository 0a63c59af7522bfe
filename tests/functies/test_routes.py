"""Routes between functies: named examples, and any network against networkx."""

import os
import subprocess
import sys
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functies.routes import Netwerk
from tests.voorbeelden import voorbeelden

pytestmark = pytest.mark.een_database

STAPPEN = [
    ("winkelmedewerker", "broodbakker"),
    ("winkelmedewerker", "winkelleider"),
    ("winkelmedewerker", "bedrijfsleider"),
    ("winkelleider", "bedrijfsleider"),
    ("broodbakker", "banketbakker"),
    ("banketbakker", "meesterbakker"),
]
DIRECT = ("winkelmedewerker", "bedrijfsleider")
OMWEG = ("winkelmedewerker", "winkelleider", "bedrijfsleider")


def netwerk(tekst: str) -> Netwerk:
    """A network from steps of one letter: "ab bc"."""
    return Netwerk((van, naar) for van, naar in tekst.split())


def test_the_direct_step_comes_before_the_way_round():
    assert Netwerk(STAPPEN).routes("winkelmedewerker", "bedrijfsleider") == [DIRECT, OMWEG]


def test_a_step_leads_one_way_only():
    assert Netwerk(STAPPEN).routes("bedrijfsleider", "winkelmedewerker") == []


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("broodbakker", "bedrijfsleider"),
        ("broodbakker", "broodbakker"),
        ("broodbakker", "piloot"),
        ("piloot", "broodbakker"),
        ("piloot", "piloot"),
    ],
    ids=["no route", "the same", "unknown end", "unknown start", "both unknown and the same"],
)
def test_there_are_no_routes(van, naar):
    assert Netwerk(STAPPEN).routes(van, naar) == []


def test_a_network_without_steps_has_no_routes():
    assert Netwerk([]).routes("a", "b") == []


def test_no_functie_comes_twice_though_the_steps_go_round():
    assert netwerk("ab ba bc cb ca ac").routes("a", "c") == [("a", "c"), ("a", "b", "c")]


def test_doubles_and_steps_to_itself_change_nothing():
    assert netwerk("ab ab aa bb bc bc").routes("a", "c") == [("a", "b", "c")]


def test_equally_long_routes_follow_by_alphabet():
    assert netwerk("az zc ab bc ay yc").routes("a", "c") == [("a", "b", "c"), ("a", "y", "c"), ("a", "z", "c")]


def test_a_longer_route_is_given_up_to_the_extra_steps():
    stappen = netwerk("az ab bz ac cd dz ae ef fg gz")

    assert [len(route) - 1 for route in stappen.routes("a", "z")] == [1, 2, 3]
    assert [len(route) - 1 for route in stappen.routes("a", "z", extra=3)] == [1, 2, 3, 4]
    assert stappen.routes("a", "z", extra=0) == [("a", "z")]
    assert stappen.routes("a", "z", extra=-1) == []


def test_no_more_routes_are_given_than_asked_for():
    stappen = netwerk("az ab bz ac cz ad dz ae ez af fz")

    assert stappen.routes("a", "z") == [("a", "z"), *(("a", via, "z") for via in "bcde")]
    assert stappen.routes("a", "z", hoogstens=1) == [("a", "z")]
    assert stappen.routes("a", "z", hoogstens=0) == []


def test_distances_count_from_the_nearest_start():
    stappen = netwerk("ab bc cd xc")

    assert stappen.afstanden(["a"]) == {"a": 0, "b": 1, "c": 2, "d": 3}
    assert stappen.afstanden(["a", "x"]) == {"a": 0, "x": 0, "b": 1, "c": 1, "d": 2}
    assert stappen.afstanden([]) == {}
    assert stappen.afstanden_naar("c") == {"c": 0, "b": 1, "x": 1, "a": 2}


def test_a_functie_without_steps_only_reaches_itself():
    stappen = netwerk("ab")

    assert stappen.afstanden(["q"]) == {"q": 0}
    assert stappen.afstanden_naar("q") == {"q": 0}
    assert stappen.kortste(["q"], "b") == ()
    assert stappen.kortste(["q"], "q") == ("q",)


def test_the_shortest_route_starts_at_the_nearest_and_then_goes_by_alphabet():
    stappen = netwerk("ab bc cd xc yc xw wd")

    assert stappen.kortste(["a", "y", "x"], "d") == ("x", "c", "d")
    assert stappen.kortste(["a", "d"], "d") == ("d",)
    assert stappen.kortste(["d"], "a") == ()
    assert stappen.kortste([], "a") == ()


# Where a plain depth-first search goes through all of 2 ** 100 ways, these end in milliseconds.

RUITEN = [
    stap
    for n in range(100, 200)
    for via in (f"b{n}", f"c{n}")
    for stap in [(f"a{n}", via), (via, f"a{n + 1}"), (via, f"a{n}"), (f"a{n + 1}", via)]
]


@pytest.mark.parametrize("extra", [0, 1, 2, 50, 1000])
def test_many_near_misses_do_not_make_the_search_explode(extra):
    routes = Netwerk(RUITEN).routes("a100", "a200", extra=extra)

    assert [len(route) - 1 for route in routes] == [200] * 5
    assert routes == sorted(routes)


@pytest.mark.parametrize("extra", [1, 2, 50, 1000])
def test_the_search_ends_where_all_ways_but_one_lead_back(extra):
    """The end hangs on the start of all those ways, and a step back is no route."""
    stappen = [*RUITEN, ("van", "a100"), ("a100", "naar"), ("a200", "van")]

    assert Netwerk(stappen).routes("van", "naar", extra=extra) == [("van", "a100", "naar")]


# Generated networks: circles, islands, doubles and steps to itself, from sparse to every step there is.

LETTERS = "abcdefghijkl"


@st.composite
def netwerken(draw):
    letters = st.sampled_from(LETTERS[: draw(st.integers(1, len(LETTERS)))])
    minst = draw(st.sampled_from([0, 0, 10, 25, 50]))
    return draw(st.lists(st.tuples(letters, letters), min_size=minst, max_size=minst + 15))


def graaf(stappen) -> nx.DiGraph:
    """The same network for networkx; also functies without steps, which it would refuse."""
    graph = nx.DiGraph(stappen)
    graph.add_nodes_from(LETTERS)
    return graph


ieder = st.sampled_from(LETTERS)
groepen = st.lists(ieder, max_size=4)
herhaald = settings(max_examples=voorbeelden(300))


@herhaald
@given(netwerken(), ieder, ieder, st.sampled_from([0, 1, 2, 2, 3, 20]), st.sampled_from([1, 2, 5, 5, 40]))
def test_the_routes_are_the_best_of_all_simple_paths(stappen, van, naar, extra, hoogstens):
    graph = graaf(stappen)
    verwacht = []
    if van != naar and nx.has_path(graph, van, naar):
        grens = min(nx.shortest_path_length(graph, van, naar) + extra, 5 if len(graph.edges) > 30 else 12)
        extra = grens - nx.shortest_path_length(graph, van, naar)
        verwacht = sorted(map(tuple, nx.all_simple_paths(graph, van, naar, grens)), key=lambda r: (len(r), r))

    assert Netwerk(stappen).routes(van, naar, extra, hoogstens) == verwacht[:hoogstens]


@herhaald
@given(netwerken(), groepen)
def test_the_distances_are_those_of_networkx(stappen, begin):
    graph = graaf(stappen)

    gevonden = Netwerk(stappen).afstanden(begin)

    assert gevonden == (nx.multi_source_dijkstra_path_length(graph, set(begin)) if begin else {})
    assert list(gevonden.values()) == sorted(gevonden.values())


@herhaald
@given(netwerken(), ieder)
def test_the_distances_to_an_end_are_those_of_networkx(stappen, einde):
    assert Netwerk(stappen).afstanden_naar(einde) == dict(nx.single_target_shortest_path_length(graaf(stappen), einde))


@herhaald
@given(netwerken(), groepen, ieder)
def test_the_shortest_route_is_the_first_of_all_shortest_paths(stappen, begin, naar):
    graph = graaf(stappen)
    alle = [
        tuple(pad) for van in begin if nx.has_path(graph, van, naar) for pad in nx.all_shortest_paths(graph, van, naar)
    ]

    assert Netwerk(stappen).kortste(begin, naar) == min(alle, key=lambda route: (len(route), route), default=())


@herhaald
@given(netwerken(), st.randoms(use_true_random=False), ieder, ieder)
def test_the_order_of_steps_makes_no_difference(stappen, toeval, van, naar):
    anders = stappen * 2
    toeval.shuffle(anders)
    een, ander = Netwerk(stappen), Netwerk(iter(anders))

    assert een.routes(van, naar) == ander.routes(van, naar)
    assert list(een.afstanden([van, naar]).items()) == list(ander.afstanden([naar, van]).items())
    assert een.kortste([van, "a"], naar) == ander.kortste(["a", van], naar)


@herhaald
@given(netwerken(), ieder, ieder)
def test_a_route_follows_steps_and_starts_and_ends_where_asked(stappen, van, naar):
    for route in Netwerk(stappen).routes(van, naar):
        assert (route[0], route[-1]) == (van, naar)
        assert set(pairwise(route)) <= set(stappen)
        assert len(set(route)) == len(route)


def test_the_hash_seed_makes_no_difference():
    code = (
        "from functies.routes import Netwerk; from tests.functies.test_routes import RUITEN; n = Netwerk(RUITEN);"
        "print(n.routes('a100', 'a109'), n.afstanden(['a150', 'b150']), n.kortste({'b100', 'c100'}, 'a120'))"
    )
    uitkomsten = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": zaad}, capture_output=True, check=True
        ).stdout
        for zaad in "123"
    }

    assert len(uitkomsten) == 1
