"""Bring content back from a file: read it, try it, and make the working copy what it says."""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from redactie.kenmerk import kenmerk
from redactie.uitwisseling.gelijkmaken import Gelijkmaker
from redactie.uitwisseling.rijen import veldfouten
from uitgave import document as d
from uitgave import schema
from uitgave.bouwen import bouw
from uitgave.leesfout import Leesfout, Plek, kort, naam, op_plaats, plaats
from uitgave.vastleggen import Gebruiker, proef, stand, vastleggen

GROOTSTE = 2 * 1024**2  # bytes: about three hundred functies with all that belongs to them
MEESTE = 10_000  # rows: those functies have fewer. Each takes time, in which nobody else can save

GROTER = "Vraag de beheerder van de server om een groter bestand in te voeren."


def lees_bestand(inhoud: bytes, meeste: int | None = MEESTE) -> d.Document:
    """Return the document in a file: a download of everything, or an edition as it is kept on disk.

    It has at most `meeste` rows; None is any number, for who waits for it at the server.
    Raises ValueError with a Dutch message that names the place of the first thing that is wrong, and Leesfout with all.
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


class _Kapot:
    """Stands in a file that was read where something is that cannot be there; says what, in Dutch."""

    def __init__(self, reden: str) -> None:
        self.reden = reden


def _json(tekst: str, meeste: int | None) -> Any:
    if meeste is not None and tekst.count("{") > meeste:
        raise ValueError(f"Dit bestand heeft te veel rijen. Het mag er hooguit {meeste} hebben. {GROTER}")
    return json.loads(tekst, object_pairs_hook=_blok, parse_int=_heel_getal, parse_constant=_geen_getal)


def _document(gegevens: Any) -> d.Document:
    if isinstance(gegevens, dict) and isinstance(gegevens.get("document"), dict | _Kapot):
        gegevens = gegevens["document"]
    if isinstance(gegevens, dict) and {"schema", "ontwikkelpad"} & set(gegevens):
        schema.keur(gegevens.get("schema"))
    elif not isinstance(gegevens, _Kapot):
        raise ValueError(
            "Dit is geen bestand van deze site. Kies een bestand dat je met ‘Download alles’ hebt gemaakt."
        )
    if kapot := [op_plaats(plaats(gegevens, plek), f"{reden}.") for plek, reden in _kapot(gegevens, ())]:
        raise Leesfout(*kapot)
    document = d.omgezet(gegevens)
    try:
        return d.opgeschoond(d.gecontroleerd(document, alles=True))
    except Leesfout as fout:
        raise Leesfout(*fout.fouten, *veldfouten(document)) from None


def _kapot(gegevens: Any, plek: Plek) -> Iterator[tuple[Plek, str]]:
    """Yield where something stands that cannot be there, and why.

    A name or a text cannot hold what PostgreSQL (NUL) or UTF-8 (half a character) cannot store.
    """
    if isinstance(gegevens, _Kapot):
        yield plek, gegevens.reden
    elif isinstance(gegevens, str) and re.search("[\0\ud800-\udfff]", gegevens):
        yield plek, "hier staat een teken dat niet kan worden bewaard"
    elif isinstance(gegevens, dict | list):
        for stap, deel in gegevens.items() if isinstance(gegevens, dict) else enumerate(gegevens):
            yield from _kapot(stap, (*plek, stap))
            yield from _kapot(deel, (*plek, stap))


def _blok(paren: list[tuple[str, Any]]) -> dict[str, Any] | _Kapot:
    """Return a block, unless a name stands twice in it: JSON keeps the last one and says nothing."""
    blok = dict(paren)
    if len(blok) == len(paren):
        return blok
    [(dubbel, _)] = Counter(sleutel for sleutel, _ in paren).most_common(1)
    bij = f" bij {naam(blok)}" if naam(blok) else ""
    return _Kapot(f"‘{kort(dubbel)}’ staat twee keer in hetzelfde blok{bij}")


def _heel_getal(tekst: str) -> int | _Kapot:
    return int(tekst) if len(tekst) <= 18 else _Kapot(f"het getal {kort(tekst)} is te groot")


def _geen_getal(tekst: str) -> _Kapot:
    return _Kapot(f"{tekst} is geen getal dat in dit bestand kan staan")
