"""The answers to competenties in an address: a short code for each competentie, and one letter for the answer.

Values in, values out. A code is made of the lasting key of a competentie, so it outlives another name and another
order, and an address with all answers of a functie can still be printed in full.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2s

from functies.document import Competentie
from profielen.keuzes import Antwoord
from uitgave.pad import Pad, eens
from uitgave.soort import soort_van_rij

LETTERS = {antwoord.value[0]: antwoord for antwoord in (Antwoord.KAN, Antwoord.HALF, Antwoord.LEER)}
LENGTE, LANGSTE = 4, 12  # characters of a code
TEKENS = "0123456789abcdefghijklmnopqrstuvwxyz"


@eens
def codes(pad: Pad) -> Mapping[str, str]:
    """Return the slug of the competentie of each code; empty for one of an earlier edition that is gone."""
    rijen = pad.alle(Competentie)
    nu = {rij.sleutel: slug for slug, rij in rijen.items()}
    ooit = pad.uitgave.eigenaars.get(soort_van_rij(Competentie).deel, {}).values()
    per_sleutel = maak_codes([*nu, *ooit])
    return {per_sleutel[sleutel]: nu.get(sleutel, "") for sleutel in dict.fromkeys([*nu, *ooit])}


@eens
def code_van(pad: Pad) -> Mapping[str, str]:
    """Return the code of each competentie, by slug."""
    return {slug: code for code, slug in codes(pad).items() if slug}


def maak_codes(sleutels: Iterable[str]) -> dict[str, str]:
    """Return a code for each key: a digit first, so that it is no other name in an address, and as short as can be."""
    lang = {sleutel: _lange_code(sleutel) for sleutel in sleutels}
    gemaakt: dict[str, str] = {}
    for lengte in range(LENGTE, LANGSTE + 1):
        keer = Counter(code[:lengte] for code in lang.values())
        for sleutel, code in lang.items():
            if keer[code[:lengte]] == 1:
                gemaakt.setdefault(sleutel, code[:lengte])
    return gemaakt


def _lange_code(sleutel: str) -> str:
    getal = int.from_bytes(blake2s(sleutel.encode()).digest())
    getal, cijfer = divmod(getal, 10)
    code = str(cijfer)
    while len(code) < LANGSTE:
        getal, rest = divmod(getal, len(TEKENS))
        code += TEKENS[rest]
    return code
