"""The site in a real browser: the server that `make run` starts, driven by Chromium; fixtures for all tests that do so.

Every page that `nieuwe_pagina` opens is watched. A request to another host, an error on the console,
a violation of the CSP or a cookie outside /beheer/ fails its test, unless the test expected it.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe, AxeResults
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, StorageState, expect, sync_playwright

from tests.sectoren import BAKKERIJ
from tests.server import WORTEL, Eenmaal, vrije_poort
from tests.tools import browser as chromium

# Or axe tells of each element what it is right about, and fetches our stylesheets once more.
ALLEEN_FOUTEN = {"resultTypes": ["violations"], "preload": False}
WACHT = 180  # seconds: a busy machine is no fault of the site
BEHEERDER = {"username": "beheerder", "password": "een-goed-geheim-woord"}
# The resolver knows no other host, so nothing leaves this machine, whatever a page asks for.
VLAGGEN = [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-proxy-server",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A colour half-way to another one has a contrast of its own; what goes on for ever, such as the sign of loading, may.
UITBEWOGEN = """() => Promise.allSettled(document.getAnimations()
    .filter((beweging) => beweging.effect.getComputedTiming().endTime < Infinity)
    .map((beweging) => beweging.finished))"""
MELD_CSP = """addEventListener("securitypolicyviolation",
    (e) => console.error(`CSP: ${e.violatedDirective} refuses ${e.blockedURI}`))"""


@dataclass
class Site:
    """A running site with a database of its own."""

    url: str
    omgeving: dict[str, str]
    logboek: Path

    def manage(self, *opdracht: str) -> str:
        """Run `manage.py` on the database of this site; return what it printed."""
        aanroep = [sys.executable, "manage.py", *opdracht]
        return subprocess.run(
            aanroep, cwd=WORTEL, env=self.omgeving, check=True, stdout=subprocess.PIPE, text=True
        ).stdout


def wacht_tot_klaar(site: Site, server: subprocess.Popen[bytes]) -> None:
    """Return when the site answers; fail with its log when it stops or takes too long."""
    einde = time.monotonic() + WACHT
    while server.poll() is None and time.monotonic() < einde:
        try:
            with urlopen(f"{site.url}/readyz", timeout=30):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"The site does not start:\n{site.logboek.read_text()}")


def draai_site(map_: Path, **anders: str) -> Iterator[Site]:
    """Run the site on the database in `map_`: a new one as `make run` does, with one account; else its server alone."""
    nieuw = not (map_ / "db.sqlite3").exists()
    poort = vrije_poort()
    adres = f"http://127.0.0.1:{poort}"
    omgeving = os.environ | {
        "ADRES": "" if nieuw else adres,
        "HOST": "127.0.0.1",
        "PORT": str(poort),
        "WORKERS": "1",  # each makes the main pages before it serves
        "PDF": "uit",  # a process beside each that nobody asks for; the shared site has it
        "SITE_URL": "",
        "DEBUG": "",
        "SECTOR": "",
        "SECRET_KEY": "browser" * 10,
        "DJANGO_SETTINGS_MODULE": "ontwikkelpad.settings",
        "DATABASE_URL": f"sqlite:///{map_ / 'db.sqlite3'}",
        "UITGAVE_KOPIE": str(map_ / "uitgave.json"),
        "STATIC_ROOT": str(WORTEL / "build" / "staticfiles"),
        "DJANGO_SUPERUSER_PASSWORD": BEHEERDER["password"],
        **anders,
    }
    site = Site(adres, omgeving, map_ / "server.log")
    with ExitStack() as bestanden:
        logboek = bestanden.enter_context(site.logboek.open("wb"))
        opdracht, nummers = ["ontwikkelpad.serve"], []
        if not nieuw:  # it has nothing to prepare
            doof = bestanden.enter_context(open(os.devnull, "wb"))
            deur = bestanden.enter_context(socket.create_server(("127.0.0.1", poort)))
            nummers = [doof.fileno(), deur.fileno()]
            opdracht = ["ontwikkelpad.server", *map(str, nummers)]
        server = subprocess.Popen(
            [sys.executable, "-m", *opdracht],
            cwd=WORTEL,
            env=omgeving,
            stdout=logboek,
            stderr=logboek,
            pass_fds=nummers,
        )
    try:
        wacht_tot_klaar(site, server)
        if nieuw:
            site.manage("createsuperuser", "--noinput", "--username", BEHEERDER["username"], "--email", "a@example.org")
        yield site
    finally:
        server.terminate()
        server.wait(timeout=60)
    assert "Traceback" not in (verslag := site.logboek.read_text()), verslag


def draai_kopie(begin: Path, map_: Path, **anders: str) -> Iterator[Site]:
    """Run in `map_` a site that goes on from what another one left."""
    yield from draai_site(shutil.copytree(begin, map_, dirs_exist_ok=True), **anders)


@pytest.fixture(scope="session")
def begin(eenmaal: Eenmaal) -> Path:
    """What a site leaves that started with the neutral sector, and has one account and a published story."""

    def vul(map_: Path) -> None:
        for site in draai_site(map_, SECTOR=str(BAKKERIJ)):
            verhaal = "from tests.verhaal import publiceer_verhaal; publiceer_verhaal()"
            site.manage("shell", "--no-imports", "-c", verhaal)

    return eenmaal("begin", vul)


@pytest.fixture(scope="session")
def server(begin: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site that tests share: they look, they do not change its content."""
    yield from draai_kopie(begin, tmp_path_factory.mktemp("site"), PDF="")


@pytest.fixture
def eigen_server(begin: Path, tmp_path: Path) -> Iterator[Site]:
    """A site for one test that changes content."""
    yield from draai_kopie(begin, tmp_path)


