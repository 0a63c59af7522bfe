"""Whatever an earlier release left opens in this one: its editions, copies, exports and databases.

tests/uitgaven/README.md says what is in each folder.
"""

import json
import re
import shutil
from collections import defaultdict
from datetime import date

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice
from msgspec.structs import replace
from reversion.models import Version

from feiten.models import Feit
from functies import document as functies_d
from functies.models import Doorgroei, Functie, Synoniem
from niveaus.models import Omweg
from ontwikkelpad.models import Breekwoord, Ontwikkelpad
from opleidingen.models import Aanbieder
from redactie.geschiedenis.versies import verwijderd
from redactie.kwaliteit.bevindingen import bevindingen
from redactie.models import LinkControle
from redactie.uitwisseling.gelijkmaken import maak_gelijk
from tests.openbaar import bladzijden
from tests.oude_database import PER_DUMP, UITGAVEN, begin, database_van, rijen, tabel
from tests.pagina import formuliervelden, heel, tekst
from tests.redactie.test_invoer import INVOEREN, stuur, velden
from tests.test_huidig import SERVEER, WEG, proces  # noqa: F401  # a fixture
from tests.tools.uitgaven import WACHTWOORD
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.models import GegevenSleutel, Uitgave
from uitgave.rij import Rij
from uitgave.soort import soort_van, soorten
from uitgave.stappen import aanbieders, breekwoorden, feiten, gidsen, niveaus, paginas, sleutels
from uitgave.vastleggen import vastleggen
from uitgave.verschil import verschillen
from verhalen.models import Verhaal
from werkgevers.document import Gids

pytestmark = pytest.mark.xdist_group("oude_database")  # one process starts each database once

PER_RELEASE = sorted(map_.name for map_ in UITGAVEN.iterdir() if map_.is_dir())
MET_EXPORT = [naam for naam in PER_RELEASE if (UITGAVEN / naam / "export.json").exists()]
TOT_1_2 = ("1.0", "1.1", "1.2")
ROLLEN = {"redacteur", "eindredacteur", "beheerder"}
ACCOUNTS = "SELECT username, password, email, is_superuser, is_staff, is_active FROM auth_user ORDER BY username"
LEDEN = """SELECT username, auth_group.name FROM auth_user_groups
    JOIN auth_user ON user_id = auth_user.id JOIN auth_group ON group_id = auth_group.id ORDER BY 1, 2"""
EIGEN = """SELECT username, codename FROM auth_user_user_permissions
    JOIN auth_user ON user_id = auth_user.id JOIN auth_permission ON permission_id = auth_permission.id ORDER BY 1, 2"""
GROEPEN = """SELECT auth_group.name, codename FROM auth_group_permissions
    JOIN auth_group ON group_id = auth_group.id JOIN auth_permission ON permission_id = auth_permission.id
    ORDER BY 1, 2"""


def test_every_release_left_an_edition_and_a_database():
    assert set(TOT_1_2) <= set(PER_RELEASE)
    for naam in PER_RELEASE:
        assert {"document.json", "uitgave.json", "database.sql.gz"} <= {b.name for b in (UITGAVEN / naam).iterdir()}


@pytest.mark.een_database
@pytest.mark.parametrize("release", PER_RELEASE)
def test_an_edition_of_every_release_is_compared_published_again_and_shown_on_every_page_as_it_was(
    client, beheerder, inhoud, release
):
    oud = (UITGAVEN / release / "document.json").read_text()
    Functie.objects.update(samenvatting="Veel later.")
    rij = Uitgave.objects.create(nummer=f"oud {release}", datum=date(2026, 2, 6), wijzigingen="Oud.", document=oud)
    Uitgave.objects.create(nummer="9", datum=date(2026, 3, 1), wijzigingen="Later.", document=d.schrijf(bouw()))
    adres = reverse("admin:opnieuw_publiceren", args=[rij.pk])

    verschil = beheerder.get(adres)
    weer = formuliervelden(verschil.text) | {"nummer": "10", "datum": "22-11-2026", "wijzigingen": "Terug."}
    gepubliceerd = beheerder.post(adres, weer)
    huidig.ververs()

    assert "Veel later." in tekst(verschil.text)
    assert gepubliceerd.status_code == 302
    assert huidig.pad.uitgave.document == d.lees(oud)
    paginas = bladzijden(client)
    assert {f"/functies/{functie['slug']}/" for functie in json.loads(oud)["functies"]} <= set(paginas)
    if release in TOT_1_2:
        heeft_de_woorden_en_de_gidsen_van(json.loads(oud), paginas)


