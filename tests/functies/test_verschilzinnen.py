"""What is said of the difference between functies: always two sentences, and nothing that nobody knows."""

import pytest

from functies.verschilzinnen import Kant, verschilzinnen

BAKKER = Kant("Bakker", "gezel", ("Pas",), frozenset("abc"))


@pytest.mark.parametrize(
    ("ander", "eerste", "tweede"),
    [
        (
            Kant("Meester", "meester", ("Pas", "Diploma"), frozenset("abcd")),
            "Bij meester is het niveau meester in plaats van gezel en heb je ook nodig: Diploma.",
            "Bij meester is 1 van de 4 competenties nieuw.",
        ),
        (
            Kant("BBQ-kok", "", (), frozenset("abxy")),
            "Bij BBQ-kok is niet genoemd: Pas.",
            "Bij BBQ-kok zijn 2 van de 4 competenties nieuw en valt er 1 weg.",
        ),
        (
            Kant("Kok", "gezel", ("Pas",), frozenset("ab")),
            "Bij kok is in niveau en eisen geen verschil bekend.",
            "Bij kok komen er geen competenties bij en valt er 1 weg.",
        ),
        (
            Kant("Kok", "gezel", ("A", "B", "C", "D", "E"), frozenset()),
            "Bij kok heb je ook nodig: A, B, C en nog 2.",
            "Bij kok zijn nog geen competenties bekend.",
        ),
        (
            Kant("Kok", "gezel", ("Pas",), frozenset("x")),
            "Bij kok is in niveau en eisen geen verschil bekend.",
            "Bij kok is de enige competentie nieuw en vallen er 3 weg.",
        ),
    ],
)
def test_of_two_one_sentence_is_about_what_you_need_and_one_about_competenties(ander, eerste, tweede):
    assert verschilzinnen(BAKKER, [ander]) == [eerste, tweede]


def test_of_three_each_of_the_others_has_a_sentence():
    kok = Kant("Kok", "meester", ("Pas", "Mes"), frozenset("xy"))
    hulp = Kant("Hulp", "", ("Pas",), frozenset("a"))

    assert verschilzinnen(BAKKER, [kok, hulp]) == [
        "Bij kok is het niveau meester in plaats van gezel, zijn alle 2 competenties nieuw en heb je ook nodig: Mes.",
        "Bij hulp komen er geen competenties bij.",
    ]
