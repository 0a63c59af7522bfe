"""A process is killed in the middle of a publication, a save, a load or an import: the old is left, or the new."""

import json
import subprocess
import sys

import pytest

from tests.server import WORTEL, omgeving

KEREN = 100


@pytest.mark.drill
@pytest.mark.parametrize("database_", ["sqlite", "postgres"])
@pytest.mark.parametrize("werk", ["publicatie", "opslaan", "bestand", "invoer"])
def test_what_is_killed_halfway_is_done_or_was_never_begun(begonnen, request, meld, werk, database_):
    eigen = {"DATABASE_URL": request.getfixturevalue("database").url} if database_ == "postgres" else {}
    uitkomst = subprocess.run(
        [sys.executable, "-m", "tests.drill.halverwege", werk, str(KEREN), str(begonnen)],
        cwd=WORTEL,
        env=omgeving(begonnen, **eigen),
        stdout=subprocess.PIPE,
        check=True,
    )
    gezien = json.loads(uitkomst.stdout.splitlines()[-1])

    gemeten = f"{gezien['oud']} old, {gezien['nieuw']} new, {len(gezien['mengsels'])} mixed"
    meld(f"{werk} killed {KEREN} times within {gezien['duur']:.2f} s, {database_}", gemeten, "0 mixed")
    assert (gezien["mengsels"], gezien["kopie"]) == ([], [])
    assert gezien["oud"] + gezien["nieuw"] == KEREN
    assert gezien["resten"] <= 1
    assert gezien["oud"] > 0  # else it was killed too late each time
