"""What the quality gate finds in the content of our sector: no fault, and the few warnings that we know."""

import pytest

from redactie.kwaliteit.bevindingen import Ernst, Regel, bevindingen

pytestmark = pytest.mark.een_database


def test_the_fixtures_have_no_fault_and_warn_only_of_what_is_still_to_be_checked(inhoud):
    alle = bevindingen()
    te_controleren = [bevinding for bevinding in alle if bevinding.regel == Regel.BRON]
    rest = [bevinding for bevinding in alle if bevinding not in te_controleren and bevinding.regel != Regel.OUD_CIJFER]

    assert {bevinding.ernst for bevinding in alle} == {Ernst.WAARSCHUWING}
    assert all("in de bron staat ‘Nog controleren" in bevinding.tekst for bevinding in te_controleren)
    assert [(bevinding.regel, bevinding.tekst[:40]) for bevinding in rest] == [
        (Regel.SITE, "Bezoekers kunnen jullie niet bereiken. V"),
        (Regel.CODE, "Codes die de laatste 92 dagen niet zijn "),
        (Regel.ZINNEN, "Teksten van de site, bronnen: de zin ‘Ui"),
    ]


def test_of_the_vog_only_the_link_is_still_to_be_checked(inhoud):
    teksten = [bevinding.tekst for bevinding in bevindingen()]

    assert "Beroepsvereiste VOG: in de bron staat ‘Nog controleren: de link naar Justis.’" in teksten
