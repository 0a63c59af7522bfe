"""The pictures on disk, when that is full or lost what was written, or when a process was killed."""

import os
import subprocess
import sys

import pytest

from beelden.maten import namen
from tests.beelden.test_foto import op_pagina
from uitgave import beelden
from uitgave.huidig import huidig
from uitgave.intrekken import trek_in

pytestmark = pytest.mark.een_database


@pytest.fixture
def nodig(foto):
    return set(namen(foto.beeld, foto.focus_x, foto.focus_y))


def op_schijf():
    return {plek.name for plek in beelden.map_().iterdir() if plek.is_file()}


def vol(naam):
    """Let the disk refuse a file: where it would be written stands a folder."""
    plek = (beelden.map_() / naam).with_suffix(f".{os.getpid()}.half")
    plek.mkdir()
    return plek


def test_a_disk_that_is_full_keeps_no_picture_that_may_not_be_shown(foto, nodig, publiceer_nu):
    oud = beelden.map_() / f"{'a' * 32}-1-1-480.avif"
    oud.write_bytes(b"oud")
    eerste = min(nodig)
    (beelden.map_() / eerste).unlink()
    vol(eerste)

    publiceer_nu("3")

    assert not oud.exists()


def test_a_picture_that_the_disk_refused_is_said_and_tried_again(foto, nodig, publiceer_nu):
    eerste = min(nodig)
    (beelden.map_() / eerste).unlink()
    plek = vol(eerste)
    publiceer_nu("3")
    assert (op_schijf(), bool(huidig.kopie_fout)) == (nodig - {eerste}, True)

    plek.rmdir()
    huidig.ververs()

    assert (op_schijf(), huidig.kopie_fout) == (nodig, "")


def test_a_picture_of_which_a_disk_kept_nothing_is_shown_and_written_again(client, foto, nodig, publiceer_nu):
    for naam in nodig:
        (beelden.map_() / naam).write_bytes(b"")

    assert all(client.get(adres).content for adres in op_pagina(client, "/verhalen/noor/"))
    publiceer_nu("3")
    assert all((beelden.map_() / naam).stat().st_size for naam in nodig)


def test_what_a_killed_process_left_of_a_picture_is_removed(foto, nodig, publiceer_nu):
    gestopt = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    half = (beelden.map_() / min(nodig)).with_suffix(f".{gestopt.stdout.strip()}.half")
    half.write_bytes(b"hal")

    trek_in([foto.beeld], None)
    huidig.ververs()

    assert op_schijf() == set()
