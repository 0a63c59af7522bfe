"""Searching as a visitor meets it: the page, its fragment, and the suggestions of a 404."""

import re

import pytest

from functies.document import Functie
from tests.pagina import tekst
from tests.verhaal import maak_verhaal
from uitgave.zinnen import eerste_zin
from werkgevers.document import Artikel, Gidsstap, Leerweg
from werkgevers.models import Regeling

pytestmark = pytest.mark.een_database


def gevonden(client, vraag):
    """The results: (name, address, what it says) of each."""
    html = client.get("/zoeken/", {"q": vraag}).text
    [lijst] = re.findall(r'<ol id="resultaten".*?</ol>', html, re.S) or [""]
    delen = re.findall(r'<a href="([^"]+)">(.*?)</a>\s*(<span class="zacht">.*?)</li>', lijst, re.S)
    return [(tekst(naam), adres, tekst(zin)) for adres, naam, zin in delen]


def test_each_kind_of_thing_is_found_with_its_address(client, inhoud, publiceer_nu):
    maak_verhaal()
    publiceer_nu("2")

    assert gevonden(client, "broodbakker")[0][:2] == ("Broodbakker", "/functies/broodbakker/")
    assert gevonden(client, "G204")[0][:2] == ("Broodbakken", "/opleidingen/broodbakken/")
    assert ("Hygiënepas", "/functies/?vereiste=hygienepas") in [vondst[:2] for vondst in gevonden(client, "hygiënepas")]
    assert ("Noor", "/verhalen/noor/") in [vondst[:2] for vondst in gevonden(client, "noor")]
    plannen = gevonden(client, "rooster maken")
    assert ("Een rooster maken", "/functies/?competentie=een-rooster-maken") in [vondst[:2] for vondst in plannen]


@pytest.mark.parametrize("vraag", ["een functie", "broodbakker"])
def test_a_result_says_in_its_first_sentence_what_it_is_and_not_why_it_was_found(client, inhoud, vraag):
    samenvatting = inhoud.alle(Functie)["broodbakker"].samenvatting
    zinnen = {naam: zin for naam, adres, zin in gevonden(client, vraag) if adres == "/functies/broodbakker/"}

    assert zinnen == {"Broodbakker": f"Functie · {eerste_zin(samenvatting)}"}


def test_a_result_says_what_it_asks_when_that_is_what_was_looked_for(client, inhoud):
    gezegd = [zin for _, _, zin in gevonden(client, "een rooster maken")]

    assert any(zin.endswith("Competentie: Een rooster maken") for zin in gezegd)


def test_a_result_without_a_text_of_its_own_says_where_it_is_needed(client, inhoud):
    [zin] = [zin for naam, _, zin in gevonden(client, "een rooster maken") if naam == "Een rooster maken"]

    assert zin.startswith("Competentie · Dit heb je nodig bij ")


def test_what_an_employer_reads_is_found_at_its_place_on_the_page(client, inhoud):
    dingen = [
        ("Leerweg", rij.naam, f"/werkgevers/leerwegen/#leerweg-{rij.slug}") for rij in inhoud.alle(Leerweg).values()
    ]
    dingen += [
        ("Stap van de gids", f"Stap {rij.nummer}: {rij.naam}", f"/werkgevers/overstappen/#stap-{rij.slug}")
        for rij in inhoud.alle(Gidsstap).values()
    ]
    dingen += [
        ("Artikel", rij.kop, f"/werkgevers/praktijk/#artikel-{rij.slug}") for rij in inhoud.alle(Artikel).values()
    ]

    for soort, naam, adres in dingen:
        assert (naam, adres, soort) in [(*vondst[:2], vondst[2].split(" · ")[0]) for vondst in gevonden(client, naam)]
        pagina, _, plek = adres.partition("#")
        assert f'id="{plek}"' in client.get(pagina).text


