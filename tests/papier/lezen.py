"""Reading a PDF back: its words, its links, and what it says of itself."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from papier.drukken import ontbreekt


def met_pdf() -> pytest.MarkDecorator:
    """Leave tests out where no PDF can be made; in CI they fail there."""
    import os

    return pytest.mark.skipif(bool(ontbreekt()) and not os.environ.get("CI"), reason=ontbreekt() or "-")


def gelezen(inhoud: bytes | Path) -> PdfReader:
    return PdfReader(BytesIO(inhoud if isinstance(inhoud, bytes) else inhoud.read_bytes()))


def tekst(pdf: PdfReader) -> str:
    """All words, with a hyphen at the end of a line taken away and white space made single."""
    alles = "\n".join(bladzijde.extract_text() for bladzijde in pdf.pages)
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)-\n(?=\w)", "", alles)).replace("\xad", "")


def links(pdf: PdfReader) -> Iterator[tuple[int, str, str]]:
    """Yield each link: the page on which it stands from 0, where it leads in the PDF, and where outside it."""
    for nummer, bladzijde in enumerate(pdf.pages):
        for verwijzing in bladzijde.get("/Annots", ()):
            deze = verwijzing.get_object()
            if deze.get("/Subtype") == "/Link":
                daad = deze.get("/A", {})
                yield nummer, str(deze.get("/Dest", daad.get("/D", ""))), str(daad.get("/URI", ""))


def koppen(pdf: PdfReader) -> list[str]:
    """Return all bookmarks, at any depth."""

    def plat(delen: list) -> Iterator[str]:
        for deel in delen:
            yield from plat(deel) if isinstance(deel, list) else [deel.title]

    return list(plat(pdf.outline))
