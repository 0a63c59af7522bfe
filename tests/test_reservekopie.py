"""A backup of the whole site, made while people edit, and put back into a new database."""

import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tarfile
import threading
from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from beelden.models import Foto
from functies.models import Functie
from ontwikkelpad.reservekopie import KENMERK, ReserveFout, maak, zet_terug
from tests.beelden.fotos import maak_foto
from tests.openbaar import bladzijden
from tests.oude_database import lege_database
from tests.pagina import tekst
from tests.verhaal import maak_verhaal
from toegang.gebeurtenissen import Soort, noteer
from toegang.models import Gebeurtenis
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.intrekken import trek_in
from uitgave.models import Beeldbestand
from uitgave.vastleggen import vastleggen, verwijder
from uitgave.voortgang import gevolgd_door


@pytest.fixture
def kopie(inhoud, tmp_path):
    return maak(tmp_path / "kopie", timezone.localtime())


def leden(kopie):
    with tarfile.open(kopie) as tar:
        return {lid.name: tar.extractfile(lid).read() for lid in tar}


def schrijf(bestand, inhoud):
    with tarfile.open(bestand, "w:gz") as tar:
        for naam, gegevens in inhoud.items():
            lid = tarfile.TarInfo(naam)
            lid.size = len(gegevens)
            tar.addfile(lid, io.BytesIO(gegevens))
    return bestand


def zonder_moment(paginas):
    """A calendar says at which second it was made."""
    return {adres: re.sub(r"DTSTAMP:\w+", "", tekst) for adres, tekst in paginas.items()}


@pytest.mark.drill
def test_a_backup_made_while_somebody_edits_comes_back_with_the_same_content_and_the_same_pages(
    transactional_db, inhoud, client, tmp_path
):
    anna = User.objects.create_user("anna", password="een-goed-geheim-woord")
    anna.groups.add(Group.objects.get(name="eindredacteur"))
    genoeg = threading.Event()

    def bewerk():
        functie, nummer = Functie.objects.first(), 0
        while not genoeg.is_set():
            nummer += 1
            with vastleggen(None, f"keer {nummer}"):
                functie.samenvatting = f"Je werkt voor de {nummer}e keer."
                functie.save()
        connection.close()

    collega = threading.Thread(target=bewerk)
    collega.start()
    try:
        kopieen = [maak(tmp_path / str(keer), timezone.localtime()) for keer in range(3)]
    finally:
        genoeg.set()
        collega.join()
    voor = zonder_moment(bladzijden(client))

    for keer, kopie in enumerate(kopieen):
        with lege_database(tmp_path):
            zet_terug(kopie)  # refuses when the content differs from that of the moment of the backup
            huidig.pad = None
            huidig.ververs()
            na, hersteld = zonder_moment(bladzijden(client)), User.objects.get(username="anna")
            nieuw = User.objects.create_user(f"nieuw{keer}")
            bouw()
        assert na == voor
        assert (hersteld.check_password("een-goed-geheim-woord"), hersteld.pk) == (True, anna.pk)
        assert nieuw.pk > anna.pk
        (tmp_path / "oud.sqlite3").unlink(missing_ok=True)


def test_a_backup_has_the_photos_byte_for_byte(transactional_db, inhoud, tmp_path):
    foto = maak_foto()
    bestanden = {rij.naam: bytes(rij.inhoud) for rij in Beeldbestand.objects.all()}
    kopie = maak(tmp_path / "kopie", timezone.localtime())

    with lege_database(tmp_path):
        zet_terug(kopie)
        terug = {rij.naam: bytes(rij.inhoud) for rij in Beeldbestand.objects.all()}
        beeld = Foto.objects.get().beeld

    assert (terug, beeld) == (bestanden, foto.beeld)


