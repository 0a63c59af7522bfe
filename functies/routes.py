"""The routes from one functie to another, best first.

The search splits "all routes" into parts that share a beginning (Yen, 1971; Lawler, 1972). The distances to the end
give a lower bound for each part, and only the part with the best bound is searched on, for as long as it is the best.
So the answer is exact in every graph, and the work cannot explode: a route that is given makes at most one part per
functie on it, and within a part every functie is passed at most once.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice

__all__ = ["Netwerk", "Route"]

Route = tuple[str, ...]
Buren = Mapping[str, Sequence[str]]


class Netwerk:
    """The possible steps between functies, ready to be asked.

    `stappen` are pairs (van, naar) of slugs; doubles and steps from a functie to itself are ignored. A functie
    without steps is unknown here. Every answer depends on the steps only, not on their order.
    """

    def __init__(self, stappen: Iterable[tuple[str, str]]) -> None:
        echte = sorted({(van, naar) for van, naar in stappen if van != naar})
        self._vervolg = _buren(echte)
        self._vooraf = _buren((naar, van) for van, naar in echte)

    def routes(self, van: str, naar: str, extra: int = 2, hoogstens: int = 5) -> list[Route]:
        """Return the routes with at most `extra` steps more than the shortest, both ends included.

        No functie comes twice in a route. The shortest come first, then by alphabet; only the first `hoogstens`
        are given. Empty when there is no route, when `van` is `naar`, and when one of them is unknown.
        """
        rest = self.afstanden_naar(naar)
        if van == naar or van not in rest:
            return []
        alle = _Deel(self._vervolg, rest, rest[van] + extra, (van,), self._vervolg[van])
        return list(islice(_beste_eerst(alle), max(0, hoogstens)))

    def afstanden(self, begin: Collection[str]) -> dict[str, int]:
        """Return the steps from the nearest of `begin` (themselves at 0) to all that can be reached, nearest first."""
        return _afstanden(self._vervolg, begin)

    def afstanden_naar(self, einde: str) -> dict[str, int]:
        """Return the steps to `einde` (itself at 0) from every functie that leads there, nearest first."""
        return _afstanden(self._vooraf, [einde])

    def kortste(self, begin: Collection[str], naar: str) -> Route:
        """Return the shortest route from one of `begin`, the first by alphabet; empty when there is none.

        When `naar` is one of `begin` the route is `naar` alone.
        """
        rest = self.afstanden_naar(naar)
        hier = min((slug for slug in begin if slug in rest), key=lambda slug: (rest[slug], slug), default=None)
        if hier is None:
            return ()
        route = [hier]
        while route[-1] != naar:
            nog = rest[route[-1]] - 1
            route.append(next(slug for slug in self._vervolg[route[-1]] if rest.get(slug) == nog))
        return tuple(route)


def _buren(paren: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return for each first of a pair the second ones, in the order of the pairs."""
    buren = defaultdict(list)
    for een, ander in paren:
        buren[een].append(ander)
    return dict(buren)


def _afstanden(buren: Buren, begin: Iterable[str]) -> dict[str, int]:
    afstanden: dict[str, int] = {}
    laag, aantal = set(begin), 0
    while laag:
        afstanden |= dict.fromkeys(sorted(laag), aantal)
        laag = set().union(*(buren.get(slug, ()) for slug in laag)).difference(afstanden)
        aantal += 1
    return afstanden


def _beste_eerst(alle: "_Deel") -> Iterator[Route]:
    """Yield the routes of a part by number of steps, then by alphabet."""
    delen: list[tuple[int, Route, _Deel]] = []  # no two parts have the same beginning to offer
    nieuw: Iterable[_Deel] = [alle]
    while True:
        for deel in nieuw:
            if deel.wachtend:
                heappush(delen, (*deel.wachtend[0], deel))
        if not delen:
            return
        _, route, deel = heappop(delen)
        if deel.rest[route[-1]]:
            deel.zoek_verder()
            nieuw = [deel]
        else:
            yield route
            nieuw = deel.splits(route)


class _Deel:
    """The routes of at most `grens` steps that start with `begin` and go on to one of `verder`.

    `rest` is the number of steps to the end. `wachtend` is the heap of an A* search: beginnings of routes, each after
    the number of steps it takes at least. A functie is passed once, along the best way to it: as `rest` is the true
    distance when all functies may be used, a later way there is longer, or as long and later by alphabet.
    """

    def __init__(
        self, vervolg: Buren, rest: Mapping[str, int], grens: int, begin: Route, verder: Iterable[str]
    ) -> None:
        self.vervolg = vervolg
        self.rest = rest
        self.grens = grens
        self.begin = begin
        self.verder = verder
        self.gezien = set(begin)
        self.wachtend = list(self._langer(begin, verder))
        heapify(self.wachtend)

    def zoek_verder(self) -> None:
        """Replace the best beginning by those that are one step longer."""
        _, route = heappop(self.wachtend)
        if route[-1] not in self.gezien:
            self.gezien.add(route[-1])
            for langer in self._langer(route, self.vervolg[route[-1]]):
                heappush(self.wachtend, langer)

    def splits(self, route: Route) -> Iterator["_Deel"]:
        """Yield the parts that are left without `route`: by how far the others go along with it."""
        for n in range(len(self.begin), len(route)):
            verder = self.verder if n == len(self.begin) else self.vervolg[route[n - 1]]
            anders = [slug for slug in verder if slug != route[n]]
            yield _Deel(self.vervolg, self.rest, self.grens, route[:n], anders)

    def _langer(self, route: Route, verder: Iterable[str]) -> Iterator[tuple[int, Route]]:
        for slug in verder:
            lengte = len(route) + self.rest.get(slug, self.grens)
            if lengte <= self.grens and slug not in self.gezien:
                yield lengte, (*route, slug)
