"""Load fixture files, each once: after that the editors own the content.

All new files are loaded in one transaction, and every row is validated as if an editor typed it.
A fault names its file and row, and nothing at all is loaded.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.core.serializers.python import Deserializer
from django.db import Error as DatabaseError
from django.db.models import Model

from uitgave.bouwen import bouw
from uitgave.models import GeladenFixture, Uitgave
from uitgave.publiceren import publiceer
from uitgave.soort import alle_modellen, is_inhoud, soort_van
from uitgave.vastleggen import vastleggen
from uitgave.vroeger import vroegere_labels

# What Django raises for a row that is not right: by its form, its values, its links, or in the database.
LAADFOUTEN = (
    *(DeserializationError, FieldDoesNotExist, ValidationError, DatabaseError),
    *(ValueError, KeyError, TypeError, AttributeError, OverflowError),
)


class FixtureFout(Exception):
    """A row that cannot be loaded; the message names the file, the row and what is wrong."""


def laad(map_: Path) -> list[str]:
    """Load the files `*.json` in `map_` that were not loaded before, in the order of their names.

    Returns the names of the files that were loaded. A file may announce an edition (a row of
    uitgave.uitgave without document): it is published when there is none yet. Raises FixtureFout.
    """
    with vastleggen(None, "Ingelezen uit de bestanden van de site"):
        bekend = set(GeladenFixture.objects.values_list("naam", flat=True))
        nieuw = [bestand for bestand in sorted(map_.glob("*.json")) if bestand.name not in bekend]
        uitgaven = [uitgave for bestand in nieuw for uitgave in _laad_bestand(bestand)]
        if uitgaven and not Uitgave.objects.exists():
            _publiceer_eerste(uitgaven[0])
    return [bestand.name for bestand in nieuw]


def _publiceer_eerste(uitgave: Uitgave) -> None:
    try:
        publiceer(bouw(), uitgave.nummer, uitgave.datum, uitgave.wijzigingen)
    except (ValidationError, ValueError) as fout:
        raise FixtureFout(f"De eerste uitgave kan niet worden gepubliceerd: {_uitleg(fout)}") from fout


def _laad_bestand(bestand: Path) -> Iterator[Uitgave]:
    """Load one file; yield the editions that it announces."""
    for nummer, gegevens in enumerate(_rijen(bestand), start=1):
        try:
            gegevens = _met_model(_controleer_vorm(gegevens))
            rij = next(iter(Deserializer([gegevens])))
            if isinstance(rij.object, Uitgave):
                rij.object.clean_fields(exclude=["document"])
                yield rij.object
            else:
                _weiger_dubbel(rij.object)
                rij.object.full_clean(validate_unique=True)
                rij.save()
        except LAADFOUTEN as fout:
            raise FixtureFout(f"{bestand.name}, rij {nummer} ({_naam(gegevens)}): {_uitleg(fout)}") from fout
    GeladenFixture.objects.create(naam=bestand.name)


def _rijen(bestand: Path) -> list[Any]:
    try:
        rijen = json.loads(bestand.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as fout:
        raise FixtureFout(f"{bestand.name}: dit is geen geldige JSON in UTF-8: {fout}") from fout
    if not isinstance(rijen, list):
        raise FixtureFout(f"{bestand.name}: dit moet een lijst met rijen zijn.")
    return rijen


def _controleer_vorm(gegevens: Any) -> dict[str, Any]:
    """Return a row of a fixture. Refuses what is none, before Django takes it for one."""
    if not isinstance(gegevens, dict) or not isinstance(gegevens.get("fields"), dict):
        raise ValidationError("Een rij heeft een model en fields.")
    if onbekend := set(gegevens) - {"model", "pk", "fields"}:
        raise ValidationError(f"Onbekend in een rij: {', '.join(sorted(onbekend))}.")
    if str(gegevens.get("model")).lower() not in _modellen():
        raise ValidationError(f"Het model {gegevens.get('model')} hoort niet bij de inhoud van de site.")
    lijsten = [waarde for waarde in gegevens["fields"].values() if isinstance(waarde, list)]
    if any(isinstance(deel, int) for lijst in lijsten for deel in lijst):
        raise ValidationError("Een link noemt de slug van de andere rij, geen nummer.")
    return gegevens


def _met_model(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Return a row with the label that its model has now; a file may be from an earlier release."""
    return {**gegevens, "model": _modellen()[gegevens["model"].lower()]._meta.label_lower}


@cache
def _modellen() -> dict[str, type[Model]]:
    """Return the models that a fixture may fill, by every label that they have or had."""
    vulbaar: tuple[type[Model], ...] = (Uitgave, *alle_modellen())
    nu = {model._meta.label_lower: model for model in vulbaar}
    return nu | {label: model for label, model in vroegere_labels().items() if model._meta.label_lower in nu}


def _weiger_dubbel(rij: Any) -> None:
    """Refuse a row that is there already: Django would take it for a change and overwrite it."""
    if type(rij).objects.filter(pk=rij.pk).exists():
        raise ValidationError("Deze rij is er al.")


def _naam(gegevens: Any) -> str:
    """Return what a person recognises a row by: its model and the values that name it."""
    if not isinstance(gegevens, dict):
        return str(gegevens)[:80]
    velden = gegevens.get("fields") or {}
    model = _modellen().get(str(gegevens.get("model")).lower())
    sleutel = soort_van(model).uniek if model and is_inhoud(model) else ("nummer",)
    namen = [velden[veld] for veld in sleutel if velden.get(veld)]
    kort = " → ".join(str(naam[0] if isinstance(naam, list) and naam else naam)[:60] for naam in namen)
    return f"{gegevens.get('model', '?')} {kort}".strip()


def _uitleg(fout: Exception) -> str:
    if not isinstance(fout, ValidationError):
        return str(fout)
    if hasattr(fout, "error_dict"):
        return " ".join(f"{veld}: {' '.join(teksten)}" for veld, teksten in fout.message_dict.items())
    return " ".join(fout.messages)
