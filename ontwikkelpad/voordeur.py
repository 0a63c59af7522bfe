"""What stands before Django: it reads a request as the site wants it, and gives the answers that are kept.

A page that was made is kept as bytes, with its headers, until another edition takes over. So most visitors never come
to Django: only for a page that nobody asked for yet. Those may keep few threads busy, so that a flood of them leaves
the rest. A wrong host, a request without https and all that is not a page of visitors is left to Django.
"""

import logging
import re
import sys
from collections.abc import Callable, Iterable
from functools import cache
from io import BytesIO
from threading import Condition, Event
from time import monotonic
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port, validate_host

from ontwikkelpad.antwoord import BROTLI, GEWOON, KLEIN, SNEL, Antwoord, codering
from ontwikkelpad.middleware import BEHEER, PROEVEN, TE_BEWAREN, ZONDER_PAD, vaste_koppen
from ontwikkelpad.puls import puls
from ontwikkelpad.vraag import vraag_op
from uitgave.huidig import huidig
from uitgave.klok import vandaag
from uitgave.pad import Pad, Sleutel
from uitgave.pagina import foutpagina

logger = logging.getLogger(__name__)
Omgeving = dict[str, Any]
Plaats = tuple[Pad, Sleutel]
Toepassing = Callable[[Omgeving, Any], Iterable[bytes]]  # what a WSGI server calls

SCHEIDING = re.compile(r"""multipart/form-data\s*;.*\bboundary="?([\w'()+,./:=?-]{1,70})""", re.ASCII | re.IGNORECASE)
GETAL = re.compile(r"[0-9]{1,18}")
BEELDEN = "/beelden/"
FORMULIER = "application/x-www-form-urlencoded"
LINK = re.compile(r'<a\s[^>]*?href="(/[^"?#]*)"')
# Threads of a worker that make a page at the same time, and that wait for that. Python makes one at a time anyhow.
MAKEN, WACHTEN = 2, 4
GEDULD = 5.0  # seconds that one waits
VOORAF = 100  # pages that are made when an edition is loaded, at most
STIL = 60.0  # seconds between two lines in the log about requests that were refused


class Werkplaatsen:
    """A few places to work at, and a few to wait for one; `geweigerd` counts who found neither."""

    def __init__(self, plaatsen: int, wachtplaatsen: int, geduld: float = GEDULD) -> None:
        self._vrij, self._wacht, self._geduld = plaatsen, wachtplaatsen, geduld
        self._om_de_beurt = Condition()
        self.geweigerd = 0
        self._gezegd = 0.0

    def neem(self) -> bool:
        """Take a place, waiting for one when that can be; False when there is none."""
        with self._om_de_beurt:
            if not self._vrij and self._wacht:
                self._wacht -= 1
                self._om_de_beurt.wait_for(lambda: self._vrij, self._geduld)
                self._wacht += 1
            if self._vrij:
                self._vrij -= 1
                return True
            self.geweigerd += 1
            zeg = monotonic() - self._gezegd > STIL
            self._gezegd = monotonic() if zeg else self._gezegd
        if zeg:
            logger.warning("Too many pages to make at once: %s requests refused so far.", self.geweigerd)
        return False

    def geef_terug(self) -> None:
        with self._om_de_beurt:
            self._vrij += 1
            self._om_de_beurt.notify()


