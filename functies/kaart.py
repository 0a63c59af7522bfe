"""The map of functies: in which cell each stands, and the lines between them.

Units: a cell is 100 x 100, so the map runs from (0, 0) to (100 * kolommen, 100 * rijen). A card takes
x 5-95 and y 12-88 of its cell. A line leaves a card on the right and arrives on the left, between
y 25 and 75 of the row, and runs through the gaps between cards and through empty cells.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations
from math import inf

from functies.lijnen import Cel, Lijn, Stap, trek

__all__ = ["GRENS", "Band", "Kaart", "Knoop", "Lijn", "Plaats", "omgeving", "teken"]

GRENS = 24  # the stylesheet has classes for this many columns and rows

# What the placing of rows weighs against each other; a line with a corner costs 1.
KRUISING, GEBLOKKEERD, PER_RIJ, LAGER, VERWANT = 1.0, 4.0, 0.25, 0.07, 0.01
RONDES = 3


@dataclass(frozen=True)
class Knoop:
    """A functie to be placed: its niveau decides the column, its werkveld the lane.

    The niveau is a place in the order of levels; None when it is not known, which comes last.
    """

    slug: str
    niveau: int | None
    werkveld: str

    @property
    def hoogte(self) -> float:
        return inf if self.niveau is None else self.niveau


@dataclass(frozen=True)
class Plaats:
    """The cell of a functie, counted from 0."""

    slug: str
    kolom: int
    rij: int


@dataclass(frozen=True)
class Band:
    """The columns of a niveau or the rows of a werkveld: `van` up to, not including, `tot`."""

    naam: int | str | None
    van: int
    tot: int


@dataclass(frozen=True)
class Kaart:
    """The map: `plaatsen` in the order of growth (by column, then row), bands in order."""

    kolommen: int
    rijen: int
    plaatsen: Mapping[str, Plaats]
    niveaus: tuple[Band, ...]
    banen: tuple[Band, ...]
    lijnen: tuple[Lijn, ...]

    @property
    def past(self) -> bool:
        """Whether the stylesheet can show the map as a whole."""
        return max(self.kolommen, self.rijen) <= GRENS


def teken(knopen: Sequence[Knoop], stappen: Iterable[Stap], werkvelden: Sequence[str]) -> Kaart:
    """Lay out the map.

    `werkvelden` is the order of lanes from top to bottom; lanes it does not name follow by name.
    Steps (van, naar) that name an unknown functie, lead to themselves or come twice are left out.
    The order of `knopen` and `stappen` makes no difference. For a map that is too large to show no best rows
    are sought, and it gets no lines. Raises ValueError when two knopen have the same slug.
    """
    per_slug = {knoop.slug: knoop for knoop in knopen}
    if len(per_slug) < len(knopen):
        raise ValueError("Two knopen have the same slug.")
    bekend = sorted({s for s in stappen if s[0] != s[1] and per_slug.keys() >= set(s)})
    kolommen, niveaus = _kolommen(per_slug, bekend)
    banen = _banen(per_slug, kolommen, werkvelden)
    rijen = Rijen(kolommen, _vakken(per_slug, kolommen, banen), bekend)
    omvang = (_einde(niveaus), _einde(banen))
    kaart = Kaart(*omvang, _plaatsen(rijen.gelegd()), niveaus, banen, ())
    if not kaart.past:
        return kaart
    cellen = rijen.verbeterd()
    lijnen = trek(cellen, sorted(bekend, key=lambda s: (cellen[s[0]], cellen[s[1]])), omvang)
    return replace(kaart, plaatsen=_plaatsen(cellen), lijnen=lijnen)


def omgeving(slug: str, stappen: Iterable[Stap]) -> frozenset[str]:
    """Return the functie itself, those with a step to it and those it has a step to."""
    return frozenset({slug}.union(*(stap for stap in stappen if slug in stap)))


def _plaatsen(cellen: Mapping[str, Cel]) -> dict[str, Plaats]:
    return {slug: Plaats(slug, *cellen[slug]) for slug in sorted(cellen, key=lambda s: cellen[s])}


def _einde(banden: Sequence[Band]) -> int:
    return banden[-1].tot if banden else 0


# Columns


def _kolommen(knopen: Mapping[str, Knoop], stappen: Sequence[Stap]) -> tuple[dict[str, int], tuple[Band, ...]]:
    """Return the column of each functie and the columns of each niveau."""
    treden = _treden(knopen, stappen)
    kolommen: dict[str, int] = {}
    banden: list[Band] = []
    for hoogte in sorted({knoop.hoogte for knoop in knopen.values()}):
        slugs = [slug for slug in knopen if knopen[slug].hoogte == hoogte]
        van = _einde(banden)
        kolommen |= {slug: van + treden[slug] for slug in slugs}
        banden.append(Band(knopen[slugs[0]].niveau, van, 1 + max(kolommen[slug] for slug in slugs)))
    return kolommen, tuple(banden)


def _treden(knopen: Mapping[str, Knoop], stappen: Sequence[Stap]) -> dict[str, int]:
    """Return how many steps inside its own niveau come before each functie, at most."""
    vervolg: dict[str, list[str]] = {slug: [] for slug in knopen}
    for van, naar in stappen:
        if knopen[van].niveau == knopen[naar].niveau:
            vervolg[van].append(naar)
    volgorde = _vooruit(_begin(knopen, stappen), vervolg)
    plek = {slug: n for n, slug in enumerate(volgorde)}
    treden = dict.fromkeys(knopen, 0)
    for slug in volgorde:
        for ander in vervolg[slug]:
            if plek[ander] > plek[slug]:  # not a step back around a circle
                treden[ander] = max(treden[ander], treden[slug] + 1)
    return treden


def _begin(knopen: Mapping[str, Knoop], stappen: Sequence[Stap]) -> list[str]:
    """Order functies by where a search along the steps should begin, so that it goes with growth."""
    gevolgd = {naar for van, naar in stappen if knopen[van].niveau == knopen[naar].niveau}
    bereikt = {naar for van, naar in stappen if knopen[van].hoogte < knopen[naar].hoogte}
    return sorted(knopen, key=lambda slug: (slug in gevolgd, slug not in bereikt, slug))


def _vooruit(begin: Sequence[str], vervolg: Mapping[str, Sequence[str]]) -> list[str]:
    """Order functies so that each comes after those that lead to it, except around a circle.

    Depth first; in the reverse of the order in which functies are finished, only back edges go back.
    """
    klaar: list[str] = []
    gezien: set[str] = set()
    stapel = [(slug, False) for slug in reversed(begin)]
    while stapel:
        slug, af = stapel.pop()
        if af:
            klaar.append(slug)
        elif slug not in gezien:
            gezien.add(slug)
            stapel.append((slug, True))
            stapel += [(ander, False) for ander in reversed(vervolg[slug])]
    return klaar[::-1]


# Lanes and rows

Vak = tuple[Band, int, list[str]]  # the functies of a lane in one column


def _banen(knopen: Mapping[str, Knoop], kolommen: Mapping[str, int], werkvelden: Sequence[str]) -> tuple[Band, ...]:
    """Return the rows of each lane: as many as its fullest column needs."""
    aantal: defaultdict[str, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
    for slug, knoop in knopen.items():
        aantal[knoop.werkveld][kolommen[slug]] += 1
    banden: list[Band] = []
    for werkveld in dict.fromkeys([*werkvelden, *sorted(aantal)]):
        if werkveld in aantal:
            van = _einde(banden)
            banden.append(Band(werkveld, van, van + max(aantal[werkveld].values())))
    return tuple(banden)


def _vakken(knopen: Mapping[str, Knoop], kolommen: Mapping[str, int], banen: Sequence[Band]) -> list[Vak]:
    """Return the functies per lane and column, from left to right."""
    slugs: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for slug, knoop in knopen.items():
        slugs[kolommen[slug], knoop.werkveld].append(slug)
    per_naam = {baan.naam: baan for baan in banen}
    vakken = [(per_naam[naam], kolom, groep) for (kolom, naam), groep in slugs.items()]
    return sorted(vakken, key=lambda vak: (vak[1], vak[0].van))


def _verwantschap(een: str, ander: str) -> int:
    """Return the length of the longest part two slugs share.

    Names that share a word are mostly one line of work: of two equal ways on from
    broodbakker, meesterbakker is the one in the same row.
    """
    return SequenceMatcher(None, een, ander, autojunk=False).find_longest_match().size


class Rijen:
    """Chooses the row of each functie inside its lane: lines straight, few crossings."""

    def __init__(self, kolommen: Mapping[str, int], vakken: Sequence[Vak], stappen: Sequence[Stap]) -> None:
        self.kolommen = kolommen
        self.vakken = vakken
        self.stappen = stappen
        self.verwant: dict[Stap, float] = {}
        self.van: dict[str, list[Stap]] = {slug: [] for slug in kolommen}
        for stap in stappen:
            for slug in stap:
                self.van[slug].append(stap)
        self.rijen: dict[str, int] = {}
        self.bezet: dict[Cel, str] = {}
        self.latten: dict[Stap, tuple[float, float, float, float]] = {}

    def gelegd(self) -> dict[str, Cel]:
        """Return a first column and row of each functie."""
        for vak in self.vakken:
            self._leg(vak)
        return self._cellen()

    def verbeterd(self) -> dict[str, Cel]:
        """Return the column and row of each functie, once the rows that were laid are made better."""
        self.verwant = {stap: VERWANT * _verwantschap(*stap) for stap in self.stappen}
        self._span(self.stappen)
        for _ in range(RONDES):
            if not sum(self._verbeter(vak) for vak in self.vakken):
                break
        return self._cellen()

    def _cellen(self) -> dict[str, Cel]:
        return {slug: (self.kolommen[slug], rij) for slug, rij in self.rijen.items()}

    def _leg(self, vak: Vak) -> None:
        """Stack functies in the order of those that lead to them, the ones without steps last."""
        baan, _, slugs = vak

        def streef(slug: str) -> tuple[bool, float, str]:
            voor = [self.rijen[van] for van, naar in self.van[slug] if naar == slug and van in self.rijen]
            return not self.van[slug], sum(voor) / len(voor) if voor else baan.van, slug

        for rij, slug in enumerate(sorted(slugs, key=streef), start=baan.van):
            self._zet(slug, rij)

    def _zet(self, slug: str, rij: int) -> None:
        self.rijen[slug] = rij
        self.bezet[self.kolommen[slug], rij] = slug

    def _verbeter(self, vak: Vak) -> int:
        """Swap rows of one lane in one column where that makes the map better; return how often."""
        baan, kolom, _ = vak
        paren = combinations(range(baan.van, baan.tot), 2)
        return sum(self._probeer(kolom, *paar) for paar in paren)

    def _probeer(self, kolom: int, een: int, ander: int) -> bool:
        slugs = [self.bezet[cel] for cel in ((kolom, een), (kolom, ander)) if cel in self.bezet]
        geraakt = self._geraakt(kolom, {een, ander}, slugs)
        voor = self._kosten(slugs, geraakt)
        self._ruil(kolom, een, ander, geraakt)
        if self._kosten(slugs, geraakt) < voor - 1e-6:
            return True
        self._ruil(kolom, een, ander, geraakt)
        return False

    def _geraakt(self, kolom: int, rijen: Collection[int], slugs: Sequence[str]) -> list[Stap]:
        """Return the steps whose line may change: to and from these functies, or past them."""
        eigen = {stap for slug in slugs for stap in self.van[slug]}
        langs = {
            (van, naar)
            for van, naar in self.stappen
            if self.rijen[van] == self.rijen[naar]
            and self.rijen[van] in rijen
            and self.kolommen[van] < kolom < self.kolommen[naar]
        }
        return sorted(eigen | langs)

    def _ruil(self, kolom: int, een: int, ander: int, geraakt: Iterable[Stap]) -> None:
        boven, onder = self.bezet.pop((kolom, een), None), self.bezet.pop((kolom, ander), None)
        for slug, rij in ((boven, ander), (onder, een)):
            if slug is not None:
                self._zet(slug, rij)
        self._span(geraakt)

    def _kosten(self, slugs: Sequence[str], stappen: Sequence[Stap]) -> float:
        """Return what these functies and steps cost: the busy ones stand high in their lane."""
        laag = sum(LAGER * len(self.van[slug]) * self.rijen[slug] for slug in slugs)
        return laag + sum(self._lijnkosten(s) + KRUISING * self._kruisingen(s) for s in stappen)

    def _lijnkosten(self, stap: Stap) -> float:
        (links, rij), (rechts, doel) = ((self.kolommen[slug], self.rijen[slug]) for slug in stap)
        if rij != doel or links >= rechts:
            return 1 + PER_RIJ * abs(rij - doel)
        if any((kolom, rij) in self.bezet for kolom in range(links + 1, rechts)):
            return GEBLOKKEERD
        return -self.verwant[stap]

    def _span(self, stappen: Iterable[Stap]) -> None:
        """Note each step as a straight lath between two cards: left, right, slope, height at 0."""
        for van, naar in stappen:
            x, eind = self.kolommen[van] + 0.9, self.kolommen[naar] + 0.1
            helling = (self.rijen[naar] - self.rijen[van]) / (eind - x)
            hoogte = self.rijen[van] - helling * x
            self.latten[van, naar] = (min(x, eind), max(x, eind), helling, hoogte)

    def _kruisingen(self, stap: Stap) -> int:
        """Return how many other laths cross this one."""
        links, rechts, helling, hoogte = self.latten[stap]
        aantal = 0
        for van, tot, schuin, hoog in self.latten.values():
            if van < rechts and links < tot:
                dh, h = helling - schuin, hoogte - hoog
                aantal += (dh * max(links, van) + h) * (dh * min(rechts, tot) + h) < -1e-9
        return aantal
