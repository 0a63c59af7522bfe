"""Follow links as a visitor would, gently, and say in plain words what came of it."""

import math
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPException
from urllib.parse import urljoin

from redactie.links.ophalen import Keurder, Linkantwoord, NietOpenbaar, is_openbaar, lees_doel, vraag
from redactie.models import LinkControle, Uitslag

SECONDEN = 10.0  # for one link, all that it leads to included
PAUZE = 1.0  # seconds between two requests to one host
SPRONGEN = 5
BLIJVEND = (301, 308)
DOORSTUREN = (*BLIJVEND, 302, 303, 307)
DICHT = (401, 403, 407, 429, 451, 999)  # 999 is what some websites say to every program
RUIMTE: int = LinkControle._meta.get_field("toelichting").max_length or 0

KLOPT_NIET = "Dit adres klopt niet. Kijk het na."
GEEN_WEBADRES = "De website stuurt door naar iets dat geen webadres is."
NIET_OPENBAAR = "Dit adres is niet openbaar."
KRING = "De website stuurt steeds opnieuw door."
KRING_COOKIE = "De website stuurt steeds opnieuw door, misschien om een cookie. Kijk zelf even."
NIET_TOEGELATEN = "De website laat een automatische controle niet toe. Kijk zelf even."


@dataclass(frozen=True)
class Resultaat:
    """What came of following one link, with the reason where an editor needs one."""

    url: str
    uitslag: Uitslag
    toelichting: str = ""

    def __str__(self) -> str:
        return f"{self.url}: {self.uitslag.label}. {self.toelichting}".strip()


class Tempo:
    """Lets one request at a time go to a host, with a pause after each. One thread at a time uses it."""

    def __init__(
        self, klok: Callable[[], float] = time.monotonic, slaap: Callable[[float], object] = time.sleep
    ) -> None:
        self._klok, self._slaap = klok, slaap
        self._vrij: dict[str, float] = {}

    def vrij_om(self, host: str) -> float:
        """Return from when, on the clock, this host may be asked."""
        return self._vrij.get(host, -math.inf)

    @contextmanager
    def beurt(self, host: str) -> Iterator[None]:
        """Wait for the turn of this host; what happens inside is its one request."""
        if (wachten := self.vrij_om(host) - self._klok()) > 0:
            self._slaap(wachten)
        try:
            yield
        finally:
            self._vrij[host] = self._klok() + PAUZE


def controleer(
    urls: Iterable[str],
    *,
    seconden: float = SECONDEN,
    tempo: Tempo | None = None,
    openbaar: Keurder = is_openbaar,
) -> Iterator[Resultaat]:
    """Follow each of `urls` and yield what came of it: one after the other, hosts by turns.

    A link takes at most `seconden`, besides waiting for the turn of its hosts. A host on an address
    that `openbaar` does not accept is never connected to. Nothing of a link raises an error.
    """
    tempo = tempo or Tempo()
    per_host: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        try:
            per_host.setdefault(lees_doel(url).naam, []).append(url)
        except ValueError:
            yield Resultaat(url, Uitslag.STUK, KLOPT_NIET)
    while per_host:
        host = min(per_host, key=tempo.vrij_om)
        yield _Reis(per_host[host].pop(0), seconden, tempo, openbaar).resultaat()
        if not per_host[host]:
            del per_host[host]


class _Reis:
    """Following one link: where it leads now, and what it met on the way."""

    def __init__(self, url: str, seconden: float, tempo: Tempo, openbaar: Keurder) -> None:
        self.url = self.hier = url
        self.begin = self.doel = lees_doel(url)
        self.seconden = self.over = seconden
        self.tempo, self.openbaar = tempo, openbaar
        self.blijvend = self.cookie = False

    def resultaat(self) -> Resultaat:
        try:
            uitslag, reden = self._volg()
        except NietOpenbaar:
            uitslag, reden = Uitslag.GEWEIGERD, NIET_OPENBAAR
        except (OSError, HTTPException, ValueError) as fout:
            uitslag, reden = Uitslag.ONBEREIKBAAR, self._oorzaak(fout)
        if self.doel != self.begin and (uitslag != Uitslag.GOED or self._verhuisd()):
            uitslag = Uitslag.OMGELEID if uitslag == Uitslag.GOED else uitslag
            reden = f"{reden} Leidt nu naar {self.hier}".strip()
        return Resultaat(self.url, uitslag, reden if len(reden) <= RUIMTE else f"{reden[: RUIMTE - 1]}…")

    def _volg(self) -> tuple[Uitslag, str]:
        """Go from answer to answer. The last one decides, or the place where there is no way on."""
        geweest = {self.doel}
        for _ in range(SPRONGEN + 1):
            antwoord = self._vraag()
            if antwoord.status not in DOORSTUREN or not antwoord.locatie:
                return _oordeel(antwoord.status)
            try:
                hier = urljoin(self.hier, antwoord.locatie)
                self.doel, self.hier = lees_doel(hier), hier
            except ValueError:
                return Uitslag.STUK, GEEN_WEBADRES
            self.blijvend |= antwoord.status in BLIJVEND
            if self.doel in geweest:
                break
            geweest.add(self.doel)
        return (Uitslag.GEWEIGERD, KRING_COOKIE) if self.cookie else (Uitslag.STUK, KRING)

    def _vraag(self) -> Linkantwoord:
        with self.tempo.beurt(self.doel.naam):
            begin = time.monotonic()
            antwoord = vraag(self.doel, self.over, self.openbaar)
        self.over -= time.monotonic() - begin
        self.cookie |= antwoord.cookie
        return antwoord

    def _verhuisd(self) -> bool:
        """True when the page has another address for good, or now differs in more than its query."""
        return self.blijvend or replace(self.doel, vraag=self.begin.vraag) != self.begin

    def _oorzaak(self, fout: Exception) -> str:
        match fout:
            case TimeoutError():
                return f"De website antwoordt niet binnen {self.seconden:g} seconden."
            case socket.gaierror():
                return f"De naam {self.doel.naam} is niet te vinden op internet."
            case ssl.SSLCertVerificationError():
                return "Het certificaat voor een veilige verbinding klopt niet. Kijk zelf even."
            case ssl.SSLError():
                return "Een veilige verbinding met de website lukt niet. Kijk zelf even."
            case OSError():
                return "De verbinding met de website lukt niet."
        return "De website stuurt een antwoord dat niet te lezen is."


def _oordeel(status: int) -> tuple[Uitslag, str]:
    if 200 <= status < 300:
        return Uitslag.GOED, ""
    if status == 404:
        return Uitslag.STUK, "Deze pagina bestaat niet (404)."
    if status == 410:
        return Uitslag.STUK, "Deze pagina is weggehaald (410)."
    if status in DICHT:
        return Uitslag.GEWEIGERD, NIET_TOEGELATEN
    if status >= 500:
        return Uitslag.ONBEREIKBAAR, f"De website geeft een fout ({status})."
    return Uitslag.GEWEIGERD, f"De website geeft een onverwacht antwoord ({status}). Kijk zelf even."
