"""What a functie and the way to it ask of somebody: what they bring, what fits, and what is still needed.

Every page that speaks of a person asks it here, so that all say the same. In: where somebody stands and a goal. Out:
the ways there, the best first, with what each step asks and what the whole way asks. Everything is a slug.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from functies.routes import Netwerk, Route

BUITEN = "~"  # who comes in from outside starts here; it sorts after every slug

Paar = tuple[str, str]


class Oordeel(StrEnum):
    """What the opleiding is, of those that fit a functie."""

    HEBT = "hebt"  # somebody has one
    INBEGREPEN = "inbegrepen"  # one that somebody has builds on it
    PAST = "past"  # it fits an earlier functie as well: who has it needs no other
    NODIG = "nodig"  # one of them is needed
    ONBEKEND = "onbekend"  # it is not known which fit


class Soort(StrEnum):
    """What a functie is to somebody."""

    HIER = "hier"  # they work there
    PAST = "past"  # their opleiding fits, and nothing else is asked
    PAST_MET = "past-met"  # their opleiding fits, and a diploma or registration is asked besides
    BEGIN = "begin"  # the opleiding for it can begin with what they have
    VERDER = "verder"  # steps lead there
    NIET_GENOEMD = "niet-genoemd"  # nothing that we know leads there


@dataclass(frozen=True)
class Vraagt:
    """What a functie asks: one of the opleidingen `passend`, and all of the rest."""

    passend: tuple[str, ...] = ()
    vereist: tuple[str, ...] = ()
    eisen: tuple[str, ...] = ()
    competenties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waar:
    """Where somebody stands: the functies where they work, the opleidingen and diploma's that they have, the
    competenties of which they say that they have them, those that they say they want to learn, and the functies whose
    opleiding they can begin with what they have besides.
    """

    functies: tuple[str, ...] = ()
    opleidingen: tuple[str, ...] = ()
    competenties: tuple[str, ...] = ()
    leren: tuple[str, ...] = ()
    begin: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stap:
    """One step of a way: what the functie asks that was not there before.

    `vanaf` is None for who comes in from outside. `opleidingen` are those that `oordeel` is about, `dankzij` those of
    somebody that fit or build on one that fits. Of its competenties, `kan` is there as they say, `mee` belongs to an
    earlier functie, and `leren` is new.
    """

    functie: str
    vanaf: str | None
    oordeel: Oordeel
    opleidingen: tuple[str, ...]
    dankzij: tuple[str, ...]
    diplomas: tuple[str, ...]
    eisen: tuple[str, ...]
    kan: tuple[str, ...]
    mee: tuple[str, ...]
    leren: tuple[str, ...]


@dataclass(frozen=True)
class Totaal:
    """What a whole way asks, added up. Of the competenties of the goal, `mee` is there at its start."""

    opleidingen: tuple[tuple[str, ...], ...]  # of each group one is needed
    diplomas: tuple[str, ...]
    eisen: tuple[str, ...]
    mee: tuple[str, ...]
    leren: tuple[str, ...]


@dataclass(frozen=True)
class Weg:
    """A way from `begin`, None for who comes in from outside.

    `bekend` says that steps lead along it; else it is just the goal with its opleiding.
    """

    begin: str | None
    stappen: tuple[Stap, ...]
    totaal: Totaal
    gebruikelijk: bool
    bekend: bool

    @property
    def via(self) -> tuple[str, ...]:
        """The functies between begin and goal: they tell this way from the others."""
        return tuple(stap.functie for stap in self.stappen[:-1])


@dataclass(frozen=True)
class Stand:
    """What one functie is to somebody: `ook_nodig` are the diploma's and beroepsvereisten that it asks besides.

    `route` is the best way there, from the functie where it begins, `stappen` its steps; empty where none is.
    """

    soort: Soort
    diplomas: tuple[str, ...] = ()
    eisen: tuple[str, ...] = ()
    route: Route = ()

    @property
    def stappen(self) -> int:
        return len(self.route) - 1 if self.route else 0


class Wegwijzer:
    """The functies with what they ask and the steps between them, ready to be asked.

    `stappen` are pairs (van, naar), of which `gebruikelijk` are those that people mostly take. `voortbouw` says of an
    opleiding on which ones it builds: who has it has one of those. `opvolgers` are what took the place of one: who has
    it has those too.
    """

    def __init__(
        self,
        functies: Mapping[str, Vraagt],
        stappen: Iterable[Paar],
        gebruikelijk: Collection[Paar] = (),
        voortbouw: Mapping[str, Collection[str]] | None = None,
        opvolgers: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.functies = functies
        self.stappen = list(stappen)
        self.gebruikelijk = set(gebruikelijk)
        self.voortbouw = voortbouw or {}
        self.opvolgers = opvolgers or {}
        self.gewoon = set.intersection(*(set(vraagt.eisen) for vraagt in functies.values())) if functies else set()

    def vanuit(self, waar: Waar) -> "Vertrek":
        """Return what there is to ask for somebody who stands there. Raises KeyError for an unknown functie."""
        return Vertrek(self, waar)

    def inbegrepen(self, opleiding: str) -> Iterator[frozenset[str]]:
        """Yield sets of which somebody has one who has this: what took its place, and what it builds on."""
        opvolgers = self.opvolgers.get(opleiding, ())
        yield from (frozenset([slug]) for slug in opvolgers)
        for slug in (opleiding, *opvolgers):
            yield from self.onderbouw([slug])

    def onderbouw(self, een_van: Collection[str]) -> Iterator[frozenset[str]]:
        """Yield sets of opleidingen of which somebody has one, given that they have one of `een_van`."""
        gezien, nu = set(een_van), frozenset(een_van)
        while nu and all(self.voortbouw.get(slug) for slug in nu):
            nu = frozenset(basis for slug in nu for basis in self.voortbouw[slug]) - gezien
            gezien |= nu
            if nu:
                yield nu


class Vertrek:
    """All that can be asked for one place where somebody stands."""

    def __init__(self, wegwijzer: Wegwijzer, waar: Waar) -> None:
        self.waar = waar
        self._kaart = wegwijzer
        self._inbegrepen = [(slug, deel) for slug in waar.opleidingen for deel in wegwijzer.inbegrepen(slug)]
        self._werk = [wegwijzer.functies[slug] for slug in waar.functies]

    @cached_property
    def past(self) -> tuple[str, ...]:
        """The functies that an opleiding which somebody has fits."""
        goed = (Oordeel.HEBT, Oordeel.INBEGREPEN)
        return tuple(slug for slug, vraagt in self._kaart.functies.items() if self._oordeel(vraagt, [])[0] in goed)

    def stand(self, functie: str) -> Stand:
        """Say what `functie` is to them. Raises KeyError when there is no such functie."""
        vraagt = self._kaart.functies[functie]
        diplomas, mist = self._mist(vraagt, self._werk)
        eisen = tuple(slug for slug in mist if slug not in self._kaart.gewoon)  # what all ask is no news for one
        if functie in self.waar.functies:
            return Stand(Soort.HIER, route=(functie,))
        if functie in self.past:
            return Stand(Soort.PAST_MET if diplomas or eisen else Soort.PAST, diplomas, eisen, (functie,))
        if functie in self.waar.begin:
            return Stand(Soort.BEGIN, diplomas, eisen, (functie,))
        route = self._beste(functie)
        return Stand(Soort.VERDER if route else Soort.NIET_GENOEMD, diplomas, eisen, route)

    def stap(self, naar: str) -> Stap:
        """Return what the functie `naar` asks when it is the next step. Raises KeyError when there is none."""
        return self._stap(next(iter(self.waar.functies), None), naar, self._werk)

    def wegen(self, naar: str, hoogstens: int = 5) -> list[Weg]:
        """Return the ways to the functie `naar`, the best first: those that people mostly take, then few steps.

        Where no steps lead there, it is the one way to come in with an opleiding. Empty for who works there.
        """
        if naar in self.waar.functies:
            return []
        netten = (self._net, self._gewoon_net)
        gevonden = {route for net in netten for van in self._begin for route in net.routes(van, naar, 2, hoogstens)}
        op_orde = sorted(gevonden, key=lambda route: (not self._gewoon(route), len(route), route))[:hoogstens]
        return [self._weg(route, bekend=True) for route in op_orde] or [self._weg((BUITEN, naar), bekend=False)]

    @property
    def _begin(self) -> list[str]:
        return [*self.waar.functies, BUITEN]

    @cached_property
    def _open(self) -> set[str]:
        """Where somebody can begin without a functie before it."""
        return {*self.past, *self.waar.begin}

    @cached_property
    def _binnenkomst(self) -> list[Paar]:
        """Where somebody comes in from outside; not where they work, or one step leads from there."""
        dichtbij = {naar for van, naar in self._kaart.stappen if van in self.waar.functies}
        return [(BUITEN, slug) for slug in sorted(self._open - dichtbij - set(self.waar.functies))]

    @cached_property
    def _net(self) -> Netwerk:
        return self._netwerk(self._kaart.stappen)

    @cached_property
    def _gewoon_net(self) -> Netwerk:
        return self._netwerk(paar for paar in self._kaart.stappen if self._gewone_stap(paar))

    def _netwerk(self, stappen: Iterable[Paar]) -> Netwerk:
        """The steps, and those that come in from outside; none leads back to where somebody works."""
        return Netwerk([*(paar for paar in stappen if paar[1] not in self.waar.functies), *self._binnenkomst])

    def _gewoon(self, route: Sequence[str]) -> bool:
        return all(self._gewone_stap(paar) for paar in pairwise(route))

    def _gewone_stap(self, paar: Paar) -> bool:
        """True for a step that people mostly take, and for one to where somebody can begin already."""
        return paar[0] == BUITEN or paar in self._kaart.gebruikelijk or paar[1] in self._open

    def _beste(self, naar: str) -> Route:
        """The first of the ways, without the step that comes in from outside."""
        route = self._gewoon_net.kortste(self._begin, naar) or self._net.kortste(self._begin, naar)
        return route[1:] if route[:1] == (BUITEN,) else route

    def _weg(self, route: Sequence[str], bekend: bool) -> Weg:
        """Go along a route; what an earlier functie on the way asked is not asked again."""
        stappen: list[Stap] = []
        eerder = list(self._werk)
        for van, naar in pairwise(route):
            stappen.append(self._stap(None if van == BUITEN else van, naar, eerder))
            eerder.append(self._kaart.functies[naar])
        doel = self._kaart.functies[route[-1]].competenties
        gehad = self._gehad(self._werk)
        return Weg(
            begin=None if route[0] == BUITEN else route[0],
            stappen=tuple(stappen),
            totaal=Totaal(
                opleidingen=tuple(stap.opleidingen for stap in stappen if stap.oordeel == Oordeel.NODIG),
                diplomas=tuple(slug for stap in stappen for slug in stap.diplomas),
                eisen=tuple(slug for stap in stappen for slug in stap.eisen),
                mee=tuple(slug for slug in doel if slug in gehad),
                leren=tuple(slug for slug in doel if slug not in gehad),
            ),
            gebruikelijk=all(paar in self._kaart.gebruikelijk for paar in pairwise(route) if paar[0] != BUITEN)
            and route[:-1] != (BUITEN,),
            bekend=bekend,
        )

    def _stap(self, van: str | None, naar: str, eerder: Sequence[Vraagt]) -> Stap:
        vraagt = self._kaart.functies[naar]
        oordeel, opleidingen, dankzij = self._oordeel(vraagt, eerder)
        diplomas, eisen = self._mist(vraagt, eerder)
        kan, gehad = set(self.waar.competenties), self._gehad(eerder)
        return Stap(
            functie=naar,
            vanaf=van,
            oordeel=oordeel,
            opleidingen=opleidingen,
            dankzij=dankzij,
            diplomas=diplomas,
            eisen=eisen,
            kan=tuple(slug for slug in vraagt.competenties if slug in kan),
            mee=tuple(slug for slug in vraagt.competenties if slug in gehad - kan),
            leren=tuple(slug for slug in vraagt.competenties if slug not in gehad),
        )

    def _oordeel(self, vraagt: Vraagt, eerder: Sequence[Vraagt]) -> tuple[Oordeel, tuple[str, ...], tuple[str, ...]]:
        """Say what the opleiding for a functie is, with the opleidingen that this is about, and those that do it."""
        passend = set(vraagt.passend)
        if hebt := tuple(slug for slug in vraagt.passend if slug in self.waar.opleidingen):
            return Oordeel.HEBT, hebt, hebt
        if gevonden := next(((slug, deel) for slug, deel in self._inbegrepen if deel <= passend), None):
            dankzij, inbegrepen = gevonden
            return Oordeel.INBEGREPEN, tuple(slug for slug in vraagt.passend if slug in inbegrepen), (dankzij,)
        gedeeld = {slug for vorig in eerder for slug in vorig.passend if slug in passend}
        lager = (deel for vorig in eerder for deel in self._kaart.onderbouw(vorig.passend) if deel <= passend)
        if past := gedeeld.union(*lager):
            return Oordeel.PAST, tuple(slug for slug in vraagt.passend if slug in past), ()
        return (Oordeel.NODIG if passend else Oordeel.ONBEKEND), vraagt.passend, ()

    def _mist(self, vraagt: Vraagt, eerder: Sequence[Vraagt]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The diploma's and the beroepsvereisten that were not asked before, and are not there."""
        diplomas = {slug for vorig in eerder for slug in vorig.vereist}.union(self.waar.opleidingen)
        diplomas = diplomas.union(*(deel for _, deel in self._inbegrepen if len(deel) == 1))
        eisen = {slug for vorig in eerder for slug in vorig.eisen}
        return (
            tuple(slug for slug in vraagt.vereist if slug not in diplomas),
            tuple(slug for slug in vraagt.eisen if slug not in eisen),
        )

    def _gehad(self, eerder: Sequence[Vraagt]) -> set[str]:
        """The competenties that are there as somebody says, or belong to an earlier functie, not to be learned."""
        gehad = {slug for vorig in eerder for slug in vorig.competenties}.difference(self.waar.leren)
        return gehad.union(self.waar.competenties)