def heeft_de_woorden_en_de_gidsen_van(oud, paginas):
    """Assert that the pages say what those of an edition until release 1.2 did, in words and guides of then."""
    menu = re.search(r'<nav class="menu".*?</nav>', paginas["/"], re.S)[0]
    met = ["Voor werkgevers"] if oud.get("werkgevers") else []
    assert re.findall(r">([^<]+)</a>", menu) == ["Functies", "Opleidingen", "Verhalen", *met]
    assert ">Kaart</a>" in paginas["/"]
    assert "/beginnen/" not in paginas
    assert "Verhalen uit de praktijk" in paginas["/verhalen/"]
    assert "Naar het Regionaal Werkcentrum" in tekst(paginas["/over/"])
    assert oud["ontwikkelpad"]["werkcentrum_url"] in paginas["/over/"]
    taken = {taak["versie"] for stap in oud.get("gidsstappen", ()) for taak in stap["taken"]}
    adressen = {
        "regio": "/werkgevers/zij-instroom/",
        "huisarts": "/werkgevers/huisarts/",
        "kandidaat": "/beginnen/kandidaat/",
    }
    assert {versie for versie, adres in adressen.items() if adres in paginas} == taken
    for versie in taken:
        html = heel(paginas[adressen[versie]])
        eigen = [t["tekst"] for stap in oud["gidsstappen"] for t in stap["taken"] if t["versie"] == versie]
        assert re.findall(r'<input type="checkbox"[^>]*> <span>([^<]*)</span>', html) == eigen


@pytest.mark.parametrize("release", PER_RELEASE)
def test_rows_in_an_edition_of_every_release_have_a_key_of_their_own(release):
    document = d.lees((UITGAVEN / release / "document.json").read_bytes())
    per_soort = defaultdict(list)
    for _, rij in d.alle_rijen(document):
        if hasattr(rij, "sleutel"):
            per_soort[type(rij)].append(rij)

    assert per_soort.keys() >= {soort.rij for soort in soorten() if soort.met_sleutel and soort.verplicht}
    for rijen_ in per_soort.values():
        assert len({rij.sleutel for rij in rijen_}) == len(rijen_)
        gelijk = {rij.sleutel == rij.slug for rij in rijen_ if hasattr(rij, "slug") and not isinstance(rij, Gids)}
        assert gelijk <= {True}  # a guide had no slug but a name in the code: that is its key


@pytest.mark.parametrize("release", PER_RELEASE)
def test_a_process_starts_without_a_database_from_the_copy_of_every_release(proces, release, tmp_path):  # noqa: F811
    pagina = SERVEER.replace("broodbakker", "triagist").replace("Broodbakker", "Triagist")  # what those editions hold
    uitkomst = proces(pagina, WEG, shutil.copy(UITGAVEN / release / "uitgave.json", tmp_path))

    assert uitkomst.stdout.startswith("200 True degraded"), uitkomst.stderr


@pytest.mark.een_database
@pytest.mark.parametrize(
    "release", [*(pytest.param(naam, marks=pytest.mark.drill) for naam in MET_EXPORT[:-1]), MET_EXPORT[-1]]
)
def test_an_export_of_every_release_is_brought_in_whole(beheerder, inhoud, release):
    export = (UITGAVEN / release / "export.json").read_bytes()

    beheerder.post(INVOEREN, velden(stuur(beheerder, export)))

    assert bouw(alles=True) == d.lees(export, alles=True)


