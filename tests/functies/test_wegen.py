"""Finding the way: routes with what they take, functies side by side, and lists that can be narrowed."""

import re

import pytest

from functies.document import Functie
from functies.models import Beroepsvereiste, Doorgroei
from functies.models import Functie as Rij
from functies.reis import wegen
from functies.weg import Oordeel, Waar
from opleidingen.models import Opleiding
from tests.conftest import BEWIJS
from tests.pagina import tekst
from tests.soorten import maak
from uitgave.soort import soort_van
from verhalen.models import Verhaal

pytestmark = pytest.mark.een_database


def routes(client, van="", naar=""):
    return client.get("/routes/", {"van": van, "naar": naar}).text


def haltes(html):
    """The functies of each route on the page, in order."""
    return [
        [tekst(kop) for kop in re.findall(r"<h3>(.*?)</h3>", deel, re.S)]
        for deel in html.split('<section class="reis"')[1:]
    ]


@pytest.fixture
def kortere_weg(inhoud, publiceer_nu):
    """The neutral sector with a step past the winkelleider, and what that functie asks besides."""
    winkel, winkelleider, bedrijf = (
        Rij.objects.get(slug=slug) for slug in ("winkelmedewerker", "winkelleider", "bedrijfsleider")
    )
    vraagt = {"soort": "doorstroom", "voorwaarde": "Meestal leid je eerst een winkel."}
    Doorgroei.objects.create(van=winkel, naar=bedrijf, **vraagt, **BEWIJS)
    winkelleider.beroepsvereisten.add(Beroepsvereiste.objects.get(slug="rijbewijs-b"))
    return publiceer_nu("2")


def test_routes_are_listed_shortest_first_each_step_by_step(client, kortere_weg):
    html = routes(client, "winkelmedewerker", "bedrijfsleider")

    assert haltes(html) == [
        ["Winkelmedewerker", "Bedrijfsleider"],
        ["Winkelmedewerker", "Winkelleider (WL)", "Bedrijfsleider"],
    ]
    assert 'id="routes"' in html
    assert "Meestal leid je eerst een winkel" in tekst(html)
    assert "Een route is een mogelijkheid, geen belofte." in tekst(html)


def test_a_step_names_what_it_asks_that_you_did_not_have(kortere_weg):
    [weg] = wegen(kortere_weg, Waar(functies=("winkelmedewerker",)), "winkelleider")
    [stap] = weg.stappen

    assert (stap.hoger, stap.oordeel) == (True, Oordeel.NODIG)
    assert [eis.naam for eis in stap.eisen] == ["Rijbewijs B"]
    assert [vak.opleiding.slug for vak in stap.diplomas] == ["diploma-winkelier"]
    samen = {competentie.slug for competentie in stap.mee + stap.leren}
    assert samen == set(kortere_weg.alle(Functie)["winkelleider"].competenties)
    eerder = set(kortere_weg.alle(Functie)["winkelmedewerker"].competenties)
    assert {competentie.slug for competentie in stap.mee} == samen & eerder


def test_a_break_in_a_route_is_said_plainly(client, kortere_weg):
    html = tekst(routes(client, "winkelmedewerker", "winkelleider"))

    assert "Deze stap vraagt een hoger niveau: van leerling naar gezel tot en met meester." in html
    assert "Je hebt ook nodig: Rijbewijs B ." in html
    assert "Leiding in de winkel" in html


def test_a_step_on_the_same_diploma_has_no_break(inhoud):
    [weg] = wegen(inhoud, Waar(functies=("broodbakker",)), "banketbakker")
    [stap] = weg.stappen

    assert (stap.hoger, stap.oordeel, stap.eisen) == (False, Oordeel.PAST, ())


def test_without_a_route_the_page_offers_functies_that_do_lead_there(client, inhoud, publiceer_nu):
    bezorger, hulp = (Rij.objects.get(slug=slug) for slug in ("bezorger", "bakkershulp"))
    Doorgroei.objects.create(van=bezorger, naar=hulp, soort="verbreding", **BEWIJS)
    publiceer_nu("2")

    html = tekst(routes(client, "bedrijfsleider", "meesterbakker-aan-de-grote-oven"))

    assert "We kennen geen route van Bedrijfsleider naar Meesterbakker aan de grote oven (MB)." in html
    deel = html[html.index("Vanuit deze functies kan het wel") :]
    assert deel.index("Broodbakker (BB)") < deel.index("Bakkershulp (BH)") < deel.index("Bezorger")


def test_where_nothing_leads_the_page_points_at_the_opleiding(client, inhoud):
    html = tekst(routes(client, "winkelleider", "bakkershulp"))

    assert "Er is geen functie die hierheen leidt. Je kunt wel instromen met een opleiding." in html


def test_a_question_that_is_not_complete_gets_a_page_that_helps_to_choose(client, inhoud):
    assert "Kies waar je nu bent en waar je heen wilt." in routes(client)
    assert "Deze functies leiden naar Broodbakker" in tekst(routes(client, naar="broodbakker"))
    assert "Je koos twee keer Broodbakker" in tekst(routes(client, "broodbakker", "broodbakker"))
    assert "We kennen ‘maan’ en ‘zon’ niet." in routes(client, "maan", "zon")
    assert '<option value="broodbakker" selected>' in routes(client, "broodbakker", "maan")


