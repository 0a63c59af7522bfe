"""A way of learning as a flight of steps: pure, from years to what the drawing says. Values in, values out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Stap(Protocol):
    """A step: how many years it takes, and the part of the whole to which it belongs."""

    @property
    def jaren(self) -> int: ...
    @property
    def fase(self) -> str: ...


S = TypeVar("S", bound=Stap)


@dataclass(frozen=True)
class Trede(Generic[S]):
    """A step in its place: the year in which it begins, counted from 1, and the number of its fase, from 1."""

    stap: S
    eerste_jaar: int
    fase: int

    @property
    def is_einde(self) -> bool:
        """True for what no time is known of: there the way ends."""
        return self.stap.jaren == 0

    @property
    def wanneer(self) -> str:
        laatste = self.eerste_jaar + self.stap.jaren - 1
        if self.is_einde:
            return "daarna"
        return f"jaar {laatste}" if self.stap.jaren == 1 else f"jaar {self.eerste_jaar} tot en met {laatste}"

    @property
    def blokjes(self) -> range:
        """One for each year."""
        return range(self.stap.jaren)


def trap(stappen: Sequence[S]) -> Iterator[Trede[S]]:
    """Yield the steps one after the other; a fase begins where its word differs from the step before."""
    voorbij, fase = 0, 0
    for plek, stap in enumerate(stappen):
        fase += plek == 0 or stap.fase != stappen[plek - 1].fase
        yield Trede(stap, voorbij + 1, fase)
        voorbij += stap.jaren
