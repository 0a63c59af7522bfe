"""What the pages with verhalen show."""

from dataclasses import dataclass

from functies.document import Functie
from functies.paneel import Paneel, paneel_van
from uitgave.pad import Pad
from verhalen.document import Verhaal


@dataclass(frozen=True)
class Verhalenlijst:
    """The verhalen, each with all about its functie."""

    panelen: list[tuple[Verhaal, Paneel]]


@dataclass(frozen=True)
class Verhaalpagina:
    """A verhaal and its functie."""

    verhaal: Verhaal
    functie: Functie


def verhalenlijst(pad: Pad) -> Verhalenlijst:
    """Return all verhalen, in the order of the site."""
    return Verhalenlijst([(verhaal, paneel_van(pad, verhaal.functie)) for verhaal in pad.alle(Verhaal).values()])


def verhaalpagina(pad: Pad, verhaal: Verhaal) -> Verhaalpagina:
    """Return one verhaal with its functie."""
    return Verhaalpagina(verhaal, pad.alle(Functie)[verhaal.functie])
