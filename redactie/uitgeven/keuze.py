"""What is published when not all of it goes along: an edition, the working copy, and the rows that were chosen.

Rows are compared and put together by their lasting keys, so a row that refers to another which stays as it was
published, refers to it by the address that it has there. Rows inside a row go along with it.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from typing import Any

from uitgave import document as d
from uitgave.soort import Soort, delen, soort_van_rij, unieke_groepen
from uitgave.verschil import VAN_DE_VOLGORDE, Rijsleutel, met_sleutels, op_identiteit
from zoeken.vouwen import gevouwen

Mee = Collection[Rijsleutel]


class Waarom(Enum):
    """Why a row cannot go along, or stay behind, by itself."""

    VERWIJST = "verwijst"  # it refers to a row that stays behind
    GEBRUIKT = "gebruikt"  # it goes away, and a row that stays as it was refers to it
    DUBBEL = "dubbel"  # it gets what another row still has until that one goes along
    ONMISBAAR = "onmisbaar"  # without it there is no site


@dataclass(frozen=True)
class Breuk:
    """What would break: `rij` goes along and cannot without `nodig`, which stays behind."""

    rij: Rijsleutel | None
    nodig: Rijsleutel
    waarom: Waarom


class Vergelijking:
    """Two documents, and by part the rows of each with keys in place of slugs. Without `oud` all of `nieuw` is new.

    With `alles` they hold rows that are in no edition too, and what nothing refers to stays.
    """

    def __init__(self, oud: d.Document | None, nieuw: d.Document, alles: bool = False) -> None:
        self.nieuw, self.alles = nieuw, alles
        met_oud, met_nieuw = oud and met_sleutels(oud), met_sleutels(nieuw)
        self.voor = {deel: op_identiteit(getattr(met_oud, deel, None)) for deel in delen()}
        self.na = {deel: op_identiteit(getattr(met_nieuw, deel)) for deel in delen()}

    def beide(self, deel: str) -> list[str]:
        return list({**self.voor[deel], **self.na[deel]})

    @cached_property
    def verschillend(self) -> frozenset[Rijsleutel]:
        """The rows that differ, and the parts of which the order does."""
        anders = set()
        for deel, soort in delen().items():
            voor, na = self.voor[deel], self.na[deel]
            anders |= {Rijsleutel(deel, eigen) for eigen in self.beide(deel) if voor.get(eigen) != na.get(eigen)}
            if not soort.orde and self.andere_volgorde(deel):
                anders.add(Rijsleutel(deel, VAN_DE_VOLGORDE))
        return frozenset(anders)

    def andere_volgorde(self, deel: str) -> bool:
        """True when what is in both stands in another order."""
        voor, na = self.voor[deel], self.na[deel]
        return [eigen for eigen in voor if eigen in na] != [eigen for eigen in na if eigen in voor]


class Keuze:
    """The first of two documents with of the rows `mee` what the second says of them."""

    def __init__(self, twee: Vergelijking, mee: Mee) -> None:
        self.twee, self.mee = twee, frozenset(mee)

    @cached_property
    def rijen(self) -> dict[str, dict[str, Any]]:
        """By part the rows with keys in place of slugs."""
        rijen: dict[str, dict[str, Any]] = {}
        for deel in reversed(delen()):  # what refers to a part is known before the part itself
            gekozen = {eigen: rij for eigen in self.twee.beide(deel) if (rij := self._rij(deel, eigen))}
            if delen()[deel].alleen_gebruikt and not self.twee.alles:
                gebruikt = {eigen for _, naar, eigen in _verwijzingen(rijen) if naar == deel}
                terug = {eigen: rij for eigen, rij in self.twee.voor[deel].items() if eigen not in self.twee.na[deel]}
                gekozen = {eigen: rij for eigen, rij in (terug | gekozen).items() if eigen in gebruikt}
            rijen[deel] = gekozen
        return rijen

    def _rij(self, deel: str, eigen: str) -> Any:
        kant = self.twee.na if Rijsleutel(deel, eigen) in self.mee else self.twee.voor
        return kant[deel].get(eigen)

    @cached_property
    def achter(self) -> list[Rijsleutel]:
        """The rows that are another than in the second document, each part after those that it refers to."""
        return (
            []
            if self.alles_mee
            else [
                Rijsleutel(deel, eigen)
                for deel in delen()
                for eigen in self.twee.beide(deel)
                if self.rijen[deel].get(eigen) != self.twee.na[deel].get(eigen)
            ]
        )

    @property
    def alles_mee(self) -> bool:
        """True when it is the second document."""
        return not self.twee.alles and self.mee >= self.twee.verschillend

    @cached_property
    def breuken(self) -> list[Breuk]:
        """What would break, in the order of the site; empty when the document can be published."""
        if self.alles_mee:
            return []
        return list(dict.fromkeys([*self._onmisbaar(), *self._losse_einden(), *self._dubbelen()]))

    @cached_property
    def document(self) -> d.Document:
        """The document. Ask it only when nothing breaks."""
        if self.alles_mee:
            return self.twee.nieuw
        gevuld: dict[str, Any] = {}
        slugs = {
            deel: {rij.sleutel: rij.slug for rij in self.rijen[deel].values()}
            for deel, soort in delen().items()
            if soort.met_sleutel and "slug" in soort.velden
        }
        for deel, soort in delen().items():
            rijen = tuple(_met_slugs(self.rijen[deel][eigen], slugs) for eigen in self._op_volgorde(soort))
            gevuld[deel] = rijen if not soort.enig else rijen[0] if rijen else None
        return d.lees(d.schrijf(d.documentsoort()(schema=d.SCHEMA, **gevuld)), self.twee.alles)

    def _op_volgorde(self, soort: Soort) -> list[str]:
        """Return the rows of a part as one document orders them; what only the other has, behind what it follows."""
        voor, na = self.twee.voor[soort.deel], self.twee.na[soort.deel]
        blijft = self.twee.andere_volgorde(soort.deel) and Rijsleutel(soort.deel, VAN_DE_VOLGORDE) not in self.mee
        leidend, ander = (voor, na) if blijft else (na, voor)
        hierna: defaultdict[str, list[str]] = defaultdict(list)
        vorige = ""
        for eigen in ander:
            if eigen in self.rijen[soort.deel]:
                if eigen not in leidend:
                    hierna[vorige].append(eigen)
                vorige = eigen
        klaar: list[str] = []
        stapel = [*reversed([eigen for eigen in leidend if eigen in self.rijen[soort.deel]]), *reversed(hierna[""])]
        while stapel:
            klaar.append(stapel.pop())
            stapel += reversed(hierna[klaar[-1]] if klaar[-1] else [])
        return klaar

    def _onmisbaar(self) -> Iterator[Breuk]:
        for deel, soort in delen().items():
            if soort.verplicht_enig and not self.rijen[deel]:
                yield Breuk(None, Rijsleutel(deel, ""), Waarom.ONMISBAAR)

    def _losse_einden(self) -> Iterator[Breuk]:
        for rij, deel, sleutel in _verwijzingen(self.rijen):
            if sleutel not in self.rijen[deel]:
                naar = Rijsleutel(deel, sleutel)
                yield Breuk(rij, naar, Waarom.VERWIJST) if rij in self.mee else Breuk(naar, rij, Waarom.GEBRUIKT)

    def _dubbelen(self) -> Iterator[Breuk]:
        """Yield the rows that get what another row still has."""
        gezien: defaultdict[Hashable, dict[Rijsleutel, None]] = defaultdict(dict)
        for deel, rijen in self.rijen.items():
            for eigen, boven in rijen.items():
                for _, rij in d.alle_rijen(boven):
                    soort = soort_van_rij(type(rij))
                    for velden in _uniek(soort):
                        waarden = tuple(_gevouwen(getattr(rij, veld)) for veld in velden)
                        if all(waarden):
                            gezien[soort, velden, waarden][Rijsleutel(deel, eigen)] = None
        for samen in gezien.values():
            nieuwe = [rij for rij in samen if rij in self.mee]
            yield from (Breuk(rij, ander, Waarom.DUBBEL) for rij in nieuwe for ander in samen if ander not in self.mee)


def _verwijzingen(rijen: dict[str, dict[str, Any]]) -> Iterator[tuple[Rijsleutel, str, str]]:
    """Yield every link of `rijen`: where it stands, and the part and the key to which it leads."""
    for deel, van_deel in rijen.items():
        for eigen, rij in van_deel.items():
            for _, naar, sleutel in d.verwijzingen(rij):
                yield Rijsleutel(deel, eigen), naar, sleutel


def zonder_breuk(twee: Vergelijking, mee: Mee) -> tuple[Keuze, list[Breuk]]:
    """Return the choice of `mee` without what cannot go along, and why each of those stays behind."""
    waarom: list[Breuk] = []
    while True:
        keuze = Keuze(twee, mee)
        weg = {breuk.rij: breuk for breuk in keuze.breuken if breuk.rij}
        if not weg:
            return keuze, waarom
        waarom += weg.values()
        mee = keuze.mee - weg.keys()


def met_wat_nodig_is(twee: Vergelijking, mee: Mee, nooit: Mee) -> Keuze:
    """Return the choice of `mee` with what must go along, as far as that is not among `nooit`."""
    while True:
        keuze = Keuze(twee, mee)
        erbij = {breuk.nodig for breuk in keuze.breuken}.difference(nooit)
        if not erbij:
            return keuze
        mee = keuze.mee | erbij


def op_dezelfde_pagina(twee: Vergelijking, rijen: Mee) -> dict[Rijsleutel, Rijsleutel]:
    """Return `rijen`, and the rows that are edited on the page of one of them, each with that one."""
    bij = {rij: rij for rij in rijen}
    for deel, soort in delen().items():
        ouders = [(soort.verwijst[naam], naam) for naam in soort.hoort_bij if naam in soort.verwijst]
        for kant in (twee.voor, twee.na) if ouders else ():
            for eigen, rij in kant[deel].items():
                boven = (Rijsleutel(naar, str(getattr(rij, naam))) for naar, naam in ouders)
                if bovenste := next((bij[een] for een in boven if een in bij), None):
                    bij.setdefault(Rijsleutel(deel, eigen), bovenste)
    return bij


@cache
def _uniek(soort: Soort) -> list[tuple[str, ...]]:
    """Return the groups of fields of a row that no two rows share, wherever they stand."""
    los = [(veld.name,) for veld in soort.model._meta.concrete_fields if veld.unique and not veld.primary_key]
    groepen = [*los, *(velden for velden, _ in unieke_groepen(soort.model))]
    binnen = soort.ouder.name if soort.ouder else ""
    return [velden for velden in groepen if binnen not in velden and all(veld in soort.velden for veld in velden)]


def _gevouwen(waarde: Any) -> Any:
    return gevouwen(waarde) if type(waarde) is str else waarde


def _met_slugs(rij: Any, slugs: dict[str, dict[str, str]]) -> Any:
    """Return a row with in place of each key the slug of the row that it leads to."""

    def als_slug(deel: str, waarde: Any) -> Any:
        return tuple(slugs[deel][een] for een in waarde) if isinstance(waarde, tuple) else slugs[deel][waarde]

    return d.met_verwijzingen(rij, als_slug)
