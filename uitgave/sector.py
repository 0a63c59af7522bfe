"""The package of a sector: a folder with `sector.toml`, and beside it the files with its first content.

Which package a site loads is said by `SECTOR`, or else by the site itself: see `fixtures.werk_bij`.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GEEN = "geen"  # the sector of a site into which nothing is ever loaded
TOML = "sector.toml"
NAAM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGSTE_NAAM, LANGSTE_BESTAND = 40, 59  # with a slash between them, a name of GeladenFixture
VELDEN = {"naam", "titel", "bestanden"}


class FixtureFout(Exception):
    """A package, or a row in it, that cannot be loaded; the message, in Dutch, names the file and what is wrong."""


@dataclass(frozen=True)
class Pakket:
    """A package that was found in order: the name that sites remember, its title, and its files in order."""

    naam: str
    titel: str
    bestanden: tuple[Path, ...]


def is_sectornaam(naam: object) -> bool:
    """True for a name that a package may have: small letters, digits and hyphens."""
    return isinstance(naam, str) and bool(NAAM.fullmatch(naam)) and len(naam) <= LANGSTE_NAAM and naam != GEEN


def lees_pakket(map_: Path) -> Pakket:
    """Return the package in a folder. Raises FixtureFout when something about it is not right."""
    waar = f"{map_.name}/{TOML}"
    try:
        gegevens = tomllib.loads((map_ / TOML).read_text(encoding="utf-8"))
    except OSError as fout:
        raise FixtureFout(f"{waar}: dit bestand kan niet worden gelezen ({fout.strerror or fout}).") from fout
    except (ValueError, RecursionError) as fout:
        raise FixtureFout(f"{waar}: dit is geen geldige TOML in UTF-8: {fout}") from fout
    if onbekend := set(gegevens) - VELDEN:
        raise FixtureFout(f"{waar}: onbekend: {', '.join(sorted(onbekend))}.")
    naam, titel, namen = (gegevens.get(veld) for veld in ("naam", "titel", "bestanden"))
    if not is_sectornaam(naam):
        uitleg = f"hooguit {LANGSTE_NAAM} kleine letters, cijfers en streepjes, en niet ‘{GEEN}’"
        raise FixtureFout(f"{waar}: ‘naam’ is een tekst van {uitleg}.")
    if not isinstance(titel, str) or not titel.strip():
        raise FixtureFout(f"{waar}: ‘titel’ ontbreekt.")
    if not isinstance(namen, list) or not namen:
        raise FixtureFout(f"{waar}: ‘bestanden’ is een lijst met namen van bestanden, in de volgorde van inlezen.")
    bestanden = tuple(_bestand(map_, deze) for deze in namen)
    if len(set(bestanden)) < len(bestanden):
        raise FixtureFout(f"{waar}: een bestand staat er twee keer.")
    if vergeten := sorted({bestand.name for bestand in map_.glob("*.json")} - set(namen)):
        raise FixtureFout(f"{waar}: ‘bestanden’ noemt {', '.join(vergeten)} niet.")
    return Pakket(str(naam), titel, bestanden)


def _bestand(map_: Path, naam: Any) -> Path:
    """Return a file that a package names: it stands in its folder, under a plain name."""
    waar = f"{map_.name}/{TOML}: bestand {naam!r}"
    if not isinstance(naam, str) or not naam.endswith(".json") or Path(naam).name != naam:
        raise FixtureFout(f"{waar} is geen naam van een .json-bestand in deze map.")
    if len(naam) > LANGSTE_BESTAND:
        raise FixtureFout(f"{waar} heeft een te lange naam: hooguit {LANGSTE_BESTAND} tekens.")
    bestand = map_ / naam
    if not bestand.is_file():
        raise FixtureFout(f"{waar} is er niet.")
    if not bestand.resolve().is_relative_to(map_.resolve()):
        raise FixtureFout(f"{waar} staat buiten deze map.")
    return bestand
