"""Roles and accounts: what each role may do, and that nobody gets more than that."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from redactie.models import LinkControle
from tests.pagina import formuliervelden, tekst
from tests.toegang import rechten
from toegang import rollen
from uitgave.soort import alle_modellen

LIJST = "/beheer/auth/user/"
NIEUW = {"username": "dirk", "first_name": "Dirk", "last_name": "", "email": "", "password1": "een-goed-geheim-woord"}


def rechten_van(rol):
    return set(Permission.objects.filter(group__name=rol).values_list("content_type__app_label", "codename"))


def rol(naam):
    return Group.objects.get(name=naam)


def test_an_account_without_a_role_sees_nothing_of_the_content(inhoud):
    zonder_rol = Client()
    zonder_rol.force_login(User.objects.create_user("elsa", is_staff=True))
    adressen = ["voorbeeld", "publiceren", "uitvoeren", "invoeren", "geschiedenis", "verwijderd"]

    antwoorden = {naam: zonder_rol.get(reverse(f"admin:{naam}")).status_code for naam in adressen}

    assert antwoorden == dict.fromkeys(adressen, 403)
    start = zonder_rol.get("/beheer/").text
    assert "Nog niet gepubliceerd" not in start
    leidt_naar = {adres for adres in re.findall(r'href="(/beheer/[^"#?]*)"', start) if "jsi18n" not in adres}
    assert leidt_naar >= {reverse("admin:tweede_stap"), reverse("admin:password_change")}
    assert not {adres for adres in leidt_naar if zonder_rol.get(adres).status_code == 403}


@pytest.fixture
def carla(db):
    """A beheerder, who is no superuser."""
    gebruiker = User.objects.create_user("carla", is_staff=True)
    gebruiker.groups.add(rol("beheerder"))
    return gebruiker


@pytest.fixture
def client(carla):
    client = Client()
    client.force_login(carla)
    return client


@pytest.fixture
def dirk(db):
    gebruiker = User.objects.create_user("dirk", is_staff=True)
    gebruiker.groups.add(rol("redacteur"))
    return gebruiker


@pytest.fixture
def baas(db):
    return User.objects.create_superuser("baas", password="van-de-baas")


def wijzig(client, account, **velden):
    """Send the page of an account with other values; False leaves a field out, as a browser does with an empty box."""
    adres = f"{LIJST}{account.pk}/change/"
    velden = formuliervelden(client.get(adres).text) | velden
    return client.post(adres, {naam: waarde for naam, waarde in velden.items() if waarde is not False})


# --- Roles ---


@pytest.mark.parametrize("naam", list(rollen.rollen()))
def test_a_role_has_exactly_its_permissions_after_migrating(db, naam):
    assert rechten_van(naam) == rollen.rollen()[naam]


def test_what_the_roles_are_worth(db):
    redacteur = rechten_van("redacteur")
    assert {("functies", "change_functie"), ("verhalen", "delete_verhaal"), ("uitgave", "view_uitgave")} < redacteur
    assert rechten_van("eindredacteur") - redacteur == {("uitgave", "publiceren")}
    assert rechten_van("beheerder") - rechten_van("eindredacteur") == {
        ("auth", "view_user"), ("auth", "add_user"), ("auth", "change_user"),
        ("toegang", "view_gebeurtenis"),
    }  # fmt: skip


def test_a_new_model_of_content_is_for_redacteurs_by_itself(db, monkeypatch):
    monkeypatch.setattr(rollen, "alle_modellen", lambda: (*alle_modellen(), LinkControle))

    rollen.bijwerken(using="default")

    assert ("redactie", "add_linkcontrole") in rechten_van("redacteur")


def test_what_somebody_gave_a_role_by_hand_is_taken_back(db):
    rol("redacteur").permissions.add(Permission.objects.get(codename="add_user"))
    Group.objects.get(name="eindredacteur").delete()

    rollen.bijwerken(using="default")

    assert {naam: rechten_van(naam) for naam in rollen.rollen()} == rollen.rollen()


@pytest.mark.django_db(transaction=True)
def test_the_roles_survive_a_flush():
    call_command("flush", interactive=False, verbosity=0)

    assert {naam: rechten_van(naam) for naam in rollen.rollen()} == rollen.rollen()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("app", ["redactie", "toegang"])
def test_the_roles_and_who_has_them_survive_migrating_to_zero_and_up_again(app):
    User.objects.create_user("dirk").groups.add(rol("redacteur"))
    try:
        call_command("migrate", app, "zero", verbosity=0)
    finally:
        call_command("migrate", app, verbosity=0)

    assert {naam: rechten_van(naam) for naam in rollen.rollen()} == rollen.rollen()
    assert User.objects.get(groups__name="redacteur").username == "dirk"


def test_roles_and_secrets_cannot_be_edited_in_the_admin(db):
    assert {model for model in (Group, Permission, TOTPDevice) if admin.site.is_registered(model)} == set()
    assert [
        m for m in admin.site._registry if m._meta.app_label in ("axes", "otp_static", "otp_totp", "sessions")
    ] == []


# --- Every address of the admin ---


@pytest.fixture
def gevulde_site(db):
    rechten.vul_site()


@pytest.mark.een_database
def test_of_every_address_of_the_admin_is_known_what_everybody_must_get(gevulde_site):
    """When this fails: a model needs a line in RECHTEN, or an address one in OVERIG."""
    assert {route for route, _ in rechten.verwacht("bezoeker")} == set(rechten.adressen())


@pytest.mark.een_database
def test_everybody_gets_that(gevulde_site):
    for wie in rechten.WIE:
        routes = rechten.routes_van(wie)

        verwacht = {regel: geeft for regel, geeft in rechten.verwacht(wie).items() if regel[0] in routes}
        assert rechten.antwoorden(wie, routes) == verwacht, wie


@pytest.mark.een_database
def test_nobody_comes_in_without_both_steps(gevulde_site):
    voor_bezoekers = {r for (r, _), uitkomst in rechten.verwacht("bezoeker").items() if uitkomst != "inloggen"}
    na_wachtwoord = {
        r for (r, _), uitkomst in rechten.verwacht("alleen wachtwoord").items() if uitkomst != "tweede stap"
    }

    assert voor_bezoekers == {"login/", "logout/"}
    assert na_wachtwoord == {"login/", "logout/", "tweede-stap/", "tweede-stap/instellen/"}


def test_a_role_may_what_the_roles_before_it_may():
    redacteur, eindredacteur, beheerder = rollen.rollen().values()

    assert redacteur < eindredacteur < beheerder


# --- Accounts ---


def test_a_beheerder_makes_an_account_with_a_role_and_it_can_log_in(client, carla):
    pagina = client.get(f"{LIJST}add/")
    gegevens = NIEUW | {"password2": NIEUW["password1"], "rol": rol("eindredacteur").pk}

    response = client.post(f"{LIJST}add/", gegevens | {"is_superuser": "on", "user_permissions": "1"})

    dirk = User.objects.get(username="dirk")
    assert response.headers["Location"] == LIJST
    assert "Een eindredacteur publiceert ook." in tekst(pagina.text)
    assert (dirk.is_staff, dirk.is_active, dirk.is_superuser) == (True, True, False)
    assert list(dirk.groups.values_list("name", flat=True)) == ["eindredacteur"]
    assert dirk.user_permissions.count() == 0
    velden = {"username": "dirk", "password": NIEUW["password1"], "next": "/beheer/"}
    assert Client().post("/beheer/login/", velden).headers["Location"] == "/beheer/"


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"rol": ""}, "Kies een rol."),
        ({"username": ""}, "Vul dit in."),
        ({"username": "CARLA"}, "Er bestaat al een gebruiker met deze gebruikersnaam."),
        ({"password2": "anders"}, "De twee wachtwoorden zijn niet gelijk."),
        ({"password1": "kort", "password2": "kort"}, "Dit wachtwoord is te kort."),
    ],
)
def test_an_account_that_cannot_be_is_refused_with_a_reason(client, velden, melding):
    gegevens = NIEUW | {"password2": NIEUW["password1"], "rol": rol("redacteur").pk} | velden

    response = client.post(f"{LIJST}add/", gegevens)

    assert response.status_code == 200
    assert melding in tekst(response.text)
    assert 'value="Dirk"' in response.text
    assert User.objects.count() == 1


def test_a_beheerder_changes_name_and_role_on_record(client, dirk):
    wijzig(client, dirk, first_name="Dirk", rol=rol("eindredacteur").pk)

    dirk.refresh_from_db()
    assert (dirk.first_name, dirk.is_staff) == ("Dirk", True)
    assert list(dirk.groups.all()) == [rol("eindredacteur")]
    assert LogEntry.objects.get().get_change_message() == "Voornaam en Rol gewijzigd."


def test_an_account_is_switched_off_and_never_deleted(client, dirk, baas):
    pagina = client.get(f"{LIJST}{dirk.pk}/change/")
    weg = client.post(f"{LIJST}{dirk.pk}/delete/", {"post": "yes"})
    actie = {"action": "delete_selected", "_selected_action": [dirk.pk], "post": "yes"}
    client.post(LIJST, actie)
    client.force_login(baas)
    ook_niet = client.post(f"{LIJST}{dirk.pk}/delete/", {"post": "yes"})
    client.post(LIJST, actie)

    wijzig(client, dirk, is_active=False)

    dirk.refresh_from_db()
    assert "Een account kun je niet verwijderen." in tekst(pagina.text)
    assert (weg.status_code, ook_niet.status_code, dirk.is_active) == (403, 403, False)


def test_an_account_that_was_switched_off_meanwhile_does_not_go_on_by_a_form_from_before(client, dirk):
    adres = f"{LIJST}{dirk.pk}/change/"
    van_eerder = formuliervelden(client.get(adres).text)
    wijzig(client, dirk, is_active=False)

    response = client.post(adres, van_eerder)

    dirk.refresh_from_db()
    assert (response.status_code, dirk.is_active) == (200, False)
    assert "Nog niet opgeslagen" in response.text
    assert "Account staat aan" in response.text
    wijzig(client, dirk, email="dirk@example.org")
    dirk.refresh_from_db()
    assert (dirk.email, dirk.is_active) == ("dirk@example.org", False)


def test_a_beheerder_gives_a_colleague_a_new_password(client, dirk):
    adres = f"{LIJST}{dirk.pk}/password/"

    pagina = client.get(adres)
    response = client.post(adres, {"password1": "een-goed-geheim-woord", "password2": "een-goed-geheim-woord"})

    dirk.refresh_from_db()
    assert "usable" not in pagina.text
    assert response.headers["Location"] == f"{LIJST}{dirk.pk}/change/"
    assert dirk.check_password("een-goed-geheim-woord")


@pytest.mark.parametrize("gegevens", [{}, {"usable_password": "false", "unset-password": "x"}])
def test_a_password_cannot_be_left_out(client, dirk, gegevens):
    response = client.post(f"{LIJST}{dirk.pk}/password/", gegevens)

    assert response.status_code == 200
    assert "Vul dit in." in response.text


def test_nobody_takes_away_their_own_way_in(client, carla, baas):
    wijzig(client, carla, is_active=False, rol=rol("redacteur").pk, first_name="Carla")
    client.force_login(baas)
    wijzig(client, baas, is_active=False, is_superuser=False)

    carla.refresh_from_db()
    baas.refresh_from_db()
    assert (carla.first_name, carla.is_active, list(carla.groups.all())) == ("Carla", True, [rol("beheerder")])
    assert (baas.is_active, baas.is_superuser) == (True, True)


def test_a_superuser_needs_no_role_and_can_make_another_superuser(client, baas, dirk):
    client.force_login(baas)

    assert 'name="is_superuser"' in client.get(f"{LIJST}{dirk.pk}/change/").text
    assert wijzig(client, dirk, is_superuser="on", rol="").status_code == 302

    dirk.refresh_from_db()
    assert (dirk.is_superuser, dirk.groups.count()) == (True, 0)


def test_without_all_rights_an_account_needs_a_role(client, dirk):
    response = wijzig(client, dirk, rol="")

    assert "Kies een rol." in response.text
    assert list(dirk.groups.all()) == [rol("redacteur")]


# --- Nobody gets more ---


@pytest.mark.parametrize("van_zichzelf", [True, False])
def test_a_beheerder_cannot_type_rights_that_the_page_does_not_have(client, carla, dirk, van_zichzelf):
    wie = carla if van_zichzelf else dirk
    alle = [recht.pk for recht in Permission.objects.all()]

    wijzig(client, wie, is_superuser="on", is_staff=False, user_permissions=alle, groups=[rol("beheerder").pk])

    wie.refresh_from_db()
    assert (wie.is_superuser, wie.is_staff, wie.user_permissions.count(), wie.groups.count()) == (False, True, 0, 1)
    assert "is_superuser" not in client.get(f"{LIJST}{wie.pk}/change/").text


def test_a_beheerder_cannot_touch_a_superuser(client, baas):
    TOTPDevice.objects.create(user=baas, name="Telefoon")
    nieuw = {"password1": "een-goed-geheim-woord", "password2": "een-goed-geheim-woord"}

    uitkomsten = [
        wijzig(client, baas, is_active=False, username="weg").status_code,
        client.get(f"{LIJST}{baas.pk}/password/").status_code,
        client.post(f"{LIJST}{baas.pk}/password/", nieuw).status_code,
        client.get(f"{LIJST}{baas.pk}/tweede-stap/").status_code,
        client.post(f"{LIJST}{baas.pk}/tweede-stap/").status_code,
    ]

    baas.refresh_from_db()
    assert uitkomsten == [403] * 5
    assert (baas.username, baas.is_active, baas.check_password("van-de-baas")) == ("baas", True, True)
    assert TOTPDevice.objects.filter(user=baas).exists()
    assert "alle rechten" in client.get(f"{LIJST}{baas.pk}/change/").text


@pytest.mark.parametrize(
    "vraag",
    [
        "password__startswith=m",
        "totpdevice__key__startswith=a",
        "staticdevice__token_set__token__startswith=1",
        "o=1&_to_field=password",
    ],
)
def test_the_list_of_accounts_cannot_be_asked_for_secrets(client, vraag):
    assert client.get(f"{LIJST}?{vraag}").status_code == 400


def test_the_list_of_accounts_shows_role_and_second_step(client, dirk, baas, django_assert_max_num_queries):
    TOTPDevice.objects.create(user=baas, name="Telefoon")

    with django_assert_max_num_queries(20):
        lijst = client.get(LIJST)

    assert "redacteur" in tekst(lijst.text)
    assert client.get(LIJST, {"groups__id__exact": rol("redacteur").pk}).context["cl"].queryset.get() == dirk
    assert formuliervelden(client.get(f"{LIJST}{dirk.pk}/change/").text)["username"] == "dirk"


def test_a_colleague_without_the_role_sees_no_accounts(client, dirk):
    client.force_login(dirk)

    assert client.get(LIJST).status_code == 403
    assert LIJST not in client.get("/beheer/password_change/").text
