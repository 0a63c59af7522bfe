"""Putting the successor in the place of an opleiding, everywhere: shown first, one change, on record."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from reversion.models import Revision, Version

from antwoorden.models import Vertaling
from feiten.models import Feit, Onderwerp
from functies.keuzes import Rol
from functies.models import Functie, FunctieOpleiding
from opleidingen.models import Geldigheid, Opleiding, Voortbouw
from opleidingen.vervangen import vervangingen
from redactie.adressen import wijzigen
from tests.conftest import BEWIJS
from tests.pagina import formuliervelden, tekst

pytestmark = pytest.mark.een_database


@pytest.fixture
def oud(inhoud):
    return Opleiding.objects.get(slug="fijn-gebak")


@pytest.fixture
def nieuw(oud):
    """The successor, which one functie has already beside the other."""
    velden = {"coderegister": oud.coderegister, "code": "G208", "erkenning": "overheid"}
    nieuw = Opleiding.objects.create(naam="Fijner gebak", slug="fijner-gebak", **velden, **BEWIJS)
    Geldigheid.objects.create(opleiding=oud, opvolger=nieuw, **BEWIJS)
    Functie.objects.get(slug="banketbakker").opleidingslinks.create(opleiding=nieuw, volgorde=7)
    return nieuw


def adres(oud):
    return wijzigen(oud).replace("/change/", "/vervang/")


def links():
    return set(FunctieOpleiding.objects.values_list("functie__slug", "opleiding__slug", "toelichting"))


def test_the_difference_is_shown_first_and_one_press_changes_it_everywhere_as_one_change(beheerder, oud, nieuw):
    voor, revisies = links(), Revision.objects.count()
    gelezen = beheerder.get(adres(oud)).text
    assert links() == voor
    gezegd = re.findall(r"<ins>(.*?)</ins>|(gaat hier weg)", gelezen)
    assert gezegd == [("", "gaat hier weg"), ("Fijner gebak (G208)", "")]

    antwoord = beheerder.post(adres(oud), formuliervelden(gelezen), follow=True)

    assert links() - voor == {("broodbakker", "fijner-gebak", "Met een extra deel over brood.")}
    assert {rij[:2] for rij in voor - links()} == {("broodbakker", "fijn-gebak"), ("banketbakker", "fijn-gebak")}
    zin = "staat nu overal in de plaats van Fijn gebak (G207): 2 keer. Bezoekers zien dit nog niet."
    assert zin in tekst(antwoord.text)
    anders, weg = Revision.objects.order_by("-pk")[:2]  # what goes is kept apart, as always
    if weg.comment.startswith("Fijn"):
        anders, weg = weg, anders
    assert Revision.objects.count() == revisies + 2
    assert (anders.user.username, anders.comment) == (
        "beheerder",
        "Fijn gebak (G207) vervangen door Fijner gebak (G208)",
    )
    assert weg.comment.startswith("Verwijderd: ")
    assert anders.version_set.filter(content_type__model="functieopleiding").count() == 1
    assert "Er is niets te vervangen" in tekst(beheerder.get(adres(oud)).text)


def test_what_is_about_the_opleiding_itself_stays_with_it(beheerder, oud, nieuw):
    meester = Opleiding.objects.get(slug="bedrijfsvoering")
    op_oud = Voortbouw.objects.create(opleiding=meester, op=oud, **BEWIJS)
    van_oud = Voortbouw.objects.create(opleiding=oud, op=Opleiding.objects.get(slug="broodbakken"), **BEWIJS)
    samen = Voortbouw.objects.create(opleiding=nieuw, op=oud, **BEWIJS)
    onderwerp = Onderwerp.objects.create(naam="Prijs", slug="prijs", bij="opleidingen", pictogram="euro", volgorde=99)
    feit = Feit.objects.create(onderwerp=onderwerp, opleiding=oud, waarde="Niets", **BEWIJS)

    beheerder.post(adres(oud), formuliervelden(beheerder.get(adres(oud)).text))

    for rij in (op_oud, van_oud, samen, feit):
        rij.refresh_from_db()
    assert op_oud.op == nieuw
    assert (van_oud.opleiding, samen.op, feit.opleiding) == (oud, oud, oud)
    assert Geldigheid.objects.get().opleiding == oud


def test_who_was_overtaken_sees_the_difference_again(beheerder, oud, nieuw):
    velden = formuliervelden(beheerder.get(adres(oud)).text)
    Functie.objects.get(slug="winkelleider").opleidingslinks.create(opleiding=oud)
    voor = links()

    antwoord = beheerder.post(adres(oud), velden)

    assert "Intussen is er iets veranderd." in antwoord.text
    assert "winkelleider" in antwoord.text.lower()
    assert links() == voor


def test_without_a_successor_it_says_what_to_do_first(beheerder, oud):
    antwoord = beheerder.post(adres(oud), {"basis": "x"})

    assert "Er is nog geen opvolger bekend." in tekst(antwoord.text)


def test_only_who_may_change_all_of_it_can_do_it(oud, nieuw):
    kijker = User.objects.create_user("kijker", is_staff=True)
    mag = ["view_uitgave", "view_opleiding", "change_opleiding"]
    kijker.user_permissions.set(Permission.objects.filter(codename__in=mag))
    client, voor = Client(), links()
    client.force_login(kijker)

    velden = formuliervelden(client.get(adres(oud)).text)
    assert client.post(adres(oud), velden).status_code == 403
    assert links() == voor


def test_the_page_of_an_opleiding_leads_there(beheerder, oud):
    assert f'href="{adres(oud)}">Vervang overal' in beheerder.get(wijzigen(oud)).text


def test_it_asks_as_much_of_the_database_whatever_there_is_to_replace(oud, nieuw, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        vervangingen(oud, nieuw)


def test_in_a_list_of_rows_too_it_takes_the_place(beheerder, oud, nieuw):
    woord, beide = Vertaling.objects.all()[:2]
    woord.opleidingen.set([oud])
    beide.opleidingen.set([oud, nieuw])

    beheerder.post(adres(oud), formuliervelden(beheerder.get(adres(oud)).text))

    assert [*woord.opleidingen.all(), *beide.opleidingen.all()] == [nieuw, nieuw]
    assert Version.objects.get_for_object(woord).first().field_dict["opleidingen"] == [nieuw.pk]


def test_what_only_the_row_that_goes_says_is_named_and_nothing_changes(beheerder, oud, nieuw):
    banketbakker = Functie.objects.get(slug="banketbakker")
    banketbakker.opleidingslinks.filter(opleiding=oud).update(rol=Rol.VEREIST, toelichting="Verplicht sinds 2020.")
    voor = links()

    gelezen = beheerder.get(adres(oud)).text
    antwoord = beheerder.post(adres(oud), formuliervelden(gelezen), follow=True)

    assert "Dat kan nog niet: daar staat iets dat bij Fijner gebak (G208) niet staat" in tekst(gelezen)
    assert "Er is niets veranderd. Banketbakker" in tekst(antwoord.text)
    assert links() == voor
    banketbakker.opleidingslinks.filter(opleiding=nieuw).update(rol=Rol.VEREIST, toelichting="Verplicht sinds 2020.")
    beheerder.post(adres(oud), formuliervelden(beheerder.get(adres(oud)).text))
    assert [link.opleiding for link in banketbakker.opleidingslinks.filter(rol=Rol.VEREIST)] == [nieuw]
