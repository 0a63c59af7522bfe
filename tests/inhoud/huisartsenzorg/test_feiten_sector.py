"""The facts about levels and about the sector in figures, written down by hand and compared with the fixtures.

001 is the presentation of SSFH of 17 May 2022 with what goes with it; 004 the preview of the book of De
Argumentenfabriek; 000 the Sectoraal Ontwikkelpad. The words behind each fact say where it stands there.
"""

import re

import pytest

from functies.netwerk import netwerk
from niveaus.models import Groeiwijze, Niveauuitleg, Omweg, Traject, Trajectstap
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from redactie.kwaliteit.leesbaarheid import LANGSTE, meet
from redactie.kwaliteit.tekstvelden import tekstvelden
from sector.models import Cijfer, Partijgroep, Sectordeel
from tests.pagina import tekst
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database

# Level, its number, whether 001 calls that an indication, and who stands there ("Verschillende niveaus").
NIVEAUS = [
    ("mbo-4", 4, False, "doktersassistent"),
    ("associate-degree", 5, True, "praktijkondersteuner"),
    ("hbo-bachelor", 6, True, "praktijkverpleegkundige i.o."),
    ("hbo-master", 7, True, "verpleegkundig specialist en physician assistant"),
    ("medisch-specialist", 8, False, "huisarts"),
]
# The examples of 001 ("Doorgroeien in beroep").
GROEIWIJZEN = [
    ("verdieping", "Van doktersassistent naar triagist."),
    ("verbreding", "Van doktersassistent naar spreekuurassistent."),
    ("doorstroom", "Van praktijkondersteuner (POH) naar praktijkverpleegkundige (PVH)."),
]
# Years, and words that must stand there; 004 "Huisartsopleiding", and its picture in words; 001 "HAIO".
HUISARTS = [
    ("Bachelor geneeskunde", 3, ("selectie of loting",)),  # 004: driejarige bachelor; selectie of loting
    ("Master geneeskunde", 3, ("coschappen",)),  # 004: driejarige master, grootste deel coschappen
    ("In een huisartsenpraktijk", 1, ("Eén keer per week", "terugkomdag")),  # 001: eerste jaar
    ("Op andere plekken", 1, ("verplichte stage", "spoedeisende hulp", "verpleeghuis", "ggz")),  # 001: tweede jaar
    ("Terug in een huisartsenpraktijk", 1, ("praktijk te leiden", "voorkomen", "modules")),  # 001: derde jaar
    ("Huisarts", 0, ("BIG-register", "beschermd", "Elke vijf jaar")),  # 004: (Her)registratie; 001: beschermde titel
]
# Word before it, figure, of how many, year, moment, according to whom; the place in 004.
CIJFERS = {
    "huisartsenpraktijken": ("ruim", 4800, None, 2023, "eind 2023", "Nivel (2025)"),  # Hoeveel huisartsenpraktijken
    "praktijkhouders": ("ongeveer", 7575, None, None, "", ""),  # voor Tekort aan huisartsen: "rond de 7.575"
    "aios": ("ongeveer", 2160, None, 2022, "", ""),  # Huisartsopleiding
    "in-opleiding-nu": ("pakweg", 2400, None, None, "", ""),  # Inleiding: "pakweg 2.400 … nu in opleiding"
    "advies-2020": ("", 630, None, 2020, "", "Capaciteitsorgaan"),  # Instroom huisartsenopleiding
    "advies-2024": ("", 1190, None, 2024, "", "Capaciteitsorgaan"),  # Instroom huisartsenopleiding
    "zonder-huisarts": ("", 1, 20, None, "", "Algemene Rekenkamer"),  # Tekort: "een op de twintig mensen"
    "patientenstop": ("", 60, 100, None, "", ""),  # Tekort: "60 procent van de huisartsenpraktijken"
}
# What the words at picture 2.9 of 004 name: 22 parties; the groups are there too, the division is ours.
PARTIJEN = {
    *("zorgverzekeraars", "epd-leveranciers", "opleidingsinstituten", "centrum voor jeugd en gezin", "paramedie"),
    *("thuiszorg", "revalidatiecentra", "hospices", "laboratoria", "bedrijfs- en verzekeringsartsen", "mantelzorg"),
    *("geestelijke gezondheidszorg (ggz)", "verloskunde", "ziekenhuizen", "verpleeghuizen", "apotheek"),
    *("sociale wijkteams", "veilig thuis", "ggd", "jeugdhulp", "maatschappelijk werk", "gemeenten"),
}
# Words of 004 that must stand in the text of a part.
TEKSTEN = {
    "hoe-groot": ("in dienst van een praktijk", "hidha", "vaste waarnemer"),
    "opleidingsplekken": ("ministerie van VWS", "minder dan het advies", "Te weinig artsen", "leeg", "opleiders"),
    "huisarts-vinden": ("Elk jaar komen er huisartsen bij",),
    "waar-en-wanneer": (
        "Buiten kantoortijd",
        "bellen die eerst",
        "niet direct in gevaar",
        "verwijzing van de huisarts",
    ),
    "kwaliteit-opleiding": ("(CGS)", "(RGS)", "KNMG", "erkend"),
    "resv": ("aanspreekpunt", "Visie eerstelijnszorg 2030", "Zorgverzekeraars maken afspraken"),
    "uitgaven": ("elk jaar meer", "ouder", "dementie", "obesitas of diabetes"),
    "samenwerken": ("overleggen met specialisten", "op één dag", "de redactie gekozen"),
}


