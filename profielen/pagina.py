"""What the page of a profiel shows: its rollen of which one is open, its treden, and what goes along from it."""

from dataclasses import dataclass
from functools import cached_property

from functies.document import Competentie, Competentiegebied, Functie, Werkveld
from profielen.bloem import bloem
from profielen.document import Kernbegrip, Profiel, Profielcompetentie, Profielrol, Trede
from profielen.keuzes import Antwoord
from uitgave.pad import Pad


@dataclass(frozen=True)
class Vraag:
    """A competentie of the self-check, with its arc in the picture, and the one of the functie that is the same."""

    competentie: Profielcompetentie
    boog: str
    mee: Competentie | None


@dataclass(frozen=True)
class Rol:
    """A rol with all that belongs to it; `nummer` is its place, from 1."""

    nummer: int
    rij: Profielrol
    gebied: Competentiegebied
    vragen: tuple[Vraag, ...]
    begrippen: tuple[Kernbegrip, ...]


@dataclass(frozen=True)
class Profielpagina:
    """A profiel with one rol open; `onbekend` is a rol that it does not have."""

    pad: Pad
    profiel: Profiel
    gevraagd: str = ""
    antwoorden = tuple(Antwoord)

    @property
    def functie(self) -> Functie:
        return self.pad.alle(Functie)[self.profiel.functie]

    @property
    def werkveld(self) -> Werkveld:
        return self.pad.alle(Werkveld)[self.functie.werkveld]

    @cached_property
    def rollen(self) -> tuple[Rol, ...]:
        rijen = [rij for rij in self.pad.alle(Profielrol).values() if rij.profiel == self.profiel.slug]
        begrippen = [rij for rij in self.pad.alle(Kernbegrip).values() if rij.profiel == self.profiel.slug]
        bogen = bloem([len(rij.competenties) for rij in rijen]) or [[""] * len(rij.competenties) for rij in rijen]
        return tuple(
            Rol(
                nummer,
                rij,
                self.pad.alle(Competentiegebied)[rij.competentiegebied],
                tuple(map(self._vraag, rij.competenties, van_rol)),
                tuple(begrip for begrip in begrippen if rij.competentiegebied in begrip.gebieden),
            )
            for nummer, (rij, van_rol) in enumerate(zip(rijen, bogen, strict=True), start=1)
        )

    @property
    def getekend(self) -> bool:
        """True when the rollen can be drawn: then a list lies under the picture."""
        return any(vraag.boog for rol in self.rollen for vraag in rol.vragen)

    @property
    def open(self) -> Rol | None:
        """The rol that was asked for, or the first."""
        gevraagd = (rol for rol in self.rollen if rol.gebied.slug == self.gevraagd)
        return next(gevraagd, None) or next(iter(self.rollen), None)

    @property
    def vorige(self) -> Rol | None:
        return self._buur(-1)

    @property
    def volgende(self) -> Rol | None:
        return self._buur(1)

    @property
    def onbekend(self) -> tuple[str, ...]:
        bekend = {"", *(rol.gebied.slug for rol in self.rollen)}
        return () if self.gevraagd in bekend else (self.gevraagd,)

    @property
    def aantal_vragen(self) -> int:
        """How many competenties the self-check asks about."""
        return sum(len(rol.vragen) for rol in self.rollen)

    @property
    def mee(self) -> bool:
        """True when something can go along to the conversation."""
        return any(vraag.mee for rol in self.rollen for vraag in rol.vragen)

    @property
    def treden(self) -> list[Trede]:
        return [rij for rij in self.pad.alle(Trede).values() if rij.profiel == self.profiel.slug]

    def _vraag(self, competentie: Profielcompetentie, boog: str) -> Vraag:
        mee = competentie.competentie if competentie.competentie in self.functie.competenties else None
        return Vraag(competentie, boog, self.pad.alle(Competentie)[mee] if mee else None)

    def _buur(self, stap: int) -> Rol | None:
        """Return the rol before or after the open one; None at either end."""
        plek = self.open.nummer + stap if self.open else 0
        return next((rol for rol in self.rollen if rol.nummer == plek), None)
