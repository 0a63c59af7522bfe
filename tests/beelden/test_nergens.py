"""A photo that may not be shown is in nothing that visitors get, of whatever edition, however its consent ended."""

from datetime import date, timedelta
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone

from beelden.models import Foto
from data.vormen import vormen
from functies.models import Functie
from papier.boek import Boek
from tests.beelden.test_foto import PAGINAS
from tests.openbaar import bladzijden
from tests.test_spiegel import bestanden, verbinding_blijft  # noqa: F401
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.intrekken import trek_in
from uitgave.models import Beeldbestand
from uitgave.publiceren import publiceer
from uitgave.vastleggen import vastleggen, verwijder
from verhalen.models import Verhaal

pytestmark = pytest.mark.een_database
MAKER = "kanarievogel"
VOORBIJ = timezone.localdate() - timedelta(days=1)


def intrekken(foto):
    trek_in([foto.beeld], None)


def verkorten(foto):
    foto.tot = VOORBIJ
    foto.save()


def verwijderen(foto):
    Verhaal.objects.update(foto=None)
    Functie.objects.update(foto=None)
    verwijder(foto, None)


def verlopen(foto):
    """Nobody did anything: the edition itself says that it was until yesterday."""


EINDEN = [intrekken, verkorten, verwijderen, verlopen]


@pytest.fixture(params=EINDEN, ids=lambda einde: einde.__name__)
def vroeger(request, foto, publiceer_nu):
    """An edition with a photo whose consent ended since, at the site of which another edition is served."""
    Foto.objects.update(maker=MAKER)
    if request.param is verlopen:
        Foto.objects.update(tot=VOORBIJ)
    document = bouw()
    with vastleggen(None):
        request.param(Foto.objects.get())
    huidig.ververs()
    return document


def voorbeeld(client, begin):
    """The pages and data of a preview where the photo would stand."""
    adressen = (*PAGINAS, "/data/ontwikkelpad.json", "/data/fotos.csv")
    antwoorden = {adres: client.get(begin + adres[1:]) for adres in adressen}
    assert {antwoord.status_code for antwoord in antwoorden.values()} == {200}
    return {adres: antwoord.content for adres, antwoord in antwoorden.items()}


def alles(client, map_):
    """Every page, form of the data, and file of a mirror; and the whole text on paper."""
    gekregen = {adres: pagina.encode() for adres, pagina in bladzijden(client, "/", elke_keuze=False).items()}
    for naam in vormen():
        gekregen[naam] = inhoud = client.get(f"/data/{naam}").content
        if naam.endswith(".xlsx"):
            with ZipFile(BytesIO(inhoud)) as boek:
                gekregen[naam] = b"".join(map(boek.read, boek.namelist()))
    gekregen["pdf"] = Boek(huidig.pad).html().encode()
    for sein in (request_started, request_finished):  # the client let them close the database again
        sein.disconnect(close_old_connections)
    call_command("exporteer_site", map_, stdout=StringIO(), stderr=StringIO())
    return gekregen | bestanden(map_)


def gevonden(gekregen):
    """What of the photo is in these, with where: its bytes, the names of its files, its words."""
    bytes_ = [bytes(rij.inhoud) for rij in Beeldbestand.objects.all()]
    sporen = [MAKER.encode(), b"Noor in de bakkerij", b"brood uit de oven", *{naam.encode() for naam in _merken()}]
    return [naam for naam, inhoud in gekregen.items() if inhoud in bytes_ or any(spoor in inhoud for spoor in sporen)]


def _merken():
    return {naam[:32] for naam in Beeldbestand.objects.values_list("naam", flat=True)}


def test_a_photo_that_may_be_shown_is_found_by_these_tests(client, foto, publiceer_nu, tmp_path):
    Foto.objects.update(maker=MAKER)
    publiceer_nu("3")

    waar = gevonden(alles(client, tmp_path / "kopie"))

    assert {"/verhalen/noor/", "ontwikkelpad.json", "ontwikkelpad.xlsx", "fotos.csv"} <= set(waar)
    assert {"verhalen/noor/index.html", "data/fotos.csv"} <= set(waar)
    assert any(naam.startswith("beelden/") for naam in waar)


def test_an_edition_that_is_published_again_is_without_it_in_every_form(client, vroeger, tmp_path):
    publiceer(vroeger, "3", date(2026, 3, 1), "Nog eens.")
    huidig.ververs()

    assert gevonden(alles(client, tmp_path / "kopie")) == []


def test_a_planned_edition_is_without_it_from_its_moment_also_without_the_database(
    client, vroeger, tmp_path, monkeypatch
):
    moment = timezone.now() + timedelta(hours=1)
    publiceer(vroeger, "3", date(2026, 3, 1), "Straks.", vanaf=moment)
    huidig.ververs()
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    huidig._neem_over()
    assert huidig.pad.uitgave.nummer == "3"

    assert gevonden(alles(client, tmp_path / "kopie")) == []


def test_the_preview_of_a_planned_edition_is_without_it_whatever_date_it_bears(beheerder, vroeger):
    uitgave = publiceer(vroeger, "3", date(2026, 3, 1), "Straks.", vanaf=timezone.now() + timedelta(hours=1))
    huidig.ververs()

    assert gevonden(voorbeeld(beheerder, f"/beheer/uitgaven/{uitgave.pk}/voorbeeld/")) == []


def test_the_preview_of_the_working_copy_is_without_it(beheerder, vroeger):
    assert gevonden(voorbeeld(beheerder, "/beheer/voorbeeld/")) == []
