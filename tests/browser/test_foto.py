"""A photo in a real browser: sent, pointed at, published, seen, and away within two seconds."""

import time

import pytest
from playwright.sync_api import expect

from tests.beelden.fotos import beeld, bestand

pytestmark = pytest.mark.xdist_group("foto")  # one process starts the site that they share

FOTO = {"name": "noor.jpg", "mimeType": "image/jpeg", "buffer": bestand(beeld=beeld((2000, 1200)))}
VERHAAL, FUNCTIE = "/verhalen/noor/", "/functies/broodbakker/"
LANGST = 12.0  # seconds: two, and what a busy machine adds
HEET = "Noor aan het werk"
IS_ER = "from beelden.models import Foto; print(Foto.objects.count())"
KIES = """
from beelden.models import Foto
from uitgave.vastleggen import vastleggen
from verhalen.models import Verhaal
with vastleggen(None):
    verhaal = Verhaal.objects.get()
    verhaal.foto = verhaal.functie.foto = Foto.objects.get()
    verhaal.save()
    verhaal.functie.save()
"""
MAAK = f"""
from datetime import date
from tests.beelden.fotos import maak_foto
from uitgave.bouwen import bouw
from uitgave.publiceren import publiceer
maak_foto("{HEET}")
{KIES}
publiceer(bouw(), "3", date(2026, 3, 2), "Er is een foto bij.")
"""
GELADEN = "beelden => beelden.map(beeld => beeld.complete && beeld.naturalWidth > 0)"


def vul_in(pagina):
    pagina.goto("/beheer/beelden/foto/add/")
    pagina.locator("#id_naam").fill(HEET)
    pagina.locator("#id_alt").fill("Een vrouw haalt brood uit de oven.")
    pagina.locator("#id_maker").fill("Ans de Wit")
    pagina.locator("#id_toestemming_van").fill("Noor en Ans")
    pagina.locator("#id_toestemming_op").fill("1-1-2026")
    pagina.locator("#id_tot").fill("1-1-2036")
    pagina.locator("#id_slug").fill("noor-aan-het-werk")


def voer_uit(site, code):
    return site.manage("shell", "--no-imports", "-c", code)


def publiceer(pagina, nummer):
    pagina.goto("/beheer/publiceren/")
    pagina.locator("#id_nummer").fill(nummer)
    pagina.locator("#id_wijzigingen").fill("Er is een foto bij.")
    if pagina.locator("#id_gelezen").count():
        pagina.locator("#id_gelezen").check()
    pagina.get_by_role("button", name="Publiceer").last.click()
    expect(pagina.locator(".messagelist")).to_contain_text("is gepubliceerd")


def test_a_photo_comes_goes_along_and_is_gone_within_two_seconds(
    eigen_server, log_in, nieuwe_pagina, axe, schermafdruk, bewaking
):
    desk = log_in(eigen_server)
    vul_in(desk)
    desk.locator("#id_bestand").set_input_files(FOTO)
    kader = desk.locator("[data-foto-kies]")
    expect(kader).to_be_visible()
    velden = [desk.locator(f"#id_focus_{as_}") for as_ in ("x", "y")]
    for veld in velden:
        veld.fill("0")
    kader.locator("img").click()  # in the middle
    assert [abs(int(veld.input_value()) - 50) <= 1 for veld in velden] == [True, True]
    for veld, procent in zip(velden, ("10", "60"), strict=True):
        veld.fill(procent)
    expect(desk.locator(".foto-punt")).to_be_visible()
    desk.locator("[name=_continue]").click()
    expect(desk.locator(".messagelist")).to_contain_text("toegevoegd")
    assert desk.locator("[data-foto-kies] img").evaluate_all(GELADEN) == [True]
    schermafdruk(desk, "foto-beheer")
    axe(desk, "[data-foto-kies]")

    voer_uit(eigen_server, KIES)
    publiceer(desk, "3")
    bezoeker = nieuwe_pagina(eigen_server)
    for adres, soort in (
        (VERHAAL, ".foto img"),
        ("/functies/broodbakker/", ".foto img"),
        ("/verhalen/", "img.portret"),
    ):
        bezoeker.goto(adres)
        expect(bezoeker.locator(soort).first).to_be_visible()
        bezoeker.wait_for_load_state("networkidle")
        assert set(bezoeker.locator(soort).evaluate_all(GELADEN)) == {True}
        axe(bezoeker)
        schermafdruk(bezoeker, f"foto{adres.replace('/', '-')}")
    bezoeker.goto(VERHAAL)
    bestand_ = bezoeker.locator(".foto img").evaluate("beeld => beeld.currentSrc")
    assert bestand_.endswith(".avif")

    desk.goto("/beheer/beelden/foto/")
    axe(desk, "#changelist-form")
    desk.get_by_role("link", name=HEET).click()
    desk.get_by_role("link", name="Toestemming ingetrokken?").click()
    axe(desk, "#content")
    desk.get_by_role("button", name="Haal de foto nu van de site").click()
    begin = time.monotonic()
    expect(desk.locator(".messagelist")).to_contain_text("staat nergens meer op de site")
    bewaking.verwacht.append("404")
    while bezoeker.request.get(bestand_).status != 404 or "/beelden/" in bezoeker.request.get(VERHAAL).text():
        assert time.monotonic() - begin < LANGST
        time.sleep(0.1)
    bezoeker.goto(VERHAAL)
    expect(bezoeker.locator("span.portret")).to_have_text("N")
    expect(bezoeker.locator(".foto")).to_have_count(0)


@pytest.mark.parametrize("breed", [320, 390, 768, 1024, 1366])
def test_a_photo_fits_every_window_and_moves_nothing(redactie_server, nieuwe_pagina, breed):
    if voer_uit(redactie_server, IS_ER).strip() == "0":
        voer_uit(redactie_server, MAAK)
    pagina = nieuwe_pagina(redactie_server, viewport={"width": breed, "height": 740})
    for adres in (VERHAAL, FUNCTIE, "/verhalen/"):
        pagina.goto(adres)
        pagina.wait_for_load_state("networkidle")
        schuift = pagina.evaluate(
            """() => new Promise((klaar) => {
                let som = 0;
                new PerformanceObserver((lijst) => { for (const deel of lijst.getEntries()) som += deel.value; })
                    .observe({ type: "layout-shift", buffered: true });
                setTimeout(() => klaar(som), 200);
            })"""
        )
        past = pagina.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert (schuift < 0.01, past) == (True, True), (adres, schuift)


def test_without_a_script_the_point_is_two_numbers(eigen_server, log_in):
    pagina = log_in(eigen_server, java_script_enabled=False)
    vul_in(pagina)
    pagina.locator("#id_bestand").set_input_files(FOTO)
    pagina.locator("#id_focus_x").fill("5")
    pagina.locator("#id_focus_y").fill("95")
    pagina.locator("[name=_continue]").click()

    expect(pagina.locator("#id_focus_x")).to_have_value("5")
    expect(pagina.locator("[data-foto-kies] img")).to_be_visible()
    expect(pagina.get_by_text("Klik in de foto")).to_be_hidden()
