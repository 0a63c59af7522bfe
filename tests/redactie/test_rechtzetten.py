"""A date that is still to come is refused; number, date and words of an edition can be corrected, on record."""

import json
import os
import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.pagina import formuliervelden, tekst
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.kopie import kopie
from uitgave.models import Uitgave
from uitgave.publiceren import publiceer

pytestmark = pytest.mark.een_database

PUBLICEREN = "/beheer/publiceren/"
NIET_GEWEEST = "Deze datum is nog niet geweest. Kies vandaag of een dag ervoor."


@pytest.fixture
def morgen():
    return timezone.localdate() + timedelta(days=1)


def met_rol(naam):
    gebruiker = User.objects.create_user(naam, is_staff=True, first_name=naam.title())
    gebruiker.groups.add(Group.objects.get(name=naam))
    client = Client()
    client.force_login(gebruiker)
    return client


@pytest.fixture
def eindredacteur(inhoud):
    return met_rol("eindredacteur")


@pytest.fixture
def verbeter(eindredacteur, django_capture_on_commit_callbacks):
    """Correct the newest edition on its page, as the server does: what waits for the commit, happens."""

    def verbeter(client=eindredacteur, **velden):
        adres = reverse("admin:uitgave_uitgave_change", args=[Uitgave.objects.first().pk])
        ingevuld = formuliervelden(client.get(adres).text)
        ingevuld.setdefault("datum", f"{Uitgave.objects.first().datum:%d-%m-%Y}")
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(adres, ingevuld | velden)

    return verbeter


def test_nothing_is_published_with_a_date_that_is_still_to_come(inhoud, morgen):
    with pytest.raises(ValidationError, match=NIET_GEWEEST):
        publiceer(bouw(), "2", morgen, "Te vroeg.")

    assert Uitgave.objects.count() == 1
    assert publiceer(bouw(), "2", timezone.localdate(), "Vandaag.").nummer == "2"


@pytest.mark.parametrize("opnieuw", [False, True])
def test_the_form_says_so_at_the_date_and_keeps_what_was_typed(beheerder, inhoud, morgen, opnieuw):
    adres = f"{PUBLICEREN}{Uitgave.objects.get().pk}/" if opnieuw else PUBLICEREN
    velden = formuliervelden(beheerder.get(adres).text)

    antwoord = beheerder.post(
        adres, velden | {"nummer": "2", "datum": f"{morgen}", "wijzigingen": "Mooi.", "gelezen": 1}
    )

    assert NIET_GEWEEST in tekst(antwoord.text)
    assert "Mooi." in antwoord.text
    assert Uitgave.objects.count() == 1


def test_an_eindredacteur_corrects_number_date_and_words_and_visitors_see_it(client, verbeter):
    oud = Uitgave.objects.get()

    antwoord = verbeter(nummer="1.0", datum="07-02-2026", wijzigingen="De eerste versie, zonder tikfout.")

    nieuw = Uitgave.objects.get()
    assert antwoord.status_code == 302
    assert (nieuw.nummer, nieuw.datum, nieuw.wijzigingen) == (
        "1.0",
        date(2026, 2, 7),
        "De eerste versie, zonder tikfout.",
    )
    assert (nieuw.document, nieuw.gepubliceerd_op, nieuw.door) == (oud.document, oud.gepubliceerd_op, oud.door)
    wijzigingen = tekst(client.get("/over/wijzigingen/").text)
    assert "Versie 1.0 7 februari 2026 De eerste versie, zonder tikfout." in wijzigingen
    assert "Versie 1.0" in tekst(client.get("/").text)
    assert (kopie(settings.UITGAVE_KOPIE).nummer, kopie(settings.UITGAVE_KOPIE).geschiedenis[0].nummer) == (
        "1.0",
        "1.0",
    )


def test_an_earlier_edition_is_corrected_in_the_list_of_changes(client, publiceer_nu, eindredacteur):
    publiceer_nu("2")
    eerste = Uitgave.objects.get(nummer="1")
    adres = reverse("admin:uitgave_uitgave_change", args=[eerste.pk])

    eindredacteur.post(adres, formuliervelden(eindredacteur.get(adres).text) | {"nummer": "1.0", "datum": "06-02-2026"})
    huidig.ververs()

    assert [w.nummer for w in huidig.pad.geschiedenis] == ["2", "1.0"]
    assert huidig.pad.uitgave.nummer == "2"


