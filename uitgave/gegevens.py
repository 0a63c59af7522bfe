"""The datasets beside the editions that others take along as open data: each declared once, by its own app."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from uitgave.rij import Rij

if TYPE_CHECKING:
    from rdf.drietal import Drietal, Namen
    from uitgave.pad import Pad


class Bron(Rij, frozen=True):
    """Where a dataset comes from, what one may do with it, and of which day it is."""

    naam: str
    van: str
    adres: str
    licentie: str
    peildatum: date


@dataclass(frozen=True)
class Gegevens:
    """A dataset beside the editions, as open data.

    `deel` is its name in the JSON and that of its table, of which each `rij` is a row; `drietallen` is what linked data
    says of it. What is not there for an edition has no sources and no rows. It is kept under the names `bijlagen`. On
    the page `beheer` of the desk an editor decides on one that waits.
    """

    deel: str
    titel: str
    uitleg: str
    rij: type[Rij]
    bronnen: "Callable[[Pad], tuple[Bron, ...]]"
    rijen: "Callable[[Pad], Iterable[Rij]]"
    drietallen: "Callable[[Pad, Namen], Iterator[Drietal]]"
    bijlagen: tuple[str, ...]
    beheer: str


_gegevens: dict[str, Gegevens] = {}


def registreer(nieuw: Gegevens) -> None:
    """Declare a dataset. Called once for each, when Django starts."""
    if nieuw.deel in _gegevens:
        raise ValueError(f"{nieuw.deel} is declared twice")
    _gegevens[nieuw.deel] = nieuw


def alle_gegevens() -> tuple[Gegevens, ...]:
    """Return all datasets that were declared."""
    return tuple(_gegevens.values())


def aanwezig(pad: "Pad") -> list[tuple[Gegevens, tuple[Bron, ...]]]:
    """Return the datasets that are there beside an edition, each with its sources."""
    return [(gegevens, bronnen) for gegevens in alle_gegevens() if (bronnen := gegevens.bronnen(pad))]


def laatste_dag(pad: "Pad") -> date:
    """Return the last day on which what an edition says changed: that of the edition, or of a dataset beside it."""
    peildata = (bron.peildatum for _, bronnen in aanwezig(pad) for bron in bronnen)
    return max((pad.uitgave.datum, *peildata))
