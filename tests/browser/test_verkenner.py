"""The explorer in the hands of a visitor: with a mouse, a keyboard, a phone, and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

TELEFOON = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LIJNEN = """() => {
  const svg = document.querySelector("svg.lijnen");
  const matrix = svg.getScreenCTM();
  const punt = (pad, deel) => {
    const p = pad.getPointAtLength(pad.getTotalLength() * deel).matrixTransform(matrix);
    return [p.x, p.y];
  };
  const stukjes = (pad) => Array.from({length: 201}, (_, i) => punt(pad, i / 200));
  const kaartjes = Array.from(document.querySelectorAll(".kaartje a"), (a) => {
    const r = a.getBoundingClientRect();
    return [a.closest("li").id, r.left, r.top, r.right, r.bottom];
  });
  return {lijnen: Array.from(svg.querySelectorAll(".lijn"), stukjes), kaartjes};
}"""


def kaartje(pagina, naam):
    return pagina.locator("#kaart").get_by_role("link", name=re.compile(f"^{naam}"))


def kop(pagina):
    return pagina.locator("#paneel-kop")


def test_a_click_changes_map_and_panel_without_a_new_page(pagina):
    pagina.goto("/")
    pagina.evaluate("window.zelfdePagina = true")

    kaartje(pagina, "Triagist").click()

    expect(kop(pagina)).to_have_text("Triagist")
    expect(kop(pagina)).to_be_focused()
    expect(pagina).to_have_url(re.compile(r"/functies/triagist/$"))
    expect(pagina).to_have_title("Triagist · Ontwikkelpad Huisartsenzorg")
    expect(kaartje(pagina, "Triagist")).to_have_attribute("aria-current", "true")
    expect(kaartje(pagina, "Leidinggevend triagist")).to_contain_text("Mogelijke stap")
    assert pagina.evaluate("window.zelfdePagina")


def test_back_forward_and_reload_show_what_belongs_to_the_address(pagina):
    pagina.goto("/")
    kaartje(pagina, "Triagist").click()
    expect(kop(pagina)).to_have_text("Triagist")
    pagina.locator("#paneel").get_by_role("link", name="Leidinggevend triagist").click()
    expect(kop(pagina)).to_have_text("Leidinggevend triagist")

    pagina.go_back()
    expect(kop(pagina)).to_have_text("Triagist")
    expect(pagina).to_have_title("Triagist · Ontwikkelpad Huisartsenzorg")
    pagina.go_back()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Waar wil jij naartoe groeien?")
    pagina.go_forward()
    expect(kop(pagina)).to_have_text("Triagist")
    pagina.reload()
    expect(kop(pagina)).to_have_text("Triagist")
    assert pagina.locator("header.kop").count() == 1


def test_back_returns_to_the_same_place_on_a_phone(nieuwe_pagina):
    pagina = nieuwe_pagina(**TELEFOON, reduced_motion="reduce")
    pagina.goto("/")
    kaartje(pagina, "Physician assistant").scroll_into_view_if_needed()
    hoogte = pagina.evaluate("scrollY")
    kaartje(pagina, "Physician assistant").tap()
    expect(kop(pagina)).to_have_text("Physician assistant (PA)")
    expect(kop(pagina)).to_be_in_viewport()

    pagina.go_back()

    expect(kaartje(pagina, "Physician assistant")).to_be_in_viewport()
    assert hoogte > 0
    assert abs(pagina.evaluate("scrollY") - hoogte) < 5


def test_on_a_phone_the_functie_comes_first_with_a_way_back_to_its_place_on_the_map(nieuwe_pagina):
    pagina = nieuwe_pagina(**TELEFOON)
    pagina.goto("/functies/physician-assistant/")

    expect(kop(pagina)).to_be_in_viewport()
    pagina.get_by_role("link", name="Terug naar de kaart").tap()

    expect(kaartje(pagina, "Physician assistant")).to_be_in_viewport()


def test_nothing_of_a_visitor_is_stored(pagina):
    pagina.goto("/")
    kaartje(pagina, "Triagist").click()
    expect(kop(pagina)).to_have_text("Triagist")
    pagina.go_back()
    expect(kop(pagina)).to_have_text("Waar wil jij naartoe groeien?")

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
    expect(kaartje(pagina, "Doktersassistent")).to_be_focused()
    pagina.keyboard.press("Enter")
    expect(kop(pagina)).to_be_focused()
    expect(kop(pagina)).to_have_text("Doktersassistent (DA)")

    for _ in range(30):
        pagina.keyboard.press("Tab")
        if pagina.evaluate("document.activeElement.matches('.stappen .pil')"):
            break
    pagina.keyboard.press("Enter")
    expect(kop(pagina)).to_be_focused()
    expect(kop(pagina)).not_to_have_text("Doktersassistent (DA)")
    pagina.go_back()
    expect(kop(pagina)).to_have_text("Doktersassistent (DA)")


def test_without_javascript_everything_still_works(nieuwe_pagina):
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto("/")

    kaartje(pagina, "Triagist").click()
    expect(kop(pagina)).to_have_text("Triagist")
    expect(pagina.locator("#paneel").get_by_role("button")).to_have_count(0)
    pagina.get_by_text("VOG", exact=True).click()
    expect(pagina.get_by_role("link", name="Meer over VOG")).to_be_visible()
    pagina.get_by_role("link", name="Lees het verhaal van Zara").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Het verhaal van Zara")


def test_links_that_leave_the_explorer_open_a_whole_page(pagina):
    pagina.goto("/")
    kaartje(pagina, "Triagist").click()
    expect(kop(pagina)).to_have_text("Triagist")

    pagina.get_by_role("link", name="Lees het verhaal van Zara").click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Het verhaal van Zara")
    expect(pagina.get_by_role("banner")).to_be_visible()
    pagina.go_back()
    expect(kop(pagina)).to_have_text("Triagist")


def test_find_training_leads_to_leeroverzicht_and_says_that_it_leaves_the_site(pagina):
    pagina.goto("/functies/triagist/")

    link = pagina.get_by_role("link", name="Zoek op Leeroverzicht voor Doktersassistent (andere website)")

    expect(link).to_have_attribute("href", "https://www.leeroverzicht.nl/")
    expect(link).to_have_attribute("rel", "noopener")


def test_the_neighbourhood_and_back_to_the_whole_map(pagina):
    pagina.goto("/functies/triagist/")
    pagina.get_by_role("link", name="Toon alleen de functies rond Triagist").click()
    expect(pagina.locator("#kaart .kaartje")).to_have_count(3)
    expect(pagina.locator("#kop-kaart")).to_be_focused()

    pagina.get_by_role("link", name="Toon de hele kaart").click()

    expect(pagina.locator("#kaart .kaartje")).to_have_count(11)


def test_on_a_phone_another_map_around_the_same_functie_keeps_the_map_in_view(nieuwe_pagina):
    pagina = nieuwe_pagina(**TELEFOON)
    pagina.goto("/functies/triagist/")

    pagina.get_by_role("link", name="Toon alleen de functies rond Triagist").tap()

    expect(pagina.locator("#kaart .kaartje")).to_have_count(3)
    expect(pagina.locator("#kop-kaart")).to_be_in_viewport()


def test_my_opleiding_colours_the_map_in_words_and_stays_chosen(pagina):
    pagina.goto("/")
    pagina.get_by_label("Wat heb je al?").select_option("Mbo-Verpleegkunde")
    pagina.locator("#kaart").get_by_role("button", name="Toon").click()

    expect(pagina.locator(".samenvatting")).to_contain_text("Je opleiding past bij 2 functies.")
    expect(kaartje(pagina, "Triagist")).to_contain_text("Je opleiding past")
    kaartje(pagina, "Locatiemanager").click()
    expect(kop(pagina)).to_have_text("Locatiemanager")
    expect(pagina.get_by_label("Wat heb je al?")).to_have_value("mbo-verpleegkunde")
    expect(pagina.locator("#paneel")).to_contain_text("Deze functie ligt 1 stap verder")
    pagina.go_back()
    expect(pagina.locator(".samenvatting")).to_contain_text("Je opleiding past bij 2 functies.")
    pagina.get_by_role("link", name="Wis mijn keuzes").click()
    expect(pagina.locator(".samenvatting")).to_have_count(0)


@pytest.mark.parametrize(("breed", "hoog"), [(1366, 768), (1920, 1080), (1280, 720)])
@pytest.mark.parametrize(
    "adres", ["/", "/functies/doktersassistent/", "/functies/triagist/?kaart=buurt", "/?opleiding=mbo-verpleegkunde"]
)
def test_lines_touch_the_cards_they_join_and_no_other(nieuwe_pagina, breed, hoog, adres):
    pagina = nieuwe_pagina(viewport={"width": breed, "height": hoog})
    pagina.goto(adres)

    gemeten = pagina.evaluate(LIJNEN)

    assert gemeten["lijnen"]
    for punten in gemeten["lijnen"]:
        (x0, y0), (x1, y1) = punten[0], punten[-1]
        assert any(abs(x0 - r) < 2 and o < y0 < b for _, _, o, r, b in gemeten["kaartjes"])
        assert any(abs(x1 - li) < 2 and o < y1 < b for _, li, o, _, b in gemeten["kaartjes"])
        binnen = [
            naam for x, y in punten for naam, li, o, r, b in gemeten["kaartjes"] if li + 1 < x < r - 1 and o < y < b
        ]
        assert binnen == []


ADRESSEN = [
    "/",
    "/?werkveld=onbekend",
    "/?opleiding=mbo-verpleegkunde",
    "/functies/praktijkondersteuner-huisartsenzorg/?opleiding=doktersassistent&werkveld=huisartsenspoedpost",
    "/functies/",
    "/functies/?vereiste=big-registratie&niveau=99",
    "/beginnen/",
    "/beginnen/?deur=zorgdiploma",
    "/beginnen/?deur=huisartsenzorg",
    "/beginnen/?deur=onbekend",
    "/zoeken/",
    "/zoeken/?q=assistente",
    "/zoeken/?q=qqzzxx",
    "/routes/",
    "/routes/?van=doktersassistent&naar=praktijkmanager",
    "/routes/?van=locatiemanager&naar=verpleegkundig-specialist",
    "/vergelijken/",
    "/vergelijken/?functie=doktersassistent&functie=triagist&functie=praktijkverpleegkundige-huisartsenzorg",
    "/functies/praktijkverpleegkundige-huisartsenzorg/",
    "/functies/triagist/?kaart=buurt",
    "/functies/praktijkondersteuner-ggz/",
    "/opleidingen/",
    "/opleidingen/diploma-praktijkverpleegkundige-huisartsenzorg/",
    "/opleidingen/praktijkondersteuner-huisarts/",
    "/verhalen/",
    "/verhalen/naomi/",
    "/over/",
    "/bestaat-niet/",
]


def alle_adressen(pagina):
    """The addresses above, and every page that the lists link to."""
    adressen = list(ADRESSEN)
    for lijst in ("/functies/", "/opleidingen/", "/verhalen/"):
        pagina.goto(lijst)
        adressen += pagina.locator(".tegel a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(adressen) == len(ADRESSEN) + 11 + 18 + 5
    return dict.fromkeys(adressen)


# Every kind of page at both sizes in both colour schemes; of each kind all pages at one of the two.
@pytest.mark.parametrize(
    ("schema", "maat"),
    [
        ("light", (1366, 768)),
        ("dark", (360, 740)),
    ],
)
def test_axe_finds_nothing_on_any_page(nieuwe_pagina, bewaking, axe, schema, maat):
    bewaking.verwacht.append("404")
    pagina = nieuwe_pagina(color_scheme=schema, viewport={"width": maat[0], "height": maat[1]})
    for adres in alle_adressen(pagina):
        pagina.goto(adres)
        for eis in pagina.locator("summary:visible").all():
            eis.click()
        axe(pagina)


@pytest.mark.parametrize("breed", [320, 360, 768, 1024, 1366, 1920])
def test_no_page_is_wider_than_the_screen(nieuwe_pagina, bewaking, breed):
    bewaking.verwacht.append("404")
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in ADRESSEN:
        pagina.goto(adres)
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed, adres


@pytest.mark.parametrize("breed", [360, 1366])
def test_text_of_twice_the_size_still_fits(nieuwe_pagina, bewaking, breed):
    bewaking.verwacht.append("404")
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 768})
    for adres in ADRESSEN:
        pagina.goto(adres)
        pagina.evaluate("document.styleSheets[0].insertRule('html { font-size: 200% !important }')")
        pagina.evaluate("document.fonts.ready.then(() => true)")  # the widths of our own typeface
        assert pagina.evaluate("document.documentElement.scrollWidth") <= breed, adres


@pytest.mark.parametrize("breed", [360, 1366])
def test_what_can_be_tapped_is_large_enough(nieuwe_pagina, breed):
    hoofdzaken = ".knop, .pil, .kaartje a, .menu a, .kopknoppen a, .menuknop summary, .deuren a, .eisen summary"
    bijzaken = ".bewijs summary, .verhaal a, .opleiding .naam, .onder-kaart a, .voet a, .terug a"
    meet = """([keuze, minimum]) => Array.from(document.querySelectorAll(keuze), (e) => {
      const r = e.getBoundingClientRect();
      return [e.textContent.trim(), Math.min(r.width, r.height)];
    }).filter(([_, maat]) => maat > 0 && maat < minimum)"""
    pagina = nieuwe_pagina(viewport={"width": breed, "height": 740})
    for adres in ("/", "/functies/triagist/", "/opleidingen/", "/verhalen/zara/", "/beginnen/"):
        pagina.goto(adres)
        assert pagina.evaluate(meet, [hoofdzaken, 43.9]) == [], adres
        assert pagina.evaluate(meet, [bijzaken, 24]) == [], adres


def test_a_printed_functie_has_everything_but_the_map_and_shows_its_addresses(pagina, tmp_path):
    pagina.goto("/functies/triagist/")
    pagina.emulate_media(media="print")

    expect(pagina.locator("#kaart")).to_be_hidden()
    expect(pagina.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(pagina.locator("#paneel")).to_be_visible()
    expect(pagina.get_by_text("VOG betekent")).to_be_visible()
    link = pagina.locator("#paneel .opleiding .extern").first
    assert "https://" in link.evaluate("e => getComputedStyle(e, '::after').content + e.href")
    assert pagina.pdf(path=tmp_path / "functie.pdf").count(b"/Type /Page\n") <= 2


def test_sharing_copies_the_address(nieuwe_pagina):
    pagina = nieuwe_pagina(permissions=["clipboard-read", "clipboard-write"])
    pagina.goto("/functies/triagist/")
    pagina.evaluate("navigator.share = undefined")

    pagina.get_by_role("button", name="Deel deze functie").click()

    expect(pagina.get_by_text("De link is gekopieerd.")).to_be_visible()
    assert pagina.evaluate("navigator.clipboard.readText()") == pagina.url
