"""A planned edition: in no public form before its moment, on the site from it, whatever happens to the database."""

import tarfile
import time
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import OperationalError, close_old_connections
from django.db.migrations.exceptions import IrreversibleError
from django.utils import timezone

from functies.models import Functie
from ontwikkelpad.reservekopie import maak
from tests.openbaar import bladzijden
from tests.oude_database import DUMPS, begin, database_van
from tests.test_huidig import WEG, proces  # noqa: F401
from tests.test_overal import FEED, VORMEN
from tests.test_spiegel import bestanden, verbinding_blijft  # noqa: F401
from uitgave import document as d
from uitgave import gepland
from uitgave.bouwen import bouw
from uitgave.huidig import NIET_WACHTEN, Huidig, huidig
from uitgave.kopie import Gepland, bestand_van_gepland, bewaar_gepland, bewaar_kopie, lees_gepland
from uitgave.leesbaar import op_de_site
from uitgave.models import Uitgave
from uitgave.publiceren import publiceer

KANARIE = "kanarievogel"
MOMENT = datetime(2027, 1, 4, 8, tzinfo=UTC)


@pytest.fixture
def klok(monkeypatch):
    """Return what sets the time."""

    def zet(tijd):
        monkeypatch.setattr("django.utils.timezone.now", lambda: tijd)

    zet(MOMENT - timedelta(hours=1))
    return zet


@pytest.fixture
def geplande(inhoud, klok):
    """An edition with a change of its own, planned for `MOMENT`; it is an hour before that."""
    Functie.objects.filter(slug="broodbakker").update(samenvatting=f"Een {KANARIE} bakt brood.")
    uitgave = publiceer(bouw(), "2", date(2027, 1, 4), "Wat nieuw is.", vanaf=MOMENT)
    huidig.ververs()
    return uitgave


def zonder_database(monkeypatch):
    def weg():
        raise OperationalError("weg")

    monkeypatch.setattr("uitgave.huidig.kijk", weg)


def test_it_appears_at_its_moment_in_every_process_and_not_before(geplande, klok):
    ander = Huidig()
    for wachter in (huidig, ander):
        wachter._kijk()
        assert wachter.pad.uitgave.nummer == "1"

    klok(MOMENT)

    for wachter in (huidig, ander):
        wachter._kijk()
        assert wachter.pad.uitgave.nummer == "2"
        assert [deel.nummer for deel in wachter.pad.geschiedenis] == ["2", "1"]
    assert op_de_site().uitgave == geplande


def test_a_look_asks_one_question_also_while_an_edition_waits(geplande, django_assert_num_queries):
    with django_assert_num_queries(1):
        huidig.ververs()


def test_it_appears_while_the_database_is_away_and_stays_when_that_is_back(geplande, klok, monkeypatch):
    klok(MOMENT)
    with monkeypatch.context() as weg:
        zonder_database(weg)
        huidig._kijk()
        pad = huidig.pad
        assert (pad.uitgave.nummer, [deel.nummer for deel in pad.geschiedenis]) == ("2", ["2", "1"])

    huidig._kijk()

    assert huidig.pad is pad  # nothing was made anew
    assert huidig.database_bereikbaar


def test_it_does_not_wait_for_a_database_that_hangs(geplande, klok):
    huidig._vraag()
    klok(MOMENT)
    huidig._bewaak()
    net_gevraagd = huidig.pad.uitgave.nummer
    huidig._vraagt_sinds = time.monotonic() - NIET_WACHTEN - 0.1
    huidig._bewaak()
    huidig._vraagt_sinds = None

    assert (net_gevraagd, huidig.pad.uitgave.nummer) == ("1", "2")


@pytest.mark.parametrize(("over", "nummer"), [(-timedelta(days=1), "2"), (timedelta(days=1), "1")])
def test_a_process_that_starts_without_database_serves_it_from_its_moment_only(
    geplande,
    proces,  # noqa: F811
    tmp_path,
    monkeypatch,
    over,
    nummer,
):
    monkeypatch.undo()
    bewaar_kopie(huidig.pad.uitgave, tmp_path / "uitgave.json")
    Uitgave.objects.filter(nummer="2").update(vanaf=timezone.now() + timedelta(hours=2))
    huidig.ververs()
    bewaard = lees_gepland(settings.UITGAVE_KOPIE)
    bewaar_gepland(Gepland(vanaf=timezone.now() + over, uitgave=bewaard.uitgave), tmp_path / "uitgave.json")

    uitkomst = proces("from ontwikkelpad.wsgi import huidig\nprint(huidig.pad.uitgave.nummer)\n", WEG)

    assert uitkomst.stdout.split() == [nummer], uitkomst.stderr


@pytest.mark.een_database
def test_it_is_in_no_public_form_before_its_moment_and_in_each_of_them_after(geplande, client, klok, tmp_path):
    def alles(map_):
        adressen = (*VORMEN, *FEED, "/sitemap.xml", "/zoeken/?q=vogel", "/over/", "/over/wijzigingen/")
        vormen = {adres: client.get(adres).content.decode(errors="replace") for adres in adressen}
        vormen |= bladzijden(client)
        for sein in (request_started, request_finished):  # the client let them close the database again
            sein.disconnect(close_old_connections)
        call_command("exporteer_site", map_, stdout=StringIO(), stderr=StringIO())
        vormen |= {naam: inhoud.decode(errors="replace") for naam, inhoud in bestanden(map_).items()}
        return vormen

    voor, etag = alles(tmp_path / "voor"), client.get("/").headers["ETag"]
    klok(MOMENT)
    huidig.ververs()
    na = alles(tmp_path / "na")

    woorden = (KANARIE, "Wat nieuw is.", "2027-01-04T", "Versie 2,")
    assert [(vorm, woord) for vorm, inhoud in voor.items() for woord in woorden if woord in inhoud] == []
    assert all(KANARIE in na[vorm] for vorm in ("/functies/broodbakker/", "/data/ontwikkelpad.json"))
    assert all("Wat nieuw is." in na[vorm] for vorm in ("/over/wijzigingen/", "/data/wijzigingen.json"))
    assert client.get("/").headers["ETag"] != etag


