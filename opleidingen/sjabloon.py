"""Addresses with a place for the code or the name of an opleiding. Text in, addresses out."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

CODE, NAAM = "{code}", "{naam}"


def fout_in(adres: str) -> str:
    """Return what keeps `adres` from being filled in, in Dutch; empty when nothing does."""
    try:
        delen = urlsplit(adres)
    except ValueError:
        return "Dit is geen webadres."
    if delen.scheme != "https":
        return "Begin met https://."
    if {"{", "}"} & set(adres.replace(CODE, "").replace(NAAM, "")):
        return "Tussen accolades mag alleen {code} of {naam} staan."
    if "{" in delen.netloc:
        return "Zet {code} en {naam} achter de naam van de website."
    return ""


@dataclass(frozen=True)
class Sjabloon:
    """An address to fill in, and the registers and levels of the opleidingen that it is for: none is any."""

    adres: str
    registers: Collection[Hashable] = ()
    niveaus: Collection[Hashable] = ()

    @property
    def heeft_plekken(self) -> bool:
        """True when each opleiding gets another address."""
        return CODE in self.adres or NAAM in self.adres

    def voor(self, naam: str, code: str, register: Hashable, niveau: Hashable) -> str:
        """Return the address for an opleiding; empty when it is for others, or asks a code that is not there."""
        anders = (self.registers and register not in self.registers) or (self.niveaus and niveau not in self.niveaus)
        if anders or (CODE in self.adres and not code):
            return ""
        return self.adres.replace(CODE, quote(code, safe="")).replace(NAAM, quote(naam, safe=""))
