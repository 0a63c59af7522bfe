"""All content with its pictures in one file (zip): the document, and what is kept of each picture that it names.

Of a picture of which the consent was taken back, only that goes along: it is not shown there either.
"""

import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import msgspec

from uitgave import document as d
from uitgave.beelden import bestaand, bewaar, genoemd, merk_van, uit_database
from uitgave.intrekken import nu_ingetrokken, trek_in
from uitgave.toestemming import MERK

INHOUD, MAP, WEG = "inhoud.json", "beelden/", "ingetrokken.json"
MEESTE, GROOTST = 2000, 8 * 1024**2  # pictures, and bytes of one
Merk = Annotated[str, msgspec.Meta(pattern=rf"^[0-9a-f]{{{MERK}}}$")]


def bronnen(document: d.Document) -> list[str]:
    """Return the names of what is kept of the pictures that a document names."""
    return sorted({f"{naam[:MERK]}.webp" for naam in genoemd(document)})


def schrijf(document: d.Document, bestand: Path) -> None:
    """Write a document with its pictures. Raises OSError."""
    with zipfile.ZipFile(bestand, "w") as pakket:
        pakket.writestr(INHOUD, d.schrijf(document), zipfile.ZIP_DEFLATED)
        namen, weg = bronnen(document), nu_ingetrokken()
        pakket.writestr(WEG, msgspec.json.encode([naam[:MERK] for naam in namen if naam[:MERK] in weg]))
        for naam in namen:
            if naam[:MERK] not in weg and (inhoud := uit_database(naam)) is not None:
                pakket.writestr(MAP + naam, inhoud)


def lees(bestand: Path) -> bytes:
    """Return the document in a file, as it stands there, after keeping the pictures that come with it.

    A file that is no zip is that document. Raises ValueError, in Dutch, for a picture that is not what its name says;
    OSError.
    """
    if not zipfile.is_zipfile(bestand):
        return bestand.read_bytes()
    try:
        with zipfile.ZipFile(bestand) as pakket:
            leden = [lid for lid in pakket.infolist() if lid.filename.startswith(MAP)]
            if len(leden) > MEESTE or any(lid.file_size > GROOTST for lid in leden):
                raise ValueError(f"{bestand.name} heeft te veel foto’s, of een foto is te groot.")
            if WEG in pakket.namelist():
                trek_in(msgspec.json.decode(pakket.read(WEG), type=set[Merk]), None)
            weg = nu_ingetrokken()
            for lid in leden:
                _neem_op(lid.filename.removeprefix(MAP), pakket.read(lid), weg)
            return pakket.read(INHOUD)
    except (KeyError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, msgspec.MsgspecError) as fout:
        raise ValueError(f"{bestand.name} is beschadigd, of niet met ‘exporteer’ gemaakt.") from fout


def _neem_op(naam: str, inhoud: bytes, weg: Collection[str]) -> None:
    if naam != f"{merk_van(inhoud)}.webp":
        raise ValueError(f"De foto {naam[:60]} is beschadigd.")
    if naam[:MERK] not in weg and not bestaand([naam]):
        bewaar(naam, inhoud)
