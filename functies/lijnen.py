"""The lines of the map: orthogonal, and only through the gaps between the cards.

While lines are being routed, places are counted and not yet measured. Gutter `g` is the border left
of column `g`, at x = 100 g. Track `t` lies at y = 50 t: an odd track is the middle of a row, an even
one the border between two rows. A route (`Traject`) names a gutter and a track in turn: where it begins,
the track along which it leaves its card, the gutter in which it turns, the next track, and so on to
where it ends. So part `i` of a route lies on `weg[i]` and runs from `weg[i - 1]` to `weg[i + 1]`,
horizontally when `i` is odd and vertically when it is even. A straight route has 3 numbers, one that
turns once to another row 5, one that goes by a track of neither card 7. When all routes are known,
the parts that share a gutter or track are put in an order and each gets its own coordinate.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil
from typing import NamedTuple

Cel = tuple[int, int]  # column, row
Stap = tuple[str, str]
Punt = tuple[float, float]
Traject = tuple[float, ...]
Stuk = tuple[int, int]  # number of a route, number of a part of it
Rit = tuple[Cel, Cel]
Bereik = tuple[float, float]

UIT, AAN = 0.95, 0.05  # where in its column a line leaves a card, and where it arrives
RADIUS = (4.0, 8.0)  # of a corner, in x and y
VRIJ = 6.0  # vertical parts in one gutter with less than this between them do not share an x


class Ruimte(NamedTuple):
    """A strip in which lines may run side by side, and the distance they keep when there is room."""

    midden: float
    breedte: float
    afstand: float

    def helft(self, kant: int) -> "Ruimte":
        """Return the half of this strip before (-1) or after (1) its middle."""
        return Ruimte(self.midden + kant * self.breedte / 4, self.breedte / 2, self.afstand)


@dataclass(frozen=True)
class Lijn:
    """The line of the step `van` -> `naar`: its two ends and its corners, in units of the map."""

    van: str
    naar: str
    punten: tuple[Punt, ...]

    @property
    def d(self) -> str:
        """The line as path data for SVG, with rounded corners."""
        delen = [f"M{_getallen(self.punten[0])}"]
        for voor, hoek, na in zip(self.punten, self.punten[1:], self.punten[2:], strict=False):
            begin, eind = _ronding(voor, hoek, na)
            delen.append(f"L{_getallen(begin)}Q{_getallen(hoek)} {_getallen(eind)}")
        return "".join([*delen, f"L{_getallen(self.punten[-1])}"])


def trek(cellen: Mapping[str, Cel], stappen: Sequence[Stap], omvang: Cel) -> tuple[Lijn, ...]:
    """Return one line per step, in the same order.

    `cellen` gives the column and row of every functie, `omvang` the number of columns and rows.
    Every step joins two different functies of `cellen`, and no step is there twice.
    """
    ritten = [(cellen[van], cellen[naar]) for van, naar in stappen]
    schikking = Schikking(kies_wegen(ritten, set(cellen.values())), omvang)
    return tuple(Lijn(*stap, schikking.punten(n)) for n, stap in enumerate(stappen))


def _getallen(punt: Punt) -> str:
    return " ".join(f"{getal:.2f}".rstrip("0").rstrip(".") for getal in punt)


def _ronding(voor: Punt, hoek: Punt, na: Punt) -> tuple[Punt, Punt]:
    """Return where the curve around a corner begins and ends, at most halfway to its neighbours."""
    armen = [(buur[0] - hoek[0], buur[1] - hoek[1]) for buur in (voor, na)]
    rx, ry = RADIUS
    deel = min(1.0, *(abs(dx) / rx / 2 + abs(dy) / ry / 2 for dx, dy in armen))
    begin, eind = ((hoek[0] + _richting(dx) * rx * deel, hoek[1] + _richting(dy) * ry * deel) for dx, dy in armen)
    return begin, eind


def _richting(verschil: float) -> int:
    return (verschil > 0) - (verschil < 0)


def _punt(i: int, eigen: float, dwars: float) -> Punt:
    """Return x and y of a point on part `i`: its own coordinate, and the one across."""
    return (dwars, eigen) if i % 2 else (eigen, dwars)


def _bereik(weg: Traject, i: int) -> Bereik:
    return min(weg[i - 1], weg[i + 1]), max(weg[i - 1], weg[i + 1])


# Choosing the routes: every line takes the cheapest one, given the routes of all other lines.

LANGS, DOOR, HOEK = "langs", "door", "hoek"  # passing a crossroads horizontally, vertically, turning
TARIEF = {
    LANGS: {LANGS: 0.8, DOOR: 6.0, HOEK: 2.0},
    DOOR: {LANGS: 6.0, DOOR: 0.1, HOEK: 2.0},
    HOEK: {LANGS: 2.0, DOOR: 2.0, HOEK: 0.2},
}
RONDES = 3

Kruispunt = tuple[float, float, str]  # gutter, track, how a route passes it


class Mogelijkheid(NamedTuple):
    """A route a line may take: its price by itself, and where it may meet other lines."""

    weg: Traject
    basis: float
    kruispunten: tuple[Kruispunt, ...]

    def prijs(self, drukte: Mapping[Kruispunt, int]) -> float:
        """Return the price among other lines, of which `drukte` counts how many pass where and how."""
        return self.basis + sum(
            drukte[x, y, ander] * tarief for x, y, hoe in self.kruispunten for ander, tarief in TARIEF[hoe].items()
        )


def kies_wegen(ritten: Sequence[Rit], bezet: Collection[Cel]) -> list[Traject]:
    """Return a route for each pair of cells, that meets as few of the others as it can."""
    keuzes = [[_keuze(weg) for weg in mogelijke_wegen(*rit, bezet)] for rit in ritten]
    beurten = sorted(range(len(ritten)), key=lambda n: (len(keuzes[n]) > 1, keuzes[n][0].basis))
    gekozen: dict[int, Mogelijkheid] = {}
    drukte: Counter[Kruispunt] = Counter()
    for n in beurten * RONDES:
        if n in gekozen:
            drukte.subtract(gekozen[n].kruispunten)
        gekozen[n] = min(keuzes[n], key=lambda keuze: keuze.prijs(drukte))
        drukte.update(gekozen[n].kruispunten)
    return [gekozen[n].weg for n in range(len(ritten))]


def mogelijke_wegen(van: Cel, naar: Cel, bezet: Collection[Cel]) -> Iterator[Traject]:
    """Yield the routes between two cells; around an occupied cell there always is one."""
    begin, eind = van[0] + UIT, naar[0] + AAN
    eerste, laatste = van[0] + 1, naar[0]
    vertrek, aankomst = 2 * van[1] + 1, 2 * naar[1] + 1

    def vrij(spoor: int, een: int, ander: int) -> bool:
        rij = range(min(een, ander), max(een, ander))
        return spoor % 2 == 0 or not any((kolom, spoor // 2) in bezet for kolom in rij)

    if vertrek == aankomst and eerste <= laatste and vrij(vertrek, eerste, laatste):
        yield begin, vertrek, eind
        return
    if vertrek != aankomst:
        for goot in range(eerste, laatste + 1):
            if vrij(vertrek, eerste, goot) and vrij(aankomst, goot, laatste):
                yield begin, vertrek, goot, aankomst, eind
    if eerste != laatste:
        for spoor in range(min(vertrek, aankomst) - 1, max(vertrek, aankomst) + 2):
            if spoor not in (vertrek, aankomst) and vrij(spoor, eerste, laatste):
                yield begin, vertrek, eerste, spoor, laatste, aankomst, eind


def _keuze(weg: Traject) -> Mogelijkheid:
    return Mogelijkheid(weg, _basis(weg), tuple(_kruispunten(weg)))


def _basis(weg: Traject) -> float:
    """Return the price of a route by itself: length, corners, and for a detour the track it takes."""
    lengte = sum(abs(weg[i + 1] - weg[i - 1]) / (1 if i % 2 else 2) for i in range(1, len(weg) - 1))
    prijs = lengte + (len(weg) - 3) / 2
    if len(weg) == 7:  # rather between two rows than along one, and close to where it is going
        prijs += 0.3 * (weg[3] % 2) + 0.15 * abs(weg[3] - weg[5])
    return prijs


def _kruispunten(weg: Traject) -> Iterator[Kruispunt]:
    for i in range(1, len(weg) - 1):
        van, tot = _bereik(weg, i)
        for dwars in range(int(van) + 1, ceil(tot)):
            yield *_punt(i, weg[i], dwars), LANGS if i % 2 else DOOR
        if i + 2 < len(weg):
            yield *_punt(i, weg[i], weg[i + 1]), HOEK


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
    """Gives every part of every route a coordinate that no part beside it has."""

    def __init__(self, wegen: Sequence[Traject], omvang: Cel) -> None:
        self.wegen = wegen
        self.omvang = omvang
        self.bereik: dict[Stuk, Bereik] = {}
        self.plek: dict[Stuk, float] = {}
        for n, weg in enumerate(wegen):
            self.plek[n, 0], self.plek[n, len(weg) - 1] = 100 * weg[0], 100 * weg[-1]
        self._verdeel(liggend=True)
        self._verdeel(liggend=False)

    def punten(self, n: int) -> tuple[Punt, ...]:
        """Return the ends and corners of a route."""
        plek = [round(self.plek[n, i], 3) for i in range(len(self.wegen[n]))]
        return tuple(_punt(i, plek[i], plek[i + 1]) for i in range(len(plek) - 1))

    def _verdeel(self, liggend: bool) -> None:
        """Place all horizontal parts, or, when those have their place, all vertical ones."""
        stroken: defaultdict[float, list[Stuk]] = defaultdict(list)
        for n, weg in enumerate(self.wegen):
            for i in range(1 if liggend else 2, len(weg) - 1, 2):
                stroken[weg[i]].append((n, i))
                self.bereik[n, i] = _bereik(weg, i) if liggend else self._hoogte(n, i)
        for strook, stukken in stroken.items():
            ruimte = self._spoor(int(strook)) if liggend else self._goot(int(strook))
            for groep in self._groepen(stukken):
                self._plaats(groep, ruimte)

    def _hoogte(self, n: int, i: int) -> Bereik:
        een, ander = self.plek[n, i - 1], self.plek[n, i + 1]
        return min(een, ander) - VRIJ / 2, max(een, ander) + VRIJ / 2

    def _spoor(self, spoor: int) -> Ruimte:
        if spoor % 2:
            return Ruimte(50.0 * spoor, 50, 14)
        return _binnen(Ruimte(50.0 * spoor, 16, 5), spoor, 2 * self.omvang[1])

    def _goot(self, goot: int) -> Ruimte:
        return _binnen(Ruimte(100.0 * goot, 8, 4), goot, self.omvang[0])

    def _groepen(self, stukken: Sequence[Stuk]) -> Iterator[list[Stuk]]:
        """Yield the parts of one gutter or track in groups that lie clear of each other."""
        groep: list[Stuk] = []
        for stuk in sorted(stukken, key=lambda s: (self.bereik[s], s)):
            if groep and self.bereik[stuk][0] > max(self.bereik[s][1] for s in groep):
                yield groep
                groep = []
            groep.append(stuk)
        yield groep

    def _raakt(self, een: Stuk, ander: Stuk) -> bool:
        (van, tot), (van_ander, tot_ander) = self.bereik[een], self.bereik[ander]
        return van <= tot_ander and van_ander <= tot

    def _plaats(self, groep: Sequence[Stuk], ruimte: Ruimte) -> None:
        lagen = self._lagen(_op_volgorde(sorted(groep), self._voorkeuren(groep)))
        verste = max(abs(laag) for laag in lagen.values())
        afstand = min(ruimte.afstand, ruimte.breedte / (2 * verste + 1))
        self.plek |= {stuk: ruimte.midden + laag * afstand for stuk, laag in lagen.items()}

    def _voorkeuren(self, groep: Sequence[Stuk]) -> Voorkeuren:
        """Return for each two parts side by side on which side of the second the first had better lie."""
        voorkeuren = {}
        for een, ander in combinations(sorted(groep), 2):
            if self._raakt(een, ander):
                kant = _voorkeur(self.wegen[een[0]], een[1], self.wegen[ander[0]], ander[1])
                voorkeuren[een, ander], voorkeuren[ander, een] = kant, -kant
        return voorkeuren

    def _lagen(self, rij: Sequence[Stuk]) -> dict[Stuk, float]:
        """Return how many steps from the middle each part comes; a straight line at 0 exactly."""
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


def _binnen(ruimte: Ruimte, nummer: int, laatste: int) -> Ruimte:
    """Keep to the inside half of a strip that lies on the edge of the map."""
    if 0 < nummer < laatste:
        return ruimte
    return ruimte.helft(1 if nummer == 0 else -1)
