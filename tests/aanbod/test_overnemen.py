"""From a file of the register to what a visitor reads of it, and nothing changed when the file is not right."""

from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from aanbod.datasets import DATASETS
from aanbod.document import Stelsel
from aanbod.overnemen import neem_aanbod_over
from functies.models import FunctieOpleiding
from opleidingen.models import Opleiding
from tests.aanbod.voorbeeld import BAKKEN, bestand, bied_aan
from tests.pagina import tekst
from uitgave.huidig import Huidig, huidig
from uitgave.kopie import kopie
from uitgave.models import Bijlage

PAGINA = "/opleidingen/winkel-en-verkoop/"
KOP = BAKKEN | {"ERKENDEOPLEIDINGSCODE": "25901"}


def bij(school: str, plaats: str = "Urk", **anders: str) -> dict[str, str]:
    nummer = f"{sum(school.encode()) % 900 + 100}A100"
    eenheid = {"OPLEIDINGSEENHEIDCODE": "1001O0001", "ONDERWIJSLOCATIEPLAATS": plaats}
    return bied_aan(**eenheid | {"ONDERWIJSAANBIEDER_NAAM": school, "ONDERWIJSAANBIEDERID": nummer} | anders)


DRIE = bij("Hogeschool Meel"), bij("Hogeschool Gist", "Épe", VORM="DUAAL"), bij("Hogeschool Zout", "", VORM="VOLTIJD")


@pytest.fixture
def haal(tmp_path, inhoud):
    def doe(*rijen: dict[str, str], peildatum: str = "2026-08-04", knip: int | None = None, toch: bool = False) -> str:
        pad, uit = tmp_path / "duo.csv", StringIO()
        pad.write_bytes(bestand(KOP, *rijen)[:knip])
        call_command("haal_aanbod", bestand=[pad], peildatum=date.fromisoformat(peildatum), toch=toch, stdout=uit)
        huidig.ververs()
        return uit.getvalue()

    return doe


def test_what_is_taken_over_is_shown_at_once_and_without_the_database(client, haal, django_assert_num_queries):
    assert "scholen geven" not in client.get(PAGINA).text

    assert "25901: 3 schools, 3 offers" in haal(*DRIE)

    with django_assert_num_queries(0):
        html = tekst(client.get(PAGINA).text)
    assert "3 scholen geven deze opleiding, in 2 plaatsen." in html
    assert (
        html.index("Épe Hogeschool Gist duaal") < html.index("Urk Hogeschool Meel deeltijd") < html.index("Plaats niet")
    )
    assert "Plaats niet bekend Hogeschool Zout voltijd" in html
    assert "overzicht van DUO van 4 augustus 2026" in html
    bewaard = kopie(settings.UITGAVE_KOPIE)
    assert bewaard is not None
    assert bewaard.bijlagen == huidig.pad.uitgave.bijlagen != {}


def test_a_process_that_looks_finds_the_newer_dataset_and_keeps_it_with_the_next_edition(haal, publiceer_nu):
    ander = Huidig()
    ander.ververs()
    haal(*DRIE)

    ander.ververs()
    assert "Hogeschool Gist" in ander.pad.uitgave.bijlagen["aanbod"]
    publiceer_nu("9")
    ander.ververs()
    assert ander.pad.uitgave.nummer == "9"
    assert "Hogeschool Gist" in ander.pad.uitgave.bijlagen["aanbod"]


def test_a_school_where_nobody_can_begin_any_more_is_left_out(client, haal):
    haal(bij("Hogeschool Meel"), bij("Hogeschool Gist", LAATSTE_INSTROOMDATUM="2020-09-01"))

    assert "1 school geeft deze opleiding" in tekst(client.get(PAGINA).text)


@pytest.mark.parametrize(
    ("opties", "zegt"),
    [
        ({"knip": -30}, "midden in de laatste regel"),
        ({"peildatum": "2026-08-01"}, "ouder dan dat van 04-08-2026"),
        ({"minder": True}, "Er staan nog 1 plekken in. Dat waren er 3."),
        ({"leeg": True}, "Code 25901 heeft geen enkele school meer."),
    ],
)
def test_what_is_not_right_changes_nothing_and_says_why(client, haal, opties, zegt):
    haal(*DRIE)
    voor = client.get(PAGINA).text
    rijen = DRIE[:1] if opties.pop("minder", False) else () if opties.pop("leeg", False) else DRIE

    with pytest.raises(CommandError, match=zegt):
        haal(*rijen, **opties)

    assert Bijlage.objects.filter(wacht_op="").count() == 1
    assert client.get(PAGINA).text == voor


def test_who_looked_at_it_can_take_over_a_smaller_dataset(client, haal):
    haal(*DRIE)

    haal(*DRIE[:1], toch=True)

    assert "1 school geeft deze opleiding" in tekst(client.get(PAGINA).text)


def test_a_unit_that_an_editor_joined_is_shown_and_one_by_name_alone_is_not(client, haal):
    los = bij("Hogeschool Suiker", OPLEIDINGSEENHEIDCODE="1001O0777")

    assert "1 only by name: not shown" in haal(*DRIE, los)
    assert "Suiker" not in client.get(PAGINA).text
    Opleiding.objects.filter(code="25901").update(eenheden="1001O0777")
    haal(*DRIE, los)
    assert "Suiker" in client.get(PAGINA).text


ANDERE_NAAM = {"OPLEIDINGSEENHEIDCODE": "1001O0077", "NAAM_LANG": "Iets heel anders"}  # no rule joins it to a code


@pytest.mark.parametrize(("eerst", "later"), [("", "1001O0077"), ("1001O0077", "")])
def test_what_an_editor_joins_while_a_file_is_read_holds(haal, client, eerst, later):
    los, ho = bij("Hogeschool Los", **ANDERE_NAAM), DATASETS[Stelsel.HO]
    Opleiding.objects.filter(code="25901").update(eenheden=eerst)
    haal(los)

    def maak(bestanden, vraag):
        nieuw = ho.maak(bestanden, vraag)
        Opleiding.objects.filter(code="25901").update(eenheden=later)
        return nieuw

    inhoud = BytesIO(bestand(KOP, los))
    neem_aanbod_over(replace(ho, maak=maak), {ho.naam: inhoud}, date(2026, 8, 5), toch=True)
    huidig.ververs()

    assert ("Hogeschool Los" in client.get(PAGINA).text) == bool(later)


@pytest.mark.parametrize("wijzig", ["code", "weg"])
def test_what_is_not_published_takes_no_school_from_visitors(haal, client, publiceer_nu, wijzig):
    opleiding = Opleiding.objects.get(code="25901")
    ander = Opleiding.objects.exclude(pk=opleiding.pk).exclude(code="").first()
    Opleiding.objects.filter(pk=opleiding.pk).update(eenheden="1001O0077")
    haal(bij("Hogeschool Los", **ANDERE_NAAM))

    if wijzig == "code":
        opleiding.eenheden, opleiding.code = "1001O0077", "25999"
        opleiding.save()
    else:
        FunctieOpleiding.objects.filter(opleiding=opleiding).delete()
        opleiding.delete()
    ander.save()  # whatever is saved next
    huidig.ververs()

    assert "Hogeschool Los" in client.get(PAGINA).text
    huidig.pad, huidig._gelezen = None, None  # as in the process of a command
    haal(bij("Hogeschool Los", **ANDERE_NAAM), peildatum="2026-08-05")
    assert "Hogeschool Los" in client.get(PAGINA).text
    if wijzig == "code":
        publiceer_nu("2")
        assert "Hogeschool Los" in client.get(PAGINA).text
