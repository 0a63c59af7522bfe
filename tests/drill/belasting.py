"""Visitors who keep asking while something goes wrong."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, RemoteDisconnected
from itertools import cycle

from tests.server import LANG

PADEN = ("/", "/functies/broodbakker/", "/zoeken/?q=brood", "/opleidingen/")


@dataclass
class Belasting:
    """What visitors got: the seconds that each answer took, and what went wrong."""

    duren: list[float] = field(default_factory=list)
    mislukt: list[str] = field(default_factory=list)

    @property
    def p99(self) -> float:
        """The seconds that the slowest hundredth took at least."""
        return sorted(self.duren)[len(self.duren) * 99 // 100] if self.duren else 0.0

    def __str__(self) -> str:
        return f"{len(self.mislukt)} failed of {len(self.duren) + len(self.mislukt)}, p99 {self.p99 * 1000:.0f} ms"


@contextmanager
def belast(
    poort: int, paden: Sequence[str] = PADEN, bezoekers: int = 4, rust: float = 0.0, nieuw: bool = False
) -> Iterator[Belasting]:
    """Let `bezoekers` ask `paden` in turn for as long as the block runs, `rust` seconds after each answer.

    As browsers and proxies do, each keeps its connection, and asks again on a new one when the site closed that in
    between; with `nieuw` each question has a connection of its own. Any answer but 200 is a failure.
    """
    gezien, genoeg, slot = Belasting(), threading.Event(), threading.Lock()

    def bezoek() -> None:
        verbinding, gebruikt = HTTPConnection("127.0.0.1", poort, timeout=LANG), False
        for pad in cycle(paden):
            if genoeg.is_set():
                break
            begin = time.monotonic()
            try:
                try:
                    status = _vraag(verbinding, pad)
                except (RemoteDisconnected, ConnectionResetError, BrokenPipeError):
                    if not gebruikt:
                        raise
                    verbinding.close()
                    status = _vraag(verbinding, pad)
                fout = "" if status == 200 else f"{status} {pad}"
            except OSError as error:
                fout = f"{error!r} {pad}"
                verbinding.close()
            gebruikt = not nieuw and not fout
            if not gebruikt:
                verbinding.close()
            with slot:
                if fout:
                    gezien.mislukt.append(fout)
                else:
                    gezien.duren.append(time.monotonic() - begin)
            genoeg.wait(rust)
        verbinding.close()

    draden = [threading.Thread(target=bezoek) for _ in range(bezoekers)]
    for draad in draden:
        draad.start()
    try:
        yield gezien
    finally:
        genoeg.set()
        for draad in draden:
            draad.join()


def _vraag(verbinding: HTTPConnection, pad: str) -> int:
    verbinding.request("GET", pad)
    antwoord = verbinding.getresponse()
    antwoord.read()
    return antwoord.status
