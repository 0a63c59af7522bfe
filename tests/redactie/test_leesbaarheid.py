"""How a Dutch text is measured: where sentences end, what counts as a word, and which hints follow."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.kwaliteit.leesbaarheid import begin_van, hints, meet
from uitgave.zinnen import woorden, zinnen

LANG = "Je maakt elke dag samen met de hele groep een plan voor alle mensen die op deze dag bij jullie komen eten."


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("", []),
        (" \n\t ", []),
        ("…", []),
        ("Je werkt. Je leert.", ["Je werkt.", "Je leert."]),
        ("Is dat zo? Ja! Mooi…", ["Is dat zo?", "Ja!", "Mooi…"]),
        ("Je doet bijv. een test. Daarna rust je.", ["Je doet bijv. een test.", "Daarna rust je."]),
        ("Je helpt o.a. ouderen, d.w.z. mensen van 70.", ["Je helpt o.a. ouderen, d.w.z. mensen van 70."]),
        ("Zie art. 14 van de wet. Lees die.", ["Zie art. 14 van de wet.", "Lees die."]),
        ("Je ruimt op, enz. en dan ga je.", ["Je ruimt op, enz. en dan ga je."]),
        ("Je ruimt op, enz. Dan ga je.", ["Je ruimt op, enz.", "Dan ga je."]),
        ("Het duurt 1.5 jaar. Of 2.000 uur.", ["Het duurt 1.5 jaar.", "Of 2.000 uur."]),
        ("Het begon in 2022. Nu is het klaar.", ["Het begon in 2022.", "Nu is het klaar."]),
        ("dit begint klein. dit ook.", ["dit begint klein.", "dit ook."]),
        ("‘Wat nu?’ vraagt ze. ‘Dit.’ Dat is alles.", ["‘Wat nu?’ vraagt ze.", "‘Dit.’", "Dat is alles."]),
        ("Ze wacht... en wacht.", ["Ze wacht... en wacht."]),
        ("Kijk op https://a.nl/b.html?c=d.e. Of bel.", ["Kijk op https://a.nl/b.html?c=d.e.", "Of bel."]),
        ("Je leert:\n- lezen\n• praten\n1. rekenen\n2) tellen", ["Je leert:", "lezen", "praten", "rekenen", "tellen"]),
        ("Een kop zonder punt\r\n\r\nEen zin.", ["Een kop zonder punt", "Een zin."]),
        ("Je zorgt - ook ’s nachts - voor rust.", ["Je zorgt - ook ’s nachts - voor rust."]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_hears_them_end(tekst, verwacht):
    assert zinnen(tekst) == verwacht


def test_a_word_has_a_letter_or_digit_and_a_link_is_one_word():
    assert woorden("Kijk – en/of bel – op https://a.nl/b.c 3 keer !") == [
        *("Kijk", "en/of", "bel", "op", "https://a.nl/b.c", "3", "keer")
    ]


def test_the_average_and_the_longest_sentence_are_counted_in_words():
    meting = meet("Je werkt hier. Je werkt hier elke dag.")

    assert (meting.gemiddeld, meting.langste, meting.te_lang) == (4, ("Je werkt hier elke dag.", 5), False)


@pytest.mark.parametrize(
    ("woorden_per_zin", "te_lang"), [((20,), False), ((21,), True), ((15, 15), False), ((15, 16), True)]
)
def test_too_long_is_one_sentence_above_twenty_or_several_above_fifteen_on_average(woorden_per_zin, te_lang):
    tekst = " ".join("woord " * (aantal - 1) + "Woord." for aantal in woorden_per_zin)

    assert meet(tekst).te_lang == te_lang


def test_long_words_are_named_once_without_links_and_without_the_words_of_the_sector():
    tekst = "Arbeidsmarktbeleid is arbeidsmarktbeleid. Een stukadoorsleerling leest www.eenheellangenaam.nl en mailt."

    assert meet(tekst).lange_woorden == ("arbeidsmarktbeleid", "stukadoorsleerling")
    assert meet(tekst, bekend={"stukadoor"}).lange_woorden == ("arbeidsmarktbeleid",)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("", []),
        ("Vier jaar.", []),
        ("Je werkt elke dag met andere mensen.", ["Eén zin van 7 woorden. Goed."]),
        ("Je werkt hier. Je leert veel.", ["Woorden per zin: gemiddeld 3. Goed."]),
        ("Je doet dit werk en je leert er ook nog van alles bij.", ["Eén zin van 13 woorden. Het kan iets korter."]),
        (LANG, ["De zin ‘Je maakt elke dag samen met …’ heeft 22 woorden. Knip hem in tweeën."]),
        (
            f"{LANG} {LANG}",
            [
                "Woorden per zin: gemiddeld 22. Dat is veel. Maak kortere zinnen, van ongeveer tien woorden.",
                "De zin ‘Je maakt elke dag samen met …’ heeft 22 woorden. Knip hem in tweeën.",
            ],
        ),
        (
            "Je werkt aan organisatieontwikkeling.",
            ["Lange woorden: organisatieontwikkeling. Kan het korter?"],
        ),
    ],
)  # fmt: skip
def test_hints_say_what_to_do_or_that_it_is_good(tekst, verwacht):
    assert hints(tekst) == verwacht


def test_the_beginning_of_a_sentence_stays_short_also_without_spaces():
    assert begin_van("Kort.") == "Kort."
    assert len(begin_van("x" * 500)) == 62


@given(st.text() | st.text(alphabet="aB1 .?!…\n-’‘()@:/"))
def test_any_text_can_be_measured(tekst):
    meting = meet(tekst)

    assert all(aantal > 0 for _, aantal in meting.zinnen)
    assert sum(aantal for _, aantal in meting.zinnen) <= len(woorden(tekst))
    assert 0 <= meting.gemiddeld <= meting.langste[1]
    assert all(len(hint) < 500 for hint in hints(tekst))


@given(st.lists(st.sampled_from(["Je werkt hier.", "Je leert veel!", "Is dat goed?", "Ja, d.w.z. soms."]), min_size=1))
def test_sentences_put_together_are_found_again(stukken):
    assert zinnen(" ".join(stukken)) == stukken
    assert zinnen("\n".join(stukken)) == stukken


@pytest.mark.parametrize("deel", [".", ".)", "a", "a.", "a. ", "\n", "- ", "‘", "?!…", "bijv. "])
def test_a_hostile_text_takes_no_longer_than_its_length(deel):
    begin = time.perf_counter()

    hints(deel * (100_000 // len(deel)))

    assert time.perf_counter() - begin < 3
