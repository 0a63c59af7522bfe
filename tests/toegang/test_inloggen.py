"""Logging in with a password: how often it may be tried, from where, and how long a session lasts."""

import logging
import re
from datetime import timedelta
from io import BytesIO, RawIOBase
from ipaddress import ip_network
from threading import Event, Semaphore, Thread

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import F
from django.test import Client

from functies.models import Functie
from tests.tegelijk import tegelijk
from tests.test_instellingen import draai
from toegang import inloggen as toegang
from toegang.plaatsen import adres

INLOGGEN = "/beheer/login/"
GOED = "een lang wachtwoord"


@pytest.fixture
def anna(db):
    return User.objects.create_superuser("anna", password=GOED)


@pytest.fixture
def klok(monkeypatch):
    """A clock that stands still until the test moves it: `klok.verder(minuten=50)`."""

    class Klok:
        tijd = toegang.nu()

        def verder(self, **duur):
            self.tijd += int(timedelta(**duur).total_seconds())

    klok = Klok()
    monkeypatch.setattr(toegang, "nu", lambda: klok.tijd)
    return klok


def probeer(naam="anna", wachtwoord="fout", adres="192.0.2.1", **koppen):
    velden = {"username": naam, "password": wachtwoord, "next": "/beheer/"}
    return Client(REMOTE_ADDR=adres).post(INLOGGEN, velden, headers=koppen)


def fout(aantal, *args, **kwargs):
    return [probeer(*args, **kwargs).status_code for _ in range(aantal)]


# --- Trying passwords ---


def test_the_fifth_wrong_password_locks_the_pair_also_for_the_right_one(anna):
    assert fout(5) == [200, 200, 200, 200, 429]

    response = probeer(wachtwoord=GOED)

    assert response.status_code == 429
    assert 14 * 60 < int(response.headers["Retry-After"]) <= 15 * 60
    assert "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht 15 minuten." in response.text
    assert 'value="anna"' in response.text
    assert "sessionid" not in response.cookies


def test_neither_another_account_nor_another_address_is_locked_with_it(anna):
    User.objects.create_superuser("bob", password=GOED)
    fout(6)

    assert probeer("bob", GOED).status_code == 302
    assert probeer("anna", GOED, "192.0.2.2").status_code == 302


def test_case_and_white_space_make_no_other_account(anna):
    namen = ["Anna", " anna", "ANNA ", "anna\u00a0", "ａｎｎａ"]

    assert [probeer(naam).status_code for naam in namen] == [200, 200, 200, 200, 429]
    assert probeer(wachtwoord=GOED).status_code == 429


def test_a_name_that_does_not_exist_is_limited_in_the_same_way(db):
    assert fout(6, "niemand") == [200, 200, 200, 200, 429, 429]


def test_wrong_passwords_for_many_names_lock_their_address_and_no_other(anna):
    assert [probeer(f"naam-{nummer}").status_code for nummer in range(20)] == [200] * 19 + [429]

    gesloten = probeer(wachtwoord=GOED)

    assert (gesloten.status_code, gesloten.headers["Retry-After"]) == (429, "900")
    assert "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht 15 minuten." in gesloten.text
    assert probeer("naam-1", x_forwarded_for="203.0.113.9").status_code == 429
    assert probeer(wachtwoord=GOED, adres="192.0.2.2").status_code == 302
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=15))
    assert probeer(wachtwoord=GOED).status_code == 302


def test_who_logs_in_often_locks_no_address_and_sets_none_free(anna):
    for nummer in range(19):
        probeer(f"naam-{nummer}")

    assert [probeer(wachtwoord=GOED).status_code for _ in range(3)] == [302] * 3
    assert fout(2, "naam-19") == [429, 429]


def test_mistakes_of_an_office_over_a_day_do_not_add_up(anna):
    for nummer in range(30):
        assert probeer(f"naam-{nummer}").status_code == 200
        AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=1))


def test_trying_while_locked_does_not_make_it_last_longer(anna):
    fout(5)
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=10))

    assert "Wacht 5 minuten." in probeer().text
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=5))
    assert probeer(wachtwoord=GOED).status_code == 302


