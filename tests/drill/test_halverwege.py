"""A process is killed in the middle of a publication, a save, a load or an import: the old is left, or the new."""

import json
import subprocess
import sys

import pytest

from tests.server import WORTEL, omgeving

KORT, KEREN = 3, 100
WERK = [
    pytest.param(werk, database, KEREN, marks=pytest.mark.drill)
    for database in ("sqlite", "postgres")
    for werk in ("publicatie", "opslaan", "bestand", "invoer")
]


@pytest.mark.parametrize(("werk", "database_", "keren"), [("opslaan", "sqlite", KORT), *WERK])
def test_what_is_killed_halfway_is_done_or_was_never_begun(begonnen, request, meld, werk, database_, keren):
    eigen = {"DATABASE_URL": request.getfixturevalue("database").url} if database_ == "postgres" else {}
    uitkomst = subprocess.run(
        [sys.executable, "-m", "tests.drill.halverwege", werk, str(keren), str(begonnen)],
        cwd=WORTEL,
        env=omgeving(begonnen, **eigen),
        stdout=subprocess.PIPE,
        check=True,
    )
    gezien = json.loads(uitkomst.stdout.splitlines()[-1])

    gemeten = f"{gezien['oud']} old, {gezien['nieuw']} new, {len(gezien['mengsels'])} mixed"
    meld(f"{werk} killed {keren} times within {gezien['duur']:.2f} s, {database_}", gemeten, "0 mixed")
    assert (gezien["mengsels"], gezien["kopie"]) == ([], [])
    assert gezien["oud"] + gezien["nieuw"] == keren
    assert gezien["resten"] <= 1
    assert gezien["oud"] or keren == KORT  # else it was killed too late each time
