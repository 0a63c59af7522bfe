"""The newest edition that this release can read, and the newer ones that it passes over."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from uitgave import document as d
from uitgave.models import Uitgave

Kenmerk = tuple[tuple[int, str, date, str, str], ...]
KENMERK = ("id", "nummer", "datum", "wijzigingen", "sleutel")


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


def kenmerk_van_uitgaven() -> Kenmerk:
    """Return what is different once an edition appears or its number, date or words are corrected.

    It leaves the documents alone: they never change.
    """
    return tuple(Uitgave.objects.verschenen().order_by("id").values_list(*KENMERK))


def op_de_site() -> OpDeSite:
    """Return the newest edition that can be read, and those above it that cannot, newest first."""
    overgeslagen: list[Overgeslagen] = []
    for rij in Uitgave.objects.verschenen().select_related("door").order_by("-id").iterator(chunk_size=1):
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
