"""An edition as tables: one for each kind of content, each kind of rows inside those, and each dataset beside it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from data.inhoud import openbaar_document
from uitgave.document import Document
from uitgave.gegevens import Gegevens, alle_gegevens
from uitgave.pad import Pad
from uitgave.rekenblad import veilig
from uitgave.rij import rijvelden
from uitgave.soort import Soort, delen

NIET = ("zichtbaar",)  # what is published always is
VOORAAN, ACHTERAAN = ("sleutel", "slug"), ("bron", "gecontroleerd_op")  # columns before and after all others
SCHEIDING = " | "  # between the values of a list in one cell
LANGSTE_CEL, LANGSTE_BLADNAAM = 32_767, 31  # characters that Excel takes
GEMAAKT = {"created": datetime(2026, 1, 1)}  # the same edition gives the same bytes
Cel = str | int


@dataclass(frozen=True)
class Tabel:
    """The rows of a kind; those inside other rows, in the field `veld`, begin with what tells those apart."""

    soort: Soort
    veld: str = ""

    @property
    def binnen(self) -> Soort | None:
        return self.soort.binnen[self.veld] if self.veld else None

    @property
    def naam(self) -> str:
        return f"{self.soort.deel}-{self.veld}" if self.veld else self.soort.deel

    @property
    def titel(self) -> str:
        return (self.binnen or self.soort).meervoud

    @property
    def kolommen(self) -> list[str]:
        ouder = self.binnen.ouder if self.binnen else None
        begin = [ouder.name] if ouder and self._ouder == ["slug"] else self._ouder
        return [*begin, *self._velden]

    @property
    def _ouder(self) -> list[str]:
        """The fields that tell the rows apart in which these stand."""
        if not self.binnen:
            return []
        return ["slug"] if "slug" in self.soort.velden else [*self.soort.uniek]

    @property
    def _velden(self) -> list[str]:
        soort = self.binnen or self.soort
        eigen = [veld for veld in soort.velden if veld not in (*NIET, *VOORAAN, *ACHTERAAN, *soort.binnen)]
        return [veld for veld in (*VOORAAN, *eigen, *ACHTERAAN) if veld in soort.velden]

    def _deel(self, document: Document) -> tuple[Any, ...]:
        deel = getattr(document, self.soort.deel)
        return deel if isinstance(deel, tuple) else (deel,) if deel else ()

    def aantal(self, pad: Pad) -> int:
        """Return how many rows it has."""
        return sum(len(getattr(rij, self.veld)) if self.veld else 1 for rij in self._deel(openbaar_document(pad)))

    def rijen(self, pad: Pad) -> Iterator[list[Cel]]:
        """Yield the rows, each with a cell for every column."""
        for rij in self._deel(openbaar_document(pad)):
            begin = [cel(getattr(rij, veld)) for veld in self._ouder]
            for eigen in getattr(rij, self.veld) if self.veld else (rij,):
                yield [*begin, *(cel(getattr(eigen, veld)) for veld in self._velden)]


@dataclass(frozen=True)
class Bijlagetabel:
    """The rows of a dataset beside the editions."""

    gegevens: Gegevens

    @property
    def naam(self) -> str:
        return self.gegevens.deel

    @property
    def titel(self) -> str:
        return self.gegevens.titel

    @property
    def kolommen(self) -> list[str]:
        return [*rijvelden(self.gegevens.rij)]

    def aantal(self, pad: Pad) -> int:
        """Return how many rows it has."""
        return sum(1 for _ in self.gegevens.rijen(pad))

    def rijen(self, pad: Pad) -> Iterator[list[Cel]]:
        """Yield the rows, each with a cell for every column."""
        for rij in self.gegevens.rijen(pad):
            yield [cel(getattr(rij, veld)) for veld in self.kolommen]


def cel(waarde: Any) -> Cel:
    """Return a value as a cell: a number, or text as it stands in the JSON; of a list, what is in it with | between."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, tuple):
        return SCHEIDING.join(str(cel(deel)) for deel in waarde)
    if isinstance(waarde, Enum):
        return str(waarde.value)
    return waarde if isinstance(waarde, int) else str(waarde)


@cache
def tabellen() -> dict[str, Tabel | Bijlagetabel]:
    """Return every table by its name, each kind with what stands inside its rows; then the datasets beside them."""
    alle: list[Tabel | Bijlagetabel] = [
        Tabel(soort, veld) for soort in delen().values() for veld in ("", *soort.binnen)
    ]
    alle += map(Bijlagetabel, alle_gegevens())
    return {tabel.naam: tabel for tabel in alle}


def als_csv(pad: Pad, tabel: Tabel | Bijlagetabel) -> bytes:
    """Return a table as a Dutch spreadsheet opens it: a mark for UTF-8, and ; between the cells."""
    bestand = StringIO(newline="")
    schrijver = csv.writer(bestand, delimiter=";")
    schrijver.writerow(tabel.kolommen)
    for rij in tabel.rijen(pad):
        schrijver.writerow(veilig(waarde) if isinstance(waarde, str) else waarde for waarde in rij)
    return bestand.getvalue().encode("utf-8-sig")


def als_xlsx(pad: Pad) -> bytes:
    """Return all tables that hold something as one workbook; every cell is text or a number, none a formula."""
    bestand = BytesIO()
    with xlsxwriter.Workbook(bestand, {"in_memory": True}) as werkmap:
        werkmap.set_properties({"title": pad.document.sitenaam, **GEMAAKT})
        kop = werkmap.add_format({"bold": True})
        for tabel in tabellen().values():
            if not tabel.aantal(pad):
                continue
            blad = werkmap.add_worksheet(tabel.naam[:LANGSTE_BLADNAAM])
            blad.freeze_panes(1, 0)
            for kolom, naam in enumerate(tabel.kolommen):
                blad.write_string(0, kolom, naam, kop)
            for nummer, rij in enumerate(tabel.rijen(pad), start=1):
                for kolom, waarde in enumerate(rij):
                    if isinstance(waarde, int):
                        blad.write_number(nummer, kolom, waarde)
                    elif waarde:
                        blad.write_string(nummer, kolom, waarde[:LANGSTE_CEL])
    return bestand.getvalue()
