"""Who offers what as open data: in every form, with its source and day, and nothing of a draft."""

import csv
import json
from io import StringIO

import jsonschema
import pyshacl
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from aanbod.gegevens import rijen
from data.vormen import vormen
from opleidingen.models import Opleiding
from tests.aanbod.test_mbo import DEEG, KORST, haal_mbo, pagina  # noqa: F401
from tests.aanbod.test_overnemen import DRIE, PAGINA, bij, haal  # noqa: F401
from tests.data.test_data import VORMEN, bladen
from tests.pagina import tekst
from tests.test_spiegel import UITLEG, spiegel, verbinding_blijft  # noqa: F401
from uitgave.huidig import huidig

pytestmark = [
    pytest.mark.een_database,
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib"),  # about itself
]
KOLOMMEN = ["opleiding", "code", "school", "plaats", "vorm", "naam", "website", "van", "tot", "bron", "peildatum"]


@pytest.fixture
def beide(haal, haal_mbo):  # noqa: F811
    haal(*DRIE, peildatum="2026-07-01")
    haal_mbo(DEEG, KORST)
    return huidig.pad


def gemaakt(naam: str) -> str:
    return vormen()[naam].maak(huidig.pad).decode("utf-8-sig")


def test_json_says_who_offers_what_and_fits_its_schema(client, beide):
    geheel, schema = (client.get(f"/data/{naam}").json() for naam in ("ontwikkelpad.json", "schema.json"))

    jsonschema.Draft202012Validator(schema).validate(geheel)
    ho, mbo = geheel["aanbod"]["bronnen"]
    assert (ho["naam"], ho["van"], ho["peildatum"]) == ("ho_opleidingsoverzicht", "DUO", "2026-07-01")
    assert (mbo["naam"], mbo["peildatum"]) == ("mbo_opleidingsaanbod", "2026-08-04")
    assert {bron["licentie"] for bron in (ho, mbo)} == {"https://creativecommons.org/licenses/by/4.0/"}
    per_school = {rij["school"]: rij for rij in geheel["aanbod"]["rijen"]}
    assert len(per_school) == 5
    assert per_school["ROC Korst"] == {
        "opleiding": pagina().split("/")[2],
        "code": "26044",
        "school": "ROC Korst",
        "plaats": "Épe",
        "vorm": "bol",
        "naam": "",
        "website": "https://korst.example",
        "van": None,
        "tot": None,
        "bron": "mbo_opleidingsaanbod",
        "peildatum": "2026-08-04",
    }


def test_two_units_of_a_school_at_one_place_are_one_offer(client, haal):  # noqa: F811
    eenheden = ("1001O0077", "1001O0078")
    Opleiding.objects.filter(code="25901").update(eenheden=", ".join(eenheden))
    haal(*(bij("Hogeschool Los", "Zwolle", OPLEIDINGSEENHEIDCODE=eenheid) for eenheid in eenheden))

    assert [rij.school for rij in rijen(huidig.pad)] == ["Hogeschool Los"]
    assert client.get(PAGINA).text.count("Hogeschool Los") == 1


def test_the_table_is_there_as_csv_and_in_excel_with_codes_as_text(beide):
    kop, *rijen = csv.reader(StringIO(gemaakt("aanbod.csv")), delimiter=";")
    blad = bladen(vormen()["ontwikkelpad.xlsx"].maak(huidig.pad))["aanbod"]

    assert kop == blad[0] == KOLOMMEN
    assert [rij[2] for rij in rijen] == [rij[2] for rij in blad[1:]]
    assert {"26044", "25901"} == {rij[1] for rij in rijen} == {rij[1] for rij in blad[1:]}


def test_linked_data_names_the_schools_with_their_source_and_day(beide):
    graaf = Graph().parse(data=gemaakt("ontwikkelpad.ttl"), format="turtle")
    vraag = (
        "SELECT ?n ?p ?d ?b { ?o schema:provider ?s . ?s a schema:EducationalOrganization ; schema:name ?n ; "
        "schema:location ?p ; dct:modified ?d ; dct:source ?b }"
    )

    gevonden = {(str(rij.n), str(rij.p), str(rij.d), str(rij.b).rpartition("/")[2]) for rij in graaf.query(vraag)}
    assert ("ROC Korst", "Épe", "2026-08-04", "mbo_opleidingsaanbod") in gevonden
    assert ("Hogeschool Meel", "Urk", "2026-07-01", "ho_opleidingsoverzicht") in gevonden
    assert isomorphic(graaf, Graph().parse(data=gemaakt("ontwikkelpad.jsonld"), format="json-ld"))
    met_dcat = graaf + Graph().parse(data=gemaakt("dcat.ttl"), format="turtle")
    goed, _, uitleg = pyshacl.validate(met_dcat, shacl_graph=str(VORMEN), inference="none")
    assert goed, uitleg


