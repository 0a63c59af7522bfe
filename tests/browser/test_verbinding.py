"""Never a dead tap: on a slow line, without a connection, and when the site answers with a fault."""

import re

import pytest
from playwright.sync_api import expect

FOUTEN = [
    "Failed to load resource",
    "net::ERR",
    "Response Status Error",
    "/functies/",
    "/zoeken/",
    "/profiel/",
    "/begrippen/",
    "htmx:",
]
GEEN_VERBINDING = "Je hebt geen verbinding."
GEEN_ANTWOORD = "De site geeft nu geen antwoord."


@pytest.fixture
def kapot(bewaking):
    """The test breaks requests: the browser and htmx report them on the console."""
    bewaking.verwacht += FOUTEN


def kaartje(pagina, naam):
    return pagina.locator("#kaart").get_by_role("link", name=re.compile(f"^{naam}"))


def kop(pagina):
    return pagina.locator("#paneel-kop")


def vastgehouden(pagina, wanneer=lambda verzoek: True):
    """Hold every request of htmx from now on; return the list in which they come."""
    routes = []

    def houd(route):
        van_htmx = any(naam in route.request.headers for naam in ("hx-request", "hx-history-restore-request"))
        if van_htmx and wanneer(route.request):
            routes.append(route)
        else:
            route.continue_()

    pagina.route("**/*", houd)
    return routes


def beantwoord(pagina, doe):
    """Let `doe` answer the requests of htmx; return the list of whole pages that were asked since."""
    gewone = []

    def kies(route):
        if any(naam in route.request.headers for naam in ("hx-request", "hx-history-restore-request")):
            doe(route)
        else:
            gewone.append(route.request.url)
            route.continue_()

    pagina.route(re.compile("/(functies|zoeken|begrippen)/|/$|opleiding="), kies)
    return gewone


def zelfde_pagina(pagina):
    return pagina.evaluate("window.zelfdePagina === true")


@pytest.fixture
def thuis(pagina, kapot):
    pagina.goto("/")
    pagina.evaluate("window.zelfdePagina = true")
    return pagina


SCHUIFT = """() => {
    window.geschoven = 0;
    new PerformanceObserver((lijst) => {
        for (const stukje of lijst.getEntries()) window.geschoven += stukje.value;
    }).observe({ type: "layout-shift" });
}"""


def op_de_kaart(pagina):
    pagina.goto("/")
    return kaartje(pagina, "Winkelmedewerker"), "#verkenner"


def een_keuze(pagina):
    pagina.goto("/")
    pagina.get_by_label("Werkveld").select_option("Winkel")
    return pagina.locator("#kaart").get_by_role("button", name="Toon"), "#verkenner"


def in_het_paneel(pagina):
    pagina.goto("/functies/winkelmedewerker/")
    return pagina.locator("#paneel .stappen a").first, "#verkenner"


def een_rol(pagina):
    pagina.goto("/functies/broodbakker/profiel/")
    return pagina.locator("#rollen .bloemvak a:not([aria-current])").first, "#rollen"


@pytest.mark.parametrize("waar", [op_de_kaart, een_keuze, in_het_paneel, een_rol])
def test_what_takes_long_is_marked_where_it_was_pressed_and_where_it_will_change(pagina, waar):
    knop, doel = waar(pagina)
    routes = vastgehouden(pagina)
    knop.focus()
    pagina.evaluate("() => new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(klaar)))")
    pagina.evaluate(SCHUIFT)

    pagina.keyboard.press("Enter")

    expect(pagina.locator(doel)).to_have_attribute("aria-busy", "true")
    expect(knop).to_have_attribute("data-bezig", "")
    expect(knop).to_be_focused()
    expect(pagina.get_by_role("status").filter(has_text="Een ogenblik.")).to_have_count(1)
    assert pagina.evaluate("getComputedStyle(document.documentElement, '::before').position") == "fixed"
    assert pagina.evaluate("window.geschoven") == 0
    routes[0].continue_()
    expect(pagina.locator("[data-bezig], [aria-busy]")).to_have_count(0)
    expect(pagina.get_by_role("status").filter(has_text="Een ogenblik.")).to_have_count(0)
    expect(pagina.locator(":is(h1, h2):focus")).to_have_count(1)


def test_the_bar_stands_still_for_who_wants_no_motion(nieuwe_pagina):
    pagina = nieuwe_pagina(reduced_motion="reduce")
    knop, doel = op_de_kaart(pagina)
    vastgehouden(pagina)

    knop.click()

    expect(pagina.locator(doel)).to_have_attribute("aria-busy", "true")
    assert pagina.evaluate("getComputedStyle(document.documentElement, '::before').animationName") == "none"


