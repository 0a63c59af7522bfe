"""From working copy to document: what goes along, in which order, and what is refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from functies.models import Functie, Uitgave, Werkveld
from ontwikkelpad import document as d
from ontwikkelpad.publiceren import bouw, publiceer, waarschuwingen
from ontwikkelpad.verschil import Veld, Verschil, verschillen


def test_a_document_survives_writing_and_reading(inhoud):
    document = bouw()

    assert d.lees(d.schrijf(document)) == document
    assert document == inhoud.uitgave.document


def test_the_first_edition_bears_the_number_and_date_of_the_source(inhoud):
    assert (inhoud.uitgave.nummer, inhoud.uitgave.datum) == ("1", date(2026, 2, 6))


def test_invisible_rows_and_links_to_them_stay_behind(inhoud):
    Functie.objects.filter(slug="triagist").update(zichtbaar=False)

    document = bouw()

    assert "triagist" not in {functie.slug for functie in document.functies}
    assert [stap for stap in document.doorgroei if "triagist" in (stap.van, stap.naar)] == []
    assert "zara" not in {verhaal.slug for verhaal in document.verhalen}
    assert waarschuwingen(document) == [
        "De stap Doktersassistent (DA) → Triagist gaat niet mee: een van die functies is niet zichtbaar.",
        "De stap Triagist → Leidinggevend triagist gaat niet mee: een van die functies is niet zichtbaar.",
    ]


def test_the_content_of_the_fixtures_gives_no_warning(inhoud):
    assert waarschuwingen(bouw()) == []


def test_warnings_name_a_functie_without_opleiding_and_a_contradiction(maak_functie, maak_stap):
    maak_stap(maak_functie("Een", geen_vervolg=True), maak_functie("Twee"))

    assert waarschuwingen(bouw()) == [
        "Een heeft geen opleiding.",
        "Twee heeft geen opleiding.",
        "Bij Een staat dat er geen volgende stap is, maar er is wel een stap.",
    ]


def test_without_the_texts_of_the_site_there_is_nothing_to_publish(db):
    with pytest.raises(ValidationError, match="teksten van de site ontbreken"):
        bouw()


def test_a_number_is_used_once(inhoud):
    with pytest.raises(ValidationError, match="al een uitgave met dit nummer"):
        publiceer(bouw(), "1", date(2026, 3, 1), "Nog eens.")

    assert Uitgave.objects.count() == 1


@pytest.mark.parametrize(
    ("kapot", "uitleg"),
    [
        (lambda tekst: tekst.replace('"schema": 1', '"schema": 99'), "schema 99"),
        (lambda tekst: tekst.replace('"van": "triagist"', '"van": "maan"'), "maan"),
        (lambda tekst: tekst.replace('"werkveld": "huisartsenspoedpost"', '"werkveld": "maan"'), "maan"),
        (lambda tekst: tekst.replace('"niveau": 4', '"niveau": 44'), "44"),
        (lambda tekst: tekst.replace('"afkorting"', '"afkorten"'), "afkorten"),
        (lambda tekst: tekst[:-20], "truncated"),
    ],
)
def test_a_broken_document_is_refused_with_what_is_wrong(inhoud, kapot, uitleg):
    tekst = kapot(d.schrijf(bouw()))

    with pytest.raises(ValueError, match=uitleg):
        d.lees(tekst)


def test_the_difference_names_what_was_added_changed_and_removed(inhoud, maak_opleiding):
    oud = inhoud.uitgave.document
    Functie.objects.filter(slug="triagist").update(samenvatting="Nieuw.", geen_vervolg=True)
    Functie.objects.filter(slug="physician-assistant").update(zichtbaar=False)
    maak_opleiding("Een nieuwe opleiding")

    gevonden = verschillen(oud, bouw())

    oude = next(functie for functie in oud.functies if functie.slug == "triagist").samenvatting
    assert gevonden == [
        Verschil("Opleiding", "Een nieuwe opleiding", "toegevoegd"),
        Verschil("Functie", "Physician assistant", "verwijderd"),
        Verschil(
            "Functie",
            "Triagist",
            "gewijzigd",
            (Veld("samenvatting", oude, "Nieuw."), Veld("geen volgende stap", "nee", "ja")),
        ),
        Verschil("Doorgroei", "Praktijkverpleegkundige huisartsenzorg → Physician assistant", "verwijderd"),
    ]


def test_without_change_there_is_no_difference_and_without_an_edition_all_is_new(inhoud):
    document = bouw()

    assert verschillen(document, bouw()) == []
    assert {verschil.wat for verschil in verschillen(None, document)} == {"toegevoegd"}


def test_another_order_is_a_difference(inhoud):
    oud = inhoud.uitgave.document
    Werkveld.objects.filter(slug="huisartsenspoedpost").update(volgorde=9)

    assert verschillen(oud, bouw()) == [Verschil("Werkveld", "de volgorde", "gewijzigd")]