@pytest.mark.parametrize(
    ("vraag", "naam", "adres"),
    [
        ("gesprek", "Loopbaangesprek", "/werkgevers/gesprek/"),
        ("loopbaangesprek", "Loopbaangesprek", "/werkgevers/gesprek/"),
        ("functioneringsgesprek", "Loopbaangesprek", "/werkgevers/gesprek/"),
        ("bazen", "Voor bazen", "/werkgevers/"),
        ("subsidie", "Subsidies en regelingen", "/werkgevers/#regelingen"),
        ("overstap", "Overstappen met een groep bakkers", "/werkgevers/overstappen/"),
        ("wil bakker worden", "Zelf bakker worden", "/beginnen/zelf-bakker-worden/"),
        ("manieren om te leren", "Manieren om te leren", "/werkgevers/leerwegen/"),
    ],
)
def test_a_page_is_found_by_the_words_that_people_have_for_it(client, inhoud, vraag, naam, adres):
    assert gevonden(client, vraag)[0][:2] == (naam, adres)


def test_a_guide_is_found_by_the_words_that_its_editors_gave_it(client, inhoud):
    vondst = ("Overstappen met een groep bakkers", "/werkgevers/overstappen/")

    assert vondst in [vondst[:2] for vondst in gevonden(client, "omscholen")]


def test_a_page_with_nothing_on_it_is_not_found(client, inhoud, publiceer_nu):
    Regeling.objects.update(zichtbaar=False)
    publiceer_nu("2")

    assert "/werkgevers/#regelingen" not in [adres for _, adres, _ in gevonden(client, "subsidie")]


def test_every_address_that_search_gives_opens(client, inhoud):
    for vraag in ("bakker", "hygiënepas", "oven", "gezel", "klanten", "leren"):
        for _, adres, _ in gevonden(client, vraag):
            assert client.get(adres).status_code == 200, adres


def test_a_competentie_leads_to_the_functies_that_ask_it(client, inhoud):
    html = client.get("/functies/?competentie=een-rooster-maken").text

    verwacht = {slug for slug, functie in inhoud.alle(Functie).items() if "een-rooster-maken" in functie.competenties}
    assert set(re.findall(r'<h3><a href="/functies/([a-z-]+)/">', html)) == verwacht
    assert "met deze competentie: Een rooster maken" in tekst(html)


def test_words_of_visitors_are_edited_in_the_admin_and_published(client, inhoud, beheerder, publiceer_nu):
    voor = gevonden(client, "ovenmeisje")
    beheerder.post("/beheer/functies/synoniem/add/", {"woord": "ovenmeisje", "betekenis": "broodbakker"})
    publiceer_nu("2")

    na = gevonden(client, "ovenmeisje")

    assert voor == []
    assert na[0][:2] == ("Broodbakker", "/functies/broodbakker/")


def test_without_results_the_page_says_so_and_helps(client, inhoud):
    html = tekst(client.get("/zoeken/", {"q": "qqzzxxqq"}).text)

    assert "We vinden niets bij ‘qqzzxxqq’." in html
    assert "Alle functies" in html


@pytest.mark.parametrize("vraag", ["", "   ", "?!…", "\x00", "a" * 8192, "😀", "<b>x</b>", "-" * 300])
def test_an_empty_or_absurd_question_gets_a_helpful_page(client, inhoud, vraag):
    response = client.get("/zoeken/", {"q": vraag})

    assert response.status_code == 200
    assert "Alle functies" in response.text
    assert "<b>x</b>" not in response.text


def test_the_fragment_is_the_results_of_the_page(client, inhoud):
    fragment = client.get("/zoeken/?q=bb", headers={"HX-Request": "true"}).text

    assert fragment.startswith("<div data-zonder-linkwoorden data-stand=")
    assert fragment.strip() in client.get("/zoeken/?q=bb").text


def test_a_404_suggests_what_the_address_looks_like(client, inhoud):
    html = client.get("/functies/broodbaker/").text

    assert "Zocht je misschien:" in html
    assert 'href="/functies/broodbakker/"' in html
