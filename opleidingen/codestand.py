"""What a register says of a code, as one of seven states. Pure: recognitions in, a state out.

That a name or a code stands in a list proves nothing: a list holds old and new ones alike. Only its days count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stand(StrEnum):
    """What is known of a code."""

    GELDIG = "geldig"
    STOPT = "stopt"
    VERVANGEN = "vervangen"
    NIET_BEKOSTIGD = "niet-bekostigd"
    BEEINDIGD = "beeindigd"
    NIET_GEVONDEN = "niet-gevonden"
    ONBEKEND = "onbekend"


# How an editor reads it, before a day or another code.
WOORDEN = {
    Stand.GELDIG: "geldig",
    Stand.STOPT: "instroom stopt op",
    Stand.VERVANGEN: "vervangen door",
    Stand.NIET_BEKOSTIGD: "niet bekostigd",
    Stand.BEEINDIGD: "beëindigd",
    Stand.NIET_GEVONDEN: "niet gevonden",
    Stand.ONBEKEND: "niet gecontroleerd",
}


@dataclass(frozen=True)
class Erkend:
    """One recognition of a code: from when, and from which day nobody can begin and it is over. None is not known."""

    vanaf: date | None = None
    instroom_tot: date | None = None
    einde: date | None = None
    bekostigd: bool | None = None


@dataclass(frozen=True)
class Codestand:
    """The state of a code, the day from which nobody can begin or on which it begins, and the code of its successor."""

    stand: Stand
    dag: date | None = None
    opvolger: str = ""

    def __str__(self) -> str:
        woorden, dag = WOORDEN[self.stand], f"{self.dag:%d-%m-%Y}" if self.dag else ""
        match self.stand:
            case Stand.STOPT:
                return f"{woorden} {dag}"
            case Stand.VERVANGEN:
                return f"{woorden} {self.opvolger}" + (f" (instroom tot {dag})" if dag else "")
            case Stand.BEEINDIGD if dag:
                return f"{woorden} op {dag}"
            case Stand.GELDIG if dag:
                return f"{woorden} vanaf {dag}"
        return woorden

    @property
    def sluit(self) -> date | None:
        """The first day on which nobody can begin any more; None when nothing says so."""
        return self.dag if self.stand in (Stand.STOPT, Stand.VERVANGEN, Stand.BEEINDIGD) else None


def bepaal(erkend: Sequence[Erkend], vandaag: date, opvolger: str = "") -> Codestand:
    """Return the state of a code of which these are all recognitions; `opvolger` is the code that editors know of.

    It is as good as its best recognition: a school that stops does not end the code of others.
    """
    if not erkend:
        return Codestand(Stand.NIET_GEVONDEN)
    nu = [rij for rij in erkend if rij.einde is None or rij.einde > vandaag]
    dagen = [min(filter(None, (rij.instroom_tot, rij.einde)), default=None) for rij in nu or erkend]
    sluit = None if None in dagen else max(filter(None, dagen))
    if sluit:
        if opvolger:
            return Codestand(Stand.VERVANGEN, sluit, opvolger)
        return Codestand(Stand.STOPT if nu else Stand.BEEINDIGD, sluit)
    if all(rij.bekostigd is False for rij in nu):
        return Codestand(Stand.NIET_BEKOSTIGD)
    begin = min(rij.vanaf or date.min for rij in nu)
    return Codestand(Stand.GELDIG, begin if begin > vandaag else None)
