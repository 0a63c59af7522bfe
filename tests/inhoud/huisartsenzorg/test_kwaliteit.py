"""What the quality gate finds in the content of our sector: no fault, and the few warnings that we know."""

import pytest

from redactie.kwaliteit.bevindingen import Ernst, Regel, bevindingen

pytestmark = pytest.mark.een_database


def test_the_fixtures_have_no_fault_and_few_warnings(inhoud):
    alle = bevindingen()
    voor_werkgevers = [bevinding for bevinding in alle if bevinding.rijen[0]._meta.app_label == "werkgevers"]

    assert {(bevinding.ernst, bevinding.regel) for bevinding in voor_werkgevers} == {(Ernst.WAARSCHUWING, Regel.BRON)}
    rest = [bevinding for bevinding in alle if bevinding not in voor_werkgevers]
    assert [(bevinding.ernst, bevinding.regel, bevinding.tekst[:40]) for bevinding in rest] == [
        (Ernst.WAARSCHUWING, Regel.BRON, "Opleiding Diploma Praktijkondersteuner G"),
        (Ernst.WAARSCHUWING, Regel.BRON, "Opleiding Diploma Triage: in de bron sta"),
        (Ernst.WAARSCHUWING, Regel.BRON, "Opleiding Praktijkondersteuner Huisarts "),
        (Ernst.WAARSCHUWING, Regel.BRON, "Beroepsvereiste VOG: in de bron staat ‘N"),
        (Ernst.WAARSCHUWING, Regel.ZINNEN, "Teksten van de site, bronnen: de zin ‘Ui"),
    ]


def test_of_the_vog_only_the_link_is_still_to_be_checked(inhoud):
    teksten = [bevinding.tekst for bevinding in bevindingen()]

    assert "Beroepsvereiste VOG: in de bron staat ‘Nog controleren: de link naar Justis.’" in teksten
