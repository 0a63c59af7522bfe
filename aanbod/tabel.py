"""Tables of a register, read strictly and row by row: or the first fault with its place. Pure: no Django.

A file that is cut off, that has other columns, or that holds something else than its columns say, is refused whole:
half of it would tell somebody that there is no school.
"""

import csv
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO

from uitgave.tekst import schoon

MEEST_BYTES = 100_000_000  # of a file
MEEST_TEKENS = 10_000  # of one field
LANGSTE_REGEL = 100_000  # bytes

Lezer = Callable[[str], Any]  # what a field says; raises ValueError, in Dutch, where it says something else
Kolommen = Mapping[str, Lezer]  # by name


class Tabelfout(ValueError):
    """What is wrong with a table, and where: a sentence in Dutch."""


def lees(inhoud: bytes | BinaryIO, kolommen: Kolommen, mag_weg: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table in CSV (UTF-8, commas, a first row of names), each by the names of `kolommen`.

    A row is a line: no field goes on over the end of one, and quotes inside a field need not be doubled, for in the
    tables of DUO they are not. Other columns are passed over; those that `mag_weg` names may lack, and then do so in
    the rows. Raises Tabelfout at the first thing that is wrong.
    """
    regels = _regels(BytesIO(inhoud) if isinstance(inhoud, bytes) else inhoud)
    namen = _velden(*next(regels, (1, "")))
    plekken = _plekken(namen, {naam: kolommen[naam] for naam in kolommen if naam in namen or naam not in mag_weg})
    for regel, ruw in regels:
        rij = _velden(regel, ruw)
        if len(rij) != len(namen):
            raise Tabelfout(f"Regel {regel} heeft {len(rij)} velden. Het moeten er {len(namen)} zijn.")
        yield {naam: _veld(rij[plek], naam, lezer, regel) for naam, plek, lezer in plekken}


def _regels(bestand: BinaryIO) -> Iterator[tuple[int, str]]:
    gelezen, ruw = 0, b""
    for regel, ruw in enumerate(iter(lambda: bestand.readline(LANGSTE_REGEL + 1), b""), start=1):
        if (gelezen := gelezen + len(ruw)) > MEEST_BYTES:
            raise Tabelfout(f"Het bestand is te groot: meer dan {MEEST_BYTES // 1_000_000} MB.")
        if len(ruw) > LANGSTE_REGEL:
            raise Tabelfout(f"Regel {regel} is te lang.")
        try:
            tekst = ruw.decode("utf-8-sig" if regel == 1 else "utf-8")
        except UnicodeDecodeError:
            raise Tabelfout(f"Regel {regel} is niet in UTF-8 geschreven.") from None
        if tekst.endswith("\n"):
            yield regel, tekst[:-1]
    if not ruw.endswith(b"\n"):
        raise Tabelfout("Het bestand houdt op midden in de laatste regel.")


def _velden(regel: int, ruw: str) -> list[str]:
    try:
        return next(csv.reader([ruw]), [])
    except csv.Error:
        raise Tabelfout(f"Regel {regel} is niet te lezen.") from None


def _plekken(namen: list[str], kolommen: Kolommen) -> list[tuple[str, int, Lezer]]:
    for naam in kolommen:
        if namen.count(naam) != 1:
            hoe = "ontbreekt" if naam not in namen else "staat er meer dan één keer in"
            raise Tabelfout(f"De kolom {naam} {hoe}.")
    return [(naam, namen.index(naam), lezer) for naam, lezer in kolommen.items()]


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
    if re.match(r"[=+@]|-[0-9(]", ruw):
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


def gevuld(lezer: Lezer) -> Lezer:
    """Return a reader of what `lezer` reads, and that is never empty."""

    def ook_gevuld(ruw: str) -> Any:
        if not ruw:
            raise ValueError("het veld is leeg.")
        return lezer(ruw)

    return ook_gevuld


def een_van(woorden: Mapping[str, str]) -> Lezer:
    """Return a reader of one of `woorden`, which gives what it stands for; nothing for an empty field."""

    def lezer(ruw: str) -> str:
        if ruw and ruw not in woorden:
            raise ValueError(f"‘{ruw[:40]}’ kennen we niet. Wel: {', '.join(woorden)}.")
        return woorden.get(ruw, "")

    return lezer


def dag(ruw: str) -> date | None:
    """Return the date in `ruw`, written as 2026-08-04, perhaps with its midnight; None for an empty field."""
    if not ruw:
        return None
    if not re.fullmatch(r"(19[5-9][0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}(T00:00:00)?", ruw):
        raise ValueError(f"‘{ruw[:40]}’ is geen datum.")
    try:
        return date.fromisoformat(ruw[:10])
    except ValueError:
        raise ValueError(f"‘{ruw}’ is geen dag die bestaat.") from None


def webadres(ruw: str) -> str:
    """Return an address of the web, with a scheme where that is missing; nothing for what leads nowhere (htp://)."""
    adres = ruw if "://" in ruw else f"https://{ruw}"
    return adres if re.fullmatch(r"https?://[^\s<>\"'\\]+\.[^\s<>\"'\\]+", adres) else ""
