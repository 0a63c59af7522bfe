"""The sheet of a conversation with our content, on paper."""

from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import expect

from functies.document import Functie
from functies.reis import Weg
from opleidingen.document import Opleiding
from tests.browser.gesprek import BLAD, bladzijden, vul_in
from uitgave.kopie import kopie
from uitgave.pad import Pad
from werkgevers.gesprek import wegen
from werkgevers.gesprekskeuze import Gesprekskeuze

pytestmark = pytest.mark.xdist_group("huisartsenzorg")  # one process starts a site with all of our content


def langste(site) -> tuple[str, str]:
    """The addresses of the two sheets that have most to say: of one way, and of three functies side by side."""
    pad = Pad(kopie(Path(site.omgeving["UITGAVE_KOPIE"])))
    begin = [("van", slug) for slug in pad.alle(Functie)] + [("opleiding", slug) for slug in pad.alle(Opleiding)]

    def lengte(weg: Weg) -> int:
        teksten = [rij.naam for stap in weg.stappen for rij in (*stap.leren, *stap.eisen)]
        teksten += [vak.opleiding.naam for stap in weg.stappen for vak in stap.waar]
        teksten += [stap.stap.voorwaarde for stap in weg.stappen if stap.stap]
        return sum(map(len, teksten)) + 200 * len(weg.stappen)

    langst, adres, per_doel = 0, "", {}
    for (naam, slug), naar in product(begin, pad.alle(Functie)):
        keuze = Gesprekskeuze.uit(
            pad, {naam: [slug], "naar": [naar], "wie": ["werkzoekende-zonder-relevante-ervaring"]}
        )
        for weg in wegen(pad, keuze, keuze.naar[0]).alle if keuze.naar else ():
            per_doel[naar] = max(per_doel.get(naar, 0), lengte(weg))
            if lengte(weg) > langst:
                langst, adres = lengte(weg), f"{BLAD}{keuze.adres(via=weg.via)}"
    drie = sorted(per_doel, key=lambda slug: (-len(pad.alle(Functie)[slug].competenties), -per_doel[slug]))[:3]
    begin_van_drie = next(slug for slug in pad.alle(Functie) if slug not in drie)
    naast = "&".join(f"naar={slug}" for slug in drie)
    return adres, f"{BLAD}?van={begin_van_drie}&opleiding=geen&doel=verkennen&{naast}"


def test_the_longest_sheets_fit_on_two_pages_also_with_agreements(pagina, server, tmp_path):
    adres, naast = langste(server)
    for naam, plek in (("leeg", adres), ("naast", naast)):
        pagina.goto(plek)
        assert bladzijden(pagina.pdf(path=tmp_path / f"{naam}.pdf", prefer_css_page_size=True)) <= 2
    pagina.goto(adres.replace("/blad/", "/afspraken/"))
    for rij in range(1, 7):
        vul_in(
            pagina,
            rij,
            "Wij zoeken samen uit welke opleiding het beste past, en wat die kost." * 2,
            "Wij samen",
            "2031-05-01",
        )
    pagina.locator("[data-veld=notities]").fill("Een regel met een notitie.\n" * 8)
    pagina.get_by_role("link", name="Naar het ontwikkelplan").click()
    expect(pagina.get_by_role("cell", name="1 mei 2031").first).to_be_visible()

    assert bladzijden(pagina.pdf(path=tmp_path / "vol.pdf", prefer_css_page_size=True)) <= 2
    assert bladzijden(pagina.pdf(path=tmp_path / "letter.pdf", format="Letter")) <= 3


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("doktersassistent", "triagist"),
        ("triagist", "leidinggevend-triagist"),
        ("praktijkondersteuner-huisartsenzorg", "praktijkverpleegkundige-huisartsenzorg"),
    ],
)
def test_a_way_of_one_step_fits_on_one_page(pagina, tmp_path, van, naar):
    pagina.goto(f"{BLAD}?van={van}&naar={naar}")

    assert bladzijden(pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)) == 1


def test_an_ordinary_conversation_fits_on_one_page_with_its_agreements_and_notes(pagina, tmp_path):
    pagina.goto(
        f"{BLAD}?van=doktersassistent&naar=praktijkondersteuner-huisartsenzorg".replace("/blad/", "/afspraken/")
    )
    for rij, wat in enumerate(
        ("Meelopen met de POH", "De school bellen", "Geld zoeken voor scholing", "Een maatje"), 1
    ):
        vul_in(pagina, rij, wat, "Samira", "2031-05-01")
    pagina.locator("[data-noot] textarea, textarea[data-noot]").first.fill("Je houdt van rustig praten met mensen.")
    pagina.locator("[data-veld=notities]").fill("We kijken eerst of het rooster past. Daarna kiezen we een dag.")
    pagina.get_by_role("link", name="Naar het ontwikkelplan").click()
    expect(pagina.get_by_role("cell", name="1 mei 2031").first).to_be_visible()

    assert bladzijden(pagina.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)) == 1
