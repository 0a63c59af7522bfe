"""What registers say of a code: pure, from bytes to a state."""

import json
from datetime import date, timedelta

import pytest

from aanbod.tabel import Tabelfout
from opleidingen.codestand import Codestand, Erkend, Stand, bepaal
from opleidingen.erkenningen import KOLOMMEN, lees_ho, lees_rio
from opleidingen.geldigheid import keten, sluit

VANDAAG = date(2026, 11, 30)
GISTEREN, MORGEN, VERDER = (VANDAAG + timedelta(days=dagen) for dagen in (-1, 1, 300))


@pytest.mark.parametrize(
    ("erkend", "opvolger", "zegt"),
    [
        ([], "", "niet gevonden"),
        ([Erkend(GISTEREN)], "", "geldig"),
        ([Erkend(GISTEREN)], "25999", "geldig"),
        ([Erkend(VERDER)], "", "geldig vanaf 26-09-2027"),
        ([Erkend(GISTEREN, instroom_tot=VERDER)], "", "instroom stopt op 26-09-2027"),
        ([Erkend(GISTEREN, einde=VERDER)], "", "instroom stopt op 26-09-2027"),
        ([Erkend(GISTEREN, instroom_tot=GISTEREN, einde=VERDER)], "", "instroom stopt op 29-11-2026"),
        ([Erkend(GISTEREN, instroom_tot=VERDER)], "25999", "vervangen door 25999 (instroom tot 26-09-2027)"),
        ([Erkend(GISTEREN, instroom_tot=GISTEREN), Erkend(GISTEREN)], "", "geldig"),
        ([Erkend(GISTEREN, einde=VANDAAG)], "", "beëindigd op 30-11-2026"),
        ([Erkend(GISTEREN, einde=MORGEN)], "", "instroom stopt op 01-12-2026"),
        ([Erkend(GISTEREN, einde=VANDAAG), Erkend(VANDAAG)], "", "geldig"),
        ([Erkend(GISTEREN, bekostigd=False), Erkend(GISTEREN, bekostigd=False)], "", "niet bekostigd"),
        ([Erkend(GISTEREN, bekostigd=False), Erkend(GISTEREN, bekostigd=True)], "", "geldig"),
        ([Erkend(GISTEREN, bekostigd=None)], "", "geldig"),
    ],
)
def test_a_code_is_as_good_as_its_best_recognition(erkend, opvolger, zegt):
    assert str(bepaal(erkend, VANDAAG, opvolger)) == zegt
    assert str(bepaal(erkend[::-1], VANDAAG, opvolger)) == zegt


def test_only_what_ends_says_from_when_nobody_can_begin():
    sluit_op = {stand: Codestand(stand, VERDER).sluit for stand in Stand}

    assert {stand for stand, dag in sluit_op.items() if dag} == {Stand.STOPT, Stand.VERVANGEN, Stand.BEEINDIGD}


def test_the_first_of_two_days_counts_and_what_follows_is_found_once():
    assert sluit(None, None) is None
    assert sluit(VERDER, MORGEN) == sluit(MORGEN, VERDER) == sluit(MORGEN, None) == MORGEN
    assert keten("a", {"a": "b", "b": "c"}) == ["b", "c"]
    assert keten("a", {"a": "b", "b": "a"}) == ["b"]


def rio(*rijen, **anders):
    return json.dumps({"_embedded": {"opleidingserkenningen": rijen}, "_links": {"self": "/"}, **anders}).encode()


RIJ = {"erkendeopleidingscode": "25695", "begindatum": "2015-08-01", "einddatum": None, "instroomEinddatum": None}


def test_an_answer_of_rio_gives_the_days_of_a_code():
    [erkend] = lees_rio(
        rio(RIJ | {"instroomEinddatum": "2027-07-31", "einddatum": "2031-12-31", "wet": "WEB"}), "25695"
    )

    assert erkend == Erkend(date(2015, 8, 1), date(2027, 8, 1), date(2032, 1, 1))
    assert lees_rio(rio(), "25695") == []


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        rio()[:-4],
        rio(RIJ | {"erkendeopleidingscode": 25695}),
        rio(RIJ | {"erkendeopleidingscode": "25655"}),
        rio(RIJ | {"einddatum": "31-12-2031"}),
        rio({naam: waarde for naam, waarde in RIJ.items() if naam != "einddatum"}),
        rio({naam: waarde for naam, waarde in RIJ.items() if naam != "instroomEinddatum"}),
        rio(RIJ, _links={"next": {"href": "?page=1"}}),
        json.dumps([RIJ]).encode(),
        json.dumps({"opleidingserkenningen": [RIJ]}).encode(),
    ],
)
def test_any_other_answer_of_rio_is_no_answer(inhoud):
    with pytest.raises(ValueError, match="RIO geeft"):
        lees_rio(inhoud, "25695")


def tabel(*rijen):
    leeg = dict.fromkeys(KOLOMMEN, "")
    regels = [",".join(KOLOMMEN), *(",".join((leeg | rij).values()) for rij in rijen)]
    return "".join(f"{regel}\n" for regel in regels).encode()


BACHELOR = {"ERKENDEOPLEIDINGSCODE": "34560", "BEKOSTIGINGSCODE": "BEKOSTIGD", "ACCREDITATIE_BEGINDATUM": "2020-01-01"}


def test_the_list_of_recognitions_gives_the_days_of_the_codes_that_are_asked():
    inhoud = tabel(
        BACHELOR | {"INSTROOM_EINDDATUM": "2027-08-31T00:00:00"},
        BACHELOR | {"ACCREDITATIE_AFBOUWDATUM": "2026-09-01", "BEKOSTIGINGSCODE": "NIET_BEKOSTIGD"},
        BACHELOR | {"ACCREDITATIE_VERVALDATUM": "2029-12-31", "BEKOSTIGINGSCODE": ""},
        BACHELOR | {"ERKENDEOPLEIDINGSCODE": "39999"},
    )

    gevonden = lees_ho(inhoud, {"34560", "30122"})

    begin = date(2020, 1, 1)
    assert gevonden == {
        "34560": [
            Erkend(begin, date(2027, 9, 1), None, True),
            Erkend(begin, date(2026, 9, 1), None, False),
            Erkend(begin, None, date(2030, 1, 1), None),
        ],
        "30122": [],
    }


@pytest.mark.parametrize("kolom", KOLOMMEN)
def test_a_value_that_is_not_known_refuses_the_list_with_its_place(kolom):
    with pytest.raises(Tabelfout, match=f"Regel 3, kolom {kolom}"):
        lees_ho(tabel(BACHELOR, BACHELOR | {kolom: "misschien"}), {"34560"})


@pytest.mark.parametrize("kolom", KOLOMMEN)
def test_a_column_that_is_missing_refuses_the_list(kolom):
    with pytest.raises(Tabelfout, match=f"De kolom {kolom} ontbreekt"):
        lees_ho(tabel(BACHELOR).replace(kolom.encode(), b"ANDERS"), {"34560"})
