"""How easily a Dutch text reads: its sentences, their length, its long words. Pure: text in, values out.

The aim is B1: about ten words in a sentence, twenty at most. Hard words and the passive voice are not
measured: a list of words is never right for every sector.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from uitgave.zinnen import woorden, zinnen

GOED, VEEL = 12, 15  # words in a sentence, on average: easy up to GOED, hard above VEEL
LANGSTE = 20  # words in one sentence
KORTE_ZIN = 4  # a sentence of so few words is not worth a remark
# Letters, not syllables: "organisatie" has five syllables and is easy, while what makes a Dutch word
# hard to read is that it is a chain of words, and those have fifteen letters or more.
LANG_WOORD = 15

_letters = re.compile(r"[^\W\d_]+")
_link = re.compile(r"://|^www\.|@")


@dataclass(frozen=True)
class Meting:
    """What was measured of a text: its sentences with their number of words, and its long words, each once."""

    zinnen: tuple[tuple[str, int], ...]
    lange_woorden: tuple[str, ...]

    @property
    def gemiddeld(self) -> float:
        """Words in a sentence, on average; 0 for an empty text."""
        return sum(aantal for _, aantal in self.zinnen) / len(self.zinnen) if self.zinnen else 0

    @property
    def langste(self) -> tuple[str, int]:
        """The sentence with the most words, and how many; ("", 0) for an empty text."""
        return max(self.zinnen, key=lambda zin: zin[1], default=("", 0))

    @property
    def te_lang(self) -> bool:
        """True when this is above B1: one sentence too long, or several of them on average."""
        return self.langste[1] > LANGSTE or (len(self.zinnen) > 1 and self.gemiddeld > VEEL)


def meet(tekst: str, bekend: Collection[str] = ()) -> Meting:
    """Measure `tekst`. Long words that begin with one of `bekend` (small letters) are not counted as long."""
    gevonden = tuple((zin, len(woorden(zin))) for zin in zinnen(tekst))
    los = (woord for zin, _ in gevonden for woord in woorden(zin) if not _link.search(woord))
    lang = {deel.casefold(): deel for woord in los for deel in _letters.findall(woord) if len(deel) >= LANG_WOORD}
    gewoon = tuple(bekend)
    return Meting(gevonden, tuple(woord for klein, woord in lang.items() if not klein.startswith(gewoon)))


def hints(tekst: str, bekend: Collection[str] = ()) -> list[str]:
    """Return in Dutch what makes `tekst` easier to read, or that it is good; nothing for a few words.

    Long words that begin with one of `bekend` (small letters) are left alone.
    """
    meting = meet(tekst, bekend)
    zin, aantal = meting.langste
    gezegd = []
    if len(meting.zinnen) > 1:
        gezegd.append(f"Woorden per zin: gemiddeld {round(meting.gemiddeld)}. {_oordeel(meting.gemiddeld)}")
    elif KORTE_ZIN < aantal <= LANGSTE:
        gezegd.append(f"Eén zin van {aantal} woorden. {_oordeel(aantal)}")
    if aantal > LANGSTE:
        gezegd.append(f"De zin ‘{begin_van(zin)}’ heeft {aantal} woorden. Knip hem in tweeën.")
    if meting.lange_woorden:
        lang = ", ".join(woord[:40] for woord in meting.lange_woorden[:5])
        gezegd.append(f"Lange woorden: {lang}. Kan het korter?")
    return gezegd


def _oordeel(woorden_per_zin: float) -> str:
    if woorden_per_zin > VEEL:
        return "Dat is veel. Maak kortere zinnen, van ongeveer tien woorden."
    return "Goed." if woorden_per_zin <= GOED else "Het kan iets korter."


def begin_van(zin: str) -> str:
    """Return the first words of `zin`, short enough to name it in a message."""
    kort = " ".join(zin.split()[:6])[:60]
    return kort if kort == zin else f"{kort} …"
