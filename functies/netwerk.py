"""What is made once of an edition: its network of steps, what each functie asks, and its map."""

from collections.abc import Iterable, Iterator
from typing import Any

from functies.banen import beste_volgorde
from functies.document import Doorgroei, Functie, Werkveld
from functies.kaart import Kaart, Knoop, omgeving, overzicht, teken
from functies.keuzes import Rol
from functies.routes import Netwerk
from functies.weg import Vraagt, Wegwijzer
from opleidingen.document import Opleiding, Voortbouw
from opleidingen.geldig import opvolgers
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
        opvolgers={slug: opvolgers(pad, slug) for slug in pad.alle(Opleiding)},
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


def buren_van(pad: Pad, werkveld: str) -> set[str]:
    """The functies of other werkvelden with a step into this one, or out of it."""
    eigen = _eigen(pad, werkveld)
    over_de_grens = [(van, naar) for van, naar, _ in richtingen(pad) if (van in eigen) != (naar in eigen)]
    return {slug for stap in over_de_grens for slug in stap} - eigen


def _eigen(pad: Pad, werkveld: str) -> set[str]:
    return {rij.slug for rij in pad.alle(Functie).values() if rij.werkveld == werkveld}


def kaart_van(pad: Pad, werkveld: str, ook: Functie | None = None) -> Kaart:
    """The map of one werkveld with what leads into it and out of it, and of the functie `ook` when that lies elsewhere.

    Of two functies outside it the step between them is left out. Where all that is too large to read, it is the
    werkveld alone.
    """
    eigen = _eigen(pad, werkveld)
    stappen = [(van, naar) for van, naar, _ in richtingen(pad) if van in eigen or naar in eigen]
    alleen = eigen | ({ook.slug} if ook else set())
    kaart = _teken(pad, alleen | buren_van(pad, werkveld), stappen)
    return kaart if kaart.past else _teken(pad, alleen, stappen)


@eens
def telling(pad: Pad) -> dict[str, dict[int | None, int]]:
    """How many functies each werkveld has of each level."""
    return overzicht(_knopen(pad, pad.alle(Functie)), list(pad.alle(Werkveld)))


def rustigste_volgorde(pad: Pad) -> list[str]:
    """The slugs of the werkvelden in the order in which lines cross least; as they stand when no order is better."""
    stappen = [(van, naar) for van, naar, _ in richtingen(pad)]
    return beste_volgorde(_knopen(pad, pad.alle(Functie)), stappen, list(pad.alle(Werkveld)))


def _teken(pad: Pad, slugs: Iterable[str], stappen: Iterable[tuple[str, str]] | None = None) -> Kaart:
    if stappen is None:
        stappen = [(van, naar) for van, naar, _ in richtingen(pad)]
    return teken(_knopen(pad, slugs), stappen, list(pad.alle(Werkveld)))


def _knopen(pad: Pad, slugs: Iterable[str]) -> list[Knoop]:
    functies = pad.alle(Functie)
    return [Knoop(slug, niveau_van(pad, functies[slug]).trede, functies[slug].werkveld) for slug in slugs]
