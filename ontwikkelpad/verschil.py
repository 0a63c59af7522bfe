"""What differs between two documents, in words that an editor knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model

from functies.models import Beroepsvereiste, Competentie, Doorgroei, Functie, Ontwikkelpad, Synoniem, Werkveld
from ontwikkelpad.document import Document, Rij
from opleidingen.models import Opleiding
from verhalen.models import Verhaal

# The parts of a document, each with the model that gives its words, in the order of the admin.
DELEN: dict[str, type[Model]] = {
    "ontwikkelpad": Ontwikkelpad,
    "werkvelden": Werkveld,
    "beroepsvereisten": Beroepsvereiste,
    "competenties": Competentie,
    "opleidingen": Opleiding,
    "functies": Functie,
    "doorgroei": Doorgroei,
    "verhalen": Verhaal,
    "synoniemen": Synoniem,
}


@dataclass(frozen=True)
class Veld:
    """A field with its old and new text; empty text is empty."""

    naam: str
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Verschil:
    """A row that was added, changed or removed."""

    soort: str
    naam: str
    wat: str
    velden: tuple[Veld, ...] = ()


def verschillen(oud: Document | None, nieuw: Document) -> list[Verschil]:
    """Return what must be done to `oud` to get `nieuw`; without `oud` every row is new."""
    namen = {functie.slug: functie.naam for document in (oud, nieuw) if document for functie in document.functies}
    gevonden: list[Verschil] = []
    for deel, model in DELEN.items():
        soort = str(model._meta.verbose_name).capitalize()
        voor = _rijen(getattr(oud, deel)) if oud else {}
        na = _rijen(getattr(nieuw, deel))
        gevonden += [Verschil(soort, _naam(voor[weg], namen), "verwijderd") for weg in voor if weg not in na]
        gevonden += [Verschil(soort, _naam(na[bij], namen), "toegevoegd") for bij in na if bij not in voor]
        for sleutel in na:
            if sleutel in voor and (velden := tuple(_velden(model, voor[sleutel], na[sleutel]))):
                gevonden.append(Verschil(soort, _naam(na[sleutel], namen), "gewijzigd", velden))
        if oud and set(voor) == set(na) and list(voor) != list(na):
            gevonden.append(Verschil(soort, "de volgorde", "gewijzigd"))
    return gevonden


def _rijen(deel: Rij | tuple[Rij, ...]) -> dict[Any, Rij]:
    """Index rows by what identifies them; the texts of the site are one row."""
    return {_sleutel(rij): rij for rij in (deel if isinstance(deel, tuple) else (deel,))}


def _sleutel(rij: Any) -> Any:
    if hasattr(rij, "van"):
        return rij.van, rij.naar
    return getattr(rij, "slug", "") or getattr(rij, "woord", "")


def _naam(rij: Any, namen: dict[str, str]) -> str:
    if hasattr(rij, "van"):
        return f"{namen[rij.van]} → {namen[rij.naar]}"
    if hasattr(rij, "voornaam"):
        return f"{rij.voornaam} ({rij.leeftijd})"
    return getattr(rij, "naam", "") or str(rij.woord)


def _velden(model: type[Model], oud: Rij, nieuw: Rij) -> Iterator[Veld]:
    for naam in nieuw.__struct_fields__:
        voor, na = _tekst(getattr(oud, naam)), _tekst(getattr(nieuw, naam))
        if voor != na:
            yield Veld(_label(model, naam), voor, na)


def _label(model: type[Model], naam: str) -> str:
    """Return what the admin calls this field; a relation from elsewhere keeps its own name."""
    try:
        return str(getattr(model._meta.get_field(naam), "verbose_name", naam))
    except FieldDoesNotExist:
        return naam


def _tekst(waarde: Any) -> str:
    """Return a value as an editor would read it: labels for choices, one line for each of a list."""
    if isinstance(waarde, tuple):
        return "\n".join(_tekst(deel) for deel in waarde)
    if isinstance(waarde, Rij):
        return ", ".join(filter(None, (_tekst(deel) for deel in msgspec.structs.astuple(waarde))))
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return "" if waarde is None else str(getattr(waarde, "label", waarde))
