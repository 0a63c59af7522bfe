import pytest

from opleidingen.document import Opleiding
from tests.pagina import tekst

pytestmark = pytest.mark.een_database


def test_all_opleidingen_are_listed_by_level_with_the_diplomas_last(client, inhoud):
    html = client.get("/opleidingen/").text

    koppen = ["Leerling", "Gezel", "Meester", "Diploma’s van de sector"]
    plekken = [html.index(f">{kop}</h2>") for kop in koppen]
    assert plekken == sorted(plekken)
    assert html.count('class="tegel"') == len(inhoud.alle(Opleiding)) == 8


def test_an_opleiding_names_its_code_and_the_functies_it_leads_to(client, inhoud):
    html = tekst(client.get("/opleidingen/fijn-gebak/").text)

    assert "Niveau gezel (NLQF 4) Code gilde G207 Erkenning erkend door de overheid" in html
    assert html.index("Met deze opleiding kun je werken als") < html.index("Banketbakker") < html.rindex("Broodbakker")


def test_a_diploma_names_the_functies_that_need_it_and_its_own_providers(client, inhoud):
    html = tekst(client.get("/opleidingen/diploma-winkelier/").text)

    assert "Dit diploma is nodig voor Winkelleider (WL)" in html
    assert "Vereniging van Winkeliers" in html
    assert "Bureau Ovenmeesters" in html
    assert "Vind opleiders in de buurt" not in html
    assert "Code" not in html


def test_an_opleiding_without_a_functie_says_so(client, ontwikkelpad, maak_opleiding, publiceer_nu):
    maak_opleiding("Los")
    publiceer_nu("1")

    assert "Deze opleiding hoort nu niet bij een functie op de kaart." in client.get("/opleidingen/los/").text
