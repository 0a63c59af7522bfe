"""Putting the rows of a kind in another order by hand. The numbers that keep them there change as little as can be."""

from dataclasses import dataclass
from functools import reduce
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Model

from redactie.kenmerk import kenmerk
from redactie.uitwisseling.volgorde import HOOGSTE, nummers
from redactie.veel.ingreep import Ingreep, Wijziging
from uitgave.soort import soort_van
from uitgave.tekst import volgorde

MEESTE = 500  # rows on one page: a form holds no more fields
GRENZEN = f"Kies een getal van 0 tot en met {HOOGSTE}."


@dataclass(frozen=True)
class Groep:
    """Rows among which a number counts, in order, each with its field; below `naam` where not all rows are together."""

    naam: str
    rijen: list[tuple[Any, forms.BoundField]]


def heeft_volgorde(model: type[Model]) -> bool:
    """Whether the order of these rows is for a page of its own: those inside a page are moved there."""
    return not soort_van(model).ouder and any(veld.name == "volgorde" for veld in model._meta.concrete_fields)


class Orde(forms.Form):
    """The number of each row of a kind. With numbers that were typed, the rows stand in the order that they give."""

    def __init__(self, model: type[Model], gegevens: Any = None) -> None:
        super().__init__(gegevens)
        self.model = model
        self._paden = [_pad(deel) for deel in model._meta.ordering or ()]
        bij = self._paden[0].split("__")[0]
        self._bij = "" if bij == "volgorde" else bij
        rijen: Any = model._default_manager.select_related()  # names are made of the rows they are with
        self.te_veel = rijen.count() > MEESTE
        self._rijen: list[Any] = [] if self.te_veel else list(rijen)
        for rij in self._rijen:
            self.fields[_naam(rij)] = forms.IntegerField(
                label=f"Nummer van {rij}",
                initial=rij.volgorde,
                validators=[MinValueValidator(0, GRENZEN), MaxValueValidator(HOOGSTE, GRENZEN)],
            )

    @property
    def basis(self) -> str:
        """Return a text that is another when rows came, went, or got another name or number."""
        return kenmerk([(rij.pk, str(rij), rij.volgorde) for rij in self._rijen])

    def groepen(self) -> list[Groep]:
        """Return the rows as they stand, or would stand."""
        return [
            Groep(str(bij or ""), [(rij, self[_naam(rij)]) for rij in rijen]) for bij, rijen in self._groepen().items()
        ]

    def ingreep(self) -> Ingreep:
        """Return what the rows become."""
        return Ingreep(
            Wijziging(rij, {"volgorde": nummer})
            for rijen in self._groepen().values()
            for rij, nummer in zip(rijen, nummers([(rij.volgorde, self._beslist(rij)) for rij in rijen]), strict=True)
        )

    def _groepen(self) -> dict[Any, list[Any]]:
        """Return the rows in order, by the row among whose rows their number counts: two of those can have one name."""
        groepen: dict[Any, list[Any]] = {}
        for rij in self._rijen:
            groepen.setdefault(getattr(rij, self._bij) if self._bij else None, []).append(rij)
        return {bij: self._op_volgorde(rijen) for bij, rijen in groepen.items()}

    def _op_volgorde(self, rijen: list[Any]) -> list[Any]:
        gegeven = getattr(self, "cleaned_data", {})
        return sorted(rijen, key=lambda rij: gegeven.get(_naam(rij), rij.volgorde))

    def _beslist(self, rij: Any) -> str:
        """Return what decides between rows with the same number."""
        return volgorde(str(reduce(getattr, self._paden[-1].split("__"), rij)))


def _naam(rij: Model) -> str:
    return f"{rij.pk}-volgorde"


def _pad(deel: Any) -> str:
    """Return the field by which a part of an ordering sorts."""
    return deel if isinstance(deel, str) else str(deel.get_source_expressions()[0].name)
