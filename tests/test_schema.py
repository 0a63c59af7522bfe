"""Documents of an earlier schema are lifted wherever they are read; those of a later one are refused."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from functies.document import Functie
from redactie.uitwisseling.invoer import lees_bestand
from tests.pagina import tekst
from uitgave import document as d
from uitgave import schema
from uitgave.bouwen import bouw
from uitgave.huidig import Huidig
from uitgave.kopie import kopie
from uitgave.models import Uitgave

NIEUWER = "gemaakt door een nieuwere versie van deze site"
LATER = d.SCHEMA + 1


@pytest.fixture
def ouder(inhoud):
    """The document of the fixtures in what is an old schema once `tillen` is there: with other names in it."""
    gegevens = json.loads(d.schrijf(inhoud.uitgave.document))
    gegevens["banen"] = gegevens.pop("functies")
    for rij in gegevens["opleidingen"]:
        rij["titel"] = rij.pop("naam")
    return gegevens


@pytest.fixture
def tillen(monkeypatch):
    """Two schemas from now: the first gave the part its name, the second its rows."""

    def onderdeel(gegevens):
        gegevens["functies"] = gegevens.pop("banen")
        return gegevens

    def rijen(gegevens):
        opleidingen = [{"naam": rij.pop("titel"), **rij} for rij in gegevens["opleidingen"]]
        return {**gegevens, "opleidingen": opleidingen}

    monkeypatch.setattr(schema, "STAPPEN", (*schema.STAPPEN, onderdeel, rijen))


def zonder_schema(document):
    return {naam: getattr(document, naam) for naam in document.__struct_fields__ if naam != "schema"}


def test_an_older_document_is_lifted_through_every_schema_in_between(inhoud, ouder, tillen):
    document = d.lees(json.dumps(ouder))

    assert document.schema == d.SCHEMA + 2
    assert zonder_schema(document) == zonder_schema(inhoud.uitgave.document)


def test_one_that_is_halfway_is_lifted_the_rest_of_the_way(inhoud, ouder, tillen):
    ouder |= {"functies": ouder.pop("banen"), "schema": d.SCHEMA + 1}

    assert zonder_schema(d.lees(json.dumps(ouder))) == zonder_schema(inhoud.uitgave.document)


def test_what_can_be_decoded_as_it_is_gets_the_new_number_all_the_same(inhoud, monkeypatch):
    monkeypatch.setattr(schema, "STAPPEN", (*schema.STAPPEN, lambda gegevens: {**gegevens, "synoniemen": []}))

    document = d.lees(d.schrijf(inhoud.uitgave.document))

    assert (document.schema, document.synoniemen) == (d.SCHEMA + 1, ())


def test_an_older_edition_in_the_database_is_served(client, inhoud, ouder, tillen):
    Uitgave.objects.update(document=json.dumps(ouder))
    wachter = Huidig()
    wachter.ververs()

    assert set(wachter.pad.alle(Functie)) == set(inhoud.alle(Functie))


def test_an_older_copy_on_disk_is_served(inhoud, ouder, tillen, tmp_path):
    bestand = tmp_path / "uitgave.json"
    bestand.write_text(json.dumps(json.loads(d.schrijf(inhoud.uitgave)) | {"document": ouder}))

    assert zonder_schema(kopie(bestand).document) == zonder_schema(inhoud.uitgave.document)


def test_an_older_export_can_be_brought_in(inhoud, ouder, tillen):
    document = lees_bestand(json.dumps(ouder).encode())

    assert zonder_schema(document) == zonder_schema(inhoud.uitgave.document)


@pytest.mark.parametrize("kapot", [{}, {"banen": 5, "opleidingen": 5}, {"banen": [], "opleidingen": [3]}])
def test_an_older_document_in_which_something_is_missing_is_refused_in_dutch(inhoud, tillen, kapot):
    with pytest.raises(ValueError, match="ontbreekt iets of staat iets op de verkeerde plaats"):
        d.lees(json.dumps({"schema": d.SCHEMA, "ontwikkelpad": {}, **kapot}))


@pytest.mark.parametrize("nummer", [0, -1])
def test_a_schema_that_never_was_is_refused(nummer):
    with pytest.raises(ValueError, match=f"schema {nummer}. Dat bestaat niet"):
        d.lees(json.dumps({"schema": nummer}))


@pytest.fixture(
    params=[{"schema": LATER}, {"vakken": []}, {"schema": LATER, "vakken": []}], ids=["schema", "part", "both"]
)
def nieuwer(request, inhoud):
    """A document of a later release: of another schema, or with a part that we do not know."""
    return json.loads(d.schrijf(inhoud.uitgave.document)) | request.param


def test_a_newer_document_is_refused_with_the_reason(nieuwer):
    with pytest.raises(ValueError, match=NIEUWER):
        d.lees(json.dumps(nieuwer))


def test_a_newer_field_is_refused_with_its_place_and_the_reason(inhoud):
    gegevens = json.loads(d.schrijf(inhoud.uitgave.document))
    gegevens["functies"][0]["salaris"] = 3000

    with pytest.raises(ValueError, match=rf"functies, rij 1 \(.+\): ‘salaris’ hoort hier niet.*{NIEUWER}"):
        d.lees(json.dumps(gegevens))


def test_a_newer_copy_on_disk_is_refused_with_the_reason(inhoud, nieuwer, tmp_path, caplog):
    bestand = tmp_path / "uitgave.json"
    bestand.write_text(json.dumps(json.loads(d.schrijf(inhoud.uitgave)) | {"document": nieuwer}))

    assert kopie(bestand) is None
    assert NIEUWER in caplog.text


def test_a_newer_file_is_not_brought_in_and_the_page_says_why(beheerder, inhoud, nieuwer):
    voor = bouw(alles=True)
    bestand = SimpleUploadedFile("nieuw.json", json.dumps(nieuwer).encode())

    pagina = beheerder.post("/beheer/invoeren/", {"document": bestand})

    assert NIEUWER in tekst(pagina.text)
    assert bouw(alles=True) == voor
