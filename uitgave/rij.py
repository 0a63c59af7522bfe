"""What the rows of every published document share. Each app writes its own rows by hand, in its `document.py`.

A document is a contract: it is stored, downloaded and read again by later releases. Rows refer to one another
by slug, and say so at the field: `werkveld: Annotated[str, Naar("werkvelden")]`. A row that has a slug also has a
`sleutel`, which stays the same in every edition (see `sleutels.py`).
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T")
if TYPE_CHECKING:
    Later = Annotated[T, "later"]
else:
    Later = T | None  # a row that visitors do not see may lack it (see `onaf.py`): what is published never does


@dataclass(frozen=True)
class Naar:
    """Marks a field that holds the slug of a row in `deel` of the document, or a list of such slugs."""

    deel: str


class Rij(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the document."""

    @property
    def identiteit(self) -> Hashable:
        """What no other row beside it has: its lasting key, or its fields that are unique."""
        from uitgave.soort import soort_van_rij

        return soort_van_rij(type(self)).identiteit_van(self)


class Verbergbaar(Rij, kw_only=True, omit_defaults=True):
    """A row that can be hidden. Visible is not written, so an edition reads as it always did."""

    zichtbaar: bool = True


class Bewijs(Verbergbaar):
    """A row that says where it comes from and when it was checked."""

    bron: str
    gecontroleerd_op: Later[date]


@dataclass(frozen=True)
class Rijveld:
    """A field of a row: the part of the document that it refers to, or the rows that stand in it."""

    naam: str
    naar: str = ""
    rij: type[Rij] | None = None
    lijst: bool = False


@cache
def rijvelden(rij: type[Rij]) -> dict[str, Rijveld]:
    """Return the fields of a row by name, as their annotations say what they hold."""
    soorten = get_type_hints(rij, include_extras=True)
    return {naam: _rijveld(naam, soorten[naam]) for naam in rij.__struct_fields__}


@cache
def met_rijen(rij: type[Rij]) -> tuple[str, ...]:
    """Return the fields of a row in which other rows stand, or one."""
    return tuple(naam for naam, veld in rijvelden(rij).items() if veld.rij)


def _rijveld(naam: str, soort: Any) -> Rijveld:
    """Read one annotation: a list of rows or slugs, a slug, perhaps with None beside it, or a plain value."""
    lijst = get_origin(soort) is tuple
    mogelijk = [get_args(soort)[0]] if lijst else [soort, *get_args(soort)]
    for deze in mogelijk:
        if get_origin(deze) is Annotated:
            for merk in deze.__metadata__:
                if isinstance(merk, Naar):
                    return Rijveld(naam, naar=merk.deel, lijst=lijst)
        if isinstance(deze, type) and issubclass(deze, Rij):
            return Rijveld(naam, rij=deze, lijst=lijst)
    return Rijveld(naam, lijst=lijst)
