"""Which regelingen are in force, and for whom."""

from collections.abc import Collection, Iterable
from datetime import date

from werkgevers.document import Regeling
from werkgevers.keuzes import Lezer


def geldig(regelingen: Iterable[Regeling], dag: date) -> list[Regeling]:
    """Return the regelingen that hold on `dag`; a missing first or last day sets no limit."""
    return [
        regeling
        for regeling in regelingen
        if (regeling.geldig_van or dag) <= dag and dag <= (regeling.geldig_tot or dag)
    ]


def geldt_voor(
    regelingen: Iterable[Regeling],
    functies: Collection[str],
    leerwegen: Collection[str],
    lezer: Lezer | None,
    dag: date,
) -> list[Regeling]:
    """Return the regelingen that hold on `dag` for one of these functies and one of these leerwegen, by their slugs.

    Nothing chosen leaves nothing out: neither no functies or leerwegen, nor no `lezer`. A regeling that names
    none of them is for all.
    """
    return [
        regeling
        for regeling in geldig(regelingen, dag)
        if _past(regeling.functies, functies)
        and _past(regeling.leerwegen, leerwegen)
        and (None in (lezer, regeling.voor) or regeling.voor == lezer)
    ]


def _past(voor: Collection[str], gekozen: Collection[str]) -> bool:
    return not (voor and gekozen) or not set(voor).isdisjoint(gekozen)
