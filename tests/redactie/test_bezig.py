"""How far the work is that an editor waits for."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User

from redactie.bezig import bezig
from uitgave.voortgang import Stap, meld

ADRES = "/beheer/bezig/"


def test_the_page_of_who_waits_can_ask_how_far_it_is_and_that_of_another_hears_nothing(redacteur, beheerder):
    wie = User.objects.get(username="redacteur")

    with bezig(wie):
        meld(Stap.INVOEREN, 12, 30)
        gehoord = redacteur.get(ADRES).text, beheerder.get(ADRES).text
        meld(Stap.INVOEREN, 13, 30)  # so soon after it, nothing is written
        daarna = redacteur.get(ADRES).text

    assert gehoord == ("rijen ingevoerd: 12 van 30", "")
    assert daarna == gehoord[0]
    assert redacteur.get(ADRES).text == ""
    assert list(settings.UITGAVE_KOPIE.parent.glob("*bezig*")) == []


def test_work_goes_on_where_nothing_can_be_written(redacteur, settings):
    settings.UITGAVE_KOPIE = Path("/bestaat/niet/uitgave.json")

    with bezig(User.objects.get(username="redacteur")):
        meld(Stap.PUBLICEREN)
        assert redacteur.get(ADRES).text == ""
