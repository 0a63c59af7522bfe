"""What employers read comes back as it was."""

from django.contrib.auth.models import User
from reversion.models import Version

from redactie.geschiedenis.versies import verwijderd, zet_terug
from tests.conftest import BEWIJS
from uitgave.bouwen import bouw
from uitgave.vastleggen import vastleggen, verwijder
from werkgevers.models import Gespreksvraag, Gids, Gidsstap, Taak


def test_a_step_comes_back_with_its_taken_and_links(rijen):
    gidsstap = Gidsstap.objects.get(slug="peilen")
    with vastleggen(None, "Begin"):
        gidsstap.save()
    begin = Version.objects.get_for_object(gidsstap).first()
    with vastleggen(None, "Anders"):
        gidsstap.taken.first().delete()
        gidsstap.links.update(naam="Iets anders")
        Taak.objects.create(stap=gidsstap, gids=Gids.objects.get(slug="overstappen"), tekst="Nieuw.")

    zet_terug(begin, User.objects.create_user("redacteur"))

    assert bouw(alles=True) == rijen


def test_a_step_that_was_deleted_comes_back_whole(rijen):
    gidsstap = Gidsstap.objects.get(slug="peilen")
    verwijder(gidsstap, None)
    assert not Taak.objects.exists()

    zet_terug(Version.objects.get_deleted(Gidsstap).get(), None)

    assert bouw(alles=True) == rijen


def test_a_functie_that_was_deleted_comes_back_with_its_questions(rijen):
    vraag = Gespreksvraag.objects.get(slug="bakken")
    verwijder(vraag.functie, None)
    assert {versie.object_repr for versie in verwijderd()} == {"Bakker", "Wil je bakken?"}

    zet_terug(next(versie for versie in verwijderd() if versie.object_repr == "Bakker"), None)

    assert bouw(alles=True) == rijen


def test_an_older_text_of_a_functie_leaves_its_questions_alone(rijen):
    functie = Gespreksvraag.objects.get(slug="bakken").functie
    with vastleggen(None, "Begin"):
        functie.save()
    begin = Version.objects.get_for_object(functie).first()
    Gespreksvraag.objects.create(vraag="Later?", slug="later", voor="samen", moment="nu", functie=functie, **BEWIJS)

    zet_terug(begin, None)

    assert functie.gespreksvragen.count() == 2
