"""The preview for somebody without an account: for a week, nothing else, and nowhere to be found again."""

import json
import logging
import re
from datetime import timedelta
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone

from functies.models import Functie
from ontwikkelpad.logboek import JsonRegel
from ontwikkelpad.models import Ontwikkelpad
from redactie.models import Voorbeeldlink
from tests.openbaar import tags
from tests.pagina import tekst
from uitgave.huidig import huidig

LINKS = "/beheer/voorbeeldlinks/"


def maak_link(client, voor="mevrouw De Vries"):
    """The path of a new link, as an editor reads it on the page."""
    pagina = client.post(LINKS, {"voor": voor}, follow=True).text
    return urlsplit(re.search(r'value="(http[^"]+/voorbeeld/[^"]+)"', pagina)[1]).path


@pytest.fixture
def link(inhoud, beheerder):
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Alleen in het voorbeeld.")
    return maak_link(beheerder)


@pytest.mark.een_database
def test_every_page_shows_the_working_copy_stays_inside_and_leads_to_no_desk(link, client):
    """The pages that the first one leads to; the preview of editors, which is made the same way, is tried whole."""
    eerste = client.get(link).text
    adressen = {k["href"].partition("#")[0] for tag, k in tags(eerste) if tag == "a" and k["href"].startswith(link)}
    paginas = {adres: client.get(adres).text for adres in [link, *sorted(adressen)]}

    assert "Alleen in het voorbeeld." in paginas[f"{link}functies/winkelmedewerker/"]
    assert len(paginas) > 20
    for adres, html in paginas.items():
        assert "Dit is nog niet gepubliceerd" in html, adres
        assert "/beheer/" not in html, adres
        assert "Verander dit" not in html, adres
        doelen = {k["href"] for tag, k in tags(html) if tag == "a" and k["href"].startswith("/")}
        assert {doel for doel in doelen if not doel.startswith(link)} == set(), adres


def test_it_sets_no_cookie_and_says_that_it_is_kept_found_and_told_nowhere(link, client):
    for adres in (link, f"{link}functies/winkelmedewerker/", f"{link}nergens/", "/voorbeeld/onzin/"):
        antwoord = client.get(adres, headers={"Cookie": "sessionid=abc"})
        assert antwoord.headers["Cache-Control"] == "no-store"
        assert antwoord.headers["Referrer-Policy"] == "no-referrer"
        assert antwoord.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert not antwoord.cookies
    assert client.post(link).status_code == 405
    assert len(huidig.pad.bladzijden) == 0


def test_public_pages_stay_as_they_were(link, client):
    client.get(f"{link}functies/winkelmedewerker/")

    assert "Alleen in het voorbeeld." not in client.get("/functies/winkelmedewerker/").text


def test_wrong_ended_and_withdrawn_get_the_same_calm_page(link, client, beheerder):
    goed = client.get(link)
    assert goed.status_code == 200
    fout = client.get("/voorbeeld/" + "x" * 43 + "/")
    Voorbeeldlink.objects.update(tot=timezone.now() - timedelta(seconds=1))
    voorbij = client.get(f"{link}functies/")
    Voorbeeldlink.objects.update(tot=timezone.now() + timedelta(days=1))
    assert client.get(link).status_code == 200

    beheerder.post(LINKS, {"trek_in": Voorbeeldlink.objects.get().pk})
    weg = client.get(link)

    assert {antwoord.status_code for antwoord in (fout, voorbij, weg)} == {404}
    assert len({antwoord.content for antwoord in (fout, voorbij, weg)}) == 1
    assert "Vraag een nieuwe link aan" in tekst(weg.text)
    assert "Ingetrokken door beheerder" in tekst(beheerder.get(LINKS).text)


def test_a_link_ends_with_the_account_of_who_made_it(link, client):
    assert client.get(link).status_code == 200
    User.objects.filter(username="beheerder").update(is_active=False)

    assert client.get(link).status_code == 404


def test_it_works_a_week_and_the_list_says_for_whom_by_whom_and_until_when(link, beheerder):
    rij = Voorbeeldlink.objects.get()

    lijst = tekst(beheerder.get(LINKS).text)

    assert rij.tot - rij.op == pytest.approx(timedelta(days=7), abs=timedelta(minutes=1))
    assert "mevrouw De Vries Gemaakt door beheerder" in lijst
    assert "Werkt tot" in lijst


