"""Say in Dutch what is wrong with a document, and in which row: for whoever typed or edited the file."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Any, get_args, get_origin

import msgspec

from uitgave.rij import Rij
from uitgave.schema import NIEUWER
from uitgave.soort import soort_van_rij, soorten

Plek = tuple[str | int, ...]  # from the document to a value: names of fields, and places in lists from 0

VORMEN = {
    "int": "een heel getal",
    "float": "een getal met een komma",
    "str": "een tekst",
    "bool": "true of false",
    "date": "een datum",
    "array": "een lijst",
    "object": "een blok met gegevens",
    "null": "null",
}
# The messages of msgspec, each with our own; what its groups caught fills the places in that.
MELDINGEN = {
    r"Object missing required field `(.*)`": "hier ontbreekt ‘{}’",
    r"Object contains unknown field `(.*)`": f"‘{{}}’ hoort hier niet. Misschien is dit {NIEUWER}",
    r"Expected `array` of length (\d+).*": "hier hoort een lijst van precies {} teksten",
    r"Invalid RFC3339 encoded date": "dit is geen datum. Schrijf een datum als 2026-02-06",
    r"Expected `(.*)`, got `(.*)`": "hier hoort {}, maar er staat {}",
    r"Invalid enum value '?(.*?)'?": "‘{}’ kan hier niet",
}
LANGSTE_NAAM = 80  # characters of a name or a value inside a message


MEESTE = 100  # faults that are told together


class Leesfout(ValueError):
    """What is wrong with a document: all `fouten`, each with its place, in Dutch; its text is the first of them."""

    def __init__(self, *fouten: str) -> None:
        super().__init__(fouten[0])
        self.fouten = fouten

    @property
    def getoond(self) -> list[str]:
        """The faults to tell, and of very many how many more there are."""
        return hoogstens(self.fouten)


def hoogstens(fouten: Sequence[str]) -> list[str]:
    """Return faults to tell together, and of very many how many more there are."""
    meer = len(fouten) - MEESTE
    return [*fouten[:MEESTE], *([f"En nog {meer} {'fout' if meer == 1 else 'fouten'}."] if meer > 0 else [])]


def plaats(gegevens: Any, plek: Plek) -> str:
    """Return where `plek` leads, for a person: `functies, rij 4 (Bakker), niveau`.

    `gegevens` is the document, as typed rows or as plain JSON: the names of its rows come from it.
    """
    delen: list[str] = []
    for stap in plek:
        gegevens = _stap(gegevens, stap)
        if isinstance(stap, str):
            delen.append(kort(stap))
        else:
            heet = naam(gegevens)
            delen.append(f"rij {stap + 1} ({heet})" if heet else f"rij {stap + 1}")
    return ", ".join(delen)


def uitleg(fout: msgspec.ValidationError, gegevens: Any, soort: type[msgspec.Struct]) -> str:
    """Return the message of msgspec in Dutch, with the place in `gegevens`, which should be a `soort`."""
    melding, _, adres = str(fout).partition(" - at `$")
    plek = tuple(int(nummer) if nummer else veld for veld, nummer in re.findall(r"\.(\w+)|\[(\d+)\]", adres))
    wat = f"{_vertaald(melding)}{_keuzes(soort, plek) if melding.startswith('Invalid enum') else ''}."
    return op_plaats(plaats(gegevens, plek), wat)


def vormfouten(gegevens: Any, soort: type[msgspec.Struct]) -> list[str]:
    """Return the messages about a document that has not the form of a `soort`: about each of its fields."""
    gevonden = []
    if isinstance(gegevens, dict) and "schema" in gegevens:  # without it nobody can say what the rest should be
        gevonden = _vormfouten(gegevens["schema"], int, ".schema")
    gevonden = gevonden or _vormfouten(gegevens, soort, "")
    return list(dict.fromkeys(uitleg(fout, gegevens, soort) for fout in gevonden))


def _vormfouten(waarde: Any, soort: Any, pad: str) -> list[msgspec.ValidationError]:
    """Return what is wrong with a value that should be a `soort`, as deep as it can be told; `pad` leads to it."""
    try:
        msgspec.convert(waarde, soort)
    except msgspec.ValidationError as fout:
        melding, _, rest = str(fout).partition(" - at `$")
    else:
        return []
    dieper: list[msgspec.ValidationError] = []
    if isinstance(waarde, dict) and (rij := _rij_van(soort)):
        velden = {veld.encode_name: veld for veld in msgspec.structs.fields(rij)}
        mist = [naam for naam, veld in velden.items() if veld.required and naam not in waarde]
        dieper += [_op_pad(f"Object missing required field `{naam}`", pad) for naam in mist]
        dieper += [_op_pad(f"Object contains unknown field `{naam}`", pad) for naam in waarde if naam not in velden]
        for naam in velden:
            if naam in waarde:
                dieper += _vormfouten(waarde[naam], velden[naam].type, f"{pad}.{naam}")
    elif isinstance(waarde, list) and ... in get_args(soort):
        for nummer, deel in enumerate(waarde):
            dieper += _vormfouten(deel, get_args(soort)[0], f"{pad}[{nummer}]")
    return dieper or [_op_pad(melding, pad + rest.rstrip("`"))]


def _op_pad(melding: str, pad: str) -> msgspec.ValidationError:
    return msgspec.ValidationError(f"{melding} - at `${pad}`" if pad else melding)


def _rij_van(soort: Any) -> type[Rij] | None:
    """Return the row that a value of this type is, perhaps with None beside it; None when it is no row."""
    mogelijk = () if get_origin(soort) is tuple else (soort, *get_args(soort))
    return next((deel for deel in mogelijk if isinstance(deel, type) and issubclass(deel, Rij)), None)


def op_plaats(waar: str, wat: str) -> str:
    """Return a sentence that says what is wrong, with the place before it; of the document as a whole, without."""
    return f"{waar}: {wat}" if waar else wat[0].upper() + wat[1:]


def kort(waarde: object) -> str:
    """Return `waarde` as text that fits inside a message and can be shown and stored whatever it holds."""
    tekst = "".join(teken if teken.isprintable() else "�" for teken in str(waarde))
    return tekst if len(tekst) <= LANGSTE_NAAM else f"{tekst[:LANGSTE_NAAM]}…"


def _vertaald(melding: str) -> str:
    for patroon, tekst in MELDINGEN.items():
        if gevonden := re.fullmatch(patroon, melding, re.S):
            return tekst.format(*(_woord(deel) for deel in gevonden.groups()))
    return kort(melding)


def _woord(deel: str) -> str:
    """Return a type as a person says it; a name or a value as it is."""
    vormen = deel.split(" | ")
    return " of ".join(VORMEN[vorm] for vorm in vormen) if set(vormen) <= set(VORMEN) else kort(deel)


def _keuzes(soort: Any, plek: Plek) -> str:
    """Return the values that the field at `plek` may have."""
    for stap in plek:
        if isinstance(stap, str):
            rij: Any = _rij_van(soort)
            soort = next(veld.type for veld in msgspec.structs.fields(rij) if veld.name == stap)
        else:
            soort = get_args(soort)[0]
    keuzes = next(keuze for keuze in (soort, *get_args(soort)) if isinstance(keuze, type) and issubclass(keuze, Enum))
    return f". Kies uit: {', '.join(str(keuze.value) for keuze in keuzes)}"


def _stap(gegevens: Any, stap: str | int) -> Any:
    if isinstance(gegevens, dict):
        return gegevens.get(stap)
    if isinstance(stap, int):
        return gegevens[stap] if isinstance(gegevens, list | tuple) and stap < len(gegevens) else None
    return getattr(gegevens, stap, None)


def naam(rij: Any) -> str:
    """Return what a person recognises a row by: a row of the document, a slug, or plain JSON of any kind."""
    if isinstance(rij, str):
        return kort(rij)
    for soort in [soort_van_rij(type(rij))] if isinstance(rij, Rij) else soorten():
        waarden = {veld: _stap(rij, veld) for veld in soort.naamvelden}
        if waarden and all(str(waarde).strip() and isinstance(waarde, str | int) for waarde in waarden.values()):
            return kort(soort.naam.format(**waarden))
    return kort(_stap(rij, "slug") or "")
