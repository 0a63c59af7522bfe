"""Competenties by their area, so that functies can be compared by area. Pure: rows in, rows out."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Gebied(Protocol):
    @property
    def slug(self) -> str: ...


class InGebied(Protocol):
    @property
    def competentiegebied(self) -> str | None: ...


G = TypeVar("G", bound=Gebied)
C = TypeVar("C", bound=InGebied)


def per_gebied(competenties: Iterable[C], gebieden: Iterable[G]) -> list[tuple[G | None, list[C]]]:
    """Return the areas that have some of `competenties`, each with those, in the order of `gebieden`.

    Those without an area come last, with None. An empty list when none has an area: there is nothing to group.
    """
    rijen = list(competenties)
    gevonden: list[tuple[G | None, list[C]]] = [
        (gebied, [rij for rij in rijen if rij.competentiegebied == gebied.slug]) for gebied in gebieden
    ]
    met = [(gebied, van_gebied) for gebied, van_gebied in gevonden if van_gebied]
    zonder = [rij for rij in rijen if rij.competentiegebied is None]
    return [*met, (None, zonder)] if met and zonder else met