def test_linked_data_says_until_when_one_can_begin_at_a_school(client, haal):  # noqa: F811
    """Its pages leave a school out by the day; a file is the same on any day, so it says the day."""
    haal(
        bij("Hogeschool Meel", "Épe"),
        bij("Hogeschool Meel", "Urk", VORM="VOLTIJD", LAATSTE_INSTROOMDATUM="2026-08-31"),
    )
    graaf = Graph().parse(data=gemaakt("ontwikkelpad.ttl"), format="turtle")
    vraag = (
        "SELECT ?n ?p ?tot ?vorm { ?o schema:provider ?s . ?s a schema:EducationalOrganization ; schema:name ?n ; "
        "schema:location ?p . OPTIONAL { ?s pad:instroomTot ?tot } "
        "OPTIONAL { ?s schema:educationalProgramMode ?vorm } }"
    )

    gevonden = {tuple(deel and str(deel) for deel in rij) for rij in graaf.query(vraag)}

    assert gevonden == {
        ("Hogeschool Meel", "Épe", None, None),
        ("Hogeschool Meel", "Urk", "2026-09-01", "voltijd"),
    }
    assert {
        str(rij.v) for rij in graaf.query("SELECT ?v { ?o schema:provider ?s ; schema:educationalProgramMode ?v }")
    } == {"deeltijd"}
    assert "Urk" not in client.get(PAGINA).text


def test_a_catalogue_hears_of_it_as_a_dataset_of_its_own(beide):
    dcat = Graph().parse(data=gemaakt("dcat.ttl"), format="turtle")
    vraag = (
        "SELECT ?s ?d ?l ?o { ?x a dcat:Dataset ; dct:source ?s ; dct:modified ?d ; dct:license ?l ; "
        "dct:description ?o ; dcat:distribution/dcat:downloadURL <http://127.0.0.1:8000/data/aanbod.csv> }"
    )

    rijen = [*dcat.query(vraag)]
    assert {str(rij.s).rpartition("/")[2] for rij in rijen} == {"ho_opleidingsoverzicht", "mbo_opleidingsaanbod"}
    assert {str(rij.d) for rij in rijen} == {"2026-08-04"}
    assert {str(rij.l) for rij in rijen} == {"https://creativecommons.org/licenses/by/4.0/"}
    assert "DUO, ho_opleidingsoverzicht, 01-07-2026 (https://creativecommons.org/licenses/by/4.0/)" in str(rijen[0].o)


@pytest.mark.parametrize(
    "naam", ["ontwikkelpad.json", "ontwikkelpad.xlsx", "ontwikkelpad.ttl", "aanbod.csv", "dcat.ttl"]
)
def test_a_newer_overview_changes_the_etag_of_each_form_without_a_new_edition(client, haal, beide, naam):  # noqa: F811
    voor = client.get(f"/data/{naam}").headers["ETag"]
    assert client.get(f"/data/{naam}", headers={"If-None-Match": voor}).status_code == 304

    haal(*DRIE, peildatum="2026-08-11")

    assert client.get(f"/data/{naam}", headers={"If-None-Match": voor}).status_code == 200


def test_a_code_of_a_draft_is_fetched_but_not_given_away(haal_mbo, inhoud):  # noqa: F811
    Opleiding.objects.filter(code="26044").update(code="26099")
    assert "26099: 1 schools" in haal_mbo(DEEG | {"ERKENDEOPLEIDINGSCODE": "26099"})

    for naam in ("ontwikkelpad.json", "aanbod.csv", "ontwikkelpad.ttl", "dcat.ttl"):
        assert "ROC Deeg" not in gemaakt(naam)


def test_without_a_dataset_there_is_nothing_of_it(client, inhoud):
    geheel = json.loads(gemaakt("ontwikkelpad.json"))

    assert geheel["aanbod"] == {"bronnen": [], "rijen": []}
    assert "aanbod" not in bladen(vormen()["ontwikkelpad.xlsx"].maak(inhoud))
    assert "aanbod" not in gemaakt("dcat.ttl").replace("aanbod.csv", "")
    assert "aanbod.csv" not in client.get("/data/").text


def test_the_page_about_the_data_names_source_and_day(client, beide):
    html = tekst(client.get("/data/").text)

    assert "DUO, ho_opleidingsoverzicht, 1 juli 2026, CC BY 4.0" in html
    assert "aanbod.csv, 5 rijen" in html


def test_the_mirror_has_the_schools_and_says_of_which_day(beide, tmp_path):
    kopie = spiegel(tmp_path / "kopie")

    assert "ROC Korst" in kopie[f"{pagina()[1:]}index.html"].decode()
    assert "ROC Korst" in kopie["data/aanbod.csv"].decode()
    over = tekst(kopie[UITLEG].decode())
    assert "dit komt van DUO, van 1 juli 2026 (ho_opleidingsoverzicht) en DUO, van 4 augustus 2026" in over
