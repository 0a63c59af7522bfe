"""The sheet of a conversation with our content, on paper."""

from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import expect

from functies.document import Functie
from opleidingen.document import Opleiding
from tests.browser.gesprek import BLAD, bladzijden, vul_in
from uitgave.huidig import kopie
from uitgave.pad import Pad
from werkgevers.gesprek import Gesprekskeuze, wegen


def langste(site) -> str:
    """The address of the sheet that has most to say, of all ways in the content."""
    pad = Pad(kopie(Path(site.omgeving["UITGAVE_KOPIE"])))
    begin = [("van", slug) for slug in pad.alle(Functie)] + [("opleiding", slug) for slug in pad.alle(Opleiding)]

    def lengte(keuze: Gesprekskeuze) -> int:
        gevonden = wegen(pad, keuze)
        if gevonden is None:
            return 0
        teksten = [rij.naam for stap in gevonden.gekozen.stappen for rij in (*stap.leren, *stap.eisen)]
        teksten += [vak.opleiding.naam for stap in gevonden.gekozen.stappen for vak in stap.waar]
        teksten += [stap.stap.voorwaarde for stap in gevonden.gekozen.stappen if stap.stap]
        return sum(map(len, teksten)) + 200 * len(gevonden.gekozen.stappen)

    alle = []
    for (naam, slug), naar in product(begin, pad.alle(Functie)):
        keuze = Gesprekskeuze.uit(
            pad, {naam: [slug], "naar": [naar], "wie": ["werkzoekende-zonder-relevante-ervaring"]}
        )
        gevonden = wegen(pad, keuze)
        for weg in gevonden.alle if gevonden else ():
            alle.append(Gesprekskeuze.uit(pad, {n: [w] for n, w in keuze.paren()} | {"via": list(weg.via)}))
    return f"{BLAD}{max(alle, key=lengte).adres()}"


def test_the_longest_way_fits_on_two_pages_also_with_agreements(pagina, server, tmp_path):
    adres = langste(server)
    pagina.goto(adres)
    leeg = bladzijden(pagina.pdf(path=tmp_path / "leeg.pdf", prefer_css_page_size=True))
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
    pagina.get_by_role("link", name="Naar het gespreksblad").click()
    expect(pagina.get_by_role("cell", name="1 mei 2031").first).to_be_visible()
    vol = bladzijden(pagina.pdf(path=tmp_path / "vol.pdf", prefer_css_page_size=True))

    assert (leeg, vol) == (2, 2)
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
