"""Finding the way: routes with what they take, functies side by side, and lists that can be narrowed."""

import re
from html import unescape

import pytest

from functies.document import Competentie, Functie
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


def test_each_route_is_drawn_as_a_small_map_of_its_own(client, kortere_weg):
    kaarten = re.findall(
        r'<div class="routekaart">.*?</ol>', routes(client, "winkelmedewerker", "bedrijfsleider"), re.S
    )

    assert [re.sub(r"\s+", " ", tekst(kaart)).strip() for kaart in kaarten] == [
        "Winkelmedewerker leerling Bedrijfsleider meester",
        "Winkelmedewerker leerling Winkelleider (WL) gezel tot en met meester Bedrijfsleider meester",
    ]
    assert [kaart.count("<path class=") for kaart in kaarten] == [1, 2]


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


def test_a_diploma_from_which_no_route_is_known_is_said(client, inhoud):
    html = tekst(client.get("/routes/?naar=bakkershulp&opleiding=winkel-en-verkoop").text)

    assert "Met Winkel en verkoop kennen we geen route naar Bakkershulp (BH)." in html
    assert "Kies waar je nu bent" not in html
    assert "kennen we geen route" not in tekst(
        client.get("/routes/?naar=winkelmedewerker&opleiding=winkel-en-verkoop").text
    )


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
    regel = next(regel for regel in re.findall(r"<tr.*?</tr>", html, re.S) if f'<th scope="row">{kop}<' in regel)
    return [tekst(cel) for cel in re.findall(r"<td.*?>(.*?)</td>", regel, re.S)]


def koppen(html):
    """The headings of all rows, in their order."""
    return [tekst(kop) for kop in re.findall(r'<th scope="row">(.*?)</th>', html, re.S)]


def test_functies_stand_side_by_side_in_a_table_with_facts_as_rows(client, inhoud, publiceer_nu):
    for naam, leeftijd, slug in (("Iris", 24, "broodbakker"), ("Omar", 51, "banketbakker")):
        werk = Rij.objects.get(slug=slug)
        maak(soort_van(Verhaal), voornaam=naam, slug=naam.lower(), leeftijd=leeftijd, functie=werk)
    ovenmeester = Opleiding.objects.get(slug="diploma-ovenmeester")
    Rij.objects.get(slug="banketbakker").opleidingslinks.create(opleiding=ovenmeester, rol="vereist", volgorde=9)
    publiceer_nu("2")

    html = vergelijk(client, "broodbakker", "banketbakker", "bezorger")

    kolommen = [tekst(kop) for kop in re.findall(r'<th scope="col".*?>(.*?)</th>', html, re.S)]
    assert kolommen == ["Broodbakker BB", "Banketbakker", "Bezorger"]
    assert rij(html, "Niveau") == ["gezel", "gezel", "niet bekend"]
    assert rij(html, "Hygiënepas") == ["nodig", "nodig", "nodig"]
    assert rij(html, "Rijbewijs B") == ["niet genoemd", "niet genoemd", "nodig (anders)"]
    assert rij(html, "Diploma erbij") == ["niet genoemd", "Diploma Ovenmeester (anders)", "niet genoemd"]
    assert rij(html, "Mogelijke stappen")[2] == "Winkelmedewerker (anders)"
    assert rij(vergelijk(client, "broodbakker", "bedrijfsleider"), "Mogelijke stappen")[1] == "geen volgende stap"
    assert rij(html, "Verhaal") == ["Iris (24)", "Omar (51)", "nog geen verhaal"]


def test_each_competentie_has_one_row_that_says_who_asks_it_and_what_sets_it_apart(client, inhoud):
    slugs = ["broodbakker", "banketbakker", "winkelleider"]
    eerste, *anderen = (inhoud.alle(Functie)[slug] for slug in slugs)

    html = vergelijk(client, *slugs)

    for competentie in inhoud.alle(Competentie).values():
        gevraagd = [competentie.slug in functie.competenties for functie in (eerste, *anderen)]
        assert koppen(html).count(competentie.naam) == any(gevraagd), competentie.naam
        if any(gevraagd):
            woorden = {
                (True, True): "gevraagd",
                (False, True): "gevraagd, bij Broodbakker niet",
                (True, False): "niet genoemd, bij Broodbakker wel",
                (False, False): "niet genoemd",
            }
            assert rij(html, competentie.naam) == [
                woorden[True, True] if gevraagd[0] else woorden[False, False],
                *(woorden[gevraagd[0], ander] for ander in gevraagd[1:]),
            ]


def test_only_the_differences_leave_out_every_row_that_is_equal_and_no_other(client, inhoud):
    vraag = "/vergelijken/?functie=broodbakker&functie=banketbakker&functie=bezorger"
    heel, kort = client.get(vraag).text, client.get(f"{vraag}&alleen=verschillen").text

    def gelijk(kop):
        return (
            not re.search("anders|bij Broodbakker (wel|niet)", " ".join(rij(heel, kop)))
            and len({cel.removesuffix(" (anders)") for cel in rij(heel, kop)}) == 1
        )

    assert koppen(kort) == [kop for kop in koppen(heel) if not gelijk(kop)]
    assert 0 < len(koppen(kort)) < len(koppen(heel))
    assert client.get(f"{vraag}&alleen=onzin").text == heel


def test_links_choose_the_rows_and_who_stands_beside_the_first_and_keep_all_other_choices(client, inhoud):
    functies = "functie=broodbakker&functie=banketbakker&functie=bezorger"

    def schakels(vraag):
        html = client.get(f"/vergelijken/?{functies}{vraag}&opleiding=fijn-gebak").text
        gevonden = re.findall(r'<li><a href="/vergelijken/\?(.*?)#naast-elkaar"( aria-current="true")?>', html)
        return [
            (unescape(adres).replace(functies, "").replace("&opleiding=fijn-gebak", ""), bool(aan))
            for adres, aan in gevonden
        ]

    assert schakels("") == [("", True), ("&alleen=verschillen", False), ("", True), ("&naast=3", False)]
    assert schakels("&alleen=verschillen&naast=3") == [
        ("&naast=3", False),
        ("&alleen=verschillen&naast=3", True),
        ("&alleen=verschillen", False),
        ("&alleen=verschillen&naast=3", True),
    ]
    for onzin in ("0", "1", "4", "-1", "drie", "²"):
        assert schakels(f"&naast={onzin}") == schakels("")


def test_two_sentences_say_the_difference_with_the_first(client, inhoud):
    def zinnen(*slugs):
        vak = re.search(r'<section class="verschil.*?</section>', vergelijk(client, *slugs), re.S)[0]
        return [tekst(zin) for zin in re.findall(r"<p>(.*?)</p>", vak, re.S)]

    assert zinnen("broodbakker", "meesterbakker-aan-de-grote-oven") == [
        "Bij meesterbakker aan de grote oven is het niveau meester in plaats van gezel"
        " en heb je ook nodig: Ovenregistratie en Diploma Ovenmeester.",
        "Bij meesterbakker aan de grote oven zijn 2 van de 4 competenties nieuw en vallen er 2 weg.",
    ]
    assert zinnen("broodbakker", "banketbakker", "bezorger") == [
        "Bij banketbakker is 1 van de 3 competenties nieuw.",
        "Bij bezorger zijn alle 3 competenties nieuw en heb je ook nodig: Rijbewijs B.",
    ]


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
