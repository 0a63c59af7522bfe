"""A finished answer, in each coding that browsers ask for: bytes in, bytes out, without Django."""

import gzip
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from hashlib import sha256

import brotli

Koppen = list[tuple[str, str]]

BROTLI, GZIP, GEWOON = "br", "gzip", ""
DICHT = ("application/pdf", "image/avif", "image/jpeg", "image/webp")  # what is compressed already
KLEINST = 200  # bytes: what is smaller gains nothing
SNEL, KLEIN = 5, 11  # how well Brotli compresses; the last takes some 25 ms, for what many will get
GEMAAKT: dict[str, Callable[[bytes, int], bytes]] = {
    BROTLI: lambda inhoud, hoe: brotli.compress(inhoud, quality=hoe),
    GZIP: lambda inhoud, _: gzip.compress(inhoud, 6, mtime=0),
}
GEWICHT = re.compile(r"q\s*=\s*([01](?:\.[0-9]{0,3})?)", re.IGNORECASE)
MERK = re.compile(r'(?:W/)?("[^"]*")')
LANGSTE = 200  # characters of a header that are remembered
_EIGEN = ("content-length", "content-encoding", "etag", "vary")


def codering(gevraagd: str) -> str:
    """Return the coding that `Accept-Encoding` likes best: `br`, `gzip`, or empty for none (RFC 9110, 12.5.3).

    Of those it likes as much, the smallest. What cannot be read is not asked for.
    """
    return _codering(gevraagd) if len(gevraagd) <= LANGSTE else _codering.__wrapped__(gevraagd)


@lru_cache(256)
def _codering(gevraagd: str) -> str:
    gewichten: dict[str, float] = {}
    for deel in gevraagd.lower().split(","):
        naam, _, rest = (stuk.strip() for stuk in deel.partition(";"))
        gewicht = GEWICHT.fullmatch(rest)
        gewichten[naam.removeprefix("x-")] = min(float(gewicht[1]), 1) if gewicht else float(not rest)
    overig = gewichten.get("*", 0.0)
    beste, hoogste = GEWOON, gewichten.get("identity", 0.0)
    for naam in (GZIP, BROTLI):
        if (gewicht_ := gewichten.get(naam, overig)) and gewicht_ >= hoogste:
            beste, hoogste = naam, gewicht_
    return beste


class Antwoord:
    """A status, headers and a body, compressed when that is first asked for.

    `dag` is the day on which it is right; None when it is so on any day. `hoe` is how well Brotli compresses it.
    """

    def __init__(self, status: str, koppen: Koppen, inhoud: bytes, dag: date | None = None, hoe: int = SNEL) -> None:
        self.status, self.dag, self._hoe = status, dag, hoe
        self.merk = f'"{sha256(inhoud).hexdigest()[:32]}"'
        varieert = [naam.strip() for kop, waarde in koppen if kop.lower() == "vary" for naam in waarde.split(",")]
        vary = ", ".join(dict.fromkeys([*filter(None, varieert), "Accept-Encoding"]))
        soort = next((waarde for kop, waarde in koppen if kop.lower() == "content-type"), "")
        self._is_dicht = soort.partition(";")[0] in DICHT
        self._vast: Koppen = [kop for kop in koppen if kop[0].lower() not in _EIGEN]
        self._vast += [("ETag", f"W/{self.merk}"), ("Vary", vary)]
        self._ongewijzigd = [kop for kop in self._vast if kop[0].lower() != "content-type"]
        self._vormen = {GEWOON: ([*self._vast, ("Content-Length", str(len(inhoud)))], inhoud)}

    @property
    def omvang(self) -> int:
        """What it takes of the memory, in bytes."""
        return sum(len(inhoud) + 2000 for _, inhoud in list(self._vormen.values()))

    def heeft(self, codering: str) -> bool:
        """True when this coding was asked for before."""
        return codering in self._vormen

    def vorm(self, codering: str) -> tuple[Koppen, bytes]:
        """Return the headers and the body in this coding; plain when the coding makes it no smaller."""
        if codering not in self._vormen:
            koppen, inhoud = self._vormen[GEWOON]
            loont = len(inhoud) >= KLEINST and not self._is_dicht
            klein = GEMAAKT[codering](inhoud, self._hoe) if loont else inhoud
            if len(klein) < len(inhoud):
                lengte = [("Content-Encoding", codering), ("Content-Length", str(len(klein)))]
                koppen, inhoud = [*self._vast, *lengte], klein
            self._vormen[codering] = koppen, inhoud
        return self._vormen[codering]

    def is_bekend(self, if_none_match: str) -> bool:
        """True when who asks has it already."""
        return if_none_match.strip() == "*" or self.merk in MERK.findall(if_none_match)

    def ongewijzigd(self) -> Koppen:
        """Return the headers that say so."""
        return self._ongewijzigd
