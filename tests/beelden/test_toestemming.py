"""A consent that is taken back: what visitors, and who takes our data along, get of the photo after that."""

from io import StringIO

import pytest
from django.core.management import call_command

from beelden.models import Foto
from tests.pagina import tekst

pytestmark = pytest.mark.een_database


@pytest.fixture
def beslis(beheerder, foto, django_capture_on_commit_callbacks):
    """Press a button on the page about the consent; return the page after it."""

    def doe(wat: str) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            return beheerder.post(f"/beheer/beelden/foto/{foto.pk}/toestemming/", {wat: "1"}, follow=True).text

    return doe


def test_what_was_taken_back_is_in_no_open_data(client, beslis, foto):
    vormen = ("/data/ontwikkelpad.json", "/data/fotos.csv", "/data/ontwikkelpad.ttl")
    maker = Foto.objects.get().maker
    assert [maker in client.get(vorm).text for vorm in vormen[:2]] == [True, True]

    beslis("intrekken")

    assert [maker in client.get(vorm).text for vorm in vormen] == [False] * 3
    inhoud = client.get(vormen[0]).json()["inhoud"]
    assert inhoud.get("fotos", []) == []
    assert {rij.get("foto") for deel in ("verhalen", "functies") for rij in inhoud[deel]} == {None}


def test_what_was_thrown_away_does_not_come_back_by_a_button(client, beslis):
    beslis("intrekken")
    call_command("ruim_beelden_op", ingetrokken=True, stdout=StringIO())

    assert "Het bestand van deze foto is voorgoed weg." in tekst(beslis("weer"))
    assert "/beelden/" not in client.get("/verhalen/noor/").text
