"""Which texts are the same, or so alike that one must be a copy. Pure: texts in, groups of places out.

Alike means: sharing many pieces of three in a row. It does not matter where a copy was changed, nor in
which order its sentences stand. Only texts that share a rare piece meet, which keeps this quick for many.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from math import ceil

from zoeken.vouwen import gevouwen

WEINIG = 12  # words: shorter texts may well say the same in the same words
KOPIE = 0.5  # of the pieces of the shorter text; texts of the fixtures share 0.4 at most
NAAMGENOOT = 0.8  # of the pieces of two names; names of the fixtures share 0.7 at most

_woord = re.compile(r"[^\W_]+")


def is_kort(tekst: str) -> bool:
    """True for a text of so few words that it may stand in two places."""
    return len(_woorden(tekst)) < WEINIG


def hetzelfde(teksten: Sequence[str]) -> list[list[int]]:
    """Return the places of texts with the same words: capitals, accents, punctuation and lines do not matter."""
    return [plekken for woorden, plekken in _per_tekst(teksten).items() if woorden and len(plekken) > 1]


def lijkende_teksten(teksten: Sequence[str]) -> list[list[int]]:
    """Return the places of different texts that share half of their rows of three words.

    The shorter text decides, so a copy is found too when much was added to it.
    """
    return _groepen(teksten, _drietallen, lambda een, ander: KOPIE * min(een, ander))


def lijkende_namen(namen: Sequence[str]) -> list[list[int]]:
    """Return the places of different names that share most of their rows of three letters.

    A name has too few words to compare by words: another ending or a slip would hide the likeness.
    """
    return _groepen(
        namen,
        lambda woorden: _drietallen(f" {' '.join(woorden)} "),
        lambda een, ander: NAAMGENOOT * (een + ander) / 2,
    )


def _woorden(tekst: str) -> tuple[str, ...]:
    return tuple(_woord.findall(gevouwen(tekst)))


def _per_tekst(teksten: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    plekken: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for plek, tekst in enumerate(teksten):
        plekken[_woorden(tekst)].append(plek)
    return plekken


def _drietallen(delen: Sequence[str]) -> frozenset[Sequence[str]]:
    return frozenset(delen[begin : begin + 3] for begin in range(len(delen) - 2))


def _groepen(
    teksten: Sequence[str],
    stukken_van: Callable[[tuple[str, ...]], frozenset[Sequence[str]]],
    genoeg: Callable[[int, int], float],
) -> list[list[int]]:
    """Return the places of different texts that belong together, directly or by way of a third."""
    plekken = _per_tekst(teksten)
    groep = list(range(len(plekken)))  # for each different text, in which group it is
    for een, ander in _paren([stukken_van(woorden) for woorden in plekken], genoeg):
        if (oud := groep[een]) != (nieuw := groep[ander]):
            groep = [nieuw if nummer == oud else nummer for nummer in groep]
    verzameld = defaultdict(list)
    for nummer, eigen in zip(groep, plekken.values(), strict=True):
        verzameld[nummer].append(eigen)
    return [sorted(chain.from_iterable(samen)) for samen in verzameld.values() if len(samen) > 1]


def _paren(
    stukken: Iterable[frozenset[Sequence[str]]], genoeg: Callable[[int, int], float]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share at least as many pieces as is `genoeg` for two of their sizes.

    Two that share so many also share one of the rarest of the shorter: only who has one of those is compared with it.
    """
    alle = list(stukken)
    aantal = Counter(chain.from_iterable(alle))
    waar: dict[Sequence[str], list[int]] = defaultdict(list)
    for deze in sorted(range(len(alle)), key=lambda plek: -len(alle[plek])):  # the longest first
        eigen = alle[deze]
        minst = max(1, ceil(genoeg(len(eigen), len(eigen))))
        zeldzaam = sorted(eigen, key=lambda stuk: (aantal[stuk], stuk))[: len(eigen) - minst + 1]
        for ander in {plek for stuk in zeldzaam for plek in waar[stuk]}:
            if len(eigen & alle[ander]) >= genoeg(len(eigen), len(alle[ander])):
                yield deze, ander
        for stuk in eigen:
            waar[stuk].append(deze)
