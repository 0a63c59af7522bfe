"""Finding a text anywhere in the working copy: in every field of every kind, capitals and accents aside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Model, TextField

from redactie.adressen import wijzigen_bij
from uitgave.soort import SLEUTEL, Soort, soort_van
from uitgave.werkkopie import Werkkopie
from zoeken.vouwen import gevouwen

KORTST, LANGST = 2, 200  # characters of a question
EROMHEEN = 60  # characters that are shown on either side


@dataclass(frozen=True)
class Treffer:
    """A field of a row that has the text, with what stands before and behind it there."""

    rij: Any
    veld: str
    voor: str
    hier: str
    na: str

    @property
    def soort(self) -> Soort:
        return soort_van(type(self.rij))

    @property
    def adres(self) -> str:
        """Where an editor changes it: on the page of the row that it belongs to, where it has none itself."""
        return wijzigen_bij(self.rij)


def zoek(kopie: Werkkopie, vraag: str, alleen: type[Model] | None = None) -> Iterator[Treffer]:
    """Yield where `vraag` stands, in the order of the desk, once for each field; with `alleen` of one kind."""
    gevraagd = gevouwen(vraag.strip())
    soorten = sorted((soort_van(model) for model in kopie.rijen if alleen in (None, model)), key=lambda s: s.plek)
    for soort in soorten:
        velden = zoekvelden(soort.model)
        for rij in kopie.rijen[soort.model]:
            for veld in velden:
                if gevonden := _in(getattr(rij, veld.attname) or "", gevraagd):
                    yield Treffer(rij, str(veld.verbose_name), *gevonden)


def zoekvelden(model: type[Model]) -> list[Any]:
    """Return the fields of `model` that hold a text: names, addresses, links and codes too; no key and no choice."""
    velden = (veld for veld in model._meta.concrete_fields if isinstance(veld, CharField | TextField))
    return [veld for veld in velden if not veld.choices and veld.name != SLEUTEL]


def _in(tekst: str, gevraagd: str) -> tuple[str, str, str] | None:
    """Return a text in three: up to where `gevraagd` stands in it, that, and what comes after; shortened."""
    if gevraagd not in gevouwen(tekst):
        return None
    plekken = [nummer for nummer, letter in enumerate(tekst) for _ in gevouwen(letter)]
    begin = gevouwen(tekst).find(gevraagd)
    if len(plekken) != len(gevouwen(tekst)):  # letters that only fold together: then the whole text is shown
        return "", tekst[:LANGST], ""
    van, tot = plekken[begin], plekken[begin + len(gevraagd) - 1] + 1
    return _einde(tekst[:van]), tekst[van:tot], _begin(tekst[tot:])


def _einde(tekst: str) -> str:
    return tekst if len(tekst) <= EROMHEEN else "… " + re.sub(r"^\S*\s", "", tekst[-EROMHEEN:])


def _begin(tekst: str) -> str:
    return tekst if len(tekst) <= EROMHEEN else re.sub(r"\s\S*$", "", tekst[:EROMHEEN]) + " …"
