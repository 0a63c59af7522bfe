"""Two servers, each with two workers and its own copy on disk, on one database."""

import re
import statistics
import time
from contextlib import ExitStack

import psycopg
import pytest

from tests.drill.belasting import belast
from tests.drill.redacteur import FUNCTIE, Redacteur
from tests.server import klaar, site

KEREN, SECONDEN = 20, 30
OP_EEN_RIJ = 10  # new connections that all get the new page: then each worker has it
RUST = 0.01  # seconds between two questions of a visitor


@pytest.fixture
def servers(tmp_path, database):
    """Two running sites, ready to edit."""
    with ExitStack() as open_:
        draaiend = []
        for naam in ("een", "twee"):
            (tmp_path / naam).mkdir()
            draaiend.append(open_.enter_context(site(tmp_path / naam, DATABASE_URL=database.url)))
        for server in draaiend:
            server.wacht("/readyz", klaar, keer=OP_EEN_RIJ)
        yield draaiend


@pytest.mark.drill
def test_what_one_server_publishes_the_other_serves(servers, meld):
    een, twee = servers
    anna, duren = Redacteur(een), []
    for keer in range(KEREN):
        tekst = f"Vers van de pers, keer {keer}."
        anna.bewaar(tekst)
        assert anna.publiceer(f"twee-{keer}").status == 302
        begin = laatste_oude = time.monotonic()
        nieuw = 0
        while nieuw < OP_EEN_RIJ:
            if tekst in twee.vraag(FUNCTIE).tekst:
                nieuw += 1
            else:
                nieuw, laatste_oude = 0, time.monotonic()
        duren.append(laatste_oude - begin)

    gemeten = f"median {statistics.median(duren):.2f} s, worst {max(duren):.2f} s"
    meld(f"published on one server, on both workers of the other ({KEREN}x)", gemeten, "within 2 s")
    assert len(duren) == KEREN


@pytest.mark.drill
def test_four_workers_that_give_kept_pages_hardly_ask_the_database(servers, database, meld):
    with ExitStack() as open_:
        bezoek = [open_.enter_context(belast(server.poort, rust=RUST)) for server in servers]
        time.sleep(5)  # all pages are kept, and all that a start does is done
        stel_in(database, "log_statement", "all")
        voor = len(gevraagd(database))
        time.sleep(SECONDEN)
        aantal = len(gevraagd(database)) - voor
        stel_in(database, "log_statement", "none")

    verzoeken = sum(len(bij_een.duren) for bij_een in bezoek)
    meld(
        "queries of 4 workers under full load of kept pages",
        f"{aantal / SECONDEN:.1f} a second, for {verzoeken} pages",
        "under 5 a second",
    )
    assert [bij_een.mislukt for bij_een in bezoek] == [[], []]
    assert aantal < 5 * SECONDEN


@pytest.mark.drill
def test_both_servers_go_on_when_the_database_goes_and_edit_when_it_is_back(servers, database, meld):
    with ExitStack() as open_:
        bezoek = [open_.enter_context(belast(server.poort, rust=RUST)) for server in servers]
        database.stop()
        for server in servers:
            server.wacht("/readyz", lambda antwoord: antwoord.tekst.startswith("degraded"), keer=OP_EEN_RIJ)
        database.start()
        begin = time.monotonic()
        for server in servers:
            server.wacht("/readyz", klaar, keer=OP_EEN_RIJ)
        terug = time.monotonic() - begin

    gemeten = f"{sum(len(bij_een.mislukt) for bij_een in bezoek)} failed, edits again after {terug:.1f} s"
    meld("2 servers without their database: public requests", gemeten, "0 failed")
    assert [bij_een.mislukt for bij_een in bezoek] == [[], []]
    assert [Redacteur(server).bewaar("Er is weer een database.").status for server in servers] == [302, 302]


def stel_in(database, naam, waarde):
    with psycopg.connect(database.url, autocommit=True) as verbinding:
        verbinding.execute(f"ALTER SYSTEM SET {naam} = '{waarde}'")
        verbinding.execute("SELECT pg_reload_conf()")


def gevraagd(database):
    """Return what the log of the database says that it was asked, without what was asked here."""
    regels = (database.folder / "log").read_text(errors="replace")
    vragen = re.findall(r"LOG:  (?:statement|execute [^:]*): (.*)", regels)
    return [vraag for vraag in vragen if not re.match(r"ALTER SYSTEM|SELECT pg_reload_conf", vraag)]
