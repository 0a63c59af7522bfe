"""Showing on the command line how far a long work is."""

import time
from typing import Any

STIL = 10.0  # seconds between two lines where nobody watches
KIJKT = 0.2  # and between two on a terminal, where each takes the place of the one before


class Voortgang:
    """Say now and then how many of `wat` were done, of how many; after Ctrl-C, how far it came, and end the command.

    Nothing is said of what is done sooner than that. `uit` is the stderr of a command.
    """

    def __init__(self, wat: str, uit: Any) -> None:
        self.wat, self.uit = wat, uit
        self.terminal = bool(uit.isatty())
        self.tekst, self.gezegd = "", 0.0

    def __enter__(self) -> "Voortgang":
        return self

    def __call__(self, klaar: int, van: int | None = None) -> None:
        self.tekst = f"{klaar} of {van} {self.wat}" if van is not None else f"{klaar} {self.wat}"
        self.gezegd = self.gezegd or time.monotonic()
        if time.monotonic() - self.gezegd >= (KIJKT if self.terminal else STIL):
            self.gezegd = time.monotonic()
            self.uit.write(f"\r{self.tekst}" if self.terminal else self.tekst, ending="" if self.terminal else "\n")
            self.uit.flush()

    def __exit__(self, soort: type[BaseException] | None, *_: Any) -> None:
        if self.terminal:
            self.uit.write("\r\033[K", ending="")
        if soort is KeyboardInterrupt:
            self.uit.write(f"Stopped: {self.tekst or 'nothing'} done.")
            raise SystemExit(130)
