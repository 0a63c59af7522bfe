"""What differs between two texts, word by word: texts in, parts out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

GELIJK, WEG, NIEUW = "gelijk", "weg", "nieuw"

WOORD = re.compile(r"\w+://\S+|\w+|\n+|[^\S\n]+|[^\w\s]")  # a link is one word
ALINEA = re.compile(r"[^\n]*\n+|[^\n]+")
# Comparing takes time with the number of pairs of words, and more with that of pairs of equal words.
MEESTE_PAREN, MEESTE_GELIJKE = 10_000_000, 40_000
LANG, ROND = 240, 90  # characters: what stays the same and is longer, is shortened to this around a change

Paar = tuple[str, str]  # a stretch of the old text and what stands there in the new one; equal when kept


@dataclass(frozen=True)
class Deel:
    """A stretch of text that was kept, deleted or inserted."""

    soort: str
    tekst: str

    @property
    def getoond(self) -> str:
        """The text to show. Where only white space or an invisible character changed, that shows too."""
        if self.soort == GELIJK:
            return self.tekst
        return "".join(_zichtbaar(teken, self.tekst.isspace()) for teken in self.tekst)


def vergelijk_woorden(oud: str, nieuw: str) -> list[Deel]:
    """Return the parts that make `oud` into `nieuw`, in order.

    What is kept and deleted together is `oud`, what is kept and inserted together is `nieuw`. Of a
    text that is too long to compare by word, paragraphs are compared first. Texts that have little
    in common are one deletion and one insertion: loose words that happen to be the same say nothing.
    """
    paren = _paren(WOORD.findall(oud), WOORD.findall(nieuw)) or list(_per_alinea(oud, nieuw))
    samen = _per_zin(_samengevoegd(paren))
    behouden = sum(len(weg) for weg, erbij in samen if weg == erbij)
    return list(_delen(samen if behouden * 4 >= min(len(oud), len(nieuw)) else [(oud, nieuw)]))


def ingekort(delen: Sequence[Deel]) -> list[Deel]:
    """Return `delen` with long stretches that stay the same shortened; what changed stays whole."""
    laatste = len(delen) - 1
    return [
        Deel(GELIJK, _kort(deel.tekst, voor=n > 0, na=n < laatste))
        if deel.soort == GELIJK and len(deel.tekst) > LANG
        else deel
        for n, deel in enumerate(delen)
    ]


def _paren(oud: Sequence[str], nieuw: Sequence[str]) -> list[Paar]:
    """Return the stretches of two lists of words; nothing when comparing them would take too long."""
    begin = _hoeveel_gelijk(oud, nieuw)
    eind = _hoeveel_gelijk(oud[begin:][::-1], nieuw[begin:][::-1])
    a, b = oud[begin : len(oud) - eind], nieuw[begin : len(nieuw) - eind]
    if _te_veel(a, b):
        return []
    vergelijking = SequenceMatcher(_is_spatie, a, b, autojunk=False)
    midden = (("".join(a[i:j]), "".join(b[k:m])) for _, i, j, k, m in vergelijking.get_opcodes())
    kop, staart = "".join(oud[:begin]), "".join(oud[len(oud) - eind :])
    return [(kop, kop), *midden, (staart, staart)]


def _per_alinea(oud: str, nieuw: str) -> Iterator[Paar]:
    """Yield the stretches of long texts: by word inside paragraphs that stand opposite each other."""
    for weg, erbij in _paren(ALINEA.findall(oud), ALINEA.findall(nieuw)) or [(oud, nieuw)]:
        a, b = ALINEA.findall(weg), ALINEA.findall(erbij)
        tegenover = zip(a, b, strict=True) if len(a) == len(b) else [(weg, erbij)]
        for paar in tegenover:
            yield from _paren(*(WOORD.findall(alinea) for alinea in paar)) or [paar]


def _hoeveel_gelijk(een: Sequence[str], ander: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda paar: paar[0] == paar[1], zip(een, ander, strict=False)))


def _te_veel(a: Sequence[str], b: Sequence[str]) -> bool:
    telling = Counter(b)
    gelijke = sum(telling[woord] for woord in a if not _is_spatie(woord))
    return len(a) * len(b) > MEESTE_PAREN or gelijke > MEESTE_GELIJKE


def _is_spatie(woord: str) -> bool:
    return woord.isspace() and "\n" not in woord


def _samengevoegd(paren: Iterable[Paar]) -> list[Paar]:
    """Join stretches: what is kept between two changes and shorter than both, reads better as changed.

    The end of a paragraph is always kept.
    """
    rij: list[Paar] = []
    for paar in paren:
        rij.append(paar)
        while len(rij) > 1 and (_is_gelijk(rij[-2]) == _is_gelijk(rij[-1])):
            rij[-2:] = [_plak(*rij[-2:])]
        if len(rij) > 2 and not _is_gelijk(rij[-1]) and _verdwijnt(*rij[-3:]):
            rij[-3:] = [_plak(*rij[-3:])]
    return rij


def _verdwijnt(voor: Paar, midden: Paar, na: Paar) -> bool:
    lengte = len(midden[0])
    return "\n" not in midden[0] and lengte < min(max(map(len, voor)), max(map(len, na)))


def _per_zin(paren: Sequence[Paar]) -> list[Paar]:
    """Shift what only went or only came past a full stop: a sentence with its own end, not that before it."""
    rij = list(paren)
    for n in range(1, len(rij) - 1):
        stop = "".join(rij[n])[:1]
        if "" in rij[n] and stop and stop in ".!?" and rij[n + 1][0].startswith(stop):
            rij[n - 1 : n + 2] = (
                _plak(rij[n - 1], (stop, stop)),
                (_na_stop(rij[n][0], stop), _na_stop(rij[n][1], stop)),
                (rij[n + 1][0][1:], rij[n + 1][1][1:]),
            )
    return rij


def _na_stop(tekst: str, stop: str) -> str:
    return tekst[1:] + stop if tekst else ""


def _plak(*paren: Paar) -> Paar:
    return "".join(weg for weg, _ in paren), "".join(erbij for _, erbij in paren)


def _is_gelijk(paar: Paar) -> bool:
    return paar[0] == paar[1]


def _delen(paren: Iterable[Paar]) -> Iterator[Deel]:
    for weg, erbij in paren:
        soorten = [(GELIJK, weg)] if weg == erbij else [(WEG, weg), (NIEUW, erbij)]
        yield from (Deel(soort, tekst) for soort, tekst in soorten if tekst)


def _kort(tekst: str, voor: bool, na: bool) -> str:
    """Keep what lies beside the change before and the one after, in whole words."""
    kop = tekst[:ROND].rpartition(" ")[0] if voor else ""
    staart = tekst[-ROND:].partition(" ")[2] if na else ""
    return f"{kop} … {staart}"


def _zichtbaar(teken: str, alleen_wit: bool) -> str:
    if teken == "\n":
        return "¶\n" if alleen_wit else teken
    if teken == " ":
        return "␣" if alleen_wit else teken
    return teken if teken.isprintable() else f"[U+{ord(teken):04X}]"
