"""What the desk says of every kind of content when it is added, changed, deleted, or refused."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.translation import trans_real

from redactie.adressen import maken, naam, wijzigen
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from uitgave.soort import soorten
from uitgave.tekst import hoofdletter

pytestmark = [pytest.mark.een_database, pytest.mark.django_db]

SOORTEN = pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model._meta.model_name)
VAN_DJANGO = re.compile(r"\b(u|uw|gelieve|eenzelfde|corrigeer|met succes|dit veld is verplicht)\b", re.I)
NOG_NIET = "Bezoekers zien dit nog niet. Bekijk voorbeeld of Publiceer."


@pytest.fixture
def lees(beheerder, ontwikkelpad):
    """Send a form, and return what the page that follows says; in the words of this desk."""

    def stuur(adres, velden):
        html = beheerder.post(adres, velden, follow=True).text
        zonder_inhoud = re.sub(r"<textarea.*?</textarea>|<svg.*?</svg>", "", html, flags=re.S)
        assert VAN_DJANGO.findall(tekst(zonder_inhoud)) == []
        return " ".join(re.sub(r"<[^>]*>", "", html).split())

    return stuur


def ingevuld(beheerder, rij):
    """The form of a row, as its page shows it."""
    return formuliervelden(beheerder.get(wijzigen(rij)).text)


def als_nieuw(velden):
    """The same values for a row that is not there yet."""
    los = {veld: waarde for veld, waarde in velden.items() if veld != "_stand" and not veld.endswith("-id")}
    return los | {veld: "0" for veld in los if veld.endswith("-INITIAL_FORMS")}


@SOORTEN
def test_a_change_says_first_that_it_is_saved_and_then_that_visitors_do_not_see_it_yet(soort, beheerder, lees):
    rij = maak(soort)

    gezegd = lees(wijzigen(rij), ingevuld(beheerder, rij))

    wat = hoofdletter(soort.met_lidwoord)
    verwacht = f"{wat} zijn opgeslagen." if soort.enig else f"{wat} ‘{rij}’ is opgeslagen."
    assert f"{verwacht} {NOG_NIET}" in gezegd


@SOORTEN
def test_what_cannot_be_added_is_said_in_our_words(soort, beheerder, lees):
    rij = maak(soort)
    velden = als_nieuw(ingevuld(beheerder, rij))
    if soort.enig:
        assert beheerder.post(maken(soort.model), velden).status_code == 403
        return

    tweemaal = lees(maken(soort.model), velden)
    leeg = lees(maken(soort.model), {veld: waarde for veld, waarde in velden.items() if veld.endswith("_FORMS")})

    assert ("is toegevoegd" in tweemaal) != ("Er is nog niets opgeslagen." in tweemaal)
    assert "Er is nog niets opgeslagen." in leeg
    assert "Vul dit in." in leeg


@SOORTEN
def test_what_is_deleted_is_named_with_its_article(soort, beheerder, lees):
    if soort.enig:
        return
    een, twee, drie = (maak(soort) for _ in range(3))
    pagina = reverse(f"admin:{naam(soort.model._meta, 'changelist')}")

    alleen = lees(reverse(f"admin:{naam(soort.model._meta, 'delete')}", args=[een.pk]), {"post": "yes"})
    samen = lees(pagina, {"action": "delete_selected", "_selected_action": [twee.pk, drie.pk], "post": "yes"})

    assert f"{hoofdletter(soort.met_lidwoord)} ‘{een}’ is verwijderd. {NOG_NIET}" in alleen
    assert f"2 {soort.model._meta.verbose_name_plural} zijn verwijderd. {NOG_NIET}" in samen


@SOORTEN
def test_a_row_that_is_gone_is_named_with_its_article(soort, beheerder, ontwikkelpad):
    adres = reverse(f"admin:{naam(soort.model._meta, 'change')}", args=[99999])

    assert f"Misschien is {soort.met_lidwoord} verwijderd." in tekst(beheerder.get(adres, follow=True).text)


def test_an_account_is_saved_and_refused_in_our_words(beheerder, lees):
    collega = User.objects.create_user("collega", is_staff=True, is_superuser=True)
    adres = reverse("admin:auth_user_change", args=[collega.pk])

    assert "De gebruiker ‘collega’ is opgeslagen." in lees(adres, ingevuld(beheerder, collega))
    assert "Vul dit in." in lees(adres, ingevuld(beheerder, collega) | {"username": ""})
    assert "Er is nog niets opgeslagen." in lees(reverse("admin:auth_user_add"), {"username": "collega"})


def test_django_says_nothing_polite_or_stiff_that_an_editor_can_meet():
    """Mails, a password that is forgotten and the help for developers are not there; our own page is for the token."""
    elders = re.compile(
        r"e-?mail|reset|DEBUG|database installation|HTTPS|Referer|CSRF|your username, in case|Are you sure you want"
        r"|Deleting the|patience|bookmarklet|template|Your password has been set|for security’s sake|cookies",
        re.I,
    )
    nl = trans_real.translation("nl")._catalog
    gezegd = {bericht: nl[bericht] for bericht in set(nl.keys()) if bericht and not elders.search(str(bericht))}

    assert {bericht: zin for bericht, zin in gezegd.items() if VAN_DJANGO.search(zin)} == {}


def test_the_scripts_of_the_admin_say_nothing_polite_beside_a_date(beheerder):
    woorden = beheerder.get("/beheer/jsi18n/").text

    assert re.findall(r'"(Note: [^"]+)": \[\s*"([^"]+)"', woorden) == [
        ("Note: You are %s hour ahead of server time.", "Let op: je klok loopt %s uur voor op die van de site."),
        ("Note: You are %s hour behind server time.", "Let op: je klok loopt %s uur achter op die van de site."),
    ]


def test_who_must_log_in_again_reads_that_what_was_typed_is_kept(client, ontwikkelpad, db):
    bewaard = "Was je aan het typen? Dat is bewaard."

    assert bewaard in tekst(client.get("/beheer/functies/functie/1/change/", follow=True).text)
    assert bewaard not in tekst(client.get("/beheer/", follow=True).text)


def test_a_form_of_before_logging_in_elsewhere_says_that_what_was_typed_is_kept(ontwikkelpad):
    antwoord = Client(enforce_csrf_checks=True).post("/beheer/functies/functie/1/change/", {"naam": "x"})

    assert antwoord.status_code == 403
    assert "Wat je typte, is bewaard in dit tabblad." in tekst(antwoord.text)
