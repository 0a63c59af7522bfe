"""What is typed and not saved is kept for who typed it, on every machine; and a page says who else has it open."""

import json
import logging
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from reversion.models import Version

from functies.models import Functie, Synoniem
from redactie.adressen import maken, wijzigen
from redactie.models import OpenPagina
from redactie.tegelijk.openstaand import MEESTE_TEKENS
from tests.pagina import formuliervelden, tekst
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.soort import soorten

pytestmark = pytest.mark.een_database

ADRES = "/beheer/getypt/"
GETYPT = json.dumps({"velden": {"samenvatting": "Nog niet af <b>"}, "nieuw": {}, "tijd": 1})


def maak_redacteur(naam, rol="redacteur"):
    gebruiker = User.objects.create_user(naam.lower(), first_name=naam, is_staff=True)
    gebruiker.groups.add(Group.objects.get(name=rol))
    client = Client()
    client.force_login(gebruiker)
    return client


@pytest.fixture
def anna(db):
    return maak_redacteur("Anna")


@pytest.fixture
def bram(db):
    return maak_redacteur("Bram")


@pytest.fixture
def functie(inhoud):
    return Functie.objects.first()


def meld(client, rij, **wat):
    return client.post(ADRES, {"soort": rij._meta.label_lower, "rij": rij.pk or "", **wat})


def aangeboden(client, adres):
    """What the page offers of what was typed before."""
    return client.get(adres).context["concept"].getypt()


def test_what_is_typed_is_offered_on_another_machine_to_nobody_else_and_is_published_nowhere(anna, bram, functie):
    voor = d.schrijf(bouw(alles=True)), Version.objects.count()

    assert meld(anna, functie, getypt=GETYPT).status_code == 200

    elders = Client()
    elders.force_login(User.objects.get(username="anna"))
    pagina = elders.get(wijzigen(functie))
    assert pagina.context["concept"].getypt() == GETYPT
    assert "Nog niet af &lt;b&gt;" in pagina.text
    assert aangeboden(bram, wijzigen(functie)) == ""
    assert (d.schrijf(bouw(alles=True)), Version.objects.count()) == voor


def test_saving_forgets_what_was_typed_and_a_form_that_comes_back_does_not(anna, functie):
    meld(anna, functie, getypt=GETYPT)
    velden = formuliervelden(anna.get(wijzigen(functie)).text)

    anna.post(wijzigen(functie), velden | {"naam": ""})
    assert aangeboden(anna, wijzigen(functie)) == GETYPT
    assert anna.post(wijzigen(functie), velden).status_code == 302

    assert aangeboden(anna, wijzigen(functie)) == ""


def test_a_row_that_is_not_there_yet_is_offered_until_it_is_added(anna, inhoud):
    meld(anna, Synoniem(), getypt=GETYPT)
    assert aangeboden(anna, maken(Synoniem)) == GETYPT

    anna.post(maken(Synoniem), {"woord": "broodje", "betekenis": "brood"})

    assert Synoniem.objects.filter(woord="broodje").exists()
    assert aangeboden(anna, maken(Synoniem)) == ""


def test_taking_back_what_was_typed_forgets_it(anna, functie):
    meld(anna, functie, getypt=GETYPT)
    meld(anna, functie, getypt="")

    assert aangeboden(anna, wijzigen(functie)) == ""


@pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model.__name__)
def test_of_every_kind_what_is_typed_is_kept(soort, beheerder, db):
    antwoord = beheerder.post(ADRES, {"soort": soort.model._meta.label_lower, "rij": "", "getypt": GETYPT})

    assert antwoord.status_code in (200, 403)  # of a kind with one row there may be no second one
    assert OpenPagina.objects.filter(getypt=GETYPT).exists() is (antwoord.status_code == 200)


