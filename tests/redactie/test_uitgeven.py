"""Editing changes nothing in public; preview shows it; publishing does it, and can be undone."""

import re
from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from functies.models import Functie
from ontwikkelpad.models import Ontwikkelpad
from tests.openbaar import bladzijden, tags
from tests.pagina import formuliervelden, tekst
from tests.tegelijk import tegelijk
from uitgave.models import Uitgave

PUBLICEREN = "/beheer/publiceren/"


@pytest.fixture
def uitvoeren(django_capture_on_commit_callbacks):
    """Run a request as the server does: what waits for the commit, happens."""

    def voer_uit(methode, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return methode(*args, **kwargs)

    return voer_uit


def basis(response):
    return re.search(r'name="basis" value="([^"]+)"', response.text)[1]


def gegevens(response, nummer, datum="22-11-2026"):
    return {"nummer": nummer, "datum": datum, "wijzigingen": "Betere tekst.", "basis": basis(response), "gelezen": "on"}


def test_saving_changes_nothing_in_public_and_says_so(client, inhoud, beheerder):
    functie = Functie.objects.get(slug="winkelmedewerker")
    voor = client.get("/functies/winkelmedewerker/").text
    adres = reverse("admin:functies_functie_change", args=[functie.pk])
    pagina = beheerder.get(adres)
    velden = formuliervelden(pagina.text)

    bewaard = beheerder.post(adres, {**velden, "samenvatting": "Iets nieuws."}, follow=True)

    assert Functie.objects.get(slug="winkelmedewerker").samenvatting == "Iets nieuws."
    assert client.get("/functies/winkelmedewerker/").text == voor
    assert "Bezoekers zien dit nog niet. Bekijk voorbeeld of Publiceer" in tekst(bewaard.text)


@pytest.mark.een_database
def test_a_change_form_sent_back_untouched_changes_nothing(inhoud, beheerder):
    from uitgave.bouwen import bouw

    for functie in Functie.objects.all():
        adres = reverse("admin:functies_functie_change", args=[functie.pk])
        velden = formuliervelden(beheerder.get(adres).text)
        assert beheerder.post(adres, velden).status_code == 302, functie

    assert bouw() == inhoud.uitgave.document


@pytest.mark.een_database
@pytest.mark.parametrize(("elke_keuze", "aantal"), [(False, 58), pytest.param(True, 62, marks=pytest.mark.drill)])
def test_the_preview_shows_the_working_copy_on_every_page_and_stays_inside(beheerder, inhoud, elke_keuze, aantal):
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Alleen in het voorbeeld.")

    paginas = bladzijden(beheerder, "/beheer/voorbeeld/", elke_keuze)

    assert "Alleen in het voorbeeld." in paginas["/beheer/voorbeeld/functies/winkelmedewerker/"]
    van_keuzes = re.compile(r"/(routes/|vergelijken/|functies/\?|gesprek/|overstappen/(\?|planning))")
    assert len([adres for adres in paginas if not van_keuzes.search(adres)]) == aantal
    for adres, html in paginas.items():
        if adres.partition("?")[0].endswith(".ics"):
            continue
        assert "Bezoekers zien dit nog niet." in html
        doelen = {k["href"] for tag, k in tags(html) if tag == "a" and k["href"].startswith("/")}
        assert {doel for doel in doelen if not doel.startswith("/beheer/")} == set(), adres


def test_the_preview_is_for_editors_only_and_never_kept(client, beheerder, inhoud):
    assert client.get("/beheer/voorbeeld/").status_code == 302
    assert "no-store" in beheerder.get("/beheer/voorbeeld/functies/winkelmedewerker/").headers["Cache-Control"]
    assert beheerder.get("/beheer/voorbeeld/nergens/").status_code == 404
    assert beheerder.get("/beheer/voorbeeld/beheer/").status_code == 404


@pytest.mark.een_database
def test_a_preview_without_the_texts_of_the_site_leads_to_them_and_says_so_once(beheerder, inhoud):
    Ontwikkelpad.objects.all().delete()
    adres = "/beheer/voorbeeld/functies/winkelmedewerker/"

    fragment = beheerder.get(adres, headers={"HX-Request": "true"})
    eerst = beheerder.get("/beheer/functies/functie/").text
    pagina = beheerder.get(adres, follow=True)

    assert (fragment.text, fragment.headers["HX-Redirect"]) == ("", adres)
    assert "Vul die eerst in." not in eerst
    assert pagina.redirect_chain == [("/beheer/ontwikkelpad/ontwikkelpad/add/", 302)]
    assert [str(bericht) for bericht in pagina.context["messages"]] == [
        "De teksten van de site ontbreken. Vul die eerst in."
    ]


@pytest.mark.een_database
def test_the_preview_leaves_public_pages_as_they_were(client, beheerder, inhoud):
    voor = client.get("/functies/winkelmedewerker/").text
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Alleen in het voorbeeld.")

    beheerder.get("/beheer/voorbeeld/functies/winkelmedewerker/")

    assert client.get("/functies/winkelmedewerker/").text == voor


def test_publishing_shows_the_difference_first_and_is_visible_at_the_next_request(client, beheerder, inhoud, uitvoeren):
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Iets nieuws.")

    vooraf = beheerder.get(PUBLICEREN)
    publicatie = uitvoeren(beheerder.post, PUBLICEREN, gegevens(vooraf, "1.1"), follow=True)

    assert "Functie: Winkelmedewerker gewijzigd" in tekst(vooraf.text)
    (veld,) = vooraf.context["verschillen"][0].velden
    assert (veld.oud[:20], veld.nieuw) == ("Jij helpt klanten in", "Iets nieuws.")
    assert "Uitgave 1.1 is gepubliceerd." in publicatie.text
    assert "Iets nieuws." in client.get("/functies/winkelmedewerker/").text
    assert "Versie 1.1, 22 november 2026" in client.get("/").text
    assert Uitgave.objects.first().door.username == "beheerder"
    assert LogEntry.objects.filter(object_repr="Uitgave 1.1").count() == 1


def test_publishing_an_earlier_edition_again_undoes_and_leaves_the_working_copy(client, beheerder, inhoud, uitvoeren):
    voor = client.get("/functies/winkelmedewerker/").text
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Een vergissing.")
    uitvoeren(beheerder.post, PUBLICEREN, gegevens(beheerder.get(PUBLICEREN), "2"))
    terug = f"{PUBLICEREN}{Uitgave.objects.get(nummer='1').pk}/"

    vooraf = beheerder.get(terug)
    uitvoeren(beheerder.post, terug, gegevens(vooraf, "2.1", datum="06-02-2026"))

    assert "<del>" in vooraf.text
    assert [verschil.naam for verschil in vooraf.context["verschillen"]] == ["Winkelmedewerker"]
    assert client.get("/functies/winkelmedewerker/").text == voor.replace("Versie 1,", "Versie 2.1,")
    assert Functie.objects.get(slug="winkelmedewerker").samenvatting == "Een vergissing."


def test_what_changed_since_the_difference_was_shown_is_not_published_unseen(client, beheerder, inhoud, uitvoeren):
    gezien = beheerder.get(PUBLICEREN)
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Van een collega.")

    response = uitvoeren(beheerder.post, PUBLICEREN, gegevens(gezien, "1.1"))

    assert "Intussen is er iets veranderd." in response.text
    assert "Van een collega." in response.text
    assert "Betere tekst." in response.text
    assert Uitgave.objects.count() == 1
    tweede = uitvoeren(beheerder.post, PUBLICEREN, gegevens(response, "1.1"))
    assert tweede.status_code == 302


def test_two_who_publish_at_once_do_not_overwrite_each_other(beheerder, inhoud, uitvoeren):
    een, ander = beheerder.get(PUBLICEREN), beheerder.get(PUBLICEREN)

    uitvoeren(beheerder.post, PUBLICEREN, gegevens(een, "1.1"))
    response = uitvoeren(beheerder.post, PUBLICEREN, gegevens(ander, "1.2"))

    assert "Intussen is er iets veranderd." in response.text
    assert [uitgave.nummer for uitgave in Uitgave.objects.all()] == ["1.1", "1"]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_publish_in_the_same_second_one_is_told(inhoud):
    User.objects.create_superuser("beheerder")

    def publiceer(nummer):
        client = Client()
        client.force_login(User.objects.get(username="beheerder"))
        formulier = gegevens(client.get(PUBLICEREN), nummer)
        return lambda: client.post(PUBLICEREN, formulier).status_code

    for ronde in range(3):
        assert sorted(tegelijk(publiceer(f"2.{ronde}.1"), publiceer(f"2.{ronde}.2"))) == [200, 302]

    assert Uitgave.objects.count() == 4


def test_an_edition_that_cannot_be_read_does_not_block_publishing(client, beheerder, inhoud, uitvoeren):
    Uitgave.objects.create(nummer="9", datum=date(2026, 3, 1), wijzigingen="Kapot.", document='{"schema": 99}')

    uitvoeren(beheerder.post, PUBLICEREN, gegevens(beheerder.get(PUBLICEREN), "9.1"))

    assert "Versie 9.1" in client.get("/").text


@pytest.mark.een_database
@pytest.mark.parametrize(
    ("veld", "waarde", "uitleg"),
    [
        ("nummer", "1", "Er is al een uitgave met dit nummer. Kies een ander nummer."),
        ("nummer", "", "Vul dit in."),
        ("datum", "31-02-2026", "Voer een geldige datum in."),
        ("wijzigingen", "", "Vul dit in."),
    ],
)
def test_a_form_that_is_not_right_names_what_is_wrong_and_keeps_the_rest(beheerder, inhoud, veld, waarde, uitleg):
    pagina = beheerder.get(PUBLICEREN)

    response = beheerder.post(PUBLICEREN, gegevens(pagina, "1.1") | {veld: waarde})

    assert uitleg in response.text
    assert ("Betere tekst." in response.text) == (veld != "wijzigingen")
    assert Uitgave.objects.count() == 1


def test_warnings_are_shown_and_ask_once_more(beheerder, inhoud, uitvoeren):
    Functie.objects.get(slug="winkelmedewerker").opleidingslinks.all().delete()
    pagina = beheerder.get(PUBLICEREN)
    zonder = {naam: waarde for naam, waarde in gegevens(pagina, "1.1").items() if naam != "gelezen"}

    geweigerd = uitvoeren(beheerder.post, PUBLICEREN, zonder)
    gelukt = uitvoeren(beheerder.post, PUBLICEREN, gegevens(geweigerd, "1.1"))

    assert "Functie Winkelmedewerker" in tekst(pagina.text)
    assert "Lees de punten bij ‘let op’." in tekst(geweigerd.text)
    assert "Betere tekst." in geweigerd.text
    assert gelukt.status_code == 302


def test_errors_stop_a_publication(beheerder, inhoud, uitvoeren):
    Functie.objects.filter(slug="winkelmedewerker").update(zichtbaar=False)
    pagina = beheerder.get(PUBLICEREN)

    response = uitvoeren(beheerder.post, PUBLICEREN, {"nummer": "1.1", "datum": "22-11-2026", "gelezen": "on"})

    for html in (pagina.text, response.text):
        assert "Je kunt nog niet publiceren." in tekst(html)
        assert 'value="Publiceer"' not in html
    assert Uitgave.objects.count() == 1


def test_an_earlier_edition_goes_back_online_also_while_the_working_copy_has_errors(beheerder, inhoud, uitvoeren):
    Functie.objects.filter(slug="winkelmedewerker").update(zichtbaar=False)
    adres = f"{PUBLICEREN}{Uitgave.objects.get().pk}/"

    assert uitvoeren(beheerder.post, adres, gegevens(beheerder.get(adres), "1.1")).status_code == 302


def test_who_may_publish_is_a_permission_of_its_own(inhoud, redacteur):
    zonder = redacteur.post(PUBLICEREN, {"nummer": "2"})
    User.objects.get(username="redacteur").user_permissions.add(Permission.objects.get(codename="publiceren"))
    met = redacteur.get(PUBLICEREN)

    assert (zonder.status_code, met.status_code) == (403, 200)
    assert "Dit mag je niet openen" in zonder.text


def test_an_editor_without_that_permission_sees_what_waits_and_no_way_to_publish_it(inhoud, redacteur, beheerder):
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Iets nieuws.")
    van_redacteur, van_beheerder = (client.get(PUBLICEREN).text for client in (redacteur, beheerder))

    assert "Functie: Winkelmedewerker gewijzigd" in tekst(van_redacteur)
    assert ('value="Publiceer"' in van_redacteur, 'value="Publiceer"' in van_beheerder) == (False, True)
    assert 'type="checkbox"' not in van_redacteur
    assert "Bekijk het verschil en publiceer" not in redacteur.get("/beheer/").text


def test_visitors_are_sent_to_the_login_page(client, inhoud):
    assert client.get(PUBLICEREN).headers["Location"] == f"/beheer/login/?next={PUBLICEREN}"


def test_without_the_texts_of_the_site_publishing_says_what_is_missing(beheerder, db):
    response = beheerder.get(PUBLICEREN, follow=True)

    assert "De teksten van de site ontbreken." in response.text


def test_the_first_edition_of_an_empty_site_can_be_published(client, beheerder, ontwikkelpad, uitvoeren):
    pagina = beheerder.get(PUBLICEREN)

    uitvoeren(beheerder.post, PUBLICEREN, gegevens(pagina, "0.1"))

    assert "een lege site" in pagina.text
    assert client.get("/").status_code == 200


def test_the_login_page_is_dutch_and_logging_in_works_with_the_csrf_check(db):
    User.objects.create_superuser("beheerder", password="een lang wachtwoord")
    client = Client(enforce_csrf_checks=True)
    pagina = client.get("/beheer/login/")

    response = client.post(
        "/beheer/login/",
        {
            "username": "beheerder",
            "password": "een lang wachtwoord",
            "next": "/beheer/",
            "csrfmiddlewaretoken": re.search(r'csrfmiddlewaretoken" value="([^"]+)"', pagina.text)[1],
        },
        headers={"Origin": "http://testserver"},
    )

    assert "Wachtwoord" in pagina.text
    assert response.headers["Location"] == "/beheer/"
