"""The PDF of a real site: made by a process of its own, at the lowest priority, and never half."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.papier.lezen import gelezen, met_pdf
from tests.server import LANG, nakomelingen, site

pytestmark = [pytest.mark.drill, pytest.mark.een_database, met_pdf()]


def makers(pid: int) -> list[int]:
    """The processes below a site that make PDFs."""
    levend = [(kind, Path(f"/proc/{kind}/cmdline")) for kind in nakomelingen(pid)]
    return [kind for kind, plek in levend if plek.exists() and b"maak_pdf" in plek.read_bytes()]


def wacht_op_maker(pid: int) -> int:
    einde = time.monotonic() + LANG
    while time.monotonic() < einde:
        for kind in makers(pid):
            if os.getpriority(os.PRIO_PROCESS, kind) == 19:
                return kind
        time.sleep(0.05)
    raise AssertionError("No process makes a PDF.")


def test_a_killed_maker_leaves_nothing_half_and_another_start_makes_it(begonnen, eenmaal):
    with site(begonnen, PDF="") as draaiend:
        draaiend.wacht("/", lambda antwoord: antwoord.status == 200)
        maker = wacht_op_maker(draaiend.proces.pid)
        assert draaiend.vraag("/ontwikkelpad.pdf").status == 503
        assert len(makers(draaiend.proces.pid)) == 1
        os.kill(maker, signal.SIGKILL)
        draaiend.wacht("/ontwikkelpad.pdf", lambda antwoord: "De pdf is er nu niet" in antwoord.tekst)

        draaiend.herstart()
        maker = wacht_op_maker(draaiend.proces.pid)
        draaiend.wacht("/ontwikkelpad.pdf", lambda antwoord: antwoord.status == 200)
        draaiend.wacht("/livez", lambda _: not makers(draaiend.proces.pid))

        vormen = begonnen / "uitgave.vormen"
        assert not list(vormen.glob("*.half"))
        assert all(gelezen(plek).pages for plek in vormen.glob("*.pdf"))
        pdf = next(plek for plek in vormen.glob("*.pdf") if len(gelezen(plek).pages) > 4)
        adressen = {str(daad.get("/URI")) for daad in _daden(gelezen(pdf))}
        assert any(adres.startswith(f"http://127.0.0.1:{draaiend.poort}/") for adres in adressen)


def _daden(pdf):
    for blad in pdf.pages:
        for verwijzing in blad.get("/Annots", ()):
            yield verwijzing.get_object().get("/A", {})