def test_logging_in_starts_the_count_anew_for_that_pair_only(anna):
    fout(4)
    fout(4, adres="192.0.2.2")

    assert probeer(wachtwoord=GOED).status_code == 302

    assert fout(4) == [200] * 4
    assert fout(1, adres="192.0.2.2") == [429]


def test_a_forged_header_does_not_get_around_it(anna):
    assert [probeer(x_forwarded_for=f"203.0.113.{nummer}").status_code for nummer in range(5)] == [200] * 4 + [429]

    assert probeer(wachtwoord=GOED, x_forwarded_for="203.0.113.9", forwarded="for=203.0.113.9").status_code == 429


def test_behind_our_own_proxy_the_last_name_counts_and_those_before_it_do_not(anna, settings):
    settings.PROXY = [ip_network("192.0.2.1")]

    for nummer in range(5):
        probeer(x_forwarded_for=f"198.51.100.{nummer}, 203.0.113.1")

    assert probeer(wachtwoord=GOED, x_forwarded_for="198.51.100.9, 203.0.113.1").status_code == 429
    assert probeer(wachtwoord=GOED, x_forwarded_for="203.0.113.1, 203.0.113.2").status_code == 302


@pytest.mark.parametrize(
    ("verbinding", "doorgestuurd", "verwacht"),
    [
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "198.51.100.2,  198.51.100.1 ", "198.51.100.1"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.1, onzin", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("fd00::5", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "198.51.100.1", "2001:db8:1:2::/64"),
        ("", "198.51.100.1", ""),
        ("onzin", "198.51.100.1", ""),
    ],
)
def test_where_a_request_comes_from(rf, settings, verbinding, doorgestuurd, verwacht):
    settings.PROXY = [ip_network("10.0.0.1"), ip_network("fd00::/8")]

    request = rf.get("/", REMOTE_ADDR=verbinding, headers={"X-Forwarded-For": doorgestuurd})

    assert adres(request) == verwacht


def test_the_proxy_is_a_setting_that_is_read_strictly():
    toon = "from django.conf import settings; print(*settings.PROXY)"

    assert draai("-c", toon).stdout == "\n"
    assert draai("-c", toon, PROXY="10.0.0.1, fd00::/8").stdout == "10.0.0.1/32 fd00::/8\n"
    assert "PROXY: 'onzin' does not appear to be" in draai("-c", toon, PROXY="onzin").stderr.splitlines()[-1]


def test_of_an_attempt_neither_name_nor_address_nor_browser_is_kept(anna):
    probeer(user_agent="Mozilla", accept="text/html")
    probeer("mijn-wachtwoord-in-het-verkeerde-veld")

    bewaard = list(AccessAttempt.objects.values())

    for rij in bewaard:
        assert re.fullmatch("[0-9a-f]{64}", rij.pop("username"))
        assert {naam: waarde for naam, waarde in rij.items() if waarde not in ("", 1, 2)}.keys() <= {
            "id", "ip_address", "attempt_time",
        }  # fmt: skip
        assert rij["ip_address"] == "::"
    assert (len(bewaard), AccessLog.objects.count(), AccessFailureLog.objects.count()) == (3, 0, 0)


def test_the_log_has_neither_name_nor_address(anna, caplog):
    caplog.set_level(logging.DEBUG)

    fout(6, user_agent="Mozilla/5.0")
    probeer(wachtwoord=GOED, adres="192.0.2.2")

    regels = "\n".join(record.getMessage() for record in caplog.records if record.name != "django.db.backends")
    assert [woord for woord in ("anna", "192.0.2", "Mozilla", GOED) if woord in regels] == []


def test_old_attempts_are_forgotten_when_somebody_logs_in(anna):
    fout(1, "bob")
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=16))

    probeer(wachtwoord=GOED)

    assert AccessAttempt.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_many_at_once_do_not_slip_through():
    """Eight requests: as many as one process lets into the admin. Five passwords may be looked at."""
    User.objects.create_superuser("anna", password=GOED)

    uitkomsten = tegelijk(*[lambda: probeer().status_code] * 8)

    assert uitkomsten.count(200) <= 4
    assert sorted(AccessAttempt.objects.values_list("failures_since_start", flat=True)) == [5, 5]
    assert probeer(wachtwoord=GOED).status_code == 429


