"""The geometry of the charts: pure, from numbers to what an SVG of 344 wide draws. It knows no colours and no words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

BREEDTE, HOOGTE = 344, 240
LINKS, RECHTS, BOVEN, ONDER = 48, 340, 28, 208  # the field in which the bars stand
STREPEN = 3  # lines above the zero, at most
MOOI = (1, 2, 4, 5)
JAREN_HOOGUIT = 12  # of a longer time, the years without a figure are left out
DUN = 44  # how wide a bar is at most
OP_RIJ, OP_VOLLE_RIJ, HOOGUIT = 10, 20, 100
TUSSEN = 4  # room between two signs


@dataclass(frozen=True)
class Staaf:
    """A year: a bar, or None as value when there is no figure. `x` and `y` are its upper left corner."""

    jaar: int
    waarde: int | None
    x: float
    y: float
    breedte: float
    hoogte: float

    @property
    def midden(self) -> float:
        return self.x + self.breedte / 2

    @property
    def boven(self) -> float:
        """Where its value stands."""
        return self.y - 8


@dataclass(frozen=True)
class Streep:
    """A line of the scale: its value and its height in the drawing; `letter` is where its number stands."""

    waarde: int
    y: float

    @property
    def letter(self) -> float:
        return self.y + 5


@dataclass(frozen=True)
class Staven:
    """Bars for years in a row, with the lines of the scale; the first is the zero."""

    staven: tuple[Staaf, ...]
    strepen: tuple[Streep, ...]


@dataclass(frozen=True)
class Merk:
    """One sign of a whole: its upper left corner, and whether it is filled."""

    x: float
    y: float
    vol: bool


@dataclass(frozen=True)
class Merken:
    """The signs of a whole; each is `maat` wide and high, all together `hoogte`."""

    merken: tuple[Merk, ...]
    maat: float
    hoogte: float


def staven(waarden: Mapping[int, int]) -> Staven:
    """Return the bars of `waarden`, by year, of which there is one at least; a year between has no bar."""
    eerste, laatste = min(waarden), max(waarden)
    jaren = range(eerste, laatste + 1) if laatste - eerste < JAREN_HOOGUIT else sorted(waarden)
    stap = _stap(max(waarden.values()))
    aantal = max(1, -(-max(waarden.values()) // stap))
    per_een = (ONDER - BOVEN) / (stap * aantal)
    vak = (RECHTS - LINKS) / len(jaren)
    breed = min(DUN, vak * 0.75)

    def reeks() -> Iterator[Staaf]:
        for plek, jaar in enumerate(jaren):
            waarde = waarden.get(jaar)
            hoog = (waarde or 0) * per_een
            yield Staaf(jaar, waarde, LINKS + plek * vak + (vak - breed) / 2, ONDER - hoog, breed, hoog)

    return Staven(
        tuple(reeks()), tuple(Streep(nummer * stap, ONDER - nummer * stap * per_een) for nummer in range(aantal + 1))
    )


def _stap(hoogste: int) -> int:
    """Return the smallest round number of which a few lines reach `hoogste`."""
    tientallen: Iterator[int] = (10**macht for macht in count())
    return next(mooi * tien for tien in tientallen for mooi in MOOI if mooi * tien * STREPEN >= hoogste)


def merken(deel: int, geheel: int) -> Merken:
    """Return the signs of `deel` of `geheel`: as many as the whole, or of a large whole ten, or a hundred."""
    if geheel > OP_VOLLE_RIJ and deel * OP_RIJ % geheel == 0:
        deel, geheel = deel * OP_RIJ // geheel, OP_RIJ
    if geheel > HOOGUIT:
        deel, geheel = round(deel * HOOGUIT / geheel), HOOGUIT
    op_rij = OP_RIJ if geheel <= OP_VOLLE_RIJ else OP_VOLLE_RIJ
    vak = BREEDTE / op_rij
    alle = tuple(Merk(n % op_rij * vak, n // op_rij * vak, n < deel) for n in range(geheel))
    return Merken(alle, vak - TUSSEN, -(-geheel // op_rij) * vak)
