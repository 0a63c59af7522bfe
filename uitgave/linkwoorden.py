"""Words in a page that lead to what they mean: HTML in, HTML out. Pure.

The first time that a word stands in running text it becomes a link: never inside a link, heading, button, form, code
or drawing. All else of the page stays as it is, byte for byte.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from html import escape
from itertools import chain, pairwise, zip_longest

from uitgave.tekst import hoofdletter

# Shows a hyphen where a line breaks (static/ontwikkelpad.css), and has no text: a word goes on behind it.
BREUK = '<i class="breek"></i>'
ZONDER = "data-zonder-linkwoorden"  # in a page or fragment that links no words
LOPEND = frozenset({"p", "li", "dd", "td"})
NIET_IN = frozenset(
    """a h1 h2 h3 h4 h5 h6 dt th caption legend figcaption button summary label code pre kbd option select textarea svg
    nav form script style template title bdi""".split()  # noqa: SIM905  # easier to read
)
_label = re.compile(r"(<(/?)([a-z][\w-]*)[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>|<!--.*?-->)", re.DOTALL)
_breuk = "\ue000"  # stands for BREUK while a text is read
# An entity, or a word: letters and digits, and what joins them.
_woord = re.compile(rf"&#?\w+;|[^\W_](?:[-'’{_breuk}]*[^\W_]+)*")
_main = re.compile(r"(<main\b[^>]*>)(.*)(</main>)", re.DOTALL)

Plek = tuple[int, int]


class Linkwoorden:
    """The words of an edition that lead somewhere."""

    def __init__(self, woorden: Iterable[tuple[str, Hashable]]) -> None:
        """Take each word, or words that belong together, with where it leads. Of the same word the first counts."""
        per_begin: defaultdict[str, dict[tuple[str, ...], Hashable]] = defaultdict(dict)
        for tekst, doel in woorden:
            for vorm in _vormen(tekst):
                delen = tuple(_woord.findall(escape(vorm, quote=False)))
                if delen:
                    per_begin[delen[0]].setdefault(delen, doel)
        # The longest first: "associate degree" goes before "associate".
        self._per_begin = {
            begin: sorted(vormen.items(), key=lambda paar: -len(paar[0])) for begin, vormen in per_begin.items()
        }

    def __bool__(self) -> bool:
        return bool(self._per_begin)

    def zet(self, html: str, link: Callable[[Hashable], str], niet: Collection[Hashable] = ()) -> str:
        """Return a page, or a fragment of one, in which each word leads where it should: the first time, and once.

        `link` gives the label with which a link to such a place begins. What leads to one of `niet` stays as it is.
        """
        if not self or ZONDER in html or _breuk in html:
            return html
        if gevonden := _main.search(html):
            begin, einde = gevonden.span(2)
        else:
            begin, einde = 0, len(html)
        nieuw = self._met_links(html[begin:einde].replace(BREUK, _breuk), link, set(niet))
        return "".join([html[:begin], nieuw.replace(_breuk, BREUK), html[einde:]])

    def _met_links(self, html: str, link: Callable[[Hashable], str], gehad: set[Hashable]) -> str:
        delen = _label.split(html)
        teksten, labels = delen[0::4], delen[1::4]
        lopend = 0
        dicht: list[str] = []  # the open labels in which no word leads anywhere
        for nummer, (sluit, naam) in enumerate(zip(delen[2::4], delen[3::4], strict=True)):
            if lopend and not dicht and teksten[nummer]:
                teksten[nummer] = self._tekst_met_links(teksten[nummer], link, gehad)
            if naam in LOPEND:
                lopend = max(lopend - 1, 0) if sluit else lopend + 1
            elif naam in NIET_IN:
                if not sluit:
                    dicht.append(naam)
                elif naam in dicht:
                    dicht.remove(naam)
        return "".join(chain.from_iterable(zip_longest(teksten, labels, fillvalue="")))

    def _tekst_met_links(self, tekst: str, link: Callable[[Hashable], str], gehad: set[Hashable]) -> str:
        heel = tekst.replace(_breuk, "") if _breuk in tekst else tekst
        if self._per_begin.keys().isdisjoint(_woord.findall(heel)):  # nearly every text
            return tekst
        woorden = [(gevonden[0].replace(_breuk, ""), gevonden.span()) for gevonden in _woord.finditer(tekst)]
        delen, klaar, nummer = [], 0, 0
        while nummer < len(woorden):
            aantal, doel = self._bij(tekst, woorden, nummer)
            if aantal and doel not in gehad:
                gehad.add(doel)
                begin, einde = woorden[nummer][1][0], woorden[nummer + aantal - 1][1][1]
                delen += [tekst[klaar:begin], link(doel), tekst[begin:einde], "</a>"]
                klaar = einde
            nummer += aantal or 1
        return "".join([*delen, tekst[klaar:]])

    def _bij(self, tekst: str, woorden: list[tuple[str, Plek]], nummer: int) -> tuple[int, Hashable]:
        """Return of how many words the longest is that begins at this one, and where it leads; 0 when there is none."""
        for vorm, doel in self._per_begin.get(woorden[nummer][0], ()):
            deze = woorden[nummer : nummer + len(vorm)]
            if tuple(woord for woord, _ in deze) != vorm:
                continue
            if all(tekst[eerst[1] : daarna[0]].isspace() for (_, eerst), (_, daarna) in pairwise(deze)):
                return len(vorm), doel
        return 0, None


def _vormen(tekst: str) -> Iterator[str]:
    """Yield a word as it is typed, and with another first letter: not when its capitals make it an abbreviation."""
    yield tekst
    if not any(teken.isupper() for teken in tekst[1:]):
        yield hoofdletter(tekst)
