"""The versions of the guide, as an edition has them."""

from typing import NamedTuple

from uitgave.pad import Pad, eens
from werkgevers.document import Gidslink, Gidsstap, Taak
from werkgevers.keuzes import Versie


class Gidsdeel(NamedTuple):
    """A step of the guide, with what one version of the guide has of it."""

    stap: Gidsstap
    taken: tuple[Taak, ...]
    links: tuple[Gidslink, ...]


@eens
def gidsen(pad: Pad) -> dict[Versie, tuple[Gidsdeel, ...]]:
    """Return the versions that have something to read, each with its steps."""
    return {versie: delen for versie in Versie if (delen := _gids(pad, versie))}


def _gids(pad: Pad, versie: Versie) -> tuple[Gidsdeel, ...]:
    """Return one version of the guide: all steps for a region, else those with something to do in it."""
    delen = (
        Gidsdeel(
            stap,
            tuple(taak for taak in stap.taken if taak.versie == versie),
            tuple(link for link in stap.links if versie != Versie.KANDIDAAT or link.voor_kandidaat),
        )
        for stap in pad.alle(Gidsstap).values()
    )
    return tuple(deel for deel in delen if deel.taken or versie == Versie.REGIO)
