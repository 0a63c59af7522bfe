"""What the desk last said about consent holds in every edition: a shorter one at once, a longer one once published."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from reversion.models import Version

from beelden.models import Foto
from functies.models import Functie
from redactie.adressen import wijzigen
from redactie.geschiedenis.versies import zet_terug
from tests.beelden.test_foto import op_pagina, stuur, toestemming  # noqa: F401  # a fixture
from tests.pagina import formuliervelden, tekst
from tests.test_huidig import WEG, proces  # noqa: F401  # a fixture
from uitgave import beelden
from uitgave.bouwen import bouw
from uitgave.huidig import Huidig, huidig
from uitgave.models import Bijlage
from uitgave.publiceren import publiceer
from uitgave.toestemming import korter
from uitgave.vastleggen import proef, vastleggen, verwijder
from verhalen.models import Verhaal

GISTEREN, MORGEN = timezone.localdate() - timedelta(days=1), timezone.localdate() + timedelta(days=1)


@pytest.fixture
def zeg(foto, stuur, beheerder):  # noqa: F811
    """Give the photo another last day at the desk, as an editor does."""

    def zeg(tot: date) -> str:
        velden = formuliervelden(beheerder.get(wijzigen(foto)).text)
        assert stuur(wijzigen(foto), **velden | {"tot": tot.isoformat()}).status_code == 302
        return tekst(beheerder.get("/beheer/beelden/foto/").text)

    return zeg


@pytest.fixture
def gooi_weg(foto, django_capture_on_commit_callbacks):
    """Delete the photo at the desk, after choosing none where it was."""

    def gooi_weg() -> None:
        with django_capture_on_commit_callbacks(execute=True), vastleggen(None):
            for rij in (*Verhaal.objects.all(), *Functie.objects.exclude(foto=None)):
                rij.foto = None
                rij.save()
            verwijder(Foto.objects.get(), None)

    return gooi_weg


@pytest.fixture
def publiceer_weer(django_capture_on_commit_callbacks):
    """Publish a document, or the working copy, as the next edition."""
    nummers = iter(range(3, 99))

    def publiceer_weer(document=None) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            publiceer(document or bouw(), str(next(nummers)), date(2026, 3, 1), "Nog eens.")

    return publiceer_weer


def is_te_zien(client) -> bool:
    """True when a page shows the photo; its files are then there too, and else they are not."""
    return op_pagina(client, "/verhalen/noor/") != set()


@pytest.fixture
def adressen(client, foto):
    return op_pagina(client, "/verhalen/noor/") | op_pagina(client, "/functies/broodbakker/")


def test_a_shorter_consent_holds_at_once_in_the_edition_of_now_and_in_one_of_before(
    client, zeg, adressen, publiceer_weer
):
    vroeger = huidig.pad.uitgave.document

    zeg(GISTEREN)

    assert not is_te_zien(client)
    assert {client.get(adres).status_code for adres in adressen} == {404}
    publiceer_weer(vroeger)
    assert not is_te_zien(client)
    assert {client.get(adres).status_code for adres in adressen} == {404}


def test_a_shorter_consent_that_is_still_to_end_holds_until_its_day(client, zeg, monkeypatch):
    zeg(MORGEN)

    assert is_te_zien(client)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: MORGEN + timedelta(days=1))
    assert not is_te_zien(client)


def test_a_photo_that_is_deleted_is_gone_at_once_and_from_an_edition_of_before(
    client, gooi_weg, adressen, publiceer_weer
):
    vroeger = huidig.pad.uitgave.document

    gooi_weg()

    assert not is_te_zien(client)
    assert {client.get(adres).status_code for adres in adressen} == {404}
    assert not list(beelden.map_().glob("*.*"))
    publiceer_weer(vroeger)
    assert not is_te_zien(client)


def test_a_longer_consent_holds_once_it_is_published_and_not_before(client, zeg, publiceer_weer, foto):
    zeg(GISTEREN)

    zeg(foto.tot)
    assert not is_te_zien(client)
    publiceer_weer()
    assert is_te_zien(client)


def test_a_longer_consent_that_stays_behind_holds_for_no_edition(client, zeg, publiceer_weer, foto):
    vroeger = huidig.pad.uitgave.document
    zeg(GISTEREN)
    zeg(foto.tot + timedelta(days=1))

    publiceer_weer(vroeger)

    assert not is_te_zien(client)


def test_a_photo_that_comes_back_at_the_desk_is_seen_once_it_is_published(client, gooi_weg, publiceer_weer):
    vroeger = huidig.pad.uitgave.document
    gooi_weg()
    with vastleggen(None):
        zet_terug(Version.objects.get_deleted(Foto).get(), None)

    huidig.ververs()
    assert not is_te_zien(client)
    publiceer_weer(vroeger)
    assert is_te_zien(client)


def test_who_may_publish_lets_a_photo_be_seen_until_the_day_at_the_desk_without_publishing(
    client,
    zeg,
    foto,
    stuur,  # noqa: F811
    redacteur,
    beheerder,
):
    zeg(GISTEREN)
    zeg(foto.tot)

    assert "Een eindredacteur kan de foto weer laten zien." in tekst(redacteur.get(toestemming(foto)).text)
    assert "Laat de foto weer zien" in tekst(beheerder.get(toestemming(foto)).text)
    stuur(toestemming(foto), weer="ja")

    assert is_te_zien(client)
    assert "Haal de foto nu van de site" in tekst(beheerder.get(toestemming(foto)).text)


def test_the_desk_says_what_holds_at_once(zeg, foto, beheerder):
    assert "Een eerdere dag geldt meteen" in tekst(beheerder.get(wijzigen(foto)).text)
    assert "De kortere toestemming geldt nu al" in zeg(GISTEREN)
    assert "De kortere toestemming geldt nu al" not in zeg(foto.tot)
    assert "Een foto verdwijnt meteen van de site" in tekst(
        beheerder.get(f"/beheer/beelden/foto/{Foto.objects.create(naam='Los', slug='los', alt='x').pk}/delete/").text
    )


def test_what_is_only_tried_takes_no_photo_away(client, foto):
    with proef():
        foto.tot = GISTEREN
        foto.save()

    huidig.ververs()

    assert is_te_zien(client)


def test_a_new_photo_and_one_that_stays_the_same_are_no_news_for_the_site(foto, publiceer_weer):
    voor = Bijlage.objects.count()
    with vastleggen(None):
        foto.alt = "Een vrouw met brood."
        foto.save()
        Foto.objects.create(naam="Los", slug="los", alt="Een oven.", tot=GISTEREN)

    publiceer_weer()

    assert Bijlage.objects.count() == voor


def test_only_the_last_word_is_kept(foto, zeg):
    for dagen in range(1, 4):
        zeg(foto.tot - timedelta(days=dagen))

    assert Bijlage.objects.count() == 1
    assert korter(huidig.pad.uitgave.bijlagen) == {foto.sleutel: foto.tot - timedelta(days=3)}


def test_every_process_knows_it_and_one_that_starts_without_the_database_too(zeg, foto, proces):  # noqa: F811
    elders = Huidig()
    elders.ververs()
    zeg(GISTEREN)
    elders.ververs()
    kijk = (
        "from ontwikkelpad.wsgi import application\n"
        "from django.test import Client\n"
        "print('/beelden/' in Client(headers={'host': 'localhost'}).get('/verhalen/noor/').text)\n"
    )

    uitkomst = proces(kijk, WEG, settings.UITGAVE_KOPIE)

    assert elders.pad.delen["fotos"][foto.slug].tot == GISTEREN
    assert uitkomst.stdout == "False\n", uitkomst.stderr
