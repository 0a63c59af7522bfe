"""The guides, as an edition has them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse

from uitgave.pad import Pad, eens
from werkgevers.document import Gids, Gidslink, Gidsstap, Taak


class Gidsdeel(NamedTuple):
    """A step of a guide, with what this guide has of it: its number, its name, why it is there, what to do."""

    stap: Gidsstap
    nummer: int
    naam: str
    waarom: str
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
    """Return the steps that are in a guide; one with words of its own for them has numbers of its own too."""
    erin = [stap for stap in stappen if gids.volledig or any(taak.gids == gids.slug for taak in stap.taken)]
    eigen = any(tekst.gids == gids.slug for stap in erin for tekst in stap.teksten)
    return tuple(_deel(gids, stap, plek if eigen else stap.nummer) for plek, stap in enumerate(erin, start=1))


def _deel(gids: Gids, stap: Gidsstap, nummer: int) -> Gidsdeel:
    eigen = next((tekst for tekst in stap.teksten if tekst.gids == gids.slug), stap)
    return Gidsdeel(
        stap=stap,
        nummer=nummer,
        naam=eigen.naam,
        waarom=eigen.waarom,
        taken=tuple(taak for taak in stap.taken if taak.gids == gids.slug),
        links=tuple(link for link in stap.links if link.voor_kandidaat or not gids.voor_kandidaat),
    )


def ruimte(gids: Gids) -> str:
    """Return the app whose pages a guide stands with: those of its reader."""
    return "beginnen" if gids.voor_kandidaat else "werkgevers"


def gids_adres(gids: Gids) -> str:
    """Return where to read a guide."""
    return reverse(f"{ruimte(gids)}:gids", args=[gids.slug])


def voor_lezer(alle: Gidsen, kandidaat: bool) -> Gidsen:
    """Return the guides that a kandidaat reads, or those of an employer."""
    return {gids: delen for gids, delen in alle.items() if gids.voor_kandidaat == kandidaat}


def hoofdgids(alle: Gidsen) -> Gids | None:
    """Return the guide with all steps; None when there is none."""
    return next((gids for gids in alle if gids.volledig), None)


def gids_met(alle: Gidsen, stap: str) -> Gids | None:
    """Return the guide in which to read the step with this slug: one with all steps where there is one."""
    met = [gids for gids, delen in alle.items() if any(deel.stap.slug == stap for deel in delen)]
    return min(met, key=lambda gids: not gids.volledig, default=None)
