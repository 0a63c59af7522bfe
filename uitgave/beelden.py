"""The files of pictures: which an edition shows, and where their bytes are.

A file is known by its name, which begins with a hash of the picture, so it never changes. The database has them all.
Those that the served edition may show lie beside its copy on disk too, so that visitors see them without the database.
Which may be shown, `toestemming.py` says.
"""

import re
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from uitgave import document as d
from uitgave.kopie import ruim_halve_op, schrijf_heel
from uitgave.models import Beeldbestand
from uitgave.soort import delen
from uitgave.toestemming import MERK, Bijlagen, met_toestemming

NAAM = re.compile(r"[0-9a-f]{32}[0-9-]*\.(?:avif|webp|jpg)")


def merk_van(bron: bytes) -> str:
    """Return by which a picture is known: a hash of what is kept of it."""
    return sha256(bron).hexdigest()[:MERK]


def genoemd(document: d.Document) -> set[str]:
    """Return the names of all files that a document shows."""
    met_beeld = ((soort.beelden, getattr(document, deel)) for deel, soort in delen().items() if soort.beelden)
    return {naam for beelden, rijen in met_beeld for rij in rijen for naam in beelden(rij)}


def bewaar(naam: str, inhoud: bytes) -> None:
    """Keep a file; one with this name that is there already is the same."""
    Beeldbestand.objects.get_or_create(naam=naam, defaults={"inhoud": inhoud})


def bestaand(namen: Collection[str]) -> set[str]:
    """Return which of these files the database has."""
    return set(Beeldbestand.objects.filter(naam__in=namen).values_list("naam", flat=True))


def van_schijf(naam: str) -> bytes | None:
    """Return the bytes of a file that lies on the disk; of one that lost them when the machine stopped, nothing."""
    try:
        return (map_() / naam).read_bytes() or None if NAAM.fullmatch(naam) else None
    except OSError:
        return None


def uit_database(naam: str) -> bytes | None:
    """Return the bytes of a file that the database has."""
    inhoud = Beeldbestand.objects.filter(naam=naam).values_list("inhoud", flat=True).first()
    return None if inhoud is None else bytes(inhoud)


def map_() -> Path:
    """Return the folder beside the copy of the edition on disk; it need not be there."""
    kopie: Path = settings.UITGAVE_KOPIE
    return kopie.with_suffix(".beelden")


def zet_op_schijf(
    documenten: Collection[d.Document],
    bijlagen: Bijlagen,
    wachtend: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> str:
    """Let the files that these documents may show, and no others, lie on the disk. Returns, in Dutch, why it refuses.

    What it refuses is read elsewhere. Inside `wachtend` the database is being asked.
    """
    nodig = {naam for document in documenten for naam in genoemd(met_toestemming(document, bijlagen))}
    try:
        if not nodig and not map_().exists():
            return ""
        map_().mkdir(exist_ok=True)
        ruim_halve_op(map_(), "*.half")
        staan_er = {plek.name for plek in map_().iterdir() if NAAM.fullmatch(plek.name)}
        for naam in staan_er - nodig:  # first: that makes room too
            (map_() / naam).unlink(missing_ok=True)
        for naam in sorted(nodig):
            if naam in staan_er and (map_() / naam).stat().st_size:
                continue
            with wachtend():
                inhoud = uit_database(naam)
            if inhoud is not None:
                schrijf_heel(map_() / naam, inhoud)
    except OSError as fout:
        return f"De foto’s konden niet op de schijf worden bewaard ({fout.strerror or fout})."
    return ""
