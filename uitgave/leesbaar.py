"""The newest edition that this release can read, and the newer ones that it passes over."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from uitgave import document as d
from uitgave.models import Uitgave

Kenmerk = tuple[tuple[int, str, date, str], ...]


@dataclass(frozen=True)
class Overgeslagen:
    """An edition that cannot be read, with the reason in Dutch."""

    id: int
    nummer: str
    reden: str


class OpDeSite(NamedTuple):
    """What visitors get of the editions in the database; without a `document` there is none for them."""

    uitgave: Uitgave | None
    document: d.Document | None
    overgeslagen: tuple[Overgeslagen, ...]


def kenmerk_van_uitgaven(*erbij: Any) -> tuple[Any, ...]:
    """Return what is different once an edition is published or its number, date or words are corrected.

    It leaves the documents alone: they never change, and every process asks this each second. Each of its rows ends
    with the expressions `erbij`.
    """
    return tuple(Uitgave.objects.order_by("id").values_list("id", "nummer", "datum", "wijzigingen", *erbij))


def op_de_site() -> OpDeSite:
    """Return the newest edition that can be read, and those above it that cannot, newest first."""
    overgeslagen: list[Overgeslagen] = []
    for rij in Uitgave.objects.select_related("door").order_by("-id").iterator(chunk_size=1):
        document, fout = gelezen(rij)
        if document:
            return OpDeSite(rij, document, tuple(overgeslagen))
        overgeslagen.append(Overgeslagen(rij.pk, rij.nummer, fout))
    return OpDeSite(None, None, tuple(overgeslagen))


def gelezen(rij: Uitgave) -> tuple[d.Document | None, str]:
    """Return the document of an edition, or None and the reason, in Dutch, that this release cannot read it."""
    try:
        return d.lees(rij.document), ""
    except (ValueError, RecursionError) as fout:
        return None, str(fout)