@pytest.mark.parametrize(
    "einde",
    [
        pytest.param("ingetrokken", marks=pytest.mark.drill),
        "korter",
        pytest.param("verwijderd", marks=pytest.mark.drill),
    ],
)
def test_what_was_said_of_consent_since_a_backup_still_holds_when_it_is_put_back(
    transactional_db, inhoud, client, tmp_path, publiceer_nu, einde
):
    foto, verhaal = maak_foto(), maak_verhaal()
    verhaal.foto = foto
    verhaal.save()
    publiceer_nu("2")
    assert "/beelden/" in client.get("/verhalen/noor/").text
    kopie = maak(tmp_path / "kopie", timezone.localtime())
    with vastleggen(None):
        if einde == "ingetrokken":
            trek_in([foto.beeld], None)
        elif einde == "korter":
            foto.tot = timezone.localdate() - timedelta(days=1)
            foto.save()
        else:
            verhaal.foto = None
            verhaal.save()
            verwijder(foto, None)

    with lege_database(tmp_path):
        zet_terug(kopie)
        huidig.pad = None
        huidig.ververs()
        terug = client.get("/verhalen/noor/").text
        publiceer_nu("3")
        later = client.get("/verhalen/noor/").text

    assert "/beelden/" not in terug + later


@pytest.mark.drill
def test_a_backup_of_an_earlier_release_is_brought_up_to_date(transactional_db, kopie, tmp_path):
    """As that release made it: without the last migration of an app, and the table that came with it."""
    heel = leden(kopie)
    kenmerk = json.loads(heel[KENMERK])
    kenmerk["migraties"].remove(["toegang", "0002_gebeurtenissen"])
    regels = heel["rijen.jsonl"].splitlines(keepends=True)
    heel["rijen.jsonl"] = b"".join(regel for regel in regels if not regel.startswith(b'["toegang.gebeurtenis"'))
    kenmerk["leden"]["rijen.jsonl"] = sha256(heel["rijen.jsonl"]).hexdigest()
    eerder = schrijf(tmp_path / "eerder.tar.gz", heel | {KENMERK: json.dumps(kenmerk).encode()})
    functies = list(Functie.objects.values())

    with lege_database(tmp_path):
        zet_terug(eerder)
        terug, nieuw = list(Functie.objects.values()), Gebeurtenis.objects.count()
        noteer(Soort.KOPIE, "Teruggezet.")

    assert (terug, nieuw) == (functies, 0)


def test_nobody_waits_for_a_backup_and_it_waits_for_nobody(transactional_db, inhoud, tmp_path):
    """Another connection writes halfway; the backup is of the moment at which it began."""
    functie = Functie.objects.first()
    geschreven = threading.Event()

    def bewerk():
        functie.samenvatting = "Tijdens de kopie veranderd."
        functie.save()
        connection.close()
        geschreven.set()

    def halverwege(stap, klaar, van):
        if not geschreven.is_set():
            draad = threading.Thread(target=bewerk)
            draad.start()
            draad.join()

    with gevolgd_door(halverwege):
        kopie = leden(maak(tmp_path, timezone.localtime()))

    assert geschreven.is_set()
    assert Functie.objects.get(pk=functie.pk).samenvatting == "Tijdens de kopie veranderd."
    assert [deel for deel in kopie if b"Tijdens de kopie veranderd." in kopie[deel]] == []


def test_a_backup_holds_what_people_need_and_is_for_its_owner_alone(kopie):
    assert list(leden(kopie)) == [KENMERK, "rijen.jsonl", "inhoud.json", "uitgave.json"]
    assert kopie.stat().st_mode & 0o777 == 0o600
    assert [bestand.name for bestand in kopie.parent.iterdir()] == [kopie.name]


def test_a_backup_removes_what_one_that_was_broken_off_left_and_not_what_another_is_making(inhoud, tmp_path):
    """Another process is killed halfway through a backup, and one more is at it when the next two are made."""
    map_ = tmp_path / "kopie"
    map_.mkdir()
    (map_ / ".half-gedood").mkdir()
    (map_ / ".half-gedood" / "rijen.jsonl").write_text("half")
    opdracht = f"""import django, pathlib; django.setup(); from ontwikkelpad.reservekopie import _plek_in
with _plek_in(pathlib.Path({str(map_)!r})) as half: print(half, flush=True); input()"""
    with subprocess.Popen(
        [sys.executable, "-c", opdracht],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    ) as bezig:
        half = Path(bezig.stdout.readline().strip())
        over = {bestand.name for bestand in map_.iterdir()}
        maak(map_, timezone.localtime())
        tijdens = half.is_dir()
        bezig.kill()
    gedood = half.is_dir()
    kopie = maak(map_, timezone.localtime() + timedelta(seconds=1))

    assert (over, tijdens, gedood) == ({half.name}, True, True)
    assert not [bestand for bestand in map_.iterdir() if bestand.name.startswith(".")]
    assert kopie.is_file()


