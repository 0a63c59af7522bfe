"""The PDF of our own content: its size, and sheets that can be handed over."""

import pytest

from functies.document import Functie
from functies.paneel import paneel_van
from opleidingen.document import Opleiding
from papier.boek import Blad, Boek
from papier.drukken import Drukker
from tests.papier.lezen import gelezen, koppen, links, met_pdf, tekst

pytestmark = [pytest.mark.een_database, met_pdf()]
GROOTST = 1_500_000  # bytes


@pytest.fixture
def druk(settings):
    settings.ADRES = settings.SITE_URL = "https://ontwikkelpad.example"
    drukker = Drukker()
    return lambda inhoud: drukker.druk(inhoud.html(), inhoud.stijl(), inhoud.tekeningen())


def test_the_edition_is_one_small_file_with_all_functies_codes_stories_and_sources(inhoud, druk):
    inhoud_ = druk(Boek(inhoud))
    pdf = gelezen(inhoud_)
    alles, buiten = tekst(pdf), {adres for _, _, adres in links(pdf)}

    assert len(inhoud_) < GROOTST
    assert len(pdf.pages) < 45
    assert {functie.volledige_naam for functie in inhoud.alle(Functie).values()} <= set(koppen(pdf))
    for opleiding in inhoud.alle(Opleiding).values():
        assert opleiding.naam in alles
        assert opleiding.code in alles
        assert {opleiding.leeroverzicht_url} - {""} <= buiten
    for deel in ("verhalen", "begrippen"):
        for rij in inhoud.delen[deel].values():
            assert rij.slug in str(pdf.named_destinations.keys())
            assert rij.bron.split(",")[0] in alles or deel == "begrippen"


def test_a_functie_is_one_sheet_or_two(inhoud, druk):
    for slug in inhoud.alle(Functie):
        blad = gelezen(druk(Blad(inhoud, paneel_van(inhoud, slug))))

        assert len(blad.pages) <= 2, slug
        assert f"https://ontwikkelpad.example/functies/{slug}/" in {adres for _, _, adres in links(blad)}
