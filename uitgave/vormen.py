"""Forms of an edition that take long to make, such as a PDF: files beside its copy on disk.

A file is kept under the hash of what it was made from, so what did not change is not made again. One list for each
edition names its files. It is written when all of them are there: an edition has its forms, or none yet.
"""

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from msgspec import MsgspecError, Struct
from msgspec.json import decode, encode
from msgspec.structs import replace

AFGEBROKEN = "Het maken is afgebroken. De server probeert het later opnieuw."
BEWAARD = 2  # editions whose files stay: a process may still serve the one before
MAKEN, BEURT = "maken", "beurt"  # locks: of who makes, and of processes that see to it that somebody does


class Hoe(StrEnum):
    """How it is with the forms of an edition."""

    BEZIG = "bezig"
    KLAAR = "klaar"
    MISLUKT = "mislukt"


class Stand(Struct, frozen=True, kw_only=True):
    """What is said of the forms that were made last: of which edition, how it went, and why not, in Dutch."""

    kenmerk: str
    nummer: str
    hoe: Hoe
    sinds: datetime
    reden: str = ""


class Lijst(Struct, frozen=True, kw_only=True):
    """The files of an edition: by name the hash of each, and the day on which they are right."""

    dag: date
    bestanden: dict[str, str]


def map_() -> Path:
    """Return the folder of the forms; it need not be there."""
    kopie: Path = settings.UITGAVE_KOPIE
    return kopie.with_suffix(".vormen")


def hash_van(*delen: str | bytes) -> str:
    """Return a hash by which what is made from `delen` can be known."""
    som = sha256()
    for deel in delen:
        inhoud = deel.encode() if isinstance(deel, str) else deel
        som.update(len(inhoud).to_bytes(8, "big") + inhoud)
    return som.hexdigest()[:40]


def lijst(kenmerk: str) -> Lijst | None:
    """Return the files of the edition with this hash; None when they are not all there yet."""
    try:
        return decode((map_() / f"{kenmerk}.json").read_bytes(), type=Lijst)
    except (OSError, MsgspecError):
        return None


def bestand(kenmerk: str, naam: str) -> Path | None:
    """Return where the file with a name of the edition with this hash stands; None when it has none."""
    gemaakt = lijst(kenmerk)
    return map_() / gemaakt.bestanden[naam] if gemaakt and naam in gemaakt.bestanden else None


def bewaar(merk: str, einde: str, maak: Callable[[], bytes]) -> str:
    """Return the name of the file made from what has the hash `merk`; it is made when it is not there.

    Raises OSError when the disk refuses, and what `maak` raises.
    """
    naam = f"{merk}.{einde}"
    plek = map_() / naam
    if not plek.exists():
        _schrijf(plek, maak())
    return naam


def klaar(kenmerk: str, nummer: str, bestanden: Mapping[str, str]) -> None:
    """Say that the edition has all its files, and remove what belongs to none of the last editions.

    Raises OSError when the disk refuses.
    """
    _schrijf(map_() / f"{kenmerk}.json", encode(Lijst(dag=timezone.localdate(), bestanden=dict(bestanden))))
    meld(kenmerk, nummer, Hoe.KLAAR)
    lijsten = sorted(map_().glob("*.json"), key=lambda plek: plek.stat().st_mtime_ns, reverse=True)
    blijven = [plek for plek in lijsten if plek.name != _stand().name][:BEWAARD]
    namen = {naam for plek in blijven if (rij := lijst(plek.stem)) for naam in rij.bestanden.values()}
    namen |= {plek.name for plek in (*blijven, _stand())} | {f"{slot}.slot" for slot in (MAKEN, BEURT)}
    for plek in map_().iterdir():
        if plek.name not in namen:
            plek.unlink(missing_ok=True)


def meld(kenmerk: str, nummer: str, hoe: Hoe, reden: str = "") -> None:
    """Say how it is with the forms of an edition. A disk that refuses is no reason to stop."""
    rij = Stand(kenmerk=kenmerk, nummer=nummer, hoe=hoe, sinds=timezone.now(), reden=reden)
    with suppress(OSError):
        _schrijf(_stand(), encode(rij))


def stand() -> Stand | None:
    """Return how it is with the forms that were made last; None when nobody ever began."""
    try:
        gezegd = decode(_stand().read_bytes(), type=Stand)
    except (OSError, MsgspecError):
        return None
    if gezegd.hoe == Hoe.BEZIG and not _maakt_iemand():
        return replace(gezegd, hoe=Hoe.MISLUKT, reden=AFGEBROKEN)
    return gezegd


def _maakt_iemand() -> bool:
    """True when a process has the lock of who makes."""
    try:
        with (map_() / f"{MAKEN}.slot").open("w") as open_:
            fcntl.flock(open_, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        pass
    return False


@contextmanager
def slot(naam: str) -> Iterator[None]:
    """Do what is inside in one process of this machine at a time. Raises OSError when the disk refuses."""
    map_().mkdir(exist_ok=True)
    with (map_() / f"{naam}.slot").open("w") as open_:
        fcntl.flock(open_, fcntl.LOCK_EX)
        yield


def _stand() -> Path:
    return map_() / "stand.json"


def _schrijf(plek: Path, inhoud: bytes) -> None:
    """Write a file whole or not at all."""
    plek.parent.mkdir(exist_ok=True)
    half = plek.with_name(f"{plek.name}.{os.getpid()}.half")
    try:
        with half.open("wb") as uit:
            uit.write(inhoud)
            uit.flush()
            os.fsync(uit.fileno())
        half.replace(plek)
    finally:
        half.unlink(missing_ok=True)
