"""Reading aloud. The browser here has no voice, so the pages get one that says when it is told to have spoken."""

import pytest
from playwright.sync_api import Page, expect

# Stands in for what the device has: it keeps what it is asked to say, and says that it ended when a test tells it to.
SPRAAK = """
const hoort = new EventTarget();
let nu = null;
window.proef = {
  stemmen: STEMMEN,
  gezegd: [],
  klaar() { const zin = nu; nu = null; zin.onend(); },
  verander(stemmen) { this.stemmen = stemmen; hoort.dispatchEvent(new Event("voiceschanged")); },
  spreekt() { return nu !== null; },
};
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => proef.stemmen,
  speak(zin) { nu = zin; proef.gezegd.push({ tekst: zin.text, taal: zin.lang, stem: zin.voice?.name }); },
  cancel() {
    const zin = nu;
    nu = null;
    if (zin) sessionStorage.gestopt = zin.text; // also after the page is gone
    zin?.onerror?.(new Event("error"));
  },
  addEventListener: (...wat) => hoort.addEventListener(...wat),
} });
"""
EIGEN = '{ name: "Eigen", lang: "nl-NL", localService: true }'
ELDERS = '{ name: "Elders", lang: "nl-NL", localService: false }'
ENGELS = '{ name: "English", lang: "en-GB", localService: true }'
FRIES = '{ name: "Nlx", lang: "nlx", localService: true }'
ARTIKEL = "/artikelen/gewone-woorden/"


@pytest.fixture
def open_met(nieuwe_pagina):
    """Open an address in a browser whose device has these voices."""

    def open_(adres: str, *stemmen: str, **opties) -> Page:
        pagina = nieuwe_pagina(**opties)
        pagina.add_init_script(SPRAAK.replace("STEMMEN", f"[{', '.join(stemmen)}]"))
        pagina.goto(adres)
        return pagina

    return open_


def knop(pagina: Page, naam: str):
    return pagina.get_by_role("button", name=naam, exact=True)


def gezegd(pagina: Page) -> list[str]:
    return [zin["tekst"] for zin in pagina.evaluate("proef.gezegd")]


def lees_alles(pagina: Page) -> list[str]:
    knop(pagina, "Lees voor").click()
    pagina.evaluate("() => { while (proef.spreekt()) proef.klaar() }")
    return gezegd(pagina)


@pytest.mark.parametrize("stemmen", [(), (ELDERS,), (ENGELS,), (ELDERS, ENGELS, FRIES)], ids=len)
def test_without_a_dutch_voice_of_the_device_there_is_no_button(open_met, stemmen):
    pagina = open_met(ARTIKEL, *stemmen)

    expect(pagina.get_by_role("heading", level=1)).to_be_visible()
    expect(knop(pagina, "Lees voor")).to_be_hidden()


def test_a_browser_that_cannot_speak_has_no_button_and_no_fault(nieuwe_pagina):
    pagina = nieuwe_pagina()
    pagina.add_init_script("delete Window.prototype.speechSynthesis; delete window.speechSynthesis")
    pagina.goto(ARTIKEL)

    assert pagina.evaluate("window.speechSynthesis === undefined")
    expect(knop(pagina, "Lees voor")).to_be_hidden()


def test_a_voice_that_comes_later_brings_the_button(open_met):
    pagina = open_met(ARTIKEL)
    expect(knop(pagina, "Lees voor")).to_be_hidden()

    pagina.evaluate(f"proef.verander([{ELDERS}, {EIGEN}])")

    expect(knop(pagina, "Lees voor")).to_be_visible()


def test_an_article_is_read_in_order_by_the_voice_of_the_device_without_what_is_no_text(open_met):
    pagina = open_met(ARTIKEL, ELDERS, ENGELS, EIGEN)

    assert lees_alles(pagina) == [
        "Bakken in gewone woorden",
        "Wat doet een bakker? Lees het in korte zinnen.",
        "Een bakker maakt brood. Dat begint in de nacht.",
        "Wie werken er?",
        "De bakker bakt het brood.",
        "In de winkel verkoopt iemand het brood.",
        "Je kunt er ook beginnen.",
    ]
    assert {(zin["taal"], zin["stem"]) for zin in pagina.evaluate("proef.gezegd")} == {("nl-NL", "Eigen")}
    expect(knop(pagina, "Lees voor")).to_be_visible()
    expect(knop(pagina, "Stop")).to_be_hidden()


def test_the_part_that_is_read_is_marked_and_no_other(open_met):
    pagina = open_met(ARTIKEL, EIGEN)
    knop(pagina, "Lees voor").click()
    expect(pagina.locator("[data-gelezen]")).to_have_text("Bakken in gewone woorden")

    for _ in range(3):
        pagina.evaluate("proef.klaar()")

    expect(pagina.locator("[data-gelezen]")).to_have_text("Wie werken er?")


