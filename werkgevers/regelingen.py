"""Which regelingen are in force."""

from collections.abc import Iterable
from datetime import date

from werkgevers.document import Regeling


def geldig(regelingen: Iterable[Regeling], dag: date) -> list[Regeling]:
    """Return the regelingen that hold on `dag`; a missing first or last day sets no limit."""
    return [
        regeling
        for regeling in regelingen
        if (regeling.geldig_van or dag) <= dag and dag <= (regeling.geldig_tot or dag)
    ]
