"""Where the newest file of a dataset is: the portal of DUO is a CKAN, in which names stay and addresses change.

Pure: `haal` gives what is at an address.
"""

from collections.abc import Callable
from datetime import date

import msgspec

PORTAAL = "https://onderwijsdata.duo.nl"
HO = "ho_opleidingsoverzicht"


class Bron(msgspec.Struct):
    """One file of a dataset. CKAN tells more of it."""

    url: str
    format: str = ""
    last_modified: str | None = None


class Dataset(msgspec.Struct):
    resources: tuple[Bron, ...]


class Antwoord(msgspec.Struct):
    result: Dataset


def zoek_bestand(dataset: str, haal: Callable[[str], bytes], portaal: str = PORTAAL) -> tuple[str, date | None]:
    """Return the address of the CSV of a dataset, and the day on which it was last changed, where that is told.

    Raises ValueError, in Dutch, when the portal answers something else, or names no or more than one such file.
    """
    try:
        gelezen = msgspec.json.decode(haal(f"{portaal}/api/3/action/package_show?id={dataset}"), type=Antwoord)
    except msgspec.DecodeError as fout:
        raise ValueError(f"Het portaal geeft een ander antwoord dan eerst ({fout}).") from None
    bestanden = [bron for bron in gelezen.result.resources if bron.format.upper() == "CSV"]
    if len(bestanden) != 1:
        raise ValueError(f"Bij {dataset} horen {len(bestanden)} bestanden in CSV. Dat moet er één zijn.")
    try:
        return bestanden[0].url, date.fromisoformat((bestanden[0].last_modified or "")[:10])
    except ValueError:
        return bestanden[0].url, None