def test_reloading_makes_no_second_link_and_shows_the_first_no_more(link, beheerder):
    gemaakt = beheerder.post(LINKS, {"voor": "mevrouw De Vries"})
    assert gemaakt.status_code == 302
    eerste, tweede = beheerder.get(gemaakt.url).text, beheerder.get(gemaakt.url).text

    assert Voorbeeldlink.objects.count() == 2
    assert "/voorbeeld/" in re.search(r'id="link"[^>]*', eerste)[0]
    assert eerste.count("net gemaakt") == 1
    assert 'id="link"' not in tweede
    assert "net gemaakt" not in tweede


def test_links_for_the_same_person_are_told_apart_by_who_made_them_and_when(link, beheerder):
    Voorbeeldlink.objects.update(op=timezone.now() - timedelta(hours=2))
    maak_link(beheerder)

    knoppen = re.findall(r'<button class="button" name="trek_in".*?</button>', beheerder.get(LINKS).text, re.S)

    assert len({tekst(knop) for knop in knoppen}) == 2
    assert all("gemaakt door beheerder" in tekst(knop) for knop in knoppen)


def test_what_opens_it_is_stored_nowhere_and_in_no_log(link, client, beheerder):
    token = link.split("/")[2]
    regels = StringIO()
    handler = logging.StreamHandler(regels)
    handler.setFormatter(JsonRegel())
    logging.getLogger().addHandler(handler)
    try:
        client.get(f"{link}nergens/")
        client.get(link.rstrip("/")[:-3] + "/")
        client.get(link + "functies/onbekend/")
        logging.getLogger("ontwikkelpad").getChild("x").warning("At %r and /beheer/voorbeeld/functies/", link)
        try:
            raise OSError(f"GET {link}?q=1")
        except OSError:
            logging.getLogger().exception("Fault")
    finally:
        logging.getLogger().removeHandler(handler)

    geschreven = regels.getvalue()
    assert "/voorbeeld/…" in geschreven
    assert token[:30] not in geschreven
    assert all(json.loads(regel) for regel in geschreven.splitlines())
    bewaard = [str(rij) for model in (Voorbeeldlink, Session) for rij in model.objects.values()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM django_admin_log")
        bewaard += [str(rij) for rij in cursor.fetchall()]
    bewaard += [str(sessie.get_decoded()) for sessie in Session.objects.all()]
    assert not any(token in rij for rij in bewaard)
    assert token not in beheerder.get(LINKS).text


def test_the_address_that_is_told_is_that_of_the_site_and_not_what_was_asked_for(beheerder, inhoud, settings):
    settings.ADRES = "https://www.example.org"

    pagina = beheerder.post(LINKS, {"voor": "Iemand"}, follow=True).text

    assert re.search(r'value="https://www\.example\.org/voorbeeld/[\w-]{43}/"', pagina)


def test_a_link_without_a_name_is_not_made_and_a_redacteur_may_make_one(beheerder, inhoud):
    gebruiker = User.objects.create_user("rik", is_staff=True)
    gebruiker.groups.add(Group.objects.get(name="redacteur"))
    rik = Client()
    rik.force_login(gebruiker)

    assert "Vul dit in." in tekst(rik.post(LINKS, {"voor": " "}).text)
    assert not Voorbeeldlink.objects.exists()
    assert rik.get(maak_link(rik)).status_code == 200


def test_a_working_copy_that_makes_no_site_is_said_calmly(link, client):
    Ontwikkelpad.objects.all().delete()

    antwoord = client.get(link)

    assert antwoord.status_code == 503
    assert "Het voorbeeld is er nu niet" in tekst(antwoord.text)


def test_no_more_are_built_at_once_than_there_are_places_and_the_desk_keeps_its_own(
    link, client, beheerder, monkeypatch
):
    from ontwikkelpad import middleware

    monkeypatch.setattr(middleware, "VOORBEELD_PER_ADRES", 0)
    dicht = Client()

    assert dicht.get(link).status_code == 503
    assert beheerder.get("/beheer/voorbeeld/").status_code == 200


def test_the_example_of_a_proxy_writes_no_line_of_it():
    voorbeeld = (settings.BASE_DIR / "docs/nginx.conf").read_text()

    blok = voorbeeld[voorbeeld.index("location /voorbeeld/") :].partition("}")[0]
    assert "access_log off;" in blok
    assert "error_log /dev/null" in blok
