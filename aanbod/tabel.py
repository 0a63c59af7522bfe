"""Tables of a register, read strictly: bytes in, rows out, or the first fault with its place. Pure: no Django.

A file that is cut off, that has other columns, or that holds something else than its columns say, is refused whole:
half of it would tell somebody that there is no school.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from uitgave.tekst import schoon

MEEST_BYTES = 100_000_000
MEEST_TEKENS = 10_000  # of one field

Lezer = Callable[[str], Any]  # what a field says; raises ValueError, in Dutch, where it says something else


class Tabelfout(ValueError):
    """What is wrong with a table, and where: a sentence in Dutch."""


def lees(inhoud: bytes, kolommen: Mapping[str, Lezer]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table in CSV (UTF-8, commas, a first row of names), each by the names of `kolommen`.

    A row is a line: no field goes on over the end of one, and quotes inside a field need not be doubled, for in the
    tables of DUO they are not. Other columns are passed over. Raises Tabelfout at the first thing that is wrong.
    """
    if len(inhoud) > MEEST_BYTES:
        raise Tabelfout(f"Het bestand is te groot: meer dan {MEEST_BYTES // 1_000_000} MB.")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise Tabelfout(f"Regel {regel} is niet in UTF-8 geschreven.") from None
    if not tekst.endswith("\n"):
        raise Tabelfout("Het bestand houdt op midden in de laatste regel.")
    kop, *rijen = tekst.split("\n")[:-1]
    namen = _velden(kop, 1)
    plekken = _plekken(namen, kolommen)
    for regel, ruw in enumerate(rijen, start=2):
        rij = _velden(ruw, regel)
        if len(rij) != len(namen):
            raise Tabelfout(f"Regel {regel} heeft {len(rij)} velden. Het moeten er {len(namen)} zijn.")
        yield {naam: _veld(rij[plek], naam, lezer, regel) for naam, (plek, lezer) in plekken.items()}


def _velden(ruw: str, regel: int) -> list[str]:
    try:
        return next(csv.reader([ruw]), [])
    except csv.Error:
        raise Tabelfout(f"Regel {regel} is niet te lezen.") from None


def _plekken(namen: list[str], kolommen: Mapping[str, Lezer]) -> dict[str, tuple[int, Lezer]]:
    for naam in kolommen:
        if namen.count(naam) != 1:
            hoe = "ontbreekt" if naam not in namen else "staat er meer dan één keer in"
            raise Tabelfout(f"De kolom {naam} {hoe}.")
    return {naam: (namen.index(naam), lezer) for naam, lezer in kolommen.items()}


def _veld(ruw: str, naam: str, lezer: Lezer, regel: int) -> Any:
    if len(ruw) > MEEST_TEKENS:
        raise Tabelfout(f"Regel {regel}, kolom {naam}: het veld is langer dan {MEEST_TEKENS} tekens.")
    try:
        return lezer(schoon(ruw, een_regel=True))
    except ValueError as fout:
        raise Tabelfout(f"Regel {regel}, kolom {naam}: {fout}") from None


# --- What a field can say ---


def tekst(ruw: str) -> str:
    """Return a name. One that begins as a formula is refused: whoever opens our data in a spreadsheet would run it."""
    if ruw[:1] in {"=", "+", "@"}:
        raise ValueError(f"‘{ruw[:40]}’ begint als een formule.")
    if "://" in ruw:
        raise ValueError(f"‘{ruw[:40]}’ is een webadres, geen naam.")
    return ruw


def vorm(uitdrukking: str, wat: str) -> Lezer:
    """Return a reader of what matches `uitdrukking`, or is empty; `wat` says what it should have been."""
    past = re.compile(uitdrukking).fullmatch

    def lezer(ruw: str) -> str:
        if ruw and not past(ruw):
            raise ValueError(f"‘{ruw[:40]}’ is geen {wat}.")
        return ruw

    return lezer


def een_van(woorden: Mapping[str, str]) -> Lezer:
    """Return a reader of one of `woorden`, which gives what it stands for; nothing for an empty field."""

    def lezer(ruw: str) -> str:
        if ruw and ruw not in woorden:
            raise ValueError(f"‘{ruw[:40]}’ kennen we niet. Wel: {', '.join(woorden)}.")
        return woorden.get(ruw, "")

    return lezer


def dag(ruw: str) -> date | None:
    """Return the date in `ruw`, written as 2026-08-04; None for an empty field."""
    if not ruw:
        return None
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", ruw):
        raise ValueError(f"‘{ruw[:40]}’ is geen datum.")
    try:
        return date.fromisoformat(ruw)
    except ValueError:
        raise ValueError(f"‘{ruw}’ is geen dag die bestaat.") from None


def webadres(ruw: str) -> str:
    """Return an address of the web, with a scheme where that is missing; nothing for what leads nowhere (htp://)."""
    adres = ruw if "://" in ruw else f"https://{ruw}"
    return adres if re.fullmatch(r"https?://[^\s<>\"'\\]+\.[^\s<>\"'\\]+", adres) else ""