def test_a_wrong_password_is_told_in_dutch_and_keeps_the_name(anna):
    response = probeer()

    assert "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Let op hoofdletters." in response.text
    assert 'value="anna"' in response.text


@pytest.mark.parametrize(
    ("tijd", "woorden"),
    [
        (timedelta(), "1 seconde"),
        (timedelta(seconds=1.2), "2 seconden"),
        (timedelta(seconds=60), "1 minuut"),
        (timedelta(seconds=61), "2 minuten"),
        (timedelta(minutes=15), "15 minuten"),
        (timedelta(hours=2.5), "3 uur"),
    ],
)
def test_a_wait_in_words(tijd, woorden):
    assert toegang.duur(tijd) == woorden


class Traag(RawIOBase):
    """The body of a form that somebody does not send."""

    def __init__(self):
        self.gevraagd, self.klaar = Semaphore(0), Event()

    def read(self, *_):
        self.gevraagd.release()
        self.klaar.wait(20)
        return b""


def test_forms_that_strangers_send_slowly_leave_room_for_editors(ingelogd, inhoud):
    vreemde, traag, ongelezen = Client(), Traag(), BytesIO(b"a=b")
    ingelogd.handler = vreemde.handler  # one process for all
    velden = {"wsgi.input": traag, "CONTENT_LENGTH": "100"}
    aantal, _ = toegang.LEZEN
    adressen = [{"REMOTE_ADDR": f"192.0.2.{nummer}"} for nummer in range(aantal)]
    draden = [Thread(target=vreemde.post, args=[INLOGGEN], kwargs=velden | adres) for adres in adressen]
    for draad in draden[:-1]:
        draad.start()
    for _ in draden[:-1]:
        assert traag.gevraagd.acquire(timeout=20)

    nog_een = vreemde.post(INLOGGEN, **{"wsgi.input": ongelezen, "CONTENT_LENGTH": "3"}, **adressen[0])
    ander = vreemde.post(INLOGGEN, **adressen[-1])
    draden[-1].start()
    assert traag.gevraagd.acquire(timeout=20)
    vol = vreemde.post(INLOGGEN)
    anderen = [vreemde.get(INLOGGEN), ingelogd.post("/beheer/leesbaarheid/"), vreemde.get("/")]
    traag.klaar.set()
    for draad in draden:
        draad.join()

    for geweigerd in (nog_een, vol):
        assert (geweigerd.status_code, geweigerd.headers["Retry-After"]) == (503, "10")
        assert "De site is even niet bereikbaar" in geweigerd.text
    assert ongelezen.tell() == 0
    assert ander.status_code == 200
    assert [response.status_code for response in anderen] == [200, 200, 200]
    assert vreemde.post(INLOGGEN).status_code == 200


def test_a_form_whose_sender_leaves_is_answered_and_leaves_its_place(db):
    class Weg(RawIOBase):
        def read(self, *_):
            raise OSError

    client = Client()
    velden = {"wsgi.input": Weg(), "CONTENT_LENGTH": "100", "CONTENT_TYPE": "application/x-www-form-urlencoded"}

    assert [client.post(INLOGGEN, **velden).status_code for _ in range(2)] == [400, 400]
    assert client.post(INLOGGEN).status_code == 200


# --- Sessions ---


@pytest.fixture
def ingelogd(anna, klok):
    client = Client()
    client.force_login(anna)
    return client


def melding(client, adres="/beheer/functies/functie/"):
    """The notice on the login page that a request is sent to."""
    response = client.get(adres, follow=True)
    assert response.redirect_chain == [(f"/beheer/login/?next={adres}", 302)]
    return re.findall(r'<li class="info">([^<]+)</li>', response.text)


