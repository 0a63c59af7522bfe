"""The edition as open data: every form holds the same, says where it comes from, and nothing of a draft."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import jsonschema
import pyshacl
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from rdflib import Graph
from rdflib.compare import isomorphic

from data.tabellen import tabellen
from data.vormen import vormen
from functies.document import Functie
from functies.models import Functie as FunctieModel
from functies.netwerk import richtingen
from opleidingen.models import Opleiding
from tests.verhaal import maak_verhaal
from uitgave import document as d
from uitgave.models import Uitgave
from uitgave.pad import Pad
from uitgave.rekenblad import veilig

pytestmark = [
    pytest.mark.een_database,
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib"),  # about itself
]

VORMEN = Path(__file__).with_name("vormen.ttl")
BLAD = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def graaf(inhoud):
    """Linked data as one who takes it sees it."""
    return Graph().parse(data=vormen()["ontwikkelpad.ttl"].maak(inhoud), format="turtle")


def rijen_van_csv(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def bladen(inhoud: bytes) -> dict[str, list[list[str]]]:
    """Read the cells of a workbook, by sheet; refuse what is a formula."""
    with ZipFile(BytesIO(inhoud)) as map_:
        boom = {naam: ElementTree.fromstring(map_.read(naam)) for naam in map_.namelist() if naam.endswith(".xml")}
    delen = [si.findall(f".//{BLAD}t") for si in boom["xl/sharedStrings.xml"].iter(f"{BLAD}si")]
    teksten = ["".join(t.text or "" for t in deel) for deel in delen]
    gevonden = {}
    for nummer, blad in enumerate(boom["xl/workbook.xml"].iter(f"{BLAD}sheet"), start=1):
        boom_van_blad = boom[f"xl/worksheets/sheet{nummer}.xml"]
        assert list(boom_van_blad.iter(f"{BLAD}f")) == []
        gevonden[blad.attrib["name"]] = [
            [
                teksten[int(cel.findtext(f"{BLAD}v"))] if cel.get("t") == "s" else cel.findtext(f"{BLAD}v")
                for cel in rij.iter(f"{BLAD}c")
            ]
            for rij in boom_van_blad.iter(f"{BLAD}row")
        ]
    return gevonden


def namen_in_turtle(pad: Pad) -> set[str]:
    """Return each path below /id/ that linked data of an edition uses."""
    graaf = Graph().parse(data=vormen()["ontwikkelpad.ttl"].maak(pad), format="turtle")
    namen = {str(deel).partition("#")[0] for drietal in graaf for deel in drietal}
    return {naam.removeprefix(settings.ADRES) for naam in namen if naam.startswith(f"{settings.ADRES}/id/")}


def doodlopend(client: Client, pad: Pad) -> list[str]:
    """Return the names in linked data that lead to no page, or to a part that does not stand on its page."""
    return [naam for naam in sorted(namen_in_turtle(pad)) if not _leidt_ergens_heen(client, naam)]


def _leidt_ergens_heen(client: Client, naam: str) -> bool:
    antwoord = client.get(naam)
    if antwoord.status_code != 303:
        return False
    _, _, anker = antwoord.headers["Location"].partition("#")
    pagina = client.get(antwoord.headers["Location"])
    return pagina.status_code == 200 and (not anker or f'id="{anker}"' in pagina.text)


def test_the_json_fits_its_schema_and_is_the_whole_edition(client, inhoud):
    geheel = client.get("/data/ontwikkelpad.json")
    schema = client.get("/data/schema.json").json()

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(geheel.json())
    assert d.lees(json.dumps(geheel.json()["inhoud"])) == inhoud.document
    assert (geheel.json()["versie"], geheel.json()["adres"]) == ("1", "http://127.0.0.1:8000/")
    assert schema["$defs"]["Functie"]["properties"]["vanaf_niveau"]["title"] == "niveau"
    kapot = geheel.json() | {"inhoud": geheel.json()["inhoud"] | {"functies": [{"naam": 3}]}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(kapot)


def test_every_table_comes_back_from_csv_and_from_excel_as_it_is(client, inhoud):
    blad = bladen(client.get("/data/ontwikkelpad.xlsx").content)
    gevuld = 0
    for naam, tabel in tabellen().items():
        kop, *rijen = rijen_van_csv(client.get(f"/data/{naam}.csv").content)
        verwacht = [[str(cel) for cel in rij] for rij in tabel.rijen(inhoud)]
        assert (kop, rijen) == (tabel.kolommen, [[veilig(cel) for cel in rij] for rij in verwacht]), naam
        if verwacht:
            gevuld += 1
            assert blad[naam][0] == kop
            assert blad[naam][1:] == [[cel for cel in rij if cel] for rij in verwacht], naam
    assert len(blad) == gevuld > 30


def test_a_code_is_text_and_a_formula_is_none(inhoud, publiceer_nu):
    Opleiding.objects.filter(slug="broodbakken").update(code="00204", naam="=1+1")

    pad = publiceer_nu("2")

    kop, *rijen = rijen_van_csv(vormen()["opleidingen.csv"].maak(pad))
    per_slug = {rij[kop.index("slug")]: rij for rij in rijen}
    assert per_slug["broodbakken"][kop.index("code")] == "00204"
    assert per_slug["broodbakken"][kop.index("naam")] == "'=1+1"
    cellen = [cel for rij in bladen(vormen()["ontwikkelpad.xlsx"].maak(pad))["opleidingen"] for cel in rij]
    assert {"00204", "=1+1"} <= set(cellen)


def test_both_forms_of_linked_data_say_the_same_and_fit_the_shapes(inhoud, graaf):
    ander = Graph().parse(data=vormen()["ontwikkelpad.jsonld"].maak(inhoud), format="json-ld")
    alles = graaf + Graph().parse(data=vormen()["dcat.ttl"].maak(inhoud), format="turtle")

    assert len(graaf) > 200
    assert isomorphic(graaf, ander)
    goed, _, uitleg = pyshacl.validate(alles, shacl_graph=str(VORMEN), inference="none")
    assert goed, uitleg


def test_a_step_without_a_source_does_not_fit_the_shapes(inhoud, graaf):
    """The shapes bite: what they ask for is missed when it is gone."""
    bron = next(iter(graaf.query("SELECT ?s ?b { ?s a pad:Stap ; dct:source ?b }")))
    graaf.remove((bron.s, None, bron.b))

    assert not pyshacl.validate(graaf, shacl_graph=str(VORMEN), inference="none")[0]


def test_twenty_lines_rebuild_the_map_from_the_data_alone(inhoud, graaf):
    """A client that knows nothing of us: names, levels and steps, with their sources."""
    namen = {rij.f: str(rij.n) for rij in graaf.query("SELECT ?f ?n { ?f a schema:Occupation ; schema:name ?n }")}
    stappen = set()
    for rij in graaf.query(
        "SELECT ?v ?n ?s ?b ?t { ?x a pad:Stap ; pad:van ?v ; pad:naar ?n ; pad:soort ?s ; dct:source ?b . "
        "OPTIONAL { ?x pad:beideKanten ?t } }"
    ):
        soort = str(rij.s).rpartition("#")[2]
        stappen.add((namen[rij.v], namen[rij.n], soort, str(rij.b)))
        if rij.t:
            stappen.add((namen[rij.n], namen[rij.v], soort, str(rij.b)))

    functies = inhoud.alle(Functie)
    assert set(namen.values()) == {functie.naam for functie in functies.values()}
    assert stappen == {
        (functies[van].naam, functies[naar].naam, stap.soort.value, stap.bron) for van, naar, stap in richtingen(inhoud)
    }


def test_a_code_elsewhere_becomes_a_match_of_the_right_kind(inhoud, publiceer_nu):
    esco = "http://data.europa.eu/esco/occupation/0c041d1e-1841-4acb-b0a1-2c387a61bf65"
    FunctieModel.objects.filter(slug="broodbakker").update(
        esco=esco, esco_soort="close", isco="7512", isco_soort="broad"
    )

    tekst = vormen()["ontwikkelpad.ttl"].maak(publiceer_nu("2")).decode()

    assert f"skos:closeMatch <{esco}>" in tekst
    assert "skos:broadMatch <http://data.europa.eu/esco/isco/C7512>" in tekst


@pytest.mark.parametrize(
    "velden",
    [
        {"esco": "https://esco.ec.europa.eu/nl/occupation/3435.11", "esco_soort": "exact"},
        {"esco": "http://data.europa.eu/esco/occupation/0c041d1e-1841-4acb-b0a1-2c387a61bf65"},
        {"isco": "32", "isco_soort": "broad"},
        {"isco": "3256"},
    ],
)
def test_an_editor_cannot_type_half_a_code(inhoud, velden):
    functie = FunctieModel.objects.get(slug="broodbakker")
    for veld, waarde in velden.items():
        setattr(functie, veld, waarde)

    with pytest.raises(ValidationError, match=r"ESCO|ISCO"):
        functie.full_clean()


@pytest.mark.parametrize("naam", ["ontwikkelpad.json", "ontwikkelpad.ttl", "functies.csv", "wijzigingen.atom"])
def test_another_website_may_read_a_file_and_hears_when_nothing_changed(
    client, inhoud, naam, django_assert_num_queries
):
    with django_assert_num_queries(0):
        eerste = client.get(f"/data/{naam}", headers={"Origin": "https://elders.example"})
        tweede = client.get(f"/data/{naam}", headers={"If-None-Match": eerste.headers["ETag"]})
        kop = client.head(f"/data/{naam}")

    assert eerste.headers["Content-Type"].startswith(vormen()[naam].media)
    assert (tweede.status_code, tweede.content) == (304, b"")
    for antwoord in (eerste, tweede, kop):
        assert antwoord.headers["Access-Control-Allow-Origin"] == "*"
        assert antwoord.headers["ETag"] == eerste.headers["ETag"]
    assert (kop.status_code, kop.content) == (200, b"")
    assert client.get("/data/geheim.csv").status_code == 404
    assert "Access-Control-Allow-Origin" not in client.get("/data/").headers


def test_every_form_depends_on_the_edition_alone(inhoud):
    nog_eens = Pad(inhoud.uitgave)

    assert [naam for naam, vorm in vormen().items() if vorm.maak(inhoud) != vorm.maak(nog_eens)] == []


def test_no_form_holds_anything_of_a_draft(inhoud, publiceer_nu):
    maak_verhaal()
    FunctieModel.objects.filter(slug="bezorger").update(samenvatting="Kanarie", zichtbaar=False)
    pad = publiceer_nu("2")
    FunctieModel.objects.update(samenvatting="Kanarie", naam="Kanarie")
    Opleiding.objects.update(omschrijving="Kanarie")

    for naam, vorm in vormen().items():
        gemaakt = vorm.maak(pad)
        tekst = str(bladen(gemaakt)) if naam.endswith(".xlsx") else gemaakt.decode()
        assert "Kanarie" not in tekst, naam
    assert "bezorger" not in vormen()["functies.csv"].maak(pad).decode()


def test_a_lasting_name_leads_to_the_page_of_today(client, inhoud, publiceer_nu, django_assert_num_queries):
    voor = client.get("/id/functies/broodbakker")
    FunctieModel.objects.filter(slug="broodbakker").update(slug="bakker-van-brood")
    publiceer_nu("2")

    with django_assert_num_queries(0):
        na = client.get("/id/functies/broodbakker", headers={"Origin": "https://elders.example"})

    assert (voor.status_code, voor.headers["Location"]) == (303, "/functies/broodbakker/")
    assert (na.status_code, na.headers["Location"]) == (303, "/functies/bakker-van-brood/")
    assert na.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/id/uitgaven/2").headers["Location"] == "/over/wijzigingen/"


def test_every_name_in_the_data_leads_to_a_page(client, inhoud):
    """Who follows any name below /id/ comes to the page, or the part of a page, where that thing stands."""
    assert len(namen_in_turtle(inhoud)) > 40
    assert doodlopend(client, inhoud) == []
    for onbekend in ("/id/functies/niemand", "/id/niets/x", "/id/niveaus/niemand"):
        assert client.get(onbekend).status_code == 404
    assert "Deze pagina is er niet" in client.get("/id/functies/niemand").text


def test_the_changes_are_a_list_and_a_feed(client, inhoud, publiceer_nu):
    FunctieModel.objects.filter(slug="broodbakker").update(samenvatting="Je bakt <brood> & meer.")
    publiceer_nu("2")

    nieuwste, eerste = client.get("/data/wijzigingen.json").json()["uitgaven"]
    assert (nieuwste["nummer"], eerste["nummer"]) == ("2", "1")
    assert nieuwste["onderdelen"][0]["veranderd"] == ["Broodbakker (samenvatting)"]
    feed = ElementTree.fromstring(client.get("/data/wijzigingen.atom").content)
    atom = "{http://www.w3.org/2005/Atom}"
    assert [deel.findtext(f"{atom}title") for deel in feed.iter(f"{atom}entry")] == ["Versie 2", "Versie 1"]
    assert feed.find(f"{atom}entry").findtext(f"{atom}id") == "http://127.0.0.1:8000/id/uitgaven/2"
    assert "Broodbakker (samenvatting)" in feed.find(f"{atom}entry").findtext(f"{atom}summary")
    for pagina in ("/over/", "/over/wijzigingen/", "/data/"):
        assert (
            '<link rel="alternate" type="application/atom+xml" href="/data/wijzigingen.atom"' in client.get(pagina).text
        )


def test_no_address_follows_from_what_somebody_asks(client, inhoud, settings):
    settings.ALLOWED_HOSTS = ["evil.example"]
    settings.ADRES = "https://ontwikkelpad.example"

    for naam in ("ontwikkelpad.json", "ontwikkelpad.ttl", "wijzigingen.atom", "dcat.ttl"):
        tekst = client.get(f"/data/{naam}", headers={"Host": "evil.example"}).text
        assert "evil.example" not in tekst
        assert "https://ontwikkelpad.example/" in tekst
        assert "127.0.0.1" not in tekst


def test_the_page_shows_each_file_that_holds_something(client, inhoud):
    pagina = client.get("/data/").text

    assert "CC BY 4.0" in pagina
    assert pagina.count("Creative Commons") == 1
    for naam in (
        "ontwikkelpad.json",
        "ontwikkelpad.xlsx",
        "functies.csv",
        "schema.json",
        "dcat.ttl",
        "wijzigingen.atom",
    ):
        assert f'href="{reverse("data:bestand", args=[naam])}"' in pagina
    assert "a pad:Stap" in pagina


def test_an_edition_keeps_its_name_in_the_feed_and_the_data_when_its_number_is_corrected(client, inhoud, publiceer_nu):
    """A feed reader shows an entry with another id as a new one, and links to the edition live on."""

    def namen():
        feed = ElementTree.fromstring(client.get("/data/wijzigingen.atom").content)
        return [deel.findtext("{*}id") for deel in feed.findall("{*}entry")]

    publiceer_nu("2")
    voor = namen()
    uitgave = Uitgave.objects.get(nummer="2")
    uitgave.nummer = "2.1"
    uitgave.save()
    publiceer_nu("2")

    nieuwste, *na = namen()
    assert na == voor == ["http://127.0.0.1:8000/id/uitgaven/2", "http://127.0.0.1:8000/id/uitgaven/1"]
    assert nieuwste == "http://127.0.0.1:8000/id/uitgaven/2-2"
    assert [deel["sleutel"] for deel in client.get("/data/wijzigingen.json").json()["uitgaven"]] == ["2-2", "2", "1"]
    for naam in ("dcat.ttl", "ontwikkelpad.ttl"):
        tekst = client.get(f"/data/{naam}").text
        assert f"<{nieuwste}>" in tekst
        assert "/id/uitgaven/2>" not in tekst
    for naam in (nieuwste, *na):
        assert client.get(naam.removeprefix("http://127.0.0.1:8000")).status_code == 303


@pytest.mark.parametrize("nummer", ["2/3", "2?", "2#a", "50%", "één", "2\\3", "..", "2 :)"])
def test_an_edition_with_any_number_has_one_name_that_leads_to_its_changes(client, inhoud, publiceer_nu, nummer):
    publiceer_nu(nummer)

    feed = ElementTree.fromstring(client.get("/data/wijzigingen.atom").content)
    naam = feed.find("{*}entry").findtext("{*}id")
    assert f"<{naam}>" in client.get("/data/dcat.ttl").text
    antwoord = client.get(naam.removeprefix("http://127.0.0.1:8000"))
    assert (antwoord.status_code, antwoord.headers.get("Location")) == (303, "/over/wijzigingen/")


def test_an_edition_with_any_number_has_a_name_that_is_an_address(client, inhoud, publiceer_nu):
    publiceer_nu("2 beta")

    assert "/id/uitgaven/2%20beta>" in client.get("/data/dcat.ttl").text
    assert "/id/uitgaven/2%20beta</id>" in client.get("/data/wijzigingen.atom").text
    assert client.get("/id/uitgaven/2%20beta").status_code == 303