def test_pause_goes_on_with_the_same_part_and_stop_begins_again(open_met):
    pagina = open_met(ARTIKEL, EIGEN)
    knop(pagina, "Lees voor").click()
    pagina.evaluate("proef.klaar()")

    knop(pagina, "Pauze").click()
    assert not pagina.evaluate("proef.spreekt()")
    knop(pagina, "Lees verder").click()
    assert gezegd(pagina)[1:] == ["Wat doet een bakker? Lees het in korte zinnen."] * 2

    knop(pagina, "Stop").click()
    assert not pagina.evaluate("proef.spreekt()")
    expect(pagina.locator("[data-gelezen]")).to_have_count(0)
    expect(knop(pagina, "Lees voor")).to_be_focused()

    knop(pagina, "Lees voor").click()
    assert gezegd(pagina)[-1] == "Bakken in gewone woorden"


def test_who_leaves_the_page_hears_no_more_of_it(open_met):
    pagina = open_met(ARTIKEL, EIGEN)
    knop(pagina, "Lees voor").click()

    pagina.get_by_role("link", name="beginnen", exact=True).click()
    expect(pagina.get_by_role("heading", level=1)).not_to_have_text("Bakken in gewone woorden")

    assert pagina.evaluate("sessionStorage.gestopt") == "Bakken in gewone woorden"


def test_of_a_functie_what_is_folded_hidden_or_a_button_is_not_read(open_met):
    pagina = open_met("/functies/broodbakker/", EIGEN)

    gelezen = lees_alles(pagina)

    def zonder_spaties(tekst: str) -> str:  # what is spelled has more of them
        return "".join(tekst.replace("·", ",").split())

    paneel = pagina.locator("#paneel")
    zichtbaar, koppen = zonder_spaties(paneel.inner_text()), paneel.locator("h2:not(.bewijs h2)").all_inner_texts()
    assert len(koppen) > 5
    assert [deel for deel in gelezen if deel in koppen] == koppen
    assert [deel for deel in gelezen if zonder_spaties(deel) not in zichtbaar] == []
    assert not {"Lees voor", "Stop", "Print deze functie", "Terug naar de kaart"} & set(gelezen)
    assert not [deel for deel in gelezen if deel.startswith("Bron")]


def test_after_another_functie_was_chosen_it_is_silent_and_reads_that_one(open_met):
    pagina = open_met("/functies/broodbakker/", EIGEN)
    knop(pagina, "Lees voor").click()
    assert pagina.evaluate("proef.spreekt()")

    pagina.locator("#kaart").get_by_role("link", name="Winkelmedewerker").first.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Winkelmedewerker")

    expect(knop(pagina, "Lees voor")).to_be_visible()
    assert not pagina.evaluate("proef.spreekt()")
    knop(pagina, "Lees voor").click()
    pagina.evaluate("proef.klaar()")
    assert gezegd(pagina)[-1] == "Winkelmedewerker"


def test_a_functie_that_is_chosen_on_the_map_can_be_read(open_met):
    pagina = open_met("/", EIGEN)

    pagina.locator("#kaart").get_by_role("link", name="Broodbakker").first.click()

    expect(knop(pagina, "Lees voor")).to_be_visible()


@pytest.mark.parametrize("adres", ["/opleidingen/broodbakken/", "/beginnen/"])
def test_an_opleiding_and_beginning_are_read_from_their_heading_on(open_met, adres):
    pagina = open_met(adres, EIGEN)

    gelezen = lees_alles(pagina)

    kop = " ".join(pagina.get_by_role("heading", level=1).inner_text().split())
    assert kop in gelezen[:2]
    assert len(gelezen) > 5


def test_codes_and_abbreviations_are_spelled_and_words_and_years_are_not(open_met):
    pagina = open_met(ARTIKEL, EIGEN)
    tekst = "Code 25695, VOG en ABC-XYZ, NLQF 4, mbo 4 en hbo-bachelor. Sinds 2026 ook KLAAR."
    pagina.evaluate("tekst => { document.querySelector('.inleidend').textContent = tekst }", tekst)

    assert lees_alles(pagina)[1] == (
        "Code 2 5 6 9 5, V O G en A B C X Y Z, N L Q F 4, m b o 4 en h b o-bachelor. Sinds 2026 ook KLAAR."
    )


def test_on_a_phone_the_buttons_are_large_enough_and_nothing_is_wider_than_the_screen(open_met):
    pagina = open_met(ARTIKEL, EIGEN, viewport={"width": 360, "height": 740})
    knop(pagina, "Lees voor").click()

    for naam in ("Pauze", "Stop"):
        vak = knop(pagina, naam).bounding_box()
        assert min(vak["width"], vak["height"]) >= 48, naam
    assert pagina.evaluate("document.documentElement.scrollWidth") == 360
