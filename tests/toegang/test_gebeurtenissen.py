"""The record of who came in and who may do what: read by a beheerder, changed by nobody."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from tests.pagina import formuliervelden, tekst
from toegang.models import Gebeurtenis

WACHTWOORD = "een-goed-geheim-woord"
LIJST = "/beheer/toegang/gebeurtenis/"


def rol(naam):
    return Group.objects.get(name=naam)


def opgeschreven():
    """What is on record, oldest first: (who, what)."""
    return [(g.wie and g.wie.username, g.wat) for g in Gebeurtenis.objects.order_by("pk")]


@pytest.fixture
def carla(db):
    carla = User.objects.create_user("carla", password=WACHTWOORD, is_staff=True)
    carla.groups.add(rol("beheerder"))
    return carla


@pytest.fixture
def ingelogd(carla):
    client = Client()
    client.force_login(carla)
    Gebeurtenis.objects.all().delete()
    return client


def test_logging_in_is_on_record_and_so_is_who_tries_too_often(carla):
    for wachtwoord in (*["fout"] * 7,):
        Client().post("/beheer/login/", {"username": "carla", "password": wachtwoord})
    for _ in range(5):
        Client().post("/beheer/login/", {"username": "geheim-van-anna", "password": "fout"})
    Client(REMOTE_ADDR="192.0.2.7").post("/beheer/login/", {"username": "carla", "password": WACHTWOORD})

    te_vaak = "Te vaak een verkeerd wachtwoord: inloggen wacht een kwartier."
    assert opgeschreven() == [
        ("carla", te_vaak),
        (None, f"{te_vaak} Er is geen account met die naam."),
        ("carla", "Ingelogd met het wachtwoord."),
    ]


def test_what_a_beheerder_changes_of_an_account_is_on_record(ingelogd, carla):
    nieuw = {"username": "dirk", "password1": WACHTWOORD, "password2": WACHTWOORD, "rol": rol("redacteur").pk}
    ingelogd.post("/beheer/auth/user/add/", nieuw)
    adres = f"/beheer/auth/user/{User.objects.get(username='dirk').pk}/"
    velden = formuliervelden(ingelogd.get(f"{adres}change/").text)
    velden |= {"rol": rol("eindredacteur").pk, "first_name": "Dirk"}
    velden.pop("is_active")
    ingelogd.post(f"{adres}change/", velden)
    ander = {"password1": f"{WACHTWOORD}-2", "password2": f"{WACHTWOORD}-2"}
    ingelogd.post(f"{adres}password/", {"password1": "kort", "password2": "kort"})
    ingelogd.post(f"{adres}password/", ander)
    eigen = {"old_password": WACHTWOORD, "new_password1": f"{WACHTWOORD}-3", "new_password2": f"{WACHTWOORD}-3"}
    ingelogd.post("/beheer/password_change/", eigen)

    assert opgeschreven() == [
        ("carla", "Account dirk gemaakt, met de rol redacteur."),
        ("carla", "dirk heeft nu de rol eindredacteur en had redacteur."),
        ("carla", "Account dirk staat nu uit."),
        ("carla", "dirk kreeg een nieuw wachtwoord."),
        ("carla", "Eigen wachtwoord veranderd."),
    ]


def test_the_record_is_read_by_a_beheerder_and_changed_by_nobody(ingelogd, carla):
    Gebeurtenis.objects.create(soort="kopie", wat="Reservekopie gemaakt.")
    gebeurtenis = Gebeurtenis.objects.get()
    redacteur = Client()
    redacteur.force_login(User.objects.create_user("dirk", is_staff=True))

    lijst = tekst(ingelogd.get(LIJST).text)
    ingelogd.post(LIJST, {"action": "delete_selected", "_selected_action": [gebeurtenis.pk], "post": "yes"})
    statussen = [
        ingelogd.get(f"{LIJST}add/").status_code,
        ingelogd.post(f"{LIJST}{gebeurtenis.pk}/change/", {"wat": "Niets."}).status_code,
        ingelogd.post(f"{LIJST}{gebeurtenis.pk}/delete/", {"post": "yes"}).status_code,
        redacteur.get(LIJST).status_code,
    ]

    assert "Reservekopie gemaakt." in lijst
    assert "de site zelf" in lijst
    assert statussen == [403] * 4
    assert Gebeurtenis.objects.get(pk=gebeurtenis.pk).wat == "Reservekopie gemaakt."
    assert LIJST in ingelogd.get(reverse("admin:index")).text