def test_what_an_edition_says_is_all_that_a_working_copy_made_of_it_says(db):
    document = d.lees((UITGAVEN / "1.2" / "document.json").read_bytes())

    with vastleggen(None):
        maak_gelijk(document, None)

    assert verschillen(document, bouw()) == []


# --- A whole database ---


@pytest.fixture(params=PER_DUMP, ids=lambda dump: dump.parent.name)
def dump(request, django_db_setup, django_db_blocker, tmp_path):
    """The database that a release left, as it left it."""
    with django_db_blocker.unblock(), database_van(request.param, tmp_path):
        yield request.param


def uitgaven():
    """Every edition as the database has it, whatever its table is called in this release."""
    velden = "id, nummer, datum, wijzigingen, document, gepubliceerd_op, door_id"
    return rijen(f"SELECT {velden} FROM {tabel('uitgave')} ORDER BY id")  # noqa: S608  # our own table


def binnen(naam):
    """A client that logs in with the password that was set in that release."""
    client = Client()
    client.post("/beheer/login/", {"username": naam, "password": WACHTWOORD})
    return client


def test_the_database_of_every_release_keeps_its_editions_and_serves_them(dump):
    oud = uitgaven()
    begin(dump)
    huidig.ververs()

    assert uitgaven() == oud
    assert [w.nummer for w in huidig.pad.geschiedenis] == ["3", "2", "1.1", "1"]
    assert not any("niet meer wat er veranderde" in w.zin for w in huidig.pad.geschiedenis)
    # So its other pages are those of the edition above.
    assert huidig.pad.uitgave.document == d.lees((dump.parent / "document.json").read_bytes())
    for adres in ("/", "/over/wijzigingen/", *(f"/functies/{slug}/" for slug in huidig.pad.alle(functies_d.Functie))):
        assert Client().get(adres).status_code == 200, adres
    beheer = binnen("beheer")
    for rij in Uitgave.objects.all():
        assert beheer.get(reverse("admin:opnieuw_publiceren", args=[rij.pk])).status_code == 200, rij


def test_the_database_of_every_release_keeps_its_accounts_and_what_they_may_do(dump):
    oud = {vraag: rijen(vraag) for vraag in (ACCOUNTS, LEDEN, EIGEN, GROEPEN)}
    begin(dump)

    assert rijen(ACCOUNTS) == oud[ACCOUNTS]
    assert rijen(LEDEN) == oud[LEDEN]
    assert rijen(EIGEN) == oud[EIGEN] != []
    van_gasten = {recht for naam, recht in oud[GROEPEN] if naam == "Gasten"}
    erbij = {"view_uitgave"} if "view_functie" in van_gasten else set()  # who saw the desk, still sees it
    assert {recht for naam, recht in rijen(GROEPEN) if naam == "Gasten"} == van_gasten | erbij != set()
    assert set(oud[GROEPEN]) <= set(rijen(GROEPEN))
    mag = {recht.rpartition(".")[2] for recht in User.objects.get(username="eigen").get_all_permissions()}
    assert mag == {recht for naam, recht in oud[EIGEN] if naam == "eigen"}
    assert binnen("gast").get("/beheer/").status_code == 200
    assert binnen("weg").get("/beheer/").status_code == 302
    leden = {rol: binnen(rol) for rol in ROLLEN & {naam for naam, _ in oud[LEDEN]}}
    antwoorden = {rol: client.post("/beheer/publiceren/").status_code for rol, client in leden.items()}
    assert antwoorden == {rol: 403 if rol == "redacteur" else 200 for rol in leden}


def velden_in(waarde):
    """The names of the fields of a row, or of all rows of a list."""
    return {veld for rij in ([waarde] if isinstance(waarde, dict) else waarde) for veld in rij}


STAPPEN_TERUG = (paginas, feiten, gidsen, niveaus, sleutels, breekwoorden, aanbieders)


