"""What sets functies apart from the first of them, in two or three Dutch sentences. Pure: values in, sentences out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from uitgave.tekst import kleine_letter, opsomming

MEEST = 3  # names in one sentence


@dataclass(frozen=True)
class Kant:
    """One functie: its level in words (empty when not known), what it asks by name, and its competenties by slug."""

    naam: str
    niveau: str = ""
    nodig: tuple[str, ...] = ()
    competenties: frozenset[str] = frozenset()


def verschilzinnen(eerste: Kant, anderen: Sequence[Kant]) -> list[str]:
    """Return two sentences: about level and needs, and about competenties, of the one other functie; or, when there
    are more, one about each of them.

    Of what is not known nothing is said. What one functie names and another does not, is *niet genoemd*: no source
    says that it is not asked.
    """
    if len(anderen) == 1:
        ander = anderen[0]
        eisen = [*_niveau(eerste, ander), *_nodig(eerste, ander)] or ["is in niveau en eisen geen verschil bekend"]
        return [_zin(ander, eisen), _zin(ander, [*_nieuw(eerste, ander), *_weg(eerste, ander)])]
    return [_zin(ander, [*_niveau(eerste, ander), *_nieuw(eerste, ander), *_nodig(eerste, ander)]) for ander in anderen]


def _zin(kant: Kant, delen: Iterable[str]) -> str:
    return f"Bij {kleine_letter(kant.naam)} {opsomming(delen)}."


def _niveau(eerste: Kant, ander: Kant) -> list[str]:
    if not (eerste.niveau and ander.niveau) or eerste.niveau == ander.niveau:
        return []
    return [f"is het niveau {ander.niveau} in plaats van {eerste.niveau}"]


def _nieuw(eerste: Kant, ander: Kant) -> list[str]:
    if not ander.competenties:
        return ["zijn nog geen competenties bekend"]
    if not (nieuw := len(ander.competenties - eerste.competenties)):
        return ["komen er geen competenties bij"]
    alle = len(ander.competenties)
    if nieuw == alle:
        return [f"zijn alle {alle} competenties nieuw" if alle > 1 else "is de enige competentie nieuw"]
    return [f"{'is' if nieuw == 1 else 'zijn'} {nieuw} van de {alle} competenties nieuw"]


def _weg(eerste: Kant, ander: Kant) -> list[str]:
    weg = len(eerste.competenties - ander.competenties)
    return [f"{'valt' if weg == 1 else 'vallen'} er {weg} weg"] if ander.competenties and weg else []


def _nodig(eerste: Kant, ander: Kant) -> list[str]:
    """The last part of a sentence: names of editors stand behind a colon, where they need no article."""
    if erbij := [naam for naam in ander.nodig if naam not in eerste.nodig]:
        return [f"heb je ook nodig: {_namen(erbij)}"]
    if niet := [naam for naam in eerste.nodig if naam not in ander.nodig]:
        return [f"{'is' if len(niet) == 1 else 'zijn'} niet genoemd: {_namen(niet)}"]
    return []


def _namen(namen: Sequence[str]) -> str:
    rest = len(namen) - MEEST
    return opsomming([*namen[:MEEST], *([f"nog {rest}"] if rest > 0 else [])])
