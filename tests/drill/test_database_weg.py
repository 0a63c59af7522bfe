"""The database dies or hangs while people visit and edit."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import pytest

from tests.drill.belasting import belast
from tests.drill.redacteur import Redacteur
from tests.server import LANG, klaar, lees, site

KEREN, SECONDEN = 20, 30
RUST = 0.02  # seconds between two questions of a visitor: so that the machine has time for the database too


@pytest.mark.drill
def test_a_database_that_dies_again_and_again_costs_no_page_and_no_saved_word(tmp_path, database, meld):
    terug = []
    with site(tmp_path, DATABASE_URL=database.url) as draaiend:
        draaiend.wacht("/readyz", klaar)
        anna = Redacteur(draaiend)
        opgeslagen = anna.tekst()
        with belast(draaiend.poort, rust=RUST) as bezoek:
            for keer in range(KEREN):
                database.stop()
                weg = anna.bewaar("Dit gaat niet door.")
                database.start()
                begin = time.monotonic()
                draaiend.wacht("/readyz", klaar, keer=10)  # each worker finds out by itself
                terug.append(time.monotonic() - begin)

                assert (weg.status, weg.koppen["Retry-After"]) == (503, "10")
                assert anna.tekst() == opgeslagen
                opgeslagen = f"Na keer {keer}."
                assert anna.bewaar(opgeslagen).status == 302
        assert anna.tekst() == opgeslagen

    meld(f"database killed {KEREN} times under load: public requests", bezoek, "0 failed")
    meld(f"database killed {KEREN} times: all workers edit again after", f"worst {max(terug):.1f} s", "no restart")
    assert bezoek.duren
    assert bezoek.mislukt == []


@pytest.mark.drill
def test_a_database_that_hangs_keeps_nobody_waiting(tmp_path, database, meld):
    """The clocks are generous: without the mend the requests wait for as long as the database stands still."""
    with site(tmp_path, DATABASE_URL=database.url) as draaiend, ExitStack() as open_:
        draaiend.wacht("/readyz", klaar)
        koekje = Redacteur(draaiend).koekje
        verbindingen = [open_.enter_context(closing(draaiend.verbinding())) for _ in range(12)]
        assert [lees(verbinding, "/beheer/", **koekje).status for verbinding in verbindingen] == [200] * 12

        def vraag(verbinding):
            begin = time.monotonic()
            antwoord = lees(verbinding, "/beheer/", **koekje)
            return antwoord.status, antwoord.koppen.get("Retry-After"), time.monotonic() - begin

        with belast(draaiend.poort, rust=RUST) as vooraf:
            time.sleep(SECONDEN / 3)
        with belast(draaiend.poort, rust=RUST) as bezoek:
            database.hang()
            try:
                hangt = time.monotonic()
                with ThreadPoolExecutor(12) as draden:
                    uitkomsten = list(draden.map(vraag, verbindingen))
                daarna = [vraag(verbinding) for verbinding in verbindingen]
                time.sleep(max(0.0, hangt + SECONDEN - time.monotonic()))
            finally:
                database.go_on()
        eerst, later = (max(duur for _, _, duur in antwoorden) for antwoorden in (uitkomsten, daarna))
        meld(f"database hangs {SECONDEN} s under load: public requests", bezoek, "0 failed")
        meld(f"database hangs {SECONDEN} s: public p99 before it", f"{vooraf.p99 * 1000:.0f} ms", "the same")
        meld("database hangs: the desk says 503", f"first {eerst:.1f} s, later {later:.2f} s", "within 5 s")

        assert [uitkomst[:2] for uitkomst in uitkomsten + daarna] == [(503, "10")] * 24
        assert max(eerst, later) < LANG / 3
        assert bezoek.duren
        assert (vooraf.mislukt, bezoek.mislukt) == ([], [])
        draaiend.wacht("/readyz", klaar)
        draaiend.wacht("/beheer/", lambda antwoord: antwoord.status == 200, keer=10, **koekje)
