"""The PDF of a real site: made by a process of its own, at the lowest priority, and never half."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.papier.lezen import gelezen, links, met_pdf
from tests.server import LANG, nakomelingen, site

T = TypeVar("T")
pytestmark = [pytest.mark.drill, pytest.mark.een_database, met_pdf()]


def makers(pid: int) -> list[int]:
    """The processes below a site that make PDFs."""
    levend = [(kind, Path(f"/proc/{kind}/cmdline")) for kind in nakomelingen(pid)]
    return [kind for kind, plek in levend if plek.exists() and b"maak_pdf" in plek.read_bytes()]


def wacht_op(wat: Callable[[], T | None]) -> T:
    """Return what `wat` gives, as soon as it gives something."""
    einde = time.monotonic() + LANG
    while time.monotonic() < einde:
        if gevonden := wat():
            return gevonden
        time.sleep(0.05)
    raise AssertionError("It did not happen.")


def test_a_killed_maker_leaves_nothing_half_and_another_process_makes_it(begonnen):
    with site(begonnen, PDF="") as draaiend:

        def maker(niet: int = 0) -> int | None:
            """The process that gives way to all others, but for one that was killed."""
            levend = [kind for kind in makers(draaiend.proces.pid) if kind != niet]
            return next((kind for kind in levend if os.getpriority(os.PRIO_PROCESS, kind) == 19), None)

        eerste = wacht_op(maker)
        assert draaiend.vraag("/ontwikkelpad.pdf").status == 503
        assert makers(draaiend.proces.pid) == [eerste]
        os.kill(eerste, signal.SIGKILL)
        assert wacht_op(lambda: maker(niet=eerste)) != eerste
        wacht_op(lambda: draaiend.vraag("/ontwikkelpad.pdf", "HEAD").status == 200)
        wacht_op(lambda: not makers(draaiend.proces.pid))

        vormen = begonnen / "uitgave.vormen"
        assert not list(vormen.glob("*.half"))
        assert all(gelezen(plek).pages for plek in vormen.glob("*.pdf"))
        pdf = next(plek for plek in vormen.glob("*.pdf") if len(gelezen(plek).pages) > 4)
        assert f"http://127.0.0.1:{draaiend.poort}/" in {adres for _, _, adres in links(gelezen(pdf))}