class Voordeur:
    """The application that a server calls, around that of Django."""

    def __init__(self, toepassing: Toepassing) -> None:
        self._toepassing = toepassing
        self._door = (*ZONDER_PAD, settings.STATIC_URL)
        self._werkplaatsen = Werkplaatsen(MAKEN, WACHTEN)
        self._in_de_maak: dict[Sleutel, Event] = {}
        self._goede_hosts: set[str] = set()
        self._kop_https, self._https = (settings.SECURE_SSL_REDIRECT and settings.SECURE_PROXY_SSL_HEADER) or ("", "")

    def __call__(self, environ: Omgeving, start_response: Any) -> Iterable[bytes]:
        begin, statussen = monotonic(), [""]

        def begonnen(status: str, *rest: Any) -> Any:
            statussen.append(status)
            return start_response(status, *rest)

        try:
            return self._antwoord(environ, begonnen)
        finally:
            puls.tel(monotonic() - begin, int(statussen[-1][:3] or 0))

    def _antwoord(self, environ: Omgeving, start_response: Any) -> Iterable[bytes]:
        try:
            if environ.get("PATH_INFO", "").startswith(self._door):
                return self._toepassing(schoon(environ), start_response)
            plaats, vorm = self._plaats(environ), codering(environ.get("HTTP_ACCEPT_ENCODING", ""))
            antwoord = (plaats and bewaard(plaats, vorm)) or self._gemaakt(environ, plaats, vorm)
        except Exception:
            logger.exception("An answer could not be made.")
            start_response(vast_antwoord(500).status, vast_antwoord(500).vorm("")[0], sys.exc_info())
            return [vast_antwoord(500).vorm("")[1]]
        if antwoord.status == "200 OK" and antwoord.is_bekend(environ.get("HTTP_IF_NONE_MATCH", "")):
            start_response("304 Not Modified", antwoord.ongewijzigd())
            return []
        koppen, inhoud = antwoord.vorm(vorm)
        start_response(antwoord.status, koppen)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [inhoud]

    def _plaats(self, environ: Omgeving) -> Plaats | None:
        """Return where the answer to this request is kept, when there is one; None for what is never kept."""
        pad = huidig.pad
        if pad is None or environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not self._deugt(environ):
            return None
        adres, gevraagd = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        vraag = vraag_op(pad, adres, gevraagd) if gevraagd else ""
        return None if vraag is None else (pad, (adres, vraag, is_fragment(environ)))

    def _deugt(self, environ: Omgeving) -> bool:
        """True when Django would neither refuse the host nor send the visitor to https."""
        host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", "")
        if host not in self._goede_hosts:
            if not validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS):
                return False
            if len(self._goede_hosts) < 100:
                self._goede_hosts.add(host)
        return not self._kop_https or environ.get(self._kop_https, "").split(",", 1)[0].strip() == self._https

    def _gemaakt(self, environ: Omgeving, plaats: Plaats | None, vorm: str) -> Antwoord:
        """Return an answer that is not kept yet. Who asks the same meanwhile waits for it."""
        if plaats is None:
            return self._op_werkplaats(environ, plaats, vorm)
        mijn = Event()
        klaar = self._in_de_maak.setdefault(plaats[1], mijn)
        if klaar is not mijn:
            klaar.wait(GEDULD)
            return bewaard(plaats, vorm) or self._op_werkplaats(environ, plaats, vorm)
        try:
            return self._op_werkplaats(environ, plaats, vorm)
        finally:
            del self._in_de_maak[plaats[1]]
            mijn.set()

    def _op_werkplaats(self, environ: Omgeving, plaats: Plaats | None, vorm: str) -> Antwoord:
        """Return the answer of Django, made on one of the places for that; 503 when there is none.

        A picture is a file, not to be made: it needs no place.
        """
        if environ.get("PATH_INFO", "").startswith(BEELDEN):
            return self._van_django(environ)
        if not self._werkplaatsen.neem():
            return vast_antwoord(503)
        try:
            return (plaats and bewaard(plaats, vorm)) or self._van_django(environ)
        finally:
            self._werkplaatsen.geef_terug()

    def _van_django(self, environ: Omgeving) -> Antwoord:
        """Let Django answer, and keep the answer when it says that this can be."""
        vraag = voor_bezoeker(environ, self._kop_https)
        begin: list[tuple[str, Any]] = []
        response = self._toepassing(vraag, lambda status, koppen, fout=None: begin.append((status, koppen)))
        try:
            inhoud = b"".join(response)
        finally:
            getattr(response, "close", lambda: None)()
        status, koppen = begin[-1]
        pad, sleutel, dag = vraag.get(TE_BEWAREN, (None, None, None))
        # A fragment comes with a click, so with each next page of a visit; a page is made when somebody may be waiting.
        klein = pad and sleutel[2] and not sleutel[1]
        antwoord = Antwoord(status, koppen, inhoud, dag, KLEIN if klein else SNEL)
        if pad:
            pad.bladzijden.bewaar(sleutel, antwoord, antwoord.omvang)
        return antwoord

    def vul(self, pad: Pad) -> None:
        """Make and keep the front page of an edition, and the pages that it links to."""
        if settings.DEBUG:
            return
        begin = self.vraag("/", BROTLI).vorm(GEWOON)[1]
        for adres in [*dict.fromkeys(LINK.findall(begin.decode(errors="replace")))][:VOORAF]:
            if huidig.pad is pad:  # else these pages are of an edition that is gone
                self.vraag(adres, BROTLI)

    def vraag(self, adres: str, vorm: str = GEWOON) -> Antwoord:
        """Return the answer to a visitor at `adres`, a path with perhaps a question, also when others are being made.

        It is kept, where that can be, ready in the coding `vorm`.
        """
        pad, _, gevraagd = adres.partition("?")
        host = next((naam for naam in settings.ALLOWED_HOSTS if not naam.startswith((".", "*"))), "localhost")
        environ: Omgeving = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": unquote(pad),
            "QUERY_STRING": gevraagd,
            "SERVER_NAME": host,
            "SERVER_PORT": "80",
            "HTTP_HOST": host,
            "HTTP_ACCEPT_ENCODING": vorm,
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": "http",
            **({self._kop_https: self._https} if self._kop_https else {}),
        }
        plaats = self._plaats(environ)
        antwoord = (plaats and bewaard(plaats, vorm)) or self._van_django(environ)
        if plaats:
            bewaard(plaats, vorm)
        return antwoord