def test_the_levels_are_those_of_the_source_with_what_it_calls_an_indication(inhoud):
    rijen = [(rij.niveau.slug, rij.niveau.nlqf, rij.indicatie) for rij in Niveauuitleg.objects.all()]

    assert rijen == [rij[:3] for rij in NIVEAUS]
    for slug, nummer, _, wie in NIVEAUS:
        bron = Niveauuitleg.objects.get(niveau__slug=slug).bron
        assert f"{wie}, " in bron
        assert f"niveau {nummer}" in bron


def test_the_page_puts_the_functies_of_the_source_at_their_level(client, inhoud):
    html = client.get("/niveaus/").text
    blokken = {slug: html.partition(f'id="niveau-{slug}"')[2].partition('class="leren"')[0] for slug, *_ in NIVEAUS}
    plekken = {slug: re.findall(r'href="/functies/([^/"]+)/"', blok) for slug, blok in blokken.items()}

    assert "doktersassistent" in plekken["mbo-4"]
    assert plekken["associate-degree"] == ["praktijkondersteuner-huisartsenzorg"]
    assert "praktijkverpleegkundige-huisartsenzorg" in plekken["hbo-bachelor"]
    assert sorted(plekken["hbo-master"]) == ["physician-assistant", "verpleegkundig-specialist"]
    assert plekken["medisch-specialist"] == []
    assert "Hier staat de huisarts." in tekst(blokken["medisch-specialist"])
    assert sum(map(len, plekken.values())) == 11


def test_the_ways_to_grow_have_the_examples_of_the_source(inhoud):
    assert list(Groeiwijze.objects.values_list("soort", "voorbeeld")) == GROEIWIJZEN


def test_the_way_to_huisarts_is_six_years_and_three_more(client, inhoud):
    stappen = list(Trajectstap.objects.filter(traject__slug="huisarts"))

    assert [(stap.naam, stap.jaren) for stap in stappen] == [stap[:2] for stap in HUISARTS]
    for stap, (_, _, woorden) in zip(stappen, HUISARTS, strict=True):
        assert [woord for woord in woorden if woord not in stap.tekst] == []
    assert [sum(s.jaren for s in stappen if s.fase == fase) for fase in ("Geneeskunde", "Huisartsopleiding")] == [6, 3]
    meer = Traject.objects.get(slug="huisarts").tekst
    assert all(woord in meer for woord in ("ruim drie jaar", "korter", "in deeltijd"))
    assert "jaar 8 · Huisartsopleiding Op andere plekken" in tekst(client.get("/niveaus/").text)


