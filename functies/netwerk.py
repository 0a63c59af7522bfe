"""What is made once of an edition: its network of steps, and its map."""

from collections.abc import Iterable

from functies.document import Doorgroei, Functie, Werkveld
from functies.kaart import Kaart, Knoop, omgeving, teken
from functies.routes import Netwerk
from uitgave.pad import Pad, eens


@eens
def netwerk(pad: Pad) -> Netwerk:
    """The network of all steps, to find routes and distances in."""
    return Netwerk(_pijlen(pad))


@eens
def hele_kaart(pad: Pad) -> Kaart:
    """The map of all functies."""
    return _teken(pad, pad.alle(Functie))


def kaart_rond(pad: Pad, slug: str) -> Kaart:
    """The map of the functie `slug` with those that lead to it and those it leads to."""
    return _teken(pad, omgeving(slug, _pijlen(pad)))


def kaart_van(pad: Pad, werkveld: str, ook: Functie | None = None) -> Kaart:
    """The map of one werkveld, and of the functie `ook` when that lies elsewhere."""
    return _teken(pad, (rij.slug for rij in pad.alle(Functie).values() if rij.werkveld == werkveld or rij is ook))


def _pijlen(pad: Pad) -> list[tuple[str, str]]:
    return [(stap.van, stap.naar) for stap in pad.alle(Doorgroei).values()]


def _teken(pad: Pad, slugs: Iterable[str]) -> Kaart:
    functies = pad.alle(Functie)
    knopen = [Knoop(slug, functies[slug].niveau, functies[slug].werkveld) for slug in slugs]
    return teken(knopen, _pijlen(pad), list(pad.alle(Werkveld)))
