"""Migrations there and back, and from a database of an older release in which people went on working."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test import Client
from django.urls import reverse
from reversion.models import Version

from functies.models import Functie, Synoniem
from opleidingen.models import Aanbieder, Opleiding
from tests.oude_database import DUMPS, begin, database_van, lege_database, rijen, tabel
from tests.pagina import tekst
from tests.sectoren import BAKKERIJ
from tests.test_teruggaan import kolommen
from tests.tools.uitgaven import WACHTWOORD
from uitgave.bouwen import bouw
from uitgave.fixtures import laad
from uitgave.huidig import huidig
from uitgave.models import Uitgave
from uitgave.sector import lees_pakket
from verhalen.models import Verhaal

pytestmark = [pytest.mark.xdist_group("oude_database"), pytest.mark.drill]


def vorm():
    """Every table with its columns and what must hold of its rows, whatever the names that a database gave that."""
    with connection.cursor() as cursor:
        regels = {
            naam: sorted(
                (regel["columns"] or [], regel["unique"], regel["check"], str(regel["foreign_key"]), regel["index"])
                for regel in connection.introspection.get_constraints(cursor, naam).values()
            )
            for naam in connection.introspection.table_names(cursor)
        }
    return kolommen(), regels


def test_all_migrations_go_up_to_zero_and_up_again_with_rows_in_the_tables(
    django_db_setup, django_db_blocker, tmp_path, meld
):
    with django_db_blocker.unblock(), lege_database(tmp_path):
        call_command("migrate", verbosity=0)
        laad(lees_pakket(BAKKERIJ))
        eerst, inhoud = vorm(), bouw(alles=True)

        apps_ = sorted(MigrationLoader(connection).migrated_apps)
        for app in apps_:
            call_command("migrate", app, "zero", verbosity=0)
        over = connection.introspection.table_names()
        call_command("migrate", verbosity=0)
        opnieuw = vorm()
        laad(lees_pakket(BAKKERIJ))

        aantal = len(MigrationLoader(connection).applied_migrations)
        meld(
            f"{aantal} migrations of {len(apps_)} apps up, to zero and up ({connection.vendor})", "same tables", "same"
        )
        assert over == ["django_migrations"]
        assert opnieuw == eerst
        assert bouw(alles=True) == inhoud


# --- From an older release ---

BEWERKT = [("functie", Functie), ("opleiding", Opleiding), ("verhaal", Verhaal), ("aanbieder", Aanbieder)]


@pytest.fixture(params=DUMPS, ids=lambda dump: dump.parent.name)
def dump(request, django_db_setup, django_db_blocker, tmp_path):
    """The database that a release left."""
    with django_db_blocker.unblock(), database_van(request.param, tmp_path):
        yield request.param


def voer_uit(sql, *waarden):
    with connection.cursor() as cursor:
        cursor.execute(sql, waarden)


def kopieer(naam, pk, **anders):
    """Add a copy of a row to a table as the older release had it, with other values in some columns."""
    with connection.cursor() as cursor:
        alle = [kolom.name for kolom in connection.introspection.get_table_description(cursor, naam)]
    namen = [kolom for kolom in alle if kolom != "id"]
    gekozen = ", ".join("%s" if kolom in anders else f'"{kolom}"' for kolom in namen)
    in_ = ", ".join(f'"{kolom}"' for kolom in namen)
    waarden = [anders[kolom] for kolom in namen if kolom in anders]
    voer_uit(f'INSERT INTO "{naam}" ({in_}) SELECT {gekozen} FROM "{naam}" WHERE id = %s', *waarden, pk)  # noqa: S608
    [(nieuw,)] = rijen(f'SELECT max(id) FROM "{naam}"')  # noqa: S608  # our own table
    return nieuw


def werk_verder():
    """Change, add and delete rows, with history where there was any, publish, and make an account: with SQL alone.

    Return the slugs of the rows that were added and of the verhaal that was deleted.
    """
    erbij = {}
    for naam, _ in BEWERKT:
        eigen = tabel(naam)
        [(eerste, slug)] = rijen(f"SELECT id, slug FROM {eigen} ORDER BY id LIMIT 1")  # noqa: S608
        met_code = {"code": "", "register": ""} if naam == "opleiding" else {}
        erbij[naam] = f"{slug[:40]}-erbij"
        kopieer(eigen, eerste, slug=erbij[naam], **met_code)
        kolom = {"verhaal": "kop", "aanbieder": "toelichting"}.get(naam, "omschrijving")
        voer_uit(f"UPDATE {eigen} SET {kolom} = %s WHERE id = %s", f"Toen veranderd: {naam}.", eerste)  # noqa: S608
    [(weg, weg_slug)] = rijen(f"SELECT id, slug FROM {tabel('verhaal')} ORDER BY id LIMIT 1 OFFSET 1")  # noqa: S608
    voer_uit(f"DELETE FROM {tabel('verhaal')} WHERE id = %s", weg)  # noqa: S608
    kopieer(tabel("synoniem"), rijen(f"SELECT min(id) FROM {tabel('synoniem')}")[0][0], woord="toen erbij")  # noqa: S608
    kopieer("auth_user", rijen("SELECT id FROM auth_user WHERE username = 'beheer'")[0][0], username="later")
    [(laatste, document)] = rijen(f"SELECT id, document FROM {tabel('uitgave')} ORDER BY id DESC LIMIT 1")  # noqa: S608
    gegevens = json.loads(document)
    gegevens["functies"].append({**gegevens["functies"][0], "slug": erbij["functie"], "naam": "Toen erbij gekomen"})
    kopieer(tabel("uitgave"), laatste, nummer="3.1", wijzigingen="Toen erbij.", document=json.dumps(gegevens))
    if "reversion_version" in connection.introspection.table_names():
        met_geschiedenis()
    return erbij, weg_slug


def met_geschiedenis():
    """Add a version of the functie that was changed, made from its last one."""
    [(functie,)] = rijen(f"SELECT min(id) FROM {tabel('functie')}")  # noqa: S608  # our own table
    [(soort,)] = rijen("SELECT id FROM django_content_type WHERE app_label = 'functies' AND model = 'functie'")
    vraag = f"SELECT id, serialized_data FROM reversion_version WHERE content_type_id = {soort}"  # noqa: S608
    versie, was = rijen(f"{vraag} AND object_id = '{functie}' ORDER BY id DESC LIMIT 1")[0]
    rij = json.loads(was)
    rij[0]["fields"]["omschrijving"] = "Toen veranderd: functie."
    revisie = kopieer(
        "reversion_revision", rijen("SELECT max(id) FROM reversion_revision")[0][0], comment="Toen gedaan."
    )
    kopieer("reversion_version", versie, revision_id=revisie, serialized_data=json.dumps(rij))


def test_whatever_people_did_in_an_older_release_is_there_in_this_one(dump, meld):
    had_geschiedenis = "reversion_version" in connection.introspection.table_names()
    erbij, weg = werk_verder()
    versies = rijen("SELECT count(*) FROM reversion_version")[0][0] if had_geschiedenis else 0
    accounts, aantal = rijen("SELECT username, password FROM auth_user ORDER BY id"), Uitgave.objects.count
    begin()
    huidig.ververs()
    beheer = Client()
    beheer.post("/beheer/login/", {"username": "later", "password": WACHTWOORD})

    for naam, model in BEWERKT:
        kolom = {"verhaal": "kop", "aanbieder": "toelichting"}.get(naam, "omschrijving")
        van_naam = f"{model.objects.earliest('pk').slug}-2"  # what an aanbieder got since then: a slug of its name
        assert model.objects.filter(slug__in=(erbij[naam], van_naam)).exists(), naam
        assert getattr(model.objects.earliest("pk"), kolom) == f"Toen veranderd: {naam}."
    assert not Verhaal.objects.filter(slug=weg).exists()
    assert Synoniem.objects.filter(woord="toen erbij").exists()
    assert [*User.objects.order_by("pk").values_list("username", "password")] == accounts
    assert [w.nummer for w in huidig.pad.geschiedenis] == ["3.1", "3", "2", "1.1", "1"]
    adressen = [f"/functies/{slug}/" for slug in huidig.pad.delen["functies"]]
    assert f"/functies/{erbij['functie']}/" in adressen
    assert {Client().get(adres).status_code for adres in adressen} == {200}
    functie = Functie.objects.earliest("pk")
    pagina = beheer.get(reverse("admin:functies_functie_history", args=[functie.pk]))
    assert pagina.status_code == 200
    assert not had_geschiedenis or "Toen gedaan." in tekst(pagina.text)
    assert Version.objects.count() >= versies
    meld(
        f"database of {dump.parent.name}, edited there, to now ({connection.vendor})",
        f"{len(accounts)} accounts, {aantal()} editions, {Version.objects.count()} versions, {len(adressen)} addresses",
        "all there",
    )
