"""Which pictures may be shown: what the desk last said about consent holds in every edition, also one of before.

A row with a picture says until when there is consent. What the desk says later, without publishing, is kept in two
datasets beside the editions (see `bijlagen.py`), so every process knows it within two seconds, and from the copy on
disk too:

- `INGETROKKEN`: the hashes of the pictures of which the consent was taken back;
- `KORTER`: by the key of its row, the last day of a consent that was made shorter; nothing where the row was deleted.

The rule: a consent that becomes shorter holds at once, one that becomes longer only once it is published. So the
earlier of the two days counts, that of the edition and that of the dataset.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from uitgave import document as d
from uitgave.soort import delen

INGETROKKEN, KORTER = "ingetrokken-beelden", "kortere-toestemming"
MERK = 32  # characters of the hash with which the name of a file begins
Bijlagen = Mapping[str, str]


def ingetrokken(bijlagen: Bijlagen) -> frozenset[str]:
    """Return the hashes of the pictures of which the consent was taken back."""
    inhoud = bijlagen.get(INGETROKKEN)
    return frozenset(msgspec.json.decode(inhoud, type=list[str])) if inhoud else frozenset()


def korter(bijlagen: Bijlagen) -> dict[str, date | None]:
    """Return the last day of each consent that was made shorter, by the key of its row; None: there is no row now."""
    inhoud = bijlagen.get(KORTER)
    return msgspec.json.decode(inhoud, type=dict[str, date | None]) if inhoud else {}


def met_toestemming(document: d.Document, bijlagen: Bijlagen, dag: date = date.min) -> d.Document:
    """Return a document with only the pictures that may be shown, on `dag` or later, and with what may name those."""
    weg, dagen = ingetrokken(bijlagen), korter(bijlagen)
    gegaan, anders = set[tuple[str, str]](), dict[str, Any]()
    for deel, soort in delen().items():
        if not (beelden := soort.beelden):
            continue
        blijven = []
        for rij in getattr(document, deel):
            tot = min(filter(None, (rij.tot, dagen.get(rij.sleutel, rij.tot))), default=None)
            zonder_rij = rij.sleutel in dagen and dagen[rij.sleutel] is None
            if zonder_rij or (tot and tot < dag) or any(naam[:MERK] in weg for naam in beelden(rij)):
                gegaan.add((deel, rij.slug))
            else:
                blijven.append(rij if tot == rij.tot else replace(rij, tot=tot))
        anders[deel] = tuple(blijven)
    if gegaan:
        document = d.met_verwijzingen(document, lambda deel, slug: None if (deel, slug) in gegaan else slug)
    return replace(document, **anders) if any(getattr(document, deel) != anders[deel] for deel in anders) else document
