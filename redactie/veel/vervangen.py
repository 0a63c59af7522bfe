"""Putting a text in place of another, in all rows that an editor chooses."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, SlugField

from redactie.veel.ingreep import Ingreep, Wijziging
from uitgave.inhoud import CodeField, tekstvelden
from uitgave.soort import SLEUTEL, is_inhoud
from uitgave.werkkopie import Werkkopie


@dataclass(frozen=True)
class Vervanging:
    """What is looked for, and what comes in its place."""

    zoek: str
    door: str
    hoofdletters: bool = True  # capitals count
    woorden: bool = False  # only whole words

    def op(self, tekst: str) -> str:
        """Return `tekst` with every place changed."""
        patroon = re.escape(self.zoek)
        patroon = rf"(?<!\w){patroon}(?!\w)" if self.woorden else patroon
        return re.sub(patroon, lambda _: self.door, tekst, flags=0 if self.hoofdletters else re.IGNORECASE)


def ingreep(kopie: Werkkopie, vervanging: Vervanging, alleen: Collection[str] | None = None) -> Ingreep:
    """Return what `vervanging` would make of the rows of the working copy; with `alleen` of those that it names."""
    rijen = (rij for model in kopie.rijen if is_inhoud(model) for rij in kopie.rijen[model])
    return Ingreep(
        Wijziging(rij, waarden)
        for rij in rijen
        if (alleen is None or naam_van(rij) in alleen) and (waarden := dict(_anders(rij, vervanging)))
    )


def naam_van(rij: Model) -> str:
    """Return how a form names a row."""
    return f"{rij._meta.label_lower}:{rij.pk}"


def _anders(rij: Any, vervanging: Vervanging) -> Iterator[tuple[str, str]]:
    for veld in vervangbaar(type(rij)):
        tekst = getattr(rij, veld.attname) or ""
        if (nieuw := vervanging.op(tekst)) != tekst:
            yield veld.name, nieuw


def vervangbaar(model: type[Model]) -> list[Any]:
    """Return the fields with words: no address of a page, no choice, no drawing."""
    velden = (veld for veld in tekstvelden(model) if not veld.choices and veld.name != SLEUTEL)
    return [veld for veld in velden if not isinstance(veld, SlugField | CodeField)]
