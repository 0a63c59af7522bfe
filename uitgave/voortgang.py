"""Showing how far a long work is, and ending it well: on the command line, and for the desk.

The work says how far it is, with `meld` or `volg`, and need not know who watches: a command that is a `LangeOpdracht`,
a page of the desk, or nobody.
"""

import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, OutputWrapper
from django.db.models import TextChoices

T = TypeVar("T")

STIL = 10.0  # seconds between two lines where nobody watches
KIJKT = 0.2  # and between two on a terminal, where each takes the place of the one before


class Stap(TextChoices):
    """What a long work does: in the words of the command line, and of the desk."""

    LADEN = "rows loaded", "rijen ingelezen"
    OPSCHONEN = "rows cleaned", "rijen opgeschoond"
    VERGELIJKEN = "parts compared", "onderdelen vergeleken"
    INVOEREN = "rows brought in", "rijen ingevoerd"
    KEUREN = "rules checked", "regels nagekeken"
    PUBLICEREN = "storing the edition", "de uitgave bewaren"
    HALEN = "kB fetched", "kB opgehaald"
    LINKS = "links checked", "links gecontroleerd"
    CODES = "codes looked up", "codes nagekeken"
    KOPIE = "rows written", "rijen weggeschreven"
    TERUG = "rows put back", "rijen teruggezet"
    PDF = "PDFs made", "pdf’s gemaakt"
    SPIEGEL = "pages asked", "bladzijden gevraagd"
    SPIEGEL_KLAAR = "pages written", "bladzijden geschreven"


Kijker = Callable[[Stap, int | None, int | None], None]
_kijker: ContextVar[Kijker | None] = ContextVar("kijker", default=None)


@contextmanager
def gevolgd_door(kijker: Kijker) -> Iterator[None]:
    """Let `kijker` hear how far the work inside is: the step, how many of it were done, and of how many."""
    teken = _kijker.set(kijker)
    try:
        yield
    finally:
        _kijker.reset(teken)


def meld(stap: Stap, klaar: int | None = None, van: int | None = None) -> None:
    """Say how far the work is, to whoever watches."""
    if kijker := _kijker.get():
        kijker(stap, klaar, van)


def volg(stap: Stap, dingen: Collection[T]) -> Iterator[T]:
    """Yield each of `dingen`, and say after each how many were done."""
    meld(stap, 0, len(dingen))
    for nummer, ding in enumerate(dingen, start=1):
        yield ding
        meld(stap, nummer, len(dingen))


class LangeOpdracht(BaseCommand):
    """A command that shows how far it is, and ends after Ctrl-C with one sentence: how far it came, and what is kept.

    On a terminal one line follows the work; elsewhere there is a line now and then. Nothing is said of what is done
    sooner than that.
    """

    blijft = "Nothing was changed."  # when it is stopped

    def execute(self, *args: Any, **options: Any) -> str | None:
        stderr: Any = self.stderr
        regel = Regel(OutputWrapper(options.get("stderr") or stderr._out))  # without the colour of a fault
        self.wis = regel.wis
        try:
            with gevolgd_door(regel):
                return super().execute(*args, **options)
        except KeyboardInterrupt:
            raise KeyboardInterrupt(f"Stopped{regel.tekst and f' at {regel.tekst}'}. {self.blijft}") from None
        finally:
            regel.wis()

    def zeg(self, tekst: str) -> None:
        """Write a line while the work goes on: not behind the line that follows it."""
        self.wis()
        self.stdout.write(tekst)


class Regel:
    """The line of a long work on the command line; `uit` is the stderr of a command."""

    def __init__(self, uit: Any) -> None:
        self.uit, self.terminal = uit, bool(uit.isatty())
        self.tekst, self.gezegd, self.staat_er = "", 0.0, False

    def __call__(self, stap: Stap, klaar: int | None, van: int | None) -> None:
        hoever = "" if klaar is None else f"{klaar} " if van is None else f"{klaar} of {van} "
        self.tekst = f"{hoever}{stap.value}"
        self.gezegd = self.gezegd or time.monotonic()
        if time.monotonic() - self.gezegd >= (KIJKT if self.terminal else STIL):
            self.gezegd = time.monotonic()
            self.uit.write(
                f"\r{self.tekst}\033[K" if self.terminal else self.tekst, ending="" if self.terminal else "\n"
            )
            self.uit.flush()
            self.staat_er = self.terminal

    def wis(self) -> None:
        """Take the line away from the terminal."""
        if self.staat_er:
            self.uit.write("\r\033[K", ending="")
            self.staat_er = False
