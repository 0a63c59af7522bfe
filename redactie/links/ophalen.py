"""Ask a page or a file of another website: in a limited time, with a limited answer, and never inside our own network.

The name is looked up once. The addresses found are checked, and the connection is made to one of
those very addresses, so a name that points elsewhere a moment later gains nothing.
"""

import io
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv4Address, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, BinaryIO
from urllib.parse import quote, urljoin, urlsplit

Keurder = Callable[[str], bool]
Volger = Callable[[int], None]  # hears how many bytes came in

POORTEN = {"http": 80, "https": 443}
LANGSTE_ADRES = 2000  # characters of an address: browsers and servers take no more either
BYTES = 64 * 1024
SPRONGEN = 5  # times that a website may send us on to a file
ADRESSEN = 4  # of one name, to try in turn
ADRESTEKENS = "%!$&'()*+,;=:@/~"  # that stay as they are in a path
KOPPEN = {
    "User-Agent": "Ontwikkelpad-linkcontrole/1.0 (checks whether the links of a career-path portal still work)",
    "Accept": "text/html,*/*;q=0.8",
    "Accept-Language": "nl,en;q=0.5",
    "Connection": "close",
}
IPV6_OPENBAAR = ip_network("2000::/3")
# What Python 3.11 calls public: where a cloud keeps its secrets, what once led to 6to4, what is for examples.
TOCH_NIET = [ip_network(net) for net in ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20")]
IPV4_IN_IPV6 = ip_network("64:ff9b::/96")  # NAT64: the last four bytes are an IPv4 address


class NietOpenbaar(Exception):
    """The website is on an address that the internet does not reach."""


@dataclass(frozen=True)
class Doel:
    """An address taken apart, in the form in which it is asked for."""

    schema: str
    naam: str  # of the host
    poort: int
    plaats: str  # on the host
    vraag: str

    @property
    def host(self) -> str:
        """The value of the Host header."""
        naam = f"[{self.naam}]" if ":" in self.naam else self.naam
        return naam if self.poort == POORTEN[self.schema] else f"{naam}:{self.poort}"


@dataclass(frozen=True)
class Linkantwoord:
    """What is used of an answer: `locatie` is empty unless it sends the visitor on."""

    status: int
    locatie: str
    cookie: bool


def lees_doel(url: str) -> Doel:
    """Return what to ask for `url`, as a browser would.

    Raises ValueError unless it is a whole address of a website, without a user name before the host.
    """
    delen = urlsplit(url)
    if len(url) > LANGSTE_ADRES or not url.isprintable() or delen.scheme not in POORTEN:
        raise ValueError(url)
    if "@" in delen.netloc or delen.port == 0:
        raise ValueError(url)
    naam = (delen.hostname or "").encode("idna").decode().removesuffix(".")
    if not re.fullmatch(r"[a-z0-9._:-]+", naam):
        raise ValueError(url)
    plaats, vraag = quote(delen.path or "/", ADRESTEKENS), quote(delen.query, f"{ADRESTEKENS}?")
    return Doel(delen.scheme, naam, delen.port or POORTEN[delen.scheme], plaats, vraag)


def is_openbaar(adres: str) -> bool:
    """True when the IP address `adres` is one of the public internet, for one computer."""
    ip = ip_address(adres)
    if ip.version == 6:
        if ip.ipv4_mapped or ip in IPV4_IN_IPV6:
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
        elif ip not in IPV6_OPENBAAR or ip.sixtofour:
            return False
    return ip.is_global and not ip.is_multicast and not any(ip in net for net in TOCH_NIET)


def vraag(doel: Doel, seconden: float, openbaar: Keurder) -> Linkantwoord:
    """Ask for the page and return how the answer begins. Its body stays unread.

    All of it together, looking up the name included, takes at most `seconden`. Raises NietOpenbaar
    when `openbaar` accepts no address of the host; TimeoutError; another OSError without a (safe)
    connection; HTTPException when the answer cannot be read or is too large.
    """
    with _antwoord(doel, time.monotonic() + seconden, openbaar, BYTES) as antwoord:
        locatie = _leesbaar(antwoord.headers.get("Location", ""))
        return Linkantwoord(antwoord.status, locatie, "Set-Cookie" in antwoord.headers)


def haal_bestand(url: str, seconden: float, bytes_: int, openbaar: Keurder, volg: Volger) -> bytes:
    """Return what is at `url`, as `haal_naar` gets it."""
    uit = io.BytesIO()
    haal_naar(uit, url, seconden, bytes_, openbaar, volg)
    return uit.getvalue()


def haal_naar(uit: BinaryIO, url: str, seconden: float, bytes_: int, openbaar: Keurder, volg: Volger) -> None:
    """Write what is at `url`, or where it sends us on to, at most `bytes_` of it, in at most `seconden` altogether.

    `volg` hears each time how many bytes there are. Raises as `vraag` does, and ValueError, in Dutch, for an answer
    that is no file. What was written then is not whole.
    """
    einde = time.monotonic() + seconden
    for _ in range(SPRONGEN):
        with _antwoord(lees_doel(url), einde, openbaar, bytes_) as antwoord:
            if antwoord.status == 200:
                aantal = 0
                while deel := antwoord.read(BYTES):
                    uit.write(deel)
                    volg(aantal := aantal + len(deel))
                if antwoord.length:
                    raise ValueError("De website hield op midden in het bestand.")
                return
            if antwoord.status not in {301, 302, 303, 307, 308}:
                raise ValueError(f"De website gaf geen bestand, maar antwoord {antwoord.status}.")
            url = urljoin(url, _leesbaar(antwoord.headers.get("Location", "")))
    raise ValueError("De website stuurt ons steeds door.")


@contextmanager
def _antwoord(doel: Doel, einde: float, openbaar: Keurder, bytes_: int) -> Iterator[HTTPResponse]:
    gevonden = [rij for rij in _zoek_op(doel, einde) if openbaar(str(rij[4][0]))]
    if not gevonden:
        raise NietOpenbaar(doel.naam)
    with _verbind(gevonden[:ADRESSEN], einde) as kaal, _beveilig(kaal, doel, einde) as verbinding:
        http = HTTPConnection(doel.naam, doel.poort)
        http.sock = _Begrensd(verbinding, einde, bytes_)  # all that it needs of a socket
        plaats = f"{doel.plaats}?{doel.vraag}" if doel.vraag else doel.plaats
        http.request("GET", plaats, headers={"Host": doel.host, **KOPPEN})
        with http.getresponse() as antwoord:
            yield antwoord


def _leesbaar(kop: str) -> str:
    """Return an address from a header as text, with what has no shape (NUL, bell) spelled out."""
    tekst = kop.encode("latin-1").decode(errors="replace").strip()
    return "".join(teken if teken.isprintable() else quote(teken) for teken in tekst)


def _rest(einde: float) -> float:
    """Return the seconds that are left. Raises TimeoutError when there are none."""
    rest = einde - time.monotonic()
    if rest <= 0:
        raise TimeoutError
    return rest


def _zoek_op(doel: Doel, einde: float) -> list[tuple[Any, ...]]:
    """Look up the addresses of a host: in a thread, because the system's resolver knows no limit of time."""
    uitkomst: SimpleQueue[Any] = SimpleQueue()

    def zoek() -> None:
        try:
            uitkomst.put(socket.getaddrinfo(doel.naam, doel.poort, type=socket.SOCK_STREAM))
        except (OSError, ValueError) as fout:
            uitkomst.put(fout)

    Thread(target=zoek, name="naam-opzoeken", daemon=True).start()
    try:
        gevonden = uitkomst.get(timeout=_rest(einde))
    except Empty:
        raise TimeoutError from None
    if isinstance(gevonden, Exception):
        raise gevonden
    return list(gevonden)


def _verbind(rijen: list[tuple[Any, ...]], einde: float) -> socket.socket:
    """Connect to the first of these addresses that answers, with a fair part of the time for each."""
    fout = OSError()
    for nog, (familie, soort, protocol, _, adres) in zip(range(len(rijen), 0, -1), rijen, strict=True):
        verbinding = socket.socket(familie, soort, protocol)
        try:
            verbinding.settimeout(_rest(einde) / nog)
            verbinding.connect(adres)
            return verbinding
        except OSError as deze:
            verbinding.close()
            fout = deze
    raise fout


def _beveilig(verbinding: socket.socket, doel: Doel, einde: float) -> socket.socket:
    """Make a connection for https, checking the certificate; return the same one for http."""
    verbinding.settimeout(_rest(einde))
    if doel.schema == "http":
        return verbinding
    return ssl.create_default_context().wrap_socket(verbinding, server_hostname=doel.naam)


class _Begrensd(io.RawIOBase):
    """A connection as http.client uses one, that fails after a moment in time or a number of bytes."""

    def __init__(self, verbinding: socket.socket, einde: float, bytes_: int) -> None:
        self._verbinding, self._einde, self._over = verbinding, einde, bytes_

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._over:
            raise HTTPException("too large")
        self._verbinding.settimeout(_rest(self._einde))
        aantal = self._verbinding.recv_into(buffer, min(len(buffer), self._over))
        self._over -= aantal
        return aantal

    def sendall(self, gegevens: bytes) -> None:
        self._verbinding.settimeout(_rest(self._einde))
        self._verbinding.sendall(gegevens)

    def close(self) -> None:
        """Stay open: http.client closes while it still reads. Who made the connection ends it."""

    def makefile(self, *_: object) -> io.BufferedReader:
        return io.BufferedReader(self)