@pytest.fixture(scope="module")
def redactie_server(begin: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site for the tests of a module that change content, and do not mind what the others changed."""
    yield from draai_kopie(begin, tmp_path_factory.mktemp("redactie"))


@pytest.fixture
def lege_server(eenmaal: Eenmaal, tmp_path: Path) -> Iterator[Site]:
    """A site for one test, with an account and without any content."""

    def vul(map_: Path) -> None:
        for _ in draai_site(map_, SECTOR="geen"):
            pass

    yield from draai_kopie(eenmaal("begin-leeg", vul), tmp_path)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, found by tests/tools/browser.py."""
    # Playwright keeps an event loop in this thread; other tests of the same run still use the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=WACHT * 1000)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        venster = playwright.chromium.launch(executable_path=chromium.find_light(playwright), args=VLAGGEN + sandbox)
        yield venster
        venster.close()


@dataclass
class Bewaking:
    """What went wrong in the pages of one test, and what the test said would go wrong."""

    verwacht: list[str] = field(default_factory=list)
    gezien: list[str] = field(default_factory=list)

    def bewaak(self, pagina: Page, site: Site) -> None:
        def verzoek(request: Request) -> None:
            if request.url.startswith("http") and urlsplit(request.url).netloc != urlsplit(site.url).netloc:
                self.gezien.append(f"request to another host: {request.url}")

        def console(bericht: ConsoleMessage) -> None:
            if bericht.type == "error":
                self.gezien.append(f"console: {bericht.text} ({bericht.location.get('url')})")

        pagina.on("request", verzoek)
        pagina.on("console", console)
        pagina.on("pageerror", lambda fout: self.gezien.append(f"script: {fout}"))

    def onverwacht(self) -> list[str]:
        return [gezien for gezien in self.gezien if not any(deel in gezien for deel in self.verwacht)]


@pytest.fixture
def bewaking() -> Iterator[Bewaking]:
    """What the test's pages report; `bewaking.verwacht.append("404")` lets a message with that text pass."""
    bewaking = Bewaking()
    yield bewaking
    if fouten := bewaking.onverwacht():
        pytest.fail("\n".join(fouten), pytrace=False)


@pytest.fixture
def nieuwe_pagina(
    browser: Browser, bewaking: Bewaking, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Open a watched page of a new visitor: `nieuwe_pagina(java_script_enabled=False)`.

    Takes the options of Playwright's `new_context`, and `site` for another site than the shared one.
    """
    geopend = []

    def open_(site: Site | None = None, **opties: Any) -> Page:
        site = site or request.getfixturevalue("server")
        standaard = {"base_url": site.url, "locale": "nl-NL", "viewport": {"width": 1366, "height": 768}}
        context = browser.new_context(**{**standaard, **opties})
        context.set_default_timeout(WACHT * 1000)
        context.add_init_script(MELD_CSP)
        context.on("page", lambda pagina: bewaking.bewaak(pagina, site))
        geopend.append(context)
        return context.new_page()

    yield open_
    for context in geopend:
        bewaking.gezien += [f"cookie: {c}" for c in context.cookies() if not c.get("path", "").startswith("/beheer/")]
        context.close()


@pytest.fixture
def pagina(nieuwe_pagina: Callable[..., Page]) -> Page:
    """A watched page on a laptop, of a visitor who has not been here before."""
    return nieuwe_pagina()


@pytest.fixture(scope="session")
def sessies() -> dict[str, StorageState]:
    """What the last login on each site left in the browser: logging in takes long."""
    return {}


@pytest.fixture
def log_in(
    nieuwe_pagina: Callable[..., Page], sessies: dict[str, StorageState], request: pytest.FixtureRequest
) -> Callable[..., Page]:
    """Open the admin as the account that every site has; takes what `nieuwe_pagina` takes."""

    def log_in(site: Site | None = None, **opties: Any) -> Page:
        site = site or request.getfixturevalue("server")
        pagina = nieuwe_pagina(site, storage_state=sessies.get(site.url), **opties)
        pagina.goto("/beheer/")
        if "/login/" in pagina.url:
            pagina.locator("input[name=username]").fill(BEHEERDER["username"])
            pagina.locator("input[name=password]").fill(BEHEERDER["password"])
            pagina.locator("[type=submit]").click()
            pagina.wait_for_url("**/beheer/")
            sessies[site.url] = pagina.context.storage_state()
        return pagina

    return log_in


@pytest.fixture
def axe() -> Callable[..., None]:
    """Assert that axe finds nothing to complain of in the page, or in the part of it that a selector names.

    A page that is left while axe reads it, because a click before led elsewhere, is read once the next one is there.
    """

    def lees(pagina: Page, deel: str | None) -> AxeResults:
        pagina.wait_for_load_state()
        try:
            pagina.evaluate("document.gelezen = true")
            pagina.evaluate(UITBEWOGEN)
            return Axe().run(pagina, deel, ALLEEN_FOUTEN)
        except Error:
            pagina.wait_for_function("!document.gelezen")  # the same page: the fault was not that it was left
            return lees(pagina, deel)

    def controleer(pagina: Page, deel: str | None = None) -> None:
        uitslag = lees(pagina, deel)
        assert uitslag.violations_count == 0, f"{pagina.url}\n{uitslag.generate_report()}"

    return controleer


@pytest.fixture
def schermafdruk() -> Callable[[Page, str], Path]:
    """Save a picture of the whole page for people to look at, in build/schermafdrukken/."""

    def bewaar(pagina: Page, naam: str) -> Path:
        bestand = WORTEL / "build" / "schermafdrukken" / f"{naam}.png"
        pagina.screenshot(path=bestand, full_page=True, caret="initial")
        return bestand

    return bewaar