def test_the_last_card_that_was_pressed_wins_whatever_comes_first(thuis):
    routes = vastgehouden(thuis, lambda verzoek: "/functies/bezorger/" in verzoek.url)
    kaartje(thuis, "Bezorger").click()
    expect(thuis.locator("#verkenner")).to_have_attribute("aria-busy", "true")

    kaartje(thuis, "Winkelmedewerker").click()

    expect(kop(thuis)).to_have_text("Winkelmedewerker")
    routes[0].continue_()
    thuis.evaluate("fetch('/livez')")  # the held answer, if it still counted, would come before this one
    expect(kop(thuis)).to_have_text("Winkelmedewerker")
    expect(thuis).to_have_url(re.compile("/functies/winkelmedewerker/$"))


def test_without_a_connection_one_sentence_says_so_and_the_keyboard_tries_again(thuis, axe):
    knop = kaartje(thuis, "Winkelmedewerker")
    thuis.context.set_offline(True)

    knop.focus()
    thuis.keyboard.press("Enter")

    melding = thuis.get_by_role("status").filter(has_text=GEEN_VERBINDING)
    expect(melding).to_be_visible()
    expect(knop).to_be_focused()
    axe(thuis)
    naast, vak = knop.bounding_box(), thuis.locator(".seintje").bounding_box()
    assert abs(vak["y"] - naast["y"]) < naast["height"] + vak["height"] + 10
    thuis.keyboard.press("Tab")
    expect(thuis.get_by_role("button", name="Probeer opnieuw")).to_be_focused()
    thuis.keyboard.press("Enter")
    expect(melding).to_be_visible()
    expect(knop).to_be_focused()

    thuis.context.set_offline(False)
    thuis.keyboard.press("Tab")
    thuis.keyboard.press("Enter")
    expect(kop(thuis)).to_have_text("Winkelmedewerker")
    expect(kop(thuis)).to_be_focused()
    expect(thuis.locator(".seintje")).to_have_count(0)
    assert zelfde_pagina(thuis)


def test_a_choice_without_a_connection_is_kept_until_it_works(thuis):
    thuis.get_by_label("Wat heb je al?").select_option("Fijn gebak")
    thuis.context.set_offline(True)
    thuis.locator("#kaart").get_by_role("button", name="Toon").click()
    expect(thuis.get_by_text(GEEN_VERBINDING)).to_be_visible()

    thuis.context.set_offline(False)
    thuis.get_by_role("button", name="Probeer opnieuw").click()

    expect(thuis.locator(".samenvatting")).to_contain_text("Je opleiding past bij 2 functies.")
    expect(thuis).to_have_url(re.compile("opleiding=fijn-gebak"))


@pytest.mark.parametrize("status", [404, 500, 503])
def test_a_fault_opens_the_plain_link_once(thuis, status):
    gewone = beantwoord(thuis, lambda route: route.fulfill(status=status, body="Fout"))

    kaartje(thuis, "Winkelmedewerker").click()

    expect(kop(thuis)).to_have_text("Winkelmedewerker")
    assert not zelfde_pagina(thuis)
    assert len(gewone) == 1


