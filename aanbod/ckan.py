"""Where the newest files of a dataset are: the portal of DUO is a CKAN, in which names stay and addresses change.

Pure: `haal` gives what is at an address.
"""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import msgspec

PORTAAL = "https://onderwijsdata.duo.nl"


class Bron(msgspec.Struct):
    """One file of a dataset. CKAN tells more of it."""

    url: str
    name: str | None = None
    format: str | None = None
    last_modified: str | None = None

    @property
    def namen(self) -> set[str | None]:
        """What the portal calls it, and what its address does."""
        return {self.name, PurePosixPath(urlsplit(self.url).path).stem}

    @property
    def veranderd(self) -> date | None:
        """The day on which it was last changed, where that is told."""
        try:
            return date.fromisoformat((self.last_modified or "")[:10])
        except ValueError:
            return None


class Dataset(msgspec.Struct):
    resources: tuple[Bron, ...]


class Antwoord(msgspec.Struct):
    result: Dataset


def zoek_bestand(dataset: str, haal: Callable[[str], bytes], portaal: str = PORTAAL) -> tuple[str, date | None]:
    """Return the address of the one table of a dataset, and the day on which it was last changed, where that is told.

    Raises as `zoek_bestanden` does.
    """
    bron = zoek_bestanden(dataset, [dataset], haal, portaal)[dataset]
    return bron.url, bron.veranderd


def zoek_bestanden(
    dataset: str, namen: Iterable[str], haal: Callable[[str], bytes], portaal: str = PORTAAL
) -> dict[str, Bron]:
    """Return by name the tables of a dataset, as far as they are there: the first of `namen` always is.

    A dataset of one table need not call that by its name. Raises ValueError, in Dutch, when the portal answers
    something else, lacks the first, or has one twice.
    """
    try:
        gelezen = msgspec.json.decode(haal(f"{portaal}/api/3/action/package_show?id={dataset}"), type=Antwoord)
    except msgspec.DecodeError as fout:
        raise ValueError(f"Het portaal geeft een ander antwoord dan eerst ({fout}).") from None
    tabellen = [bron for bron in gelezen.result.resources if (bron.format or "").upper() == "CSV"]
    bronnen: dict[str, Bron] = {}
    for nummer, naam in enumerate(namen):
        gevonden = [bron for bron in tabellen if naam in bron.namen or len(tabellen) == 1 > nummer]
        if len(gevonden) > 1 or not (gevonden or nummer):
            raise ValueError(f"Bij {dataset} horen {len(gevonden)} bestanden {naam} in CSV. Dat moet er één zijn.")
        if gevonden:
            bronnen[naam] = gevonden[0]
    return bronnen
