"""The buttons that check links at once, and the list of what came of it."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from functies.models import Synoniem
from opleidingen.models import Aanbieder
from redactie.links import knop as linkknop
from redactie.models import Uitslag
from tests.pagina import tekst
from tests.redactie.test_linkgebruik import maak_aanbieder, maak_controle, uitslagen

LIJST = "/beheer/redactie/linkcontrole/"


def adres(rij, plaats="links"):
    return f"/beheer/{rij._meta.app_label}/{rij._meta.model_name}/{rij.pk}/{plaats}/"


# --- The button on the page of a row ---


def test_the_button_checks_the_links_of_a_row_and_tells_the_outcome_of_each(redacteur, website, hier_mag):
    aanbieder = maak_aanbieder("Een", website.url("/404"), toelichting=f"Zie {website.url()}.")

    pagina = redacteur.post(adres(aanbieder), follow=True)

    assert pagina.redirect_chain == [(adres(aanbieder, "change"), 302)]
    assert f"De link {website.url('/404')}: werkt niet. Deze pagina bestaat niet (404)." in tekst(pagina.text)
    assert f"De link {website.url()}: werkt." in tekst(pagina.text)
    assert uitslagen() == {website.url("/404"): Uitslag.STUK, website.url(): Uitslag.GOED}


def test_the_button_never_reaches_into_the_inner_network(redacteur, website):
    pagina = redacteur.post(adres(maak_aanbieder("Een", website.url())), follow=True)

    assert "Dit adres is niet openbaar." in pagina.text
    assert website.paden == []


def test_the_button_is_a_form_with_a_token_on_pages_with_links_only(inhoud, redacteur):
    met, zonder = Aanbieder.objects.first(), Synoniem.objects.first()
    knop = f'<form method="post" action="{adres(met)}"><input type="hidden" name="csrfmiddlewaretoken"'

    assert knop in redacteur.get(adres(met, "change")).text
    assert "Controleer links" not in redacteur.get(adres(zonder, "change")).text
    assert "Controleer links" not in redacteur.get("/beheer/opleidingen/aanbieder/add/").text


def test_the_button_wants_the_token(redacteur, website):
    aanbieder = maak_aanbieder("Een", website.url())
    streng = Client(enforce_csrf_checks=True)
    streng.cookies = redacteur.cookies

    assert streng.post(adres(aanbieder)).status_code == 403
    assert uitslagen() == {}


def test_who_may_only_look_has_no_button_and_may_not_press_it(client, db, website):
    kijker = User.objects.create_user("kijker", is_staff=True)
    kijker.user_permissions.add(Permission.objects.get(codename="view_aanbieder"))
    client.force_login(kijker)
    aanbieder = maak_aanbieder("Een", website.url())

    assert "Controleer links" not in client.get(adres(aanbieder, "change")).text
    assert client.post(adres(aanbieder)).status_code == 403
    assert uitslagen() == {}


def test_a_visitor_is_sent_to_the_login_page(client, website, db):
    aanbieder = maak_aanbieder("Een", website.url())

    assert client.post(adres(aanbieder)).headers["Location"] == f"/beheer/login/?next={adres(aanbieder)}"
    assert uitslagen() == {}


def test_a_look_at_the_address_of_the_button_only_goes_back_to_the_page(redacteur, website):
    aanbieder = maak_aanbieder("Een", website.url())

    assert redacteur.get(adres(aanbieder)).headers["Location"] == adres(aanbieder, "change")
    assert uitslagen() == {}


@pytest.mark.parametrize("pk", ["0", "999999", "x", "99999999999999999999"])
def test_the_button_of_a_row_that_is_not_there_is_no_error_of_ours(redacteur, pk):
    assert redacteur.post(f"/beheer/opleidingen/aanbieder/{pk}/links/").status_code in (400, 404)


def test_one_press_checks_a_handful_and_the_next_press_the_rest(redacteur, website, hier_mag):
    links = [website.url(f"/{nummer}") for nummer in range(7)]
    aanbieder = maak_aanbieder("Een", links[0], toelichting=" ".join(links[1:]))

    eerste = redacteur.post(adres(aanbieder), follow=True)
    gezien = set(website.paden)
    redacteur.post(adres(aanbieder))

    assert "Nog niet aan de beurt: 2 van de 7 links. Druk nog een keer op de knop." in tekst(eerste.text)
    assert len(gezien) == 5
    assert uitslagen().keys() == set(links)


def test_when_the_time_is_up_no_other_link_is_begun(redacteur, website, hier_mag, monkeypatch):
    monkeypatch.setattr(linkknop, "SAMEN", 0.0)
    aanbieder = maak_aanbieder("Een", website.url("/1"), toelichting=website.url("/2"))

    pagina = redacteur.post(adres(aanbieder), follow=True)

    assert website.paden == ["/1"]
    assert "Nog niet aan de beurt: 1 van de 2 links." in tekst(pagina.text)


def test_while_one_editor_waits_another_is_asked_to(redacteur, website, hier_mag):
    aanbieder = maak_aanbieder("Een", website.url())

    with linkknop._bezig:
        pagina = redacteur.post(adres(aanbieder), follow=True)
    opnieuw = redacteur.post(adres(aanbieder), follow=True)

    assert "Er loopt al een controle van links." in pagina.text
    assert f"De link {website.url()}: werkt." in tekst(opnieuw.text)
    assert website.paden == ["/goed"]


# --- The list ---


def test_the_list_shows_each_link_with_its_outcome_and_where_it_is_used(linklijst):
    aanbieder = maak_aanbieder("Loket", "https://a.example/?b=1&c=2")
    maak_controle(aanbieder.url, Uitslag.STUK, toelichting="Deze pagina bestaat niet (404).")
    maak_controle("https://weg.example/")

    html = linklijst.get(LIJST).text

    link = "https://a.example/?b=1&amp;c=2"
    assert f'<a href="{link}" rel="noopener noreferrer" target="_blank">{link}</a>' in html
    assert f'<a href="{adres(aanbieder, "change")}">Loket</a> (link)' in html
    assert html.index("werkt niet") < html.index("weg.example")
    assert "nergens meer" in html


def test_the_list_names_the_links_that_nobody_followed_yet(linklijst):
    maak_controle(maak_aanbieder("Een", "https://a.example/").url)
    alles = linklijst.get(LIJST)
    twee = maak_aanbieder("Twee", "https://b.example/")

    assert "Nog niet gecontroleerd" not in alles.text
    html = linklijst.get(LIJST).text
    assert "Nog niet gecontroleerd: 1 link." in html
    assert f'https://b.example/ <span class="rijen">Open: <a href="{adres(twee, "change")}">Twee</a>' in html


def test_a_link_in_many_rows_names_five_of_them(linklijst):
    for nummer in range(8):
        maak_aanbieder(f"A{nummer}", "https://a.example/")
    maak_controle("https://a.example/")

    html = linklijst.get(LIJST).text

    assert len(re.findall(r"A\d</a> \(link\)", html)) == 5
    assert "en nog 3 keer" in html


def test_the_list_can_be_searched_and_filtered(linklijst):
    maak_controle("https://a.example/", Uitslag.STUK)
    maak_controle("https://b.example/", Uitslag.GOED)

    for vraag in ("?q=a.example", "?uitslag__exact=stuk"):
        html = linklijst.get(LIJST + vraag).text
        assert ("a.example" in html, "b.example" in html) == (True, False)


def test_a_link_of_the_list_can_be_checked_at_once_and_the_list_stays_as_it_was(linklijst, website, hier_mag):
    controle = maak_controle(maak_aanbieder("Een", website.url()).url, Uitslag.STUK)
    html = linklijst.get(f"{LIJST}?q=127").text
    knop = re.search(r'<button formaction="([^"]+)" aria-label="[^"]+" [^>]+>Controleer nu</button>', html)[1]

    response = linklijst.post(knop)

    assert (response.status_code, response.headers["Location"]) == (302, f"{LIJST}?q=127")
    controle.refresh_from_db()
    assert controle.uitslag == Uitslag.GOED


def test_who_may_change_no_row_with_a_link_may_not_check_it(client, db, website):
    kijker = User.objects.create_user("kijker", is_staff=True)
    kijker.user_permissions.set(Permission.objects.filter(codename__in=["view_linkcontrole", "change_functie"]))
    client.force_login(kijker)
    controle = maak_controle(maak_aanbieder("Een", website.url()).url, Uitslag.STUK)

    assert "Controleer nu" not in client.get(LIJST).text
    assert client.post(adres(controle, "controleer")).status_code == 403
    assert website.paden == []


def test_the_list_is_not_to_be_typed_in(linklijst, beheerder):
    controle = maak_controle("https://a.example/")

    for client in (linklijst, beheerder):
        assert client.get(f"{LIJST}add/").status_code == 403
        assert client.post(adres(controle, "change"), {"url": "https://b.example/"}).status_code == 403
        assert client.post(adres(controle, "delete"), {"post": "yes"}).status_code == 403
