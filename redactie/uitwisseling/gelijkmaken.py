"""Make the working copy what a document says: save the rows that differ, delete those it does not have.

Rows are told apart by their slug; those without one by what else is unique (see `Soort.sleutelvelden`). What a
document does not tell (numbers for the order) stays as it is where that is possible.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from django.db.models import CharField, F, Field, IntegerField, Model, Value
from django.db.models.functions import Cast, Concat

from redactie.uitwisseling.rijen import Wens, bewaar, velden
from redactie.uitwisseling.volgorde import nummers
from uitgave import document as d
from uitgave.leesfout import Plek
from uitgave.rij import Rij
from uitgave.soort import Soort, delen, op_verwijderen, soorten, unieke_groepen
from uitgave.vastleggen import Gebruiker, verwijder

ELDERS = 1000  # what a number has added to it while another row may get that number


def maak_gelijk(document: d.Document, gebruiker: Gebruiker) -> None:
    """Make the working copy what `document` says. Call it inside `vastleggen`.

    Only rows that differ are saved, validated like an editor's typing. Raises InvoerFout at the first
    row that is not right; the transaction around it must then undo all.
    """
    werk = Gelijkmaker(document)
    werk.maak()
    for rij in werk.overbodig():
        if type(rij)._default_manager.filter(pk=rij.pk).exists():  # not gone along with another
            verwijder(rij, gebruiker)


class Gelijkmaker:
    """The work for one document. All rows are read before the first is changed."""

    def __init__(self, document: d.Document) -> None:
        self.document = document
        self.rijen: dict[Soort, dict[Hashable, Any]] = {soort: _op_sleutel(soort) for soort in soorten()}
        self.klaar: dict[str, dict[Hashable, Any]] = {}  # by part: the rows as they are saved, by slug

    def maak(self) -> None:
        """Save every row that is new or differs. Raises InvoerFout."""
        gevraagd = {deel: self._gevraagd(soort) for deel, soort in delen().items()}
        for deel, soort in delen().items():
            _maak_vrij(soort, self.rijen[soort], gevraagd[deel])
        for deel, soort in delen().items():  # each refers only to parts before it
            plek: Plek = (deel,)
            self.klaar[deel] = self._maak(soort, gevraagd[deel], plek)

    def _gevraagd(self, soort: Soort) -> Sequence[Rij]:
        """Return a part of the document as a list: of a kind with one row that row, unless it never was filled in."""
        waarde = getattr(self.document, soort.deel)
        if isinstance(waarde, tuple):
            return waarde
        gevuld = waarde and (self.rijen[soort] or _gevuld(soort, waarde))
        return [waarde] if gevuld else []

    def overbodig(self) -> Iterable[Model]:
        """Return the rows that the document does not have, in the order in which they can be deleted."""
        return [rij for soort in op_verwijderen() if not soort.verplicht_enig for rij in self.rijen[soort].values()]

    def _maak(self, soort: Soort, rijen: Sequence[Rij], plek: Plek, ouder: Model | None = None) -> dict[Hashable, Any]:
        """Save the rows at `plek` and the rows inside them; `ouder` is the row that they belong to themselves."""
        wensen = [
            self._wens(soort, rij, plek if soort.enig else (*plek, nummer), ouder) for nummer, rij in enumerate(rijen)
        ]
        if soort.genummerd:
            self._nummer(soort, wensen, [d.volgnaam(rij.sleutel) for rij in rijen])
        huidige = self.rijen[soort]
        klaar = {
            wens.sleutel: bewaar(huidige.pop(wens.sleutel, None) or soort.model(), wens, self.document)
            for wens in wensen
        }
        for wens, rij in zip(wensen, rijen, strict=True):
            for veld, deel in soort.binnen.items():
                self._maak(deel, getattr(rij, veld), (*wens.plek, veld), klaar[wens.sleutel])
        return klaar

    def _wens(self, soort: Soort, rij: Rij, plek: Plek, ouder: Any) -> Wens:
        """Return what the document says of one row, with the rows that it refers to."""
        wens = Wens(plek, (ouder.pk, rij.sleutel) if ouder else rij.sleutel, velden(soort, rij))
        if ouder and soort.ouder:
            wens.waarden[soort.ouder.name] = ouder
        for veld, deel in soort.verwijst.items():
            slug, klaar = getattr(rij, veld), self.klaar[deel]
            if isinstance(slug, tuple):
                wens.lijsten[veld] = [klaar[deze] for deze in slug]
            else:
                wens.waarden[veld] = None if slug is None else klaar[slug]
        return wens

    def _nummer(self, soort: Soort, wensen: Sequence[Wens], namen: Iterable[str]) -> None:
        """Give `wensen` numbers that keep them in this order; of equal numbers `namen` decide."""
        huidige = [getattr(self.rijen[soort].get(wens.sleutel), "volgorde", None) for wens in wensen]
        for wens, nummer in zip(wensen, nummers(list(zip(huidige, namen, strict=True))), strict=True):
            wens.waarden["volgorde"] = nummer


def _gevuld(soort: Soort, rij: Rij) -> bool:
    """True when a row says anything else than one that nobody filled in."""
    leeg: Any = soort.model()
    return any(waarde != getattr(leeg, naam) for naam, waarde in velden(soort, rij).items())


def _op_sleutel(soort: Soort) -> dict[Hashable, Model]:
    """Return all rows of a kind, with the rows that they name and list, by what tells them apart."""
    namen = [veld.name for veld in soort.model._meta.concrete_fields if veld.is_relation]
    lijsten: Any = soort.model._meta.many_to_many
    eigen = [veld.name for veld in lijsten if veld.remote_field.through._meta.auto_created]
    rijen = soort.model._default_manager.select_related(*namen).prefetch_related(*eigen)
    return {_sleutel(soort, rij): rij for rij in rijen}


def _sleutel(soort: Soort, rij: Any) -> Hashable:
    """Return what tells a row of the model apart, as the document says it: of a row inside another with that first."""
    ouder = soort.ouder.name if soort.ouder else ""
    waarden = [getattr(rij, veld) for veld in soort.sleutelvelden if veld != ouder]
    delen = tuple(getattr(waarde, "slug", waarde) for waarde in waarden)
    sleutel = delen[0] if len(delen) == 1 else delen
    return (getattr(rij, f"{ouder}_id"), sleutel) if ouder else sleutel


def _maak_vrij(soort: Soort, huidige: dict[Hashable, Any], gevraagd: Sequence[Rij]) -> None:
    """Take away what is unique from rows that get another value: two rows can exchange it.

    The rows that were read before still have it.
    """
    nieuw = {rij.sleutel: velden(soort, rij) for rij in gevraagd}
    for uniek in _unieke_velden(soort):
        anders = [
            rij.pk
            for sleutel, rij in huidige.items()
            if any(nieuw.get(sleutel, {}).get(veld.name) != getattr(rij, veld.name) for veld in uniek)
        ]
        soort.model._default_manager.filter(pk__in=anders).update(**{veld.name: _elders(veld) for veld in uniek})


def _elders(veld: Field) -> Any:
    """Return a value that no other row has or gets, or one that may be there more than once."""
    if isinstance(veld, IntegerField):
        return F(veld.name) + ELDERS
    return Concat(Value("~"), Cast("pk", CharField())) if veld.unique else ""


def _unieke_velden(soort: Soort) -> list[list[Field]]:
    """Return the fields, alone or together, that no two rows may share besides what tells them apart."""
    opties = soort.model._meta
    los: list[list[Any]] = [[veld] for veld in opties.concrete_fields if veld.unique and not veld.primary_key]
    samen: list[list[Any]] = [[opties.get_field(naam) for naam in namen] for namen, _ in unieke_groepen(soort.model)]
    return [
        rij
        for rij in (*los, *samen)
        if not any(veld.is_relation for veld in rij) and tuple(veld.name for veld in rij) != soort.sleutelvelden
    ]
