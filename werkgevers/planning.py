"""The planner: steps laid over the weeks, forward from a day or back from the first day of the opleiding.

As dates, as bars and as milestones, with the holidays that they meet. Pure: no Django.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

STREPEN = 9  # lines along the axis at most, or the words under them touch
WOORDRUIMTE = 10  # per cent of the axis that a word needs before the next, and before the edge
DAGEN_PER_MAAND = 365.25 / 12
WEKEN_IN_JAAR = 52  # a step takes at most so many, and begins at most so many later
EINDE, OPLEIDING = "einde", "opleiding"  # what a milestone counts from, when not from the begin of its step


class Mijlpaal(Protocol):
    """What the planner asks of a milestone: so many weeks after a point in time, or before it."""

    @property
    def sleutel(self) -> str: ...

    @property
    def naam(self) -> str: ...

    @property
    def toelichting(self) -> str: ...

    @property
    def vanaf(self) -> str: ...

    @property
    def weken(self) -> int: ...


class Planbaar(Protocol):
    """What the planner asks of a step: its first week (1 is the first of all), for how many, and what it waits for."""

    @property
    def sleutel(self) -> str: ...

    @property
    def begin_week(self) -> int: ...

    @property
    def weken(self) -> int: ...

    @property
    def na_vorige(self) -> bool: ...

    @property
    def loopt_mee(self) -> bool: ...

    @property
    def mijlpalen(self) -> Sequence[Mijlpaal]: ...


class Vakantie(Protocol):
    """What the planner asks of a holiday: its first day, and its last when that is another."""

    @property
    def van(self) -> date: ...

    @property
    def tot(self) -> date | None: ...


S = TypeVar("S", bound=Planbaar)


@dataclass(frozen=True)
class Wens:
    """What somebody wants otherwise, for steps by their key: the week in which one begins, how many it takes."""

    begin: Mapping[str, int] = field(default_factory=dict)
    weken: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Punt:
    """A milestone in time: its day, counted from the first (0) and as a date when known; its place in per cents."""

    mijlpaal: Mijlpaal
    nummer: int
    dag: date | None
    links: float

    @property
    def week(self) -> int:
        return self.nummer // 7 + 1


@dataclass(frozen=True)
class Balk(Generic[S]):
    """A step in time. `van` and `tot`, both included, are None without a date; places are per cents."""

    stap: S
    eerste_week: int
    laatste_week: int
    van: date | None
    tot: date | None
    links: float
    breedte: float
    punten: tuple[Punt, ...] = ()

    @property
    def weken(self) -> int:
        return self.laatste_week - self.eerste_week + 1


@dataclass(frozen=True)
class Streep:
    """A line across the bars: the first day of a month, or, without a date, the first day of a week."""

    links: float
    dag: date | None
    week: int
    met_jaar: bool = False
    met_woord: bool = True


@dataclass(frozen=True)
class Vrij(Generic[S]):
    """A holiday within the plan: its place, the steps that run in it, and the milestones that fall in it."""

    vakantie: Vakantie
    links: float
    breedte: float
    stappen: tuple[S, ...]
    punten: tuple[Punt, ...]


@dataclass(frozen=True)
class Planning(Generic[S]):
    """All steps in time, in the order in which they came.

    `van` and `tot` are the first and the last day of the preparation. The axis runs on to the last milestone.
    """

    balken: tuple[Balk[S], ...]
    strepen: tuple[Streep, ...]
    weken: int
    as_weken: int
    van: date | None
    tot: date | None

    @property
    def maanden(self) -> float:
        """How long it takes, in months, to the nearest half."""
        return round(self.weken * 7 / DAGEN_PER_MAAND * 2) / 2

    @property
    def eerste_lesdag(self) -> date | None:
        """The first day of the opleiding: the day after the preparation."""
        return self.tot and self.tot + timedelta(days=1)

    @property
    def laatste_dag(self) -> date | None:
        """The last day on the axis."""
        return self.van and self.van + timedelta(weeks=self.as_weken, days=-1)

    @property
    def grens(self) -> float | None:
        """Where on the axis the opleiding begins, in per cents; None where nothing comes after the preparation."""
        return 100 * self.weken / self.as_weken if self.as_weken > self.weken else None

    @property
    def botsingen(self) -> list[tuple[S, S]]:
        """The steps that begin before the step that they wait for has ended, each behind that step."""
        gevonden: list[tuple[S, S]] = []
        vorige: Balk[S] | None = None
        for balk in self.balken:
            if vorige and balk.stap.na_vorige and balk.eerste_week <= vorige.laatste_week:
                gevonden.append((vorige.stap, balk.stap))
            vorige = vorige if balk.stap.loopt_mee else balk
        return gevonden

    def vrij(self, vakanties: Iterable[Vakantie]) -> list[Vrij[S]]:
        """Return the holidays that touch the plan, by day; nothing without dates.

        A step that runs along with all others does not mind.
        """
        if self.van is None or self.laatste_dag is None:
            return []
        erin = [v for v in vakanties if v.van <= self.laatste_dag and (v.tot or v.van) >= self.van]
        return [self._vrij(vakantie) for vakantie in sorted(erin, key=lambda vakantie: vakantie.van)]

    def _vrij(self, vakantie: Vakantie) -> Vrij[S]:
        van, tot = vakantie.van, vakantie.tot or vakantie.van
        begin = self.van or van
        dagen = self.as_weken * 7
        links, rechts = max((van - begin).days, 0), min((tot - begin).days + 1, dagen)
        return Vrij(
            vakantie=vakantie,
            links=100 * links / dagen,
            breedte=100 * (rechts - links) / dagen,
            stappen=tuple(
                balk.stap
                for balk in self.balken
                if balk.van and balk.tot and balk.van <= tot and van <= balk.tot and not balk.stap.loopt_mee
            ),
            punten=tuple(punt for balk in self.balken for punt in balk.punten if punt.dag and van <= punt.dag <= tot),
        )


def plan(
    stappen: Sequence[S], start: date | None = None, eerste_lesdag: date | None = None, wens: Wens | None = None
) -> Planning[S]:
    """Lay `stappen` over the weeks from `start`, or so that they end the day before `eerste_lesdag`.

    Without a day they lie over numbered weeks. A week begins on the weekday of that day, and weeks count from 1.
    What `wens` says of a step goes before what the step says itself.
    """
    weken = _weken_van(stappen, wens or Wens())
    totaal = max((laatste for _, laatste in weken), default=0)
    if start is None and eerste_lesdag is not None:
        start = eerste_lesdag - timedelta(weeks=totaal)
    nummers = [
        [(mijlpaal, _nummer(mijlpaal, *eigen, totaal)) for mijlpaal in stap.mijlpalen]
        for stap, eigen in zip(stappen, weken, strict=True)
    ]
    # A week of room behind the last milestone, or its mark would be cut.
    as_weken = max([totaal, *(nummer // 7 + 2 for rij in nummers for _, nummer in rij)])
    balken = tuple(
        Balk(
            stap=stap,
            eerste_week=eerste,
            laatste_week=laatste,
            van=start and start + timedelta(weeks=eerste - 1),
            tot=start and start + timedelta(weeks=laatste, days=-1),
            links=100 * (eerste - 1) / as_weken,
            breedte=100 * (laatste - eerste + 1) / as_weken,
            punten=tuple(
                Punt(mijlpaal, nummer, start and start + timedelta(days=nummer), 100 * (nummer + 0.5) / as_weken / 7)
                for mijlpaal, nummer in rij
            ),
        )
        for stap, (eerste, laatste), rij in zip(stappen, weken, nummers, strict=True)
    )
    strepen = tuple(_maanden(start, as_weken) if start else _weken(as_weken))
    return Planning(balken, strepen, totaal, as_weken, start, start and start + timedelta(weeks=totaal, days=-1))


def _weken_van(stappen: Sequence[Planbaar], wens: Wens) -> list[tuple[int, int]]:
    """Return the first and the last week of each step.

    Steps keep to one another as they do when nothing is changed: one that comes after the end of an earlier one
    stays that far behind its end, one that begins while it runs stays that far behind its begin. A step that waits
    for the previous one begins after it, wherever it would stand else; one that runs along goes on to the end, and
    nothing waits for it.
    """
    gezet: list[tuple[int, int]] = []
    vorige_klaar = 0
    for stap in stappen:
        begin, duur = max(stap.begin_week, 1), max(wens.weken.get(stap.sleutel, stap.weken), 1)
        achter = [
            nieuw
            for eerder, (eerste, laatste) in zip(stappen, gezet, strict=False)
            if (nieuw := _achter(eerder, eerste, laatste, begin)) is not None
        ]
        eerste = max(achter, default=begin)
        if stap.na_vorige:
            eerste = max(eerste, vorige_klaar + 1)
        eerste = max(wens.begin.get(stap.sleutel, eerste), 1)
        gezet.append((eerste, eerste + duur - 1))
        vorige_klaar = vorige_klaar if stap.loopt_mee else eerste + duur - 1
    einde = max((weken[1] for stap, weken in zip(stappen, gezet, strict=True) if not stap.loopt_mee), default=0)
    return [
        (eerste, max(eerste, einde) if stap.loopt_mee and einde else laatste)
        for stap, (eerste, laatste) in zip(stappen, gezet, strict=True)
    ]


def _achter(eerder: Planbaar, eerste: int, laatste: int, begin: int) -> int | None:
    """Return where a step that begins in week `begin` goes, now that an earlier one runs from `eerste` to `laatste`.

    None when the two have nothing to do with one another: the earlier one began later.
    """
    toen_eerste = max(eerder.begin_week, 1)
    toen_laatste = toen_eerste + max(eerder.weken, 1) - 1
    if toen_eerste > begin:
        return None
    if toen_laatste < begin and not eerder.loopt_mee:
        return laatste + begin - toen_laatste
    return eerste + begin - toen_eerste


def _nummer(mijlpaal: Mijlpaal, eerste: int, laatste: int, totaal: int) -> int:
    """Return on which day of the plan a milestone falls, counted from 0; never before the first."""
    begin = {EINDE: 7 * laatste - 1, OPLEIDING: 7 * totaal}.get(mijlpaal.vanaf, 7 * (eerste - 1))
    return max(begin + 7 * mijlpaal.weken, 0)


def jaren_zonder(vakanties: Iterable[Vakantie], van: date, tot: date) -> list[int]:
    """Return the years from `van` to `tot` in which none of `vakanties` begins: nobody filled them in."""
    ingevuld = {vakantie.van.year for vakantie in vakanties}
    return [jaar for jaar in range(van.year, tot.year + 1) if jaar not in ingevuld]


def eerste_maandagen(vandaag: date, aantal: int) -> list[date]:
    """Return the first Monday of each of the `aantal` months that come after the month of `vandaag`."""
    gevonden = []
    eerste = vandaag.replace(day=1)
    for _ in range(aantal):
        eerste = _volgende_maand(eerste)
        gevonden.append(eerste + timedelta(days=-eerste.weekday() % 7))
    return gevonden


def _volgende_maand(dag: date) -> date:
    return (dag.replace(day=1) + timedelta(days=31)).replace(day=1)


def _maanden(start: date, weken: int) -> Iterator[Streep]:
    """Yield a line for the month in which `start` lies, at the edge, and for the months that begin after it."""
    einde = start + timedelta(weeks=weken)
    dagen = [start]
    while (volgende := _volgende_maand(dagen[-1])) < einde:
        dagen.append(volgende)
    plekken = [100 * (dag - start).days / max((einde - start).days, 1) for dag in dagen]
    jaar = 0
    for dag, links in _hooguit(list(zip(dagen, plekken, strict=True))):
        # What is left of the first month may be too short for its name, as may the days of the last.
        te_krap = dag == start and len(plekken) > 1 and plekken[1] < WOORDRUIMTE
        met_woord = not te_krap and links <= 100 - WOORDRUIMTE
        yield Streep(links, dag, 0, met_jaar=met_woord and dag.year != jaar, met_woord=met_woord)
        jaar = dag.year if met_woord else jaar


def _weken(weken: int) -> Iterator[Streep]:
    """Yield a line every fourth week."""
    for week in _hooguit(range(1, weken + 1, 4)):
        yield Streep(100 * (week - 1) / weken, None, week)


T = TypeVar("T")


def _hooguit(rij: Sequence[T]) -> Iterable[T]:
    """Return every one of `rij`, or evenly chosen ones, so that at most STREPEN are left."""
    return rij[:: max(1, -(-len(rij) // STREPEN))]