def test_the_history_of_an_edition_says_who_changed_what_when_from_what_into_what(eindredacteur, verbeter):
    verbeter(nummer="1.0", datum="07-02-2026")
    pagina = eindredacteur.get(reverse("admin:uitgave_uitgave_history", args=[Uitgave.objects.get().pk]))

    regel = LogEntry.objects.get()
    bericht = "Nummer was ‘1’ en is nu ‘1.0’. Datum was ‘6 februari 2026’ en is nu ‘7 februari 2026’."
    assert (regel.user.username, regel.get_change_message()) == ("eindredacteur", bericht)
    assert bericht in tekst(pagina.text)
    assert "eindredacteur" in pagina.text


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("nummer", "0.9", "Er is al een uitgave met dit nummer. Kies een ander nummer."),
        ("nummer", "", "Vul dit in."),
        ("datum", "01-01-2999", NIET_GEWEEST),
        ("datum", "31-02-2026", "Vul een datum in die bestaat, zoals 31-12-2026."),
        ("wijzigingen", "", "Vul dit in."),
    ],
)
def test_a_correction_that_is_not_right_is_refused_with_a_reason(verbeter, veld, waarde, melding):
    document = Uitgave.objects.get().document
    Uitgave.objects.create(id=0, nummer="0.9", datum=date(2026, 1, 1), wijzigingen="Eerder.", document=document)
    voor = list(Uitgave.objects.values())

    antwoord = verbeter(**{veld: waarde})

    assert antwoord.status_code == 200
    assert melding in tekst(antwoord.text)
    assert list(Uitgave.objects.values()) == voor
    assert not LogEntry.objects.exists()


def test_nothing_but_number_date_and_words_can_be_sent(verbeter):
    voor = Uitgave.objects.values("document", "door", "gepubliceerd_op", "id").get()

    verbeter(nummer="1.0", document="{}", door="1", gepubliceerd_op="2020-01-01", id="77", pk="77")

    assert Uitgave.objects.get().nummer == "1.0"
    assert Uitgave.objects.values("document", "door", "gepubliceerd_op", "id").get() == voor


def test_a_redacteur_sees_an_edition_and_cannot_change_it(inhoud):
    redacteur = met_rol("redacteur")
    adres = reverse("admin:uitgave_uitgave_change", args=[Uitgave.objects.get().pk])

    pagina = redacteur.get(adres)
    antwoord = redacteur.post(adres, {"nummer": "7", "datum": "06-02-2026", "wijzigingen": "Hack."})

    assert (pagina.status_code, 'name="nummer"' in pagina.text, antwoord.status_code) == (200, False, 403)
    assert Uitgave.objects.get().nummer == "1"


def test_who_corrects_over_a_colleague_sees_that_first(eindredacteur, inhoud):
    adres = reverse("admin:uitgave_uitgave_change", args=[Uitgave.objects.get().pk])
    mijn = formuliervelden(eindredacteur.get(adres).text) | {"datum": "06-02-2026", "wijzigingen": "Van mij."}
    Uitgave.objects.update(wijzigingen="Van een collega.")

    antwoord = eindredacteur.post(adres, mijn)

    assert antwoord.status_code == 200
    assert "Nu opgeslagen (iemand anders) Van een collega ." in tekst(antwoord.text)
    assert Uitgave.objects.get().wijzigingen == "Van een collega."


def test_no_edition_can_be_deleted(eindredacteur, inhoud):
    adres = reverse("admin:uitgave_uitgave_delete", args=[Uitgave.objects.get().pk])

    assert eindredacteur.post(adres, {"post": "yes"}).status_code == 403


def test_asking_for_corrections_reads_no_document(inhoud, django_assert_num_queries):
    with django_assert_num_queries(1) as vragen:
        huidig.ververs()

    assert not any("document" in vraag["sql"] for vraag in vragen)


KIJK = """
import time, django
django.setup()
from ontwikkelpad.wsgi import application
from uitgave.huidig import huidig
print(huidig.pad.uitgave.nummer, flush=True)
while huidig.pad.uitgave.nummer == "1":
    time.sleep(0.02)
print(huidig.pad.uitgave.nummer, time.time(), flush=True)
time.sleep(60)
"""
VERANDER = """
import time
from uitgave.models import Uitgave
Uitgave.objects.update(nummer='1.0', wijzigingen='Beter.')
print(time.time())
"""


def test_a_correction_reaches_another_process_and_the_copy_on_disk_within_two_seconds(begonnen):
    schijf = begonnen / "uitgave.json"
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "ontwikkelpad.settings",
        "DATABASE_URL": f"sqlite:///{begonnen / 'db.sqlite3'}",
        "UITGAVE_KOPIE": str(schijf),
    }
    python = [sys.executable, "-W", "ignore"]
    opties = {"env": omgeving, "cwd": settings.BASE_DIR, "text": True, "stdout": subprocess.PIPE}
    with subprocess.Popen([*python, "-c", KIJK], **opties) as ander:
        try:
            eerste = ander.stdout.readline()
            shell = [*python, "manage.py", "shell", "--verbosity", "0", "--command", VERANDER]
            veranderd = float(subprocess.run(shell, check=True, **opties).stdout)
            nummer, gezien = ander.stdout.readline().split()
            einde = time.monotonic() + 10
            while (bewaard := json.loads(schijf.read_text()))["nummer"] == "1" and time.monotonic() < einde:
                time.sleep(0.02)
            bewaard_op = schijf.stat().st_mtime
        finally:
            ander.kill()

    assert (eerste, nummer) == ("1\n", "1.0")
    assert bewaard["wijzigingen"] == "Beter."
    assert float(gezien) - veranderd < 2
    assert bewaard_op - veranderd < 2
