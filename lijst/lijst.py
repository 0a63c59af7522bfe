"""What somebody keeps: functies, routes and opleidingen.

The list stands in the address and goes along to every page, like the opleiding that somebody has. So it works without
a script, nothing is stored that nobody asked for, Back takes back the last change, and who sends a page on decides
whether the list goes with it. The price is a longer address, so the list holds no more than fits on one printed page.
Only who asks keeps it on the device as well (`static/ontwikkelpad.js`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import QueryDict

from functies.document import Functie
from opleidingen.document import Opleiding
from uitgave.meenemen import Keuze
from uitgave.pad import Pad
from uitgave.pagina import reist_mee
from uitgave.verhuizing import TUSSEN

MEEST = 12  # things on a list: more do not fit on one page, and make a QR code that no phone reads
LANGSTE = 10  # functies along a route
FUNCTIE, ROUTE, OPLEIDING = NAMEN = ("lijst-functie", "lijst-route", "lijst-opleiding")


class Bewaard(NamedTuple):
    """One thing on the list: how the address says it, and the rows it is about, for a route more than one."""

    naam: str
    waarde: str
    rijen: tuple[Any, ...]


@dataclass(frozen=True)
class Lijst:
    """What stands on the list, each once, by kind and then in the order of the address.

    `onbekend` are the values that mean nothing to this edition, `te_veel` says that more was asked than fits.
    """

    alles: tuple[Bewaard, ...] = ()
    onbekend: tuple[str, ...] = ()
    te_veel: bool = False

    @classmethod
    def uit(cls, pad: Pad, vraag: QueryDict) -> "Lijst":
        """Read a list from a query string."""
        gevraagd = dict.fromkeys((naam, waarde) for naam in NAMEN for waarde in vraag.getlist(naam) if waarde)
        gelezen = {(naam, waarde): _rijen(pad, naam, waarde) for naam, waarde in gevraagd}
        bekend = [Bewaard(naam, waarde, rijen) for (naam, waarde), rijen in gelezen.items() if rijen]
        onbekend = (waarde for (_, waarde), rijen in gelezen.items() if not rijen)
        return cls(tuple(bekend[:MEEST]), tuple(dict.fromkeys(onbekend)), len(bekend) > MEEST)

    def __len__(self) -> int:
        return len(self.alles)

    @property
    def vol(self) -> bool:
        return len(self) >= MEEST

    @property
    def keuzes(self) -> list[Keuze]:
        """The list as it stands in an address."""
        return [(naam, waarde) for naam, waarde, _ in self.alles]

    def zonder(self, weg: Keuze) -> list[Keuze]:
        """The list in an address when `weg` is taken off."""
        return [keuze for keuze in self.keuzes if keuze != weg]

    def van(self, naam: str) -> list[Bewaard]:
        """What stands on the list under one name."""
        return [bewaard for bewaard in self.alles if bewaard.naam == naam]


@reist_mee(*NAMEN)
def lijst_van_bezoeker(pad: Pad, vraag: QueryDict) -> list[Keuze]:
    """The list goes along to every page."""
    return Lijst.uit(pad, vraag).keuzes


def als_keuze(ding: Functie | Opleiding | Iterable[Functie]) -> Keuze:
    """Return how an address says that `ding` is on the list: an opleiding, a functie, or the functies along a route."""
    if isinstance(ding, Opleiding):
        return OPLEIDING, ding.slug
    if isinstance(ding, Functie):
        return FUNCTIE, ding.slug
    return ROUTE, TUSSEN.join(functie.slug for functie in ding)


def _rijen(pad: Pad, naam: str, waarde: str) -> tuple[Any, ...] | None:
    """Return what a value is about: functies or one opleiding; None when that is nothing."""
    if naam == OPLEIDING:
        opleiding = pad.alle(Opleiding).get(waarde)
        return (opleiding,) if opleiding else None
    slugs = waarde.split(TUSSEN, LANGSTE) if naam == ROUTE else [waarde]
    functies = tuple(pad.alle(Functie)[slug] for slug in slugs if slug in pad.alle(Functie))
    heel = len(functies) == len(slugs) == len(set(slugs)) and (naam == FUNCTIE or 2 <= len(slugs) <= LANGSTE)
    return functies if heel else None
