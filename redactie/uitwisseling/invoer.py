"""Bring content back from a file: read it, try it, and make the working copy what it says."""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from redactie.kenmerk import kenmerk
from redactie.uitwisseling.gelijkmaken import Gelijkmaker
from uitgave import document as d
from uitgave import schema
from uitgave.bouwen import bouw
from uitgave.leesfout import Plek, kort, naam, plaats
from uitgave.vastleggen import Gebruiker, proef, stand, vastleggen

GROOTSTE = 2 * 1024**2  # bytes: about three hundred functies with all that belongs to them
MEESTE = 10_000  # rows: those functies have fewer. Each takes time, in which nobody else can save

GROTER = "Vraag de beheerder van de server om een groter bestand in te voeren."


def lees_bestand(inhoud: bytes, meeste: int | None = MEESTE) -> d.Document:
    """Return the document in a file: a download of everything, or an edition as it is kept on disk.

    It has at most `meeste` rows; None is any number, for who waits for it at the server.
    Raises ValueError with a Dutch message that names the place of the first thing that is wrong.
    """
    try:
        return _document(_json(_tekst(inhoud), meeste))
    except json.JSONDecodeError as fout:
        raise ValueError(f"Dit is geen goede JSON. Kijk bij regel {fout.lineno}, teken {fout.colno}.") from None
    except RecursionError:
        raise ValueError("Dit is geen bestand van deze site: er zitten te veel lijsten in elkaar.") from None


def probeer(document: d.Document) -> d.Document:
    """Return the working copy as it is, after trying that `document` can take its place.

    Raises InvoerFout when a row of `document` is not right. Nothing is changed. Others wait only while it is tried.
    """
    begin = stand()
    nu, werk = bouw(alles=True), Gelijkmaker(document)
    with proef():
        if stand() != begin:
            nu, werk = bouw(alles=True), Gelijkmaker(document)
        werk.doe(None)
    return nu


def voer_in(document: d.Document, basis: str, gebruiker: Gebruiker, toelichting: str) -> bool:
    """Make the working copy what `document` says, in one change; whole or not at all.

    Returns False, with nothing changed, when the kenmerk of the working copy is no longer `basis`.
    Raises InvoerFout, with nothing changed, when a row of `document` is not right. Others wait only while it is
    written.
    """
    begin = stand()
    if kenmerk(bouw(alles=True)) != basis:
        return False
    werk = Gelijkmaker(document)
    with vastleggen(gebruiker, toelichting):
        if stand() != begin:
            return False
        werk.doe(gebruiker)
    return True


def _tekst(inhoud: bytes) -> str:
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in inhoud:
        raise ValueError("Dit bestand is niet bewaard als UTF-8. Bewaar het als UTF-8 en probeer het opnieuw.")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise ValueError(
            f"Dit bestand is niet bewaard als UTF-8: regel {regel} kan niet worden gelezen. "
            "Bewaar het als UTF-8 en probeer het opnieuw."
        ) from None


def _json(tekst: str, meeste: int | None) -> Any:
    if meeste is not None and tekst.count("{") > meeste:
        raise ValueError(f"Dit bestand heeft te veel rijen. Het mag er hooguit {meeste} hebben. {GROTER}")
    return json.loads(tekst, object_pairs_hook=_blok, parse_int=_heel_getal, parse_constant=_geen_getal)


def _document(gegevens: Any) -> d.Document:
    if isinstance(gegevens, dict) and isinstance(gegevens.get("document"), dict):
        gegevens = gegevens["document"]
    if not isinstance(gegevens, dict) or not {"schema", "ontwikkelpad"} & set(gegevens):
        raise ValueError(
            "Dit is geen bestand van deze site. Kies een bestand dat je met ‘Download alles’ hebt gemaakt."
        )
    schema.keur(gegevens.get("schema"))
    if plek := next(_onbewaarbaar(gegevens, ()), None):
        raise ValueError(f"{plaats(gegevens, plek)}: hier staat een teken dat niet kan worden bewaard.")
    return d.uit_gegevens(gegevens, alles=True)


def _blok(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice in one block: JSON keeps the last one and says nothing."""
    blok = dict(paren)
    if len(blok) < len(paren):
        [(dubbel, _)] = Counter(sleutel for sleutel, _ in paren).most_common(1)
        bij = f" bij {naam(blok)}" if naam(blok) else ""
        raise ValueError(f"‘{kort(dubbel)}’ staat twee keer in hetzelfde blok{bij}.")
    return blok


def _onbewaarbaar(gegevens: Any, plek: Plek) -> Iterator[Plek]:
    """Yield where a name or a text holds what PostgreSQL (NUL) or UTF-8 (half a character) cannot store."""
    if isinstance(gegevens, str) and re.search("[\0\ud800-\udfff]", gegevens):
        yield plek
    elif isinstance(gegevens, dict | list):
        for stap, deel in gegevens.items() if isinstance(gegevens, dict) else enumerate(gegevens):
            yield from _onbewaarbaar(stap, (*plek, stap))
            yield from _onbewaarbaar(deel, (*plek, stap))


def _heel_getal(tekst: str) -> int:
    if len(tekst) > 18:
        raise ValueError(f"Het getal {kort(tekst)} is te groot.")
    return int(tekst)


def _geen_getal(tekst: str) -> NoReturn:
    raise ValueError(f"{tekst} is geen getal dat in dit bestand kan staan.")