def test_an_edition_of_this_release_as_it_is_written_for_the_first_holds_nothing_that_it_does_not_know(inhoud):
    toen = json.loads((UITGAVEN / "1.2" / "document.json").read_bytes())
    nu = json.loads(d.schrijf(inhoud.document))
    assert nu["schema"] == len(STAPPEN_TERUG) + 1
    for stap in STAPPEN_TERUG:
        nu = stap.daal(nu)

    assert {*nu} - {"schema"} <= {*toen}
    for deel, eerder in toen.items():
        if eerder and isinstance(eerder, dict | list):
            assert velden_in(nu[deel]) <= velden_in(eerder), deel


GEVULD = {
    "competenties": {"competentiegebied": None, "bron": ""},  # the bron says whose idea the area is
    "contactpunten": {"voor": None},
    "functies": {"in_een_regel": "", "esco": "", "esco_soort": None, "isco": "", "isco_soort": None},
    "gidsstappen": {  # the bron says what came along; of the taken more is asked below
        **dict.fromkeys(("teksten", "taken", "mijlpalen", "brieven"), ()),
        **dict.fromkeys(("na_vorige", "loopt_mee"), False),
        "bron": "",
    },
    "leerwegen": {"niveaus": ()},
    "ontwikkelpad": {"toegankelijkheid": ""},
    "regelingen": {"voor": None, "aanvragen": ""},
    "werkgevers": {"planner_uitleg": ""},  # the planner can do more than it said
    "werkvelden": {"pictogram": None},
}


def verbeteringen():
    """What later files mend where nobody changed it: the kind of row, what it was, and what it is now."""
    for bestand in sorted((settings.FIXTURES / "huisartsenzorg").glob("*.json")):
        for rij in json.loads(bestand.read_text()):
            if "was" in rij:
                wordt = rij["fields"]
                if dag := wordt.get("gecontroleerd_op"):
                    wordt["gecontroleerd_op"] = date.fromisoformat(dag)
                yield soort_van(apps.get_model(rij["model"])).rij, rij["was"], wordt


def verbeterd(rij, verbeteringen):
    """The row as a later release leaves it when no editor touched it, with the rows inside it."""
    for soort, was, wordt in verbeteringen:
        if type(rij) is soort and all(getattr(rij, veld) == waarde for veld, waarde in was.items()):
            rij = replace(rij, **wordt)
    binnen = {veld: getattr(rij, veld) for veld in rij.__struct_fields__}
    return replace(
        rij,
        **{
            veld: tuple(verbeterd(deel, verbeteringen) for deel in waarde)
            for veld, waarde in binnen.items()
            if isinstance(waarde, tuple) and waarde and isinstance(waarde[0], Rij)
        },
    )


def rijen_van(document, deel):
    """The rows of a part by what tells them apart, without what a later release fills in, and mended."""
    rijen, mend = getattr(document, deel), list(verbeteringen())
    if not isinstance(rijen, tuple):
        return {"": verbeterd(replace(rijen, **GEVULD.get(deel, {})), mend)}
    return {rij.identiteit: verbeterd(replace(rij, **GEVULD.get(deel, {})), mend) for rij in rijen}


def test_the_database_of_every_release_keeps_what_editors_changed(dump):
    export = dump.parent / "export.json"
    tweede_stap = "otp_totp_totpdevice" in connection.introspection.table_names()
    links = "redactie_linkcontrole" in connection.introspection.table_names()
    begin(dump)

    assert Ontwikkelpad.objects.get().kop == "Jouw pad, opnieuw"
    assert Functie.objects.earliest("pk").samenvatting == "Nog niet gepubliceerd."
    assert Functie.objects.order_by("pk")[1].omschrijving.endswith("Met een tweede alinea: ‘goed’ – “beter”.")
    assert Aanbieder.objects.earliest("pk").naam == "Een school met een nieuwe naam"
    assert [stap.zichtbaar for stap in Doorgroei.objects.order_by("pk")[:2]] == [True, False]
    assert TOTPDevice.objects.filter(user__username="eigen").exists() == tweede_stap
    assert LinkControle.objects.exists() == links
    if export.exists():
        toen, nu = d.lees(export.read_bytes(), alles=True), bouw(alles=True)
        delen = [
            "aanbieders",
            *(deel for deel in json.loads(export.read_bytes()) if deel != "schema" and hasattr(nu, deel)),
        ]
        for deel in delen:  # newer files add rows
            eerder, later = (rijen_van(document, deel) for document in (toen, nu))
            assert {plek: later.get(plek) for plek in eerder} == eerder
        taken, later_taken = ({taak for stap in document.gidsstappen for taak in stap.taken} for document in (toen, nu))
        assert taken <= later_taken


