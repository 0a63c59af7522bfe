"""Help with the costs: for which functie, leerweg and party it holds, and what employers read of it."""

from datetime import date

import pytest

from tests.conftest import BEWIJS
from tests.pagina import tekst
from tests.werkgevers.test_gesprek import A, B, maak_leerweg, maak_pad
from werkgevers.document import Regeling
from werkgevers.keuzes import Lezer
from werkgevers.regelingen import geldt_voor

pytestmark = pytest.mark.een_database

DAG = date(2026, 11, 29)
ZONDER = {"uitleg": "Geld.", "url": "", "geldig_van": None, "geldig_tot": None}


def maak_regeling(naam, **velden):
    return Regeling(sleutel=naam, slug=naam, naam=naam, **{**ZONDER, **BEWIJS, **velden})


ALGEMEEN = maak_regeling("algemeen")
BIJ_A = maak_regeling("bij-a", functies=("a",), voor=Lezer.WERKGEVER)
BIJ_WERKEN = maak_regeling("bij-werken", leerwegen=("werken",), voor=Lezer.KANDIDAAT)
VOORBIJ = maak_regeling("voorbij", geldig_tot=date(2026, 11, 28))
ALLE = (ALGEMEEN, BIJ_A, BIJ_WERKEN, VOORBIJ)


@pytest.mark.parametrize(
    ("functies", "leerwegen", "lezer", "gevonden"),
    [
        ([], [], None, [ALGEMEEN, BIJ_A, BIJ_WERKEN]),
        (["a", "b"], [], None, [ALGEMEEN, BIJ_A, BIJ_WERKEN]),
        (["b"], [], None, [ALGEMEEN, BIJ_WERKEN]),
        ([], ["school"], None, [ALGEMEEN, BIJ_A]),
        (["b"], ["school", "werken"], None, [ALGEMEEN, BIJ_WERKEN]),
        ([], [], Lezer.WERKGEVER, [ALGEMEEN, BIJ_A]),
        (["a"], ["werken"], Lezer.KANDIDAAT, [ALGEMEEN, BIJ_WERKEN]),
    ],
)
def test_what_a_regeling_names_must_be_among_what_was_chosen(functies, leerwegen, lezer, gevonden):
    assert geldt_voor(ALLE, functies, leerwegen, lezer, DAG) == gevonden


def test_employers_see_for_whom_each_is_how_to_apply_and_until_when(client, toon):
    bekend = maak_regeling(
        "Leergeld",
        voor=Lezer.WERKGEVER,
        functies=("a",),
        leerwegen=("werken",),
        aanvragen="Vraag het in mei aan.",
        url="https://www.leergeld.example/aanvraag/",
        geldig_tot=date(2999, 12, 31),
    )
    toon(maak_pad(A, B, leerwegen=(maak_leerweg("werken"),), regelingen=(bekend, maak_regeling("Steuntje"))))

    pagina = tekst(client.get("/werkgevers/").text)

    van_leergeld, _, van_steuntje = pagina.partition("Steuntje")
    assert "Alleen de werkgever a werken Wat bekend is Geld. Bron, gecontroleerd op 1 januari 2026" in van_leergeld
    assert "Vraag het in mei aan. Geldig tot en met 31 december 2999. leergeld.example" in van_leergeld
    assert "De kandidaat en de werkgever" in van_steuntje
    assert "Dit is niet bekend." in van_steuntje


def test_a_conversation_shows_those_of_a_functie_on_the_way(client, toon):
    toon(maak_pad(A, B, stappen="a>b", regelingen=(maak_regeling("Bij B", functies=("b",)),)))

    adres = "/werkgevers/gesprek/doel/"
    assert "Bij B" in client.get(adres, {"van": "a", "naar": "b"}).text
    assert "Bij B" not in client.get(adres, {"naar": "a"}).text
