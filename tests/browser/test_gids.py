"""The guide in a browser: ticking off, the planner with the keyboard, and how all its pages look."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.pagina import heel

GIDS = "/werkgevers/overstappen/"
PAGINAS = {
    "werkgevers": "/werkgevers/",
    "gids": f"{GIDS}?start={date.today().year + 1}-02-01",
    "gids-fout": f"{GIDS}?start=2026-02-31",
    "gids-vakantie": f"{GIDS}?dag=2027-03-15&reken=vooruit&regio=midden&begin-samen-leren=4",
    "gids-partij": f"{GIDS}?partij=projectgroep&dag=2027-09-06",
    "gids-kort": "/beginnen/zelf-bakker-worden/",
    "leerwegen": "/werkgevers/leerwegen/",
    "praktijk": "/werkgevers/praktijk/",
}


@pytest.mark.parametrize(("breedte", "kleur"), [(360, "dark"), (1366, "light")])
def test_the_pages_are_accessible_and_fit(nieuwe_pagina, axe, schermafdruk, breedte: int, kleur: str) -> None:
    pagina = nieuwe_pagina(viewport={"width": breedte, "height": 768}, color_scheme=kleur)
    for naam, adres in PAGINAS.items():
        pagina.goto(adres)

        assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), naam
        axe(pagina)
        schermafdruk(pagina, f"{naam}-{breedte}-{kleur}")


def test_the_long_name_of_a_website_breaks(nieuwe_pagina: Callable[..., Page]) -> None:
    pagina = nieuwe_pagina(viewport={"width": 360, "height": 768})
    for naam in ("werkgevers", "gids", "gids-kort"):
        pagina.goto(PAGINAS[naam])
        namen = pagina.locator(":is(.kaarten, .documenten) :is(.extern, .zacht)")
        assert namen.count() > 0

        namen.evaluate_all("alle => alle.forEach((e) => { e.textContent = `${'w'.repeat(60)}.example`; })")

        assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), naam


def test_ticks_stay_in_this_tab_until_they_are_wiped(pagina: Page) -> None:
    verzoeken: list[str] = []
    pagina.goto(GIDS)
    lijst = pagina.get_by_role("group", name="Wat je doet").first
    pagina.on("request", lambda verzoek: verzoeken.append(verzoek.url))

    lijst.get_by_role("checkbox").nth(0).focus()
    pagina.keyboard.press("Space")
    lijst.get_by_role("checkbox").nth(2).check()

    expect(lijst.get_by_text("2 van")).to_be_visible()
    assert [url for url in verzoeken if "/static/" not in url] == []
    assert (pagina.url.endswith(GIDS), pagina.evaluate("localStorage.length")) == (True, 0)
    pagina.reload()
    assert [vakje.is_checked() for vakje in lijst.get_by_role("checkbox").all()[:3]] == [True, False, True]
    ander = pagina.context.new_page()
    ander.goto(GIDS)
    assert not ander.get_by_role("checkbox").first.is_checked()

    wis = pagina.get_by_role("button", name="Wis mijn vinkjes")
    pagina.once("dialog", lambda vraag: vraag.dismiss())
    wis.click()
    assert pagina.locator("[data-sleutel]:checked").count() == 2

    pagina.once("dialog", lambda vraag: vraag.accept())
    wis.click()

    expect(pagina.get_by_text("Je vinkjes zijn gewist.")).to_be_in_viewport()
    expect(lijst.get_by_text("0 van")).to_be_visible()
    assert pagina.locator("[data-sleutel]:checked").count() == 0
    assert pagina.evaluate("Object.keys(sessionStorage)") == []


def test_ticks_stay_on_the_device_only_for_as_long_as_that_is_asked(pagina: Page) -> None:
    pagina.goto(GIDS)
    pagina.get_by_role("checkbox").first.check()
    pagina.get_by_label("Bewaar mijn vinkjes op dit apparaat").check()
    expect(pagina.get_by_text("Je vinkjes blijven op dit apparaat staan.")).to_be_visible()

    later = pagina.context.new_page()
    pagina.close()
    later.goto(GIDS)
    assert later.get_by_role("checkbox").first.is_checked()
    later.get_by_role("checkbox").nth(1).check()
    later.get_by_label("Bewaar mijn vinkjes op dit apparaat").uncheck()

    expect(later.get_by_text("In dit tabblad staan ze nog.")).to_be_visible()
    assert later.evaluate("Object.keys(localStorage)") == []
    later.reload()
    assert [vakje.is_checked() for vakje in later.get_by_role("checkbox").all()[:3]] == [True, True, False]


def test_each_version_keeps_its_own_ticks(pagina: Page) -> None:
    pagina.goto(GIDS)
    for vakje in pagina.locator("input[data-sleutel]").all():  # the other version has some of the same steps
        vakje.check()

    pagina.goto("/beginnen/zelf-bakker-worden/")

    expect(pagina.get_by_role("heading", level=1)).to_have_text("Zelf bakker worden")
    assert pagina.locator("[data-sleutel]:checked").count() == 0


def test_a_tick_stays_at_its_task_when_the_words_change_and_that_of_an_earlier_release_is_taken_over_once(
    pagina: Page,
) -> None:
    pagina.goto(GIDS)
    lijst = pagina.locator("[data-afvinken]").first
    naam = f"afvinken:{lijst.get_attribute('data-afvinken')}"
    vakjes = lijst.get_by_role("checkbox")
    woorden = [label.inner_text() for label in lijst.locator("label").all()]
    sleutels = [vakje.get_attribute("data-sleutel") for vakje in vakjes.all()]
    assert len(set(sleutels)) == len(sleutels) > 2
    kapot = f"  {woorden[1][:4]}\u00ad{woorden[1][4:]}"  # as a release kept it that broke long words with soft hyphens

    pagina.evaluate(
        "([naam, oud]) => sessionStorage.setItem(naam, JSON.stringify(oud))", [naam, [kapot, "Er niet meer"]]
    )
    pagina.reload()

    assert [vakje.is_checked() for vakje in vakjes.all()[:3]] == [False, True, False]
    assert pagina.evaluate("(naam) => JSON.parse(sessionStorage.getItem(naam))", naam) == [sleutels[1]]
    pagina.route(
        f"**{GIDS}",
        lambda route: route.fulfill(
            response=(was := route.fetch()), body=heel(was.text()).replace(woorden[1], "Anders")
        ),
    )
    pagina.reload()
    expect(lijst.get_by_label("Anders")).to_be_checked()
    assert pagina.locator("input[data-sleutel]:checked").count() == 1


def test_what_another_script_left_behind_breaks_nothing(pagina: Page) -> None:
    pagina.goto(GIDS)
    naam = pagina.locator("[data-afvinken]").first.get_attribute("data-afvinken")
    for onzin in ("{", "7", "null", '{"a": 1}'):
        pagina.evaluate("([naam, onzin]) => sessionStorage.setItem(`afvinken:${naam}`, onzin)", [naam, onzin])
        pagina.reload()

        assert pagina.locator("[data-sleutel]:checked").count() == 0
        expect(pagina.locator("[data-vinkstand]").first).to_be_visible()


def test_wiped_ticks_do_not_come_back_with_back(pagina: Page) -> None:
    pagina.on("dialog", lambda vraag: vraag.accept())
    pagina.goto(GIDS)
    pagina.get_by_role("checkbox").first.check()
    pagina.goto("/over/")
    pagina.goto(GIDS)
    pagina.get_by_role("button", name="Wis mijn vinkjes").click()

    pagina.go_back()
    pagina.go_back()

    expect(pagina.locator("[data-vinkstand]").first).to_be_visible()
    assert pagina.locator("[data-sleutel]:checked").count() == 0


def test_a_browser_that_stores_nothing_still_ticks_and_wipes(pagina: Page) -> None:
    pagina.on("dialog", lambda vraag: vraag.accept())
    pagina.add_init_script("""for (const opslag of ["sessionStorage", "localStorage"]) {
        Object.defineProperty(window, opslag, { get() { throw new DOMException("blocked", "SecurityError"); } }); }""")
    pagina.goto(GIDS)
    pagina.get_by_role("checkbox").first.check()
    expect(pagina.locator("[data-vinkstand]").first).to_contain_text("1 van")

    pagina.get_by_label("Bewaar mijn vinkjes op dit apparaat").click()
    expect(pagina.get_by_text("Je browser wil dit niet bewaren.")).to_be_visible()
    pagina.get_by_role("button", name="Wis mijn vinkjes").click()

    expect(pagina.locator("[data-vinkstand]").first).to_contain_text("0 van")
    assert pagina.locator("[data-sleutel]:checked").count() == 0


def test_from_the_menu_to_a_planning_in_the_calendar_with_the_keyboard(pagina: Page, tmp_path: Path) -> None:
    start = f"{date.today().year + 1}-02-01"
    pagina.goto("/")
    pagina.get_by_role("link", name="Voor bazen").press("Enter")
    pagina.get_by_role("link", name="Overstappen met een groep bakkers").press("Enter")
    pagina.get_by_role("link", name="Maak je planning").press("Enter")
    pagina.get_by_role("radio", name="Terug vanaf").press("ArrowDown")
    pagina.get_by_label("Die dag is").fill(start)
    pagina.get_by_label("Die dag is").press("Enter")
    pagina.wait_for_url(f"**{GIDS}?reken=vooruit&dag={start}&*#planner")

    expect(pagina.get_by_role("heading", name="Van 1 februari")).to_be_in_viewport()
    with pagina.expect_download() as download:
        pagina.get_by_role("link", name="Zet in mijn agenda").press("Enter")
    download.value.save_as(tmp_path / "planning.ics")

    assert download.value.suggested_filename == f"planning-{start}.ics"
    afspraken = Calendar.from_ical(tmp_path.joinpath("planning.ics").read_bytes()).walk("VEVENT")
    rijen = pagina.get_by_role("region", name="De planning in een tabel").get_by_role("row").all()[1:]
    assert len(afspraken) == len(rijen) == 5


def test_ticks_with_who_and_when_go_from_one_party_to_another_as_a_file(
    pagina: Page, nieuwe_pagina: Callable[..., Page], tmp_path: Path
) -> None:
    pagina.goto(GIDS)
    lijst = pagina.get_by_role("group", name="Wat je doet").first
    lijst.get_by_role("checkbox").first.check()
    lijst.get_by_role("button", name="Zet erbij wie en wanneer").click()
    lijst.get_by_role("textbox", name="Wie? Praat met de school.").fill("Noor")
    lijst.get_by_label("Klaar op Praat met de school.").fill("2027-03-01")
    with pagina.expect_download() as download:
        pagina.get_by_role("button", name="Bewaar als bestand").click()
    bestand = tmp_path / "vinkjes.json"
    download.value.save_as(bestand)
    tekst = bestand.read_text()
    assert "overstappen" in download.value.suggested_filename
    pagina.goto(f"{GIDS}?partij=projectgroep")
    expect(pagina.get_by_role("textbox", name="Wie? Praat met de school.")).to_have_value("Noor")
    pagina.get_by_role("checkbox").nth(1).check()

    ander = nieuwe_pagina()
    ander.goto(GIDS)
    open_, melding = ander.get_by_label("Open een bestand"), ander.locator("[data-vinkmelding]")
    for fout in (tekst[:-5], tekst.replace("true", '"true"'), tekst.replace("2027-03-01", "1 maart"), "[]", "null"):
        open_.set_input_files({"name": "fout.json", "mimeType": "application/json", "buffer": fout.encode()})
        expect(melding).to_have_text("Dit bestand kan ik niet lezen. Er is niets veranderd.")
        melding.evaluate("plek => { plek.textContent = ''; }")
    assert ander.locator("[data-sleutel]:checked").count() == 0
    open_.set_input_files(bestand)

    expect(melding).to_have_text("Het bestand ‘vinkjes.json’ is geopend.")
    assert ander.get_by_role("checkbox").first.is_checked()
    expect(ander.get_by_role("textbox", name="Wie? Praat met de school.")).to_have_value("Noor")
    expect(ander.get_by_label("Klaar op Praat met de school.")).to_have_value("2027-03-01")
    ander.once("dialog", lambda vraag: vraag.accept())
    ander.get_by_role("button", name="Wis mijn vinkjes").click()
    assert ander.evaluate("Object.keys(sessionStorage)") == []


def test_a_file_that_is_opened_on_the_sheet_of_one_party_changes_that_sheet_alone(pagina: Page, tmp_path: Path) -> None:
    vragen: list[str] = []
    # The first two tasks are of another party.
    pagina.route(
        "**?partij=projectgroep",
        lambda route: route.fulfill(
            response=(was := route.fetch()),
            body=re.sub(
                r'<li>\s*<label><input type="checkbox" data-sleutel.*?</li>', "", was.text(), count=2, flags=re.S
            ),
        ),
    )
    pagina.on("dialog", lambda vraag: (vragen.append(vraag.message), vraag.accept()))
    namen = "[...document.querySelectorAll('[data-wie]')].map((veld) => veld.value)"

    def vul(naam: str) -> int:
        for knop in pagina.get_by_role("button", name="Zet erbij wie en wanneer").all()[::-1]:
            knop.click()
        velden = pagina.locator("[data-wie]").all()
        for veld in velden:
            veld.fill(naam)
        return len(velden)

    def bewaar(naam: str) -> Path:
        with pagina.expect_download() as download:
            pagina.get_by_role("button", name="Bewaar als bestand").click()
        download.value.save_as(tmp_path / naam)
        return tmp_path / naam

    pagina.goto(GIDS)
    alle = vul("Noor")
    van_alle = bewaar("alle.json")
    pagina.goto(f"{GIDS}?partij=projectgroep")
    deel = vul("Sam")
    assert deel == alle - 2 > 0
    van_deel = bewaar("deel.json")
    pagina.goto(GIDS)
    vul("Kim")

    pagina.goto(f"{GIDS}?partij=projectgroep")
    open_, melding = pagina.get_by_label("Open een bestand"), pagina.locator("[data-vinkmelding]")
    open_.set_input_files(van_deel)
    expect(melding).to_have_text("Het bestand ‘deel.json’ is geopend.")
    pagina.goto(GIDS)
    assert sorted(pagina.evaluate(namen)) == ["Kim"] * (alle - deel) + ["Sam"] * deel

    pagina.goto(f"{GIDS}?partij=projectgroep")
    open_.set_input_files(van_alle)
    expect(melding).to_have_text(
        f"Het bestand ‘alle.json’ is geopend. Van het bestand staan {alle - deel} taken niet op deze pagina. "
        "Die doen niet mee."
    )
    pagina.goto(GIDS)
    assert sorted(pagina.evaluate(namen)) == ["Kim"] * (alle - deel) + ["Noor"] * deel
    assert {"De rest blijft zoals het is." in vraag for vraag in vragen} == {True}


def test_two_tabs_show_what_is_kept_on_the_device_and_do_not_write_over_each_other(pagina: Page) -> None:
    pagina.goto(GIDS)
    pagina.get_by_label("Bewaar mijn vinkjes op dit apparaat").check()
    ander = pagina.context.new_page()
    ander.goto(GIDS)
    ander.get_by_role("button", name="Zet erbij wie en wanneer").first.click()
    ander.locator("[data-wie]").first.press_sequentially("Noor ")

    pagina.get_by_role("checkbox").nth(1).check()

    expect(ander.get_by_role("checkbox").nth(1)).to_be_checked()
    assert ander.locator("[data-wie]").first.input_value() == "Noor "  # what somebody is typing stays as it is
    expect(pagina.locator("[data-wie]").first).to_have_value("Noor")
    ander.get_by_role("checkbox").nth(2).check()
    pagina.reload()
    assert [vakje.is_checked() for vakje in pagina.get_by_role("checkbox").all()[:3]] == [False, True, True]
    expect(pagina.locator("[data-wie]").first).to_have_value("Noor")


def test_a_letter_is_copied_as_text(nieuwe_pagina: Callable[..., Page]) -> None:
    pagina = nieuwe_pagina(permissions=["clipboard-read", "clipboard-write"])
    pagina.goto(GIDS)
    pagina.get_by_text("Briefje voor de winkel").first.click()
    pagina.get_by_role("button", name="Kopieer de tekst van Briefje voor de winkel").click()

    expect(pagina.get_by_text("De tekst is gekopieerd.")).to_be_visible()
    gekopieerd = pagina.evaluate("navigator.clipboard.readText()")
    assert gekopieerd == "Beste [naam],\n\nWil je bakker worden? Kom dan op [datum] langs."


def test_the_steps_are_near_on_a_phone_and_stay_in_sight_on_a_laptop(nieuwe_pagina: Callable[..., Page]) -> None:
    smal, breed = nieuwe_pagina(viewport={"width": 360, "height": 700}), nieuwe_pagina()
    for pagina in (smal, breed):
        pagina.goto(GIDS)
        pagina.get_by_role("navigation", name="De stappen").get_by_role("link").nth(2).click()
        expect(pagina.locator(".gidsstap h2").nth(2)).to_be_in_viewport()

    expect(breed.get_by_role("navigation", name="De stappen")).to_be_in_viewport()
    smal.get_by_role("link", name="Terug naar de stappen").nth(2).click()
    expect(smal.get_by_role("navigation", name="De stappen")).to_be_in_viewport()


def test_without_a_script_the_boxes_tick_and_the_planner_plans(nieuwe_pagina: Callable[..., Page]) -> None:
    pagina = nieuwe_pagina(java_script_enabled=False)
    pagina.goto(GIDS)

    pagina.get_by_role("checkbox").first.check()
    assert pagina.get_by_role("checkbox").first.is_checked()
    assert not pagina.get_by_role("button", name="Wis mijn vinkjes").is_visible()
    expect(pagina.locator("noscript p", has_text="de site vergeet je vinkjes")).to_be_visible()
    pagina.get_by_role("link", name="maandag").first.click()

    expect(pagina.get_by_role("link", name="Zet in mijn agenda")).to_be_visible()


def test_on_paper_there_are_boxes_and_bars_but_no_navigation(pagina: Page) -> None:
    pagina.goto(PAGINAS["gids"])
    pagina.get_by_role("checkbox").first.check()
    pagina.emulate_media(media="print")

    assert pagina.get_by_role("checkbox").first.bounding_box()["width"] > 10
    expect(pagina.locator(".balken")).to_be_visible()
    expect(pagina.get_by_role("navigation", name="De stappen")).to_be_hidden()
    expect(pagina.get_by_role("button", name="Wis mijn vinkjes")).to_be_hidden()
    assert pagina.locator(".documenten a").first.evaluate("a => getComputedStyle(a, '::after').content") != "none"


def test_who_does_what_is_printed_whole_and_a_milestone_is_a_round_mark(pagina: Page) -> None:
    pagina.goto(f"{GIDS}?dag=2027-09-01")
    mijlpalen = pagina.locator(".merkteken.punt").all()
    assert mijlpalen
    for vorm in (mijlpaal.bounding_box() for mijlpaal in mijlpalen):
        assert vorm is None or abs(vorm["width"] - vorm["height"]) < 1
    lijst = pagina.get_by_role("group", name="Wat je doet").first
    lijst.get_by_role("button", name="Zet erbij wie en wanneer").click()
    wie = lijst.get_by_role("textbox", name="Wie? Praat met de school.")
    wie.fill("Marieke van den Bergh-Jansen, praktijkopleider")
    pagina.emulate_media(media="print")

    assert wie.evaluate("veld => veld.scrollWidth <= veld.clientWidth + 1 && veld.clientWidth > 200")
