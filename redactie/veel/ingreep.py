"""What many rows would become: shown first, then done as one change, whole or not at all."""

from collections.abc import Collection, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model

from redactie.adressen import wijzigen_bij
from redactie.geschiedenis.versies import Namen
from redactie.kenmerk import kenmerk
from redactie.kwaliteit.bevindingen import Bevinding, aanduiding, bevindingen
from uitgave.leesfout import hoogstens
from uitgave.tekst import hoofdletter
from uitgave.vastleggen import Gebruiker, proef, vastleggen
from uitgave.verschil import GEWIJZIGD, TOEGEVOEGD, Veldverschil, Verschil, soortnaam


@dataclass(frozen=True)
class Wijziging:
    """A row, and the fields of it that get another value: rows for a relation, a list of rows for a list.

    Of a row that was read from a file: where it stands there, and the fields of which the value could not be read.
    """

    rij: Any
    waarden: dict[str, Any]
    waar: str = ""
    zonder: frozenset[str] = frozenset()

    @property
    def nieuw(self) -> bool:
        return bool(self.rij._state.adding)

    def oud(self, naam: str) -> Any:
        """Return the value that the row has now, as `waarden` has it."""
        if self.nieuw:
            return None
        veld = self.rij._meta.get_field(naam)
        return list(getattr(self.rij, naam).all()) if veld.many_to_many else getattr(self.rij, naam)


@dataclass(frozen=True)
class Uitkomst:
    """What comes of changes: what is wrong with them, or else what the gate finds then and does not find now."""

    fouten: list[str]
    erbij: list[Bevinding]


class Ingreep:
    """Changes of rows. Only what differs from what is stored counts."""

    def __init__(self, wijzigingen: Iterable[Wijziging]) -> None:
        echt = (replace(w, waarden=_anders(w)) for w in wijzigingen)
        self.wijzigingen = [wijziging for wijziging in echt if wijziging.waarden or wijziging.nieuw]

    def __bool__(self) -> bool:
        return bool(self.wijzigingen)

    @property
    def kenmerk(self) -> str:
        """Return a text that is another when what is stored, or what it would become, is another."""
        return kenmerk(*((_wie(w.rij), [(n, _plat(w.oud(n)), _plat(v)) for n, v in w.waarden.items()]) for w in self))

    def __iter__(self) -> Any:
        return iter(self.wijzigingen)

    def verschillen(self) -> list[Verschil]:
        """Return what changes, as the pages of the desk show it; in the order of the changes."""
        namen = Namen()
        return [
            Verschil(
                soortnaam(type(w.rij)),
                str(w.rij) if not w.nieuw else str(next(iter(w.waarden.values()), "")),
                TOEGEVOEGD if w.nieuw else GEWIJZIGD,
                tuple(_veldverschil(w, naam, namen) for naam in w.waarden),
                adres="" if w.nieuw else wijzigen_bij(w.rij),
            )
            for w in self
        ]

    @cached_property
    def uitkomst(self) -> Uitkomst:
        """Return what comes of this. All is tried and nothing is changed; others wait while it is."""
        voor = bevindingen()
        with proef():
            fouten = self._bewaar()
            na = [] if fouten else bevindingen()
        erbij = list(_erbij(voor, na))
        if any(wijziging.nieuw for wijziging in self):
            erbij = [replace(een, rijen=tuple(rij for rij in een.rijen if _is_er(rij))) for een in erbij]
        return Uitkomst(hoogstens(fouten), erbij)

    def fouten(self) -> dict[str, list[str]]:
        """Return what is wrong with this, in Dutch, by where it stands. All is tried and nothing is changed."""
        with proef():
            return {wijziging.waar: _bewaar(wijziging) for wijziging in self}

    def _bewaar(self) -> list[str]:
        return [fout for wijziging in self for fout in _bewaar(wijziging)]

    def voer_uit(self, gebruiker: Gebruiker, toelichting: str) -> None:
        """Save all rows in one change. Raises ValidationError with every fault of every row; then nothing is saved."""
        with vastleggen(gebruiker, toelichting):
            if fouten := self._bewaar():
                raise ValidationError(fouten)


def _erbij(voor: Collection[Bevinding], na: Iterable[Bevinding]) -> Iterator[Bevinding]:
    """Yield the findings that were not there: a line that only names fewer rows than it did, was."""
    bekend = {bevinding.merk for bevinding in voor}
    for bevinding in na:
        if bevinding.merk not in bekend and not any(map(bevinding.zegt_minder_dan, voor)):
            yield bevinding


def _is_er(rij: Model) -> bool:
    """True for a row that was not only tried: it has a page."""
    return type(rij)._default_manager.filter(pk=rij.pk).exists()


def _anders(wijziging: Wijziging) -> dict[str, Any]:
    return {naam: nieuw for naam, nieuw in wijziging.waarden.items() if _plat(wijziging.oud(naam)) != _plat(nieuw)}


def _plat(waarde: Any) -> Any:
    """Return a value without the rows in it: their numbers."""
    if isinstance(waarde, list):
        return sorted(_plat(deel) for deel in waarde)
    return waarde.pk if isinstance(waarde, Model) else waarde


def _wie(rij: Model) -> tuple[str, Any]:
    return rij._meta.label, rij.pk


def _veldverschil(wijziging: Wijziging, naam: str, namen: Namen) -> Veldverschil:
    veld = wijziging.rij._meta.get_field(naam)
    oud, nieuw = (namen.tekst(veld, _opgeslagen(deze)) for deze in (wijziging.oud(naam), wijziging.waarden[naam]))
    heel = veld.is_relation or bool(veld.choices) or veld.get_internal_type() in ("BooleanField", "DateField")
    return Veldverschil(str(veld.verbose_name), oud, nieuw, heel=heel)


def _opgeslagen(waarde: Any) -> Any:
    """Return a value as the history holds it."""
    return waarde.isoformat() if hasattr(waarde, "isoformat") else _plat(waarde)


def _bewaar(wijziging: Wijziging) -> list[str]:
    """Save one row; return what is wrong with it, in Dutch. One that could not be read whole is not saved."""
    rij = copy(wijziging.rij) if wijziging.nieuw else type(wijziging.rij)._default_manager.get(pk=wijziging.rij.pk)
    lijsten = {naam: rijen for naam, rijen in wijziging.waarden.items() if isinstance(rijen, list)}
    for naam, waarde in wijziging.waarden.items():
        if naam not in lijsten:
            setattr(rij, naam, waarde)
    try:
        rij.full_clean(exclude=wijziging.zonder)
    except ValidationError as fout:
        wie = wijziging.waar or hoofdletter(aanduiding(rij))
        return [
            f"{wie}{_label(rij, naam)}: {tekst}" for naam, teksten in fout.message_dict.items() for tekst in teksten
        ]
    if wijziging.zonder:
        return []
    rij.save()
    for naam, rijen in lijsten.items():
        getattr(rij, naam).set(rijen)
    return []


def _label(rij: Model, naam: str) -> str:
    try:
        return f", {rij._meta.get_field(naam).verbose_name}"  # type: ignore[union-attr]
    except FieldDoesNotExist:  # it is about the row as a whole
        return ""
