"""The copy on disk of the edition that is served, and of the one that is planned: for when the database is away."""

import logging
import os
import re
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from uitgave import document as d

logger = logging.getLogger(__name__)
CONTROLE = re.compile(rb'\{\n "controle": "([0-9a-f]{64})",')


class Gepland(msgspec.Struct, frozen=True, kw_only=True):
    """A planned edition, with the moment from which it is served."""

    vanaf: datetime
    uitgave: d.Uitgave


class _Opgeslagen(msgspec.Struct, frozen=True):
    vanaf: datetime
    uitgave: msgspec.Raw


def bestand_van_gepland(bestand: Path) -> Path:
    """Return where the planned edition is kept, beside the copy in `bestand`."""
    return bestand.with_suffix(f".gepland{bestand.suffix}")


def bewaar_kopie(uitgave: d.Uitgave, bestand: Path) -> str:
    """Keep `uitgave` on disk, whole or not at all. Returns, in Dutch, why a disk refuses; empty when it does not."""
    return _bewaar(uitgave, bestand)


def bewaar_gepland(gepland: Gepland | None, bestand: Path) -> str:
    """Keep what is planned beside the copy in `bestand`, like `bewaar_kopie`; with nothing planned, keep nothing."""
    bestand = bestand_van_gepland(bestand)
    if gepland:
        return _bewaar(gepland, bestand)
    try:
        bestand.unlink(missing_ok=True)
    except OSError as fout:
        return _klacht(fout)
    return ""


def _bewaar(rij: d.Uitgave | Gepland, bestand: Path) -> str:
    ruim_halve_op(bestand.parent, f"{bestand.stem}.*.half")
    try:
        schrijf_heel(bestand, met_controle(d.schrijf(rij)).encode())
    except OSError as fout:
        return _klacht(fout)
    return ""


def schrijf_heel(bestand: Path, inhoud: bytes) -> None:
    """Write a file whole or not at all, also when the machine stops halfway. Raises OSError."""
    half = bestand.with_suffix(f".{os.getpid()}.half")
    try:
        with half.open("wb") as uit:
            uit.write(inhoud)
            uit.flush()
            os.fsync(uit.fileno())
        half.replace(bestand)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def _klacht(fout: OSError) -> str:
    return f"De kopie op de schijf kon niet worden bewaard ({fout.strerror or fout})."


def ruim_halve_op(map_: Path, patroon: str) -> None:
    """Remove what a process left in a folder that was killed while it wrote a file (see `schrijf_heel`)."""
    for half in map_.glob(patroon):
        with suppress(OSError, ValueError):
            try:
                os.kill(int(half.suffixes[-2][1:]), 0)
            except ProcessLookupError:
                half.unlink()


def met_controle(tekst: str) -> str:
    """Return the JSON object `tekst` with, as its first member, a checksum of the rest."""
    return f'{{\n "controle": "{sha256(tekst.encode()).hexdigest()}",{tekst[1:]}'


def zonder_controle(inhoud: bytes) -> bytes:
    """Return what `met_controle` made without its checksum. Raises ValueError when the two do not go together.

    What has no checksum was kept by an earlier release, and stays as it is.
    """
    if not (begin := CONTROLE.match(inhoud)):
        return inhoud
    rest = b"{" + inhoud[begin.end() :]
    if sha256(rest).hexdigest() != begin[1].decode():
        raise ValueError("Het bestand is beschadigd.")
    return rest


def kopie(bestand: Path) -> d.Uitgave | None:
    """Return the edition kept on disk; None when there is none that can be read."""
    return lees_kopie(bestand)[0]


def lees_kopie(bestand: Path) -> tuple[d.Uitgave | None, str]:
    """Return the edition kept on disk, or None and the reason, in Dutch, that it cannot be read. It is logged too."""
    try:
        return d.lees_uitgave(zonder_controle(bestand.read_bytes())), ""
    except FileNotFoundError:
        return None, ""
    except (OSError, ValueError) as fout:
        logger.warning("The copy on disk cannot be used: %s", fout)
        reden = fout.strerror if isinstance(fout, OSError) else str(fout)
        return None, f"De kopie op de schijf kan niet worden gelezen. {reden}"


def lees_gepland(bestand: Path) -> Gepland | None:
    """Return the planned edition that is kept beside the copy in `bestand`; None when there is none to be read."""
    try:
        opgeslagen = msgspec.json.decode(zonder_controle(bestand_van_gepland(bestand).read_bytes()), type=_Opgeslagen)
        return Gepland(vanaf=opgeslagen.vanaf, uitgave=d.lees_uitgave(bytes(opgeslagen.uitgave)))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, msgspec.MsgspecError) as fout:
        logger.warning("The copy of the planned edition cannot be used: %s", fout)
        return None