def test_the_database_of_every_release_has_no_doubts_left_for_visitors(dump):
    begin(dump)

    assert [regel.tekst for regel in bevindingen() if "zegt bezoekers niets" in regel.tekst] == []


def test_the_names_on_the_map_in_the_database_of_every_release_give_their_strokes_to_the_list(dump):
    namen = [naam for (naam,) in rijen(f"SELECT kaartnaam FROM {tabel('functie')}")]  # noqa: S608  # our own table
    met_streep = {woord.lower() for naam in namen for woord in naam.split() if "|" in woord}
    begin(dump)

    assert set(Functie.objects.values_list("kaartnaam", flat=True)) == {naam.replace("|", "") for naam in namen}
    assert met_streep <= set(Breekwoord.objects.values_list("delen", flat=True))
    assert met_streep != set()
    vroeger = [json.loads(versie.serialized_data)[0]["fields"] for versie in Version.objects.get_for_model(Functie)]
    assert [velden for velden in vroeger if "|" in velden["kaartnaam"]] == []


def test_every_row_and_version_in_the_database_of_every_release_gets_a_key_that_was_given_once(dump):
    begin(dump)

    for soort in (soort for soort in soorten() if soort.met_sleutel):
        nu = {str(rij.pk): rij.sleutel for rij in soort.model._default_manager.all()}
        versies = Version.objects.filter(content_type=ContentType.objects.get_for_model(soort.model))
        toen = {(versie.object_id, versie.field_dict["sleutel"]) for versie in versies}
        ooit = dict(toen) | nu
        assert len(toen) == len(dict(toen))  # one and the same in every version
        assert all(nu.get(pk, sleutel) == sleutel for pk, sleutel in toen)
        assert len(set(ooit.values())) == len(ooit)
        gegeven = GegevenSleutel.objects.filter(soort=soort.model._meta.label_lower)
        assert {*ooit.values()} <= set(gegeven.values_list("sleutel", flat=True))


def test_the_history_in_the_database_of_every_release_is_read_and_brings_back(dump):
    met_geschiedenis = "reversion_version" in connection.introspection.table_names()
    begin(dump)
    beheer = binnen("beheer")
    functie = Functie.objects.earliest("pk")
    pagina = beheer.get(reverse("admin:functies_functie_history", args=[functie.pk]))
    assert (pagina.status_code, beheer.get("/beheer/geschiedenis/").status_code) == (200, 200)
    if not met_geschiedenis:
        return  # this release had none: its rows have one since the start above

    assert "Een andere samenvatting van deze functie." in tekst(pagina.text)
    assert {versie.content_type.model_class() for versie in verwijderd()} == {Verhaal, Synoniem}
    versies = [versie.pk for versie in verwijderd()]
    versies.append(min(regel.versie.pk for regel in pagina.context["regels"] if regel.versie))
    for pk in versies:
        adres = reverse("admin:terugzetten", args=[pk])
        assert beheer.post(adres, formuliervelden(beheer.get(adres).text)).status_code == 302
    assert {versie.content_type.model_class() for versie in verwijderd()} <= {Feit, Omweg}  # no version of then has any
    assert Functie.objects.get(pk=functie.pk).samenvatting not in ("Nog niet gepubliceerd.", "")
    assert Verhaal.objects.count() == 5
