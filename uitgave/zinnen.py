"""The sentences of a Dutch text, and their words. Pure: text in, values out."""

import re
from collections.abc import Iterator

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
_openers = "([‘'“\"«"


def zinnen(tekst: str) -> list[str]:
    """Return the sentences of `tekst` that have a word. A line break and a bullet end a sentence too."""
    regels = (_opsomming.sub("", regel).strip() for regel in tekst.splitlines())
    return [zin for regel in regels for zin in _zinnen(regel) if woorden(zin)]


def eerste_zin(tekst: str) -> str:
    """Return the first sentence of `tekst`; empty when it has none."""
    return next(iter(zinnen(tekst)), "")


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
