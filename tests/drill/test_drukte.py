"""A crowd that asks what nobody asked before: kept pages go on, and no worker grows by it."""

import re
import threading
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.drill.belasting import belast
from tests.server import klaar, lees, site
from tests.test_server import nakomelingen
from tests.test_vijandig import open_verbinding, vraag  # noqa: F401  # fixtures

linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here")
VERBINDINGEN, DUUR = 16, 20.0  # seconds of flood, twice
BEWAARD = ("/", "/over/", "/functies/broodbakker/", "/livez", "/over/?z=1")
# What one edition keeps at most (see README, "How content gets to a visitor"), and a half more for what Python
# keeps of the pages that it made.
RUIMTE = 1.5 * (32 + 16)


def geheugen(pid):
    """Return the memory of each process below `pid` in MB, by its id."""
    gelezen = {}
    for kind in nakomelingen(pid):
        status = Path(f"/proc/{kind}/status").read_text()
        gelezen[kind] = int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
    return gelezen


@contextmanager
def stroom(draaiend, adres):
    """Let 16 connections ask `adres(nummer)`, each number once, for as long as the block runs; yield the answers."""
    genoeg, uitkomsten, nummers = threading.Event(), [], count(1)

    def vraag_maar():
        verbinding = draaiend.verbinding()
        while not genoeg.is_set():
            antwoord = lees(verbinding, adres(next(nummers)))
            uitkomsten.append((antwoord.status, antwoord.koppen.get("Retry-After")))
        verbinding.close()

    draden = [threading.Thread(target=vraag_maar) for _ in range(VERBINDINGEN)]
    for draad in draden:
        draad.start()
    try:
        yield uitkomsten
    finally:
        genoeg.set()
        for draad in draden:
            draad.join()


@pytest.fixture
def draaiend(begonnen):
    """A running site whose workers have made the pages that are kept."""
    with site(begonnen) as draaiend:
        draaiend.wacht("/readyz", klaar)
        for adres in BEWAARD:
            draaiend.wacht(adres, lambda antwoord: antwoord.status == 200, keer=12)
        yield draaiend


@linux
@pytest.mark.drill
@pytest.mark.parametrize(
    ("wat", "adres"),
    [
        ("unique questions", lambda nummer: f"/zoeken/?q=vraag{nummer}x"),
        ("questions of 60 kB", lambda nummer: f"/zoeken/?q={nummer}{'+brood' * 10_000}"),
    ],
    ids=["unique", "60kB"],
)
def test_a_flood_of_questions_that_nobody_asked_leaves_the_rest_answering(draaiend, meld, wat, adres):
    """Pages that are kept go on, who finds no place is told when to come back, and a worker stays as large."""
    with belast(draaiend.poort, BEWAARD, rust=0.01) as rustig:
        time.sleep(DUUR / 4)
    voor = geheugen(draaiend.proces.pid)
    with stroom(draaiend, adres) as uitkomsten, belast(draaiend.poort, BEWAARD, rust=0.01) as intussen:
        time.sleep(DUUR)
        halverwege = geheugen(draaiend.proces.pid)
        time.sleep(DUUR)
    erna = geheugen(draaiend.proces.pid)
    goed, druk = uitkomsten.count((200, None)), uitkomsten.count((503, "10"))

    meld(f"B10, {wat}, 16 connections: kept pages meanwhile", intussen, "0 failed")
    meld(f"B10, {wat}: kept pages before", rustig, "0 failed")
    meld(f"B10, {wat}: the flood itself", f"{goed} answered, {druk} times 503 with Retry-After", "nothing else")
    grootste = [f"{max(keer.values()):.0f}" for keer in (voor, halverwege, erna)]
    meld(f"B10, {wat}: MB of the largest worker", " → ".join(grootste), f"+{RUIMTE:.0f} at most")
    assert intussen.mislukt == []
    assert len(intussen.duren) > 100
    assert goed + druk == len(uitkomsten)
    assert goed > 0
    assert erna.keys() == voor.keys()  # no worker died
    assert [mb for pid, mb in erna.items() if mb - voor[pid] > RUIMTE] == []
    assert draaiend.vraag("/zoeken/?q=rustig").status == 200
    assert "Traceback" not in draaiend.logboek.read_text()


@linux
@pytest.mark.drill
def test_a_flood_of_parameters_that_no_page_reads_makes_no_page(draaiend, meld):
    """Were each a page of its own, the 16 MB for pages that answer a question would be full in a second."""
    voor = geheugen(draaiend.proces.pid)
    with stroom(draaiend, lambda nummer: f"/?z={nummer}") as uitkomsten:
        time.sleep(DUUR)
    erna = geheugen(draaiend.proces.pid)

    grootste = [f"{max(keer.values()):.0f}" for keer in (voor, erna)]
    meld("B10, /?z=1, /?z=2, … on 16 connections", f"{len(uitkomsten) / DUUR:.0f} a second", "all 200")
    meld("B10, /?z=…: MB of the largest worker", " → ".join(grootste), "+14 at most")
    assert {*uitkomsten} == {(200, None)}
    assert [mb for pid, mb in erna.items() if mb - voor[pid] > 14] == []


@pytest.mark.een_database
def test_a_thousand_parameters_that_no_page_reads_leave_the_kept_pages_as_they_were(vraag, inhoud, meld):  # noqa: F811
    eerste = vraag("/")
    voor = len(inhoud.bladzijden), inhoud.bladzijden.omvang

    andere = [vraag(f"/?z={nummer}&y{nummer}=x").lichaam for nummer in range(1000)]

    erna = len(inhoud.bladzijden), inhoud.bladzijden.omvang
    meld("B10, a thousand unknown parameters: kept pages, bytes", f"{voor} → {erna}", "the same")
    assert erna == voor
    assert {*andere} == {eerste.lichaam}
