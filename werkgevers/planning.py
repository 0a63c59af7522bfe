"""The planner: steps laid over the weeks from a start date, as dates and as bars. Pure: no Django."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

JAREN = 10  # a start date lies at most so many years from today; further off is a slip of the pen
STREPEN = 12  # lines along the axis at most, or the words under them touch
WOORDRUIMTE = 10  # per cent of the axis that a word needs before the next, and before the edge
DAGEN_PER_MAAND = 365.25 / 12
VORM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


class Planbaar(Protocol):
    """What the planner asks of a step: the week in which it begins (1 is the first), and for how many weeks."""

    @property
    def begin_week(self) -> int: ...

    @property
    def weken(self) -> int: ...


S = TypeVar("S", bound=Planbaar)


@dataclass(frozen=True)
class Balk(Generic[S]):
    """A step in time. `van` and `tot`, both included, are None without a start date; places are per cents."""

    stap: S
    eerste_week: int
    laatste_week: int
    van: date | None
    tot: date | None
    links: float
    breedte: float

    @property
    def weken(self) -> int:
        return self.laatste_week - self.eerste_week + 1


@dataclass(frozen=True)
class Streep:
    """A line across the bars: the first day of a month, or, without a start date, the first day of a week."""

    links: float
    dag: date | None
    week: int
    met_jaar: bool = False
    met_woord: bool = True


@dataclass(frozen=True)
class Planning(Generic[S]):
    """All steps in time, in the order in which they came."""

    balken: tuple[Balk[S], ...]
    strepen: tuple[Streep, ...]
    weken: int
    van: date | None
    tot: date | None

    @property
    def maanden(self) -> float:
        """How long it takes, in months, to the nearest half."""
        return round(self.weken * 7 / DAGEN_PER_MAAND * 2) / 2


def plan(stappen: Sequence[S], start: date | None = None) -> Planning[S]:
    """Lay `stappen` over the weeks from `start`; without it, over numbered weeks.

    A week begins on the weekday of `start`. Weeks count from 1; a number below that is read as 1.
    """
    weken = [(max(stap.begin_week, 1), max(stap.begin_week, 1) + max(stap.weken, 1) - 1) for stap in stappen]
    totaal = max((laatste for _, laatste in weken), default=0)
    balken = tuple(
        Balk(
            stap=stap,
            eerste_week=eerste,
            laatste_week=laatste,
            van=start and start + timedelta(weeks=eerste - 1),
            tot=start and start + timedelta(weeks=laatste, days=-1),
            links=100 * (eerste - 1) / totaal,
            breedte=100 * (laatste - eerste + 1) / totaal,
        )
        for stap, (eerste, laatste) in zip(stappen, weken, strict=True)
    )
    strepen = tuple(_maanden(start, totaal) if start else _weken(totaal))
    return Planning(balken, strepen, totaal, start, start and start + timedelta(weeks=totaal, days=-1))


def lees_start(tekst: str, vandaag: date) -> date:
    """Return the start date in `tekst`, written as 2026-03-31.

    Raises ValueError, in Dutch, saying what is wrong with it.
    """
    tekst = "".join(teken for teken in tekst if teken.isprintable()).strip()
    if not tekst:
        raise ValueError("Je hebt nog geen startdatum gekozen.")
    delen = VORM.fullmatch(tekst)
    if not delen:
        voorbeeld = f"{vandaag:%Y-%m-%d}"
        raise ValueError(f"‘{kort(tekst)}’ is geen datum. Schrijf eerst het jaar, dan de maand en de dag: {voorbeeld}.")
    jaar, maand, dag = (int(deel) for deel in delen.groups())
    if not 1 <= maand <= 12:
        raise ValueError(f"Maand {maand} bestaat niet. Een jaar heeft maand 1 tot en met 12.")
    if abs(jaar - vandaag.year) > JAREN:
        kant = "terug" if jaar < vandaag.year else "vooruit"
        vroegst, laatst = vandaag.year - JAREN, vandaag.year + JAREN
        raise ValueError(f"Het jaar {delen[1]} ligt te ver {kant}. Kies een jaar van {vroegst} tot en met {laatst}.")
    try:
        return date(jaar, maand, dag)
    except ValueError:
        laatste = (date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)).day
        reden = f"{MAANDEN[maand - 1].capitalize()} {jaar} heeft dag 1 tot en met {laatste}."
        raise ValueError(f"{dag} {MAANDEN[maand - 1]} {jaar} bestaat niet. {reden}") from None


def eerste_maandagen(vandaag: date, aantal: int) -> list[date]:
    """Return the first Monday of each of the `aantal` months that come after the month of `vandaag`."""
    gevonden = []
    eerste = vandaag.replace(day=1)
    for _ in range(aantal):
        eerste = _volgende_maand(eerste)
        gevonden.append(eerste + timedelta(days=-eerste.weekday() % 7))
    return gevonden


def kort(tekst: str, lengte: int = 40) -> str:
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1]}…"


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
