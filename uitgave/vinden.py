"""Searching as a visitor meets it: what was found, each with the address where it is shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from uitgave.pad import Pad
from uitgave.zinnen import eerste_zin
from zoeken.ding import Naam
from zoeken.index import Treffer

HOOG = 3  # an answer among the first so many is shown whole, above them


@dataclass(frozen=True)
class Vondst:
    """A result: its one link, what kind of thing it is, a sentence about it, and what it says to the question.

    `anders` is the other name by which it was found, when that is news.
    """

    naam: str
    adres: str
    soort: str
    zin: str
    zegt: str = ""
    anders: Naam | None = None


@dataclass(frozen=True)
class Antwoord:
    """A short answer to the question, with links: words, address, and whether that is another website."""

    naam: str
    adres: str
    tekst: str
    links: list[tuple[str, str, bool]]


@dataclass(frozen=True)
class Zoekresultaat:
    """What a question finds, best first, below an answer to it; and what it may have been meant to be.

    `onzeker` when all of it says so little to the question that the visitor must know.
    """

    vraag: str
    antwoord: Antwoord | None
    vondsten: list[Vondst]
    bedoeld: list[Vondst]
    onzeker: bool = False

    @property
    def gevonden(self) -> int:
        return len(self.vondsten) + bool(self.antwoord)


Schikker = Callable[[Pad, str, list[Treffer]], list[Treffer]]
_schikkers: list[Schikker] = []


def schikt(schikker: Schikker) -> Schikker:
    """Let an app put what a question found in another order, or say more of it: the first that is declared, last."""
    _schikkers.insert(0, schikker)
    return schikker


def zoek(pad: Pad, vraag: str) -> Zoekresultaat:
    """Answer the question of a visitor, as it was typed."""
    vraag = vraag.replace("\0", "").strip()
    treffers = pad.zoekindex.zoek(vraag)
    for schik in _schikkers:
        treffers = schik(pad, vraag, treffers)
    eerste = next((treffer for treffer in treffers[:HOOG] if treffer.ding.kaart and treffer.anders), None)
    rest = [treffer for treffer in treffers if treffer is not eerste]
    gok = pad.zoekindex.gok(vraag)
    antwoord = _antwoord(eerste) if eerste else None
    onzeker = bool(treffers) and treffers[0].zwak and not (antwoord or gok)
    if gok and treffers and gok[0].ding is treffers[0].ding:
        gok = []
    return Zoekresultaat(vraag, antwoord, _vondsten(rest, vraag), _vondsten(gok, vraag), onzeker)


def lijkt_op(pad: Pad, vraag: str) -> list[Vondst]:
    """Return the few things whose name looks most like the question; of what reads the same, the first."""
    lijkt = _vondsten(map(Treffer, reversed(pad.zoekindex.suggesties(vraag))), vraag)
    return list({(vondst.naam, vondst.soort): vondst for vondst in lijkt}.values())[::-1]


def _antwoord(treffer: Treffer) -> Antwoord | None:
    if (kaart := treffer.ding.kaart) is None:
        return None
    links = [(woorden, adres(), elders) for woorden, adres, elders in kaart.links]
    return Antwoord(treffer.ding.naam, treffer.ding.adres(), kaart.tekst, links)


def _vondsten(treffers: Iterable[Treffer], vraag: str) -> list[Vondst]:
    return [_vondst(treffer, vraag) for treffer in treffers]


def _vondst(treffer: Treffer, vraag: str) -> Vondst:
    ding, anders = treffer.ding, treffer.anders
    nieuws = anders if anders and (anders.label or anders.opmerking) else None
    return Vondst(ding.naam, ding.adres_bij(vraag), ding.soort, eerste_zin(ding.over), treffer.zegt, nieuws)
