"""What the page with the sector in figures shows: each part with its figures, drawn where that is asked."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.text import get_text_list

from sector.document import Cijfer, Partijgroep, Sectordeel, is_oud
from sector.keuzes import Vorm
from sector.tekening import Merken, Staven, merken, staven
from uitgave import klok
from uitgave.pad import Pad


@dataclass(frozen=True)
class Getal:
    """A figure, and whether it is old today."""

    cijfer: Cijfer
    oud: bool

    @property
    def tekening(self) -> Merken | None:
        """The signs of the whole, where it is a part of one."""
        return merken(self.cijfer.waarde, self.cijfer.geheel) if self.cijfer.geheel else None


@dataclass(frozen=True)
class Deel:
    """A part of the page with what stands in it."""

    deel: Sectordeel
    getallen: tuple[Getal, ...]
    partijgroepen: tuple[Partijgroep, ...]

    @property
    def is_breed(self) -> bool:
        """True when it takes the whole width of the page."""
        return bool(self.partijgroepen) or (bool(self.getallen) and self.deel.vorm == Vorm.GETALLEN)

    @cached_property
    def staven(self) -> Staven | None:
        """The bars, where those are asked and a year is known."""
        waarden = {getal.cijfer.jaar: getal.cijfer.waarde for getal in self.getallen if getal.cijfer.jaar}
        return staven(waarden) if waarden and self.deel.vorm == Vorm.STAVEN else None

    @property
    def lege_jaren(self) -> str:
        """The years that are drawn empty, as words of a sentence."""
        jaren = [str(staaf.jaar) for staaf in self.staven.staven if staaf.waarde is None] if self.staven else []
        return get_text_list(jaren, "en")


@dataclass(frozen=True)
class Sectorpagina:
    delen: tuple[Deel, ...]


def sectorpagina(pad: Pad) -> Sectorpagina | None:
    """Return the parts in their order; None when there are none."""
    vandaag = klok.vandaag()
    delen = tuple(
        Deel(
            deel,
            getallen=tuple(
                Getal(rij, is_oud(rij.jaar, vandaag)) for rij in pad.alle(Cijfer).values() if rij.deel == slug
            ),
            partijgroepen=tuple(rij for rij in pad.alle(Partijgroep).values() if rij.deel == slug),
        )
        for slug, deel in pad.alle(Sectordeel).items()
    )
    return Sectorpagina(delen) if delen else None
