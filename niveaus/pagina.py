"""What the page about levels shows: each level with what stands there, the ways to grow, and the trajecten."""

from dataclasses import dataclass

from functies.document import Functie
from functies.keuzes import Stapsoort
from functies.netwerk import niveau_van, richtingen
from niveaus.document import Groeiwijze, Niveauuitleg, Traject, Trajectstap
from niveaus.trap import Trede, trap
from opleidingen.document import Niveau, Opleiding
from opleidingen.geldig import is_over
from uitgave.pad import Pad


@dataclass(frozen=True)
class Niveaurij:
    """A level, what it means, and the functies, trajecten and opleidingen to begin with that stand there."""

    niveau: Niveau
    uitleg: Niveauuitleg | None
    functies: tuple[Functie, ...]
    opleidingen: tuple[Opleiding, ...]
    trajecten: tuple[Traject, ...]


@dataclass(frozen=True)
class Groei:
    """A way to grow, with the steps of that kind on the map."""

    wijze: Groeiwijze
    stappen: tuple[tuple[Functie, Functie], ...]


@dataclass(frozen=True)
class Niveaupagina:
    rijen: tuple[Niveaurij, ...]
    groei: tuple[Groei, ...]
    trajecten: tuple[tuple[Traject, tuple[Trede[Trajectstap], ...]], ...]

    @property
    def met_indicatie(self) -> bool:
        """True when the number of some level is an indication."""
        return any(rij.uitleg and rij.uitleg.indicatie for rij in self.rijen)


def niveaupagina(pad: Pad) -> Niveaupagina | None:
    """Return the levels at which something stands, from low to high; None when there is nothing to tell of them."""
    uitleg = {rij.niveau: rij for rij in pad.alle(Niveauuitleg).values()}
    groeiwijzen, trajecten = pad.alle(Groeiwijze).values(), pad.alle(Traject).values()
    if not (uitleg or groeiwijzen or trajecten):
        return None
    rijen = (_rij(pad, niveau, uitleg.get(niveau.slug)) for niveau in pad.alle(Niveau).values())
    return Niveaupagina(
        rijen=tuple(rij for rij in rijen if rij.uitleg or rij.functies or rij.opleidingen),
        groei=tuple(Groei(wijze, _stappen(pad, wijze.soort)) for wijze in groeiwijzen),
        trajecten=tuple((rij, tuple(trap(rij.stappen))) for rij in trajecten),
    )


def _rij(pad: Pad, niveau: Niveau, uitleg: Niveauuitleg | None) -> Niveaurij:
    functies, opleidingen = pad.alle(Functie).values(), pad.alle(Opleiding).values()
    return Niveaurij(
        niveau,
        uitleg,
        functies=tuple(rij for rij in functies if niveau in niveau_van(pad, rij).niveaus),
        opleidingen=tuple(rij for rij in opleidingen if rij.op_niveau == niveau.slug and not is_over(pad, rij.slug)),
        trajecten=tuple(rij for rij in pad.alle(Traject).values() if rij.niveau == niveau.slug),
    )


def _stappen(pad: Pad, soort: Stapsoort) -> tuple[tuple[Functie, Functie], ...]:
    functies = pad.alle(Functie)
    return tuple((functies[van], functies[naar]) for van, naar, stap in richtingen(pad) if stap.soort == soort)
