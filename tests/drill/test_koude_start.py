"""A start with and without the database, and with every kind of copy on disk."""

import json
import random
import re
import shutil
import time
from html import escape
from pathlib import Path

import pytest

from tests.drill.redacteur import FUNCTIE, Redacteur
from tests.server import klaar, site
from uitgave.kopie import lees_kopie, met_controle, zonder_controle

OUDE_KOPIE = Path(__file__).parents[1] / "uitgaven" / "1.0" / "uitgave.json"  # schema 1
PLEKKEN = 300
BEGIN = 120  # bytes, of which each bit is tried: the checksum stands there
NIEUW = "Vers van de pers."


def test_a_copy_of_which_one_bit_changed_is_refused(begonnen, meld):
    bestand = begonnen / "uitgave.json"
    heel = bestand.read_bytes()
    plekken = {(plek, 1 << bit) for plek in range(BEGIN) for bit in range(8)}
    plekken |= {(random.randrange(BEGIN, len(heel)), 1 << random.randrange(8)) for _ in range(PLEKKEN)}  # noqa: S311

    geserveerd = []
    for plek, bit in sorted(plekken):
        bestand.write_bytes(heel[:plek] + bytes([heel[plek] ^ bit]) + heel[plek + 1 :])
        uitgave, klacht = lees_kopie(bestand)
        if uitgave or not klacht:
            geserveerd.append((plek, bit))

    meld(f"copy with one bit changed, {len(plekken)} times: served", len(geserveerd), 0)
    assert geserveerd == []


