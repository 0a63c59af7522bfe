"""The second step: setting it up, taking it, and what to do without the telephone."""

import re
import time
from base64 import b32decode
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db.models import F
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.pagina import tekst
from tests.tegelijk import tegelijk
from toegang.tweede_stap import _qr, maak_codes

STAP, INSTELLEN, CODES = "/beheer/tweede-stap/", "/beheer/tweede-stap/instellen/", "/beheer/tweede-stap/codes/"
LIJST = "/beheer/auth/user/"
GOED = "een lang wachtwoord"


@pytest.fixture
def anna(db):
    return User.objects.create_superuser("anna", password=GOED)


@pytest.fixture
def telefoon(anna):
    return TOTPDevice.objects.create(user=anna, name="Telefoon")


@pytest.fixture
def publiek(settings):
    settings.PUBLIEK = True


def kom_binnen(gebruiker):
    """A client that gave the password and nothing more."""
    client = Client()
    client.force_login(gebruiker)
    return client


def code_van(sleutel, stappen=0):
    """The code that an app shows now, or some half minutes on; `sleutel` is hexadecimal."""
    totp = TOTP(bytes.fromhex(sleutel))
    totp.time = time.time() + 30 * stappen
    return f"{totp.token():06}"


def fouten(response):
    return [tekst(fout).strip() for fout in re.findall(r'<ul class="errorlist"[^>]*>(.*?)</ul>', response.text, re.S)]


def sleutel_op(response):
    """The secret on the page for setting up, as somebody would type it over; hexadecimal."""
    delen = re.findall(r"<span>([A-Z2-7]{4})</span>", response.text)
    return b32decode("".join(delen)).hex()


def codes_op(response):
    return [
        "".join(delen) for delen in re.findall(r"<li><span>(\d{5})</span> <span>(\d{5})</span></li>", response.text)
    ]


def stel_in(client, adres=INSTELLEN):
    """Set up the second step as a person does; return the recovery codes."""
    code = code_van(sleutel_op(client.get(adres)))
    return codes_op(client.post(adres, {"code": code}, follow=True))


def test_in_public_mode_the_first_login_leads_through_setting_up_to_where_one_was_going(
    anna, publiek, settings, inhoud
):
    settings.SECURE_SSL_REDIRECT = True
    client = Client(enforce_csrf_checks=True)
    doel = "/beheer/functies/functie/?q=a"

    def stuur(adres, velden):
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', client.get(adres, secure=True).text)[1]
        kop = {"Origin": "https://testserver"}
        return client.post(adres, velden | {"csrfmiddlewaretoken": token}, secure=True, headers=kop)

    assert client.get(doel).headers["Location"] == f"https://testserver{doel}"
    inloggen = client.get(doel, secure=True).headers["Location"]
    gegeven = stuur(inloggen, {"username": "anna", "password": GOED, "next": doel})
    assert gegeven.headers["Location"] == doel

    stap = client.get(doel, secure=True).headers["Location"]
    instellen = client.get(stap, secure=True).headers["Location"]
    assert (stap, instellen) == (f"{STAP}?next={quote(doel)}", f"{INSTELLEN}?next={quote(doel, safe='')}")
    code = code_van(sleutel_op(client.get(instellen, secure=True)))
    codes = client.get(stuur(instellen, {"code": code}).headers["Location"], secure=True)

    assert len(set(codes_op(codes))) == 10
    assert f'href="{doel}"' in codes.text
    assert client.get(doel, secure=True).status_code == 200


def test_who_set_it_up_is_asked_for_a_code_at_the_next_login(telefoon, anna, publiek, inhoud):
    client = kom_binnen(anna)

    pagina = client.get(f"{STAP}?next={LIJST}")
    response = client.post(f"{STAP}?next={LIJST}", {"code": code_van(telefoon.key)})

    assert 'inputmode="numeric"' in pagina.text
    assert 'autocomplete="one-time-code"' in pagina.text
    assert response.headers["Location"] == LIJST
    assert client.get(LIJST).status_code == 200


def test_with_only_a_password_nothing_of_the_admin_is_on_the_page(telefoon, anna, publiek):
    pagina = kom_binnen(anna).get(STAP)

    assert [woord for woord in ("Gebruikers", "Bekijk voorbeeld", "password_change") if woord in pagina.text] == []


