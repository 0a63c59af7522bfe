"""What a document of an earlier release needs to be read as one of this release.

A document says in `schema` which form its content has. Whenever one is read that has an earlier form,
the functions in `STAPPEN` lift it, one form at a time, as plain JSON values; after that its rows are
decoded and checked like any other. So an edition that was ever published can always be opened.

A field or a part that can be left out needs no new schema: a default in `document.py` will do. For any
other change write a module in `stappen/` that makes the new form of the old one, and the way back, and put
it last in `STAPPEN`. A release that does not know the new form then refuses it, and says that it is newer.
"""

from collections.abc import Callable
from typing import Any, TypeGuard

from uitgave.stappen import aanbieders, breekwoorden, feiten, gidsen, niveaus, paginas, sleutels

Gegevens = dict[str, Any]  # a document as plain JSON values

NIEUWER = "gemaakt door een nieuwere versie van deze site"


def nieuwste() -> int:
    """Return the number of the schema that this release writes."""
    return len(STAPPEN) + 1


def keur(nummer: Any) -> None:
    """Raise ValueError, in Dutch, for a schema that this release cannot read; what is no number is not seen here."""
    if not _is_nummer(nummer):
        return
    if nummer > nieuwste():
        raise ValueError(f"Dit is {NIEUWER}: het heeft schema {nummer} en deze site leest tot schema {nieuwste()}.")
    if nummer < 1:
        raise ValueError(f"Dit document heeft schema {nummer}. Dat bestaat niet.")


def opgetild(gegevens: Any) -> Any:
    """Return a document in the schema of this release, from plain JSON values that may be of an earlier one.

    What is no document, or says no schema, is returned as it is: decoding refuses it. Raises ValueError,
    in Dutch, for a later schema, or when what must be lifted is not there.
    """
    nummer = gegevens.get("schema") if isinstance(gegevens, dict) else None
    keur(nummer)
    for oud in range(nummer if _is_nummer(nummer) else nieuwste(), nieuwste()):
        try:
            gegevens = {**STAPPEN[oud - 1](gegevens), "schema": oud + 1}
        except (AttributeError, IndexError, KeyError, TypeError) as fout:
            raise ValueError(
                f"Dit document heeft schema {oud}, maar daarin ontbreekt iets of staat iets op de verkeerde plaats."
            ) from fout
    return gegevens


def _is_nummer(nummer: Any) -> TypeGuard[int]:
    return isinstance(nummer, int) and not isinstance(nummer, bool)


# The first makes schema 2 of schema 1, and so on. Each may change the values that it gets, and returns
# the document; `schema` itself is seen to. It is not told whether rows that are not visible are there.
STAPPEN: tuple[Callable[[Gegevens], Gegevens], ...] = (
    aanbieders.til,
    breekwoorden.til,
    sleutels.til,
    niveaus.til,
    gidsen.til,
    feiten.til,
    paginas.til,
)
