"""The Pad: one edition, ready to be shown. Read-only, in memory, without the database."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any, NamedTuple

from functies.kaart import Kaart, Knoop, omgeving, teken
from functies.models import Rol
from functies.routes import Netwerk
from functies.zoeken import Index
from ontwikkelpad.document import (
    Beroepsvereiste,
    Competentie,
    Doorgroei,
    Functie,
    Gidslink,
    Gidsstap,
    Opleiding,
    Taak,
    Uitgave,
    Verhaal,
    Werkveld,
)
from ontwikkelpad.zoekindex import zoekindex
from werkgevers.models import Versie

BLADZIJDEN = 500  # rendered pages kept at most, about 50 kB each


@dataclass(frozen=True)
class Stap:
    """A doorgroei seen from one functie: the functie at the other end, and the step itself."""

    functie: Functie
    doorgroei: Doorgroei


@dataclass(frozen=True)
class Vakopleiding:
    """An opleiding as one functie asks it."""

    opleiding: Opleiding
    toelichting: str


@dataclass(frozen=True)
class Paneel:
    """One functie with everything that belongs to it."""

    functie: Functie
    werkveld: Werkveld
    beroepsvereisten: tuple[Beroepsvereiste, ...]
    vereist: tuple[Vakopleiding, ...]
    passend: tuple[Vakopleiding, ...]
    competenties: tuple[Competentie, ...]
    vervolg: tuple[Stap, ...]
    vooraf: tuple[Stap, ...]
    verhalen: tuple[Verhaal, ...]


class Gidsdeel(NamedTuple):
    """A step of the guide, with what one version of the guide has of it."""

    stap: Gidsstap
    taken: tuple[Taak, ...]
    links: tuple[Gidslink, ...]


class Pad:
    """An edition with its indexes. Its documents never change, so neither does anything here."""

    def __init__(self, uitgave: Uitgave) -> None:
        document = uitgave.document
        self.uitgave = uitgave
        self.geschiedenis = uitgave.geschiedenis
        self.ontwikkelpad = document.ontwikkelpad
        self.functies = {rij.slug: rij for rij in document.functies}
        self.werkvelden = {rij.slug: rij for rij in document.werkvelden}
        self.beroepsvereisten = {rij.slug: rij for rij in document.beroepsvereisten}
        self.competenties = {rij.slug: rij for rij in document.competenties}
        self.opleidingen = {rij.slug: rij for rij in document.opleidingen}
        self.verhalen = {rij.slug: rij for rij in document.verhalen}
        self.werkgevers = document.werkgevers
        self.doelgroepen = {rij.slug: rij for rij in document.doelgroepen}
        self.leerwegen = {rij.slug: rij for rij in document.leerwegen}
        self.regelingen = {rij.slug: rij for rij in document.regelingen}
        self.contactpunten = {rij.slug: rij for rij in document.contactpunten}
        self.gespreksvragen = {rij.slug: rij for rij in document.gespreksvragen}
        self.begeleiding = {rij.slug: rij for rij in document.begeleiding}
        self.gidsstappen = {rij.slug: rij for rij in document.gidsstappen}
        self.gidsen: dict[str, tuple[Gidsdeel, ...]] = {  # by Versie
            versie: delen for versie in Versie if (delen := self._gids(versie))
        }
        self.artikelen = {rij.slug: rij for rij in document.artikelen}
        self.doorgroei = document.doorgroei
        self.netwerk = Netwerk((stap.van, stap.naar) for stap in self.doorgroei)
        self.kaart = self._teken(self.functies)
        self.bladzijden = Bladzijden(BLADZIJDEN)

    @cached_property
    def zoekindex(self) -> Index:
        """The search. It takes longer to make than all the rest, and most previews do without."""
        document = self.uitgave.document
        return zoekindex(document, [(rij.woord, rij.betekenis) for rij in document.synoniemen])

    def _gids(self, versie: Versie) -> tuple[Gidsdeel, ...]:
        """Return one version of the guide: all steps for a region, else those with something to do in it."""
        delen = (
            Gidsdeel(
                stap,
                tuple(taak for taak in stap.taken if taak.versie == versie),
                tuple(link for link in stap.links if versie != Versie.KANDIDAAT or link.voor_kandidaat),
            )
            for stap in self.gidsstappen.values()
        )
        return tuple(deel for deel in delen if deel.taken or versie == Versie.REGIO)

    def kaart_rond(self, slug: str) -> Kaart:
        """The map of the functie `slug` with those that lead to it and those it leads to."""
        return self._teken(omgeving(slug, self._pijlen()))

    def kaart_van(self, werkveld: str, ook: Functie | None = None) -> Kaart:
        """The map of one werkveld, and of the functie `ook` when that lies elsewhere."""
        return self._teken(rij.slug for rij in self.functies.values() if rij.werkveld == werkveld or rij is ook)

    def paneel(self, slug: str) -> Paneel:
        """Return everything about one functie. Raises KeyError when there is no such functie."""
        functie = self.functies[slug]
        return Paneel(
            functie=functie,
            werkveld=self.werkvelden[functie.werkveld],
            beroepsvereisten=tuple(self.beroepsvereisten[vereiste] for vereiste in functie.beroepsvereisten),
            vereist=self._opleidingen(functie, Rol.VEREIST),
            passend=self._opleidingen(functie, Rol.PASSEND),
            competenties=tuple(self.competenties[competentie] for competentie in functie.competenties),
            vervolg=self._stappen((stap.naar, stap) for stap in self.doorgroei if stap.van == slug),
            vooraf=self._stappen((stap.van, stap) for stap in self.doorgroei if stap.naar == slug),
            verhalen=tuple(verhaal for verhaal in self.verhalen.values() if verhaal.functie == slug),
        )

    def functies_met(self, opleiding: str, *rollen: Rol) -> tuple[Functie, ...]:
        """The functies for which the opleiding with this slug has one of these roles, or any."""
        return tuple(
            functie
            for functie in self.functies.values()
            if any(link.opleiding == opleiding and link.rol in (rollen or Rol) for link in functie.opleidingen)
        )

    def _opleidingen(self, functie: Functie, rol: Rol) -> tuple[Vakopleiding, ...]:
        return tuple(
            Vakopleiding(self.opleidingen[link.opleiding], link.toelichting)
            for link in functie.opleidingen
            if link.rol == rol
        )

    def _stappen(self, paren: Iterable[tuple[str, Doorgroei]]) -> tuple[Stap, ...]:
        """Turn (slug at the other end, step) into Stappen, in the order of the functies."""
        stappen = dict(paren)
        return tuple(Stap(functie, stappen[slug]) for slug, functie in self.functies.items() if slug in stappen)

    def _pijlen(self) -> list[tuple[str, str]]:
        return [(stap.van, stap.naar) for stap in self.doorgroei]

    def _teken(self, slugs: Iterable[str]) -> Kaart:
        knopen = [Knoop(slug, self.functies[slug].niveau, self.functies[slug].werkveld) for slug in slugs]
        return teken(knopen, self._pijlen(), list(self.werkvelden))


class Bladzijden:
    """Rendered pages of one edition: the last `grens` that were used. They vanish with their Pad."""

    def __init__(self, grens: int) -> None:
        self._grens = grens
        self._inhoud: OrderedDict[Hashable, Any] = OrderedDict()
        self._slot = Lock()

    def __len__(self) -> int:
        return len(self._inhoud)

    def haal(self, sleutel: Hashable) -> Any:
        """Return what was kept under `sleutel`, or None."""
        with self._slot:
            if sleutel in self._inhoud:
                self._inhoud.move_to_end(sleutel)
            return self._inhoud.get(sleutel)

    def bewaar(self, sleutel: Hashable, bladzijde: Any) -> None:
        with self._slot:
            self._inhoud[sleutel] = bladzijde
            self._inhoud.move_to_end(sleutel)
            while len(self._inhoud) > self._grens:
                self._inhoud.popitem(last=False)