def test_a_hidden_step_is_in_no_route(client, kortere_weg, publiceer_nu):
    Doorgroei.objects.filter(van__slug="winkelmedewerker", naar__slug="bedrijfsleider").update(zichtbaar=False)
    publiceer_nu("3")

    assert len(haltes(routes(client, "winkelmedewerker", "bedrijfsleider"))) == 1


def vergelijk(client, *slugs):
    return client.get("/vergelijken/", {"functie": slugs}).text


def rij(html, kop):
    """The cells of the row with this heading: a list of texts."""
    regel = next(regel for regel in re.findall(r"<tr.*?</tr>", html, re.S) if f'<th scope="row">{kop}' in regel)
    return [tekst(cel) for cel in re.findall(r"<td>(.*?)</td>", regel, re.S)]


def test_functies_stand_side_by_side_in_a_table_with_row_headings(client, inhoud, publiceer_nu):
    for naam, leeftijd, slug in (("Iris", 24, "broodbakker"), ("Omar", 51, "banketbakker")):
        werk = Rij.objects.get(slug=slug)
        maak(soort_van(Verhaal), voornaam=naam, slug=naam.lower(), leeftijd=leeftijd, functie=werk)
    ovenmeester = Opleiding.objects.get(slug="diploma-ovenmeester")
    Rij.objects.get(slug="banketbakker").opleidingslinks.create(opleiding=ovenmeester, rol="vereist", volgorde=9)
    publiceer_nu("2")

    html = vergelijk(client, "broodbakker", "banketbakker", "bedrijfsleider")

    koppen = [tekst(kop) for kop in re.findall(r'<th scope="col".*?>(.*?)</th>', html, re.S)]
    assert koppen == ["Broodbakker (BB)", "Banketbakker", "Bedrijfsleider"]
    assert rij(html, "Niveau") == ["gezel", "gezel", "meester"]
    assert rij(html, "Dit heb je nodig") == [
        "Hygiënepas (gelijk)",
        "Hygiënepas (gelijk) Diploma Ovenmeester",
        "Hygiënepas (gelijk)",
    ]
    assert rij(html, "Mogelijke stappen")[2] == "Geen volgende stap"
    assert rij(html, "Verhaal") == ["Iris (24)", "Omar (51)", "Nog geen verhaal"]


def test_shared_competenties_are_marked_and_equal_rows_say_so(client, inhoud):
    html = vergelijk(client, "broodbakker", "banketbakker")

    gedeeld = set(inhoud.alle(Functie)["broodbakker"].competenties) & set(
        inhoud.alle(Functie)["banketbakker"].competenties
    )
    assert rij(html, "Competenties")[0].count("(gelijk)") == len(gedeeld) > 0
    assert '<th scope="row">Niveau <span class="zacht">(gelijk)</span></th>' in html


def test_the_table_links_to_the_route_between_them(client, inhoud):
    html = vergelijk(client, "winkelleider", "winkelmedewerker")

    assert re.findall(r"/routes/\?van=([a-z-]+)&amp;naar=([a-z-]+)", html) == [("winkelmedewerker", "winkelleider")]


def test_too_few_too_many_double_or_unknown_functies_get_a_friendly_page(client, inhoud):
    assert "<table" not in vergelijk(client)
    assert "Kies nog een functie om te vergelijken." in vergelijk(client, "bezorger", "bezorger")
    assert "We kennen ‘maan’ niet." in vergelijk(client, "bezorger", "maan", "bedrijfsleider")
    vier = vergelijk(client, "bezorger", "broodbakker", "bedrijfsleider", "bakkershulp")
    assert "Je ziet de eerste drie." in vier
    assert vier.count('<th scope="col"') == 3


def test_comparing_and_routes_start_from_any_panel(client, inhoud):
    for slug in inhoud.alle(Functie):
        html = client.get(f"/functies/{slug}/").text
        assert f'href="/vergelijken/?functie={slug}"' in html
        assert f'href="/routes/?naar={slug}"' in html


def getoond(client, **filters):
    return re.findall(r'<h3><a href="/functies/([a-z-]+)/">', client.get("/functies/", filters).text)


def test_the_list_of_functies_can_be_narrowed(client, inhoud, publiceer_nu):
    Rij.objects.get(slug="broodbakker").beroepsvereisten.add(Beroepsvereiste.objects.get(slug="ovenregistratie"))
    inhoud = publiceer_nu("2")
    oven = {slug for slug, functie in inhoud.alle(Functie).items() if "ovenregistratie" in functie.beroepsvereisten}

    assert set(getoond(client, vereiste="ovenregistratie")) == oven
    assert set(getoond(client, niveau="leerling")) == {"bakkershulp", "winkelmedewerker"}
    assert getoond(client, niveau="gezel", vereiste="ovenregistratie") == ["broodbakker"]
    assert len(getoond(client)) == 8


def test_a_filter_explains_what_it_asks_and_says_when_nothing_is_left(client, inhoud):
    html = client.get("/functies/", {"niveau": "leerling", "vereiste": "ovenregistratie"}).text

    assert "Er is geen functie die hierbij past." in html
    assert "De gilde houdt een lijst bij" in tekst(html)


def test_an_unknown_filter_is_named_and_changes_nothing(client, inhoud):
    html = client.get("/functies/", {"niveau": "99", "vereiste": "<i>"}).text

    assert "We kennen ‘99’ en ‘&lt;i&gt;’ niet. Die keuze doet dus niet mee." in html
    assert len(getoond(client, niveau="99", vereiste="x")) == 8
