"""What the desk says of consent without publishing: kept beside the editions (see `toestemming.py`)."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
from django.contrib.auth.models import User

from uitgave.bijlagen import nieuwste, werk_bij
from uitgave.models import Bijlage
from uitgave.toestemming import INGETROKKEN, KORTER, ingetrokken, korter
from uitgave.vastleggen import alleen


def nu_ingetrokken() -> frozenset[str]:
    """Return the hashes of the pictures that are shown nowhere, as the database has them."""
    return ingetrokken(_nu(INGETROKKEN))


def trek_in(merken: Iterable[str], door: User | None, weer: bool = False) -> None:
    """Show the pictures with these hashes nowhere from now on; with `weer`, where editions name them."""
    with alleen():
        voor = nu_ingetrokken()
        na = voor.difference(merken) if weer else voor.union(merken)
        if na != voor:
            werk_bij(INGETROKKEN, msgspec.json.encode(sorted(na)).decode(), door)


def nu_korter() -> dict[str, date | None]:
    """Return the last days that hold at once, as the database has them (see `toestemming.korter`)."""
    return korter(_nu(KORTER))


def zet_korter(dagen: Mapping[str, date | None]) -> None:
    """Let these last days hold from now on, in every edition; of them only the last word is kept. Call it alone."""
    if dagen != nu_korter():
        rij = werk_bij(KORTER, msgspec.json.encode(dagen, order="deterministic").decode())
        Bijlage.objects.filter(naam=KORTER).exclude(pk=rij.pk).delete()


def _nu(naam: str) -> dict[str, str]:
    rij = nieuwste(naam)
    return {naam: rij.inhoud} if rij else {}
