"""Our content fits: its long words and its map of eleven functies, in every window."""

import re

import pytest
from pypdf import PdfReader

from tests.browser.fixtures import Site
from tests.browser.meten import alle_bladzijden, lijnen_kloppen, past
from tests.openbaar import van_elke_soort

pytestmark = pytest.mark.xdist_group("huisartsenzorg")  # one process starts a site with all of our content

DELEN = 2  # the pages are shared out over as many tests, which can run beside one another


@pytest.fixture(scope="module")
def bladzijden(server: Site) -> dict[str, str]:
    paginas = alle_bladzijden(server)
    assert sum(1 for adres in paginas if re.match(r"/(functies|opleidingen|verhalen)/\w", adres)) > 11 + 18 + 5
    return paginas


# Every run takes the fullest page of each kind, the drill all pages.
WELKE = pytest.mark.parametrize("welke", [van_elke_soort, pytest.param(sorted, marks=pytest.mark.drill)])


@WELKE
@pytest.mark.parametrize("deel", range(DELEN))
def test_every_page_fits_in_every_window_and_on_a_phone_with_text_of_twice_the_size(pagina, bladzijden, welke, deel):
    for adres in welke(bladzijden)[deel::DELEN]:
        past(pagina, adres)


@pytest.mark.drill  # of each kind of page tests/browser/test_verkenner.py holds it in every run, with other content
@WELKE
@pytest.mark.parametrize("deel", range(DELEN))
def test_axe_finds_nothing_on_any_page(pagina, bladzijden, axe, welke, deel):
    for adres in welke(bladzijden)[deel::DELEN]:
        pagina.goto(adres)
        for samenvatting in pagina.locator("main summary").all():
            if samenvatting.is_visible():  # not one for paper alone
                samenvatting.click()
        axe(pagina)


@pytest.mark.parametrize(
    "adres", ["/", "/functies/doktersassistent/", "/functies/triagist/?kaart=buurt", "/?opleiding=mbo-verpleegkunde"]
)
def test_lines_touch_the_cards_they_join_and_no_other(pagina, adres):
    lijnen_kloppen(pagina, adres)


@pytest.mark.parametrize("maat", [(412, 915), (1280, 720), (1920, 1080)])
def test_the_printed_map_has_every_functie_and_lane(nieuwe_pagina, maat, tmp_path):
    pagina = nieuwe_pagina(viewport={"width": maat[0], "height": maat[1]})
    pagina.goto("/")
    namen = pagina.locator(".kaartje .naam, .baan span").all_text_contents()

    pagina.pdf(path=tmp_path / "kaart.pdf", prefer_css_page_size=True)

    gedrukt = re.sub(r"\W", "", "".join(blad.extract_text() for blad in PdfReader(tmp_path / "kaart.pdf").pages))
    assert namen
    assert [naam for naam in namen if re.sub(r"\W", "", naam) not in gedrukt] == []
