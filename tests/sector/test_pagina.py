"""The sector in figures: what a visitor reads of each figure, what is drawn, and what the desk says of old ones."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from redactie.kwaliteit.bevindingen import Regel, bevindingen
from sector.document import is_oud
from sector.models import Cijfer, Sectordeel
from tests.pagina import tekst
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database


@pytest.fixture
def html(client, inhoud, publiceer_nu):
    """The page, of which the figures of 2026 are always of this year."""
    Cijfer.objects.filter(jaar=2026).update(jaar=timezone.localdate().year)
    publiceer_nu("2")
    return client.get("/sector/").text


def deel(html, slug):
    """One part of the page, without its sources."""
    return html.partition(f'id="deel-{slug}"')[2].partition("</section>")[0].partition('<details class="bewijs">')[0]


def test_a_figure_says_what_when_and_according_to_whom(html):
    kaart = tekst(re.search(r'<li id="cijfer-warme-ovens">.*?</li>', html, re.S)[0])

    assert kaart == "ruim 1.500 warme ovens Het worden er meer. zomer 2026 het gilde"


def test_a_figure_without_a_year_says_so(html):
    assert (
        tekst(re.search(r'<li id="cijfer-koude-ovens">.*?</li>', html, re.S)[0]) == "30 koude ovens jaar niet genoemd"
    )


@pytest.mark.parametrize(
    ("jaar", "vandaag", "oud"),
    [
        (2022, date(2026, 1, 1), True),
        (2023, date(2026, 12, 31), False),
        (2023, date(2027, 1, 1), True),
        (None, date(2026, 1, 1), False),
    ],
)
def test_a_figure_is_old_after_three_years(jaar, vandaag, oud):
    assert is_oud(jaar, vandaag) == oud


def test_an_old_figure_says_so_on_the_page_and_on_the_desk(html):
    rijen = dict(re.findall(r'<tr id="cijfer-([\w-]+)">(.*?)</tr>', html, re.S))
    (bevinding,) = [bevinding for bevinding in bevindingen() if bevinding.regel == Regel.OUD_CIJFER]

    assert tekst(rijen["leerlingen-2019"]) == "2019 ouder dan drie jaar 80"
    assert "ouder dan" not in rijen["brood"]
    assert "leerlingen in 2019" in bevinding.tekst
    assert "warme ovens" not in bevinding.tekst
    assert "leerlingen-2019" in {rij.slug for rij in bevinding.rijen}


def test_bars_stand_beside_a_table_and_a_year_without_a_figure_is_drawn_empty(html):
    blok = deel(html, "leerlingen")

    assert re.findall(r'class="jaar"[^>]*>(\d+)<', blok) == ["2019", "2020", "2021", "2022"]
    assert len(re.findall(r'<rect class="leeg"', blok)) == 2
    assert "Van 2020 en 2021 noemt de bron geen cijfer." in tekst(blok)
    assert re.findall(r"<td>\s*([\d.]+)\s*</td>", blok) == ["80", "120"]
    assert '<title id="beeld-leerlingen">Steeds meer leerlingen</title>' in blok
    assert 'role="img" aria-labelledby="beeld-leerlingen"' in blok


def test_parts_of_a_whole_are_drawn_as_signs_and_told_in_words(html):
    blok = deel(html, "brood-of-gebak")
    vol, rest = (len(re.findall(rf'<svg class="{soort}"', blok)) for soort in ("vol", "rest"))

    assert (vol, rest) == (3 + 4, 1 + 6)
    assert "Bakkers die brood bakken: 3 van de 4" in tekst(blok)
    assert "Winkels met taart: 40%" in tekst(blok)


def test_parties_stand_under_the_name_of_their_group(html):
    assert tekst(deel(html, "buren")).endswith("Een bakker staat niet alleen. Op de markt Molenaar Kaasboer")


def test_each_part_tells_its_sources(html):
    assert html.count("Gildeboek van de bakkerij, druk 3 (2026). Gecontroleerd op 22 november 2026.") == 4 + 6 + 1


def test_a_part_whose_figures_cannot_be_drawn_still_shows_them(client, inhoud, publiceer_nu):
    Cijfer.objects.filter(deel__slug="leerlingen").update(jaar=None)
    Cijfer.objects.filter(deel__slug="brood-of-gebak").update(geheel=None)
    publiceer_nu("2")

    html = client.get("/sector/").text

    assert "80 leerlingen jaar niet genoemd" in tekst(deel(html, "leerlingen"))
    assert "Bakkers die brood bakken" in tekst(deel(html, "brood-of-gebak"))
    assert "<rect" not in html


def test_without_parts_there_is_no_page_and_no_link_to_it(client, inhoud, publiceer_nu):
    Sectordeel.objects.all().delete()
    publiceer_nu("2")

    assert client.get("/sector/").status_code == 404
    for adres in ("/", "/niveaus/"):
        assert "/sector/" not in client.get(adres).text


@pytest.mark.parametrize(
    ("slug", "anders", "veld"),
    [("leerlingen-2019", {"jaar": None}, "jaar"), ("brood", {"geheel": None}, "geheel")],
)
def test_a_figure_that_its_part_cannot_draw_is_refused(inhoud, slug, anders, veld):
    cijfer = Cijfer.objects.get(slug=slug)
    for naam, waarde in anders.items():
        setattr(cijfer, naam, waarde)

    with pytest.raises(ValidationError) as fout:
        cijfer.full_clean()

    assert list(fout.value.message_dict) == [veld]


def test_a_part_is_never_more_than_its_whole(inhoud):
    with pytest.raises(IntegrityError):
        Cijfer.objects.filter(slug="brood").update(waarde=5)


@pytest.mark.parametrize(
    ("vraag", "slug"),
    [("warme ovens", "ovens"), ("fornuis", "ovens"), ("kaasboer", "buren"), ("taart", "brood-of-gebak")],
)
def test_a_part_is_found_by_its_words_figures_and_parties(inhoud, vraag, slug):
    assert f"/sector/#deel-{slug}" in [vondst.adres for vondst in zoek(inhoud, vraag).vondsten]
