"""The offers of the mbo: two files, read strictly, and what visitors see of them."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from aanbod.document import Stelsel, lees_alle, stelsel_van
from aanbod.mbo import lees_cohorten, lees_mbo
from aanbod.tabel import Tabelfout
from aanbod.waar import aanbod
from opleidingen.models import Opleiding
from tests.aanbod.test_overnemen import DRIE, haal  # noqa: F401
from tests.aanbod.voorbeeld import COHORTENKOP, MBOKOP, bestand, cohort, mbo
from tests.pagina import tekst
from uitgave.huidig import huidig
from uitgave.models import Bijlage

DEEG, KORST = mbo("ROC Deeg"), mbo("ROC Korst", "Épe", LEERTRAJECT="BOL", WEBSITE="korst.example")
VANDAAG = date(2026, 8, 4)


@pytest.fixture
def haal_mbo(tmp_path, inhoud):
    def doe(*rijen, cohorten=None, peildatum=VANDAAG, toch=False, kop=COHORTENKOP):
        paden, uit = [tmp_path / "mbo.csv"], StringIO()
        paden[0].write_bytes(bestand(*rijen, kop=MBOKOP))
        if cohorten is not None:
            paden.append(tmp_path / "cohorten.csv")
            paden[1].write_bytes(bestand(*cohorten, kop=kop))
        call_command("haal_aanbod", stelsel="mbo", bestand=paden, peildatum=peildatum, toch=toch, stdout=uit)
        huidig.ververs()
        return uit.getvalue()

    return doe


def pagina() -> str:
    return f"/opleidingen/{Opleiding.objects.get(code='26044').slug}/"


def test_an_offer_is_read_with_its_form_place_and_begin():
    begin, mist = lees_cohorten(bestand(cohort(DEEG, "2026-09-01"), kop=COHORTENKOP), VANDAAG)
    deeg, korst = lees_mbo(bestand(DEEG, KORST, kop=MBOKOP), begin)

    assert mist == []
    assert (deeg.code, deeg.school, deeg.plaats, deeg.vorm, deeg.van) == (
        "26044",
        "ROC Deeg",
        "Urk",
        "bbl",
        date(2026, 9, 1),
    )
    assert (korst.vorm, korst.website, korst.van) == ("bol", "https://korst.example", None)


@pytest.mark.parametrize(
    ("cohorten", "begin"),
    [
        ([cohort(DEEG, "2027-02-01"), cohort(DEEG, "2026-09-01"), cohort(DEEG, "2026-02-01")], date(2026, 9, 1)),
        ([cohort(DEEG, "2025-02-01"), cohort(DEEG, "2025-09-01")], date(2025, 9, 1)),
        ([cohort(DEEG, BEGIN_INSTROOMPERIODE="2026-01-05")], date(2026, 1, 5)),
        ([cohort(DEEG, "2026-09-01T00:00:00")], date(2026, 9, 1)),
        ([cohort(DEEG)], None),
    ],
)
def test_the_next_day_to_begin_counts_or_else_the_last_that_there_was(cohorten, begin):
    gelezen, _ = lees_cohorten(bestand(*cohorten, kop=COHORTENKOP), VANDAAG)

    assert gelezen.get(DEEG["AANGEBODEN_OPLEIDINGCODE"]) == begin


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"LEERTRAJECT": "BOLVT"}, "Regel 2, kolom LEERTRAJECT: ‘BOLVT’ kennen we niet. Wel: BOL, BBL, EX"),
        ({"ERKENDEOPLEIDINGSCODE": "2604"}, None),
        ({"ERKENDEOPLEIDINGSCODE": "K0572"}, None),
        ({"ERKENDEOPLEIDINGSCODE": "26.044"}, "Regel 2, kolom ERKENDEOPLEIDINGSCODE: ‘26.044’ is geen code van een"),
        ({"NAAM": ""}, "Regel 2, kolom NAAM: het veld is leeg."),
        ({"NAAM": "=HYPERLINK(1)"}, "Regel 2, kolom NAAM: ‘=HYPERLINK(1)’ begint als een formule."),
        ({"MBONIVEAU": "4"}, "Regel 2, kolom MBONIVEAU: ‘4’ is geen niveau."),
        ({"AANGEBODEN_OPLEIDINGCODE": ""}, "Regel 2, kolom AANGEBODEN_OPLEIDINGCODE: het veld is leeg."),
    ],
)
def test_a_value_that_is_not_known_is_named_with_its_column_and_row(anders, zegt):
    inhoud = bestand(DEEG | anders, kop=MBOKOP)
    if zegt is None:
        assert len(list(lees_mbo(inhoud, {}))) == 1
    else:
        with pytest.raises(Tabelfout) as fout:
            list(lees_mbo(inhoud, {}))
        assert str(fout.value).startswith(zegt)


def test_a_wrong_day_in_the_cohorten_is_named_with_its_file():
    with pytest.raises(Tabelfout, match=r"Bij de cohorten: Regel 2, kolom INSTROOMMOMENT: ‘1-9-2026’ is geen datum."):
        lees_cohorten(bestand(cohort(DEEG, "1-9-2026"), kop=COHORTENKOP), VANDAAG)


@pytest.mark.parametrize(
    ("kop", "mist"),
    [
        ([naam for naam in COHORTENKOP if naam != "INSTROOMMOMENT"], "not there: de kolom INSTROOMMOMENT"),
        (COHORTENKOP[:2], "not there: de kolom BEGIN_INSTROOMPERIODE"),
        (None, "not there: het bestand mbo_opleidingsaanbod_cohorten"),
    ],
)
def test_what_the_cohorten_do_not_tell_is_said_and_the_rest_is_used(haal_mbo, kop, mist):
    zonder = [{naam: waarde for naam, waarde in cohort(DEEG).items() if naam in (kop or ())}]
    gezegd = haal_mbo(DEEG, KORST, cohorten=zonder if kop else None, kop=kop)

    assert mist in gezegd
    assert "26044: 2 schools, 2 offers" in gezegd


def test_without_the_code_of_the_offer_the_cohorten_are_refused(haal_mbo):
    with pytest.raises(CommandError, match=r"Bij de cohorten: De kolom AANGEBODEN_OPLEIDINGCODE ontbreekt."):
        haal_mbo(DEEG, cohorten=[], kop=COHORTENKOP[1:])

    assert not Bijlage.objects.exists()


def test_when_the_days_are_gone_it_waits_for_an_editor(haal_mbo):
    haal_mbo(DEEG, cohorten=[cohort(DEEG, "2026-09-01")])

    with pytest.raises(CommandError, match=r"De kolom INSTROOMMOMENT ontbreekt. Eerst was dat er wel."):
        haal_mbo(DEEG, cohorten=[], kop=["AANGEBODEN_OPLEIDINGCODE", "BEGIN_INSTROOMPERIODE"])

    (rij,) = aanbod(huidig.pad).van("26044").codes["26044"]
    assert rij.van == date(2026, 9, 1)


def test_visitors_see_both_datasets_each_with_its_own_day(client, haal, haal_mbo, django_assert_num_queries):  # noqa: F811
    haal(*DRIE, peildatum="2026-07-01")
    haal_mbo(DEEG, KORST)

    adressen = pagina(), "/opleidingen/winkel-en-verkoop/"
    with django_assert_num_queries(0):
        html, ho = (tekst(client.get(adres).text) for adres in adressen)
    assert "2 scholen geven deze opleiding, in 2 plaatsen." in html
    assert html.index("Épe ROC Korst bol") < html.index("Urk ROC Deeg bbl")
    assert "overzicht van DUO van 4 augustus 2026" in html
    assert "overzicht van DUO van 1 juli 2026" in ho
    assert "3 scholen geven deze opleiding" in ho


def test_a_dataset_that_is_not_there_can_be_told_from_one_without_schools(haal, haal_mbo):  # noqa: F811
    haal(*DRIE)
    assert (aanbod(huidig.pad).heeft(Stelsel.HO), aanbod(huidig.pad).heeft(Stelsel.MBO)) == (True, False)

    haal_mbo(mbo("ROC Deeg", ERKENDEOPLEIDINGSCODE="99999"))

    assert aanbod(huidig.pad).heeft(Stelsel.MBO)
    assert aanbod(huidig.pad).van("26044") is None
    assert [stelsel_van(nlqf) for nlqf in (None, 1, 4, 5, 8)] == [None, "mbo", "mbo", "ho", "ho"]
    assert lees_alle({}).per_stelsel == {}


def test_a_keuzedeel_with_another_pattern_and_a_unit_by_hand(haal_mbo):
    Opleiding.objects.filter(code="26044").update(eenheden="1001O0777")

    gezegd = haal_mbo(DEEG, mbo("ROC Suiker", ERKENDEOPLEIDINGSCODE="23110", OPLEIDINGSEENHEIDCODE="1001O0777"))

    assert "26044: 2 schools" in gezegd


def test_more_files_than_a_dataset_has_are_refused(tmp_path, inhoud):
    with pytest.raises(CommandError, match="ho_opleidingsoverzicht has no more than 1 files"):
        call_command("haal_aanbod", bestand=[tmp_path / "a", tmp_path / "b"], peildatum=VANDAAG)

    assert not Bijlage.objects.exists()
