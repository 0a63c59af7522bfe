"""The working copy is made equal to an edition, all of it or one row: shown first, one change, with an undo."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from functies.models import Competentie, Doorgroei, Functie
from opleidingen.models import Opleiding
from redactie.geschiedenis.geheel import wijzigingen
from redactie.geschiedenis.ongedaan import maak_ongedaan
from tests.conftest import BEWIJS
from tests.pagina import formuliervelden, tekst
from tests.redactie.test_ongedaan import alles
from tests.soorten import maak
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.models import Uitgave
from uitgave.soort import soort_van, soorten
from uitgave.vastleggen import vastleggen, verwijder
from uitgave.verschil import verschillen

pytestmark = pytest.mark.een_database


def adres(nummer="1"):
    return reverse("admin:gelijkmaken", args=[Uitgave.objects.get(nummer=nummer).pk])


def maak_gelijk(client, rij=""):
    vraag = f"{adres()}?rij={rij}"
    return client.post(vraag, formuliervelden(client.get(vraag).text), follow=True)


def keuze(client, naam):
    return next(k for k, (*_, heet) in client.get(adres()).context["keuzes"].items() if heet == naam)


@pytest.fixture
def vergissing(inhoud):
    """What a bad afternoon left: a functie under another name and address, a step gone, competenties new, a draft."""
    with vastleggen(None, "Een vergissing."):
        bakker = Functie.objects.get(slug="broodbakker")
        bakker.naam, bakker.kaartnaam, bakker.slug = "Broodjesmaker", "", "broodjesmaker"
        bakker.save()
        verwijder(Doorgroei.objects.first(), None)
        nieuw = maak(
            soort_van(Competentie), naam="Iets nieuws", competentiegebied=Competentie.objects.first().competentiegebied
        )
        opleiding = Opleiding.objects.first()
        opleiding.naam = "Anders bakken"
        opleiding.save()
        zelfde = {"werkveld": bakker.werkveld, "vanaf_niveau": bakker.vanaf_niveau, "tot_niveau": None}
        teksten = {"samenvatting": "Je werkt.", "omschrijving": "Je werkt hier.", **BEWIJS}
        concept = Functie.objects.create(naam="Nog een concept", slug="concept", **zelfde, **teksten)
        concept.competenties.add(nieuw)
        concept.zichtbaar = False
        concept.save()
        maak(soort_van(Doorgroei), van=bakker, naar=concept)
    return Uitgave.objects.get().document


def test_all_becomes_what_the_edition_says_and_drafts_stay(vergissing, beheerder):
    vooraf = tekst(beheerder.get(adres()).text)
    klaar = tekst(maak_gelijk(beheerder).text)

    assert "Broodjesmaker → Broodbakker" in vooraf
    assert d.schrijf(bouw()) == vergissing
    concept = Functie.objects.get(slug="concept")
    assert not concept.zichtbaar
    assert concept.competenties.count() == 1
    assert Doorgroei.objects.get(naar=concept).van.slug == "broodbakker"
    assert "Het beheer is nu gelijk aan uitgave 1. Bezoekers zien dit nog niet." in klaar
    assert "Het beheer is gelijkgemaakt aan Uitgave 1" in klaar
    assert wijzigingen().first().comment == "Het beheer is gelijkgemaakt aan Uitgave 1"


def test_it_is_one_change_with_one_undo(vergissing, beheerder):
    voor, aantal = alles(), wijzigingen().count()
    maak_gelijk(beheerder)
    gelijk = alles()

    assert wijzigingen().count() == aantal + 1
    maak_ongedaan(wijzigingen().first(), None)

    assert gelijk != voor
    assert alles() == voor


def test_one_row_goes_back_and_the_rest_stays(vergissing, beheerder):
    nu = bouw(alles=True)
    klaar = maak_gelijk(beheerder, keuze(beheerder, "Functie Broodjesmaker"))

    anders = [(v.soort, v.naam) for v in verschillen(nu, bouw(alles=True))]
    assert anders == [("Functie", "Broodjesmaker → Broodbakker")]
    assert Opleiding.objects.filter(naam="Anders bakken").exists()
    assert "Functie Broodjesmaker is nu gelijk aan uitgave 1." in tekst(klaar.text)


def test_a_row_that_is_needed_elsewhere_does_not_go_by_itself(inhoud, beheerder):
    with vastleggen(None, "Nieuw."):
        nieuw = maak(soort_van(Competentie), naam="Iets nieuws")
        functie = Functie.objects.first()
        functie.competenties.add(nieuw)
        functie.save()
    voor = alles()

    antwoord = beheerder.get(f"{adres()}?rij={keuze(beheerder, 'Competentie Iets nieuws')}")

    assert "Dit kan niet. Er is niets veranderd." in tekst(antwoord.text)
    assert f"‘{nieuw.slug}’ staat niet bij competenties" in tekst(antwoord.text)
    assert alles() == voor


@pytest.mark.parametrize("soort", [soort for soort in soorten() if soort.deel], ids=lambda soort: soort.model.__name__)
def test_a_row_of_any_kind_that_went_comes_back(soort, inhoud, beheerder, publiceer_nu):
    with vastleggen(None):
        rij = maak(soort)
    publiceer_nu("2")
    document = Uitgave.objects.get(nummer="2").document
    with vastleggen(None):
        if soort.enig:
            soort.model._default_manager.all().delete() if not soort.verplicht_enig else None
        else:
            try:
                verwijder(rij, None)
            except Exception:
                pytest.skip("others use it")

    begin = reverse("admin:gelijkmaken", args=[Uitgave.objects.get(nummer="2").pk])
    beheerder.post(begin, formuliervelden(beheerder.get(begin).text))

    assert d.schrijf(bouw()) == document


def test_who_saves_between_looking_and_pressing_loses_nothing(vergissing, beheerder):
    velden = formuliervelden(beheerder.get(adres()).text)
    with vastleggen(None, "Van een collega."):
        Opleiding.objects.filter(pk=Opleiding.objects.first().pk).update(naam="Van een collega")
        Opleiding.objects.first().save()
    voor = alles()

    antwoord = beheerder.post(adres(), velden)

    assert "Intussen is er iets veranderd." in tekst(antwoord.text)
    assert "Van een collega" in antwoord.text
    assert alles() == voor


def test_the_page_of_going_back_offers_it(inhoud, beheerder, publiceer_nu):
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Een vergissing.")
    publiceer_nu("2")
    terug = reverse("admin:opnieuw_publiceren", args=[Uitgave.objects.get(nummer="1").pk])
    velden = formuliervelden(beheerder.get(terug).text) | {"nummer": "2.1", "datum": f"{date.today()}"}
    pagina = beheerder.post(terug, velden, follow=True).text
    lijst = reverse("admin:gelijkmaken", args=[Uitgave.objects.get(nummer="2.1").pk])

    assert "In het beheer staat nog wat je hiermee terugdraait." in tekst(pagina)
    assert pagina.count(lijst) == 2  # in the message, and in the list
    beheerder.post(lijst, formuliervelden(beheerder.get(lijst).text))
    assert d.schrijf(bouw()) == Uitgave.objects.get(nummer="1").document


def test_only_who_may_change_all_content_may_do_it_and_of_an_edition_that_appeared(inhoud, redacteur, client):
    assert redacteur.get(adres()).status_code == 200
    assert client.get(adres()).status_code == 302
    gebruiker = User.objects.get(username="redacteur")
    gebruiker.user_permissions.remove(*gebruiker.user_permissions.filter(codename="delete_functie"))
    assert redacteur.get(adres()).status_code == 403
    assert redacteur.post(adres(), {"basis": "x"}).status_code == 403


def test_an_unknown_row_and_an_edition_that_cannot_be_read_are_said(inhoud, beheerder):
    onbekend = beheerder.get(f"{adres()}?rij=nergens")
    Uitgave.objects.update(document='{"schema": 99}')
    kapot = beheerder.get(adres())

    assert "Deze rij is niet meer anders dan in de uitgave." in tekst(onbekend.text)
    assert "Dit kan niet. Er is niets veranderd." in tekst(kapot.text)
