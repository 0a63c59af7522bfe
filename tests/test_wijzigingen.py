"""What visitors read of each edition: from published documents alone, without the database."""

import json
from datetime import date

import pytest
from django.conf import settings

from functies.models import Doorgroei, Functie, Werkveld
from ontwikkelpad.models import Ontwikkelpad
from tests.pagina import tekst
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import Huidig, huidig
from uitgave.kopie import kopie
from uitgave.models import Uitgave
from uitgave.pad import Pad
from uitgave.publiceren import publiceer

pytestmark = pytest.mark.een_database

ADRES = "/over/wijzigingen/"


@pytest.fixture
def uitgeven(inhoud):
    """Publish the working copy, or the content of an earlier edition, and return what is said of it."""

    def geef_uit(nummer, document=None):
        publiceer(document or bouw(), nummer, date(2026, 3, 1), f"Dit is uitgave {nummer}.")
        huidig.ververs()
        return huidig.pad.geschiedenis[0]

    return geef_uit


def onderdelen(wijziging):
    """{part: [added, changed, removed]}"""
    return {deel.naam: [deel.nieuw, deel.veranderd, deel.weg] for deel in wijziging.onderdelen}


def test_of_the_first_edition_the_content_is_counted(inhoud):
    (eerste,) = inhoud.geschiedenis

    assert (eerste.nummer, eerste.datum) == ("1", date(2026, 2, 6))
    assert eerste.zin == "De eerste versie, met 8 functies, 8 opleidingen en 8 stappen."
    assert eerste.onderdelen == ()


def test_one_is_counted_in_the_singular(maak_functie, publiceer_nu):
    maak_functie("Een")

    (eerste,) = publiceer_nu("1").geschiedenis

    assert eerste.zin == "De eerste versie, met 1 functie, 0 opleidingen en 0 stappen."


def test_every_edition_says_what_it_added_changed_and_removed(uitgeven, maak_opleiding):
    functie = Functie.objects.get(slug="winkelmedewerker")
    functie.samenvatting, functie.omschrijving = "Anders.", "Ook anders."
    functie.save()
    Functie.objects.filter(slug="bezorger").update(zichtbaar=False)
    Doorgroei.objects.filter(van__slug="winkelmedewerker").update(voorwaarde="Eerst dit.")
    Ontwikkelpad.objects.update(privacy="We bewaren niets.", uitleg="Kies een functie.")
    Werkveld.objects.filter(slug="winkel").update(volgorde=9)
    maak_opleiding("Een nieuwe opleiding")

    wijziging = uitgeven("2")

    assert (wijziging.nummer, wijziging.wijzigingen, wijziging.zin) == ("2", "Dit is uitgave 2.", "")
    assert onderdelen(wijziging) == {
        "Functies": [(), ("Winkelmedewerker (samenvatting, omschrijving)",), ("Bezorger",)],
        "Opleidingen": [("Een nieuwe opleiding",), (), ()],
        "Stappen": [
            (),
            ("Winkelmedewerker → Winkelleider (voorwaarde)",),
            ("Bezorger → Winkelmedewerker",),
        ],
        "Werkvelden": [(), ("Volgorde",), ()],
        "Teksten van de site": [(), ("uitleg bij de kaart, privacy",), ()],
    }


def test_going_back_to_an_earlier_edition_says_what_that_changed(uitgeven, inhoud):
    Functie.objects.filter(slug="bezorger").update(zichtbaar=False)
    uitgeven("2")

    terug = uitgeven("2.1", inhoud.uitgave.document)

    assert onderdelen(terug)["Functies"] == [("Bezorger",), (), ()]
    assert [w.nummer for w in huidig.pad.geschiedenis] == ["2.1", "2", "1"]


def test_the_same_content_again_says_so(uitgeven):
    assert uitgeven("2").zin == "De inhoud bleef hetzelfde."


def test_an_edition_that_cannot_be_read_has_a_plain_line_and_is_passed_over(uitgeven):
    Uitgave.objects.create(nummer="1.5", datum=date(2026, 3, 1), wijzigingen="Kapot.", document='{"schema": 99}')
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Anders.")

    wijziging = uitgeven("2")

    assert onderdelen(wijziging) == {"Functies": [(), ("Winkelmedewerker (samenvatting)",), ()]}
    assert [(w.nummer, w.zin) for w in huidig.pad.geschiedenis[1:]] == [
        ("1.5", "Van deze versie weten we niet meer wat er veranderde."),
        ("1", "De eerste versie, met 8 functies, 8 opleidingen en 8 stappen."),
    ]


