"""What editors still have to look up stays on the desk: no page, file or search of visitors has it."""

import pytest

from functies.models import Competentie, Functie
from redactie.kwaliteit.bevindingen import bevindingen
from tests.pagina import tekst
from uitgave import document as d
from uitgave.huidig import huidig
from uitgave.models import Uitgave
from uitgave.twijfel import zonder_twijfel

pytestmark = pytest.mark.een_database

BRON = "Het boek, blz. 3. NOG CONTROLEREN: de bladzijde. De woorden zijn van ons."


@pytest.fixture
def met_twijfel(inhoud, publiceer_nu):
    functie = next(iter(inhoud.delen["functies"]))
    rijen = Competentie.objects.filter(functies__slug=functie)
    Competentie.objects.filter(pk=rijen[0].pk).update(bron=BRON)
    rijen[0].functies.update(bron=BRON)
    publiceer_nu("1.1")
    return functie


def test_visitors_get_what_is_known_of_a_source(client, met_twijfel):
    paginas = [client.get(f"/functies/{met_twijfel}/").text, client.get("/data/ontwikkelpad.json").text]

    assert "Het boek, blz. 3. De woorden zijn van ons." in tekst(paginas[0])
    assert [html for html in paginas if "nog controleren" in html.lower() or html == ""] == []


def test_what_only_editors_doubt_is_no_change_for_visitors(client, met_twijfel, publiceer_nu):
    Functie.objects.filter(slug=met_twijfel).update(bron="Het boek, blz. 3. De woorden zijn van ons.")
    Competentie.objects.filter(bron=BRON).update(bron="Het boek, blz. 3. De woorden zijn van ons.")
    publiceer_nu("1.2")

    assert huidig.pad.geschiedenis[0].zin == "De inhoud bleef hetzelfde."
    assert "De inhoud bleef hetzelfde." in client.get("/over/wijzigingen/").text


def test_editors_keep_their_doubt_in_the_row_in_the_edition_and_on_the_desk(met_twijfel):
    assert Competentie.objects.filter(bron=BRON).exists()
    assert "NOG CONTROLEREN" in Uitgave.objects.latest("pk").document
    assert any("NOG CONTROLEREN: de bladzijde." in bevinding.tekst for bevinding in bevindingen())


def test_a_document_without_doubt_is_the_same_document(inhoud):
    assert zonder_twijfel(inhoud.document) is inhoud.document
    assert "nog controleren" not in d.schrijf(huidig.pad.document).lower()
