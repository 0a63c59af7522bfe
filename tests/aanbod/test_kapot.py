"""A thousand damaged files, of each dataset: what is served stays, and the fault is named."""

import random
import re
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from aanbod.datasets import COHORTEN, HO, MBO
from aanbod.document import Stelsel
from tests.aanbod.test_overnemen import KOP, bij
from tests.aanbod.voorbeeld import COHORTENKOP, MBOKOP, bestand, bied_aan, cohort, mbo
from tests.voorbeelden import voorbeelden
from uitgave.huidig import huidig
from uitgave.models import Bijlage

PLAATSEN = ("Épe", "Urk", "Ede", "Goes", "Oss", "Sneek")
MET_NAMEN = {"EIGENNAAM": "Bakken, elke dag", "WEBSITE": "https://meel.example/é"}
DAGEN = {"EERSTE_INSTROOMDATUM": "2026-09-01", "LAATSTE_INSTROOMDATUM": "2028-09-01"}
SCHOLEN = [mbo(f"ROC {plaats}", plaats, **MET_NAMEN) for plaats in PLAATSEN]
HEEL = {
    Stelsel.HO: {
        HO.naam: bestand(
            KOP,
            *(bij(f"Hogeschool {plaats}", plaats, **MET_NAMEN, **DAGEN) for plaats in PLAATSEN),
            bied_aan(VARIANT_VAN="1001O0001", ONDERWIJSLOCATIEPLAATS="Zwolle", **DAGEN),
        )
    },
    Stelsel.MBO: {
        MBO.naam: bestand(*SCHOLEN, kop=MBOKOP),
        COHORTEN: bestand(*(cohort(rij, "2026-09-01") for rij in SCHOLEN), kop=COHORTENKOP),
    },
}
FOUT = re.compile(r"(Bij de cohorten: )?(Regel [0-9]+|De kolom|Het bestand)|It waits for an editor\. \w+")
WAT = {HO.naam: "Hogeschool Urk", MBO.naam: "ROC Urk", COHORTEN: SCHOLEN[1]["AANGEBODEN_OPLEIDINGCODE"]}


def afgeknipt(inhoud, toeval, _):
    """Cut anywhere but at the end of a line; there, the length that a website gives tells it (see test_ophalen)."""
    return inhoud[: toeval.randrange(len(inhoud) - 1)].rstrip(b"\n")


