"""What our articles say, written down here by hand with its place in the source, and how they say it."""

import re

import pytest

from artikelen.models import Leesartikel
from redactie.kwaliteit.leesbaarheid import LANGSTE, meet
from tests.openbaar import tags
from uitgave.opmaak import plat

pytestmark = pytest.mark.een_database

KANDIDAAT, WERKGEVER, SCHOOL = "kandidaat", "werkgever", "school"
VOOR = {
    "eenvoudige-woorden": KANDIDAAT,
    "beroepsgeheim": KANDIDAAT,
    "waarom-leren-in-de-praktijk": WERKGEVER,
    "van-eenvoudig-naar-moeilijk": WERKGEVER,
    "werk-verdelen": WERKGEVER,
    "team-ontwikkelen": WERKGEVER,
    "als-het-niet-lukt": SCHOOL,
    "school-en-praktijk": SCHOOL,
    "ruimte-om-te-proberen": SCHOOL,
}
# By article: what it says, and the place of that in the documents 000 (Ontwikkelpad), 001 (presentatie), 004 (boek).
FEITEN = {
    "eenvoudige-woorden": {
        "ruim 4.800 praktijken": "004, aantal huisartsenpraktijken, eind 2023",
        "aan het eind van 2023": "004, idem",
        "Bel altijd eerst": "004, huisartsenspoedpost: na een telefoontje",
        "vier mogelijkheden": "000, Triagist: zelfzorgadvies, arts, eigen huisarts, ambulance",
        "VOG nodig": "000, beroepsvereisten van elke functie",
        "betaalde baan": "000, aan de slag met het Ontwikkelpad",
        "behandelt zelf geen patiënten": "000, Praktijkmanager",
    },
    "beroepsgeheim": {
        "beroepsgeheim": "001, huidige problemen: algemene eisen",
        "integriteit": "001, idem",
        "nauwkeurig": "001, idem",
        "protocollen": "001, idem",
    },
    "waarom-leren-in-de-praktijk": {
        "het hart van een beroepsopleiding": "001, het belang van praktijkleren",
        "echte patiënten": "001, idem",
        "nieuwe ideeën": "001, idem: artsen leren van studenten",
    },
    "van-eenvoudig-naar-moeilijk": {
        "vier soorten taken": "001, herdoordenken van de bpv: tabel van twee bij twee",
        "Groepsopdrachten: samen, en het werk is steeds hetzelfde": "001, idem: collectief en homogeen",
        "Rijkere taken: alleen, en het werk wisselt": "001, idem: individueel en heterogeen",
        "beginnen bij wat een leerling al kan": "001, stel leervragen centraal",
    },
    "werk-verdelen": {
        "tijd nodig om te herstellen": "001, huidige problemen: doktersassistenten",
        "hoofdassistent": "001, idem",
        "noemt er vijf: praktijkondersteuner": "001, idem: vijf namen",
    },
    "team-ontwikkelen": {
        "in 2014": "001, mensen met chronische zorg",
        "waar staan wij voor?": "001, kern: waarden",
        "Stap 1: het verhaal": "001, stap 1",
        "Stap 2: het netwerkkompas": "001, stap 2",
        "Stap 3: het beraad": "001, stap 3",
        "Stap 4: samenwerken in een actieteam": "001, stap 4",
        "de Wyber": "001, stap 4",
    },
    "als-het-niet-lukt": {
        "actief betrokken": "001, als dit niet goed werkt",
        "eisen aan het bedrijf": "001, idem",
        "eigen leervragen": "001, idem",
    },
    "school-en-praktijk": {
        "leereenheid": "001, verbinding, leereenheid",
        "heeft zes delen": "001, figuur met producent en klant: zes nummers",
        "vrije zone": "001, idem",
        "uit 2021": "001, idem: achtergrondstudie, 2021, in druk",
        "uit 2012": "001, de leeromgeving van de toekomst: bron",
    },
    "ruimte-om-te-proberen": {
        "Ruimte om iets te proberen": "001, slot",
        "Vertrouwen, en dat heel bewust": "001, slot",
        "Drie daarvan": "001, ad 1: drie dimensies",
        "drie gebieden: doen, terugkijken en informatie": "001, ad 8",
    },
}
# How many points a list has that the text counts, by the sentence before it.
GETELD = {
    ("eenvoudige-woorden", "vier mogelijkheden:"): 4,
    ("van-eenvoudig-naar-moeilijk", "ontstaan vier soorten taken."): 4,
    ("van-eenvoudig-naar-moeilijk", "er vier dingen om te doen:"): 4,
    ("werk-verdelen", "met deze taken:"): 4,
    ("team-ontwikkelen", "drie vragen:"): 3,
    ("school-en-praktijk", "De figuur heeft zes delen:"): 6,
    ("ruimte-om-te-proberen", "Drie daarvan zijn:"): 3,
}
VAN_WIE = re.compile(r"\b(?:presentatie van SSFH uit 2022|Sonestra)\b")
CONTACT = re.compile(r"@|\b0\d(?:[ -]?\d){7,}|www\.|\b(?:mail|bel) naar\b", re.I)


