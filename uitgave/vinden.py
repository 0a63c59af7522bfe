"""Searching as a visitor meets it: what was found, each with the address where it is shown."""

from dataclasses import dataclass

from uitgave.pad import Pad
from uitgave.zinnen import eerste_zin
from zoeken.ding import Ding


@dataclass(frozen=True)
class Vondst:
    """A result: its one link, what kind of thing it is, and what it says: to the question, or else first."""

    naam: str
    adres: str
    soort: str
    zin: str


@dataclass(frozen=True)
class Zoekresultaat:
    """What a question finds, best first; when that is nothing, what its words look like."""

    vraag: str
    vondsten: list[Vondst]
    suggesties: list[Vondst]


def zoek(pad: Pad, vraag: str) -> Zoekresultaat:
    """Answer the question of a visitor, as it was typed."""
    vraag = vraag.replace("\0", "").strip()
    vondsten = vind(pad, vraag)
    return Zoekresultaat(vraag, vondsten, [] if vondsten else lijkt_op(pad, vraag))


def vind(pad: Pad, vraag: str) -> list[Vondst]:
    """Return what matches the question, best first."""
    return [_vondst(treffer.ding, treffer.zegt) for treffer in pad.zoekindex.zoek(vraag)]


def lijkt_op(pad: Pad, vraag: str) -> list[Vondst]:
    """Return the few things whose name looks most like the question; of what reads the same, the first."""
    lijkt = (_vondst(ding) for ding in reversed(pad.zoekindex.suggesties(vraag)))
    return list({(vondst.naam, vondst.soort): vondst for vondst in lijkt}.values())[::-1]


def _vondst(ding: Ding, zegt: str = "") -> Vondst:
    return Vondst(ding.naam, ding.adres(), ding.soort, zegt or eerste_zin(ding.over))
