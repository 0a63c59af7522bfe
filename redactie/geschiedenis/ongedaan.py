"""Undoing one change whole, however many rows it was of: an import, a bulk action, files that were loaded.

Each row becomes what it was before the change, in the fields that the change touched. When a row is no longer what the
change left, nothing is undone: somebody else's work would go with it. Undoing is itself a change, so it can be undone.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core import serializers
from django.core.exceptions import ValidationError
from django.db.models import CharField, IntegerField, Model, TextField
from reversion.models import Revision, Version

from redactie.geschiedenis.geheel import delen_van, toelichting
from redactie.geschiedenis.versies import Namen, adres, met_verwijzing, met_vorige, model_van, veldverschillen, wat_werd
from redactie.geschiedenis.waarden import waarden_van
from redactie.templatetags.wie_wanneer import moment
from redactie.uitwisseling.gelijkmaken import elders, unieke_velden
from uitgave.soort import Soort, delen, is_inhoud, soort_van
from uitgave.tekst import hoofdletter
from uitgave.vastleggen import Gebruiker, is_verwijdering, proef, vastleggen, verwijder
from uitgave.verschil import TOEGEVOEGD, VERWIJDERD, Verschil, soortnaam
from uitgave.voortgang import Stap, meld

Velden = dict[str, Any]
Rijnaam = tuple[type[Model], str]  # a model and the number of a row

VERANDERD = "{} is daarna nog veranderd. Zet die rij zelf terug, of laat de wijziging staan."
GEBRUIKT = "{} kan niet weg: {} gebruikt die rij nu."
MIST = "{} kan niet terug, want {} bestaat niet meer. Zet dat eerst terug."
BLIJFT = "{} kan niet weg: zonder die rij is er geen site."


class KanNiet(ValidationError):
    """A change that cannot be undone; its messages say which rows stand in the way, in Dutch."""


@dataclass(frozen=True)
class Rijstap:
    """What a change did with one row: its fields before and after; None is a row that was not there."""

    versie: Version
    voor: Velden | None
    na: Velden | None

    @property
    def rij(self) -> Rijnaam:
        return model_van(self.versie), self.versie.object_id

    @property
    def naam(self) -> str:
        return f"{soortnaam(model_van(self.versie))} ‘{self.versie.object_repr}’"

    @property
    def terug(self) -> Velden:
        """The fields that become what they were."""
        voor, na = self.voor or {}, self.na
        return {naam: waarde for naam, waarde in voor.items() if na is None or _anders(voor, na, naam)}


class Ongedaan:
    """The work of undoing one change. What it finds must still be so when it is done: read it under the lock."""

    def __init__(self, revisie: Revision) -> None:
        self.revisie = revisie
        self.stappen = list(_stappen(revisie))
        self.namen = Namen()

    @cached_property
    def modellen(self) -> dict[str, set[type[Model]]]:
        """The models of which it changes, adds or deletes rows, by what an editor must be allowed to do."""
        gevonden: defaultdict[str, set[type[Model]]] = defaultdict(set)
        for stap in self.stappen:
            gevonden["delete" if stap.voor is None else "add" if stap.na is None else "change"].add(stap.rij[0])
        return gevonden

    def verschillen(self) -> list[Verschil]:
        """Return what would change in the working copy."""
        modellen = list(_op_volgorde())
        return [self._verschil(stap) for stap in sorted(self.stappen, key=lambda stap: modellen.index(stap.rij[0]))]

    def _verschil(self, stap: Rijstap) -> Verschil:
        model, _ = stap.rij
        voor = {**(stap.na or {}), **stap.terug} if stap.voor is not None else {}
        velden = veldverschillen(model, stap.na or {}, voor, self.namen)
        soort = VERWIJDERD if stap.voor is None else TOEGEVOEGD if stap.na is None else wat_werd(model, stap.na, voor)
        return Verschil(soortnaam(model), stap.versie.object_repr, soort, velden, adres=adres(stap.versie))

    def doe(self, gebruiker: Gebruiker) -> None:
        """Undo it. Call it inside `vastleggen`. Raises KanNiet; the transaction around it must then undo all."""
        _weiger(self._veranderd())
        _weiger(self._verweesd())
        modellen = list(_op_volgorde())
        stappen = sorted(self.stappen, key=lambda stap: modellen.index(stap.rij[0]))
        weg = [stap for stap in reversed(stappen) if stap.voor is None]
        self._maak_vrij()
        _weiger(self._zet_terug([stap for stap in stappen if stap.voor is not None]))
        _weiger(self._gebruikt(weg))
        for stap in weg:
            verwijder(self._nu[stap.rij], gebruiker)  # as it was read: what is unique about it was taken away

    @cached_property
    def _nu(self) -> dict[Rijnaam, Any]:
        """The rows that it is about, as far as they are there."""
        per_model: defaultdict[type[Model], list[str]] = defaultdict(list)
        for stap in self.stappen:
            per_model[stap.rij[0]].append(stap.rij[1])
        return {
            (model, str(rij.pk)): rij
            for model, pks in per_model.items()
            for rij in model._default_manager.filter(pk__in=pks)
        }

    def _veranderd(self) -> Iterator[str]:
        for stap in self.stappen:
            rij = self._nu.get(stap.rij)
            nu = waarden_van(rij) if rij else None
            if (nu is None) != (stap.na is None) or any(_anders(stap.na, nu, naam) for naam in nu or {}):
                yield VERANDERD.format(stap.naam)

    def _verweesd(self) -> Iterator[str]:
        """Yield what rows that come back refer to, and is not there and does not come back either."""
        komt = {stap.rij for stap in self.stappen if stap.voor is not None}
        for stap in self.stappen:
            for veld in met_verwijzing(stap.rij[0]):
                waarden = stap.terug.get(veld.name) or []
                for pk in waarden if isinstance(waarden, list) else [waarden]:
                    ander = veld.related_model
                    if is_inhoud(ander) and (ander, str(pk)) not in komt and not self.namen.bestaat(ander, pk):
                        yield MIST.format(stap.naam, self.namen.naam(ander, pk))

    def _maak_vrij(self) -> None:
        """Take away what is unique from the rows that get another value or go: two rows can exchange it."""
        per_model: defaultdict[type[Model], list[Rijstap]] = defaultdict(list)
        for stap in self.stappen:
            if stap.na is not None:
                per_model[stap.rij[0]].append(stap)
        for model, stappen in per_model.items():
            for velden, altijd in unieke_velden(soort_van(model), met_eigen=True):
                los = [v for v in velden if isinstance(v, CharField | TextField | IntegerField)]
                pks = [s.rij[1] for s in stappen if s.voor is None or any(veld.name in s.terug for veld in velden)]
                vrij = {veld.name: elders(veld) for veld in los[-1:]} if altijd else {veld.name: "" for veld in los}
                if vrij:
                    model._default_manager.filter(pk__in=pks).update(**vrij)

    def _zet_terug(self, stappen: list[Rijstap]) -> Iterator[str]:
        for nummer, stap in enumerate(stappen, 1):
            meld(Stap.INVOEREN, nummer, len(stappen))
            model, pk = stap.rij
            velden = {**(waarden_van(self._nu[stap.rij]) if stap.rij in self._nu else {}), **stap.terug}
            tekst = json.dumps([{"model": model._meta.label_lower, "pk": pk, "fields": velden}])
            (gelezen,) = serializers.deserialize("json", tekst, ignorenonexistent=True)
            gelezen.object._state.adding = stap.na is None
            try:
                gelezen.object.full_clean()
            except ValidationError as fout:
                yield f"{stap.naam}: {' '.join(fout.messages)}"
            else:
                gelezen.save()

    def _gebruikt(self, weg: list[Rijstap]) -> Iterator[str]:
        """Yield the rows that would go, and that others use which stay."""
        gaan = {stap.rij for stap in weg}
        for stap in weg:
            model, pk = stap.rij
            if soort_van(model).verplicht_enig:
                yield BLIJFT.format(stap.naam)
            relaties: Iterable[Any] = model._meta.related_objects
            for relatie in relaties:
                if not is_inhoud(relatie.related_model):
                    continue
                anderen = relatie.related_model._default_manager.filter(**{relatie.field.name: pk})
                for ander in anderen:
                    if (type(ander), str(ander.pk)) not in gaan:
                        yield GEBRUIKT.format(stap.naam, f"{hoofdletter(ander._meta.verbose_name)} ‘{ander}’")


def probeer(revisie: Revision) -> tuple[Ongedaan, list[str]]:
    """Return the work of undoing a change, and what stands in its way, in Dutch. Nothing is changed."""
    werk = Ongedaan(revisie)
    try:
        with proef():
            Ongedaan(revisie).doe(None)
    except KanNiet as fout:
        return werk, fout.messages
    return werk, []


def maak_ongedaan(revisie: Revision, gebruiker: Gebruiker) -> None:
    """Undo a change, as one change. Raises KanNiet, with nothing changed."""
    zin = f"Ongedaan gemaakt: {toelichting(delen_van(revisie))} ({moment(revisie.date_created)})"
    with vastleggen(gebruiker, zin):
        Ongedaan(revisie).doe(gebruiker)


def _op_volgorde(*soorten: Soort) -> Iterator[type[Model]]:
    """Yield the models of all kinds, each after those to which its rows refer and belong."""
    for soort in soorten or delen().values():
        yield soort.model
        if soort.binnen:
            yield from _op_volgorde(*soort.binnen.values())


def _stappen(revisie: Revision) -> Iterator[Rijstap]:
    for versie, vorige in met_vorige(Version.objects.filter(revision__in=delen_van(revisie))):
        model = model_van(versie)
        if model is None or not is_inhoud(model):
            continue
        was = waarden_van(vorige) if vorige and not is_verwijdering(vorige.revision) else None
        stap = (
            Rijstap(versie, waarden_van(versie), None)
            if is_verwijdering(versie.revision)
            else Rijstap(versie, was, waarden_van(versie))
        )
        if stap.voor is None or stap.na is None or stap.terug:
            yield stap


def _anders(een: Velden | None, ander: Velden | None, naam: str) -> bool:
    """True when both know a field, and it says something else: a release may have brought it."""
    if een is None or ander is None or naam not in een or naam not in ander:
        return False
    waarden = [sorted(map(str, w)) if isinstance(w, list) else w for w in (een[naam], ander[naam])]
    return waarden[0] != waarden[1]


def _weiger(redenen: Iterable[str]) -> None:
    if gevonden := list(dict.fromkeys(redenen)):
        raise KanNiet(gevonden)