def test_the_page_of_the_physician_assistant_says_what_stands_between(client, inhoud):
    html = tekst(client.get("/functies/physician-assistant/").text)
    (omweg,) = Omweg.objects.all()

    assert (omweg.van.slug, omweg.naar.slug) == ("doktersassistent", "physician-assistant")
    for woorden in ("Niet in één stap.", "eerst een hbo-bachelor in de zorg", "2 jaar ervaring met patiënten"):
        assert woorden in html
    assert netwerk(inhoud).afstanden_naar("physician-assistant")["doktersassistent"] > 1  # and there is a way


def test_the_figures_are_those_of_the_source(inhoud):
    velden = ("vooraf", "waarde", "geheel", "jaar", "moment", "volgens")

    assert {rij.slug: tuple(getattr(rij, veld) for veld in velden) for rij in Cijfer.objects.all()} == CIJFERS


def test_figures_without_a_year_of_their_own_are_left_out(client, inhoud):
    lopend = re.sub(r"<details.*?</details>", "", client.get("/sector/").text, flags=re.S)

    assert re.findall(r"\b(?:216|305)\b", tekst(lopend)) == []


def test_the_page_says_of_a_figure_that_it_is_old_or_has_no_year(client, inhoud):
    html = tekst(client.get("/sector/").text)

    assert html.count("jaar niet genoemd") == sum(jaar is None for *_, jaar, _, _ in CIJFERS.values()) == 4
    assert "Van 2021, 2022 en 2023 noemt de bron geen cijfer." in html
    (bevinding,) = [bevinding for bevinding in bevindingen() if bevinding.regel == Regel.OUD_CIJFER]
    assert {"advies-2020", "aios"} <= {rij.slug for rij in bevinding.rijen}


def test_all_parties_of_the_source_stand_in_its_three_groups(inhoud):
    partijen = [naam for groep in Partijgroep.objects.all() for naam in groep.partijen.lower().splitlines()]

    assert list(Partijgroep.objects.values_list("naam", flat=True)) == ["Zorg", "Sociaal domein", "Overige partijen"]
    assert len(partijen) == len(PARTIJEN) == 22
    assert {*partijen} == PARTIJEN


def test_each_part_says_what_the_source_says(inhoud):
    teksten = {rij.slug: f"{rij.inleiding} {rij.tekst}" for rij in Sectordeel.objects.all()}

    assert teksten.keys() == TEKSTEN.keys()
    assert [(slug, woord) for slug, woorden in TEKSTEN.items() for woord in woorden if woord not in teksten[slug]] == []


def test_no_sentence_is_too_long(inhoud):
    teksten = [
        (str(rij), getattr(rij, veld.name))
        for model in (Niveauuitleg, Groeiwijze, Omweg, Traject, Trajectstap, Sectordeel, Cijfer)
        for rij in model.objects.all()
        for veld in tekstvelden(model)
    ]

    assert [(waar, zin) for waar, tekst in teksten for zin, aantal in meet(tekst).zinnen if aantal > LANGSTE] == []


@pytest.mark.parametrize(
    ("vraag", "adres"),
    [
        ("huisarts worden", "/niveaus/#traject-huisarts"),
        ("hoeveel huisartsen zijn er", "/sector/#deel-hoe-groot"),
        ("patiëntenstop", "/sector/#deel-huisarts-vinden"),
        ("nlqf", "/niveaus/#niveau-mbo-4"),
        ("resv", "/sector/#deel-resv"),
    ],
)
def test_people_find_it(inhoud, vraag, adres):
    assert adres in [vondst.adres for vondst in zoek(inhoud, vraag).vondsten][:5]
