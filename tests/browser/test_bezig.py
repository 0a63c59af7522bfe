"""Work that takes a while: the page says so, nobody sends it twice, and the check of all links can stop and go on."""

from playwright.sync_api import expect

from tests.browser.fixtures import Site
from tests.browser.test_beheer import vul_in, zet_samenvatting

# Somebody who presses again and again; what stood on the page meanwhile is kept for the next page. Playwright itself
# waits while a page is being left.
ONGEDULDIG = """() => {
    const knop = document.querySelector("[data-bezig]"), gezien = [];
    addEventListener("pagehide", () => sessionStorage.setItem("gezien", JSON.stringify(gezien)));
    setInterval(() => {
        knop.click();
        gezien.push([document.querySelector(".bezig").innerText, knop.getAttribute("aria-disabled")]);
    }, 300);
}"""
# Twelve links, all to this machine, where the site refuses to follow them: nothing goes out. Each takes a second.
LINKS = """
from opleidingen.models import Aanbieder
for nummer in range(12):
    Aanbieder.objects.create(naam=f"A{nummer}", slug=f"a{nummer}", url=f"https://127.0.0.1/{nummer}")
"""


def test_publishing_shows_that_it_is_busy_and_is_sent_once(eigen_server: Site, log_in):
    pagina = log_in(site=eigen_server)
    zet_samenvatting(pagina, "Jij leidt het team in de winkel.")
    pagina.goto("/beheer/publiceren/")
    vul_in(pagina, "2.1")
    verstuurd = []
    pagina.on("request", lambda verzoek: verzoek.method == "POST" and verstuurd.append(verzoek.url))
    pagina.route("**/beheer/publiceren/", lambda route: (pagina.wait_for_timeout(3000), route.continue_()))

    pagina.evaluate(ONGEDULDIG)
    pagina.wait_for_url("**/beheer/uitgave/uitgave/")

    expect(pagina.get_by_text("Uitgave 2.1 is gepubliceerd.")).to_be_visible()
    assert sum(adres.endswith("/publiceren/") for adres in verstuurd) == 1  # the hint below a text is measured too
    gezien = pagina.evaluate("JSON.parse(sessionStorage.getItem('gezien'))")
    assert len(gezien) > 1
    assert {(tekst.split("…")[0], stand) for tekst, stand in gezien} == {("De uitgave wordt gepubliceerd", "true")}
    assert any("seconde" in tekst for tekst, _ in gezien)


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
