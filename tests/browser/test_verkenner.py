"""The explorer in the hands of a visitor: with a mouse, a keyboard, a phone, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.meten import lijnen_kloppen, past

TELEFOON = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def kaartje(pagina, naam):
    return pagina.locator("#kaart").get_by_role("link", name=re.compile(f"^{naam}"))


def kop(pagina):
    return pagina.locator("#paneel-kop")


def test_a_click_changes_map_and_panel_without_a_new_page(pagina):
    pagina.goto("/")
    pagina.evaluate("window.zelfdePagina = true")

    kaartje(pagina, "Winkelmedewerker").click()

    expect(kop(pagina)).to_have_text("Winkelmedewerker")
    expect(kop(pagina)).to_be_focused()
    expect(pagina).to_have_url(re.compile(r"/functies/winkelmedewerker/$"))
    expect(pagina).to_have_title("Winkelmedewerker · Ontwikkelpad Bakkerij")
    expect(kaartje(pagina, "Winkelmedewerker")).to_have_attribute("aria-current", "true")
    expect(kaartje(pagina, "Winkelleider")).to_contain_text("Mogelijke stap")
    assert pagina.evaluate("window.zelfdePagina")


def test_back_forward_and_reload_show_what_belongs_to_the_address(pagina):
    pagina.goto("/")
    kaartje(pagina, "Winkelmedewerker").click()
    expect(kop(pagina)).to_have_text("Winkelmedewerker")
    pagina.locator("#paneel").get_by_role("link", name="Winkelleider").click()
    expect(kop(pagina)).to_have_text("Winkelleider (WL)")

    pagina.go_back()
    expect(kop(pagina)).to_have_text("Winkelmedewerker")
    expect(pagina).to_have_title("Winkelmedewerker · Ontwikkelpad Bakkerij")
    pagina.go_back()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Welk werk bak jij?")
    pagina.go_forward()
    expect(kop(pagina)).to_have_text("Winkelmedewerker")
    pagina.reload()
    expect(kop(pagina)).to_have_text("Winkelmedewerker")
    assert pagina.locator("header.kop").count() == 1


def test_the_list_of_what_somebody_can_have_stays_and_shows_what_the_address_says(pagina):
    pagina.goto("/")
    lijst = pagina.get_by_label("Wat heb je al?")
    alle = lijst.locator("option").all_inner_texts()
    assert len(alle) > 5
    lijst.select_option("broodbakken")
    kaartje(pagina, "Winkelmedewerker").click()  # without *Toon*: the choice was not made
    expect(kop(pagina)).to_have_text("Winkelmedewerker")
    expect(lijst).to_have_value("")

    lijst.select_option("broodbakken")
    pagina.get_by_role("button", name="Toon", exact=True).click()
    expect(pagina).to_have_url(re.compile("opleiding=broodbakken"))
    kaartje(pagina, "Winkelleider").click()
    expect(kop(pagina)).to_have_text("Winkelleider (WL)")
    expect(lijst).to_have_value("broodbakken")
    pagina.go_back()
    expect(kop(pagina)).to_have_text("Winkelmedewerker")
    expect(lijst).to_have_value("broodbakken")

    pagina.get_by_role("link", name="Wis mijn keuzes").click()
    expect(pagina).not_to_have_url(re.compile("opleiding="))
    expect(lijst).to_have_value("")
    assert lijst.locator("option").all_inner_texts() == alle
    assert pagina.locator("#achtergrond").count() == 1


def test_back_returns_to_the_same_place_on_a_phone(nieuwe_pagina):
    pagina = nieuwe_pagina(**TELEFOON, reduced_motion="reduce")
    pagina.goto("/")
    kaartje(pagina, "Bezorger").scroll_into_view_if_needed()
    hoogte = pagina.evaluate("scrollY")
    kaartje(pagina, "Bezorger").tap()
    expect(kop(pagina)).to_have_text("Bezorger")
    expect(kop(pagina)).to_be_in_viewport()

    pagina.go_back()

    expect(kaartje(pagina, "Bezorger")).to_be_in_viewport()
    assert hoogte > 0
    assert abs(pagina.evaluate("scrollY") - hoogte) < 5


def test_on_a_phone_the_functie_comes_first_with_a_way_back_to_its_place_on_the_map(nieuwe_pagina):
    pagina = nieuwe_pagina(**TELEFOON)
    pagina.goto("/functies/bezorger/")

    expect(kop(pagina)).to_be_in_viewport()
    expect(pagina.locator("#kaart")).to_be_hidden()
    pagina.get_by_role("link", name="Alle functies").tap()

    expect(kaartje(pagina, "Bezorger")).to_be_in_viewport()


def test_nothing_of_a_visitor_is_stored(pagina):
    pagina.goto("/")
    kaartje(pagina, "Winkelmedewerker").click()
    expect(kop(pagina)).to_have_text("Winkelmedewerker")
    pagina.go_back()
    expect(kop(pagina)).to_have_text("Welk werk bak jij?")

    assert pagina.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert pagina.context.cookies() == []


def test_the_keyboard_goes_from_the_start_to_a_panel_and_on_to_a_next_step(pagina):
    pagina.goto("/")
    pagina.keyboard.press("Tab")
    expect(pagina.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    pagina.keyboard.press("Enter")
    for _ in range(8):  # past the ways to begin, the two choices and their button
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.matches('.kaartje a')"):
            break
    expect(kaartje(pagina, "Bakkershulp")).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(kop(pagina)).to_be_focused()
    expect(kop(pagina)).to_have_text("Bakkershulp (BH)")

    for _ in range(30):
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.matches('.stappen a')"):
            break
    pagina.keyboard.press("Enter")
    expect(kop(pagina)).to_be_focused()
    expect(kop(pagina)).not_to_have_text("Bakkershulp (BH)")
    pagina.go_back()
    expect(kop(pagina)).to_have_text("Bakkershulp (BH)")


def test_without_javascript_everything_still_works(nieuwe_pagina):
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto("/")

    kaartje(pagina, "Broodbakker").click()
    expect(kop(pagina)).to_have_text("Broodbakker (BB)")
    expect(pagina.locator("#paneel").get_by_role("button")).to_have_text([re.compile("Bewaar")])
    pagina.get_by_text("Hygiënepas", exact=True).click()
    expect(pagina.get_by_role("link", name="Meer over Hygiënepas")).to_be_visible()
    pagina.get_by_role("link", name="Lees het verhaal van Noor").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Het verhaal van Noor")


def test_links_that_leave_the_explorer_open_a_whole_page(pagina):
    pagina.goto("/")
    kaartje(pagina, "Broodbakker").click()
    expect(kop(pagina)).to_have_text("Broodbakker (BB)")

    pagina.get_by_role("link", name="Lees het verhaal van Noor").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Het verhaal van Noor")
    expect(pagina.get_by_role("banner")).to_be_visible()
    pagina.go_back()
    expect(kop(pagina)).to_have_text("Broodbakker (BB)")


def test_find_training_leads_to_leeroverzicht_and_says_that_it_leaves_the_site(pagina):
    pagina.goto("/functies/winkelmedewerker/")

    link = pagina.get_by_role("link", name=re.compile(r"^Zoek een school .*\(andere website\)$"))

    expect(link).to_have_attribute("href", "https://leeroverzicht.example/")
    expect(link).to_have_attribute("rel", "noopener")


def test_the_neighbourhood_and_back_to_the_whole_map(pagina):
    pagina.goto("/functies/winkelmedewerker/")
    pagina.get_by_role("link", name="Toon alleen de functies rond Winkelmedewerker").click()
    expect(pagina.locator("#kaart .kaartje")).to_have_count(4)
    expect(pagina.locator("#kop-kaart")).to_be_focused()

    pagina.get_by_role("link", name="Toon de hele kaart").click()

    expect(pagina.locator("#kaart .kaartje")).to_have_count(8)


def test_my_opleiding_colours_the_map_in_words_and_stays_chosen(pagina):
    pagina.goto("/")
    pagina.get_by_label("Wat heb je al?").select_option("Fijn gebak")
    pagina.locator("#kaart").get_by_role("button", name="Toon").click()

    expect(pagina.locator(".samenvatting")).to_contain_text("Je opleiding past bij 2 functies.")
    expect(kaartje(pagina, "Broodbakker")).to_contain_text("Je opleiding past")
    kaartje(pagina, "Meesterbakker").click()
    expect(kop(pagina)).to_have_text("Meesterbakker aan de grote oven (MB)")
    expect(pagina.get_by_label("Wat heb je al?")).to_have_value("fijn-gebak")
    expect(pagina.locator("#paneel")).to_contain_text("Deze functie ligt 1 stap verder")
    pagina.go_back()
    expect(pagina.locator(".samenvatting")).to_contain_text("Je opleiding past bij 2 functies.")
    pagina.get_by_role("link", name="Wis mijn keuzes").click()
    expect(pagina.locator(".samenvatting")).to_have_count(0)


@pytest.mark.parametrize(
    "adres", ["/", "/functies/broodbakker/", "/functies/winkelmedewerker/?kaart=buurt", "/?opleiding=fijn-gebak"]
)
def test_lines_touch_the_cards_they_join_and_no_other(pagina, adres):
    lijnen_kloppen(pagina, adres)


ADRESSEN = [
    "/",
    "/?werkveld=onbekend",
    "/?opleiding=fijn-gebak",
    "/functies/broodbakker/?opleiding=winkel-en-verkoop&werkveld=werkplaats",
    "/functies/",
    "/functies/?vereiste=ovenregistratie&niveau=99",
    "/beginnen/",
    "/beginnen/?deur=van-het-gilde",
    "/beginnen/?deur=in-een-bakkerij",
    "/beginnen/?deur=onbekend",
    "/zoeken/",
    "/zoeken/?q=verkoper",
    "/zoeken/?q=qqzzxx",
    "/routes/",
    "/routes/?van=bakkershulp&naar=bedrijfsleider",
    "/routes/?van=bedrijfsleider&naar=bezorger",
    "/vergelijken/",
    "/vergelijken/?functie=bezorger&functie=winkelmedewerker&functie=meesterbakker-aan-de-grote-oven",
    "/functies/meesterbakker-aan-de-grote-oven/",
    "/functies/winkelmedewerker/?kaart=buurt",
    "/functies/bezorger/",
    "/opleidingen/",
    "/opleidingen/diploma-winkelier/",
    "/opleidingen/fijn-gebak/",
    "/verhalen/",
    "/verhalen/noor/",
    "/over/",
    "/bestaat-niet/",
]


# Of each kind of page the one with the most on it, for every run; the drill takes all.
VAN_ELKE_SOORT = [
    "/?opleiding=fijn-gebak",
    "/functies/broodbakker/?opleiding=winkel-en-verkoop&werkveld=werkplaats",
    "/functies/?vereiste=ovenregistratie&niveau=99",
    "/beginnen/?deur=in-een-bakkerij",
    "/zoeken/?q=verkoper",
    "/routes/?van=bakkershulp&naar=bedrijfsleider",
    "/vergelijken/?functie=bezorger&functie=winkelmedewerker&functie=meesterbakker-aan-de-grote-oven",
    "/opleidingen/",
    "/opleidingen/fijn-gebak/",
    "/verhalen/",
    "/verhalen/noor/",
    "/over/",
    "/bestaat-niet/",
]
WELKE = pytest.mark.parametrize(
    "adressen",
    [pytest.param(VAN_ELKE_SOORT, id="each kind"), pytest.param(ADRESSEN, id="all", marks=pytest.mark.drill)],
)


def met_lijsten(pagina, adressen):
    """These addresses; when they are all, with every page that the lists link to."""
    if adressen is not ADRESSEN:
        return adressen
    adressen = list(ADRESSEN)
    for lijst in ("/functies/", "/opleidingen/", "/verhalen/"):
        pagina.goto(lijst)
        adressen += pagina.locator(".tegel a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(adressen) == len(ADRESSEN) + 8 + 8 + 1
    return dict.fromkeys(adressen)


@WELKE
@pytest.mark.parametrize(
    ("schema", "maat"),
    [
        ("light", (1366, 768)),
        ("dark", (360, 740)),
    ],
)
def test_axe_finds_nothing_on_any_page(nieuwe_pagina, bewaking, axe, schema, maat, adressen):
    bewaking.verwacht.append("404")
    pagina = nieuwe_pagina(color_scheme=schema, viewport={"width": maat[0], "height": maat[1]})
    for adres in met_lijsten(pagina, adressen):
        pagina.goto(adres)
        for eis in pagina.locator("summary:visible").all():
            eis.click()
        axe(pagina)


@WELKE
def test_every_kind_of_page_fits_in_every_window_also_with_text_of_twice_the_size(pagina, bewaking, adressen):
    bewaking.verwacht.append("404")
    for adres in adressen:
        past(pagina, adres, dubbel=(360, 1366))


@pytest.mark.parametrize("breed", [360, 1366])
def test_what_can_be_tapped_is_large_enough(nieuwe_pagina, breed):
    hoofdzaken = ".knop, .pil, .kaartje a, .menu a, .kopknoppen a, .deuren a"
    hoofdzaken += ", .menuknop summary, .rijen summary, .rijen li > a, .meer summary, .filterknop summary, .kopieer"
    bijzaken = ".verhaal a, .opleiding .naam, .opleidingrij .naam, .onder-kaart a, .voet a, .terug a"
    meet = """([keuze, minimum]) => Array.from(document.querySelectorAll(keuze), (e) => {
      const r = e.getBoundingClientRect();
      return [e.textContent.trim(), Math.min(r.width, r.height)];
    }).filter(([_, maat]) => maat > 0 && maat < minimum)"""
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in ("/", "/functies/winkelmedewerker/", "/opleidingen/", "/verhalen/noor/", "/beginnen/"):
        pagina.goto(adres)
        assert pagina.evaluate(meet, [hoofdzaken, 43.9]) == [], adres
        assert pagina.evaluate(meet, [bijzaken, 24]) == [], adres


def test_a_printed_functie_has_everything_but_the_map_and_shows_its_addresses(pagina, tmp_path):
    pagina.goto("/functies/winkelmedewerker/")
    pagina.emulate_media(media="print")

    expect(pagina.locator("#kaart")).to_be_hidden()
    expect(pagina.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(pagina.locator("#paneel")).to_be_visible()
    expect(pagina.get_by_text("Met deze pas laat je zien")).to_be_visible()
    link = pagina.locator("#paneel .rijen .extern").first
    assert "https://" in link.evaluate("e => getComputedStyle(e, '::after').content + e.href")
    assert pagina.pdf(path=tmp_path / "functie.pdf").count(b"/Type /Page\n") <= 2


def test_sharing_copies_the_address(nieuwe_pagina):
    pagina = nieuwe_pagina(permissions=["clipboard-read", "clipboard-write"])
    pagina.goto("/functies/winkelmedewerker/")
    pagina.evaluate("navigator.share = undefined")

    pagina.get_by_role("button", name=re.compile("Deel.*Winkelmedewerker")).click()

    expect(pagina.get_by_text("De link is gekopieerd.")).to_be_visible()
    assert pagina.evaluate("navigator.clipboard.readText()") == pagina.url


def test_more_closes_with_escape_and_when_somebody_presses_elsewhere(pagina):
    pagina.goto("/functies/winkelmedewerker/")
    meer, vergelijk = pagina.get_by_text("Meer", exact=True), pagina.get_by_role("link", name="Vergelijk met")

    meer.click()
    expect(vergelijk).to_be_visible()
    vergelijk.focus()
    pagina.keyboard.press("Escape")
    expect(vergelijk).to_be_hidden()
    expect(pagina.locator(".meer > summary")).to_be_focused()

    meer.click()
    expect(vergelijk).to_be_visible()
    kop(pagina).click()
    expect(vergelijk).to_be_hidden()