def test_an_edition_newer_than_the_one_that_is_served_is_not_in_the_list(inhoud):
    Uitgave.objects.create(nummer="9", datum=date(2026, 3, 1), wijzigingen="Kapot.", document='{"schema": 99}')
    huidig.ververs()

    assert [w.nummer for w in huidig.pad.geschiedenis] == ["1"]


def test_after_editions_that_cannot_be_read_no_later_one_is_called_the_first(ontwikkelpad, publiceer_nu):
    Uitgave.objects.create(nummer="0", datum=date(2026, 1, 1), wijzigingen="Kapot.", document="{")

    assert publiceer_nu("1").geschiedenis[0].zin == "Van deze versie weten we niet meer wat er veranderde."


def test_the_page_tells_it_newest_first_without_a_query(client, uitgeven, django_assert_num_queries):
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Anders.")
    Functie.objects.filter(slug="bezorger").update(zichtbaar=False)
    uitgeven("2")

    with django_assert_num_queries(0):
        html = client.get(ADRES).text

    inhoud = tekst(html.partition("<article")[2])
    assert "Versie 2 1 maart 2026 Dit is uitgave 2. Functies Veranderd: Winkelmedewerker (samenvatting) Weg:" in inhoud
    assert inhoud.index("Versie 2") < inhoud.index("Versie 1 6 februari 2026")
    assert "De eerste versie, met 8 functies" in inhoud


def test_the_page_about_the_site_leads_to_it(client, inhoud):
    assert f'<a href="{ADRES}">Bekijk wat er per versie veranderde</a>' in client.get("/over/").text


def test_the_list_lives_on_in_the_copy_on_disk(client, uitgeven):
    uitgeven("2")
    voor = client.get(ADRES).text

    huidig.pad = Pad(kopie(settings.UITGAVE_KOPIE))

    assert client.get(ADRES).text == voor


def test_a_copy_from_an_earlier_release_is_served_and_gets_its_list_from_the_database(client, uitgeven, monkeypatch):
    uitgeven("2")
    bestand = settings.UITGAVE_KOPIE
    zonder = json.loads(bestand.read_text())
    del zonder["geschiedenis"], zonder["controle"]  # as that release wrote it
    bestand.write_text(json.dumps(zonder))
    wachter = Huidig()
    wachter.pad = Pad(kopie(bestand))
    monkeypatch.setattr(huidig, "pad", wachter.pad)
    oud = client.get(ADRES).text

    wachter.ververs()

    assert "Er is nog geen lijst met wijzigingen." in oud
    assert [w.nummer for w in wachter.pad.geschiedenis] == ["2", "1"]


def test_a_database_that_is_behind_never_takes_the_served_edition_away(uitgeven):
    uitgeven("2")
    Uitgave.objects.filter(nummer="2").delete()
    wachter = Huidig()
    wachter.pad = huidig.pad

    wachter.ververs()

    assert wachter.pad.uitgave.nummer == "2"


def test_an_unpublished_change_and_an_invisible_row_are_not_in_it(client, uitgeven):
    Functie.objects.filter(slug="bezorger").update(naam="Kanarie", samenvatting="Kanarie", zichtbaar=False)
    uitgeven("2")
    Functie.objects.filter(slug="winkelmedewerker").update(naam="Kanarie")
    Doorgroei.objects.update(voorwaarde="Kanarie")

    assert "Kanarie" not in client.get(ADRES).text
    assert "Kanarie" not in d.schrijf(huidig.pad.uitgave)


def test_the_preview_puts_what_is_not_published_yet_on_top(client, beheerder, uitgeven):
    uitgeven("2")
    Functie.objects.filter(slug="winkelmedewerker").update(samenvatting="Anders.")

    html = tekst(beheerder.get(f"/beheer/voorbeeld{ADRES}").text)

    assert "Versie (voorbeeld)" in html
    assert html.index("Veranderd: Winkelmedewerker (samenvatting)") < html.index("Versie 2 1 maart")
    assert "voorbeeld" not in client.get(ADRES).text


def test_what_editors_typed_is_escaped(client, uitgeven):
    Functie.objects.filter(slug="winkelmedewerker").update(naam="<script>alert(1)</script>")
    uitgeven("<b>2")

    html = client.get(ADRES).text

    assert "<script>alert" not in html
    assert "Versie &lt;b&gt;2" in html
