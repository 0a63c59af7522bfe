"""The time that an opleiding takes, drawn to scale: pure, from numbers to what a picture and its words need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

WEKEN_IN_JAAR = 52
DAGEN = 5  # blocks of a week that are always drawn
SCHOOL, WERK, MISSCHIEN, VRIJ = "school", "werk", "misschien", "vrij"


class Fase(Protocol):
    """A part of the time: how long it takes, and how many days of a week are school and work."""

    @property
    def weken(self) -> int: ...
    @property
    def schooldagen(self) -> int: ...
    @property
    def werkdagen(self) -> int: ...
    @property
    def werkdagen_tot(self) -> int | None: ...


F = TypeVar("F", bound=Fase)


@dataclass(frozen=True)
class Deel(Generic[F]):
    """A fase in its place: `links` and `breedte` in per cent of the whole, the weeks counted from 1."""

    fase: F
    eerste_week: int
    links: float
    breedte: float

    @property
    def laatste_week(self) -> int:
        return self.eerste_week + self.fase.weken - 1

    @property
    def vooral(self) -> str:
        """What most of a week is: school or work."""
        return SCHOOL if self.fase.schooldagen > self.fase.werkdagen else WERK

    @property
    def week(self) -> tuple[str, ...]:
        """The days of a week, each as what it is; at least five."""
        erbij = max(0, (self.fase.werkdagen_tot or 0) - self.fase.werkdagen)
        dagen = [SCHOOL] * self.fase.schooldagen + [WERK] * self.fase.werkdagen + [MISSCHIEN] * erbij
        return tuple(dagen + [VRIJ] * (DAGEN - len(dagen)))

    @property
    def zin(self) -> str:
        """The same week in words; empty when nothing is known of it."""
        school, werk, tot = self.fase.schooldagen, self.fase.werkdagen, self.fase.werkdagen_tot
        delen = [f"{_dagen(school)} school"] if school else []
        if tot:
            delen.append(f"{werk} {'of' if tot == werk + 1 else 'tot en met'} {tot} dagen werk")
        elif werk:
            delen.append(f"{_dagen(werk)} werk")
        return f"{' en '.join(delen)} per week" if delen else ""


@dataclass(frozen=True)
class Streep:
    """A mark on the scale, in per cent of the whole, and its word."""

    links: float
    woord: str


@dataclass(frozen=True)
class Tijd(Generic[F]):
    """The whole, in weeks, with its parts one after the other."""

    delen: tuple[Deel[F], ...]

    @property
    def weken(self) -> int:
        return self.delen[-1].laatste_week

    @property
    def strepen(self) -> tuple[Streep, ...]:
        """The marks: the start, each year that is over, and the end."""
        jaren = range(WEKEN_IN_JAAR, self.weken + 1, WEKEN_IN_JAAR)
        strepen = [Streep(0, "Start"), *(Streep(100 * w / self.weken, f"{w // WEKEN_IN_JAAR} jaar") for w in jaren)]
        return (*strepen, Streep(100, f"{self.weken} weken")) if self.weken % WEKEN_IN_JAAR else tuple(strepen)


def zet_uit(fasen: Sequence[F]) -> Tijd[F]:
    """Lay `fasen`, of which there is one at least, one after the other."""
    samen = sum(fase.weken for fase in fasen)

    def delen() -> Iterator[Deel[F]]:
        voorbij = 0
        for fase in fasen:
            yield Deel(fase, voorbij + 1, 100 * voorbij / samen, 100 * fase.weken / samen)
            voorbij += fase.weken

    return Tijd(tuple(delen()))


def _dagen(aantal: int) -> str:
    return f"{aantal} {'dag' if aantal == 1 else 'dagen'}"
