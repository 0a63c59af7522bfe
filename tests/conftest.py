"""What all tests share: the content of a sector, small makers for other content, and editors."""

import gc
import shutil
from collections.abc import Callable, Hashable, Iterator
from copy import copy
from datetime import date
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any
from zlib import crc32

import hypothesis
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.test import client as testclient

from functies.models import Doorgroei, Functie, Werkveld
from ontwikkelpad.models import Ontwikkelpad
from ontwikkelpad.voordeur import Voordeur
from ontwikkelpad.vraag import _onthouden
from opleidingen.models import Niveau, Opleiding
from tests.sectoren import BAKKERIJ
from tests.server import Eenmaal, klaar, site
from tests.soorten import DEEL
from tests.voorbeelden import DRILL, voorbeelden
from uitgave.bouwen import bouw
from uitgave.fixtures import laad
from uitgave.huidig import huidig
from uitgave.kopie import bestand_van_gepland
from uitgave.pad import BLADZIJDEN, VRAGEN, Bladzijden, Pad
from uitgave.publiceren import publiceer
from uitgave.sector import lees_pakket
from uitgave.soort import alle_modellen, soorten

pytest_plugins = ["tests.browser.fixtures", "tests.rondgang"]

# A run that says yes or no to a change tries the same values every time, however busy the machine; the drill others.
hypothesis.settings.register_profile(
    "voorbeelden",
    max_examples=voorbeelden(100),
    derandomize=not DRILL,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("voorbeelden")

APPS = sorted({"uitgave", *(model._meta.app_label for model in alle_modellen())})
BEWIJS = {"bron": "Een bron.", "gecontroleerd_op": date(2026, 1, 1)}


class DoorDeVoordeur(testclient.ClientHandler):
    """Lets the client of Django come in as a visitor does: by the layer that keeps finished answers."""

    def __call__(self, environ: dict[str, Any]) -> HttpResponse:
        van_django: list[HttpResponse] = []
        begin: list[Any] = []
        gegeven: list[Any] = []

        def django(vraag: dict[str, Any], start_response: Callable[..., Any]) -> Any:
            response = super(DoorDeVoordeur, self).__call__(vraag)
            van_django.append(response)
            koekjes = [("Set-Cookie", koekje.OutputString()) for koekje in response.cookies.values()]
            start_response(f"{response.status_code} {response.reason_phrase}", [*response.items(), *koekjes])
            gegeven.append(response if response.streaming else [response.content])
            return gegeven[0]

        lichaam = Voordeur(django)(environ, lambda *delen: begin.append(delen))
        if gegeven and lichaam is gegeven[0]:
            return van_django[0]
        status, koppen = begin[-1][:2]
        response = HttpResponse(b"".join(lichaam), status=int(status[:3]), headers=dict(koppen))
        for naam, waarde in koppen:
            if naam == "Set-Cookie":
                response.cookies.load(waarde)
        if "Location" in response:
            response.url = response["Location"]  # by which a client follows it
        response.wsgi_request = van_django[0].wsgi_request if van_django else testclient.WSGIRequest(environ)
        return response


testclient.ClientHandler = DoorDeVoordeur


@pytest.fixture(autouse=True)
def geen_uitgave_van_een_ander() -> Iterator[None]:
    """Every test starts and ends without a served edition."""
    _vergeet()
    yield
    _vergeet()


def _vergeet() -> None:
    huidig.pad, huidig.overgeslagen, huidig.kopie_fout = None, (), ""
    huidig.laadfout, huidig._geen_uitgave, huidig._gelezen, huidig._bijlage = "", False, None, None
    huidig._straks, huidig._planning, huidig._vooruit = None, ((), None), None
    huidig.database_bereikbaar, huidig._bijgewerkt, huidig._vraagt_sinds, huidig._fout = True, False, None, ""
    for bestand in (settings.UITGAVE_KOPIE, bestand_van_gepland(settings.UITGAVE_KOPIE)):
        bestand.unlink(missing_ok=True)


Rijen = list[tuple[type[Model], list[Model]]]
Opdracht = tuple[str, Any]  # SQL with its values


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is for the drill, and on PostgreSQL the tests that ran on SQLite and cannot tell the two apart.

    The drill also takes the tests with generated values, and makes more of those. The others are the tests that use no
    database, and those that say so: pages and words, made from rows that any database gives back.
    """
    postgres = connection.vendor == "postgresql"
    met_database = {item for item in items if {"db", "transactional_db"}.intersection(_fixtures(item))}
    for item in items:
        meer_voorbeelden = DRILL and hypothesis.is_hypothesis_test(item.obj)  # type: ignore[attr-defined]
        if meer_voorbeelden or not _aan_de_beurt(item, postgres):
            item.add_marker(pytest.mark.drill)
    weg = [] if DRILL else [item for item in items if item.get_closest_marker("drill")]
    if postgres:
        weg += [item for item in items if item.get_closest_marker("een_database") or item not in met_database]
    config.hook.pytest_deselected(items=list(dict.fromkeys(weg)))
    items[:] = [item for item in items if item not in set(weg)]
    if getattr(config.option, "loadgroup", False):  # xdist 3.8 writes the group where pytest 9.2 does not look for it
        for item in items:
            if groep := item.get_closest_marker("xdist_group"):
                item._id = type(item.id).parse(f"{item.nodeid}@{groep.args[0]}")


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what stays for the whole run, which is most of what there is."""
    gc.collect()
    gc.freeze()


def _aan_de_beurt(item: pytest.Item, postgres: bool) -> bool:
    """False for most tests of a kind of content: of each kind this run takes one in `DEEL`, and so of each test.

    Kinds are declared, not written, so what holds of one holds of those like it. The drill takes all; on PostgreSQL
    it is another part than on SQLite, and half as many.
    """
    deel, rest = (2 * DEEL, 1) if postgres else (DEEL, 0)
    kinds = {soort.model: nummer for nummer, soort in enumerate(soorten())}
    waarden = getattr(item, "callspec", None)
    for waarde in waarden.params.values() if waarden else ():
        model = getattr(waarde, "model", waarde)
        if isinstance(model, type) and model in kinds:
            return (kinds[model] + crc32(item.originalname.encode())) % deel == rest  # type: ignore[attr-defined]
    return True


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the drills of `tests/drill/` measured."""
    rijen = [
        (*waarde, "" if gelukt.passed else uitkomst.upper())
        for uitkomst in ("passed", "failed")
        for gelukt in terminalreporter.stats.get(uitkomst, [])
        for naam, waarde in gelukt.user_properties
        if naam == "drill"
    ]
    if rijen:
        terminalreporter.section("drill")
        for wat, gemeten, doel, mislukt in sorted(rijen):
            terminalreporter.write_line(f"{wat:<64} {gemeten:<28} {doel:<20} {mislukt}".rstrip())


def _fixtures(item: pytest.Item) -> set[str]:
    """Return the fixtures of a test. Who has the database set up, uses it."""
    namen = {*getattr(item, "fixturenames", ()), *(["db"] if item.get_closest_marker("django_db") else [])}
    return namen | ({"db"} if "django_db_setup" in namen else set())


@pytest.fixture(scope="session")
def eenmaal(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Eenmaal:
    """Return what gives the folder with a name, filled once for all processes that test: for what takes long."""
    eigen = tmp_path_factory.getbasetemp()
    alle = eigen if worker_id == "master" else eigen.parent

    def eenmaal(naam: str, vul: Callable[[Path], None]) -> Path:
        gedeeld, half = alle / naam, alle / f"{naam}.half"
        with (alle / f"{naam}.slot").open("w") as slot:
            flock(slot, LOCK_EX)
            if not gedeeld.exists():
                half.mkdir()
                vul(half)
                half.rename(gedeeld)
        return gedeeld

    return eenmaal


def begin(map_: Path, **omgeving: str) -> None:
    """Start a site for the first time, with its files in `map_`, make an account, and stop it."""
    with site(map_, **omgeving) as draaiend:
        draaiend.wacht("/readyz", klaar)
        draaiend.maak_account()


@pytest.fixture
def begonnen(eenmaal: Eenmaal, tmp_path: Path) -> Path:
    """A folder with what the first start of a site leaves: a database with content and one account, and an edition."""
    return shutil.copytree(eenmaal("begonnen", begin), tmp_path, dirs_exist_ok=True)


@pytest.fixture
def sector() -> Path:
    """The package with the content of the tests: the neutral one. `tests/inhoud/` has that of a real sector."""
    return BAKKERIJ


@pytest.fixture(scope="session")
def geladen() -> dict[Hashable, Rijen]:
    """The rows that loading the fixtures leaves, by the content types that they refer to."""
    return {}


@pytest.fixture(scope="session")
def teruggezet() -> dict[Hashable, list[Opdracht]]:
    """What putting those rows back asks of the database."""
    return {}


@pytest.fixture(scope="session")
def geserveerd() -> dict[Hashable, tuple[dict[str, Any], bytes]]:
    """What serving those rows leaves, in memory and on disk."""
    return {}


@pytest.fixture
def inhoud(
    db: None,
    geladen: dict[Hashable, Rijen],
    teruggezet: dict[Hashable, list[Opdracht]],
    geserveerd: dict[Hashable, tuple[dict[str, Any], bytes]],
    sector: Path,
) -> Pad:
    """The content of a sector, published as its first edition.

    Loading checks every row and makes every index, which takes long; after the first test the same is put back. No
    test gets pages that another one made.
    """
    soorten = tuple(ContentType.objects.order_by("pk").values_list("pk", "app_label", "model"))
    if (sector, soorten) in teruggezet:
        _vraag(teruggezet[sector, soorten])
    elif (sector, soorten) in geladen:
        teruggezet[sector, soorten] = _zet_terug(geladen[sector, soorten])
    else:
        laad(lees_pakket(sector))
        bewaard = *APPS, "reversion", "redactie"
        modellen = [m for m in apps.get_models(include_auto_created=True) if m._meta.app_label in bewaard]
        geladen[sector, soorten] = [(model, list(model._base_manager.all())) for model in modellen]
    if bewaard := geserveerd.get((sector, soorten)):
        vars(huidig).update(bewaard[0], pad=_ongelezen(bewaard[0]["pad"]))
        settings.UITGAVE_KOPIE.write_bytes(bewaard[1])
    huidig.ververs()
    assert huidig.pad is not None
    if not bewaard:
        toestand = {"pad": _ongelezen(huidig.pad), "_gelezen": huidig._gelezen, "_kenmerk": huidig._kenmerk}
        geserveerd[sector, soorten] = toestand, settings.UITGAVE_KOPIE.read_bytes()
    return huidig.pad


def _ongelezen(pad: Pad) -> Pad:
    """Return the same edition with the same indexes, before anybody asked a page of it."""
    nieuw = copy(pad)
    nieuw.bladzijden = Bladzijden(BLADZIJDEN, VRAGEN)
    nieuw._gemaakt = {maak: gemaakt for maak, gemaakt in pad._gemaakt.items() if maak is not _onthouden.__wrapped__}
    return nieuw


def _zet_terug(geladen: Rijen) -> list[Opdracht]:
    """Store these rows; return what that asked of the database, by which the same can be done again much sooner."""
    gevraagd: list[Opdracht] = []

    def onthoud(doe: Any, sql: str, waarden: Any, veel: bool, context: Any) -> Any:
        gevraagd.append((sql, waarden))
        return doe(sql, waarden, veel, context)

    with transaction.atomic(), connection.cursor() as cursor, connection.execute_wrapper(onthoud):
        for model, rijen in geladen:
            model._base_manager.bulk_create(rijen)
        for sql in connection.ops.sequence_reset_sql(no_style(), [model for model, _ in geladen]):
            cursor.execute(sql)
    return [(sql, waarden) for sql, waarden in gevraagd if "SAVEPOINT" not in sql]


def _vraag(opdrachten: list[Opdracht]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, waarden in opdrachten:
            cursor.execute(sql, waarden)


@pytest.fixture
def ontwikkelpad(db: None) -> Ontwikkelpad:
    """The row with the texts of the site, each text naming its field."""
    teksten = {veld.name: f"de {veld.name}" for veld in Ontwikkelpad._meta.fields if veld.name != "id"}
    links = {naam: "https://www.example.org/" for naam in teksten if naam.endswith("_url")}
    return Ontwikkelpad.objects.create(**(teksten | links | {"logo": "", "kleur": ""}))


def niveau(nummer: int | None) -> Niveau | None:
    """The level with this number, made when it is not there; the level of no number is None."""
    if nummer is None:
        return None
    vast = {"naam": f"niveau {nummer}", "volgorde": nummer, "nlqf": nummer if nummer <= 8 else None}
    return (
        Niveau.objects.filter(nlqf=nummer).first()
        or Niveau.objects.get_or_create(slug=f"niveau-{nummer}", defaults=vast)[0]
    )


@pytest.fixture
def maak_functie(ontwikkelpad: Ontwikkelpad) -> Callable[..., Functie]:
    def maak(naam: str, vanaf: int | None = 4, tot: int | None = None, **velden: Any) -> Functie:
        werkveld, _ = Werkveld.objects.get_or_create(
            slug="praktijk", defaults={"naam": "Praktijk", "kleur": "groen", "volgorde": 1}
        )
        standaard = {
            "slug": naam.lower().replace(" ", "-"),
            "vanaf_niveau": niveau(vanaf),
            "tot_niveau": niveau(tot),
            "werkveld": werkveld,
            "samenvatting": "Je werkt.",
        }
        return Functie.objects.create(naam=naam, **{**standaard, "omschrijving": "Je werkt hier.", **BEWIJS, **velden})

    return maak


@pytest.fixture
def maak_stap() -> Callable[..., Doorgroei]:
    def maak(van: Functie, naar: Functie, **velden: Any) -> Doorgroei:
        return Doorgroei.objects.create(van=van, naar=naar, **{"soort": "doorstroom", **BEWIJS, **velden})

    return maak


@pytest.fixture
def maak_opleiding(db: None) -> Callable[..., Opleiding]:
    def maak(naam: str, op: int | None = 4, **velden: Any) -> Opleiding:
        standaard = {"slug": naam.lower().replace(" ", "-"), "op_niveau": niveau(op), "erkenning": "overheid"}
        return Opleiding.objects.create(naam=naam, **{**standaard, **BEWIJS, **velden})

    return maak


@pytest.fixture
def publiceer_nu(db: None) -> Callable[[str], Pad]:
    """Publish the working copy under a number, and serve it."""

    def nu(nummer: str) -> Pad:
        publiceer(bouw(), nummer, date(2026, 2, 6), "Nieuwe inhoud.")
        huidig.ververs()
        assert huidig.pad is not None
        return huidig.pad

    return nu


@pytest.fixture
def beheerder(db: None) -> Client:
    """A client logged in as somebody who may do everything."""
    client = Client()
    client.force_login(User.objects.create_superuser("beheerder"))
    return client


@pytest.fixture
def redacteur(db: None) -> Client:
    """A client logged in as an editor who may change content but not publish."""
    gebruiker = User.objects.create_user("redacteur", is_staff=True)
    inhoud = Permission.objects.filter(content_type__app_label__in=APPS)
    gebruiker.user_permissions.set(inhoud.exclude(codename="publiceren"))
    client = Client()
    client.force_login(gebruiker)
    return client
