"""The datasets that tell who offers what: one for each stelsel. Pure: no Django.

Names are those of the portal, and of the files there.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from aanbod.document import Aanbod, Stelsel, maak
from aanbod.ho import lees_ho
from aanbod.koppelen import Hand, koppel
from aanbod.mbo import lees_cohorten, lees_mbo


@dataclass(frozen=True)
class Vraag:
    """What is asked of a dataset: the offers of these codes, on a day; `hand` has the units that editors joined."""

    codes: Collection[str]
    hand: Hand
    peildatum: date


Bestanden = Mapping[str, BinaryIO]  # by name


@dataclass(frozen=True)
class Dataset:
    """A dataset of the portal, with the names of its files, and what makes them into what is served.

    The first of its files must be there. `welk` says in Dutch about which opleidingen it is.
    """

    stelsel: Stelsel
    naam: str
    bestanden: tuple[str, ...]
    welk: str
    maak: Callable[[Bestanden, Vraag], Aanbod]


def _ho(bestanden: Bestanden, vraag: Vraag) -> Aanbod:
    return maak(koppel(lees_ho(bestanden[HO.naam]), vraag.hand), vraag.codes, vraag.peildatum)


def _mbo(bestanden: Bestanden, vraag: Vraag) -> Aanbod:
    begin: Mapping[str, date]
    if cohorten := bestanden.get(COHORTEN):
        begin, kolommen = lees_cohorten(cohorten, vraag.peildatum)
        mist = [f"de kolom {naam}" for naam in kolommen]
    else:
        begin, mist = {}, [f"het bestand {COHORTEN}"]
    rijen = lees_mbo(bestanden[MBO.naam], begin)
    gezocht = (rij for rij in rijen if rij.code in vraag.codes or rij.eenheid in vraag.hand)
    return maak(koppel(gezocht, vraag.hand), vraag.codes, vraag.peildatum, mist)


COHORTEN = "mbo_opleidingsaanbod_cohorten"
HO = Dataset(
    Stelsel.HO, "ho_opleidingsoverzicht", ("ho_opleidingsoverzicht",), "hbo-opleidingen die de overheid betaalt", _ho
)
MBO = Dataset(Stelsel.MBO, "mbo_opleidingsaanbod", ("mbo_opleidingsaanbod", COHORTEN), "mbo-opleidingen", _mbo)
DATASETS = {dataset.stelsel: dataset for dataset in (HO, MBO)}
