"""Long words break between the parts of a compound, and nowhere else. Words in, parts out: no database."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontwikkelpad.woorddelen import KORTST, LANG, STREEP, TREMA, fout_in, woorddelen

LETTERS = "abenslkïé"
woorden = st.text(LETTERS, min_size=1, max_size=9)
teksten = st.lists(st.lists(st.one_of(woorden, st.lists(woorden, max_size=5).map("".join))).map(" ".join))


def breekt(woord, tekst="", **lijst):
    """How a word breaks on a site that also says `tekst`, when its editors say `lijst`."""
    return STREEP.join(woorddelen([tekst, woord], lijst).get(woord.lower(), (woord,)))


@pytest.mark.parametrize(
    ("woord", "tekst", "gebroken"),
    [
        ("magazijnmedewerker", "Een medewerker in het magazijn.", "magazijn|medewerker"),
        ("Magazijnmedewerker", "MEDEWERKER, magazijn", "magazijn|medewerker"),
        ("bedrijfsvoorlichting", "bedrijf voorlichting", "bedrijfs|voorlichting"),
        ("bloemenwinkelier", "bloem winkelier", "bloemen|winkelier"),
        ("lasserswerkplaats", "lasser werkplaats", "lassers|werkplaats"),
        ("timmermanswerkplaats", "timmermans werk plaats", "timmermans|werk|plaats"),
        ("kraanmachinistencursus", "kraanmachinist cursus", "kraanmachinisten|cursus"),
        ("kraanmachinistencursus", "kraanmachinist cursus kraan machinist", "kraan|machinisten|cursus"),
        ("patiëntenvereniging", "patiënten vereniging", "patiënten|vereniging"),
    ],
)
def test_a_long_word_breaks_between_words_that_stand_in_the_content(woord, tekst, gebroken):
    assert breekt(woord, tekst) == gebroken


@pytest.mark.parametrize(
    ("woord", "tekst"),
    [
        ("magazijnmedewerker", "medewerker"),  # half of it is no word here
        ("kaasmaker", "kaas maker"),  # short: it fits
        ("voorbereidingen", "voor bereidingen"),  # not a part, but a piece of a verb
        ("mogelijkheden", "mogelijk heden"),  # an ending
        ("verantwoordelijk", "verantwoorde lijk"),
        ("machinefabrieken", "machinefabriek"),  # an ending is no part
        ("kastanjeboomgaard", "kastanje boo mgaard"),  # too short
        ("onderwijsideeënbus", "onderwijside ënbus"),  # beside a trema
    ],
)
def test_where_it_is_not_sure_a_word_does_not_break(woord, tekst):
    assert breekt(woord, tekst) == woord


def test_where_two_readings_differ_only_what_they_share_is_a_break():
    assert breekt("massagebedstoelkussen", "massage massa gebed bedstoel stoel kussen") == "massage|bedstoel|kussen"
    assert breekt("kwartslagenkelders", "kwart slagen kelders kwartslag enkelders") == "kwartslagenkelders"


def test_what_editors_say_of_a_word_goes_first_and_holds_for_its_endings():
    tekst = "magazijn medewerker magazijnmedewerkers"

    assert breekt("magazijnmedewerkers", tekst, magazijnmedewerker="magazijn|mede|werker") == "magazijn|mede|werkers"
    assert breekt("magazijnmedewerkers", tekst, magazijnmedewerker="") == "magazijnmedewerkers"
    assert breekt("lasbril", lasbril="las|bril") == "las|bril"


def test_a_part_that_editors_named_is_a_word_in_other_words_too():
    assert breekt("magazijnbegeleider", "begeleider", magazijnmeester="magazijn|meester") == "magazijn|begeleider"


@pytest.mark.parametrize(
    "delen", ["magazijn|meesters", "magazijnmeester|", "|", "x|y", "||magazijnmeester", "<b>|</b>"]
)
def test_parts_that_are_not_those_of_the_word_break_nothing(delen):
    assert breekt("magazijnmeester", magazijnmeester=delen) == "magazijnmeester"


@given(teksten, st.dictionaries(woorden, st.text(LETTERS + STREEP, max_size=9), max_size=3))
def test_the_parts_are_the_word_and_every_break_has_its_distance(teksten, lijst):
    gevonden = woorddelen(teksten, lijst)

    for woord, delen in gevonden.items():
        assert "".join(delen) == woord
        assert len(delen) > 1
    for woord, delen in woorddelen(teksten, {}).items():
        assert len(woord) >= LANG
        assert min(map(len, delen)) >= KORTST
        for voor, na in pairwise(delen):
            assert not {voor[-1], na[0]} & set(TREMA)
    for nooit in (woord for woord, delen in lijst.items() if not delen):
        assert nooit not in gevonden


@given(teksten)
def test_breaking_again_what_was_found_changes_nothing(teksten):
    gevonden = woorddelen(teksten, {})

    assert woorddelen(teksten, {woord: STREEP.join(delen) for woord, delen in gevonden.items()}) | gevonden == gevonden


def test_a_text_without_end_takes_no_time():
    assert breekt("ab" * 50_000, " ".join("ab" * lengte for lengte in range(2, 30))) == "ab" * 50_000


@pytest.mark.parametrize(
    ("woord", "delen", "fout"),
    [
        ("lasbril", "las|bril", ""),
        ("lasbril", "las|brillen", "hetzelfde woord"),
        ("lasbril", "lasbril", "Zet een |"),
        ("lasbril", "la|sbril", "drie letters"),
        ("lasbril", "lasbril|", "drie letters"),
        ("lasbril", "las||bril", "drie letters"),
        ("zeeëgelvanger", "zee|ëgel|vanger", "trema"),
        ("knieënkussen", "knieë|nkussen", "trema"),
    ],
)
def test_who_types_parts_reads_what_is_wrong_with_them(woord, delen, fout):
    assert fout in fout_in(woord, delen)
    assert bool(fout) == bool(fout_in(woord, delen))
