"""A folder that comes whole in the place of another: files in, no reader ever sees half of them."""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MERK = "kopie.json"  # a folder with this file in it was made here
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # of linux/fs.h


class GeenPlek(Exception):
    """The mirror cannot stand in this folder; the message says why."""


@contextmanager
def nieuwe_map(doel: Path) -> Iterator[Path]:
    """Give an empty folder to fill, which takes the place of `doel` at the end; before that nothing changes.

    Raises GeenPlek when `doel` holds anything but an earlier mirror, or when somebody else is filling it.
    """
    doel = doel.resolve()
    if doel.exists() and not (doel.is_dir() and (is_onze(doel) or not any(doel.iterdir()))):
        raise GeenPlek(f"{doel} holds other things. Name a folder that is new, empty, or an earlier mirror.")
    doel.parent.mkdir(parents=True, exist_ok=True)
    half = doel.with_name(f".{doel.name}.half")
    with _alleen(doel):
        shutil.rmtree(half, ignore_errors=True)  # of one that was killed
        half.mkdir()
        try:
            yield half
            _verwissel(half, doel)
        finally:
            shutil.rmtree(half, ignore_errors=True)


def is_onze(map_: Path) -> bool:
    """True for a folder that holds a mirror."""
    return (map_ / MERK).is_file()


@contextmanager
def _alleen(doel: Path) -> Iterator[None]:
    grond = os.open(doel.parent, os.O_RDONLY)
    try:
        try:
            fcntl.flock(grond, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise GeenPlek(f"Another mirror is being made in {doel.parent}.") from None
        yield
    finally:
        os.close(grond)


def _verwissel(nieuw: Path, doel: Path) -> None:
    """Let `nieuw` and `doel` change places, at once where the disk can; what was in `doel` is then in `nieuw`."""
    if not doel.exists():
        nieuw.rename(doel)
    elif not _tegelijk(nieuw, doel):
        oud = doel.with_name(f".{doel.name}.oud")
        doel.rename(oud)
        nieuw.rename(doel)
        oud.rename(nieuw)


def _tegelijk(een: Path, ander: Path) -> bool:
    ruil = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    namen = (AT_FDCWD, os.fsencode(een), AT_FDCWD, os.fsencode(ander), RENAME_EXCHANGE)
    return ruil is not None and bool(ruil(*namen) == 0)
