"""What editors still have to look up stands in their sources, and on the desk: visitors do not get it."""

from functools import cache, lru_cache
from typing import Any, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import fields, replace

from uitgave.zinnen import zinnen
from zoeken.vouwen import gevouwen

NOG_TE_DOEN = "nog controleren"
BRON = "bron"
S = TypeVar("S", bound=Struct)


@lru_cache(20_000)  # editions say the same sources again
def is_twijfel(tekst: str) -> bool:
    """True for a text that says what is still to be looked up."""
    return NOG_TE_DOEN in gevouwen(tekst)


def zonder_twijfel(rij: S) -> S:
    """Return a row, or a whole document, with in each source only what is known."""
    anders = {
        naam: nieuw for naam in _te_bekijken(type(rij)) if (nieuw := _bekend(rij, naam)) is not getattr(rij, naam)
    }
    return replace(rij, **anders) if anders else rij


@cache
def _te_bekijken(soort: type[Struct]) -> tuple[str, ...]:
    """Return the fields of a row that are its source, or can hold rows."""
    return tuple(veld.name for veld in fields(soort) if veld.name == BRON or _kan_rijen_hebben(veld.type))


def _kan_rijen_hebben(soort: Any) -> bool:
    return issubclass(soort, Struct) if isinstance(soort, type) else any(map(_kan_rijen_hebben, get_args(soort)))


def _bekend(rij: Struct, naam: str) -> Any:
    """Return what visitors get of a field: the very same where there is nothing to leave out."""
    waarde = getattr(rij, naam)
    if isinstance(waarde, Struct):
        return zonder_twijfel(waarde)
    if isinstance(waarde, tuple) and isinstance(next(iter(waarde), None), Struct):
        rijen = tuple(map(zonder_twijfel, waarde))
        return rijen if any(nieuw is not oud for nieuw, oud in zip(rijen, waarde, strict=True)) else waarde
    if naam == BRON and is_twijfel(waarde):
        return " ".join(zin for zin in zinnen(waarde) if not is_twijfel(zin))
    return waarde
