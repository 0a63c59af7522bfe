"""One row of content from a document: saved only when it differs, and refused with its place named."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model

from uitgave import document as d
from uitgave.leesfout import Leesfout, Plek, plaats
from uitgave.rij import Rij
from uitgave.soort import Soort, soort_van_rij

M = TypeVar("M", bound=Model)


class InvoerFout(Leesfout):
    """Rows that cannot be saved; each message names the row, the field and what is wrong, in Dutch."""


@dataclass
class Wens:
    """A row as it must become: where the document has it, its key, its fields and its lists of other rows.

    `kan` is False when it names a row that could not be saved itself.
    """

    plek: Plek
    sleutel: Hashable
    waarden: dict[str, Any]
    lijsten: dict[str, Sequence[Model]] = field(default_factory=dict)
    kan: bool = True


def velden(soort: Soort, rij: Rij) -> dict[str, Any]:
    """Return the fields of the model that hold a plain value, with the values that `rij` gives them."""
    eigen = {veld.name: veld for veld in soort.model._meta.concrete_fields if not veld.is_relation}
    waarden = {naam: getattr(rij, naam) for naam in rij.__struct_fields__ if naam in eigen}
    for naam, delen in soort.samengesteld.items():
        waarden |= dict(zip(delen, getattr(rij, naam), strict=True))
    return {naam: _waarde(waarde, eigen[naam].null) for naam, waarde in waarden.items()}


def bewaar(rij: M, wens: Wens, document: d.Document) -> M:
    """Save `rij` when it differs from `wens`, and return it. Raises InvoerFout."""
    nieuw = rij._state.adding
    if nieuw or any(getattr(rij, naam) != waarde for naam, waarde in wens.waarden.items()):
        for naam, waarde in wens.waarden.items():  # all: another row that it names may have changed too
            setattr(rij, naam, waarde)
        _controleer(rij, plaats(document, wens.plek))
        rij.save()
    for naam, rijen in wens.lijsten.items():
        if {ander.pk for ander in rijen} != {ander.pk for ander in getattr(rij, naam).all()}:
            getattr(rij, naam).set(rijen)
    return rij


def _waarde(waarde: Any, mag_null: bool) -> Any:
    """Return a value as the model holds it: no enum, and for text that is not there the empty text."""
    if waarde is None and not mag_null:
        return ""
    return waarde.value if isinstance(waarde, Enum) else waarde


def _controleer(rij: Model, waar: str) -> None:
    """Raise InvoerFout when `rij`, which stands at `waar` in the document, may not be saved as it is."""
    try:
        rij.full_clean(validate_constraints=False)
        Model.validate_constraints(rij)  # what a text has in common with another row is asked of all rows at once
    except ValidationError as fout:
        raise InvoerFout(*_in_woorden(fout, rij, waar)) from fout


def veldfouten(document: d.Document) -> Iterator[str]:
    """Yield what is wrong with the plain fields of each row, of a document in which links lead nowhere."""
    for plek, gevraagd in d.alle_rijen(document):
        if plek:
            soort = soort_van_rij(type(gevraagd))
            waarden = velden(soort, gevraagd)
            rij = soort.model(**waarden)
            try:
                rij.clean_fields({veld.name for veld in rij._meta.concrete_fields}.difference(waarden))
            except ValidationError as fout:
                yield from _in_woorden(fout, rij, plaats(document, plek))


def _in_woorden(fout: ValidationError, rij: Model, waar: str) -> list[str]:
    return [
        f"{waar}{_label(rij, naam)}: {tekst.rstrip('.')}."
        for naam, teksten in fout.message_dict.items()
        for tekst in teksten
    ]


def _label(rij: Model, naam: str) -> str:
    """Return how a message names a field: as the file does, and as the admin does where that is another."""
    try:
        label = str(getattr(rij._meta.get_field(naam), "verbose_name", naam))
    except FieldDoesNotExist:  # it is about the row as a whole
        return ""
    return f", {naam}" if label == naam else f", {naam} ({label})"
