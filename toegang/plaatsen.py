"""Where a request comes from, and how many requests of one kind are answered at once, in all and for one address."""

from collections import Counter
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Lock
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from uitgave.pagina import foutpagina

T = TypeVar("T")


def adres(request: HttpRequest) -> str:
    """Return where a request comes from; empty when that is unknown.

    That is the other end of the connection. Only our own proxy (setting PROXY) is believed when it
    names another, and then only the last name: visitors can make up those before it. Of IPv6 it is
    the network, for a visitor has a whole one to choose from.
    """
    verbinding = _ip(request.META.get("REMOTE_ADDR", ""))
    if verbinding and any(verbinding in netwerk for netwerk in settings.PROXY):
        verbinding = _ip(request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2]) or verbinding
    if isinstance(verbinding, IPv6Address):
        return str(ip_network((verbinding, 64), strict=False))
    return str(verbinding or "")


def _ip(tekst: str) -> IPv4Address | IPv6Address | None:
    try:
        gelezen = ip_address(tekst.strip())
    except ValueError:
        return None
    return getattr(gelezen, "ipv4_mapped", None) or gelezen


class Plaatsen:
    """A number of places, of which one address has only so many at a time."""

    def __init__(self, aantal: int, per_adres: int) -> None:
        self._vrij, self._per_adres = aantal, per_adres
        self._bezet: Counter[str] = Counter()
        self._slot = Lock()

    def neem(self, adres: str) -> bool:
        """Take a place for `adres`; False when there is none."""
        with self._slot:
            if not self._vrij or self._bezet[adres] >= self._per_adres:
                return False
            self._vrij -= 1
            self._bezet[adres] += 1
            return True

    def geef_terug(self, adres: str) -> None:
        with self._slot:
            self._vrij += 1
            self._bezet[adres] -= 1
            self._bezet += Counter()  # forgets addresses without a place


def op_plaats(plaatsen: Plaatsen, request: HttpRequest, doe: Callable[[HttpRequest], T]) -> T | HttpResponse:
    """Return what `doe` makes of the request, done on one of `plaatsen`; 503 when there is none for its address."""
    wie = adres(request)
    if not plaatsen.neem(wie):
        return foutpagina(request, 503, {"Retry-After": "10"})
    try:
        return doe(request)
    finally:
        plaatsen.geef_terug(wie)
