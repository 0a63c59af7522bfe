"""The map of functies: in which cell each stands, and the lines between them.

Niveaus go from left to right as columns, werkvelden from top to bottom as lanes of rows. A line leaves a card on the
right and arrives on the left, and runs through the gaps between cards and through empty cells; `functies/lijnen.py`
draws it, and says how wide columns and gaps are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from math import inf

from functies.lijnen import SPOOR, Cel, Lijn, Raster, Stap, trek

__all__ = [
    "BASIS",
    "BLAD",
    "GRENS",
    "MEEST",
    "Band",
    "Kaart",
    "Knoop",
    "Lijn",
    "Plaats",
    "Vak",
    "omgeving",
    "overzicht",
    "teken",
]

GRENS = 32  # columns and rows that a reader can still follow
MEEST = 60  # functies that can still be read on one map
BLAD = (12, 14)  # columns and rows of which the names can still be read on one A4, landscape
BASIS = 40  # the stylesheet has classes for this many columns and rows of a grid, and for this many times as many

# Units of the map for which there is room in a window of 1366 × 768: beside the panel, without it, and in height.
SMAL, VOL, LAAG = 800, 1_200, 480

# What the placing of rows weighs against each other; a line with a corner costs 1.
KRUISING, OMWEG, PER_RIJ, LAGER, VERWANT = 1.0, 2.0, 0.25, 0.07, 0.01
RONDES = 4


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
class Vak:
    """A part of the map on the grid of the stylesheet: its columns and rows from and up to."""

    k: int
    t: int
    r: int
    e: int

    @property
    def klassen(self) -> str:
        """The classes that put an element here: `k`, `t`, `r` and `e`; doubled, how many times `BASIS` is added."""
        delen = ((naam, *divmod(waarde, BASIS)) for naam, waarde in vars(self).items())
        return " ".join(f"{naam * 2}{hoog} {naam}{laag}" for naam, hoog, laag in delen)


@dataclass(frozen=True)
class Kaart:
    """The map: `plaatsen` in the order of growth (by column, then row), bands in order.

    `raster` says where all that lies, in units of the map; None for a map that is too large to be read.
    """

    kolommen: int
    rijen: int
    plaatsen: Mapping[str, Plaats]
    niveaus: tuple[Band, ...]
    banen: tuple[Band, ...]
    lijnen: tuple[Lijn, ...]
    raster: Raster | None

    @property
    def past(self) -> bool:
        """Whether the map as a whole can be read."""
        return self.raster is not None

    @property
    def breed(self) -> bool:
        """Whether it is too wide to stand beside the panel on a laptop, and fits when it has the whole width."""
        return SMAL < self._maten.breedte <= VOL

    @property
    def schuift(self) -> bool:
        """Whether a laptop shows only a part of it at a time."""
        return self._maten.breedte > SMAL or self._maten.hoogte > LAAG

    @property
    def op_blad(self) -> bool:
        """Whether the map as a whole can be read on one sheet of paper: A4, landscape."""
        return self.past and self.kolommen <= BLAD[0] and self.rijen <= BLAD[1]

    @property
    def heel(self) -> Vak:
        """All of the map."""
        return self._vak((0, self._maten.breedte), (0, self._maten.hoogte))

    def vak(self, plaats: Plaats) -> Vak:
        """Return where a card stands."""
        return self._vak(self._maten.kolommen[plaats.kolom], self._maten.rijen[plaats.rij])

    def kader(self, plaats: Plaats) -> tuple[int, int, int, int]:
        """Return the left, top, right and bottom of a card, in units of the map."""
        (links, rechts), (boven, onder) = self._maten.kolommen[plaats.kolom], self._maten.rijen[plaats.rij]
        return links, boven, rechts, onder

    def niveauvak(self, band: Band) -> Vak:
        """Return the columns of a niveau, above all rows."""
        kolommen = self._maten.kolommen
        return self._vak((kolommen[band.van][0], kolommen[band.tot - 1][1]), (0, 0))

    def baanvak(self, band: Band) -> Vak:
        """Return the rows of a werkveld over the whole map, up to halfway the next one."""
        rijen, hoogte = self._maten.rijen, self._maten.hoogte
        boven = (rijen[band.van - 1][1] + rijen[band.van][0]) / 2 if band.van else 0
        onder = (rijen[band.tot - 1][1] + rijen[band.tot][0]) / 2 if band.tot < self.rijen else hoogte
        return self._vak((0, self._maten.breedte), (boven, onder))

    @property
    def _maten(self) -> Raster:
        if self.raster is None:
            raise ValueError("This map is too large to be drawn.")
        return self.raster

    def _vak(self, breed: tuple[float, float], hoog: tuple[float, float]) -> Vak:
        return Vak(*(round(maat / SPOOR) for maat in (*breed, *hoog)))


def teken(knopen: Sequence[Knoop], stappen: Iterable[Stap], werkvelden: Sequence[str]) -> Kaart:
    """Lay out the map.

    `werkvelden` is the order of lanes from top to bottom; lanes it does not name follow by name.
    Steps (van, naar) that name an unknown functie, lead to themselves or come twice are left out. One that is there
    both ways is one line, from the lower functie to the higher.
    The order of `knopen` and `stappen` makes no difference. For a map that is too large to read nothing
    is sought, and it gets no lines. Raises ValueError when two knopen have the same slug.
    """
    per_slug = {knoop.slug: knoop for knoop in knopen}
    if len(per_slug) < len(knopen):
        raise ValueError("Two knopen have the same slug.")
    bekend = _bekend(per_slug, stappen)
    kolommen, niveaus = _kolommen(per_slug, [stap for stap, beide in bekend.items() if not beide])
    banen = _banen(per_slug, kolommen, werkvelden)
    rijen = Rijen(kolommen, _vakken(per_slug, kolommen, banen), list(bekend))
    omvang = (_einde(niveaus), _einde(banen))
    if max(omvang) > GRENS or len(knopen) > MEEST:
        return Kaart(*omvang, _plaatsen(rijen.gelegd()), niveaus, banen, (), None)
    cellen = rijen.verbeterd()
    volgorde = sorted(bekend, key=lambda s: (cellen[s[0]], cellen[s[1]]))
    raster, lijnen = trek(cellen, {stap: bekend[stap] for stap in volgorde}, omvang)
    if max(raster.breedte, raster.hoogte) > SPOOR * BASIS**2:
        return Kaart(*omvang, _plaatsen(cellen), niveaus, banen, (), None)
    return Kaart(*omvang, _plaatsen(cellen), niveaus, banen, lijnen, raster)


def _bekend(knopen: Mapping[str, Knoop], stappen: Iterable[Stap]) -> dict[Stap, bool]:
    """Return the steps that can be drawn, and of each whether it goes both ways."""
    echt = {s for s in stappen if s[0] != s[1] and knopen.keys() >= set(s)}

    def begint(stap: Stap) -> bool:
        laag, hoog = ((knopen[slug].hoogte, slug) for slug in stap)
        return laag < hoog or stap[::-1] not in echt

    return {stap: stap[::-1] in echt for stap in sorted(echt) if begint(stap)}


def overzicht(knopen: Iterable[Knoop], werkvelden: Sequence[str]) -> dict[str, dict[int | None, int]]:
    """Count functies: `{werkveld: {niveau: how many}}`, lanes in the order of the map and levels from low to high.

    What stands in for a map that is too large. A niveau is in every lane, also where it has no functie.
    """
    aantal: defaultdict[str, defaultdict[int | None, int]] = defaultdict(lambda: defaultdict(int))
    hoogten: dict[int | None, float] = {}
    for knoop in knopen:
        aantal[knoop.werkveld][knoop.niveau] += 1
        hoogten[knoop.niveau] = knoop.hoogte
    niveaus = sorted(hoogten, key=lambda niveau: hoogten[niveau])
    return {naam: {niveau: aantal[naam][niveau] for niveau in niveaus} for naam in _baannamen(aantal, werkvelden)}


def _baannamen(bekend: Iterable[str], werkvelden: Sequence[str]) -> list[str]:
    """Return the lanes that have functies, from top to bottom."""
    bekend = set(bekend)
    return [naam for naam in dict.fromkeys([*werkvelden, *sorted(bekend)]) if naam in bekend]


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

Groep = tuple[Band, int, list[str]]  # the functies of a lane in one column


def _banen(knopen: Mapping[str, Knoop], kolommen: Mapping[str, int], werkvelden: Sequence[str]) -> tuple[Band, ...]:
    """Return the rows of each lane: as many as its fullest column needs."""
    aantal: defaultdict[str, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
    for slug, knoop in knopen.items():
        aantal[knoop.werkveld][kolommen[slug]] += 1
    banden: list[Band] = []
    for werkveld in _baannamen(aantal, werkvelden):
        van = _einde(banden)
        banden.append(Band(werkveld, van, van + max(aantal[werkveld].values())))
    return tuple(banden)


def _vakken(knopen: Mapping[str, Knoop], kolommen: Mapping[str, int], banen: Sequence[Band]) -> list[Groep]:
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


class Lat:
    """A step as a straight lath between two cards: the card in the left column, the one in the right, and the slope."""

    __slots__ = ("buren", "helling", "hoogte", "kosten", "kruisingen", "links", "rechts", "tot", "van", "verwant")

    def __init__(self, links: str, rechts: str, van: int, tot: int) -> None:
        self.links, self.rechts, self.van, self.tot = links, rechts, van, tot
        self.verwant = VERWANT * _verwantschap(links, rechts)
        self.buren: list[tuple[Lat, int, int]] = []  # laths in the same columns, and in which
        self.helling = self.hoogte = self.kosten = 0.0
        self.kruisingen = 0


class Rijen:
    """Chooses the row of each functie inside its lane: lines straight, few crossings."""

    def __init__(self, kolommen: Mapping[str, int], groepen: Sequence[Groep], stappen: Sequence[Stap]) -> None:
        self.kolommen = kolommen
        self.groepen = groepen
        self.stappen = [(a, b) if (kolommen[a], a) < (kolommen[b], b) else (b, a) for a, b in stappen]  # left, right
        self.rijen: dict[str, int] = {}
        self.bezet: dict[Cel, str] = {}
        self.vol: defaultdict[int, int] = defaultdict(int)  # the columns that are taken, a bit for each, by row
        self.latten: list[Lat] = []
        self.aan: dict[str, list[Lat]] = {slug: [] for slug in kolommen}
        self.over: defaultdict[int, list[Lat]] = defaultdict(list)  # the laths that pass a column

    def gelegd(self) -> dict[str, Cel]:
        """Return a first column and row of each functie."""
        voor: dict[str, list[str]] = {slug: [] for slug in self.kolommen}
        met_stap: set[str] = set()
        for links, rechts in self.stappen:
            voor[rechts].append(links)
            met_stap |= {links, rechts}
        for baan, _, slugs in self.groepen:

            def streef(slug: str, baan: Band = baan) -> tuple[bool, float, str]:
                rijen = [self.rijen[links] for links in voor[slug] if links in self.rijen]
                return slug not in met_stap, sum(rijen) / len(rijen) if rijen else baan.van, slug

            for rij, slug in enumerate(sorted(slugs, key=streef), start=baan.van):
                self._zet(slug, rij)
        return self._cellen()

    def verbeterd(self) -> dict[str, Cel]:
        """Return the column and row of each functie, the first ones made better until that is done."""
        self.gelegd()
        self._maak_latten()
        for _ in range(RONDES):
            if not sum(self._verbeter(groep) for groep in self.groepen):
                break
        return self._cellen()

    def _maak_latten(self) -> None:
        self.latten = [Lat(*stap, self.kolommen[stap[0]], self.kolommen[stap[1]]) for stap in self.stappen]
        for lat in self.latten:
            self.aan[lat.links].append(lat)
            self.aan[lat.rechts].append(lat)
            for kolom in range(lat.van + 1, lat.tot):
                self.over[kolom].append(lat)
        for een, ander in combinations(self.latten, 2):
            van, tot = max(een.van, ander.van), min(een.tot, ander.tot)
            if van < tot:
                een.buren.append((ander, van, tot))
                ander.buren.append((een, van, tot))
        for lat in self.latten:
            self._span(lat)
        for lat in self.latten:
            lat.kruisingen = self._kruisingen(lat)
            lat.kosten = self._lijnkosten(lat)

    def _cellen(self) -> dict[str, Cel]:
        return {slug: (self.kolommen[slug], rij) for slug, rij in self.rijen.items()}

    def _zet(self, slug: str, rij: int) -> None:
        kolom = self.kolommen[slug]
        self.rijen[slug] = rij
        self.bezet[kolom, rij] = slug
        self.vol[rij] |= 1 << kolom

    def _verbeter(self, groep: Groep) -> int:
        """Swap rows of one lane in one column where that makes the map better; return how often."""
        baan, kolom, _ = groep
        return sum(self._probeer(kolom, *paar) for paar in combinations(range(baan.van, baan.tot), 2))

    def _probeer(self, kolom: int, een: int, ander: int) -> bool:
        slugs = [self.bezet[cel] for cel in ((kolom, een), (kolom, ander)) if cel in self.bezet]
        if not slugs:
            return False
        eigen = {id(lat): lat for slug in slugs for lat in self.aan[slug]}
        rijen = {een, ander}
        langs = [
            lat
            for lat in self.over[kolom]
            if id(lat) not in eigen and (self.rijen[lat.links] in rijen or self.rijen[lat.rechts] in rijen)
        ]
        latten = list(eigen.values())
        voor = self._kosten(slugs, latten, langs)
        oud = [(lat, lat.helling, lat.hoogte, lat.kosten, lat.kruisingen) for lat in (*latten, *langs)]
        self._ruil(kolom, een, ander, latten)
        for lat in latten:
            lat.kruisingen = self._kruisingen(lat)
        for lat in (*latten, *langs):
            lat.kosten = self._lijnkosten(lat)
        if self._kosten(slugs, latten, langs) < voor - 1e-6:
            self._tel_bij(latten)
            return True
        self._ruil(kolom, een, ander, ())
        for lat, helling, hoogte, kosten, kruisingen in oud:
            lat.helling, lat.hoogte, lat.kosten, lat.kruisingen = helling, hoogte, kosten, kruisingen
        return False

    def _tel_bij(self, latten: Sequence[Lat]) -> None:
        """Count anew the crossings of those that the moved laths meet."""
        geteld = {id(ander): ander for lat in latten for ander, _, _ in lat.buren}
        for lat in geteld.values():
            lat.kruisingen = self._kruisingen(lat)

    def _ruil(self, kolom: int, een: int, ander: int, latten: Iterable[Lat]) -> None:
        boven, onder = self.bezet.pop((kolom, een), None), self.bezet.pop((kolom, ander), None)
        for rij in (een, ander):
            self.vol[rij] &= ~(1 << kolom)
        for slug, rij in ((boven, ander), (onder, een)):
            if slug is not None:
                self._zet(slug, rij)
        for lat in latten:
            self._span(lat)

    def _kosten(self, slugs: Sequence[str], latten: Sequence[Lat], langs: Sequence[Lat]) -> float:
        """Return what these functies and steps cost: the busy ones stand high in their lane."""
        laag = sum(LAGER * len(self.aan[slug]) * self.rijen[slug] for slug in slugs)
        eigen = sum(lat.kosten + KRUISING * lat.kruisingen for lat in latten)
        return laag + eigen + sum(lat.kosten for lat in langs)

    def _lijnkosten(self, lat: Lat) -> float:
        """Return what a line costs by itself: nothing when it is straight, more when it must go around cards."""
        rij, doel = self.rijen[lat.links], self.rijen[lat.rechts]
        tussen = (1 << lat.tot) - (2 << lat.van)
        if lat.van == lat.tot:
            return PER_RIJ * abs(rij - doel)
        if rij == doel and not self.vol[rij] & tussen:
            return -lat.verwant
        vrij_tot = self.vol[rij] & tussen
        eerste = vrij_tot & -vrij_tot  # the first card in the way in the row that it leaves, as a bit
        omweg = rij == doel or (eerste and self.vol[doel] & tussen >= eerste)
        return 1 + PER_RIJ * abs(rij - doel) + (OMWEG if omweg else 0)

    def _span(self, lat: Lat) -> None:
        if lat.van < lat.tot:
            rij = self.rijen[lat.links]
            lat.helling = (self.rijen[lat.rechts] - rij) / (lat.tot - lat.van)
            lat.hoogte = rij - lat.helling * lat.van

    def _kruisingen(self, lat: Lat) -> int:
        """Return how many other laths cross this one."""
        helling, hoogte, aantal = lat.helling, lat.hoogte, 0
        for ander, van, tot in lat.buren:
            schuin, hoog = helling - ander.helling, hoogte - ander.hoogte
            if (schuin * van + hoog) * (schuin * tot + hoog) < -1e-9:
                aantal += 1
        return aantal
