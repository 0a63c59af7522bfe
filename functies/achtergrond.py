"""What somebody can become with the opleiding they have now: what fits, and what lies some steps further."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from functies.document import Beroepsvereiste, Functie
from functies.keuzes import Rol
from functies.netwerk import netwerk
from functies.paneel import functies_met
from opleidingen.document import Opleiding
from uitgave.pad import Pad

GEEN = "geen"  # the value in the address for: no diploma in this sector
PAST, VERDER, ANDERS = "past", "verder", "anders"
TELWOORD = {1: "één stap", 2: "twee stappen", 3: "drie stappen"}


def kiesbare_opleidingen(pad: Pad) -> dict[str, Opleiding]:
    """The opleidingen that somebody can have to begin with, by slug; diploma's without a level come on top of one."""
    links = (link for functie in pad.alle(Functie).values() for link in functie.opleidingen)
    passend = {link.opleiding for link in links if link.rol == Rol.PASSEND}
    return {slug: rij for slug, rij in pad.alle(Opleiding).items() if rij.op_niveau or slug in passend}


@dataclass(frozen=True)
class Stand:
    """What one functie is to this background: `soort`, in words, with what else it asks."""

    soort: str
    woorden: str
    ook_nodig: tuple[str, ...] = ()
    route: tuple[Functie, ...] = ()


@dataclass(frozen=True)
class Achtergrond:
    """The opleiding that somebody has; None for no diploma at all."""

    pad: Pad
    opleiding: Opleiding | None

    @cached_property
    def past(self) -> tuple[Functie, ...]:
        return functies_met(self.pad, self.opleiding.slug, Rol.PASSEND) if self.opleiding else ()

    @cached_property
    def _begin(self) -> list[str]:
        return [functie.slug for functie in self.past]

    @cached_property
    def _afstanden(self) -> dict[str, int]:
        return netwerk(self.pad).afstanden(self._begin)

    @cached_property
    def _gewoon(self) -> set[str]:
        """What every functie asks, such as a VOG: no news for one of them."""
        alle = Counter(eis for functie in self.pad.alle(Functie).values() for eis in functie.beroepsvereisten)
        return {eis for eis, aantal in alle.items() if aantal == len(self.pad.alle(Functie))}

    def ook_nodig(self, functie: Functie) -> tuple[str, ...]:
        """The names of what this functie asks besides an opleiding that fits."""
        diplomas = [link.opleiding for link in functie.opleidingen if link.rol == Rol.VEREIST]
        eisen = [eis for eis in functie.beroepsvereisten if eis not in self._gewoon]
        namen = [self.pad.alle(Opleiding)[slug].naam for slug in diplomas]
        return (*namen, *(self.pad.alle(Beroepsvereiste)[slug].naam for slug in eisen))

    def stand(self, functie: Functie) -> Stand:
        """Say what `functie` is to somebody with this background."""
        aantal = self._afstanden.get(functie.slug)
        if aantal is None:
            return Stand(ANDERS, "Andere opleiding nodig")
        if aantal == 0:
            return Stand(PAST, "Je opleiding past", self.ook_nodig(functie))
        route = tuple(self.pad.alle(Functie)[slug] for slug in netwerk(self.pad).kortste(self._begin, functie.slug))
        return Stand(VERDER, f"{aantal} {'stap' if aantal == 1 else 'stappen'} verder", self.ook_nodig(functie), route)

    def samenvatting(self) -> list[str]:
        """Say in plain sentences what fits and what lies further, without promising."""
        if self.opleiding is None:
            zinnen = ["Zonder diploma in deze sector begin je met een opleiding."]
            met_niveau = any(functie.vanaf_niveau for functie in self.pad.alle(Functie).values())
            return [*zinnen, "Op de kaart staat het niveau erbij."] if met_niveau else zinnen
        if not self.past:
            return ["Deze opleiding past nu niet bij een functie op de kaart."]
        zinnen = [f"Je opleiding past bij {_aantal(len(self.past))}.", *_eisen([*map(self._paar, self.past)])]
        verder = Counter(aantal for aantal in self._afstanden.values() if aantal)
        for stappen, aantal in sorted(verder.items()):
            ligt = "ligt" if aantal == 1 else "liggen"
            zinnen.append(f"{_aantal(aantal, 'andere ')} {ligt} {TELWOORD.get(stappen, f'{stappen} stappen')} verder.")
        return zinnen

    def _paar(self, functie: Functie) -> tuple[str, tuple[str, ...]]:
        return functie.naam, self.ook_nodig(functie)


def _aantal(aantal: int, soort: str = "") -> str:
    return f"{aantal} {soort}functie{'' if aantal == 1 else 's'}"


def _eisen(paren: Sequence[tuple[str, tuple[str, ...]]]) -> list[str]:
    """Say what the functies that fit ask besides: once when it is the same for all."""
    if not any(nodig for _, nodig in paren):
        return []
    if len({nodig for _, nodig in paren}) == 1:
        voor = {1: "Daarvoor", 2: "Voor allebei"}.get(len(paren), "Voor allemaal")
        return [f"{voor} heb je ook nodig: {', '.join(paren[0][1])}."]
    return [f"Voor {naam} heb je ook nodig: {', '.join(nodig)}." for naam, nodig in paren if nodig]
