"""The places of the country, their province and the first two digits of their postcodes. Pure: no Django.

The table is `plaatsen.csv`; `plaatsen.LICENSE.txt` says where it comes from. The province of a small place is not
always known: then it can be any in which its postcode occurs.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from zoeken.index import fouten
from zoeken.vouwen import gevouwen

TABEL = Path(__file__).with_name("plaatsen.csv")
LANGST = 60  # characters of a place that are read
KORT, LANG = 3, 8  # letters: so short a name looks like too many others; of so long a one two may be wrong
MEEST = 3  # places that somebody may have meant
ELDERS = 2  # how near what is not even in the same province is
_postcode = re.compile(r"([1-9][0-9])([0-9]{2}\s*([a-z]{2})?)?", re.IGNORECASE)
_met_letters = re.compile(r"\b([1-9][0-9])\s?[0-9]{2}[\s.-]*[a-z]{2}\b", re.IGNORECASE)  # whatever stands around it


@dataclass(frozen=True)
class Buurt:
    """Where somebody looks for a school: `keuze` as an address says it, `naam` as a sentence does.

    `plaatsen` are its places, as keys; one that is named is the only one. `provincies` are in alphabetical order.
    """

    keuze: str
    naam: str
    plaatsen: frozenset[str]
    provincies: tuple[str, ...]

    @property
    def provincienamen(self) -> tuple[str, ...]:
        """The provinces as a sentence names them: one that is called as the place that is asked is told apart."""
        dubbel = self.naam if self.plaatsen else ""
        return tuple(f"de provincie {naam}" if naam == dubbel else naam for naam in self.provincies)

    def rang(self, plaats: str) -> int:
        """Return how near a place is: 0 is here, 1 in the same province, ELDERS elsewhere or not known."""
        if sleutel(plaats) in self.plaatsen:
            return 0
        return 1 if set(self.provincies) & set(provincies_van(plaats)) else ELDERS


@dataclass(frozen=True)
class Tabel:
    """By the key of a place its name and provinces; by two digits the keys of their places, and their provinces.

    `ook` is what people call some places more often, `provincies` are all of them by their key.
    """

    plaatsen: Mapping[str, tuple[str, tuple[str, ...]]]
    postcodes: Mapping[str, tuple[frozenset[str], tuple[str, ...]]]
    ook: Mapping[str, str]
    provincies: Mapping[str, str]


def sleutel(plaats: str) -> str:
    """Return the key of a place: capitals, accents, hyphens and apostrophes do not count."""
    return " ".join(re.findall(r"[^\W_]+", gevouwen(plaats)))


def provincies_van(plaats: str) -> tuple[str, ...]:
    """Return the provinces in which there is a place with this name; none when it is not known."""
    _, provincies = tabel().plaatsen.get(sleutel(plaats), ("", ()))
    return provincies


def namen_van(plaats: str) -> tuple[str, ...]:
    """Return what people call a place: its name, and another that some have."""
    return tuple(filter(None, (plaats, tabel().ook.get(sleutel(plaats)))))


def gewone_naam(plaats: str) -> str:
    """Return what people call a place most often; nothing for none."""
    return next(reversed(namen_van(plaats)), "")


def twee_cijfers(gevraagd: str) -> str:
    """Return the first two digits of a postcode that says more than those; nothing when it does not."""
    postcode = _met_letters.search(gevraagd) or _postcode.fullmatch(gevraagd.strip())
    return postcode[1] if postcode and len(postcode[0]) > 2 else ""


def zoek_buurt(gevraagd: str, anders: Iterable[str] = ()) -> Buurt | None:
    """Return where somebody looks: a place, a province, or a postcode of which two digits count; None if not known.

    `anders` are places that need not be in the table.
    """
    gevraagd = gevraagd.strip()[:LANGST]
    if postcode := _postcode.fullmatch(gevraagd):
        plaatsen, provincies = tabel().postcodes.get(postcode[1], (frozenset(), ()))
        return Buurt(postcode[1], f"postcodegebied {postcode[1]}", plaatsen, provincies) if plaatsen else None
    plaats = sleutel(gevraagd)
    if provincie := tabel().provincies.get(plaats) if plaats not in tabel().plaatsen else None:
        return Buurt(provincie, provincie, frozenset(), (provincie,))
    zonder_provincie = ((naam, ()) for naam in anders if plaats and sleutel(naam) == plaats)
    naam, provincies = tabel().plaatsen.get(plaats) or next(zonder_provincie, ("", ()))
    noemt_men = gewone_naam(naam)
    return Buurt(noemt_men, noemt_men, frozenset({sleutel(naam)}), provincies) if naam else None


def lijkt_op(gevraagd: str) -> tuple[str, ...]:
    """Return the places that somebody may have meant with a name that is none: one letter differs, or two of many."""
    getypt = sleutel(gevraagd[:LANGST])
    if len(getypt) <= KORT:
        return ()
    meest = 1 + (len(getypt) >= LANG)
    kandidaten = [
        (plaats, naam)
        for plaats, (naam, _) in tabel().plaatsen.items()
        if plaats[0] == getypt[0] and abs(len(plaats) - len(getypt)) <= meest
    ]
    verschil = sorted({(fouten(getypt, plaats, meest), naam) for plaats, naam in kandidaten})
    return tuple(naam for aantal, naam in verschil if aantal <= meest)[:MEEST]


@cache
def tabel() -> Tabel:
    """Return the table; it is read once."""
    with TABEL.open(encoding="utf-8", newline="") as bestand:
        rijen = [(rij, rij["postcodes"].split()) for rij in csv.DictReader(bestand)]
    in_code, provincies = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    plaatsen = defaultdict[str, set[str]](set)
    for rij, codes in rijen:
        for code in codes:
            plaatsen[code].add(sleutel(rij["plaats"]))
            in_code[code] |= {rij["provincie"]} - {""}
    namen: dict[str, str] = {}
    for rij, codes in rijen:
        for naam in filter(None, (rij["plaats"], rij["ook"])):
            namen[sleutel(naam)] = rij["plaats"]
            provincies[sleutel(naam)] |= {rij["provincie"]} - {""} or set().union(*(in_code[code] for code in codes))
    return Tabel(
        {plaats: (naam, tuple(sorted(provincies[plaats]))) for plaats, naam in namen.items()},
        {code: (frozenset(hier), tuple(sorted(in_code[code]))) for code, hier in plaatsen.items()},
        {sleutel(rij["plaats"]): rij["ook"] for rij, _ in rijen if rij["ook"]},
        {sleutel(provincie): provincie for provincie in set().union(*in_code.values())},
    )