def bewaard(plaats: Plaats, vorm: str) -> Antwoord | None:
    """Return the answer that is kept at a place, if any, and if it is right today; ready in the coding `vorm`."""
    pad, sleutel = plaats
    antwoord: Antwoord | None = pad.bladzijden.haal(sleutel)
    if antwoord is None or (antwoord.dag is not None and antwoord.dag != vandaag()):
        return None
    if not antwoord.heeft(vorm):
        antwoord.vorm(vorm)
        pad.bladzijden.bewaar(sleutel, antwoord, antwoord.omvang)
    return antwoord


def is_fragment(environ: Omgeving) -> bool:
    """True when htmx asks for a part of a page; see `alleen_fragment`, which says the same of what this hands on."""
    return environ.get("HTTP_HX_REQUEST") == "true" and environ.get("HTTP_HX_HISTORY_RESTORE_REQUEST") != "true"


def voor_bezoeker(environ: Omgeving, kop_https: str = "") -> Omgeving:
    """Return a request for a public page with nothing in it that may not shape the answer.

    Of its headers there are left who is asked, whether that was over https, and whether a fragment is meant.
    """
    houden = {"HTTP_HOST", kop_https}
    over = {naam: waarde for naam, waarde in environ.items() if not naam.startswith("HTTP_") or naam in houden}
    over |= {"CONTENT_TYPE": "", "CONTENT_LENGTH": ""}
    over |= {"HTTP_HX_REQUEST": "true"} if is_fragment(environ) else {}
    return over | ({"REQUEST_METHOD": "GET"} if environ["REQUEST_METHOD"] == "HEAD" else {})


def schoon(environ: Omgeving) -> Omgeving:
    """Return a request with only as much of Content-Type as says which of the two kinds of form it holds.

    So every request is decoded as UTF-8: Django would decode the address in any charset named there,
    and fail on some before a layer of ours could answer. A length that is no number is no length. Visitors
    have no cookies: whatever they send as one is not read, for Django would answer some with a cookie of its own.
    A question about the process itself is answered under whatever name it is asked, or none.
    """
    vast = {
        "CONTENT_TYPE": soort_formulier(environ.get("CONTENT_TYPE", "")),
        "CONTENT_LENGTH": lengte if GETAL.fullmatch(lengte := environ.get("CONTENT_LENGTH", "")) else "",
    }
    if not environ.get("PATH_INFO", "").startswith(BEHEER):
        vast["HTTP_COOKIE"] = ""
    if environ.get("PATH_INFO") in PROEVEN:
        vast["HTTP_HOST"] = next(iter(settings.ALLOWED_HOSTS))
    return environ | vast


def soort_formulier(content_type: str) -> str:
    """Return the Content-Type of a form without all that is of no use; empty for anything else."""
    if grens := SCHEIDING.match(content_type.strip()):
        return f'multipart/form-data; boundary="{grens[1]}"'
    return FORMULIER if content_type.partition(";")[0].strip().lower() == FORMULIER else ""


@cache
def vast_antwoord(status: int) -> Antwoord:
    """Return the error page for `status` with all headers, made once: it needs nothing that can fail."""
    pagina = foutpagina(HttpRequest(), status)
    koppen = {**vaste_koppen(), **pagina.headers, **({"Retry-After": "10"} if status == 503 else {})}
    return Antwoord(f"{status} {pagina.reason_phrase}", list(koppen.items()), pagina.content)
