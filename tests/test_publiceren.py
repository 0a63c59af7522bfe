"""From working copy to document: what goes along, in which order, and what is refused."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from functies.models import Functie
from tests.verhaal import maak_verhaal
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.models import Uitgave
from uitgave.publiceren import publiceer


def test_a_document_survives_writing_and_reading(inhoud):
    document = bouw()

    assert d.lees(d.schrijf(document)) == document
    assert document == inhoud.uitgave.document


def test_the_first_edition_bears_the_number_and_date_of_the_source(inhoud):
    assert (inhoud.uitgave.nummer, inhoud.uitgave.datum) == ("1", date(2026, 2, 6))


def test_invisible_rows_and_links_to_them_stay_behind(inhoud):
    maak_verhaal()
    assert "noor" in {verhaal.slug for verhaal in bouw().verhalen}
    Functie.objects.filter(slug="broodbakker").update(zichtbaar=False)

    document = bouw()

    assert "broodbakker" not in {functie.slug for functie in document.functies}
    assert [stap for stap in document.doorgroei if "broodbakker" in (stap.van, stap.naar)] == []
    assert "noor" not in {verhaal.slug for verhaal in document.verhalen}


def test_without_the_texts_of_the_site_there_is_nothing_to_publish(db):
    with pytest.raises(ValueError, match="teksten van de site ontbreken"):
        bouw()


def test_a_number_is_used_once(inhoud):
    with pytest.raises(ValidationError, match="al een uitgave met dit nummer"):
        publiceer(bouw(), "1", date(2026, 3, 1), "Nog eens.")

    assert Uitgave.objects.count() == 1


@pytest.mark.parametrize(
    ("kapot", "uitleg"),
    [
        (lambda tekst: tekst.replace('"schema": ', '"schema": 9'), "schema 9"),
        (lambda tekst: tekst.replace('"van": "broodbakker"', '"van": "maan"'), "maan"),
        (lambda tekst: tekst.replace('"werkveld": "werkplaats"', '"werkveld": "maan"'), "maan"),
        (lambda tekst: tekst.replace('"vanaf_niveau": "gezel"', '"vanaf_niveau": "maan"'), "maan"),
        (lambda tekst: tekst.replace('"afkorting"', '"afkorten"'), "ontbreekt ‘afkorting’"),
        (lambda tekst: tekst[:-20], "truncated"),
    ],
)
def test_a_broken_document_is_refused_with_what_is_wrong(inhoud, kapot, uitleg):
    tekst = kapot(d.schrijf(bouw()))

    with pytest.raises(ValueError, match=uitleg):
        d.lees(tekst)
