"""Taking over a newer overview of who offers what."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import User

from aanbod.document import BIJLAGE, Aanbod, bezwaren, lees, maak, schrijf
from aanbod.ho import lees_ho
from aanbod.koppelen import koppel
from opleidingen.document import Opleiding as Rij
from opleidingen.models import Opleiding
from uitgave.bijlagen import neem_over, nieuwste
from uitgave.huidig import huidig


class NietOvergenomen(Exception):
    """The overview waits for somebody who looks at it: `bezwaren` says why, in Dutch."""

    def __init__(self, bezwaren: list[str]) -> None:
        super().__init__(" ".join(bezwaren))
        self.bezwaren = bezwaren


def neem_aanbod_over(inhoud: bytes, peildatum: date, toch: bool = False, door: User | None = None) -> Aanbod:
    """Read an overview, join it to our codes, and serve it from the next request on; return what was taken over.

    Raises Tabelfout when the file is not as it should be, and, but for `toch`, NietOvergenomen when it has much less
    than the one that is served. Then nothing changes.
    """
    opleidingen = list(Opleiding.objects.exclude(code=""))
    hand = {eenheid: rij.code for rij in opleidingen for eenheid in rij.eigen_eenheden()}
    nieuw = maak(koppel(lees_ho(inhoud), hand), _codes(opleidingen), peildatum)
    oud = nieuwste(BIJLAGE)
    if not toch and (waarom := bezwaren(lees(oud.inhoud) if oud else None, nieuw)):
        raise NietOvergenomen(waarom)
    neem_over(BIJLAGE, schrijf(nieuw), door)
    return nieuw


def _codes(opleidingen: Iterable[Opleiding]) -> set[str]:
    """Return the codes that are asked for: those of the working copy, and of the edition that is served."""
    geserveerd = huidig.pad.alle(Rij).values() if huidig.pad else ()
    return {rij.code for rij in (*opleidingen, *geserveerd)} - {""}
