"""The working copy as it would be if the rows that stay behind were as they are published: what the gate judges."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from typing import Any

from django.db.models import Model

from redactie.kwaliteit.bevindingen import Werkkopie
from redactie.uitgeven.keuze import Keuze
from redactie.uitwisseling.rijen import velden
from uitgave import werkkopie
from uitgave.soort import Soort, delen, is_inhoud, soorten
from uitgave.verschil import Rijsleutel


def gekozen_kopie(kopie: Werkkopie, keuze: Keuze) -> Werkkopie:
    """Return `kopie` itself when all of it goes along, else one with what stays behind as it is published.

    The rows of `kopie` know those of the new one after this.
    """
    return GekozenKopie(kopie, keuze) if keuze.achter else kopie


def per_sleutel(kopie: werkkopie.Werkkopie, soort: Soort) -> dict[Rijsleutel, Any]:
    """Return the rows of a kind that is a part of the document, by their name."""
    return {Rijsleutel.van(soort, rij): rij for rij in kopie.rijen[soort.model]}


class GekozenKopie(Werkkopie):
    """Rows that were never stored have a number below zero."""

    def __init__(self, kopie: Werkkopie, keuze: Keuze) -> None:
        self._rijen = {model: {rij.pk: rij for rij in rijen} for model, rijen in kopie.gelezen.items()}
        self._paren: dict[Any, defaultdict[Any, list[Any]]] = {}
        for veld, paren in kopie.lijsten.items():
            self._paren[veld] = defaultdict(list)
            for een, ander in paren:
                self._paren[veld][een].append(ander)
        self._nummers = count(-1, -1)
        self._pk: dict[str, dict[str, Any]] = {}  # of each part: the key of a row, with its pk here
        self._vervang(kopie, keuze)
        self._zonder_wezen()
        self.gelezen = {model: list(rijen.values()) for model, rijen in self._rijen.items()}
        self.lijsten = {veld: list(self._lijst(veld)) for veld in kopie.lijsten}
        self._verbind_alle()

    def _vervang(self, kopie: Werkkopie, keuze: Keuze) -> None:
        """Put what is published in the place of what stays behind."""
        achter = defaultdict(list)
        for sleutel in keuze.achter:
            achter[sleutel.deel].append(sleutel)
        for deel, soort in delen().items():  # each refers only to parts before it
            nu = per_sleutel(kopie, soort) if achter[deel] else {}
            for sleutel in achter[deel]:
                rij, blijft = nu.get(sleutel), keuze.rijen[deel].get(sleutel.eigen)
                if rij:
                    self._weg(soort, rij)
                if blijft:
                    self._zet(soort, blijft, rij)
            if soort.met_sleutel:
                self._pk[deel] = {rij.sleutel: pk for pk, rij in self._rijen[soort.model].items()}

    def _weg(self, soort: Soort, rij: Model) -> None:
        self._rijen[soort.model].pop(rij.pk, None)
        for deel in soort.binnen.values():
            for binnen in getattr(rij, deel.relatie).all():
                self._weg(deel, binnen)

    def _zet(self, soort: Soort, rij: Any, was: Any, ouder: Model | None = None) -> None:
        """Add a row of the document, which refers by keys, as a row of the model; `was` is what it is now."""
        bestaand = {veld.attname: getattr(was, veld.attname) for veld in soort.model._meta.concrete_fields if was}
        nieuw: Any = soort.model(**(bestaand or {"pk": next(self._nummers)}))
        nieuw._state.adding = False
        for naam, waarde in velden(soort, rij).items():
            setattr(nieuw, naam, waarde)
        for naam, deel in soort.naar_een.items():
            sleutel = getattr(rij, naam)
            setattr(nieuw, _veld(soort, naam).attname, sleutel and self._pk[deel][sleutel])
        if ouder and soort.ouder:
            setattr(nieuw, soort.ouder.attname, ouder.pk)
        for naam, deel in soort.verwijst.items():
            if naam not in soort.naar_een and (veld := _veld(soort, naam)) in self._paren:
                self._paren[veld][nieuw.pk] = [self._pk[deel][sleutel] for sleutel in getattr(rij, naam)]
        self._rijen[soort.model][nieuw.pk] = nieuw
        for naam, eigen in soort.binnen.items():
            nu = {eigen.identiteit_van(een): een for een in (getattr(was, eigen.relatie).all() if was else ())}
            for binnen in getattr(rij, naam):
                self._zet(eigen, binnen, nu.get(eigen.identiteit_van(binnen)), nieuw)

    def _zonder_wezen(self) -> None:
        """Leave out what cannot be without a row that is not there: drafts of what stays behind."""
        sleutels = [(soort.model, veld) for soort in soorten() for veld in _naar_inhoud(soort.model)]
        while wezen := [
            (model, pk)
            for model, veld in sleutels
            for pk, rij in self._rijen[model].items()
            if (naar := getattr(rij, veld.attname)) is not None and naar not in self._rijen[veld.related_model]
        ]:
            for model, pk in wezen:
                self._rijen[model].pop(pk, None)

    def _lijst(self, veld: Any) -> Iterator[tuple[Any, Any]]:
        """Yield which row lists which; of a list whose entries are rows themselves, by those."""
        tussen = veld.remote_field.through
        if is_inhoud(tussen):
            namen = veld.m2m_field_name(), veld.m2m_reverse_field_name()
            van, naar = (tussen._meta.get_field(naam).attname for naam in namen)
            yield from ((getattr(rij, van), getattr(rij, naar)) for rij in self._rijen[tussen].values())
        else:
            yield from ((een, ander) for een, anderen in self._paren[veld].items() for ander in anderen)


def _veld(soort: Soort, naam: str) -> Any:
    return soort.model._meta.get_field(naam)


def _naar_inhoud(model: type[Model]) -> list[Any]:
    velden_: Any = model._meta.concrete_fields
    return [veld for veld in velden_ if veld.is_relation and is_inhoud(veld.related_model)]