@pytest.fixture
def artikelen(inhoud) -> dict[str, Leesartikel]:
    return {artikel.slug: artikel for artikel in Leesartikel.objects.all()}


def gelezen(artikel: Leesartikel) -> str:
    return f"{artikel.samenvatting}\n{plat(artikel.tekst)}"


def test_each_article_is_for_the_reader_that_it_is_written_for(artikelen):
    assert {slug: artikel.voor for slug, artikel in artikelen.items()} == VOOR
    assert [slug for slug, artikel in artikelen.items() if artikel.eenvoudig] == ["eenvoudige-woorden"]


def test_the_facts_of_the_articles_are_those_of_the_sources(artikelen):
    ontbreekt = [
        (slug, feit, plek)
        for slug, feiten in FEITEN.items()
        for feit, plek in feiten.items()
        if feit not in gelezen(artikelen[slug])
    ]

    assert set(FEITEN) == set(artikelen)
    assert ontbreekt == []


@pytest.mark.parametrize(("slug", "zin"), GETELD)
def test_a_list_has_as_many_points_as_the_source(artikelen, slug, zin):
    na = artikelen[slug].tekst.split(zin)[1].strip().split("\n\n")[0]

    assert len(re.findall(r"^(?:-|\d\.) ", na, re.M)) == GETELD[slug, zin]


def test_an_article_of_the_presentation_says_whose_thought_it_is(artikelen):
    van_anderen = [artikel for slug, artikel in artikelen.items() if slug != "eenvoudige-woorden"]

    assert [artikel.slug for artikel in van_anderen if not VAN_WIE.search(artikel.tekst)] == []
    assert [artikel.slug for artikel in van_anderen if "Presentatie SSFH, 17 mei 2022" not in artikel.bron] == []


def test_no_article_says_how_to_reach_a_person(artikelen):
    teksten = {slug: f"{gelezen(artikel)}\n{artikel.bron}" for slug, artikel in artikelen.items()}

    assert {slug: CONTACT.findall(tekst) for slug, tekst in teksten.items() if CONTACT.search(tekst)} == {}


def test_the_article_in_simple_words_has_short_sentences_and_each_hard_word_is_that_of_a_functie(artikelen):
    meting = meet(gelezen(artikelen["eenvoudige-woorden"]))

    assert [zin for zin, aantal in meting.zinnen if aantal > 10] == []
    assert meting.gemiddeld < 7
    assert set(map(str.lower, meting.lange_woorden)) == {
        "huisartsenpraktijk",
        "doktersassistent",
        "praktijkondersteuner",
        "praktijkmanager",
        "huisartsenspoedpost",
    }


def test_the_other_articles_read_at_b1(artikelen):
    metingen = {slug: meet(gelezen(artikel)) for slug, artikel in artikelen.items()}

    assert {slug: meting.langste for slug, meting in metingen.items() if meting.langste[1] > LANGSTE} == {}
    assert {slug: meting.gemiddeld for slug, meting in metingen.items() if meting.gemiddeld > 10} == {}


@pytest.mark.parametrize("slug", VOOR)
def test_every_link_in_an_article_leads_to_a_page(client, inhoud, slug):
    html = client.get(f"/artikelen/{slug}/").text
    artikel = html[html.index("<article") : html.index("</article>")]

    for _, kenmerken in tags(artikel):
        if kenmerken.get("href", "").startswith("/"):
            assert client.get(kenmerken["href"]).status_code == 200, kenmerken["href"]
