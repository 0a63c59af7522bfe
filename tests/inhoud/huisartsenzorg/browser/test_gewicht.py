"""What a visit weighs: what the server sends to a browser that keeps what it has, compressed, headers included."""

from collections.abc import Callable

from playwright.sync_api import Page

EERSTE, VERZOEKEN, DAARNA = (
    75_000,
    8,
    6_000,
)  # bytes of a first visit, and its requests; bytes for each functie after it


def test_a_first_visit_and_each_functie_after_it_weigh_little(nieuwe_pagina: Callable[..., Page]) -> None:
    pagina = nieuwe_pagina()
    # As DevTools counts, for all of this tab: Playwright's own sizes leave out what it cannot match to a request.
    devtools = pagina.context.new_cdp_session(pagina)
    devtools.send("Network.enable")
    verstuurd: list[float] = []
    devtools.on("Network.loadingFinished", lambda bericht: verstuurd.append(bericht["encodedDataLength"]))

    pagina.goto("/", wait_until="networkidle")

    eerste = [bytes_ for bytes_ in verstuurd if bytes_]  # 0: the browser had it already
    assert 0 < sum(eerste) <= EERSTE
    assert len(eerste) <= VERZOEKEN
    adressen = pagina.locator(".kaartje a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert len(adressen) > 10
    zwaar = {}
    for adres in adressen:
        verstuurd.clear()
        pagina.locator(f".kaartje a[href='{adres}']").click()
        pagina.wait_for_url(f"**{adres}")
        pagina.wait_for_load_state("networkidle")
        zwaar[adres] = sum(verstuurd)
    assert {adres: gewicht for adres, gewicht in zwaar.items() if not 0 < gewicht <= DAARNA} == {}