@pytest.mark.parametrize(
    ("anders", "status"),
    [
        ({"getypt": "geen json"}, 400),
        ({"getypt": "[]"}, 400),
        ({"getypt": json.dumps({"wachtwoord": "geheim"})}, 400),
        ({"getypt": "[" * 100_000}, 400),
        ({"getypt": json.dumps({"velden": "x" * MEESTE_TEKENS})}, 413),
        ({"rij": "999999"}, 404),
        ({"rij": "1; drop"}, 404),
        ({"soort": "auth.user", "rij": ""}, 404),
        ({"soort": "uitgave.sector", "rij": ""}, 404),
        ({"soort": "reversion.version", "rij": ""}, 404),
        ({"soort": ""}, 404),
    ],
)
def test_what_no_form_sends_is_refused_and_not_kept(beheerder, functie, anders, status):
    velden = {"soort": "functies.functie", "rij": functie.pk, "getypt": GETYPT} | anders

    assert beheerder.post(ADRES, velden).status_code == status
    assert not OpenPagina.objects.exists()


def test_who_may_not_change_a_row_keeps_nothing_of_it(functie, db):
    client = maak_redacteur("Cas")
    User.objects.get(username="cas").groups.clear()
    assert meld(client, functie, getypt=GETYPT).status_code == 403
    assert meld(Client(), functie, getypt=GETYPT).status_code == 302
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(User.objects.create_superuser("streng"))
    assert meld(streng, functie, getypt=GETYPT).status_code == 403
    assert not OpenPagina.objects.exists()


def test_nothing_of_it_is_in_the_log(anna, functie, caplog):
    caplog.set_level(logging.DEBUG)
    meld(anna, functie, getypt=GETYPT)
    meld(anna, functie, getypt=GETYPT + "x")
    mislukt = {bericht.getMessage() for bericht in caplog.records if not bericht.name.startswith("django.db")}

    assert not any("Nog niet af" in bericht for bericht in mislukt)


def test_a_page_says_who_else_has_it_open_and_since_when_until_they_leave(anna, bram, functie):
    anna.get(wijzigen(functie))  # as of a browser without scripts
    sinds = timezone.localtime(OpenPagina.objects.get().sinds).strftime("%H:%M")

    gelezen = tekst(bram.get(wijzigen(functie)).text)
    assert f"Anna (sinds {sinds}) heeft deze pagina ook open. Spreek af wie wat verandert." in gelezen
    assert meld(anna, functie).text.startswith("Bram (sinds ")
    meld(anna, functie, dicht="ja")

    assert meld(bram, functie).text == ""


def test_what_was_typed_stays_when_the_page_closes(anna, bram, functie):
    meld(anna, functie, getypt=GETYPT, dicht="ja")

    assert meld(bram, functie).text == ""
    assert aangeboden(anna, wijzigen(functie)) == GETYPT


def test_who_logs_out_has_nothing_open_any_more(anna, bram, functie):
    anna.get(wijzigen(functie))
    anna.post("/beheer/logout/")

    assert meld(bram, functie).text == ""


def test_without_a_sign_of_life_a_page_is_not_open_and_after_a_month_nothing_is_kept(anna, bram, functie):
    meld(anna, functie, getypt=GETYPT)
    OpenPagina.objects.update(gezien_op=timezone.now() - timedelta(minutes=11))
    assert meld(bram, functie).text == ""
    OpenPagina.objects.update(gezien_op=timezone.now() - timedelta(days=31))

    meld(bram, functie)

    assert list(OpenPagina.objects.values_list("gebruiker__username", flat=True)) == ["bram"]


def test_nobody_else_is_named_at_a_new_row(anna, bram, inhoud):
    meld(anna, Synoniem())

    assert meld(bram, Synoniem()).text == ""


def test_a_page_of_an_account_keeps_nothing(beheerder, db):
    ander = User.objects.create_user("ander")
    pagina = beheerder.get(wijzigen(ander))

    assert "data-concept" not in pagina.text
    assert not OpenPagina.objects.exists()


def test_a_page_asks_as_much_of_the_database_however_many_have_it_open(anna, functie):
    def vragen():
        with CaptureQueriesContext(connection) as gevraagd:
            anna.get(wijzigen(functie))
            return len(gevraagd)

    vragen()
    alleen = vragen()
    for nummer in range(5):
        maak_redacteur(f"Collega{nummer}").get(wijzigen(functie))

    assert vragen() == alleen > 0
