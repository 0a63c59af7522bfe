"""The guides, as an edition has them."""

from collections.abc import Iterable
from typing import NamedTuple

from uitgave.pad import Pad, eens
from werkgevers.document import Gids, Gidslink, Gidsstap, Taak


class Gidsdeel(NamedTuple):
    """A step of a guide, with what this guide has of it."""

    stap: Gidsstap
    taken: tuple[Taak, ...]
    links: tuple[Gidslink, ...]


Gidsen = dict[Gids, tuple[Gidsdeel, ...]]


@eens
def gidsen(pad: Pad) -> Gidsen:
    """Return the guides that have something to read, each with its steps."""
    return maak_gidsen(pad.alle(Gids).values(), pad.alle(Gidsstap).values())


def maak_gidsen(rijen: Iterable[Gids], stappen: Iterable[Gidsstap]) -> Gidsen:
    """Return each guide that has one of `stappen` in it, with its steps, in the order given."""
    return {gids: delen for gids in rijen if (delen := _delen(gids, stappen))}


def _delen(gids: Gids, stappen: Iterable[Gidsstap]) -> tuple[Gidsdeel, ...]:
    delen = (
        Gidsdeel(
            stap,
            tuple(taak for taak in stap.taken if taak.gids == gids.slug),
            tuple(link for link in stap.links if link.voor_kandidaat or not gids.voor_kandidaat),
        )
        for stap in stappen
    )
    return tuple(deel for deel in delen if deel.taken or gids.volledig)


def hoofdgids(alle: Gidsen) -> Gids | None:
    """Return the guide with all steps; None when there is none."""
    return next((gids for gids in alle if gids.volledig), None)


def gids_met(alle: Gidsen, stap: str) -> Gids | None:
    """Return the guide in which to read the step with this slug: one with all steps where there is one."""
    met = [gids for gids, delen in alle.items() if any(deel.stap.slug == stap for deel in delen)]
    return min(met, key=lambda gids: not gids.volledig, default=None)
