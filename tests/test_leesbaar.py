"""An edition that cannot be read takes nothing away: the last one that can is served, and everybody hears why."""

import json
from datetime import date

import pytest

from functies.models import Functie
from tests.pagina import tekst
from tests.test_huidig import SERVEER, WEG, proces  # noqa: F401  # a fixture
from uitgave import document as d
from uitgave.huidig import Huidig, huidig
from uitgave.kopie import met_controle
from uitgave.models import Uitgave

pytestmark = pytest.mark.een_database

NIEUWER = "gemaakt door een nieuwere versie van deze site"


def zet(document, nummer="9"):
    return Uitgave.objects.create(nummer=nummer, datum=date(2026, 3, 1), wijzigingen="Nieuw.", document=document)


def van_later(document):
    return json.dumps(json.loads(d.schrijf(document)) | {"schema": d.SCHEMA + 1})


@pytest.fixture
def later(inhoud):
    """An edition of a later release on top of the first one."""
    rij = zet(van_later(inhoud.uitgave.document))
    huidig.ververs()
    return rij


def test_visitors_keep_the_last_edition_that_can_be_read(client, later):
    assert "Versie 1" in tekst(client.get("/").text)
    assert client.get("/functies/broodbakker/").status_code == 200


def test_readyz_is_200_and_says_which_edition_cannot_be_read_and_why(client, later):
    antwoord = client.get("/readyz")

    assert antwoord.status_code == 200
    assert antwoord.text.startswith(f"degraded: uitgave 9 cannot be read: Dit is {NIEUWER}")


def test_the_desk_says_which_edition_visitors_see_and_why_not_the_newest(beheerder, later):
    bureau = tekst(beheerder.get("/beheer/").text)

    assert "Uitgave 1 van 6 februari 2026" in bureau
    assert (
        f"Uitgave 9 kan niet worden gelezen. Bezoekers zien daarom nog uitgave 1. De reden: Dit is {NIEUWER}" in bureau
    )


def test_what_waits_is_the_difference_with_what_visitors_see(beheerder, later):
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Anders.")

    bureau, publiceren = (tekst(beheerder.get(adres).text) for adres in ("/beheer/", "/beheer/publiceren/"))

    assert "1 wijziging wacht op publicatie: Functie Broodbakker" in bureau
    assert "Verschil met uitgave 1 van 6 februari 2026" in publiceren


def test_the_list_of_editions_says_it_too(beheerder, later):
    lijst = tekst(beheerder.get("/beheer/uitgave/uitgave/").text)

    assert f"Kan niet worden gelezen: Dit is {NIEUWER}" in lijst
    assert lijst.count("Staat nu op de site") == 1


def test_all_is_well_again_once_one_that_can_be_read_is_published(client, beheerder, later, publiceer_nu):
    publiceer_nu("10")

    assert client.get("/readyz").text == "ready\n"
    assert "kan niet worden gelezen" not in tekst(beheerder.get("/beheer/").text)


@pytest.mark.parametrize("document", ["", "{", "[]", "null", '{"schema": "x"}', "[" * 5000 + "]" * 5000])
def test_whatever_is_wrong_with_it_there_is_a_reason(client, beheerder, inhoud, caplog, document):
    zet(document)
    wachter = Huidig()
    for _ in range(3):
        wachter._kijk()

    assert wachter.pad.uitgave.nummer == "1"
    assert [(rij.nummer, bool(rij.reden)) for rij in wachter.overgeslagen] == [("9", True)]
    assert caplog.text.count("Uitgave 9 cannot be read") == 1
    assert "Uitgave 9 kan niet worden gelezen." in tekst(beheerder.get("/beheer/").text)


def test_an_older_edition_that_cannot_be_read_is_only_in_the_log(client, ontwikkelpad, publiceer_nu, caplog):
    zet("{", "0")
    publiceer_nu("1")

    assert "Uitgave 0 cannot be read" in caplog.text
    assert client.get("/readyz").text == "ready\n"


def test_with_no_edition_at_all_that_can_be_read_readyz_and_the_desk_say_why(client, beheerder, ontwikkelpad, caplog):
    zet("{")
    for _ in range(3):
        huidig._kijk()

    antwoord = client.get("/readyz")

    assert (antwoord.status_code, antwoord.text.split(":")[:2]) == (
        503,
        ["not ready", " no edition; uitgave 9 cannot be read"],
    )
    assert caplog.text.count("Uitgave 9 cannot be read") == 1
    assert "Er is geen uitgave die deze site kan lezen. Bezoekers zien niets." in tekst(beheerder.get("/beheer/").text)


@pytest.mark.parametrize(
    ("inhoud_", "reden"), [("{", "De tekst is beschadigd"), ("{}", "ontbreekt"), ('{"later": 1}', NIEUWER)]
)
def test_without_a_database_readyz_says_why_the_copy_on_disk_does_not_serve(proces, tmp_path, inhoud_, reden):  # noqa: F811
    bestand = tmp_path / "uitgave.json"
    bestand.write_text(inhoud_)

    uitkomst = proces(SERVEER, WEG, bestand)

    begin = "503 False not ready: no edition; De kopie op de schijf kan niet worden gelezen."
    assert uitkomst.stdout.startswith(begin), uitkomst.stderr
    assert reden in uitkomst.stdout
    assert "The copy on disk cannot be used" in uitkomst.stderr


def test_a_copy_of_a_later_release_does_not_serve_and_the_reason_is_said(proces, inhoud, tmp_path):  # noqa: F811
    bestand = tmp_path / "uitgave.json"
    later = d.schrijf(inhoud.uitgave).replace(f'"schema": {d.SCHEMA}', f'"schema": {d.SCHEMA + 1}')
    bestand.write_text(met_controle(later))

    uitkomst = proces(SERVEER, WEG, bestand)

    assert uitkomst.stdout.startswith("503 False not ready"), uitkomst.stderr
    assert NIEUWER in uitkomst.stdout


def test_a_copy_that_cannot_be_kept_is_said_by_readyz_and_the_desk(
    client, beheerder, inhoud, settings, tmp_path, publiceer_nu
):
    settings.UITGAVE_KOPIE = tmp_path / "geen" / "map" / "uitgave.json"
    publiceer_nu("2")
    stuk = client.get("/readyz"), beheerder.get("/beheer/")
    settings.UITGAVE_KOPIE = tmp_path / "uitgave.json"
    publiceer_nu("3")

    assert (stuk[0].status_code, stuk[0].text.partition("(")[0]) == (
        200,
        "degraded: De kopie op de schijf kon niet worden bewaard ",
    )
    assert "De kopie op de schijf kon niet worden bewaard" in tekst(stuk[1].text)
    assert client.get("/readyz").text == "ready\n"