@pytest.mark.parametrize("adres", [LIJST, "/beheer/", "/beheer/jsi18n/", "/beheer/voorbeeld/", "/beheer/nergens/"])
def test_with_only_a_password_other_addresses_lead_to_the_second_step(telefoon, anna, publiek, inhoud, adres):
    client = kom_binnen(anna)

    for response in (client.get(adres), client.post(adres, {"post": "yes"})):
        assert response.headers["Location"] == f"{STAP}?next={adres}"


def test_with_only_a_password_one_can_log_out(telefoon, anna, publiek):
    client = kom_binnen(anna)

    assert client.post("/beheer/logout/").status_code == 200
    assert client.get(STAP).headers["Location"] == f"/beheer/login/?next={STAP}"


def test_locally_it_is_a_choice_until_it_is_made(anna):
    client = kom_binnen(anna)

    voor = client.get(LIJST)
    TOTPDevice.objects.create(user=anna, name="Telefoon")
    na = client.get(LIJST)

    assert voor.status_code == 200
    assert na.headers["Location"] == f"{STAP}?next={LIJST}"


@pytest.mark.parametrize(
    "doel",
    [
        "//evil.example/beheer/",
        "\\\\evil.example",
        "/\\evil.example",
        "https://evil.example/beheer/",
        "javascript:alert(1)",
        "/functies/",
        "/beheer",
        "",
        STAP,
        INSTELLEN,
    ],
)
def test_afterwards_one_stays_inside_the_admin(telefoon, anna, doel):
    client = kom_binnen(anna)

    response = client.post(f"{STAP}?next={quote(doel)}", {"code": code_van(telefoon.key)})

    assert response.headers["Location"] == "/beheer/"


@pytest.mark.parametrize("doel", ["//evil.example/", "https://evil.example/", "\\\\evil.example"])
def test_the_password_page_does_not_lead_outside_either(telefoon, anna, doel):
    velden = {"username": "anna", "password": GOED, "next": doel}

    assert Client().post("/beheer/login/", velden).headers["Location"] == "/beheer/"
    assert kom_binnen(anna).get(f"/beheer/login/?next={quote(doel)}").headers["Location"].startswith(STAP)


# --- Setting up ---


def test_the_secret_stays_the_same_after_a_reload_and_a_wrong_code(anna):
    client = kom_binnen(anna)
    sleutel = sleutel_op(client.get(INSTELLEN))

    mis = client.post(INSTELLEN, {"code": "12345x"})

    assert sleutel_op(mis) == sleutel_op(client.get(INSTELLEN)) == sleutel
    assert fouten(mis) == ["Vul de zes cijfers in die je app laat zien."]
    assert 'value="12345x"' in mis.text
    assert TOTPDevice.objects.count() == 0
    client.post(INSTELLEN, {"code": code_van(sleutel)})
    assert TOTPDevice.objects.get().key == sleutel


def test_a_code_of_another_app_is_refused(anna):
    client = kom_binnen(anna)
    client.get(INSTELLEN)

    response = client.post(INSTELLEN, {"code": code_van("00" * 20)})

    assert fouten(response) == ["Deze code klopt niet. Scan de QR-code en vul in wat je app nu laat zien."]
    assert TOTPDevice.objects.count() == 0


def test_the_secret_of_one_session_is_not_that_of_another(anna):
    assert sleutel_op(kom_binnen(anna).get(INSTELLEN)) != sleutel_op(kom_binnen(anna).get(INSTELLEN))


def test_the_qr_code_is_an_svg_that_the_strict_policy_allows(anna):
    pagina = kom_binnen(anna).get(INSTELLEN)

    (svg,) = re.findall(r'<svg[^>]*class="qr"[^>]*>.*?</svg>', pagina.text, re.S)
    assert re.findall(r"style|<script|\son\w+=", svg) == []
    (adres,) = re.findall(r'href="(otpauth:[^"]+)"', pagina.text)
    assert svg == _qr(unescape(adres))
    (geheim,) = parse_qs(urlsplit(unescape(adres)).query)["secret"]
    assert b32decode(geheim).hex() == sleutel_op(pagina)


def test_a_telephone_cannot_be_replaced_with_only_a_password(telefoon, anna, publiek):
    client = kom_binnen(anna)
    client.get(INSTELLEN)

    for response in (client.get(INSTELLEN), client.post(INSTELLEN, {"code": "123456"})):
        assert response.headers["Location"].startswith(f"{STAP}?")
    assert TOTPDevice.objects.get().key == telefoon.key


def test_of_two_sessions_with_only_a_password_the_second_cannot_take_over(anna, publiek):
    eerste, tweede = kom_binnen(anna), kom_binnen(anna)
    sleutel = sleutel_op(tweede.get(INSTELLEN))
    stel_in(eerste)

    response = tweede.post(INSTELLEN, {"code": code_van(sleutel)})

    assert response.headers["Location"].startswith(STAP)
    assert TOTPDevice.objects.get().key != sleutel


