"""The row above every page, the front page on a phone, and the page about beginning: as somebody uses them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.meten import maak_venster

pytestmark = pytest.mark.xdist_group("huisartsenzorg")  # one process starts a site with all of our content

TELEFOON = {"viewport": {"width": 360, "height": 740}}
MENU = ["Zo begin je", "Functies", "Opleidingen", "Verhalen", "Voor werkgevers"]


def hoogte(pagina):
    return pagina.locator(".kop").evaluate("kop => kop.getBoundingClientRect().height")


@pytest.mark.parametrize("adres", ["/", "/functies/triagist/", "/beginnen/", "/werkgevers/gesprek/"])
def test_the_header_is_one_row_on_every_page(pagina, adres):
    pagina.goto(adres)

    for breed in (320, 360, 390, 768, 1024, 1280, 1366, 1920):
        maak_venster(pagina, breed)
        assert hoogte(pagina) == (56 if breed < 768 else 64), breed


@pytest.mark.parametrize("breed", [360, 390, 1366])
def test_with_text_of_twice_the_size_the_header_takes_at_most_a_quarter_of_the_screen(nieuwe_pagina, breed):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    pagina.goto("/beginnen/")
    pagina.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% !important }')")

    assert pagina.evaluate("document.documentElement.scrollWidth") <= breed
    assert hoogte(pagina) <= 740 / 4


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_the_menu_unfolds_with_the_keyboard_and_without_a_script(nieuwe_pagina, axe, script):
    pagina = nieuwe_pagina(**TELEFOON, java_script_enabled=script)
    pagina.goto("/functies/triagist/")
    menu = pagina.get_by_role("navigation", name="Hoofdmenu")
    expect(menu).to_be_hidden()

    for _ in range(3):  # past the link to the content, to the name of the site and on to the button
        pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")

    expect(menu.get_by_role("link")).to_have_text(MENU)
    if script:
        axe(pagina)
    pagina.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Zo begin je")).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Zo begin je in de huisartsenzorg")
    expect(pagina.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()


def test_on_a_laptop_the_menu_is_there_and_has_no_button(pagina):
    pagina.goto("/opleidingen/")

    expect(pagina.get_by_role("navigation", name="Hoofdmenu").get_by_role("link")).to_have_text(MENU)
    expect(pagina.get_by_text("Menu", exact=True)).to_be_hidden()
    expect(pagina.locator(".menu [aria-current]")).to_have_text("Opleidingen")


def test_on_a_phone_the_front_page_begins_with_how_to_begin(nieuwe_pagina, schermafdruk):
    pagina = nieuwe_pagina(**TELEFOON)
    pagina.goto("/")

    delen = [
        pagina.get_by_role("heading", level=1),
        pagina.locator("main").get_by_role("link", name="Zo begin je"),
        pagina.get_by_text("Wat heb je al? En welk werkveld?"),
        pagina.locator("#kaart .kaartje").first,
        pagina.locator("main").get_by_role("link", name=re.compile("^Lees het verhaal")),
    ]

    plekken = [deel.bounding_box()["y"] for deel in delen]
    assert plekken == sorted(plekken)
    assert plekken[2] < 740  # in the first screen
    expect(delen[-1]).to_have_count(1)
    schermafdruk(pagina, "begin-voorpagina-smal")


def test_on_a_laptop_the_introduction_stands_where_the_panel_comes(pagina):
    def plek():
        kaart, paneel = (pagina.locator(deel).bounding_box() for deel in ("#kaart", "#paneel"))
        return kaart["x"], kaart["width"], kaart["y"], paneel["x"], paneel["width"], paneel["y"]

    pagina.goto("/")
    eerst = plek()
    pagina.locator("#kaart").get_by_role("link", name=re.compile("^Triagist")).click()
    expect(pagina.locator("#paneel-kop")).to_have_text("Triagist")

    assert plek() == eerst


@pytest.mark.parametrize("script", [True, False])
def test_a_kapster_finds_where_to_begin_how_it_goes_and_what_to_do_with_the_keyboard(nieuwe_pagina, script):
    pagina = nieuwe_pagina(**TELEFOON, java_script_enabled=script)
    pagina.goto("/")
    pagina.locator("main").get_by_role("link", name="Zo begin je").press("Enter")
    pagina.get_by_role("link", name=re.compile("^Ik werk al in de huisartsenzorg")).press("Enter")
    expect(pagina.locator("#deur")).to_be_in_viewport()
    pagina.get_by_role("link", name=re.compile("^Ik heb nog geen zorgdiploma")).press("Enter")

    expect(pagina.get_by_role("heading", level=2)).to_have_text(
        [re.compile(deel) for deel in ("Hier kun je beginnen", "Zo gaat de opleiding", "Dit kun je morgen doen")]
    )
    expect(pagina.get_by_role("heading", level=2).first).to_be_in_viewport()
    expect(pagina.get_by_text("4 dagen school per week")).to_be_visible()
    expect(pagina.get_by_text("Een leerlingensalaris").first).to_be_visible()
    pagina.get_by_role("link", name="Zelf overstappen uit een ander beroep").press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Zelf overstappen uit een ander beroep")


@pytest.mark.parametrize("script", [True, False])
def test_who_has_a_diploma_or_a_functie_comes_to_what_fits(nieuwe_pagina, script):
    pagina = nieuwe_pagina(java_script_enabled=script)
    pagina.goto("/beginnen/?deur=zorgdiploma")
    pagina.get_by_label("Mijn opleiding").select_option("Mbo-Verpleegkunde")
    pagina.get_by_role("button", name="Toon wat past").click()
    expect(pagina.get_by_label("Wat heb je al?")).to_have_value("mbo-verpleegkunde")

    pagina.goto("/beginnen/?deur=huisartsenzorg")
    pagina.get_by_label("Mijn functie nu").select_option("Triagist")
    pagina.get_by_role("button", name="Bereid een gesprek voor").click()
    expect(pagina).to_have_url(re.compile(r"/werkgevers/gesprek/\?van=triagist$"))
    pagina.go_back()
    pagina.locator("main").get_by_role("link", name="Triagist", exact=True).click()
    expect(pagina.locator("#paneel-kop")).to_have_text("Triagist")


def test_the_bar_is_drawn_to_scale(pagina):
    pagina.goto("/beginnen/")

    breedtes = pagina.locator(".tijdbalk rect").evaluate_all("r => r.map(e => e.getBoundingClientRect().width)")

    assert [round(breedte / sum(breedtes), 3) for breedte in breedtes] == [0.058, 0.442, 0.5]


@pytest.mark.parametrize(
    ("deur", "breed", "kleur"),
    [
        ("geen-zorgdiploma", 390, "light"),
        ("zorgdiploma", 1366, "dark"),
        ("huisartsenzorg", 390, "light"),
        pytest.param("geen-zorgdiploma", 1366, "dark", marks=pytest.mark.drill),
        pytest.param("zorgdiploma", 390, "light", marks=pytest.mark.drill),
        pytest.param("huisartsenzorg", 1366, "dark", marks=pytest.mark.drill),
    ],
)
def test_the_doors_are_accessible_and_printed_without_what_only_a_screen_can(
    nieuwe_pagina, axe, schermafdruk, deur, breed, kleur
):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 768}, color_scheme=kleur)
    pagina.goto(f"/beginnen/?deur={deur}")
    axe(pagina)
    schermafdruk(pagina, f"beginnen-{deur}-{breed}-{kleur}")

    pagina.emulate_media(media="print", forced_colors="none")

    expect(pagina.get_by_role("navigation", name="Deuren")).to_be_hidden()
    expect(pagina.locator("#deur select")).to_have_count(0 if deur == "geen-zorgdiploma" else 1)
    expect(pagina.locator("#deur h2")).to_have_count(3)
