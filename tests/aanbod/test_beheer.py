"""The page of the desk about who offers what."""

import pytest
from django.core.management import CommandError

from opleidingen.models import Opleiding
from tests.aanbod.test_overnemen import DRIE, PAGINA, bij, haal  # noqa: F401
from tests.pagina import tekst
from uitgave.huidig import huidig
from uitgave.models import Bijlage

ADRES = "/beheer/opleidingen/opleiding/aanbod/"
LOS = bij("Hogeschool Suiker", OPLEIDINGSEENHEIDCODE="1001O0777")


@pytest.fixture
def kies(beheerder):
    def doe(**keuze):
        response = beheerder.post(ADRES, keuze, follow=True)
        assert response.status_code == 200
        huidig.ververs()
        return tekst(response.text)

    return doe


def test_before_anything_came_in_it_says_what_visitors_see(beheerder, inhoud):
    html = tekst(beheerder.get(ADRES).text)

    assert "Er is nog geen overzicht van DUO opgehaald. Bezoekers zien dus geen scholen." in html
    assert "Winkel en verkoop (25901) niet in dit overzicht" in html


def test_an_overview_with_less_waits_until_an_editor_chooses(haal, kies, client, beheerder):  # noqa: F811
    haal(*DRIE)
    for keuze, scholen in (("gooi_weg", 3), ("neem_over", 1)):
        with pytest.raises(CommandError, match="waits for an editor"):
            haal(DRIE[0])
        html = tekst(beheerder.get(ADRES).text)
        assert "Er staan nog 1 plekken in. Dat waren er 3." in html
        assert "Winkel en verkoop (25901) 3 2 1" in html

        kies(**{keuze: "1"})

        assert (f"{scholen} scholen geven" if scholen > 1 else "1 school geeft") in tekst(client.get(PAGINA).text)
        assert not Bijlage.objects.exclude(wacht_op="").exists()


def test_an_editor_joins_a_unit_that_looks_alike_now_and_for_later(haal, kies, client, beheerder):  # noqa: F811
    haal(*DRIE, LOS)
    opleiding = Opleiding.objects.get(code="25901")
    assert "Hogeschool Suiker, Urk, deeltijd" in tekst(beheerder.get(ADRES).text)
    assert "Suiker" not in client.get(PAGINA).text

    html = kies(koppel="1001O0777", opleiding=opleiding.pk)

    assert "De scholen staan nu bij Winkel en verkoop (25901)." in html
    assert "Hogeschool Suiker, Urk" not in html
    assert "Suiker" in client.get(PAGINA).text
    haal(*DRIE, LOS)
    assert "Suiker" in client.get(PAGINA).text
    geschiedenis = beheerder.get(f"/beheer/opleidingen/opleiding/{opleiding.pk}/history/").text
    assert "School gekoppeld" in geschiedenis


@pytest.mark.parametrize("onzin", [{"koppel": "x", "opleiding": "1"}, {"koppel": "1001O0777", "opleiding": "a\0"}, {}])
def test_nonsense_changes_nothing(beheerder, inhoud, onzin):
    assert beheerder.post(ADRES, onzin).status_code in (302, 400, 404)

    assert not Opleiding.objects.exclude(eenheden="").exists()
    assert not Bijlage.objects.exists()


@pytest.mark.parametrize("knop", ["haal", "neem_over", "gooi_weg"])
def test_only_an_eindredacteur_decides_what_visitors_see(haal, redacteur, client, knop):  # noqa: F811
    haal(*DRIE)
    with pytest.raises(CommandError):
        haal(DRIE[0])

    assert redacteur.post(ADRES, {knop: "1"}).status_code == 403

    assert "Een eindredacteur beslist hierover." in redacteur.get(ADRES).text
    assert Bijlage.objects.count() == 2