def test_a_new_telephone_takes_the_place_of_the_old_one_and_brings_new_recovery_codes(anna, publiek):
    client = kom_binnen(anna)
    oude_codes = stel_in(client)
    oude = TOTPDevice.objects.get()
    ander = kom_binnen(anna)
    ander.post(STAP, {"code": code_van(oude.key, 1)})
    assert ander.get(LIJST).status_code == 200

    nieuwe_codes = stel_in(client)

    assert TOTPDevice.objects.get().key != oude.key
    assert set(StaticToken.objects.values_list("token", flat=True)) == set(nieuwe_codes)
    assert set(oude_codes).isdisjoint(nieuwe_codes)
    assert client.get(LIJST).status_code == 200
    assert ander.get(LIJST).headers["Location"].startswith(STAP)


# --- Codes ---


def test_a_code_works_once_also_the_one_that_set_it_up(anna, publiek):
    client = kom_binnen(anna)
    gebruikt = code_van(sleutel_op(client.get(INSTELLEN)))
    client.post(INSTELLEN, {"code": gebruikt})

    response = kom_binnen(anna).post(STAP, {"code": gebruikt})

    assert fouten(response) == [
        "Deze code klopt niet. Vul de code in die je app nu laat zien. Elke code werkt maar één keer."
    ]


def test_logging_in_again_in_the_same_session_takes_a_code_again(telefoon, anna, publiek, inhoud):
    client = kom_binnen(anna)
    client.post(STAP, {"code": code_van(telefoon.key)})
    assert client.get("/beheer/").status_code == 200

    client.post("/beheer/login/", {"username": "anna", "password": GOED, "next": "/beheer/"})

    assert client.get("/beheer/").headers["Location"].startswith(STAP)


def test_the_session_goes_on_under_another_key(telefoon, anna):
    client = kom_binnen(anna)
    voor = client.session.session_key

    client.post(STAP, {"code": code_van(telefoon.key)})

    assert client.session.session_key != voor
    assert not client.session.exists(voor)


@pytest.mark.parametrize(
    ("code", "melding"),
    [
        ("", "Vul de code in."),
        ("12345", "Vul de zes cijfers uit je app in, of een herstelcode van tien cijfers."),
        ("١٢٣٤٥٦", "Vul de zes cijfers uit je app in, of een herstelcode van tien cijfers."),
        ("1" * 5000, "Vul de zes cijfers uit je app in, of een herstelcode van tien cijfers."),
        ("0123456789", "Deze herstelcode klopt niet, of je hebt hem al gebruikt."),
        ("000 000", "Deze code klopt niet. Vul de code in die je app nu laat zien. Elke code werkt maar één keer."),
    ],
)
def test_a_code_that_is_not_right_is_refused_with_a_reason(telefoon, anna, publiek, code, melding):
    TOTPDevice.objects.update(last_t=2**40)  # no code of this telephone is right
    client = kom_binnen(anna)

    response = client.post(STAP, {"code": code, "x": ""})

    assert (response.status_code, fouten(response)) == (200, [melding])
    assert client.get(LIJST).status_code == 302


def test_after_wrong_codes_one_has_to_wait_and_is_told_how_long(telefoon, anna, publiek):
    TOTPDevice.objects.update(throttling_failure_count=4)
    client = kom_binnen(anna)
    client.post(STAP, {"code": "000000"})

    response = client.post(STAP, {"code": code_van(telefoon.key)})

    wacht = response.headers["Retry-After"]
    assert (response.status_code, int(wacht) in range(10, 17)) == (429, True)
    assert fouten(response) == [f"De vorige code was fout. Wacht {wacht} seconden. Probeer het dan opnieuw."]
    TOTPDevice.objects.update(throttling_failure_timestamp=F("throttling_failure_timestamp") - timedelta(seconds=16))
    assert client.post(STAP, {"code": code_van(telefoon.key)}).status_code == 302


def test_a_recovery_code_works_once_and_says_how_many_are_left(telefoon, anna, publiek):
    code = maak_codes(anna)[0]
    client = kom_binnen(anna)

    binnen = client.post(f"{STAP}?next={LIJST}", {"code": f" {code[:5]}-{code[5:]} "}, follow=True)
    opnieuw = kom_binnen(anna).post(STAP, {"code": code})

    assert "Je hebt een herstelcode gebruikt. Je hebt er nog 9." in binnen.text
    assert binnen.redirect_chain == [(LIJST, 302)]
    assert fouten(opnieuw) == ["Deze herstelcode klopt niet, of je hebt hem al gebruikt."]


