"""What a visit weighs: what the server sends to a browser that keeps what it has, compressed, headers included."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.xdist_group("huisartsenzorg")  # one process starts a site with all of our content

EERSTE, VERZOEKEN, DAARNA = (
    75_000,
    8,
    6_000,
)  # bytes of a first visit, and its requests; bytes for each functie after it


@dataclass
class Bezoek:
    """A visitor, and the bytes of each answer that came whole: as DevTools counts, for all of this tab.

    Playwright's own sizes leave out what it cannot match to a request.
    """

    pagina: Page
    gevraagd: dict[str, str] = field(default_factory=dict)  # by id of a request: its address
    verstuurd: dict[str, float] = field(default_factory=dict)  # by address

    def __post_init__(self) -> None:
        devtools = self.pagina.context.new_cdp_session(self.pagina)
        devtools.send("Network.enable")
        devtools.on("Network.requestWillBeSent", self._vraag)
        devtools.on("Network.loadingFinished", self._antwoord)

    def _vraag(self, bericht: dict[str, Any]) -> None:
        self.gevraagd[bericht["requestId"]] = bericht["request"]["url"]

    def _antwoord(self, bericht: dict[str, Any]) -> None:
        adres = self.gevraagd.get(bericht["requestId"], bericht["requestId"])
        self.verstuurd[adres] = self.verstuurd.get(adres, 0) + bericht["encodedDataLength"]

    def wacht_op(self, adres: str) -> None:
        """Wait until all of the answer from an address is there."""
        while not any(gekomen.endswith(adres) for gekomen in self.verstuurd):
            self.pagina.wait_for_timeout(50)


@pytest.fixture
def bezoek(nieuwe_pagina: Callable[..., Page]) -> Bezoek:
    """A visitor on the front page."""
    bezoek = Bezoek(nieuwe_pagina())
    bezoek.pagina.goto("/", wait_until="networkidle")
    return bezoek


def test_a_first_visit_weighs_little(bezoek: Bezoek) -> None:
    eerste = [bytes_ for bytes_ in bezoek.verstuurd.values() if bytes_]  # 0: the browser had it already

    assert 0 < sum(eerste) <= EERSTE
    assert len(eerste) <= VERZOEKEN


def test_each_functie_after_it_weighs_little(bezoek: Bezoek) -> None:
    pagina = bezoek.pagina
    adressen = pagina.locator(".kaartje a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert len(adressen) > 10
    zwaar = {}
    for adres in adressen:
        bezoek.verstuurd.clear()
        pagina.locator(f".kaartje a[href='{adres}']").click()
        pagina.wait_for_url(f"**{adres}")
        bezoek.wacht_op(adres)
        zwaar[adres] = sum(bezoek.verstuurd.values())
    assert {adres: gewicht for adres, gewicht in zwaar.items() if not 0 < gewicht <= DAARNA} == {}
