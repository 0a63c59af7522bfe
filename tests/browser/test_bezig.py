"""Work that takes a while: the page says so, nobody sends it twice, and the check of all links can stop and go on."""

from playwright.sync_api import expect

from tests.browser.fixtures import Site
from tests.browser.test_beheer import publiceer, zet_samenvatting

# Twelve links, all to this machine, where the site refuses to follow them: nothing goes out. Each takes a second.
LINKS = """
from opleidingen.models import Aanbieder
for nummer in range(12):
    Aanbieder.objects.create(naam=f"A{nummer}", slug=f"a{nummer}", url=f"https://127.0.0.1/{nummer}")
"""


def test_publishing_shows_that_it_is_busy_and_is_sent_once(eigen_server: Site, log_in, axe):
    pagina = log_in(site=eigen_server)
    zet_samenvatting(pagina, "Jij leidt het team in de winkel.")
    pagina.goto("/beheer/publiceren/")
    verstuurd = []
    pagina.route("**/beheer/publiceren/", lambda route: verstuurd.append(route))  # a slow line: it waits here

    publiceer(pagina, "2.1", no_wait_after=True)

    knop = pagina.get_by_role("button", name="Publiceer")
    expect(pagina.get_by_role("status").filter(has_text="De uitgave wordt gepubliceerd…")).to_be_visible()
    expect(pagina.locator(".bezig")).to_contain_text("3 seconden")
    expect(knop).to_have_attribute("aria-disabled", "true")
    axe(pagina)
    knop.click(force=True, no_wait_after=True)
    pagina.get_by_label("Nummer").press("Enter", no_wait_after=True)
    pagina.wait_for_timeout(500)
    assert len(verstuurd) == 1
    verstuurd[0].continue_()
    expect(pagina.get_by_text("Uitgave 2.1 is gepubliceerd.")).to_be_visible()


def test_the_check_of_all_links_shows_how_far_it_is_stops_and_goes_on(lege_server: Site, log_in, axe):
    lege_server.manage("shell", "--no-imports", "-c", LINKS)
    pagina = log_in(site=lege_server)
    pagina.goto("/beheer/redactie/linkcontrole/")
    vak = pagina.get_by_role("region", name="Alle links controleren")

    vak.get_by_role("button", name="Controleer nu alle links").click()
    expect(vak).to_contain_text("De controle loopt.")
    expect(vak).to_contain_text("2 van 12 links")
    axe(pagina)
    vak.get_by_role("button", name="Stop").click()
    expect(vak).to_contain_text("De controle is gestopt na")
    assert "12 van 12" not in vak.inner_text()
    expect(pagina.get_by_role("status").filter(has_text="De controle is gestopt na")).to_have_count(1)

    vak.get_by_role("button", name="Ga verder").click()
    expect(vak).to_contain_text("12 van 12 links")
    expect(vak).to_contain_text("Klaar op")
    vak.get_by_role("link", name="Bekijk de uitkomsten").click()
    expect(pagina.locator("#result_list tbody tr")).to_have_count(12)
