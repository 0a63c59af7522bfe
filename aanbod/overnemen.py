"""Taking over a newer overview of who offers what."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import User
from django.utils import timezone

from aanbod.ckan import HO, PORTAAL, zoek_bestand
from aanbod.document import BIJLAGE, Aanbod, bezwaren, lees, maak, schrijf
from aanbod.ho import lees_ho
from aanbod.koppelen import koppel
from aanbod.tabel import MEEST_BYTES
from opleidingen.document import Opleiding as Rij
from opleidingen.models import Opleiding
from redactie.links.ophalen import Keurder, haal_bestand, is_openbaar
from uitgave.bijlagen import neem_over, nieuwste
from uitgave.huidig import huidig
from uitgave.voortgang import Stap, meld

SECONDEN = 300.0  # for all of a file


class NietOvergenomen(Exception):
    """The overview waits for an editor who looks at it: `bezwaren` says why, in Dutch."""

    def __init__(self, bezwaren: list[str]) -> None:
        super().__init__(" ".join(bezwaren))
        self.bezwaren = bezwaren


def haal_nieuwste(
    openbaar: Keurder = is_openbaar, portaal: str = PORTAAL, seconden: float = SECONDEN
) -> tuple[bytes, date]:
    """Return the newest overview of DUO, and the day of its last change; today where that is not told.

    Raises as `haal_bestand` and `zoek_bestand` do.
    """

    def haal(url: str) -> bytes:
        return haal_bestand(url, seconden, MEEST_BYTES, openbaar, lambda aantal: meld(Stap.HALEN, aantal // 1024))

    url, veranderd = zoek_bestand(HO, haal, portaal)
    return haal(url), veranderd or timezone.localdate()


def neem_aanbod_over(inhoud: bytes, peildatum: date, toch: bool = False, door: User | None = None) -> Aanbod:
    """Read an overview, join it to our codes, and serve it from the next request on; return what was taken over.

    Raises Tabelfout when the file is not as it should be. Then nothing changes. But for `toch` it raises
    NietOvergenomen when the file has much less than what is served: then it waits for an editor, and what is served
    stays.
    """
    opleidingen = list(Opleiding.objects.exclude(code=""))
    hand = {eenheid: rij.code for rij in opleidingen for eenheid in rij.eigen_eenheden()}
    nieuw = maak(koppel(lees_ho(inhoud), hand), _codes(opleidingen), peildatum)
    oud = nieuwste(BIJLAGE)
    if not toch and (waarom := bezwaren(lees(oud.inhoud) if oud else None, nieuw)):
        neem_over(BIJLAGE, schrijf(nieuw), door, "\n".join(waarom))
        raise NietOvergenomen(waarom)
    neem_over(BIJLAGE, schrijf(nieuw), door)
    return nieuw


def _codes(opleidingen: Iterable[Opleiding]) -> set[str]:
    """Return the codes that are asked for: those of the working copy, and of the edition that is served."""
    geserveerd = huidig.pad.alle(Rij).values() if huidig.pad else ()
    return {rij.code for rij in (*opleidingen, *geserveerd)} - {""}
