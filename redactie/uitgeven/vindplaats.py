"""Where an editor finds the rows of a difference between two documents, as far as they are in the working copy."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from redactie.adressen import wijzigen_bij
from redactie.uitgeven.gekozen import per_sleutel
from uitgave.soort import delen
from uitgave.verschil import Rijsleutel, Verschil
from uitgave.werkkopie import Werkkopie


def rijen_van(verschillen: Iterable[Verschil], kopie: Werkkopie) -> dict[Rijsleutel, Any]:
    """Return the rows of the kinds in which something differs, by their name."""
    anders = {verschil.rij.deel for verschil in verschillen if verschil.rij}
    return {sleutel: rij for deel in anders for sleutel, rij in per_sleutel(kopie, delen()[deel]).items()}


def met_adres(verschillen: list[Verschil], rijen: Mapping[Rijsleutel, Any]) -> list[Verschil]:
    """Return the same differences, each with the page of its row among `rijen`."""
    gevonden = ((verschil, rijen.get(verschil.rij) if verschil.rij else None) for verschil in verschillen)
    return [replace(verschil, adres=wijzigen_bij(rij)) if rij else verschil for verschil, rij in gevonden]


def met_vindplaats(verschillen: list[Verschil]) -> list[Verschil]:
    """Return the same differences, each with the page of its row where there is one now."""
    return met_adres(verschillen, rijen_van(verschillen, Werkkopie())) if verschillen else []
