"""How easily a Dutch text reads: its sentences, their length, its long words. Pure: text in, values out.

The aim is B1: about ten words in a sentence, twenty at most. Hard words and the passive voice are not
measured: a list of words is never right for every sector.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

GOED, VEEL = 12, 15  # words in a sentence, on average: easy up to GOED, hard above VEEL
LANGSTE = 20  # words in one sentence
KORTE_ZIN = 4  # a sentence of so few words is not worth a remark
# Letters, not syllables: "organisatie" has five syllables and is easy, while what makes a Dutch word
# hard to read is that it is a chain of words, and those have fifteen letters or more.
LANG_WOORD = 15

# The dot of these does not end a sentence, nor does that of letters with dots between them (d.w.z.).
_afkorting = re.compile(
    r"art|bijv|bv|blz|ca|dhr|dr|drs|evt|excl|incl|ing|ir|max|mevr|min|mr|mw|nr|ong|pag|prof|resp|tel|vgl|zgn"
    r"|(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}"
)
# These stand at the end of a list, so often at the end of a sentence: it ends when a capital follows.
SLOT = frozenset({"enz", "etc", "e.a", "e.d", "o.i.d"})

# Only at the first dot of a row of dots: trying at each of them would take long for a long row.
_einde = re.compile(r"(?<![.!?…])[.!?…]+[)\]’'”\"»]*(?=\s)")
_opsomming = re.compile(r"^\s*(?:[-*•–—·]|\d{1,2}[.)]|[a-z]\))\s+")
_letters = re.compile(r"[^\W\d_]+")
_link = re.compile(r"://|^www\.|@")
_openers = "([‘'“\"«"


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


def zinnen(tekst: str) -> list[str]:
    """Return the sentences of `tekst` that have a word. A line break and a bullet end a sentence too."""
    regels = (_opsomming.sub("", regel).strip() for regel in tekst.splitlines())
    return [zin for regel in regels for zin in _zinnen(regel) if woorden(zin)]


def woorden(zin: str) -> list[str]:
    """Return the words of `zin`: what stands between spaces and has a letter or digit. A link is one word."""
    return [woord for woord in zin.split() if any(teken.isalnum() for teken in woord)]


def _zinnen(regel: str) -> Iterator[str]:
    begin = 0
    for einde in _einde.finditer(regel):
        if _is_einde(regel, begin, einde):
            yield regel[begin : einde.end()].strip()
            begin = einde.end()
    yield regel[begin:].strip()


def _is_einde(regel: str, begin: int, einde: re.Match[str]) -> bool:
    """True when the sentence ends here, and this is no abbreviation or question inside a sentence."""
    volgende = regel[einde.end() : einde.end() + 3].lstrip().lstrip(_openers)[:1]
    if einde[0] != ".":
        return not volgende.islower()
    # A word is short; looking no further keeps this quick for a text without spaces.
    woord = regel[max(begin, einde.start() - 20) : einde.start()].rpartition(" ")[2].lstrip(_openers).casefold()
    if woord in SLOT:
        return not volgende.islower()
    return not _afkorting.fullmatch(woord)


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
