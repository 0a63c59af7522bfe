"""All content with its pictures in one file (zip): the document, and what is kept of each picture that it names."""

import zipfile
from pathlib import Path

from uitgave import document as d
from uitgave.beelden import bestaand, bewaar, genoemd, merk_van, uit_database
from uitgave.toestemming import MERK

INHOUD, MAP = "inhoud.json", "beelden/"
MEESTE, GROOTST = 2000, 8 * 1024**2  # pictures, and bytes of one


def bronnen(document: d.Document) -> list[str]:
    """Return the names of what is kept of the pictures that a document names."""
    return sorted({f"{naam[:MERK]}.webp" for naam in genoemd(document)})


def schrijf(document: d.Document, bestand: Path) -> None:
    """Write a document with its pictures. Raises OSError."""
    with zipfile.ZipFile(bestand, "w") as pakket:
        pakket.writestr(INHOUD, d.schrijf(document), zipfile.ZIP_DEFLATED)
        for naam in bronnen(document):
            if (inhoud := uit_database(naam)) is not None:
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
            for lid in leden:
                _neem_op(lid.filename.removeprefix(MAP), pakket.read(lid))
            return pakket.read(INHOUD)
    except (KeyError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fout:
        raise ValueError(f"{bestand.name} is beschadigd, of niet met ‘exporteer’ gemaakt.") from fout


def _neem_op(naam: str, inhoud: bytes) -> None:
    if naam != f"{merk_van(inhoud)}.webp":
        raise ValueError(f"De foto {naam[:60]} is beschadigd.")
    if not bestaand([naam]):
        bewaar(naam, inhoud)
