"""Finding the way: routes with what they take, functies side by side, and lists that can be narrowed."""

import re

import pytest

from functies.document import Functie
from functies.models import Doorgroei
from functies.reis import reizen
from tests.pagina import tekst

pytestmark = pytest.mark.een_database


def routes(client, van="", naar=""):
    return client.get("/routes/", {"van": van, "naar": naar}).text


def haltes(html):
    """The functies of each route on the page, in order."""
    return [
        [tekst(kop) for kop in re.findall(r"<h3>(.*?)</h3>", deel, re.S)]
        for deel in html.split('<section class="reis"')[1:]
    ]


def test_routes_are_listed_shortest_first_each_step_by_step(client, inhoud):
    html = routes(client, "doktersassistent", "praktijkmanager")

    assert haltes(html) == [
        ["Doktersassistent (DA)", "Praktijkmanager"],
        ["Doktersassistent (DA)", "Leidinggevend doktersassistent", "Praktijkmanager"],
    ]
    assert 'id="routes"' in html
    assert "Meestal geef je eerst leiding aan het team" in tekst(html)
    assert "Een route is een mogelijkheid, geen belofte." in tekst(html)


def test_a_step_names_what_it_asks_that_you_did_not_have(inhoud):
    [reis] = reizen(inhoud, "praktijkondersteuner-huisartsenzorg", "praktijkverpleegkundige-huisartsenzorg")
    [etappe] = reis.etappes

    assert (etappe.hoger, etappe.nieuwe_opleiding) == (True, True)
    assert [eis.naam for eis in etappe.eisen] == ["BIG-registratie"]
    assert [vak.opleiding.slug for vak in etappe.diplomas] == ["diploma-praktijkverpleegkundige-huisartsenzorg"]
    samen = {competentie.slug for competentie in etappe.blijft + etappe.nieuw}
    assert samen == set(inhoud.alle(Functie)["praktijkverpleegkundige-huisartsenzorg"].competenties)
    eerder = set(inhoud.alle(Functie)["praktijkondersteuner-huisartsenzorg"].competenties)
    assert {competentie.slug for competentie in etappe.blijft} == samen & eerder


def test_a_break_in_a_route_is_said_plainly(client, inhoud):
    html = tekst(routes(client, "praktijkondersteuner-huisartsenzorg", "praktijkverpleegkundige-huisartsenzorg"))

    assert "Deze stap vraagt een hoger niveau: van associate degree naar hbo-bachelor." in html
    assert "Je hebt ook nodig: BIG-registratie ." in html
    assert "hbo-v" in html


def test_a_step_on_the_same_diploma_has_no_break(inhoud):
    [reis] = reizen(inhoud, "doktersassistent", "leidinggevend-doktersassistent")

    assert (reis.etappes[0].hoger, reis.etappes[0].nieuwe_opleiding, reis.etappes[0].eisen) == (False, False, ())


def test_without_a_route_the_page_offers_functies_that_do_lead_there(client, inhoud):
    html = tekst(routes(client, "locatiemanager", "verpleegkundig-specialist"))

    assert "We kennen geen route van Locatiemanager naar Verpleegkundig specialist (VS)." in html
    deel = html[html.index("Vanuit deze functies kan het wel") :]
    assert (
        deel.index("Praktijkverpleegkundige") < deel.index("Praktijkondersteuner") < deel.index("Doktersassistent (DA)")
    )


def test_where_nothing_leads_the_page_points_at_the_opleiding(client, inhoud):
    html = tekst(routes(client, "triagist", "praktijkondersteuner-ggz"))

    assert "Er is geen functie die hierheen leidt. Je kunt wel instromen met een opleiding." in html


def test_a_question_that_is_not_complete_gets_a_page_that_helps_to_choose(client, inhoud):
    assert "Kies waar je nu bent en waar je heen wilt." in routes(client)
    assert "Deze functies leiden naar Triagist" in tekst(routes(client, naar="triagist"))
    assert "Je koos twee keer Triagist." in routes(client, "triagist", "triagist")
    assert "We kennen ‘maan’ en ‘zon’ niet." in routes(client, "maan", "zon")
    assert '<option value="triagist" selected>' in routes(client, "triagist", "maan")


def test_a_hidden_step_is_in_no_route(client, inhoud, publiceer_nu):
    Doorgroei.objects.filter(van__slug="doktersassistent", naar__slug="praktijkmanager").update(zichtbaar=False)
    publiceer_nu("2")

    assert len(haltes(routes(client, "doktersassistent", "praktijkmanager"))) == 1


