"""Who offers what, from the portal to a visitor: by the button of the desk, and by the timer."""

import re
import shlex
from configparser import ConfigParser

import pytest
from playwright.sync_api import expect

from aanbod.datasets import COHORTEN, HO, MBO
from tests.aanbod.portaal import portaal
from tests.aanbod.test_overnemen import DRIE, KOP, bij
from tests.aanbod.voorbeeld import BAKKEN, COHORTENKOP, MBOKOP, bestand, cohort, mbo
from tests.browser.fixtures import draai_kopie
from tests.server import WORTEL

# What stands on the page while it waits is kept for the next page: Playwright itself waits while a page is being left.
DRUK = """() => {
    const gezien = new Set();
    setInterval(() => gezien.add(document.querySelector(".bezig").innerText), 100);
    addEventListener("pagehide", () => sessionStorage.setItem("gezien", [...gezien].join("; ")));
    document.querySelector("button[name=haal]").click();
}"""
ANDERS = BAKKEN | {"OPLEIDINGSEENHEIDCODE": "1001O0500"}  # so many that it can be seen coming in
DEEG = mbo("ROC Deeg")
BESTANDEN = {
    HO.naam: bestand(KOP, *DRIE, *[ANDERS] * 4000),
    MBO.naam: bestand(DEEG, kop=MBOKOP),
    COHORTEN: bestand(cohort(DEEG, "2026-09-01"), kop=COHORTENKOP),
}


@pytest.fixture
def ckan():
    with portaal(BESTANDEN, **{HO.naam: "/langzaam/{}.csv"}) as website:
        yield website


@pytest.fixture
def site(begin, tmp_path, ckan):
    yield from draai_kopie(begin, tmp_path, DJANGO_SETTINGS_MODULE="tests.browser.portaal", PORTAAL=ckan.url(""))


def timer() -> list[str]:
    """Return what the timer of the kit runs, as a command of manage.py."""
    unit = ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(WORTEL / "deploy" / "systemd" / "ontwikkelpad-aanbod.service")
    opdracht = shlex.split(unit["Service"]["ExecStart"])
    assert opdracht[1] == "manage.py"
    return opdracht[2:]


def test_the_button_shows_how_far_it_is_and_then_the_timer_brings_a_newer_one(site, ckan, log_in, axe, nieuwe_pagina):
    bezoeker = nieuwe_pagina(site)
    bezoeker.goto("/opleidingen/winkel-en-verkoop/")
    expect(bezoeker.get_by_text("Hogeschool Meel")).to_have_count(0)
    pagina = log_in(site=site)
    pagina.goto("/beheer/opleidingen/opleiding/")
    pagina.get_by_role("link", name="Waar kun je het leren?").click()
    axe(pagina)

    pagina.evaluate(DRUK)
    expect(pagina.get_by_text("Het overzicht van mbo-opleidingen van 04-08-2026 staat nu op de site.")).to_be_visible()
    gezien = pagina.evaluate("sessionStorage.getItem('gezien')")
    assert "De overzichten worden opgehaald" in gezien
    assert re.search("[1-9][0-9]* kB opgehaald", gezien)
    axe(pagina)

    lees_tot(bezoeker, "Hogeschool Meel")

    ckan.bestanden[HO.naam] = bestand(KOP, *DRIE, bij("Hogeschool Suiker", "Ede"))
    gezegd = site.manage(*timer())

    assert "25901: 4 schools" in gezegd
    assert "26044: 1 schools" in gezegd
    lees_tot(bezoeker, "Hogeschool Suiker")
    expect(bezoeker.get_by_text("Hogeschool Meel")).to_be_visible()


def lees_tot(pagina, tekst):
    """Read the page again until it says so: a process looks for something newer each second."""
    for _ in range(100):
        if pagina.get_by_text(tekst).count():
            return
        pagina.wait_for_timeout(300)
        pagina.reload()
    pytest.fail(f"Visitors do not read {tekst}")
