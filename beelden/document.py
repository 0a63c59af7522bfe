"""The row of the document with a photo: which picture, what it shows, who made it, until when it may be shown."""

from collections.abc import Iterator
from datetime import date

from beelden import maten
from uitgave.rij import Rij


class Foto(Rij, kw_only=True, omit_defaults=True):
    sleutel: str
    slug: str
    naam: str
    alt: str
    maker: str
    beeld: str = ""
    focus_x: int
    focus_y: int
    tot: date | None = None

    def bestand(self, breedte: int, soort: str) -> str:
        """Return the name of a size of the picture."""
        return maten.naam(self.beeld, self.focus_x, self.focus_y, breedte, soort)

    def mag(self, dag: date) -> bool:
        """True when the consent holds on this day."""
        return bool(self.beeld) and (self.tot is None or dag <= self.tot)


def bestanden(rij: Foto) -> Iterator[str]:
    """Yield the names of the files of a photo."""
    yield from maten.namen(rij.beeld, rij.focus_x, rij.focus_y)
