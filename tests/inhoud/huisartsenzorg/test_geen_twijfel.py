"""Visitors read what is known, also in the folded Bron: that says where it is from, and what we made of it.

What is still to be looked up stands on the desk.
"""

import re

import pytest

from antwoorden.models import Antwoord
from beginnen.models import Beginfase, Deur
from data.geheel import als_json
from redactie.kwaliteit.bevindingen import bevindingen
from tests.pagina import tekst
from uitgave.bouwen import bouw
from uitgave.document import schrijf
from werkgevers.models import Gidsstap, Leerweg, Regeling

pytestmark = pytest.mark.een_database

TWIJFEL = re.compile(
    r"controleer dit|nog controleren|nog niet bevestigd|onze (?:bron|lezing)|lezen (?:wij|we)\b|"
    r"niet in de bron|de bron (?:noemt|geeft|legt)|volgens de bron|\bPTO\b|\bverify\b",
    re.I,
)
BRON = re.compile(r'<details class="(?:bewijs|bronnen)">.*?</details>', re.S)
NERGENS = re.compile(r"controleer dit|nog controleren|nog niet bevestigd|\bverify\b", re.I)
OVER_DE_BRONNEN = {"/over/"}  # the one page that is about them


def test_no_page_has_the_doubts_of_the_editors(inhoud, rondgang):
    paginas = {adres: html for adres, html in rondgang().items() if adres not in OVER_DE_BRONNEN}
    zonder_bron = {adres: tekst(BRON.sub("", html)) for adres, html in paginas.items()}

    assert [(adres, woord) for adres, gelezen in zonder_bron.items() for woord in TWIJFEL.findall(gelezen)] == []
    assert [(adres, woord) for adres, html in paginas.items() for woord in NERGENS.findall(tekst(html))] == []
    assert any("De woorden zijn van ons." in html for html in paginas.values())  # folded


def test_no_text_that_visitors_get_says_what_is_still_to_be_looked_up(inhoud):
    assert NERGENS.search(schrijf(bouw()))  # the working copy does
    assert NERGENS.findall(schrijf(inhoud.document)) == []
    assert NERGENS.findall(als_json(inhoud).decode()) == []


def test_what_is_doubtful_stands_on_the_desk(inhoud):
    te_doen = {
        rij for bevinding in bevindingen() if "nog controleren" in bevinding.tekst.lower() for rij in bevinding.rijen
    }

    assert te_doen >= {*Regeling.objects.filter(zichtbaar=True), *Leerweg.objects.all(), *Gidsstap.objects.all()}
    assert te_doen >= {*Beginfase.objects.all(), Deur.objects.get(slug="geen-zorgdiploma")}
    assert te_doen >= {*Antwoord.objects.filter(slug__in=("zonder-diploma", "buitenlands-diploma", "uwv"))}


def test_terms_of_the_ten_points_are_explained_where_they_stand(client, inhoud):
    pagina = tekst(client.get("/werkgevers/praktijk/").text)

    assert "BOT is begeleide onderwijstijd" in pagina
    assert "BPV is beroepspraktijkvorming" in pagina
    assert "De derde leerweg heeft geen vast aantal uren." in pagina