def test_a_backup_made_before_its_moment_serves_the_edition_of_then(geplande, tmp_path):
    with tarfile.open(maak(tmp_path, timezone.localtime())) as tar:
        lid = next(naam for naam in tar.getnames() if naam.startswith("uitgave"))
        assert KANARIE not in tar.extractfile(lid).read().decode()


def test_one_that_is_taken_back_never_appears_also_not_from_disk(geplande, klok, monkeypatch):
    assert lees_gepland(settings.UITGAVE_KOPIE).uitgave.nummer == "2"
    gepland.haal_terug(geplande)
    huidig.ververs()

    klok(MOMENT)
    zonder_database(monkeypatch)
    huidig._kijk()

    assert not bestand_van_gepland(settings.UITGAVE_KOPIE).exists()
    assert huidig.pad.uitgave.nummer == "1"


@pytest.mark.parametrize("hoe", [gepland.haal_terug, lambda uitgave: gepland.stop(uitgave, "Er is een fout.")])
def test_a_process_that_could_not_know_that_it_was_taken_back_goes_back_when_it_hears(geplande, klok, monkeypatch, hoe):
    with monkeypatch.context() as weg:
        zonder_database(weg)
        klok(MOMENT)
        huidig._kijk()
        te_vroeg = huidig.pad.uitgave.nummer
    hoe(geplande)
    huidig._kijk()

    assert (te_vroeg, huidig.pad.uitgave.nummer) == ("2", "1")
    huidig._kijk()
    assert [deel.nummer for deel in huidig.pad.geschiedenis] == ["1"]


def test_what_is_published_before_its_moment_stops_it_and_is_not_taken_back(
    geplande, klok, django_capture_on_commit_callbacks
):
    gehoord = []

    def hoor(uitgave, **_):
        gehoord.append(uitgave.gestopt)

    gepland.gestopt.connect(hoor)
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Dit kan niet wachten.")
    with django_capture_on_commit_callbacks(execute=True):
        publiceer(bouw(), "1.1", date(2026, 12, 1), "Meteen.")
    gepland.gestopt.disconnect(hoor)
    klok(MOMENT)
    huidig.ververs()

    geplande.refresh_from_db()
    assert geplande.gestopt.startswith("Na het plannen is Uitgave 1.1 gepubliceerd.")
    assert gehoord == [geplande.gestopt]
    assert "Dit kan niet wachten." in d.schrijf(huidig.pad.document)
    assert [deel.nummer for deel in huidig.pad.geschiedenis] == ["1.1", "1"]


def test_after_it_appeared_others_are_published_as_ever(geplande, klok):
    klok(MOMENT)
    huidig.ververs()
    publiceer(bouw(), "3", date(2027, 1, 4), "Later.")
    huidig.ververs()

    assert [deel.nummer for deel in huidig.pad.geschiedenis] == ["3", "2", "1"]
    assert Uitgave.objects.exclude(gestopt="").count() == 0


def test_one_edition_at_a_time_is_planned_and_none_for_a_moment_that_has_been(geplande):
    for nummer, vanaf, waarom in [
        ("3", MOMENT + timedelta(days=1), "Er staat al een uitgave klaar: Uitgave 2."),
        ("4", timezone.now() - timedelta(minutes=1), "Er staat al een uitgave klaar"),
    ]:
        with pytest.raises(ValidationError, match=waarom):
            publiceer(bouw(), nummer, date(2026, 12, 1), "Ook.", vanaf=vanaf)
    Uitgave.objects.gepland().delete()
    with pytest.raises(ValidationError, match="Dit moment is al geweest"):
        publiceer(bouw(), "4", date(2026, 12, 1), "Ook.", vanaf=timezone.now())


def test_its_date_is_at_most_the_day_of_its_moment(inhoud, klok):
    with pytest.raises(ValidationError, match="Kies 5 januari 2027 of een dag ervoor"):
        publiceer(bouw(), "2", date(2027, 1, 6), "Te laat.", vanaf=MOMENT + timedelta(days=1))


@pytest.mark.xdist_group("oude_database")
def test_an_older_release_does_not_publish_what_waits(django_db_setup, django_db_blocker, tmp_path):
    """Going back is refused while an edition waits or was stopped: it would be on the site at once."""
    with django_db_blocker.unblock(), database_van(DUMPS[-1], tmp_path):
        begin(DUMPS[-1])
        wacht = publiceer(bouw(), "9", timezone.localdate(), "Straks.", vanaf=timezone.now() + timedelta(days=1))
        terug = ("migrate", "uitgave", "0010_bijlagen")
        for reden in ("", "Er is een fout."):
            Uitgave.objects.filter(pk=wacht.pk).update(gestopt=reden)
            with pytest.raises(IrreversibleError, match="Edition 9 did not appear yet"):
                call_command(*terug, verbosity=0)
        Uitgave.objects.filter(pk=wacht.pk).delete()
        voor = Uitgave.objects.count()

        call_command(*terug, verbosity=0)
        call_command("migrate", verbosity=0)

        assert Uitgave.objects.verschenen().count() == voor
