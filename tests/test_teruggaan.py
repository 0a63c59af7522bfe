"""Going back to an older release, as README.md says: migrate back with the new one, then start the old one."""

import json
from datetime import date

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.drill.conftest import meld  # noqa: F401  # a fixture
from tests.oude_database import DUMPS, begin, database_van, rijen, tabel
from uitgave.bouwen import bouw
from uitgave.huidig import Huidig
from uitgave.publiceren import publiceer

pytestmark = pytest.mark.xdist_group("oude_database")  # one process starts each database once

LAATSTE = [dump for dump in DUMPS if dump.parent.name == "1.2"]
# What Django and the roles fill in again after every migrate: it may have more than before.
# What nobody sees, and a new release may give another value: the slug of an aanbieder was never published.
# The feiten of this release that an opleiding of the older one has a field for, go back with the rest.
NIET_VERGELEKEN = {"opleidingen_aanbieder": {"slug"}, "opleidingen_opleiding": {"duur", "toelating", "kosten"}}
# Texts of ours that a newer file of the sector mended, where nobody had changed them: they stay mended. Those of a gids
# stood in the one row of texts for employers.
NIET_VERGELEKEN["werkgevers_werkgevers"] = {"gids_inleiding"}
for bestand in sorted((settings.BASE_DIR / "fixtures").glob("*/*.json")):
    for rij in json.loads(bestand.read_bytes()):
        if "was" in rij:
            NIET_VERGELEKEN.setdefault(rij["model"].replace(".", "_"), set()).update(rij["fields"])
VAN_DJANGO = ("auth_permission", "auth_group_permissions", "django_content_type", "django_migrations")


@pytest.fixture(params=LAATSTE, ids=lambda dump: dump.parent.name)
def dump(request, django_db_setup, django_db_blocker, tmp_path):
    """The database of the release to go back to, as it left it."""
    with django_db_blocker.unblock(), database_van(request.param, tmp_path):
        yield request.param


def kolommen():
    with connection.cursor() as cursor:
        tabellen = connection.introspection.table_names(cursor)
        return {t: {k.name for k in connection.introspection.get_table_description(cursor, t)} for t in tabellen}


def inhoud(kolommen):
    """Every row of every table, without the columns that the other release does not know."""
    naam_van = connection.ops.quote_name
    gevonden = {}
    for tabel_, velden in kolommen.items():
        if tabel_ not in VAN_DJANGO:
            namen = ", ".join(map(naam_van, sorted(velden - NIET_VERGELEKEN.get(tabel_, set()))))
            gevonden[tabel_] = set(rijen(f"SELECT {namen} FROM {naam_van(tabel_)}"))  # noqa: S608  # our own table
    return gevonden


def migraties():
    """The last migration of each app in this database, as `showmigrations` of the older release lists them."""
    return dict(rijen("SELECT app, name FROM django_migrations ORDER BY id"))


def schema_van(dump):
    """The schema that the older release writes, and the only one that it reads."""
    return json.loads((dump.parent / "document.json").read_bytes())["schema"]


def ga_terug(doelen):
    """Take each app that has more migrations than the older release to its last one there; what that lacks, to none.

    That is what README.md does with `migrate` for one app after another, which reads all migrations each time.
    """
    uitvoerder = MigrationExecutor(connection)
    nu = migraties()
    uitvoerder.migrate(
        [(app, doelen.get(app)) for app in sorted(uitvoerder.loader.migrated_apps) if nu.get(app) != doelen.get(app)]
    )


def test_an_older_release_finds_its_tables_rows_and_editions_again_and_all_comes_back_with_the_newer(dump, meld):  # noqa: F811
    vorm, doelen = kolommen(), migraties()
    oud = inhoud(vorm)
    begin(dump)
    publiceer(bouw(), "4", date(2026, 3, 1), "Met de nieuwe versie van de site.")

    ga_terug(doelen)

    assert kolommen() == vorm
    assert migraties() == doelen
    nu = inhoud(vorm)
    weg = sum(len(oud[naam] - nu[naam]) for naam in oud)
    gemeten = f"{weg} of {sum(map(len, oud.values()))} rows lost"
    meld(f"from now back to {dump.parent.name} ({connection.vendor})", gemeten, "0 rows lost")
    assert {naam: oud[naam] - nu[naam] for naam in oud if oud[naam] - nu[naam]} == {}
    nummers = f"SELECT nummer FROM {tabel('uitgave')} ORDER BY id"  # noqa: S608  # our own table
    assert [nummer for (nummer,) in rijen(nummers)] == ["1", "1.1", "2", "3", "4"]
    documenten = f"SELECT document FROM {tabel('uitgave')}"  # noqa: S608  # our own table
    assert {json.loads(document)["schema"] for (document,) in rijen(documenten)} == {schema_van(dump)}

    begin()
    wachter = Huidig()
    wachter.ververs()

    assert [w.nummer for w in wachter.pad.geschiedenis] == ["4", "3", "2", "1.1", "1"]
