"""Searching for schools and places, with our content and a small overview in the form of the real one."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from tests.aanbod.voorbeeld import bestand, bied_aan
from tests.inhoud.huisartsenzorg.test_zoeken import OORDEEL, F, O, gezien
from uitgave.huidig import huidig
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database

HBO_V, SOCIAL, HRM = "34560", "34116", "34609"
ANP = "49246"
# No school of these exists, and no place has this one.
AANBOD = [
    (HBO_V, "Hogeschool Overijssel aan Zee", "Zwolle", "VOLTIJD"),
    (HBO_V, "Hogeschool Overijssel aan Zee", "Zwolle", "DEELTIJD"),
    (HBO_V, "Stichting Rijnmond Hogeschool", "Rotterdam", "DUAAL"),
    (HBO_V, "Academie Rijnland", "Leiden", "DEELTIJD"),
    (SOCIAL, "Stichting Rijnmond Hogeschool", "Rotterdam", "DEELTIJD"),
    (SOCIAL, "Hogeschool Brinkdal", "Assen", "VOLTIJD"),
    (HRM, "Hogeschool Brinkdal", "Best", "VOLTIJD"),
    (ANP, "Hogeschool Brinkdal", "'s-Hertogenbosch", "DUAAL"),
]
# As in test_zoeken: judged from what there is, and before anything was tuned.
VRAGEN = {
    "opleiding in Zwolle": {"opleiding-tot-verpleegkundige?plaats=Zwolle"},
    "zwolle": {"opleiding-tot-verpleegkundige?plaats=Zwolle"},
    "hbo-v deeltijd": {"opleiding-tot-verpleegkundige?vorm=deeltijd"},
    "hbo-v naast een baan": {"opleiding-tot-verpleegkundige?vorm=naast-een-baan"},
    "hbo-v in leiden": {"opleiding-tot-verpleegkundige?plaats=Leiden"},
    "hbo-v deeltijd zwolle": {"opleiding-tot-verpleegkundige?plaats=Zwolle&vorm=deeltijd"},
    "social work rotterdam": {"social-work?plaats=Rotterdam"},
    "social work in Groningen": {"social-work?plaats=Groningen"},
    "opleiding in rotterdam": {"opleiding-tot-verpleegkundige?plaats=Rotterdam", "social-work?plaats=Rotterdam"},
    "brinkdal": {"social-work", "human-resource-management?plaats=Best", "advanced-nursing-practice"},
    "hogeschool rijnmond": {"opleiding-tot-verpleegkundige?plaats=Rotterdam", "social-work?plaats=Rotterdam"},
    "advanced nursing practice den bosch": {"advanced-nursing-practice?plaats=Den+Bosch"},
    "hrm voltijd": {"human-resource-management?vorm=voltijd"},
}


@pytest.fixture
def met_scholen(inhoud, tmp_path):
    rijen = [
        bied_aan(
            VARIANT_VAN=code,
            ONDERWIJSAANBIEDERID=f"{sum(school.encode()) % 900 + 100}A100",
            ONDERWIJSAANBIEDER_NAAM=school,
            ONDERWIJSLOCATIEPLAATS=plaats,
            VORM=vorm,
        )
        for code, school, plaats, vorm in AANBOD
    ]
    (tmp_path / "duo.csv").write_bytes(bestand(*rijen))
    call_command("haal_aanbod", bestand=[tmp_path / "duo.csv"], peildatum=date(2026, 8, 4), stdout=StringIO())
    huidig.ververs()
    return huidig.pad


def test_visitors_find_the_schools_that_they_mean(met_scholen):
    rangen = {}
    for vraag, goed in VRAGEN.items():
        adressen = [adres.removesuffix("#scholen").replace("/?", "?") for adres in gezien(met_scholen, vraag)]
        bedoeld = {O(slug).removesuffix("/") for slug in goed}
        rangen[vraag] = next((n for n, adres in enumerate(adressen, 1) if adres.removesuffix("/") in bedoeld), 0)

    assert sum(1 / rang for rang in rangen.values() if rang) / len(rangen) >= 0.93, rangen


@pytest.mark.parametrize(
    ("vraag", "eerste"),
    [
        ("opleiding doktersassistent in zwolle", O("doktersassistent")),
        ("opleiding doktersassistent zwolle", O("doktersassistent")),
        ("doktersassistent in zwolle", F("doktersassistent")),
        ("opleiding tot verpleegkundige", O("opleiding-tot-verpleegkundige")),
        ("opleiding in zwolle", f"{O('opleiding-tot-verpleegkundige')}?plaats=Zwolle#scholen"),
    ],
)
def test_a_place_and_the_word_opleiding_say_less_than_a_name(met_scholen, vraag, eerste):
    assert gezien(met_scholen, vraag)[0] == eerste


def test_an_opleiding_in_a_place_without_a_school_is_first_what_is_given_nearby(met_scholen):
    adressen = gezien(met_scholen, "opleiding in Raalte")  # in Overijssel, as Zwolle is

    assert adressen[0] == f"{O('opleiding-tot-verpleegkundige')}?plaats=Raalte#scholen"
    met_school = {adres.partition("?")[0] for adres in adressen[1:4]}
    assert met_school == {O("social-work"), O("human-resource-management"), O("advanced-nursing-practice")}
    assert all(adres.startswith("/opleidingen/") for adres in adressen[:10])
    elders = gezien(met_scholen, "opleiding in Zutphen")
    assert {adres.partition("?")[0] for adres in elders[:4]} == met_school | {O("opleiding-tot-verpleegkundige")}
    assert all(adres.startswith("/opleidingen/") for adres in elders[:10])


def test_what_is_found_without_schools_is_found_as_well_with_them(met_scholen):
    rangen = []
    for vraag, goed in ((vraag, goed) for soort in OORDEEL for vraag, goed in soort.vragen.items()):
        adressen = gezien(met_scholen, vraag)
        kaal = [adres if adres in goed else adres.partition("?")[0].partition("#")[0] for adres in adressen]
        rangen.append(next((n for n, adres in enumerate(kaal, 1) if adres in goed), 0))

    assert sum(1 / rang for rang in rangen if rang) / len(rangen) >= 0.93


@pytest.mark.parametrize("vraag", ["een team leiden", "wat past het best bij mij", "mensen opleiden"])
def test_a_word_that_is_a_place_too_chooses_no_place(met_scholen, vraag):
    assert not any("?plaats=" in adres for adres in gezien(met_scholen, vraag)[:3])


def test_the_answer_about_places_leads_to_the_opleidingen_where_one_chooses_a_place(client, met_scholen):
    antwoord = zoek(met_scholen, "school zwolle").antwoord

    assert "Dan staan ze bij die opleiding, en kun je daar een plaats kiezen." in antwoord.tekst
    assert "/opleidingen/" in [adres for _, adres, _ in antwoord.links]
    assert 'name="plaats"' in client.get("/opleidingen/opleiding-tot-verpleegkundige/").text


def test_a_guess_at_a_typing_error_may_be_a_place(met_scholen):
    assert O("opleiding-tot-verpleegkundige") in gezien(met_scholen, "zwole")


@pytest.mark.parametrize("vraag", ["opleiding in Den Haag", "opleiding den bosch", "opleiding in Den Helder"])
def test_den_in_the_name_of_a_town_is_no_danish_diploma(met_scholen, vraag):
    """The stem of deens is den."""
    resultaat = zoek(met_scholen, vraag)

    assert resultaat.antwoord is None
    assert {vondst.soort for vondst in resultaat.vondsten[:3]} == {"Opleiding"}


def test_a_danish_diploma_is_still_one(met_scholen):
    assert zoek(met_scholen, "deens diploma").antwoord.naam == "Telt mijn diploma uit het buitenland?"
