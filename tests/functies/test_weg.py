"""What a way asks of somebody: by hand on a small network, and what must hold on every network."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from functies.weg import BUITEN, Oordeel, Soort, Vraagt, Waar, Wegwijzer

FUNCTIES = {
    "a": Vraagt(passend=("school",), eisen=("vog",), competenties=("bellen", "plannen")),
    "b": Vraagt(passend=("school",), vereist=("papier",), eisen=("vog",), competenties=("plannen", "leiden")),
    "c": Vraagt(passend=("hoger", "anders"), vereist=("papier",), eisen=("vog", "big"), competenties=("bellen", "x")),
    "top": Vraagt(passend=("master",), eisen=("vog", "big"), competenties=("x", "y")),
}
STAPPEN = [("a", "b"), ("a", "c"), ("b", "c"), ("c", "top")]
KAART = Wegwijzer(FUNCTIES, STAPPEN, {("a", "b"), ("b", "c")}, {"master": ("hoger", "anders")})


def haltes(waar, naar):
    return [(weg.begin, *(stap.functie for stap in weg.stappen)) for weg in KAART.vanuit(waar).wegen(naar)]


def test_ways_that_people_mostly_take_come_first_and_then_the_short_ones():
    assert haltes(Waar(("a",)), "c") == [("a", "b", "c"), ("a", "c")]
    assert [weg.gebruikelijk for weg in KAART.vanuit(Waar(("a",))).wegen("c")] == [True, False]


def test_ways_start_from_every_beginning_and_the_direct_one_comes_first():
    waar = Waar(functies=("a",), opleidingen=("hoger",))

    assert haltes(waar, "c") == [("a", "c"), ("a", "b", "c")]
    assert haltes(Waar(functies=("b",), opleidingen=("master",)), "top")[0] == (None, "top")


def test_an_opleiding_that_builds_on_others_includes_them_only_where_each_of_them_fits():
    master = KAART.vanuit(Waar(opleidingen=("master",)))
    half = Wegwijzer({**FUNCTIES, "c": Vraagt(passend=("hoger",))}, STAPPEN, (), {"master": ("hoger", "anders")})

    assert set(master.past) == {"c", "top"}
    assert master.wegen("c")[0].stappen[0].oordeel == Oordeel.INBEGREPEN
    assert half.vanuit(Waar(opleidingen=("master",))).past == ("top",)


def test_who_works_where_only_the_master_fits_needs_none_of_what_it_builds_on():
    stap = KAART.vanuit(Waar(functies=("top",))).wegen("c")[0].stappen[0]

    assert (stap.oordeel, stap.opleidingen, stap.eisen) == (Oordeel.PAST, ("hoger", "anders"), ())


def test_what_a_functie_brings_counts_also_where_no_steps_lead():
    (weg,) = KAART.vanuit(Waar(functies=("c",))).wegen("b")
    (stap,) = weg.stappen

    assert (weg.bekend, weg.begin, stap.eisen, stap.diplomas) == (False, None, (), ())
    assert weg.totaal.mee == ()


def test_each_state_of_a_functie():
    school = KAART.vanuit(Waar(opleidingen=("school",)))
    begin = KAART.vanuit(Waar(begin=("a",)))

    assert school.stand("a").soort == Soort.PAST  # all ask a vog: that is no news
    assert (school.stand("b").soort, school.stand("b").diplomas) == (Soort.PAST_MET, ("papier",))
    assert (school.stand("c").soort, school.stand("c").stappen) == (Soort.VERDER, 1)
    assert (begin.stand("a").soort, begin.stand("b").soort) == (Soort.BEGIN, Soort.VERDER)
    assert KAART.vanuit(Waar(functies=("b",))).stand("b").soort == Soort.HIER
    assert KAART.vanuit(Waar(opleidingen=("master",))).stand("a").soort == Soort.NIET_GENOEMD


OPLEIDINGEN = [f"o{n}" for n in range(5)]
some = st.lists(st.sampled_from(OPLEIDINGEN), max_size=3, unique=True).map(tuple)


@st.composite
def gevallen(draw):
    """A network, where somebody stands in it, and a goal."""
    slugs = [f"f{n}" for n in range(draw(st.integers(1, 7)))]
    woorden = st.lists(st.sampled_from("klmnop"), max_size=4, unique=True).map(tuple)
    functies = {slug: Vraagt(draw(some), draw(some), draw(woorden), draw(woorden)) for slug in slugs}
    paar = st.tuples(st.sampled_from(slugs), st.sampled_from(slugs)).filter(lambda p: p[0] != p[1])
    stappen = draw(st.lists(paar, max_size=14, unique=True)) if len(slugs) > 1 else []
    gewoon = {stap for stap in stappen if draw(st.booleans())}
    bouwt = draw(st.dictionaries(st.sampled_from(OPLEIDINGEN), some, max_size=3))
    enige = st.lists(st.sampled_from(slugs), max_size=2, unique=True).map(tuple)
    waar = Waar(draw(enige), draw(some), draw(woorden), draw(enige))
    return Wegwijzer(functies, stappen, gewoon, bouwt), waar, draw(st.sampled_from(slugs))


@given(gevallen())
def test_no_way_asks_what_was_there_at_its_start_or_was_asked_before(geval):
    kaart, waar, naar = geval
    werk = [kaart.functies[slug] for slug in waar.functies]
    for weg in kaart.vanuit(waar).wegen(naar):
        totaal, doel = weg.totaal, kaart.functies[naar]
        assert not {*totaal.diplomas} & {*waar.opleidingen, *(d for f in werk for d in f.vereist)}
        assert not {*totaal.eisen} & {e for f in werk for e in f.eisen}
        assert not {*totaal.leren} & {*waar.competenties, *(c for f in werk for c in f.competenties)}
        assert len(totaal.diplomas) == len({*totaal.diplomas})
        assert len(totaal.eisen) == len({*totaal.eisen})
        assert {*totaal.mee, *totaal.leren} == {*doel.competenties}
        assert all(not {*groep} & {*waar.opleidingen} for groep in totaal.opleidingen)
        gevraagd = {d for stap in weg.stappen for d in kaart.functies[stap.functie].vereist}
        assert gevraagd >= {*totaal.diplomas}
        for stap in weg.stappen:
            vraagt = kaart.functies[stap.functie]
            assert sorted((*stap.kan, *stap.mee, *stap.leren)) == sorted(vraagt.competenties)
            assert {*stap.opleidingen} <= {*vraagt.passend}
            assert (stap.oordeel == Oordeel.ONBEKEND) == (not vraagt.passend)


@given(gevallen())
def test_every_way_follows_the_steps_and_the_best_is_what_the_map_says(geval):
    kaart, waar, naar = geval
    vertrek = kaart.vanuit(waar)
    stand, wegen = vertrek.stand(naar), vertrek.wegen(naar)

    assert (stand.soort == Soort.HIER) == (naar in waar.functies) == (wegen == [])
    for weg in wegen:
        route = (weg.begin or BUITEN, *(stap.functie for stap in weg.stappen))
        assert route[-1] == naar
        assert len(route) == len(set(route))
        if weg.bekend:
            binnen = {*vertrek.past, *waar.begin}
            assert all(paar in kaart.stappen or (paar[0] == BUITEN and paar[1] in binnen) for paar in pairwise(route))
        else:
            assert (stand.soort, len(wegen)) == (Soort.NIET_GENOEMD, 1)
    if stand.soort == Soort.VERDER:
        beste = wegen[0]
        assert stand.route == (*filter(None, [beste.begin]), *(stap.functie for stap in beste.stappen))
    if stand.soort in (Soort.PAST, Soort.PAST_MET):
        assert naar in vertrek.past


@given(gevallen())
def test_having_more_never_asks_more(geval):
    kaart, waar, naar = geval
    meer = Waar(waar.functies, OPLEIDINGEN, waar.competenties, waar.begin)
    for weg in kaart.vanuit(meer).wegen(naar):
        assert (weg.totaal.opleidingen, weg.totaal.diplomas) == ((), ())
