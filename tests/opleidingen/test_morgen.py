"""What somebody can do tomorrow: where to look, with what, and the websites that editors keep for it."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from functies.models import Beroepsvereiste
from ontwikkelpad.models import Ontwikkelpad
from opleidingen.models import Verwijzing
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from tests.pagina import tekst

pytestmark = pytest.mark.een_database

BEWIJS = {"bron": "Een bron.", "gecontroleerd_op": date(2026, 1, 1)}


def maak_verwijzing(adres, **velden):
    rest = {"naam": "Ga kijken", "slug": "kijken", "uitleg": "Daar zie je het.", **BEWIJS}
    return Verwijzing.objects.create(adres=adres, **(rest | velden))


def knoppen(html):
    """The links to other websites under the heading, each with its class and address."""
    deel = html.partition("Dit kun je morgen doen</h2>")[2].partition("</ul>")[0]
    return [(klasse, adres) for klasse, adres in re.findall(r'<a class="([^"]+)"\s+href="([^"]+)"', deel)]


def test_leeroverzicht_comes_first_and_is_the_one_filled_button(client, inhoud):
    gevonden = knoppen(client.get("/opleidingen/broodbakken/").text)

    assert gevonden == [
        ("knop extern", "https://leeroverzicht.example/"),
        ("knop licht extern", "https://leermeesters.example/zoek?boek=G204"),
        ("knop licht extern", "https://vakblad.example/over/Broodbakken/"),
        *((("knop licht extern", url)) for url in eisen_van("broodbakken")),
        ("knop licht extern", Ontwikkelpad.objects.get().hulp_url),
    ]


def eisen_van(slug):
    rijen = Beroepsvereiste.objects.filter(functies__opleidingen__slug=slug).exclude(url="").distinct()
    return list(dict.fromkeys(rijen.order_by("pk").values_list("url", flat=True)))


def test_without_a_page_of_its_own_there_are_words_to_take_along(client, inhoud):
    html = client.get("/opleidingen/broodbakken/").text

    assert "Zoek een school voor Broodbakken ↗ (andere website)" in tekst(html)
    assert "Zoek daar op: Broodbakken of G204" in tekst(html)
    assert re.findall(r'data-kopieer="([^"]+)"', html) == ["G204", "Broodbakken"]
    assert re.search(r'<p class="knoppen" data-alleen-script hidden>', html)


def test_with_a_page_of_its_own_the_button_leads_there_and_nothing_needs_to_be_copied(client, inhoud):
    html = client.get("/opleidingen/brood-en-beslag/").text

    assert knoppen(html)[0] == ("knop extern", "https://leeroverzicht.example/brood-en-beslag")
    assert "Bekijk de scholen voor Brood en beslag ↗ (andere website)" in tekst(html)
    assert "data-kopieer" not in html


def test_an_opleiding_without_a_code_has_its_name_to_copy(client, inhoud):
    html = client.get("/opleidingen/bedrijfsvoering/").text

    assert re.findall(r'data-kopieer="([^"]+)"', html) == ["Bedrijfsvoering"]
    assert "Zoek daar op: Bedrijfsvoering" in tekst(html)


def test_the_panel_of_a_functie_has_leeroverzicht_and_the_words_alone(client, inhoud):
    html = client.get("/functies/broodbakker/").text

    assert 'data-kopieer="G204"' in html
    assert "leermeesters.example" not in html
    assert "vakblad.example" not in html


def test_a_beroepsvereiste_is_offered_where_a_functie_of_the_opleiding_asks_it(
    client, maak_functie, maak_opleiding, publiceer_nu
):
    bakken, meel, los = (maak_opleiding(naam) for naam in ("Bakken", "Meel", "Los"))
    vereiste = {"uitleg": "Een briefje.", "url": "https://briefje.example/", **BEWIJS}
    bakker, molenaar = maak_functie("Bakker"), maak_functie("Molenaar")
    bakker.beroepsvereisten.create(naam="Briefje", slug="briefje", **vereiste)
    for functie, opleiding in ((bakker, bakken), (bakker, meel), (molenaar, meel)):
        functie.opleidingslinks.create(opleiding=opleiding, rol="passend")
    publiceer_nu("1")

    assert "Voor dit werk heb je ook nodig: Briefje." in tekst(client.get("/opleidingen/bakken/").text)
    assert "Voor Bakker heb je ook nodig: Briefje." in tekst(client.get("/opleidingen/meel/").text)
    assert "briefje.example" not in client.get(f"/opleidingen/{los.slug}/").text


def test_without_any_website_there_is_no_heading(client, ontwikkelpad, maak_opleiding, publiceer_nu):
    Ontwikkelpad.objects.update(leeroverzicht_url="", hulp_url="")
    maak_opleiding("Los")
    publiceer_nu("1")

    assert "Dit kun je morgen doen" not in client.get("/opleidingen/los/").text


@pytest.mark.parametrize(
    ("adres", "reden"),
    [
        ("http://a.example/{code}", "Begin met https://."),
        ("https://a.example/{postcode}", "Tussen accolades mag alleen {code} of {naam} staan."),
        ("https://{naam}.example/", "Zet {code} en {naam} achter de naam van de website."),
    ],
)
def test_an_editor_reads_at_the_address_what_is_wrong_with_it(db, adres, reden):
    rij = Verwijzing(naam="Kijk", slug="kijk", uitleg="Daar.", adres=adres, **BEWIJS)

    with pytest.raises(ValidationError) as fout:
        rij.full_clean()

    assert fout.value.message_dict == {"adres": [reden]}


def test_a_verwijzing_that_is_for_no_opleiding_is_named_by_the_gate(ontwikkelpad, maak_opleiding):
    maak_opleiding("Bakken")
    maak_opleiding("Verborgen", code="", zichtbaar=False)
    maak_verwijzing("https://a.example/{code}", naam="Kijk op code")
    maak_verwijzing("https://a.example/{naam}", naam="Kijk op naam", slug="naam")

    gevonden = [bevinding.tekst for bevinding in bevindingen() if bevinding.regel == Regel.ONGEBRUIKT]

    assert "Verwijzing die bij geen opleiding past: Kijk op code. Kies andere registers of niveaus." in gevonden
    assert not any("Kijk op naam" in zin for zin in gevonden)