def zonder_de_helft(inhoud, toeval, _):
    """Cut at the end of a line, where a file looks whole."""
    regels = inhoud.splitlines(keepends=True)
    return b"".join(regels[: toeval.randint(0, len(regels) // 2)])


def anders_geschreven(inhoud, toeval, naam):
    schrift = toeval.choice(["utf-16", "utf-32", "utf-16-be", "cp037", "latin-1", "utf-7", "cp1252"])
    if naam == COHORTEN:
        schrift = toeval.choice(["utf-16", "utf-32", "cp037"])  # it has no letter that the others write differently
    return inhoud.decode().encode(schrift)


def verwisseld(inhoud, toeval, naam):
    """Two columns that we read change names, or two of their values do."""
    kop, *regels = inhoud.decode().splitlines(keepends=True)
    namen = [deel.strip('"') for deel in kop.strip().split(",")]
    eerste, tweede = VERWISSELBAAR[naam]
    een, ander = toeval.choice(eerste), toeval.choice(tweede)
    assert {een, ander} <= set(namen)
    return kop.replace(f'"{een}"', '"\1"').replace(f'"{ander}"', f'"{een}"').replace('"\1"', f'"{ander}"').encode() + (
        "".join(regels).encode()
    )


# What stands in a column of the one list is never right in one of the other; places and schools are told apart by
# what is served now.
VERWISSELBAAR = {
    HO.naam: (
        ["ONDERWIJSBESTUURID", "ERKENDEOPLEIDINGSCODE", "VORM", "NIVEAU", "OPLEIDINGSEENHEIDCODE"],
        ["ONDERWIJSAANBIEDER_NAAM", "NAAM_LANG", "WEBSITE", "EERSTE_INSTROOMDATUM", "ONDERWIJSLOCATIEPLAATS"],
    ),
    MBO.naam: (
        ["ONDERWIJSBESTUURID", "ERKENDEOPLEIDINGSCODE", "LEERTRAJECT", "MBONIVEAU", "OPLEIDINGSEENHEIDCODE"],
        ["NAAM", "OPLEIDINGSEENHEID_NAAM", "WEBSITE", "PLAATSNAAM", "AANGEBODEN_OPLEIDINGCODE"],
    ),
    COHORTEN: (["AANGEBODEN_OPLEIDINGCODE"], ["INSTROOMMOMENT", "BEGIN_INSTROOMPERIODE", "OPLEIDINGSVORM"]),
}


def reusachtig(inhoud, toeval, naam):
    return inhoud.replace(WAT[naam].encode(), b"x" * toeval.randint(10_001, 300_000), 1)


def met_een_formule(inhoud, toeval, naam):
    formule = toeval.choice(["=1+1", "+31(0)20", "@SUM(A1)", "-2+3", '=HYPERLINK(""x"")', "=cmd|' /C calc'!A0", "\t=1"])
    return inhoud.replace(WAT[naam].encode(), formule.encode(), 1)


def op_een_foute_dag(inhoud, toeval, naam):
    fout = toeval.choice(["2026-02-30", "1-9-2026", "2026-13-01", "20260901", "0026-09-01", "9999-99-99", "gisteren"])
    if naam == MBO.naam:  # it has no days: of other numbers then
        return inhoud.replace(b"MBO-3", toeval.choice([b"MBO-7", b"3", b"mbo-3"]), 1)
    return inhoud.replace(b"2026-09-01", fout.encode(), 1)


def met_ruis(inhoud, toeval, _):
    """Bytes that no text of this form has, somewhere."""
    plek = toeval.randrange(len(inhoud))
    return inhoud[:plek] + toeval.choice([b"\xff", b"\xc3(", b"\xed\xa0\x80"]) + inhoud[plek:]


SCHADE = [
    *(afgeknipt, zonder_de_helft, anders_geschreven, verwisseld, reusachtig, met_een_formule, op_een_foute_dag),
    met_ruis,
]


@pytest.fixture
def geserveerd(inhoud, tmp_path):
    def neem_over(stelsel, bestanden):
        paden = []
        for naam, wat in bestanden.items():
            paden.append(tmp_path / naam)
            paden[-1].write_bytes(wat)
        call_command("haal_aanbod", stelsel=stelsel, bestand=paden, peildatum=date(2026, 8, 4))

    for stelsel, bestanden in HEEL.items():
        neem_over(stelsel, bestanden)
    huidig.ververs()
    return neem_over


@pytest.mark.drill
@pytest.mark.parametrize("deel", range(20))
def test_a_thousand_damaged_files_change_nothing_and_say_why(geserveerd, deel):
    beschadig(geserveerd, deel, voorbeelden(1000) // 20)


def test_damaged_files_change_nothing_and_say_why(geserveerd):
    beschadig(geserveerd, "elke keer", 3 * len(SCHADE))


def beschadig(geserveerd, zaad, aantal):
    voor = dict(Bijlage.objects.filter(wacht_op="").values_list("pk", "inhoud"))
    pad = huidig.pad
    toeval = random.Random(zaad)  # noqa: S311 - the same damage every time
    for nummer in range(aantal):
        schade, stelsel = SCHADE[nummer % len(SCHADE)], toeval.choice([*HEEL])
        naam = toeval.choice([*HEEL[stelsel]])
        kapot = schade(HEEL[stelsel][naam], toeval, naam)
        assert kapot != HEEL[stelsel][naam]

        with pytest.raises(CommandError) as fout:
            geserveerd(stelsel, HEEL[stelsel] | {naam: kapot})

        gezegd = str(fout.value).partition(": ")[2].removeprefix("Nothing was taken over: ")
        assert FOUT.match(gezegd), (schade.__name__, naam, gezegd)
        assert dict(Bijlage.objects.filter(wacht_op="").values_list("pk", "inhoud")) == voor
        huidig.ververs()
        assert huidig.pad is pad