def test_a_damaged_backup_is_refused_before_anything_is_touched(kopie, tmp_path):
    heel = leden(kopie)
    anders = heel | {"rijen.jsonl": heel["rijen.jsonl"].replace(b"Je", b"Zij", 1)}
    half = tmp_path / "half.tar.gz"
    half.write_bytes(kopie.read_bytes()[:-400])

    for bestand in (schrijf(tmp_path / "anders.tar.gz", anders), half, tmp_path / "weg.tar.gz", Path(__file__)):
        with pytest.raises(ReserveFout, match=r"damaged|is not there"):
            zet_terug(bestand)


@pytest.mark.parametrize("kenmerk", [b"[]", b'{"leden": []}', b'{"leden": {}}', b'{"leden": {}, "migraties": 5}', b"5"])
def test_what_only_looks_like_a_backup_is_refused_in_words(kopie, tmp_path, kenmerk):
    with pytest.raises(ReserveFout, match="damaged"):
        zet_terug(schrijf(tmp_path / "anders.tar.gz", leden(kopie) | {KENMERK: kenmerk}))


def test_the_backup_that_was_just_made_is_never_the_one_that_is_removed(inhoud, settings, tmp_path):
    """The clock was wrong once, or went back an hour."""
    settings.RESERVEKOPIE = tmp_path
    for later in (tmp_path / "reservekopie-29990101-000000.tar.gz", tmp_path / "reservekopie-29990102-000000.tar.gz"):
        later.write_bytes(b"")

    call_command("reservekopie", bewaar=2)

    nieuwste, later = sorted(tmp_path.glob("*.tar.gz"))
    assert nieuwste.stat().st_size > 0
    assert later.name == "reservekopie-29990102-000000.tar.gz"


def test_a_backup_never_overwrites_a_site(kopie):
    with pytest.raises(CommandError, match="The database is not empty"):
        call_command("zet_terug", kopie)


def test_a_backup_of_a_newer_release_is_refused_in_words(kopie, tmp_path):
    heel = leden(kopie)
    kenmerk = json.loads(heel[KENMERK])
    kenmerk["migraties"].append(["functies", "9999_later"])
    nieuwer = schrijf(tmp_path / "nieuwer.tar.gz", heel | {KENMERK: json.dumps(kenmerk).encode()})

    with pytest.raises(ReserveFout, match=r"newer release.*functies\.9999_later"):
        zet_terug(nieuwer)


def test_the_desk_says_when_the_last_backup_was_made(inhoud, beheerder, tmp_path, settings):
    settings.RESERVEKOPIE = tmp_path / "kopie"
    nog_niet = tekst(beheerder.get("/beheer/").text)

    for _ in range(3):
        call_command("reservekopie", bewaar=1)

    assert "Er is nog geen reservekopie van de hele site." in nog_niet
    assert "Laatste reservekopie van de hele site: " in tekst(beheerder.get("/beheer/").text)
    assert len(list((tmp_path / "kopie").iterdir())) == 1


def test_the_record_forgets_after_a_year(db):
    lang_geleden = Gebeurtenis.objects.create(soort=Soort.KOPIE, wat="Oud.", tijd=timezone.now() - timedelta(days=366))

    noteer(Soort.KOPIE, "Nieuw.")

    assert not Gebeurtenis.objects.filter(pk=lang_geleden.pk).exists()
    assert Gebeurtenis.objects.get().wat == "Nieuw."


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a file of SQLite")
def test_any_client_opens_the_file_of_a_database_and_finds_it_whole(db):
    with closing(sqlite3.connect(settings.DATABASES["default"]["TEST"]["NAME"])) as gewoon:
        assert gewoon.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
