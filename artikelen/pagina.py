"""What the pages with articles show."""

from collections.abc import Iterable
from dataclasses import dataclass

from artikelen.document import Leesartikel
from artikelen.keuzes import Lezer
from uitgave.pad import Pad

Groepen = list[tuple[Lezer, list[Leesartikel]]]


@dataclass(frozen=True)
class Artikelenlijst:
    """The articles by reader."""

    groepen: Groepen


@dataclass(frozen=True)
class Artikelpagina:
    """An article, and what else there is for the same reader."""

    artikel: Leesartikel
    ook: list[Leesartikel]


def per_lezer(pad: Pad, lezers: Iterable[Lezer] = Lezer) -> Groepen:
    """Return the articles for each of these readers, in the order of the site; no reader for whom there are none."""
    groepen = [(lezer, [rij for rij in pad.alle(Leesartikel).values() if rij.voor == lezer]) for lezer in lezers]
    return [(lezer, artikelen) for lezer, artikelen in groepen if artikelen]


def voor_werkgevers(pad: Pad) -> Groepen:
    """Return the articles for those who train others: employers and schools."""
    return per_lezer(pad, (Lezer.WERKGEVER, Lezer.SCHOOL))


def artikelpagina(pad: Pad, artikel: Leesartikel) -> Artikelpagina:
    """Return one article with the others for its reader."""
    [(_, alle)] = per_lezer(pad, [artikel.voor])
    return Artikelpagina(artikel, [ander for ander in alle if ander != artikel])