def afgeknipt(heel):
    return heel[: len(heel) // 2]


def bit_om(heel):
    plek = len(heel) // 2
    return heel[:plek] + bytes([heel[plek] ^ 1]) + heel[plek + 1 :]


def nieuwer_schema(heel):
    uitgave = json.loads(zonder_controle(heel))
    uitgave["document"]["schema"] = 999
    return met_controle(json.dumps(uitgave)).encode()


@pytest.mark.drill
@pytest.mark.parametrize("bederf", [afgeknipt, bit_om, nieuwer_schema])
def test_a_copy_that_is_broken_is_said_and_not_served_until_the_database_comes(tmp_path, database, meld, bederf):
    bestand = tmp_path / "uitgave.json"
    heel = bestand.read_bytes()
    bestand.write_bytes(bederf(heel))
    database.stop()
    with site(tmp_path, DATABASE_URL=database.url) as draaiend:
        gereed = draaiend.wacht("/readyz", lambda antwoord: antwoord.status == 503)
        pagina = draaiend.vraag(FUNCTIE)
        database.start()
        begin = time.monotonic()
        draaiend.wacht("/readyz", klaar, keer=20)
        meld(
            f"start without database, copy {bederf.__name__}", f"{pagina.status}; then {seconden(begin)}", "503; ready"
        )

        assert "De kopie op de schijf kan niet worden gelezen." in gereed.tekst
        assert (pagina.status, pagina.koppen["Retry-After"]) == (503, "10")
        assert draaiend.vraag(FUNCTIE).status == 200
        assert bestand.read_bytes() == heel


@pytest.mark.drill
def test_a_good_copy_is_served_without_the_database_and_a_newer_edition_as_soon_as_that_is_there(
    tmp_path, database, meld
):
    with site(tmp_path, DATABASE_URL=database.url) as draaiend:
        draaiend.wacht("/readyz", klaar)
        eerder = (tmp_path / "uitgave.json").read_bytes()
        anna = Redacteur(draaiend)
        assert anna.bewaar(NIEUW).status == anna.publiceer("nieuw").status == 302
        draaiend.wacht(FUNCTIE, lambda antwoord: NIEUW in antwoord.tekst, keer=20)
    nieuw = (tmp_path / "uitgave.json").read_bytes()
    database.stop()

    for kopie, verwacht in ((nieuw, True), (eerder, False)):
        (tmp_path / "uitgave.json").write_bytes(kopie)
        with site(tmp_path, DATABASE_URL=database.url) as draaiend:
            gereed = draaiend.wacht("/readyz", lambda antwoord: antwoord.status == 200)
            zonder = draaiend.vraag(FUNCTIE)
            database.start()
            begin = time.monotonic()
            draaiend.wacht(FUNCTIE, lambda antwoord: NIEUW in antwoord.tekst, keer=20)
            draaiend.wacht("/readyz", klaar, keer=20)
            wat = "the copy of its edition" if verwacht else "an older copy"
            meld(f"start without database, {wat}", f"{zonder.status}; then {seconden(begin)}", "200; ready")

            assert gereed.tekst.startswith("degraded: no database")
            assert (zonder.status, NIEUW in zonder.tekst) == (200, verwacht)
            assert (tmp_path / "uitgave.json").read_bytes() == nieuw
        database.stop()


@pytest.mark.drill
def test_a_copy_of_the_first_release_is_served_without_the_database(tmp_path, lege_database, meld):
    shutil.copy(OUDE_KOPIE, tmp_path / "uitgave.json")
    naam = json.loads(OUDE_KOPIE.read_bytes())["document"]["ontwikkelpad"]["naam"]
    lege_database.stop()
    with site(tmp_path, DATABASE_URL=lege_database.url) as draaiend:
        draaiend.wacht("/readyz", lambda antwoord: antwoord.status == 200)
        zonder = draaiend.vraag("/")
    meld("start without database, a copy of schema 1", zonder.status, 200)

    assert zonder.status == 200
    assert escape(naam) in zonder.tekst


def seconden(begin):
    return f"ready after {time.monotonic() - begin:.1f} s"


def test_a_site_without_database_and_edition_answers_503_and_fills_the_database_when_it_comes(tmp_path, lege_database):
    lege_database.stop()
    with site(tmp_path, DATABASE_URL=lege_database.url) as draaiend:
        leeg = draaiend.wacht("/", lambda antwoord: antwoord.status == 503)
        levend, gereed = draaiend.vraag("/livez"), draaiend.vraag("/readyz")
        lege_database.start()
        draaiend.wacht("/readyz", klaar)
        draaiend.maak_account()

        assert leeg.koppen["Retry-After"] == "10"
        assert "De site is even niet bereikbaar" in leeg.tekst
        assert (levend.status, gereed.status) == (200, 503)
        assert draaiend.vraag("/functies/broodbakker/").status == 200
        assert draaiend.log_in().status == 302
        begin = re.compile(r"The |Loaded |\d+ of \d+ ")  # what a start says to who watches it
        gezegd = [regel for regel in draaiend.logboek.read_text().splitlines() if not begin.match(regel)]
        assert {json.loads(regel)["niveau"] for regel in gezegd} >= {"WARNING", "INFO"}  # all of it is JSON


@pytest.mark.drill
def test_a_new_release_waits_with_editing_until_the_database_is_back_and_migrated(tmp_path, database):
    with site(tmp_path, DATABASE_URL=database.url) as draaiend:
        draaiend.wacht("/readyz", klaar)
    draaiend.manage("migrate", "otp_totp", "zero", "--verbosity", "0")  # as an older release left it
    database.stop()

    with site(tmp_path, DATABASE_URL=database.url) as draaiend:
        zonder = draaiend.wacht("/readyz", lambda antwoord: antwoord.status == 200)
        beheer, openbaar = draaiend.vraag("/beheer/login/"), draaiend.vraag("/")
        database.start()
        draaiend.wacht("/readyz", klaar, keer=40)  # each worker finds out by itself
        ingelogd = [draaiend.log_in().status for _ in range(6)]

    assert zonder.tekst.startswith("degraded")
    assert (beheer.status, beheer.koppen["Retry-After"], openbaar.status) == (503, "10", 200)
    assert ingelogd == [302] * 6
    assert "Traceback" not in draaiend.logboek.read_text()
