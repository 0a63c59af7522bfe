"""From when and until when somebody can begin with an opleiding. Pure: days in, days and names out."""

from collections.abc import Mapping
from datetime import date


def sluit(instroom_tot: date | None, einde: date | None) -> date | None:
    """Return the first day on which nobody can begin any more; None when that is not known."""
    return min((dag for dag in (instroom_tot, einde) if dag), default=None)


def keten(naam: str, opvolgers: Mapping[str, str | None]) -> list[str]:
    """Return what took the place of `naam`, what took the place of that, and so on; a circle ends where it began."""
    gevonden = [naam]
    while (volgende := opvolgers.get(gevonden[-1])) and volgende not in gevonden:
        gevonden.append(volgende)
    return gevonden[1:]