def test_a_fault_of_the_plain_link_too_shows_its_page_in_house_style(thuis):
    thuis.route("**/functies/winkelmedewerker/", lambda route: route.continue_(url=f"{route.request.url}weg/"))

    kaartje(thuis, "Winkelmedewerker").click()

    expect(thuis.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    expect(thuis.get_by_role("banner")).to_be_visible()


def test_a_choice_that_fails_opens_as_a_plain_page_with_that_choice(thuis):
    beantwoord(thuis, lambda route: route.fulfill(status=500, body="Fout"))
    thuis.get_by_label("Wat heb je al?").select_option("Fijn gebak")

    thuis.locator("#kaart").get_by_role("button", name="Toon").click()

    expect(thuis.locator(".samenvatting")).to_contain_text("Je opleiding past bij 2 functies.")
    assert not zelfde_pagina(thuis)


def test_no_answer_while_there_is_a_connection_tries_the_plain_link_once(thuis):
    gewone = beantwoord(thuis, lambda route: route.abort("connectionreset"))

    kaartje(thuis, "Winkelmedewerker").click()

    expect(kop(thuis)).to_have_text("Winkelmedewerker")
    assert not zelfde_pagina(thuis)
    assert len(gewone) == 1


def zoekend(pagina):
    pagina.goto("/zoeken/")
    veld = pagina.get_by_role("searchbox")
    veld.fill("bezorger")
    expect(pagina.locator("#resultaten")).to_contain_text("Bezorger")
    return veld


def test_while_typing_the_results_are_marked_as_being_renewed(pagina):
    veld = zoekend(pagina)
    routes = vastgehouden(pagina)

    veld.fill("winkelleider")

    expect(pagina.locator("#vondsten")).to_have_attribute("aria-busy", "true")
    expect(pagina.locator("#resultaten")).to_contain_text("Bezorger")
    routes[0].continue_()
    expect(pagina.locator("#resultaten")).to_contain_text("Winkelleider")
    expect(pagina.locator("[aria-busy]")).to_have_count(0)


@pytest.mark.parametrize("hoe", ["offline", 500, "afgebroken"])
def test_while_typing_the_last_good_results_stay_and_it_can_be_tried_again(pagina, kapot, hoe):
    veld = zoekend(pagina)
    if hoe == "offline":
        pagina.context.set_offline(True)
    else:
        fout = {500: lambda r: r.fulfill(status=500, body="Fout"), "afgebroken": lambda r: r.abort("connectionreset")}
        beantwoord(pagina, fout[hoe])

    veld.fill("winkelleider")

    zin = GEEN_VERBINDING if hoe == "offline" else GEEN_ANTWOORD
    expect(pagina.get_by_role("status").filter(has_text=zin)).to_be_visible()
    expect(veld).to_be_focused()
    expect(veld).to_have_value("winkelleider")
    expect(pagina.locator("#resultaten")).to_contain_text("Bezorger")
    expect(pagina).to_have_url(re.compile("/zoeken/$"))

    pagina.unroute_all(behavior="default")
    pagina.context.set_offline(False)
    pagina.get_by_role("button", name="Probeer opnieuw").click()
    expect(pagina.locator("#resultaten")).to_contain_text("Winkelleider")
    expect(veld).to_be_focused()
    expect(pagina.locator(".seintje")).to_be_hidden()


def test_back_without_a_connection_says_so_and_works_when_there_is_one(thuis):
    kaartje(thuis, "Winkelmedewerker").click()
    expect(kop(thuis)).to_have_text("Winkelmedewerker")
    thuis.context.set_offline(True)

    thuis.go_back()

    expect(thuis.get_by_role("status").filter(has_text=GEEN_VERBINDING)).to_be_visible()
    thuis.context.set_offline(False)
    thuis.get_by_role("button", name="Probeer opnieuw").click()
    expect(kop(thuis)).to_have_text("Welk werk bak jij?")
    assert zelfde_pagina(thuis)


def test_back_that_fails_opens_the_page_itself(thuis):
    kaartje(thuis, "Winkelmedewerker").click()
    expect(kop(thuis)).to_have_text("Winkelmedewerker")
    beantwoord(thuis, lambda route: route.fulfill(status=500, body="Fout"))

    thuis.go_back()

    expect(kop(thuis)).to_have_text("Welk werk bak jij?")
    assert not zelfde_pagina(thuis)


def test_a_word_that_the_site_explains_says_it_too(pagina, kapot):
    pagina.goto("/functies/bakkershulp/")
    pagina.get_by_role("heading", name="Wat doe je?").click()
    woord = pagina.get_by_role("link", name="meel", exact=True)
    pagina.context.set_offline(True)

    woord.click()

    expect(pagina.get_by_role("status").filter(has_text=GEEN_VERBINDING)).to_be_visible()
    pagina.context.set_offline(False)
    pagina.get_by_role("button", name="Probeer opnieuw").click()
    expect(pagina.get_by_role("dialog")).to_be_visible()


def test_after_back_the_focus_is_on_what_was_pressed_and_after_forward_on_the_heading(thuis):
    kaartje(thuis, "Winkelmedewerker").focus()
    thuis.keyboard.press("Enter")
    expect(kop(thuis)).to_be_focused()
    stap = thuis.locator("#paneel .stappen a").first
    naam = stap.inner_text()
    stap.focus()
    thuis.keyboard.press("Enter")
    expect(kop(thuis)).to_contain_text(naam.split(" (")[0])

    thuis.go_back()
    expect(kop(thuis)).to_have_text("Winkelmedewerker")
    expect(thuis.locator("#paneel .stappen a").first).to_be_focused()
    thuis.go_back()
    expect(kop(thuis)).to_have_text("Welk werk bak jij?")
    expect(kaartje(thuis, "Winkelmedewerker")).to_be_focused()
    thuis.go_forward()
    expect(kop(thuis)).to_have_text("Winkelmedewerker")


def test_the_first_thing_in_the_panel_leads_the_keyboard_back_to_its_card(pagina):
    pagina.goto("/")
    kaartje(pagina, "Broodbakker").focus()
    pagina.keyboard.press("Enter")
    expect(kop(pagina)).to_be_focused()

    pagina.keyboard.press("Tab")
    terug = pagina.get_by_role("link", name="Terug naar de kaart")
    expect(terug).to_be_focused()
    expect(terug).to_be_in_viewport()
    pagina.keyboard.press("Enter")

    expect(kaartje(pagina, "Broodbakker")).to_be_focused()
    expect(kaartje(pagina, "Broodbakker")).to_be_in_viewport()


def test_on_a_phone_the_keyboard_goes_back_to_the_list(nieuwe_pagina):
    pagina = nieuwe_pagina(viewport={"width": 360, "height": 740})
    pagina.goto("/")
    kaartje(pagina, "Broodbakker").focus()
    pagina.keyboard.press("Enter")
    expect(kop(pagina)).to_be_focused()

    pagina.keyboard.press("Shift+Tab")
    pagina.keyboard.press("Shift+Tab")  # past the level, which is explained
    expect(pagina.get_by_role("link", name="Alle functies")).to_be_focused()
    pagina.keyboard.press("Enter")

    expect(kaartje(pagina, "Broodbakker")).to_be_in_viewport()
