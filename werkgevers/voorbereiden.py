"""The pages to prepare a conversation with: for one of the two, the questions of all steps, to print or to share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from functies.reis import Weg
from uitgave.pad import Pad
from werkgevers.document import Gespreksvraag
from werkgevers.gesprekspagina import Afsprakenstap, Beginstap, Doelstap, Gesprek
from werkgevers.keuzes import Lezer, Moment, Voor

STAPPEN = (Beginstap, Doelstap, Afsprakenstap)
VOOR = {Lezer.KANDIDAAT: Voor.KANDIDAAT, Lezer.WERKGEVER: Voor.WERKGEVER}
Vragen = list[tuple[Voor, list[Gespreksvraag]]]


@dataclass(frozen=True)
class Voorbereiding:
    """What `lezer` thinks about beforehand; the choices are those of a conversation."""

    lezer: Lezer
    stappen: tuple[Gesprek, ...]

    @classmethod
    def uit(cls, pad: Pad, vraag: Mapping[str, Sequence[str]], vandaag: date, lezer: Lezer) -> "Voorbereiding":
        """Read the choices from a query string, as the steps of a conversation do."""
        return cls(lezer, tuple(stap.uit(pad, vraag, vandaag) for stap in STAPPEN))

    @property
    def voor_kandidaat(self) -> bool:
        return self.lezer == Lezer.KANDIDAAT

    @property
    def adres(self) -> str:
        return self.stappen[0].adres

    @property
    def onbekend(self) -> tuple[str, ...]:
        return self.stappen[0].onbekend

    @property
    def weg(self) -> Weg | None:
        """The way to the goal, when there is one."""
        return self.stappen[0].weg

    @property
    def wens(self) -> str:
        """Where it leads, in words, when that is no single way."""
        return "" if self.weg else self.stappen[0].wens_in_woorden

    @property
    def vragen(self) -> list[tuple[Moment, Vragen]]:
        """The questions for this reader and for both together, by the step where they are asked."""
        wie = {VOOR[self.lezer], Voor.SAMEN}
        per_stap = [
            (stap.moment, [(voor, rijen) for voor, rijen in stap.vragen if voor in wie]) for stap in self.stappen
        ]
        return [(moment, groepen) for moment, groepen in per_stap if moment and groepen]
