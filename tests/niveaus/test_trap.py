"""A way of learning as steps: when each begins, how long it takes, and where it ends. Without a database."""

from dataclasses import dataclass

from niveaus.trap import trap


@dataclass(frozen=True)
class Stap:
    jaren: int
    fase: str = ""


def test_each_step_says_its_years_counted_from_the_first():
    treden = trap([Stap(3), Stap(1), Stap(2), Stap(0)])

    assert [trede.wanneer for trede in treden] == ["jaar 1 tot en met 3", "jaar 4", "jaar 5 tot en met 6", "daarna"]


def test_there_is_a_block_for_each_year_and_none_where_it_ends():
    treden = list(trap([Stap(2), Stap(1), Stap(0)]))

    assert [len(trede.blokjes) for trede in treden] == [2, 1, 0]
    assert [trede.is_einde for trede in treden] == [False, False, True]


def test_a_fase_begins_where_its_word_changes():
    treden = trap([Stap(1, "Leren"), Stap(1, "Leren"), Stap(1, "Reizen"), Stap(1, "Leren")])

    assert [trede.fase for trede in treden] == [1, 1, 2, 3]


def test_nothing_has_no_steps():
    assert list(trap([])) == []