def test_a_session_in_use_ends_eight_hours_after_logging_in(ingelogd, klok, inhoud):
    for _ in range(9):
        klok.verder(minutes=50)
        assert ingelogd.get("/beheer/functies/functie/").status_code == 200
    klok.verder(minutes=30)

    assert melding(ingelogd) == ["Je bent acht uur ingelogd geweest. Log opnieuw in."]
    assert melding(ingelogd) == []


def test_a_session_without_use_ends_after_an_hour(ingelogd, klok):
    klok.verder(minutes=59)
    assert ingelogd.get("/beheer/password_change/").status_code == 200
    klok.verder(minutes=60)

    assert melding(ingelogd) == ["Je was een uur niet actief. Log opnieuw in."]


def test_the_preview_counts_as_use_and_the_public_site_does_not(ingelogd, klok, inhoud):
    klok.verder(minutes=59)
    ingelogd.get("/beheer/voorbeeld/functies/")
    klok.verder(minutes=59)
    assert ingelogd.get("/beheer/voorbeeld/").status_code == 200

    klok.verder(minutes=59)
    ingelogd.get("/functies/")
    klok.verder(minutes=1)

    assert melding(ingelogd) == ["Je was een uur niet actief. Log opnieuw in."]


def test_a_page_that_is_only_open_is_no_use(ingelogd, klok):
    for _ in range(59):
        klok.verder(minutes=1)
        ingelogd.post("/beheer/getypt/", headers={toegang.TEKEN: "ja"})
    klok.verder(minutes=1)

    assert melding(ingelogd) == ["Je was een uur niet actief. Log opnieuw in."]


def test_the_last_use_is_noted_at_most_once_a_minute(ingelogd, klok, django_assert_num_queries):
    begin = ingelogd.session[toegang.GEBRUIK]
    klok.verder(seconds=59)
    ingelogd.get("/beheer/password_change/")
    assert ingelogd.session[toegang.GEBRUIK] == begin

    klok.verder(seconds=1)
    ingelogd.get("/beheer/password_change/")

    assert ingelogd.session[toegang.GEBRUIK] == begin + 60


def test_what_is_sent_after_the_end_changes_nothing(ingelogd, klok, inhoud):
    functie = Functie.objects.get(slug="winkelmedewerker")
    klok.verder(hours=1)

    response = ingelogd.post(f"/beheer/functies/functie/{functie.pk}/delete/", {"post": "yes"})

    assert response.headers["Location"].startswith(INLOGGEN)
    assert Functie.objects.filter(slug="winkelmedewerker").exists()
    assert Session.objects.count() == 0


def test_a_session_ends_at_once_when_its_account_is_switched_off(ingelogd, anna):
    User.objects.update(is_active=False)

    assert melding(ingelogd) == ["Je account staat uit. Vraag een beheerder om hulp."]

    User.objects.update(is_active=True)
    assert ingelogd.get("/beheer/functies/functie/").status_code == 302


def test_a_new_password_ends_the_other_sessions_and_not_ones_own(ingelogd, anna):
    anna.set_password(GOED)
    anna.save()
    ander = Client()
    ander.force_login(anna)
    ingelogd.force_login(anna)
    nieuw = {"old_password": GOED, "new_password1": "een-ander-woord", "new_password2": "een-ander-woord"}

    assert ingelogd.post("/beheer/password_change/", nieuw).status_code == 302

    assert ingelogd.get("/beheer/password_change/").status_code == 200
    assert melding(ander) == ["Je wachtwoord is veranderd. Log opnieuw in."]


def test_a_session_keeps_no_more_than_two_moments(ingelogd):
    ingelogd.get("/beheer/password_change/")

    assert {naam for naam, _ in ingelogd.session.items() if not naam.startswith("_")} == {"begin", "gebruik"}
    assert isinstance(ingelogd.session["begin"], int)


def test_logging_in_clears_away_the_sessions_that_ended(ingelogd, anna):
    Session.objects.update(expire_date=F("expire_date") - timedelta(days=1))

    Client().force_login(anna)

    assert Session.objects.count() == 1


def test_the_public_site_does_not_look_at_the_session_of_an_editor(ingelogd, inhoud, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = ingelogd.get("/over/")

    assert response.cookies.output() == ""
    assert "Cookie" not in response.headers.get("Vary", "")
