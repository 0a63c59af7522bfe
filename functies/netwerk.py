"""What is made once of an edition: its network of steps, what each functie asks, and its map."""

from collections.abc import Iterable, Iterator
from typing import Any

from functies.document import Doorgroei, Functie, Werkveld
from functies.kaart import Kaart, Knoop, omgeving, teken
from functies.keuzes import Rol
from functies.routes import Netwerk
from functies.weg import Vraagt, Wegwijzer
from opleidingen.document import Voortbouw
from opleidingen.niveaus import Bereik, bereik
from uitgave.pad import Pad, eens


def niveau_van(pad: Pad, functie: Functie) -> Bereik:
    """Return the level of a functie: none that is known, one, or a range."""
    return bereik(pad, functie.vanaf_niveau, functie.tot_niveau)


def richtingen(pad: Pad) -> Iterator[tuple[str, str, Doorgroei]]:
    """Yield each way in which a step can be taken, as (from, to, step): a step both ways twice."""
    for stap in pad.alle(Doorgroei).values():
        yield stap.van, stap.naar, stap
        if stap.beide_kanten:
            yield stap.naar, stap.van, stap


@eens
def netwerk(pad: Pad) -> Netwerk:
    """The network of all steps, to find routes and distances in."""
    return Netwerk((van, naar) for van, naar, _ in richtingen(pad))


def groeiorde(pad: Pad, slug: str) -> tuple[Any, ...]:
    """Sort key for functies: by level, and at the same level first the one that others grow from."""
    return niveau_van(pad, pad.alle(Functie)[slug]).orde, len(netwerk(pad).afstanden_naar(slug))


@eens
def wegwijzer(pad: Pad) -> Wegwijzer:
    """What every functie asks and the ways between them, to ask for somebody."""
    richting = list(richtingen(pad))
    voortbouw: dict[str, list[str]] = {}
    for rij in pad.alle(Voortbouw).values():
        voortbouw.setdefault(rij.opleiding, []).append(rij.op)
    return Wegwijzer(
        functies={slug: _vraagt(functie) for slug, functie in pad.alle(Functie).items()},
        stappen=[(van, naar) for van, naar, _ in richting],
        gebruikelijk={(van, naar) for van, naar, stap in richting if stap.gebruikelijk},
        voortbouw=voortbouw,
    )


def _vraagt(functie: Functie) -> Vraagt:
    return Vraagt(
        passend=tuple(link.opleiding for link in functie.opleidingen if link.rol == Rol.PASSEND),
        vereist=tuple(link.opleiding for link in functie.opleidingen if link.rol == Rol.VEREIST),
        eisen=functie.beroepsvereisten,
        competenties=functie.competenties,
    )


@eens
def hele_kaart(pad: Pad) -> Kaart:
    """The map of all functies."""
    return _teken(pad, pad.alle(Functie))


def kaart_rond(pad: Pad, slug: str) -> Kaart:
    """The map of the functie `slug` with those that lead to it and those it leads to."""
    return _teken(pad, omgeving(slug, ((stap.van, stap.naar) for stap in pad.alle(Doorgroei).values())))


def kaart_van(pad: Pad, werkveld: str, ook: Functie | None = None) -> Kaart:
    """The map of one werkveld, and of the functie `ook` when that lies elsewhere."""
    return _teken(pad, (rij.slug for rij in pad.alle(Functie).values() if rij.werkveld == werkveld or rij is ook))


def _teken(pad: Pad, slugs: Iterable[str]) -> Kaart:
    functies = pad.alle(Functie)
    niveaus = {slug: niveau_van(pad, functie) for slug, functie in functies.items()}
    knopen = [Knoop(slug, niveaus[slug].trede, functies[slug].werkveld) for slug in slugs]
    return teken(knopen, [(van, naar) for van, naar, _ in richtingen(pad)], list(pad.alle(Werkveld)))
