"""Two editors in two browsers, a session that ended, a server that is away: nothing that was typed is lost."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.fixtures import BEHEERDER, Site
from tests.browser.test_redactie import ontvouw

pytestmark = pytest.mark.xdist_group("tegelijk")  # one process starts the site that they share

PAST = "(blok) => blok.getBoundingClientRect().right <= innerWidth && blok.scrollWidth <= blok.clientWidth"
GEKOZEN = "(veld) => [...veld.selectedOptions].map((optie) => optie.value).sort()"


@pytest.fixture
def anna(redactie_server: Site, log_in):
    return log_in(site=redactie_server)


@pytest.fixture(scope="module")
def met_bram(redactie_server: Site) -> Site:
    redactie_server.manage("createsuperuser", "--noinput", "--username", "bram", "--email", "b@example.org")
    return redactie_server


@pytest.fixture
def bram(met_bram: Site, nieuwe_pagina):
    pagina = nieuwe_pagina(site=met_bram)
    pagina.goto("/beheer/")
    meld_aan(pagina, "bram")
    return pagina


def meld_aan(pagina, naam=BEHEERDER["username"]):
    pagina.locator("input[name=username]").fill(naam)
    pagina.locator("input[name=password]").fill(BEHEERDER["password"])
    pagina.locator("[type=submit]").click()
    expect(pagina.locator("#user-tools")).to_be_visible()


def open_functie(pagina, naam="Winkelleider"):
    pagina.goto("/beheer/functies/functie/")
    pagina.locator("#result_list").get_by_role("link", name=naam, exact=True).click()
    expect(pagina.get_by_label("Samenvatting")).to_be_visible()


def typ(pagina, label, tekst):
    """Type as a person does, and wait until the draft is kept."""
    pagina.get_by_label(label, exact=True).first.fill(tekst)
    pagina.wait_for_timeout(600)


def sla_op(pagina):
    pagina.get_by_role("button", name="Opslaan", exact=True).first.click()


@pytest.fixture
def verlies_sessie(bewaking):
    """End the session of a page; its hints then ask in vain, and only the tab keeps what is typed."""
    bewaking.verwacht += ["/beheer/leesbaarheid/", "/beheer/getypt/"]
    return lambda pagina: pagina.context.clear_cookies(name="sessionid")


def concepten(pagina):
    return pagina.evaluate("Object.keys(sessionStorage).filter((sleutel) => sleutel.startsWith('concept:')).length")


@pytest.mark.parametrize(("breedte", "hoe"), [(1366, "rustig"), (360, "graag")])
def test_the_second_editor_sees_both_texts_and_saves_knowingly(anna, bram, schermafdruk, breedte, hoe):
    for pagina in (anna, bram):
        pagina.set_viewport_size({"width": breedte, "height": 768})
        open_functie(pagina)
    typ(anna, "Samenvatting:", "Jij leidt het team dat klanten helpt. Je helpt hen snel.")
    typ(anna, "Afkorting:", "LW")
    sla_op(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()

    typ(bram, "Samenvatting:", f"Jij leidt het team dat klanten helpt. Je helpt hen {hoe}.")
    sla_op(bram)

    melding = bram.get_by_role("region", name="Nog niet opgeslagen")
    expect(melding).to_be_focused()
    expect(melding).to_contain_text("Je helpt hen snel.")
    expect(melding).to_contain_text(f"Je helpt hen {hoe}.")
    expect(melding).to_contain_text("Nu opgeslagen (beheerder, ")
    expect(bram.get_by_label("Samenvatting")).to_have_value(re.compile(hoe))
    expect(bram.get_by_label("Afkorting")).to_have_value("LW")
    assert melding.evaluate(PAST)
    schermafdruk(bram, f"botsing-{breedte}")
    assert Axe().run(bram, ".botsing", {"preload": False}).violations_count == 0

    sla_op(bram)
    expect(bram.locator(".messagelist .success")).to_be_visible()
    open_functie(bram)
    expect(bram.get_by_label("Samenvatting")).to_have_value(re.compile(hoe))
    expect(bram.locator("[data-concept]")).to_be_empty()


def kies(pagina, veld, zoek, naam):
    """Choose `naam` in an autocomplete."""
    pagina.locator(f"#{veld} + .select2").click()
    pagina.locator(".select2-search__field").last.fill(zoek)
    pagina.get_by_role("option", name=naam, exact=True).click()


def test_what_was_typed_comes_back_after_the_session_ended(anna, verlies_sessie, schermafdruk):
    open_functie(anna, "Winkelmedewerker")
    naam = anna.locator("h2").first.inner_text()
    typ(anna, "Samenvatting:", "Een tekst die niet verloren mag gaan.")
    anna.get_by_label("Geen volgende stap").check()
    ontvouw(anna, "vervolg")
    kies(anna, "id_competenties", "rooster", "Een rooster maken")
    gekozen = anna.locator("#id_competenties").evaluate(GEKOZEN)
    anna.locator("#id_vervolg-0-voorwaarde").fill("Een andere voorwaarde.")
    anna.locator("#id_vervolg-0-DELETE").check()
    anna.locator("#vervolg-group .add-row a").click()
    nieuw = int(anna.locator("#id_vervolg-TOTAL_FORMS").input_value()) - 1
    kies(anna, f"id_vervolg-{nieuw}-naar", "bedrijfsl", "Bedrijfsleider")
    anna.locator(f"#id_vervolg-{nieuw}-soort").select_option("doorstroom")
    anna.locator(f"#id_vervolg-{nieuw}-bron").fill("De bron van een nieuwe stap.")
    anna.locator(f"#vervolg-{nieuw}").get_by_role("link", name="Vandaag").click()

    verlies_sessie(anna)
    sla_op(anna)
    meld_aan(anna)

    balk = anna.get_by_role("status").filter(has_text="Wat je typte, is niet opgeslagen.")
    expect(balk).to_contain_text(re.compile(r"Je was hier bezig om \d\d:\d\d\."))
    expect(anna.get_by_label("Samenvatting")).not_to_have_value("Een tekst die niet verloren mag gaan.")
    schermafdruk(anna, "concept-1366")
    balk.get_by_role("button", name="Zet terug").click()

    expect(anna.locator("[data-concept]")).to_be_focused()
    expect(anna.locator("[data-concept]")).to_contain_text("staat weer in het formulier")
    expect(anna.locator("h2").first).to_have_text(naam)
    expect(anna.get_by_label("Samenvatting")).to_have_value("Een tekst die niet verloren mag gaan.")
    expect(anna.get_by_label("Geen volgende stap")).to_be_checked()
    expect(anna.locator("#id_competenties + .select2")).to_contain_text("Een rooster maken")
    assert anna.locator("#id_competenties").evaluate(GEKOZEN) == gekozen
    expect(anna.locator("#id_vervolg-0-voorwaarde")).to_have_value("Een andere voorwaarde.")
    expect(anna.locator("#id_vervolg-0-DELETE")).to_be_checked()
    expect(anna.locator(f"#id_vervolg-{nieuw}-naar + .select2")).to_contain_text("Bedrijfsleider")
    expect(anna.locator(f"#id_vervolg-{nieuw}-bron")).to_have_value("De bron van een nieuwe stap.")
    anna.locator("#id_vervolg-0-DELETE").uncheck()
    sla_op(anna)
    expect(anna.locator(".messagelist .success")).to_be_visible()
    assert concepten(anna) == 0
    open_functie(anna, "Winkelmedewerker")
    expect(anna.get_by_label("Samenvatting")).to_have_value("Een tekst die niet verloren mag gaan.")
    expect(anna.locator(f"#id_vervolg-{nieuw}-naar + .select2")).to_be_attached()


def test_a_draft_that_comes_back_never_hides_what_a_colleague_saved_meanwhile(anna, bram, verlies_sessie):
    open_functie(bram)
    typ(bram, "Samenvatting:", "De woorden van Bram.")
    verlies_sessie(bram)
    sla_op(bram)
    open_functie(anna)
    typ(anna, "Samenvatting:", "De tekst van Anna.")
    sla_op(anna)
    meld_aan(bram, "bram")
    expect(bram.get_by_label("Samenvatting")).to_have_value("De tekst van Anna.")

    bram.get_by_role("button", name="Zet terug").click()
    sla_op(bram)

    melding = bram.get_by_role("region", name="Nog niet opgeslagen")
    expect(melding).to_contain_text("De tekst van Anna.")
    expect(melding).to_contain_text("De woorden van Bram.")


def test_what_was_typed_for_a_deleted_row_is_on_the_page_and_returns_with_the_row(anna, bram, bewaking, schermafdruk):
    bewaking.verwacht.append("410")
    open_functie(bram, "Banketbakker")
    typ(bram, "Samenvatting:", "De woorden van Bram.")
    open_functie(anna, "Banketbakker")
    anna.goto(anna.url.split("/change/")[0] + "/delete/")
    anna.locator("#content [type=submit]").click()
    expect(anna.locator(".messagelist .success")).to_be_visible()

    sla_op(bram)
    expect(bram.locator("#content")).to_contain_text("is intussen verwijderd (beheerder, ")
    expect(bram.locator("#content")).to_contain_text("De woorden van Bram.")
    schermafdruk(bram, "verdwenen-1366")
    bram.set_viewport_size({"width": 360, "height": 768})
    assert bram.locator(".verdwenen").evaluate(PAST)
    schermafdruk(bram, "verdwenen-360")
    bram.get_by_role("link", name="zet Banketbakker terug").click()
    bram.get_by_role("button", name="Zet terug").click()

    bram.get_by_role("button", name="Zet terug").click()
    expect(bram.get_by_label("Samenvatting")).to_have_value("De woorden van Bram.")


def test_without_the_server_nothing_is_lost_and_leaving_asks_first(log_in, bewaking):
    bewaking.verwacht.append("ERR_INTERNET_DISCONNECTED")
    pagina = log_in()
    gevraagd = []
    pagina.on("dialog", lambda vraag: (gevraagd.append(vraag.type), vraag.accept()))
    open_functie(pagina)
    adres = pagina.url
    pagina.get_by_label("Samenvatting").click()
    typ(pagina, "Samenvatting:", "Een tekst die niet verloren mag gaan.")

    pagina.context.set_offline(True)
    sla_op(pagina)
    pagina.wait_for_timeout(500)
    pagina.context.set_offline(False)
    assert gevraagd == []
    pagina.goto(adres)
    pagina.get_by_role("button", name="Zet terug").click()

    expect(pagina.get_by_label("Samenvatting")).to_have_value("Een tekst die niet verloren mag gaan.")
    pagina.goto("/beheer/")
    assert gevraagd == ["beforeunload"]
    pagina.goto(adres)
    pagina.get_by_role("button", name="Gooi weg").click()
    expect(pagina.locator("[data-concept]")).to_contain_text("Weggegooid.")
    expect(pagina.get_by_label("Samenvatting")).not_to_have_value("Een tekst die niet verloren mag gaan.")
    pagina.goto("/beheer/")
    assert gevraagd == ["beforeunload"]
    assert concepten(pagina) == 0


def test_typing_on_beside_the_offer_keeps_both(log_in, schermafdruk):
    pagina = log_in(viewport={"width": 360, "height": 768})
    open_functie(pagina)
    typ(pagina, "Samenvatting:", "Van het eerste bezoek.")
    pagina.reload()
    schermafdruk(pagina, "concept-360")
    assert pagina.locator("[data-concept]").evaluate(PAST)
    typ(pagina, "Afkorting:", "LW")
    pagina.reload()

    pagina.get_by_role("button", name="Zet terug").click()

    expect(pagina.get_by_label("Samenvatting")).to_have_value("Van het eerste bezoek.")
    expect(pagina.get_by_label("Afkorting")).to_have_value("LW")


def test_a_mistake_in_the_form_keeps_the_draft_until_it_is_saved(log_in):
    pagina = log_in()
    open_functie(pagina)
    adres = pagina.url
    typ(pagina, "Samenvatting:", "Van voor de fout.")
    typ(pagina, "Naam:", "")
    sla_op(pagina)
    expect(pagina.locator(".errornote")).to_be_visible()
    expect(pagina.locator("[data-concept]")).to_be_empty()
    typ(pagina, "Afkorting:", "NA")

    pagina.goto(adres)
    pagina.get_by_role("button", name="Zet terug").click()

    expect(pagina.get_by_label("Samenvatting")).to_have_value("Van voor de fout.")
    expect(pagina.get_by_label("Naam:", exact=True)).to_have_value("")
    expect(pagina.get_by_label("Afkorting")).to_have_value("NA")


def test_logging_out_throws_drafts_away_and_accounts_have_none(log_in):
    pagina = log_in()
    pagina.goto("/beheer/auth/user/1/change/")
    typ(pagina, "Voornaam:", "Niet te bewaren")
    assert concepten(pagina) == 0
    pagina.goto("/beheer/functies/synoniem/add/")
    typ(pagina, "Woord:", "iets nieuws")
    assert concepten(pagina) == 1

    pagina.get_by_role("button", name="Log uit").click()

    expect(pagina.locator("#user-tools")).to_have_count(0)
    assert concepten(pagina) == 0