def vergelijk(client, *slugs):
    return client.get("/vergelijken/", {"functie": slugs}).text


def rij(html, kop):
    """The cells of the row with this heading: a list of texts."""
    regel = next(regel for regel in re.findall(r"<tr.*?</tr>", html, re.S) if f'<th scope="row">{kop}' in regel)
    return [tekst(cel) for cel in re.findall(r"<td>(.*?)</td>", regel, re.S)]


def test_functies_stand_side_by_side_in_a_table_with_row_headings(client, inhoud):
    html = vergelijk(client, "doktersassistent", "triagist", "praktijkmanager")

    koppen = [tekst(kop) for kop in re.findall(r'<th scope="col".*?>(.*?)</th>', html, re.S)]
    assert koppen == ["Doktersassistent (DA)", "Triagist", "Praktijkmanager"]
    assert rij(html, "Niveau") == ["mbo 4", "mbo 4", "hbo-bachelor"]
    assert rij(html, "Dit heb je nodig") == ["VOG (gelijk)", "VOG (gelijk) Diploma Triage", "VOG (gelijk)"]
    assert rij(html, "Mogelijke stappen")[2] == "Geen volgende stap"
    assert rij(html, "Verhaal") == ["Nathalie (42)", "Zara (35)", "Nog geen verhaal"]


def test_shared_competenties_are_marked_and_equal_rows_say_so(client, inhoud):
    html = vergelijk(client, "triagist", "leidinggevend-triagist")

    gedeeld = set(inhoud.alle(Functie)["triagist"].competenties) & set(
        inhoud.alle(Functie)["leidinggevend-triagist"].competenties
    )
    assert rij(html, "Competenties")[0].count("(gelijk)") == len(gedeeld) > 0
    assert '<th scope="row">Niveau <span class="zacht">(gelijk)</span></th>' in html


def test_the_table_links_to_the_route_between_them(client, inhoud):
    html = vergelijk(client, "leidinggevend-triagist", "triagist")

    assert re.findall(r"/routes/\?van=([a-z-]+)&amp;naar=([a-z-]+)", html) == [("triagist", "leidinggevend-triagist")]


def test_too_few_too_many_double_or_unknown_functies_get_a_friendly_page(client, inhoud):
    assert "<table" not in vergelijk(client)
    assert "Kies nog een functie om te vergelijken." in vergelijk(client, "triagist", "triagist")
    assert "We kennen ‘maan’ niet." in vergelijk(client, "triagist", "maan", "praktijkmanager")
    vier = vergelijk(client, "triagist", "doktersassistent", "praktijkmanager", "locatiemanager")
    assert "Je ziet de eerste drie." in vier
    assert vier.count('<th scope="col"') == 3


def test_comparing_and_routes_start_from_any_panel(client, inhoud):
    for slug in inhoud.alle(Functie):
        html = client.get(f"/functies/{slug}/").text
        assert f'href="/vergelijken/?functie={slug}"' in html
        assert f'href="/routes/?naar={slug}"' in html


def getoond(client, **filters):
    return re.findall(r'<h3><a href="/functies/([a-z-]+)/">', client.get("/functies/", filters).text)


def test_the_list_of_functies_can_be_narrowed(client, inhoud):
    big = {slug for slug, functie in inhoud.alle(Functie).items() if "big-registratie" in functie.beroepsvereisten}

    assert set(getoond(client, vereiste="big-registratie")) == big
    assert set(getoond(client, niveau="7")) == {"verpleegkundig-specialist", "physician-assistant"}
    assert getoond(client, niveau="7", vereiste="big-registratie") == ["physician-assistant"]
    assert len(getoond(client)) == 11


def test_a_filter_explains_what_it_asks_and_says_when_nothing_is_left(client, inhoud):
    html = client.get("/functies/", {"niveau": "4", "vereiste": "big-registratie"}).text

    assert "Er is geen functie die hierbij past." in html
    assert "Het BIG-register is een openbare lijst" in tekst(html)


def test_an_unknown_filter_is_named_and_changes_nothing(client, inhoud):
    html = client.get("/functies/", {"niveau": "99", "vereiste": "<i>"}).text

    assert "We kennen ‘99’ en ‘&lt;i&gt;’ niet. Die keuze doet dus niet mee." in html
    assert len(getoond(client, niveau="99", vereiste="x")) == 11
