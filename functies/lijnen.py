"""The lines of the map: orthogonal, and only through the gaps between the cards.

A line joins the right of the card in the first of two columns with the left of the card in the other, whichever way
the step goes: its head says that. So it never turns back, and two lines cross where they change places between
two columns. Only a step between two cards of one column leaves and arrives at the same side.

While lines are being routed, places are counted and not yet measured. Gutter `g` is left of column `g`.
Track `t` is the middle of a row when odd, and the gap between two rows when even. A route (`Traject`) names a gutter
and a track in turn: where it begins, the track along which it leaves its card, the gutter in which it turns, the next
track, and so on to where it ends. So part `i` of a route lies on `weg[i]` and runs from `weg[i - 1]` to `weg[i + 1]`,
horizontally when `i` is odd and vertically when it is even. A straight route has 3 numbers, one that
turns once to another row 5, one that goes by a track of neither card 7. When all routes are known,
the parts that share a gutter or track are put in an order, gutter and track get the room that these need, and each
part its own coordinate. The unit is a sixteenth of an em of the page: a pixel where the map is at its smallest.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import ceil, inf
from typing import NamedTuple

Cel = tuple[int, int]  # column, row
Stap = tuple[str, str]
Punt = tuple[float, float]
Traject = tuple[float, ...]
Stuk = tuple[int, int]  # number of a route, number of a part of it
Rit = tuple[Cel, Cel]
Bereik = tuple[float, float]

UIT, AAN = 0.95, 0.05  # where in its column a line leaves a card, and where it arrives
RADIUS = 6.0  # of a corner
SPOOR = 4  # all sizes are a multiple of it: the columns and rows of the grid that the stylesheet makes
BREED, HOOG = 100, 80  # of a card; a row with many lines is higher
SCHERM, RUIM = 9, 124  # more columns than this do not fit on a screen: then cards are as wide as names like best
POORT, DICHT = 14, 8  # between lines: in a row, where a head must fit at a card, and in a gap
ZOOM = 12  # between a line and a card
RAND = (8, 12)  # left and above of the first card, right and below of the last one, where there are no lines


@dataclass(frozen=True)
class Raster:
    """Where the columns and rows of cards lie: from and to, in units of the map; and the size of the whole."""

    kolommen: tuple[tuple[int, int], ...]
    rijen: tuple[tuple[int, int], ...]
    breedte: int
    hoogte: int


@dataclass(frozen=True)
class Lijn:
    """The line of the step `van` -> `naar`, which may go both ways: its two ends and its corners."""

    van: str
    naar: str
    punten: tuple[Punt, ...]
    beide: bool = False

    @cached_property
    def d(self) -> str:
        """The line as path data for SVG, with rounded corners."""
        delen = [f"M{_getallen(self.punten[0])}"]
        for voor, hoek, na in zip(self.punten, self.punten[1:], self.punten[2:], strict=False):
            begin, eind = _ronding(voor, hoek, na)
            delen.append(f"L{_getallen(begin)}Q{_getallen(hoek)} {_getallen(eind)}")
        return "".join([*delen, f"L{_getallen(self.punten[-1])}"])


def trek(cellen: Mapping[str, Cel], stappen: Mapping[Stap, bool], omvang: Cel) -> tuple[Raster, tuple[Lijn, ...]]:
    """Return where columns and rows lie, and one line per step in the same order.

    `cellen` gives the column and row of every functie, `omvang` the number of columns and rows; `stappen` says of
    each step whether it goes both ways. Every step joins two different functies of `cellen`.
    """
    terug = {stap for stap in stappen if cellen[stap[0]][0] > cellen[stap[1]][0]}
    ritten = [
        (cellen[naar], cellen[van]) if (van, naar) in terug else (cellen[van], cellen[naar]) for van, naar in stappen
    ]
    schikking = Schikking(kies_wegen(ritten, set(cellen.values())), omvang)
    lijnen = []
    for n, (stap, beide) in enumerate(stappen.items()):
        punten = schikking.punten(n)
        lijnen.append(Lijn(*stap, punten[::-1] if stap in terug else punten, beide))
    return schikking.raster, tuple(lijnen)


def _getallen(punt: Punt) -> str:
    return " ".join(f"{getal:.2f}".rstrip("0").rstrip(".") for getal in punt)


def _ronding(voor: Punt, hoek: Punt, na: Punt) -> tuple[Punt, Punt]:
    """Return where the curve around a corner begins and ends, at most halfway to its neighbours."""
    armen = [(buur[0] - hoek[0], buur[1] - hoek[1]) for buur in (voor, na)]
    straal = min(RADIUS, *((abs(dx) + abs(dy)) / 2 for dx, dy in armen))
    begin, eind = ((hoek[0] + _richting(dx) * straal, hoek[1] + _richting(dy) * straal) for dx, dy in armen)
    return begin, eind


def _richting(verschil: float) -> int:
    return (verschil > 0) - (verschil < 0)


def _punt(i: int, eigen: float, dwars: float) -> Punt:
    """Return x and y of a point on part `i`: its own coordinate, and the one across."""
    return (dwars, eigen) if i % 2 else (eigen, dwars)


def _bereik(weg: Traject, i: int) -> Bereik:
    return min(weg[i - 1], weg[i + 1]), max(weg[i - 1], weg[i + 1])


# Choosing the routes: every line takes the cheapest one, given the routes of all other lines.

KRUISING, BOCHT, PER_CEL, SAMEN = 1.0, 0.4, 0.1, 0.05  # what a crossing, a corner, length and company cost
RONDES = 3

# How a route comes through a gutter: on which track it comes in and goes out. One that turns back does so at the
# end of the gutter that is named last: 0 for its left, 1 for its right.
Doorgang = tuple[float, float, int | None]
Sprong = tuple[int, Doorgang]


class Mogelijkheid(NamedTuple):
    """A route a line may take: its price by itself, and how it comes through each gutter."""

    weg: Traject
    basis: float
    sprongen: tuple[Sprong, ...]


class Drukte:
    """How many routes come through each gutter, from which track to which."""

    def __init__(self) -> None:
        self.goten: defaultdict[int, Counter[Doorgang]] = defaultdict(Counter)
        self.prijzen: dict[Sprong, float] = {}

    def neem(self, keuze: Mogelijkheid, erbij: bool) -> None:
        for goot, doorgang in keuze.sprongen:
            hier = self.goten[goot]
            hier[doorgang] += 1 if erbij else -1
            if not hier[doorgang]:
                del hier[doorgang]
        self.prijzen = {}

    def goedkoopste(self, keuzes: Sequence[Mogelijkheid]) -> Mogelijkheid:
        """Return the route that costs least among the others; `keuzes` come in the order of their own price."""
        minste, gekozen = inf, keuzes[0]
        for keuze in keuzes:
            if keuze.basis >= minste:
                break
            prijs = keuze.basis + sum(map(self._prijs, keuze.sprongen))
            if prijs < minste:
                minste, gekozen = prijs, keuze
        return gekozen

    def _prijs(self, sprong: Sprong) -> float:
        if sprong not in self.prijzen:
            goot, (links, rechts, lus) = sprong
            prijs = 0.0
            for (boven, onder, andere_lus), aantal in self.goten[goot].items():
                if lus is None and andere_lus is None:
                    kant = (boven - links) * (onder - rechts)  # two routes cross where they change places
                elif lus is None:
                    eind = rechts if andere_lus else links
                    kant = (boven - eind) * (onder - eind)  # and where one comes out from between the ends of another
                else:
                    eind = onder if lus else boven
                    kant = (links - eind) * (rechts - eind)
                prijs += aantal * (KRUISING if kant < 0 else SAMEN if kant == 0 else 0.0)
            self.prijzen[sprong] = prijs
        return self.prijzen[sprong]


def kies_wegen(ritten: Sequence[Rit], bezet: Collection[Cel]) -> list[Traject]:
    """Return a route for each pair of cells, the first not right of the other, that crosses as few as it can."""
    keuzes = [sorted(map(_keuze, mogelijke_wegen(*rit, bezet)), key=lambda keuze: keuze.basis) for rit in ritten]
    beurten = sorted(range(len(ritten)), key=lambda n: (len(keuzes[n]) > 1, keuzes[n][0].basis))
    gekozen: dict[int, Mogelijkheid] = {}
    drukte = Drukte()
    for n in beurten * RONDES:
        if n in gekozen:
            if len(keuzes[n]) == 1:
                continue
            drukte.neem(gekozen[n], erbij=False)
        gekozen[n] = drukte.goedkoopste(keuzes[n])
        drukte.neem(gekozen[n], erbij=True)
    return [gekozen[n].weg for n in range(len(ritten))]


def mogelijke_wegen(van: Cel, naar: Cel, bezet: Collection[Cel]) -> Iterator[Traject]:
    """Yield the routes between two cells, the first not right of the other; there always is one."""
    begin, eind = van[0] + UIT, naar[0] + AAN
    eerste, laatste = van[0] + 1, naar[0]
    vertrek, aankomst = 2 * van[1] + 1, 2 * naar[1] + 1

    def vrij(spoor: int, een: int, ander: int) -> bool:
        return spoor % 2 == 0 or not any((kolom, spoor // 2) in bezet for kolom in range(een, ander))

    if van[0] == naar[0]:  # around the right or the left
        yield begin, vertrek, eerste, aankomst, begin
        yield eind, vertrek, laatste, aankomst, eind
        return
    if vertrek == aankomst and vrij(vertrek, eerste, laatste):
        yield begin, vertrek, eind
        return
    if vertrek != aankomst:
        for goot in range(eerste, laatste + 1):
            if vrij(vertrek, eerste, goot) and vrij(aankomst, goot, laatste):
                yield begin, vertrek, goot, aankomst, eind
    for goot, verder in combinations(range(eerste, laatste + 1), 2):
        if goot != eerste and verder != laatste:
            continue  # of all these, those that turn at one of the ends at least
        if not (vrij(vertrek, eerste, goot) and vrij(aankomst, verder, laatste)):
            continue
        for spoor in range(min(vertrek, aankomst) - 1, max(vertrek, aankomst) + 2):
            if spoor not in (vertrek, aankomst) and vrij(spoor, goot, verder):
                yield begin, vertrek, goot, spoor, verder, aankomst, eind


def _keuze(weg: Traject) -> Mogelijkheid:
    return Mogelijkheid(weg, _basis(weg), tuple(_sprongen(weg)))


def _basis(weg: Traject) -> float:
    """Return the price of a route by itself: length, corners, and for a detour the track it takes."""
    lengte = sum(abs(weg[i + 1] - weg[i - 1]) / (1 if i % 2 else 2) for i in range(1, len(weg) - 1))
    prijs = PER_CEL * lengte + BOCHT * (len(weg) - 3)
    if len(weg) == 7:  # rather between two rows than along one, and close to where it is going
        prijs += 0.3 * (weg[3] % 2) + 0.05 * abs(weg[3] - weg[5])
    return prijs


def _sprongen(weg: Traject) -> Iterator[Sprong]:
    """Yield how a route comes through each of its gutters."""
    if weg[0] == weg[-1]:
        yield int(weg[2]), (weg[1], weg[3], int(weg[0] > weg[2]))
        return
    spoor, i = weg[1], 2
    for goot in range(ceil(weg[0]), ceil(weg[-1])):
        vorig = spoor
        if i < len(weg) - 1 and weg[i] == goot:
            spoor, i = weg[i + 1], i + 2
        yield goot, (vorig, spoor, None)


# Ordering what runs side by side: two routes part without crossing when the one that turns first
# lies on the side to which it turns. As long as they turn together, the answer lies further on.


def _einde(weg: Traject, i: int, richting: int) -> tuple[float, int, int]:
    """Return where part `i` ends in a direction, which way the route turns there, and the next part.

    The turn is -1 (left or up), 1 (right or down) or 0 (the part ends at a card).
    """
    volgende = i + 1 if richting * (weg[i + 1] - weg[i - 1]) > 0 else i - 1
    verder = 2 * volgende - i
    bocht = _richting(weg[verder] - weg[i]) if 0 <= verder < len(weg) else 0
    return weg[volgende], bocht, volgende


def _stem(p: Traject, i: int, q: Traject, j: int, richting: int) -> int:
    """Return on which side of part `j` of `q` part `i` of `p` must lie, looking one way.

    -1 is before (left or above), 1 is after (right or below), 0 is no difference.
    """
    factor = 1
    while True:
        eind_p, bocht_p, volgende_p = _einde(p, i, richting)
        eind_q, bocht_q, volgende_q = _einde(q, j, richting)
        if eind_p != eind_q:
            return factor * (bocht_p if richting * eind_p < richting * eind_q else -bocht_q)
        if bocht_p != bocht_q or bocht_p == 0:
            return factor * _richting(bocht_p - bocht_q)
        factor *= -richting * bocht_p  # around a corner the inner one stays the inner one
        i, j, richting = volgende_p, volgende_q, bocht_p


def _voorkeur(p: Traject, i: int, q: Traject, j: int) -> int:
    """Return on which side of part `j` of `q` part `i` of `p` had better lie, looking both ways.

    When the two ways disagree the routes cross anyhow, and it is 0.
    """
    return _stem(p, i, q, j, -1) + _stem(p, i, q, j, 1)


Voorkeuren = Mapping[tuple[Stuk, Stuk], int]


def _invoegen(rij: list[Stuk], stuk: Stuk, voorkeuren: Voorkeuren) -> None:
    """Put a part where it goes against the fewest preferences."""
    spijt = minste = plek = 0
    for n, ander in enumerate(rij, start=1):
        spijt -= voorkeuren.get((stuk, ander), 0)
        if spijt < minste:
            minste, plek = spijt, n
    rij.insert(plek, stuk)


def _op_volgorde(stukken: Sequence[Stuk], voorkeuren: Voorkeuren) -> list[Stuk]:
    """Order parts from left to right or from top to bottom, against as few preferences as may be."""
    rij: list[Stuk] = []
    for stuk in stukken:
        _invoegen(rij, stuk, voorkeuren)
    for _ in range(RONDES):
        for stuk in stukken:
            rij.remove(stuk)
            _invoegen(rij, stuk, voorkeuren)
    return rij


class Schikking:
    """Gives every part of every route a coordinate that no part beside it has, and every column and row its place."""

    def __init__(self, wegen: Sequence[Traject], omvang: Cel) -> None:
        self.wegen = wegen
        self.bereik: dict[Stuk, Bereik] = {}
        self.plek: dict[Stuk, float] = {}
        rijen = self._verdeel(omvang[1], liggend=True)
        kolommen = self._verdeel(omvang[0], liggend=False)
        self.raster = Raster(*(kolommen[0], rijen[0], kolommen[1], rijen[1]))
        for n, weg in enumerate(wegen):
            for i in (0, len(weg) - 1):
                links, rechts = self.raster.kolommen[int(weg[i])]
                self.plek[n, i] = rechts if weg[i] % 1 > 0.5 else links

    def punten(self, n: int) -> tuple[Punt, ...]:
        """Return the ends and corners of a route."""
        plek = [round(self.plek[n, i], 3) for i in range(len(self.wegen[n]))]
        return tuple(_punt(i, plek[i], plek[i + 1]) for i in range(len(plek) - 1))

    def _verdeel(self, aantal: int, liggend: bool) -> tuple[tuple[tuple[int, int], ...], int]:
        """Place all horizontal parts, or, when those have their place, all vertical ones.

        Returns from where to where the cards of each of `aantal` rows or columns are, and the size of the whole.
        """
        stroken: defaultdict[int, list[Stuk]] = defaultdict(list)
        for n, weg in enumerate(self.wegen):
            for i in range(1 if liggend else 2, len(weg) - 1, 2):
                stroken[int(weg[i]) if liggend else 2 * int(weg[i])].append((n, i))
                self.bereik[n, i] = _bereik(weg, i) if liggend else self._hoogte(n, i)
        maat = HOOG if liggend else BREED if aantal <= SCHERM else RUIM
        kaarten: list[tuple[int, int]] = []
        begin = 0
        for nummer in range(2 * aantal + 1):
            groepen = [self._lagen(groep) for groep in self._groepen(stroken[nummer])]
            if kaart := nummer % 2 == 1:
                groepen = [_gemidden(lagen, maat) for lagen in groepen]
            verste = max((max(map(abs, lagen.values())) for lagen in groepen), default=-1.0)
            if kaart:
                breed = _rij(verste, maat)
                midden, afstand = breed / 2, POORT
                kaarten.append((begin, begin + breed))
            else:
                breed = _gang(verste, RAND[liggend], nummer in (0, 2 * aantal))
                helft = ZOOM + DICHT * max(verste, 0)
                midden, afstand = helft if nummer else breed - helft, DICHT
            for lagen in groepen:
                self.plek |= {stuk: begin + midden + laag * afstand for stuk, laag in lagen.items()}
            begin += breed
        return tuple(kaarten), begin

    def _hoogte(self, n: int, i: int) -> Bereik:
        een, ander = self.plek[n, i - 1], self.plek[n, i + 1]
        return min(een, ander) - DICHT / 2, max(een, ander) + DICHT / 2

    def _groepen(self, stukken: Sequence[Stuk]) -> Iterator[list[Stuk]]:
        """Yield the parts of one gutter or track in groups that lie clear of each other."""
        groep: list[Stuk] = []
        verste = inf
        for stuk in sorted(stukken, key=lambda s: (self.bereik[s], s)):
            van, tot = self.bereik[stuk]
            if van > verste:
                yield groep
                groep = []
            verste = max(verste, tot) if groep else tot
            groep.append(stuk)
        if groep:
            yield groep

    def _raakt(self, een: Stuk, ander: Stuk) -> bool:
        (van, tot), (van_ander, tot_ander) = self.bereik[een], self.bereik[ander]
        return van <= tot_ander and van_ander <= tot

    def _voorkeuren(self, groep: Sequence[Stuk]) -> Voorkeuren:
        """Return for each two parts side by side on which side of the second the first had better lie."""
        voorkeuren = {}
        for een, ander in combinations(sorted(groep), 2):
            if self._raakt(een, ander):
                kant = _voorkeur(self.wegen[een[0]], een[1], self.wegen[ander[0]], ander[1])
                voorkeuren[een, ander], voorkeuren[ander, een] = kant, -kant
        return voorkeuren

    def _lagen(self, groep: Sequence[Stuk]) -> dict[Stuk, float]:
        """Return how many steps from the middle each part comes; a straight line at 0 exactly."""
        rij = _op_volgorde(sorted(groep), self._voorkeuren(groep))
        recht = next((n for n, (weg, _) in enumerate(rij) if len(self.wegen[weg]) == 3), None)
        if recht is None:
            lagen = self._stapel(rij)
            midden = max(lagen.values()) / 2
            return {stuk: laag - midden for stuk, laag in lagen.items()}
        boven, onder = self._stapel(rij[recht::-1]), self._stapel(rij[recht:])
        return {stuk: -laag for stuk, laag in boven.items()} | onder

    def _stapel(self, rij: Sequence[Stuk]) -> dict[Stuk, float]:
        """Return the lowest layer for each part that keeps the order of parts beside each other."""
        lagen: dict[Stuk, float] = {}
        for stuk in rij:
            lagen[stuk] = max((n + 1 for s, n in lagen.items() if self._raakt(s, stuk)), default=0)
        return lagen


def _gemidden(lagen: dict[Stuk, float], maat: int) -> dict[Stuk, float]:
    """Keep the straight line of a row in the middle of the cards, unless these would have to be larger for it."""
    laagste, hoogste = min(lagen.values()), max(lagen.values())
    if _rij(max(-laagste, hoogste), maat) == maat:
        return lagen
    return {stuk: laag - (laagste + hoogste) / 2 for stuk, laag in lagen.items()}


def _rij(verste: float, maat: int) -> int:
    """Return the size of a row of cards: `maat`, or more when its lines need that.

    `verste` is how many lines from the middle the outermost one is; negative when there are none.
    """
    return max(maat, _veelvoud(2 * (POORT * verste + ZOOM)))


def _gang(verste: float, rand: int, buiten: bool) -> int:
    """Return the size of a gap, between cards or (`buiten`) between the edge of the map and a card."""
    if buiten:
        return _veelvoud(DICHT + 2 * DICHT * verste + ZOOM) if verste >= 0 else rand
    return _veelvoud(2 * ZOOM + 2 * DICHT * max(verste, 0))


def _veelvoud(maat: float) -> int:
    return SPOOR * ceil(maat / SPOOR)
