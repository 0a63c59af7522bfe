"""Visitors read what is known. What is doubtful stands on the desk, and in the folded Bron."""

import re

from redactie.kwaliteit.bevindingen import bevindingen
from tests.pagina import tekst
from werkgevers.models import Gidsstap, Leerweg, Regeling

TWIJFEL = re.compile(
    r"controleer dit|nog controleren|nog niet bevestigd|onze (?:bron|lezing)|lezen (?:wij|we)\b|"
    r"niet in de bron|de bron (?:noemt|geeft|legt)|volgens de bron|\bPTO\b|\bverify\b",
    re.I,
)
BRON = re.compile(r'<details class="(?:bewijs|bronnen)">.*?</details>', re.S)
OVER_DE_BRONNEN = {"/over/"}  # the one page that is about them


def test_no_page_has_the_doubts_of_the_editors(inhoud, rondgang):
    paginas = {adres: html for adres, html in rondgang().items() if adres not in OVER_DE_BRONNEN}
    zonder_bron = {adres: tekst(BRON.sub("", html)) for adres, html in paginas.items()}

    assert [(adres, woord) for adres, gelezen in zonder_bron.items() for woord in TWIJFEL.findall(gelezen)] == []
    assert any("Nog controleren" in html for html in paginas.values())  # folded


def test_what_is_doubtful_stands_on_the_desk(inhoud):
    te_doen = {
        rij for bevinding in bevindingen() if "nog controleren" in bevinding.tekst.lower() for rij in bevinding.rijen
    }

    assert te_doen >= {*Regeling.objects.filter(zichtbaar=True), *Leerweg.objects.all(), *Gidsstap.objects.all()}


def test_terms_of_the_ten_points_are_explained_where_they_stand(client, inhoud):
    pagina = tekst(client.get("/werkgevers/praktijk/").text)

    assert "BOT is begeleide onderwijstijd" in pagina
    assert "BPV is beroepspraktijkvorming" in pagina
    assert "De derde leerweg heeft geen vast aantal uren." in pagina
