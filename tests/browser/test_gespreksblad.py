"""The sheet of a conversation on paper."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.gesprek import BLAD, GESPREK, KEUZES, bladzijden


@pytest.mark.parametrize(
    ("van", "naar"), [("bakkershulp", "broodbakker"), ("broodbakker", "meesterbakker-aan-de-grote-oven")]
)
def test_a_way_of_one_step_fits_on_one_page(pagina, tmp_path, van, naar):
    pagina.goto(f"{BLAD}?van={van}&naar={naar}")

    assert bladzijden(pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)) == 1


def test_on_paper_there_is_only_the_sheet_in_black_and_white(pagina, schermafdruk):
    pagina.goto(f"{BLAD}{KEUZES}")
    pagina.emulate_media(media="print", color_scheme="dark")

    for weg in (".kop", ".voet", ".voortgang", ".bladacties"):
        expect(pagina.locator(weg).first).to_be_hidden()
    expect(pagina.get_by_text("gildehulp.example")).to_be_visible()
    kleuren = pagina.locator(".blad *").evaluate_all("""alle => [...new Set(alle.flatMap(e => {
        const s = getComputedStyle(e); return [s.color, s.borderBottomColor]; }))]""")
    grijs = [kleur for kleur in kleuren if len(set(kleur.strip("rgba()").split(", ")[:3])) == 1]
    assert grijs == kleuren
    expect(pagina.locator("[data-adres]")).to_contain_text(f"{urlsplit(pagina.url).netloc}{GESPREK}doel/?van=")
    schermafdruk(pagina, "gespreksblad-druk")
