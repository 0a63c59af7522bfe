"""Which texts count as copies, and which only look a little alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.kwaliteit.gelijkenis import _paren, hetzelfde, is_kort, lijkende_namen, lijkende_teksten

# Two sentences that a source may well have at two functies.
KOPIE = (
    "Als bakker in de winkel ondersteun je diverse groepen klanten met uiteenlopende wensen voor brood en gebak "
    "en geef je persoonlijk advies. Bij grote bestellingen stel je samen met de klant, leveranciers en andere "
    "collega’s uit de bakkerij een individueel bakplan op."
)
ANDERS = "Je weegt en kneedt het deeg voor eenvoudig brood, en geeft leerlingen voorlichting, advies en recepten."


def test_the_same_words_are_the_same_text_whatever_the_capitals_and_lines():
    assert hetzelfde(["Je werkt.\nJe leert.", "Iets anders.", "je werkt, je leert", "", ""]) == [[0, 2]]


@pytest.mark.parametrize(
    "bewerkt",
    [
        KOPIE.replace("bakker in de winkel", "winkelmedewerker"),
        KOPIE.replace("uiteenlopende", "allerlei").replace("individueel", "eigen").replace("diverse", "veel"),
        " ".join(reversed(KOPIE.split(". "))),
        f"Een eigen begin. {KOPIE} Daarna komt er nog veel bij. Dat staat nergens anders, ook niet half.",
    ],
)
def test_a_copy_with_changes_is_found(bewerkt):
    assert lijkende_teksten([ANDERS, KOPIE, bewerkt]) == [[1, 2]]


def test_the_same_text_twice_is_no_likeness_but_belongs_to_one_with_a_third():
    bewerkt = KOPIE.replace("diverse", "veel")

    assert lijkende_teksten([KOPIE, KOPIE]) == []
    assert lijkende_teksten([KOPIE, ANDERS, bewerkt, KOPIE]) == [[0, 2, 3]]


@pytest.mark.parametrize(
    ("een", "ander", "lijkt"),
    [
        ("Anderen lesgeven en opleiden", "Anderen lesgeven en opleiden.", False),  # the same
        ("Duidelijk spreken en schrijven", "Duidelijk spreken en schrijven kunnen", True),
        ("Goede schriftelijke vaardigheid", "Goede schriftelijke vaardigheden", True),
        ("Geduld hebben", "Gedult hebben", False),  # too short to say
        ("Bewaken dat je team goed werkt", "Bewaken dat je eigen werk goed is", False),
        ("Anderen motiveren", "Anderen overtuigen", False),
    ],
)
def test_names_that_are_nearly_the_same_are_found(een, ander, lijkt):
    assert lijkende_namen([een, "Iets heel anders", ander]) == ([[0, 2]] if lijkt else [])


def test_a_few_words_may_stand_in_two_places():
    assert is_kort("Je leert het vak van banketbakker, op een school.")
    assert not is_kort(KOPIE)


@given(st.lists(st.text(alphabet="abc .\n", max_size=30), max_size=12))
def test_every_place_is_in_one_group_at_most_and_groups_hold_different_texts(teksten):
    for groepen in (lijkende_teksten(teksten), lijkende_namen(teksten), hetzelfde(teksten)):
        plekken = [plek for groep in groepen for plek in groep]
        assert len(plekken) == len(set(plekken))
        assert all(len(groep) > 1 for groep in groepen)


def test_texts_that_share_a_common_phrase_are_not_all_compared():
    aantal, vergeleken = 300, []
    eigen = [[(f"w{nummer}", str(n), "x") for n in range(9)] for nummer in range(aantal)]
    stukken = [frozenset([("dat", "is", "zo"), *drietallen]) for drietallen in eigen]

    def genoeg(een, ander):
        vergeleken.append((een, ander))
        return 0.5 * min(een, ander)

    [paar] = _paren([*stukken, stukken[7]], genoeg)

    assert sorted(paar) == [7, aantal]
    assert len(vergeleken) < 2 * aantal  # all pairs are 45,150
