"""The difference between two texts, word by word: nothing lost, nothing hidden, and quick."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitgave.woordverschil import GELIJK, NIEUW, WEG, Deel, ingekort, vergelijk_woorden

# Few words, so that two texts have much in common; with what is hard to see or to split.
STUKJES = st.sampled_from(
    [
        "je",
        "werkt",
        "hier",
        ".",
        ",",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\u00a0",
        "\u00ad",
        "é",
        "e\u0301",
        "https://a.nl/b",
    ]
)
TEKST = st.lists(STUKJES, max_size=60).map("".join) | st.text(max_size=40)
ALINEAS = st.lists(TEKST, max_size=8).map("\n\n".join)
LANG = "Een lange zin die precies zo blijft staan als hij stond. " * 20


def zonder(delen, soort):
    return "".join(deel.tekst for deel in delen if deel.soort != soort)


@given(oud=ALINEAS, nieuw=ALINEAS)
def test_kept_and_deleted_is_the_old_text_and_kept_and_inserted_the_new(oud, nieuw):
    delen = vergelijk_woorden(oud, nieuw)

    assert (zonder(delen, NIEUW), zonder(delen, WEG)) == (oud, nieuw)
    assert all(deel.tekst for deel in delen)


@given(tekst=ALINEAS)
def test_a_text_does_not_differ_from_itself(tekst):
    assert {deel.soort for deel in vergelijk_woorden(tekst, tekst)} <= {GELIJK}


@given(oud=ALINEAS, nieuw=ALINEAS)
def test_shortening_hides_nothing_that_changed(oud, nieuw):
    delen = vergelijk_woorden(LANG + oud, LANG + nieuw + LANG)

    kort = ingekort(delen)

    def veranderd(rij):
        return [deel for deel in rij if deel.soort != GELIJK]

    assert veranderd(kort) == veranderd(delen)


@given(oud=ALINEAS, nieuw=ALINEAS)
def test_every_change_can_be_seen(oud, nieuw):
    for deel in vergelijk_woorden(oud, nieuw):
        if deel.soort != GELIJK:
            assert deel.getoond.strip()
            assert deel.getoond.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("oud", "nieuw", "delen"),
    [
        ("", "", []),
        ("", "Nieuw.", [(NIEUW, "Nieuw.")]),
        ("Je werkt hier.", "Je werkt vaak hier.", [(GELIJK, "Je werkt "), (NIEUW, "vaak "), (GELIJK, "hier.")]),
        (
            "Je helpt de bakker.",
            "Je helpt de klant.",
            [(GELIJK, "Je helpt de "), (WEG, "bakker"), (NIEUW, "klant"), (GELIJK, ".")],
        ),
        (
            "Kijk op https://www.a.nl/oud voor meer.",
            "Kijk op https://www.a.nl/nieuw voor meer.",
            [
                (GELIJK, "Kijk op "),
                (WEG, "https://www.a.nl/oud"),
                (NIEUW, "https://www.a.nl/nieuw"),
                (GELIJK, " voor meer."),
            ],
        ),
        (
            "Zin een.\n\nZin twee.",
            "Zin een.\nZin twee.",
            [(GELIJK, "Zin een."), (WEG, "\n\n"), (NIEUW, "\n"), (GELIJK, "Zin twee.")],
        ),
        (
            "Iets heel anders dan dit.",
            "Geen woord daarvan.",
            [(WEG, "Iets heel anders dan dit."), (NIEUW, "Geen woord daarvan.")],
        ),
    ],
)
def test_the_parts_read_as_a_person_would_mark_them(oud, nieuw, delen):
    assert vergelijk_woorden(oud, nieuw) == [Deel(*deel) for deel in delen]


def test_a_loose_word_between_two_changes_is_part_of_the_change():
    delen = vergelijk_woorden(
        "Aan het begin staat dit. Jij beantwoordt telefoontjes en mailtjes snel. Aan het eind staat dat.",
        "Aan het begin staat dit. Klanten spreken en helpen doe jij. Aan het eind staat dat.",
    )

    assert [deel.soort for deel in delen] == [GELIJK, WEG, NIEUW, GELIJK]


def test_what_stays_the_same_is_shortened_around_the_change():
    oud = f"{LANG}Dit gaat weg.\n\n{LANG}Dit ook."
    nieuw = f"{LANG}Dit bleef.\n\n{LANG}Dit niet."

    kort = ingekort(vergelijk_woorden(oud, nieuw))

    assert [deel.tekst.count("…") for deel in kort if deel.soort == GELIJK][:2] == [1, 1]
    assert kort[0].tekst.startswith(" … ")
    assert kort[0].tekst.endswith("Dit ")
    assert sum(len(deel.tekst) for deel in kort) < 500


@pytest.mark.parametrize(
    ("teken", "getoond"), [(" ", "␣"), ("\n", "¶\n"), ("\u00ad", "[U+00AD]"), ("\u200b", "[U+200B]")]
)
def test_a_change_of_something_invisible_shows(teken, getoond):
    delen = vergelijk_woorden("een twee drie", f"een twee {teken}drie")

    assert getoond in "".join(deel.getoond for deel in delen if deel.soort == NIEUW)


WOORDEN = [f"woord{nummer}" for nummer in range(4000)]
AFWISSELEND = [
    " ".join(f"{woord} {ander}{nummer}" for nummer, woord in enumerate(WOORDEN)) for ander in ("een", "ander")
]


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        (AFWISSELEND[0], AFWISSELEND[1]),
        ("x " + "a b " * 25_000, "y " + "b a b " * 25_000 + "z"),
        ("x\n" + "a\n" * 50_000, "y\n" + "a\nb\n" * 25_000 + "z"),
        ("\n\n".join(WOORDEN * 4), "\n\n".join(WOORDEN[::-1] * 4)),
    ],
    ids=["every other word", "two words", "lines", "reversed"],
)
def test_a_very_long_text_takes_no_long_time(oud, nieuw):
    begin = perf_counter()

    delen = vergelijk_woorden(oud, nieuw)

    assert perf_counter() - begin < 5  # a full comparison takes minutes
    assert (zonder(delen, NIEUW), zonder(delen, WEG)) == (oud, nieuw)


def test_in_a_very_long_text_the_words_that_changed_are_still_found():
    alineas = [f"Alinea {nummer}. {LANG}" for nummer in range(100)]
    anders = [
        alinea.replace("precies", "bijna") if nummer in (3, 90) else alinea for nummer, alinea in enumerate(alineas)
    ]

    delen = vergelijk_woorden("\n\n".join(alineas), "\n\n".join(anders))

    assert {deel.tekst for deel in delen if deel.soort == WEG} == {"precies"}
    assert {deel.tekst for deel in delen if deel.soort == NIEUW} == {"bijna"}
