import os
from collections import defaultdict
from pathlib import Path

import pytest

from aanbod.ho import lees_ho
from aanbod.koppelen import Weg, koppel
from tests.aanbod.voorbeeld import BAKKEN, SCHOOL, bestand, bied_aan


def gekoppeld(*rijen: dict[str, str], **hand: str) -> list[tuple[str, Weg]]:
    van_hand = {eenheid: (code,) for eenheid, code in hand.items()}
    return [(k.code, k.weg) for k in koppel(lees_ho(bestand(*rijen)), van_hand)]


@pytest.mark.parametrize(
    ("rij", "weg"),
    [
        (BAKKEN | SCHOOL, Weg.CODE),
        (bied_aan(VARIANT_VAN="31234"), Weg.VARIANT),
        (bied_aan(VARIANT_VAN="1001O0001"), Weg.VARIANT_EENHEID),
        (bied_aan(OPLEIDINGSEENHEIDCODE="1001O0001"), Weg.EENHEID),
        (bied_aan(NAAM_LANG="Bakkunde voltijd"), Weg.NAAM),
    ],
)
def test_an_offer_is_joined_to_a_code_and_says_how(rij, weg):
    assert gekoppeld(BAKKEN, rij) == [("31234", weg)]


@pytest.mark.parametrize(
    "rij",
    [
        bied_aan(NAAM_LANG="Molenkunde"),
        bied_aan(ONDERWIJSBESTUURID="999B999"),
        bied_aan(NIVEAU="HBO-MA"),
        bied_aan(VARIANT_VAN="1001O0555", NAAM_LANG="Molenkunde"),
    ],
)
def test_what_nothing_joins_is_kept_for_an_editor(rij):
    assert gekoppeld(BAKKEN, rij) == [("", Weg.GEEN)]


def test_a_name_that_fits_two_codes_joins_none():
    ander = BAKKEN | {"ERKENDEOPLEIDINGSCODE": "39999", "OPLEIDINGSEENHEIDCODE": "1001O0002"}

    assert gekoppeld(BAKKEN, ander, bied_aan()) == [("", Weg.GEEN)]


def test_what_an_editor_joined_goes_before_the_rules():
    rij = bied_aan(VARIANT_VAN="31234")

    assert gekoppeld(BAKKEN, rij, **{"1001O0099": "80001"}) == [("80001", Weg.HAND)]


def test_a_row_without_a_school_is_no_offer():
    assert gekoppeld(BAKKEN, bied_aan(ONDERWIJSAANBIEDERID="", ONDERWIJSAANBIEDER_NAAM="", VARIANT_VAN="31234")) == []


# Of the copy of 4 August 2026: rows, schools and places of each code, by the four certain ways, and with the fifth.
GETELD = {
    "34116": ((51, 13, 16), (59, 16, 17)),
    "34560": ((55, 13, 15), None),
    "34609": ((28, 10, 12), None),
    "34500": ((10, 6, 5), None),
    "34507": ((6, 3, 4), None),
    "34538": ((6, 4, 3), None),
    "49246": ((6, 6, 5), None),
    "49115": ((2, 2, 1), None),
    "80204": ((0, 0, 0), (3, 2, 2)),
    **dict.fromkeys(["80198", "30122", "39283", "34480"], ((0, 0, 0), (0, 0, 0))),
}


@pytest.mark.skipif("DUO_HO" not in os.environ, reason="DUO_HO names no copy of ho_opleidingsoverzicht.csv")
def test_the_copy_of_duo_gives_the_counts_that_were_counted():
    rijen = list(lees_ho(Path(os.environ["DUO_HO"]).read_bytes()))
    zeker, alles = defaultdict(list), defaultdict(list)
    for k in koppel(rijen, {}):
        alles[k.code].append(k.rij)
        if k.weg != Weg.NAAM:
            zeker[k.code].append(k.rij)

    def telling(gevonden):
        return len(gevonden), len({r.school_id for r in gevonden}), len({r.plaats for r in gevonden if r.plaats})

    assert len(rijen) == 6827
    for code, (met_vier, met_vijf) in GETELD.items():
        assert telling(zeker[code]) == met_vier
        assert met_vijf is None or telling(alles[code]) == met_vijf
    ede = [k.rij for k in koppel(rijen, {"1015O9016": ("80198",)}) if k.code == "80198"]
    assert {(r.vorm, r.plaats) for r in ede if r.plaats} == {("deeltijd", "Ede"), ("duaal", "Dordrecht")}