@pytest.mark.django_db(transaction=True)
def test_a_recovery_code_sent_twice_in_the_same_second_works_once():
    anna = User.objects.create_superuser("anna")
    TOTPDevice.objects.create(user=anna, name="Telefoon")
    code = maak_codes(anna)[0]
    clients = [kom_binnen(anna) for _ in range(4)]

    uitkomsten = tegelijk(*(lambda client=client: client.post(STAP, {"code": code}).status_code for client in clients))

    assert uitkomsten.count(302) == 1


def test_a_recovery_code_of_somebody_else_does_not_work(telefoon, anna):
    code = maak_codes(User.objects.create_superuser("bob"))[0]

    assert kom_binnen(anna).post(STAP, {"code": code}).status_code == 200


def test_wrong_codes_of_the_app_do_not_block_the_recovery_codes(telefoon, anna):
    TOTPDevice.objects.update(throttling_failure_count=20)
    client = kom_binnen(anna)
    client.post(STAP, {"code": "000000"})

    assert client.post(STAP, {"code": maak_codes(anna)[0]}).status_code == 302


def test_recovery_codes_are_shown_once(anna):
    client = kom_binnen(anna)
    assert len(stel_in(client)) == 10

    nog_eens = client.get(CODES)

    assert codes_op(nog_eens) == []
    assert "Je herstelcodes kun je maar één keer zien." in nog_eens.text


def test_new_recovery_codes_replace_the_old_ones(anna):
    client = kom_binnen(anna)
    oude = stel_in(client)

    nieuwe = codes_op(client.post(CODES, follow=True))

    assert set(StaticToken.objects.values_list("token", flat=True)) == set(nieuwe)
    assert set(oude).isdisjoint(nieuwe)
    assert client.get(LIJST).status_code == 200


def test_without_a_second_step_there_are_no_recovery_codes_to_make(anna):
    response = kom_binnen(anna).post(CODES)

    assert response.headers["Location"].startswith(STAP)
    assert StaticToken.objects.count() == 0


def test_the_page_of_ones_own_second_step_is_linked_and_counts_the_codes(anna):
    client = kom_binnen(anna)
    assert f'<a href="{STAP}">Tweede stap</a>' in client.get(LIJST).text
    stel_in(client)

    assert "Je hebt nog 10 herstelcodes." in client.get(STAP).text


# --- Taking it away ---


@pytest.fixture
def beheerder_zonder_alles(db):
    """A client of somebody with the role of beheerder, who is no superuser."""
    gebruiker = User.objects.create_user("carla", is_staff=True)
    gebruiker.groups.add(Group.objects.get(name="beheerder"))
    return kom_binnen(gebruiker)


def test_a_beheerder_takes_away_the_second_step_of_a_colleague_on_record(beheerder_zonder_alles, publiek, settings):
    collega = User.objects.create_user("dirk", is_staff=True)
    van_collega = kom_binnen(collega)
    stel_in(van_collega)
    settings.PUBLIEK = False
    adres = f"/beheer/auth/user/{collega.pk}/tweede-stap/"

    vraag = beheerder_zonder_alles.get(adres)
    assert TOTPDevice.objects.count() == 1
    gedaan = beheerder_zonder_alles.post(adres, follow=True)
    settings.PUBLIEK = True

    assert "Haal de tweede stap weg" in vraag.text
    assert "De tweede stap van dirk is weg. dirk kan een nieuwe instellen." in gedaan.text
    assert (TOTPDevice.objects.count(), StaticDevice.objects.count()) == (0, 0)
    assert van_collega.get("/beheer/").headers["Location"].startswith(STAP)
    regel = LogEntry.objects.get()
    assert (regel.user.username, regel.object_repr, regel.change_message) == (
        "carla",
        "dirk",
        "Tweede stap weggehaald.",
    )


def test_the_last_one_who_could_is_helped_from_the_command_line(telefoon, anna, capsys):
    maak_codes(anna)

    call_command("tweede_stap_weg", "anna")

    assert capsys.readouterr().out == "anna has no second step now and can set up a new one.\n"
    assert (TOTPDevice.objects.count(), StaticDevice.objects.count()) == (0, 0)
    with pytest.raises(CommandError, match="There is no account niemand"):
        call_command("tweede_stap_weg", "niemand")
