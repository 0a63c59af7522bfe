"""How far a long work is, on the command line."""

from io import StringIO

import pytest
from django.core.management.base import OutputWrapper

from uitgave.voortgang import Voortgang


class Terminal(StringIO):
    def isatty(self):
        return True


def werk(uit, monkeypatch, stoppen=False):
    """Do a hundred things, each of which takes a second."""
    klok = iter(range(1, 1000))
    monkeypatch.setattr("uitgave.voortgang.time.monotonic", lambda: next(klok))
    with Voortgang("links", OutputWrapper(uit)) as voortgang:
        for nummer in range(1, 31):
            voortgang(nummer, 30)
            if stoppen and nummer == 12:
                raise KeyboardInterrupt
    return uit.getvalue()


def test_on_a_terminal_one_line_follows_the_work_and_is_gone_after_it(monkeypatch):
    gezegd = werk(Terminal(), monkeypatch)

    assert gezegd.startswith("\r1 of 30 links\r2 of 30 links")
    assert gezegd.endswith("\r\033[K")
    assert "\n" not in gezegd


def test_elsewhere_there_is_a_line_now_and_then(monkeypatch):
    regels = werk(StringIO(), monkeypatch).splitlines()

    assert 2 <= len(regels) <= 8
    assert all(regel.endswith(" of 30 links") for regel in regels)


def test_who_stops_it_reads_how_far_it_came(monkeypatch):
    uit = StringIO()

    with pytest.raises(SystemExit) as einde:
        werk(uit, monkeypatch, stoppen=True)

    assert einde.value.code == 130
    assert uit.getvalue().endswith("Stopped: 12 of 30 links done.\n")
