"""Which offer belongs to which code. Pure: no Django.

Most offers name no code themselves. Four ways lead to one for certain; a fifth, by name, is a guess that an editor
confirms. What none of them joins is kept without a code: an editor may join it by hand.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from aanbod.rij import Aanbodrij

Hand = Mapping[str, tuple[str, ...]]  # the codes of a unit (`eenheid`) that editors joined, at least one

# Words of a name that tell its form or degree, and not what one learns.
_vormwoord = re.compile(r"\b(?:ad|b|ba|m|ma|vt|dt|du|bachelor|master|associate degree|voltijd|deeltijd|duaal)\b")


class Weg(StrEnum):
    """How an offer was joined to a code."""

    CODE = "eigen code"
    VARIANT = "variant van een code"
    VARIANT_EENHEID = "variant van een eenheid met een code"
    EENHEID = "dezelfde eenheid"
    HAND = "met de hand"
    NAAM = "hetzelfde bestuur, niveau en dezelfde naam"
    GEEN = "nergens bij"


@dataclass(frozen=True, slots=True)
class Koppeling:
    """An offer, the code that it belongs to or "", and how that is known."""

    code: str
    weg: Weg
    rij: Aanbodrij


def koppel(rijen: Iterable[Aanbodrij], met_de_hand: Hand) -> Iterator[Koppeling]:
    """Yield each offer in `rijen` with its code, in their order; what editors joined goes before the rules."""
    rijen = list(rijen)
    van_eenheid = {rij.eenheid: rij.code for rij in rijen if rij.eenheid and rij.code}
    op_naam: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for rij in rijen:
        if rij.code:
            op_naam[_naamsleutel(rij)].add(rij.code)
    for rij in rijen:
        if not rij.school_id:
            continue
        if codes := met_de_hand.get(rij.eenheid):
            yield from (Koppeling(code, Weg.HAND, rij) for code in codes)
        else:
            yield Koppeling(*_code(rij, van_eenheid, op_naam), rij)


def _code(
    rij: Aanbodrij, van_eenheid: Mapping[str, str], op_naam: Mapping[tuple[str, str, str], set[str]]
) -> tuple[str, Weg]:
    if rij.code:
        return rij.code, Weg.CODE
    if rij.variant_van.isdigit():
        return rij.variant_van, Weg.VARIANT
    if rij.variant_van in van_eenheid:
        return van_eenheid[rij.variant_van], Weg.VARIANT_EENHEID
    if rij.eenheid in van_eenheid:
        return van_eenheid[rij.eenheid], Weg.EENHEID
    zelfde_naam = list(op_naam.get(_naamsleutel(rij), ()))
    return (zelfde_naam[0], Weg.NAAM) if len(zelfde_naam) == 1 else ("", Weg.GEEN)


def _naamsleutel(rij: Aanbodrij) -> tuple[str, str, str]:
    """Return the board, the level, and the name without the words of its form."""
    zonder_vorm = _vormwoord.sub(" ", rij.naam.lower())
    return rij.bestuur_id, rij.niveau, " ".join(re.findall(r"\w+", zonder_vorm))
