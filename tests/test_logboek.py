"""The log: a line of JSON for each event, with nothing of who asked; and once a minute how it goes."""

import json
import logging
import sys

import pytest
from django.test import Client

from ontwikkelpad.logboek import JsonRegel
from ontwikkelpad.puls import Puls, puls


@pytest.fixture
def regels(caplog):
    """What the log says, as it is written."""
    caplog.set_level(logging.INFO)

    def lees():
        return [JsonRegel().format(regel) for regel in caplog.records]

    return lees


def test_an_event_is_one_line_with_time_and_level(regels):
    try:
        raise ValueError("mis\ngegaan")
    except ValueError:
        logging.getLogger("ontwikkelpad").exception("Er ging\niets mis")

    [regel] = regels()

    assert "\n" not in regel
    assert json.loads(regel) | {"tijd": "", "fout": ""} == {
        "tijd": "", "niveau": "ERROR", "bron": "ontwikkelpad", "bericht": "Er ging\niets mis", "fout": "",
    }  # fmt: skip
    assert json.loads(regel)["fout"].endswith("ValueError: mis\ngegaan")


def test_the_log_tells_nothing_of_who_asked(inhoud, regels, settings):
    """A page that is not there, a wrong host, a wrong password and a form from elsewhere: each is an event."""
    kanarie = {
        "REMOTE_ADDR": "203.0.113.77",
        "HTTP_USER_AGENT": "kanarie-browser",
        "HTTP_REFERER": "https://k/?q=kanarie",
    }
    bezoeker, streng = Client(**kanarie), Client(enforce_csrf_checks=True, **kanarie)
    bezoeker.get("/nergens%0Aheen/?vraag=kanarie-vraag")
    bezoeker.get("/?vraag=kanarie-vraag", HTTP_HOST="elders.example")
    for _ in range(6):
        bezoeker.post("/beheer/login/?next=kanarie", {"username": "kanarie", "password": "kanarie-geheim"})
    streng.post("/beheer/login/?vraag=kanarie", {}, secure=True)

    geschreven = regels()

    assert len(geschreven) >= 3
    assert [regel for regel in geschreven if "203.0.113.77" in regel or "kanarie" in regel] == []


def test_no_stranger_can_fill_the_log_with_errors_and_what_is_refused_is_one_warning(inhoud, beheerder, client, caplog):
    """A redirect that would be too long, and a page of the desk that is asked for what it never gives."""
    client.get(f"/beheer/?z={'kanarie' * 3000}")
    beheerder.get("/beheer/functies/functie/?_to_field=kanarie")

    geschreven = [json.loads(JsonRegel().format(regel)) for regel in caplog.records]

    assert [(regel["niveau"], regel["bericht"]) for regel in geschreven] == [
        ("WARNING", "Bad Request: /beheer/"),
        ("WARNING", "Bad Request: /beheer/functies/functie/"),
    ]
    assert "fout" not in geschreven[0]


def test_once_a_minute_the_log_says_how_it_goes(inhoud):
    teller = Puls()
    for milliseconden in range(1, 101):
        teller.tel(milliseconden / 1000, 500 if milliseconden == 7 else 200)

    stand, leeg = teller.stand(), teller.stand()

    assert (stand["verzoeken"], stand["fouten"], stand["p99_ms"]) == (100, 1, 99.0)
    assert (stand["uitgave"], stand["linkcontrole"]) == (inhoud.uitgave.nummer, None)
    assert sys.platform != "linux" or 10 < stand["geheugen_mb"] < 2000
    assert (leeg["verzoeken"], leeg["p99_ms"]) == (0, None)


def test_every_request_counts(inhoud, client):
    puls.stand()

    client.get("/")
    client.get("/nergens/")

    assert puls.stand()["verzoeken"] == 2
