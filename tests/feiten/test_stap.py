"""Duur, toelating and kosten of an opleiding become feiten, in documents and in databases, and go back as they were."""

import json

import pytest
from django.db import connection
from reversion.models import Version

from feiten.document import Feit as Feitrij
from feiten.models import Feit, Onderwerp
from opleidingen.models import Opleiding
from redactie.geschiedenis.versies import verwijderd
from tests.oude_database import UITGAVEN, begin, database_van, rijen
from tests.test_teruggaan import LAATSTE, ga_terug, migraties
from uitgave import document as d
from uitgave.models import GegevenSleutel
from uitgave.schema import STAPPEN
from uitgave.stappen import feiten

pytestmark = pytest.mark.xdist_group("oude_database")  # one process starts each database once

LANG = "Je hebt een diploma op dit niveau, of je werkt al twee jaar in dit vak.\n" * 2 + "De school beslist."
VELDEN = {"duur": "Drie jaar", "toelating": LANG, "kosten": "Vraag het de school."}


def gevuld(**velden):
    """A document of schema 6 whose first opleiding says these."""
    document = json.loads((UITGAVEN / "1.2" / "document.json").read_bytes())
    for til in STAPPEN[document["schema"] - 1 : STAPPEN.index(feiten.til)]:
        document = til(document)
    document["opleidingen"][0] |= velden
    return {**document, "schema": 6}


def test_what_an_opleiding_said_is_a_feit_with_the_source_of_the_opleiding():
    opleiding = gevuld()["opleidingen"][0]

    gevonden = {rij.onderwerp: rij for rij in d.lees(json.dumps(gevuld(**VELDEN))).alle(Feitrij)}

    assert {slug: rij.opleiding for slug, rij in gevonden.items()} == dict.fromkeys(VELDEN, opleiding["slug"])
    assert gevonden["duur"].waarde == "Drie jaar"
    assert {rij.bron for rij in gevonden.values()} == {opleiding["bron"]}
    assert gevonden["toelating"].toelichting == LANG
    assert len(gevonden["toelating"].waarde) <= 120


def test_an_edition_without_them_gets_no_onderwerpen():
    document = feiten.til(gevuld(duur="", toelating="", kosten=""))

    assert {"onderwerpen", "feiten"}.isdisjoint(document)


@pytest.mark.parametrize("velden", [VELDEN, dict.fromkeys(VELDEN, ""), {"toelating": "Twee\nregels"}])
def test_what_was_lifted_goes_back_to_what_it_was(velden):
    assert feiten.daal(feiten.til(gevuld(**velden))) == gevuld(**velden)


def test_on_the_way_back_a_value_and_its_toelichting_are_one_text():
    document = feiten.til(gevuld(duur="Drie jaar"))
    document["feiten"][0]["toelichting"] = "Soms korter."
    document["onderwerpen"][0]["slug"] = document["feiten"][0]["onderwerp"] = "hoelang"

    assert feiten.daal(document)["opleidingen"][0]["duur"] == "Drie jaar\nSoms korter."


@pytest.fixture(params=LAATSTE, ids=lambda dump: dump.parent.name)
def laatste(request, django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock(), database_van(request.param, tmp_path):
        yield request.param


@pytest.mark.drill  # tests/test_teruggaan.py goes there and back in every run
@pytest.mark.een_database
def test_the_working_copy_of_an_older_release_comes_along_and_goes_back(laatste):
    doelen = migraties()
    with connection.cursor() as cursor:
        for veld, tekst in VELDEN.items():
            cursor.execute(f"UPDATE opleidingen_opleiding SET {veld} = %s WHERE slug = 'management'", [tekst])  # noqa: S608
        [bron] = cursor.execute("SELECT bron FROM opleidingen_opleiding WHERE slug = 'management'").fetchone()
    begin()

    opleiding = Opleiding.objects.get(slug="management")
    nu = {feit.onderwerp.slug: feit for feit in Feit.objects.filter(opleiding=opleiding)}
    assert nu.keys() == VELDEN.keys()
    assert (nu["duur"].waarde, nu["toelating"].toelichting) == ("Drie jaar", LANG)
    assert {feit.bron for feit in nu.values()} == {bron}
    assert Onderwerp.objects.filter(slug="duur").count() == 1
    assert GegevenSleutel.objects.filter(soort="feiten.onderwerp", sleutel="duur").exists()
    Feit.objects.filter(pk=nu["duur"].pk).update(waarde="Vier jaar")
    Feit.objects.filter(pk=nu["kosten"].pk).update(zichtbaar=False)

    ga_terug(doelen)

    velden = ", ".join(VELDEN)
    terug = rijen(f"SELECT {velden} FROM opleidingen_opleiding WHERE slug = 'management'")  # noqa: S608  # our own
    assert terug == [("Vier jaar", LANG, "")]
    assert not Version.objects.filter(content_type__app_label="feiten").exists()
    begin()
    assert Feit.objects.get(opleiding=opleiding, onderwerp__slug="duur").waarde == "Vier jaar"
    assert not [versie for versie in verwijderd() if versie.content_type.app_label == "feiten"]
