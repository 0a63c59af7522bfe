"""The guides, as an edition has them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse

from uitgave.pad import Pad, eens
from werkgevers.document import Gids, Gidslink, Gidsstap, Gidstekst, Taak, Werkgevers
from werkgevers.keuzes import Partij


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
    verdeeld = [_verdeeld(stap) for stap in stappen]
    return {gids: delen for gids in rijen if (delen := _delen(gids, verdeeld))}


class Verdeeld(NamedTuple):
    """A step, with by guide the tasks and the words of its own that it has there, and by reader its links."""

    stap: Gidsstap
    taken: dict[str, tuple[Taak, ...]]
    teksten: dict[str, Gidstekst]
    links: dict[bool, tuple[Gidslink, ...]]  # for a kandidaat: True


def _verdeeld(stap: Gidsstap) -> Verdeeld:
    taken: dict[str, tuple[Taak, ...]] = {}
    for taak in stap.taken:
        taken[taak.gids] = (*taken.get(taak.gids, ()), taak)
    teksten = {tekst.gids: tekst for tekst in stap.teksten}
    return Verdeeld(
        stap, taken, teksten, {True: tuple(link for link in stap.links if link.voor_kandidaat), False: stap.links}
    )


def _delen(gids: Gids, stappen: Iterable[Verdeeld]) -> tuple[Gidsdeel, ...]:
    """Return the steps that are in a guide; one with words of its own for them has numbers of its own too."""
    erin = [stap for stap in stappen if gids.volledig or gids.slug in stap.taken]
    eigen = any(gids.slug in stap.teksten for stap in erin)
    return tuple(_deel(gids, stap, plek if eigen else stap.stap.nummer) for plek, stap in enumerate(erin, start=1))


def _deel(gids: Gids, deel: Verdeeld, nummer: int) -> Gidsdeel:
    eigen = deel.teksten.get(gids.slug, deel.stap)
    return Gidsdeel(
        deel.stap, nummer, eigen.naam, eigen.waarom, deel.taken.get(gids.slug, ()), deel.links[gids.voor_kandidaat]
    )


def te_openen(pad: Pad, gids: Gids) -> bool:
    """True when a guide can be opened: one for employers only where the edition has texts for them."""
    return gids.voor_kandidaat or pad.enige(Werkgevers) is not None


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


def te_lezen(alle: Gidsen) -> dict[str, tuple[Gids, Gidsdeel]]:
    """Return by the slug of a step in which guide to read it, and what is there: one with all steps where there is one.

    A step that is in no guide is not there.
    """
    gevonden: dict[str, tuple[Gids, Gidsdeel]] = {}
    for gids in sorted(alle, key=lambda gids: not gids.volledig):
        for deel in alle[gids]:
            gevonden.setdefault(deel.stap.slug, (gids, deel))
    return gevonden


def partij_van(gids: Gids, taak: Taak) -> Partij:
    """Return who does a task: whom it names, else the reader of its guide."""
    if taak.partij:
        return taak.partij
    if gids.volledig:
        return Partij.PROJECTGROEP
    return Partij.KANDIDAAT if gids.voor_kandidaat else Partij.WERKGEVER


def taken_van(pad: Pad, partij: Partij) -> dict[str, list[tuple[Gids, tuple[Taak, ...]]]]:
    """Return what a party does, by the slug of the step: its tasks, with the guide where they stand."""
    gevonden: dict[str, list[tuple[Gids, tuple[Taak, ...]]]] = {}
    for gids, delen in gidsen(pad).items():
        for deel in delen:
            if eigen := tuple(taak for taak in deel.taken if partij_van(gids, taak) == partij):
                gevonden.setdefault(deel.stap.slug, []).append((gids, eigen))
    return gevonden
