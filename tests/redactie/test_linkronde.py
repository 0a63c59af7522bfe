"""The check of all links from the desk: one at a time, stopped and gone on with, without doing anything twice."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.utils import timezone

from redactie.links import ronde
from redactie.models import LinkRonde, Uitslag
from tests.pagina import tekst
from tests.redactie.test_linkbeheer import LIJST, adres
from tests.redactie.test_linkgebruik import maak_aanbieder, maak_controle, uitslagen
from tests.redactie.webserver import zonder_rust
from tests.tegelijk import tegelijk

RONDE = f"{LIJST}ronde/"


def werk_af(bij_elke=lambda adres: True):
    """Do what the thread of whoever began the round does."""
    ronde.werk_af(LinkRonde.objects.get().leeft_tot, bij_elke, zonder_rust())


@pytest.fixture
def links(website):
    urls = [website.url(f"/{nummer}") for nummer in range(1, 5)]
    for nummer, url in enumerate(urls):
        maak_aanbieder(f"A{nummer}", url)
    return urls


def test_the_button_begins_a_check_that_follows_every_link(linklijst, links, website):
    begin = linklijst.post(RONDE, follow=True)
    werk_af()
    klaar = linklijst.get(LIJST)

    assert begin.redirect_chain == [(LIJST, 302)]
    assert "De controle loopt. Je kunt gewoon verder werken." in tekst(begin.text)
    assert "0 van 4 links" in tekst(begin.text)
    assert "4 van 4 links" in tekst(klaar.text)
    assert "Controleer nu alle links" in klaar.text
    assert uitslagen() == dict.fromkeys(links, Uitslag.GOED)
    assert sorted(website.paden) == ["/1", "/2", "/3", "/4"]


def test_stop_ends_it_after_the_present_link_and_it_goes_on_with_the_others(linklijst, links, website):
    linklijst.post(RONDE)

    def stop_bij_de_tweede(adres):
        if len(website.paden) == 1:
            assert "De controle stopt na deze link." in tekst(linklijst.post(RONDE, {"stop": "1"}, follow=True).text)
        return True

    werk_af(stop_bij_de_tweede)

    gestopt = linklijst.get(LIJST)
    assert "De controle is gestopt na 2 van 4 links. De uitkomsten tot nu toe blijven bewaard." in tekst(gestopt.text)
    assert len(uitslagen()) == 2
    verder = linklijst.post(RONDE, follow=True)
    assert "2 van 4 links" in tekst(verder.text)
    werk_af()
    assert "4 van 4 links" in tekst(linklijst.get(LIJST).text)
    assert sorted(website.paden) == ["/1", "/2", "/3", "/4"]


def test_a_new_check_follows_again_what_the_last_one_followed(linklijst, links, website):
    for _ in range(2):
        linklijst.post(RONDE)
        werk_af()

    assert len(website.paden) == 8


def test_only_one_is_going_on_until_it_shows_no_sign_of_life(db, links):
    assert ronde.begin()
    assert not ronde.begin()

    LinkRonde.objects.update(leeft_tot=timezone.now() - timedelta(seconds=1))

    assert ronde.stand().naam == "gestopt"
    assert ronde.begin()


def test_who_lost_the_round_to_another_ends(db, links, website):
    def ander(adres):
        LinkRonde.objects.update(leeft_tot=timezone.now() + timedelta(hours=1))
        return True

    ronde.begin()
    werk_af(ander)

    assert len(website.paden) == 1
    assert ronde.stand().loopt


@pytest.mark.django_db(transaction=True)
def test_of_two_who_begin_at_once_one_does(monkeypatch):
    monkeypatch.setattr(ronde, "_draai", lambda leeft_tot: None)

    assert sorted(tegelijk(ronde.begin, ronde.begin)) == [False, True]


def test_while_it_goes_on_the_button_of_one_link_waits(linklijst, links, hier_mag, website):
    controle = maak_controle(links[0])
    ronde.begin()

    pagina = linklijst.post(adres(controle, "controleer"), follow=True)

    assert "Er loopt al een controle van links." in pagina.text
    assert website.paden == []


def test_who_may_not_change_all_content_may_only_look(client, db, links):
    kijker = User.objects.create_user("kijker", is_staff=True)
    kijker.user_permissions.set(Permission.objects.filter(codename="view_linkcontrole"))
    kijker.user_permissions.add(Permission.objects.get(codename="view_uitgave"))
    client.force_login(kijker)

    assert "Controleer nu alle links" not in client.get(LIJST).text
    assert client.get(RONDE).status_code == 200
    assert client.post(RONDE).status_code == 403
    assert ronde.stand().naam == "rust"
