"""Between schema 2 and 3: rows that have an address, or that a browser remembers, have a lasting key."""

from collections.abc import Iterator
from typing import Any

from uitgave.sleutels import van_tekst, vrij

Gegevens = dict[str, Any]

# Rows without a slug that get a key: the part with the rows in which they stand, and what they say.
BINNEN = {"gidsstappen": ("taken", ("versie", "tekst")), "artikelen": ("punten", ("kop",))}


def til(document: Gegevens) -> Gegevens:
    """Make schema 3: the key of a row is its slug; of one without a slug what it says, with its parent in front.

    A key is given once: rows that say almost the same get a number, in the order of what they say.
    """
    for rij in _rijen(document):
        if "slug" in rij:
            rij["sleutel"] = rij["slug"]
    for deel, (lijst, velden) in BINNEN.items():
        rijen = [
            ((ouder["slug"], *(rij[veld] for veld in velden)), rij)
            for ouder in document.get(deel, ())
            for rij in ouder[lijst]
        ]
        gegeven: set[str] = set()
        for zegt, rij in sorted(rijen, key=lambda paar: paar[0]):
            rij["sleutel"] = vrij(van_tekst(*zegt), gegeven.__contains__)
            gegeven.add(rij["sleutel"])
    return document


def daal(document: Gegevens) -> Gegevens:
    """Make schema 2 again, without keys."""
    for rij in _rijen(document):
        rij.pop("sleutel", None)
    return document


def _rijen(waarde: Any) -> Iterator[Gegevens]:
    """Yield every row, wherever it stands in a document."""
    for deel in waarde.values() if isinstance(waarde, dict) else waarde:
        if isinstance(deel, dict):
            yield deel
        if isinstance(deel, dict | list):
            yield from _rijen(deel)
