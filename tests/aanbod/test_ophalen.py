"""The newest overviews, from a portal that behaves well, slowly, badly or with other intentions."""

from datetime import date, timedelta
from http.client import HTTPException
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.formats import date_format

from aanbod.ckan import zoek_bestand
from aanbod.datasets import COHORTEN, DATASETS, HO, MBO
from aanbod.overnemen import in_woorden
from redactie.kwaliteit.bevindingen import bevindingen
from redactie.links.ophalen import NietOpenbaar, is_openbaar
from tests.aanbod.portaal import bron, portaal
from tests.aanbod.test_overnemen import DRIE, KOP
from tests.aanbod.voorbeeld import COHORTENKOP, MBOKOP, bestand, cohort, mbo
from tests.pagina import tekst
from uitgave.huidig import huidig
from uitgave.models import Bijlage

pytestmark = pytest.mark.een_database

TWEE = mbo("ROC Deeg"), mbo("ROC Korst", "Épe", LEERTRAJECT="BOL")
ADRES = "/beheer/opleidingen/opleiding/aanbod/"
BESTANDEN = {
    HO.naam: bestand(KOP, *DRIE),
    MBO.naam: bestand(*TWEE, kop=MBOKOP),
    COHORTEN: bestand(cohort(TWEE[0], "2026-09-01"), kop=COHORTENKOP),
}


@pytest.fixture
def haal(inhoud):
    def doe(maak=portaal, plaatsen=None, openbaar=lambda adres: True, seconden=60, **opties):
        uit = StringIO()
        with maak(BESTANDEN, **plaatsen or {}) as website:
            anders = {"openbaar": openbaar, "portaal": website.url(""), "seconden": seconden}
            call_command("haal_aanbod", stdout=uit, **anders, **opties)
        return uit.getvalue()

    return doe


@pytest.mark.parametrize("plaats", ["/bestand/{}.csv", "/301/bestand/{}.csv"])
def test_the_newest_files_are_found_by_their_names(haal, plaats):
    gezegd = haal(plaatsen=dict.fromkeys(BESTANDEN, plaats))

    assert "25901: 3 schools" in gezegd
    assert "26044: 2 schools" in gezegd
    assert [bijlage.naam for bijlage in Bijlage.objects.all()] == ["aanbod-mbo", "aanbod"]
    assert all('"peildatum":"2026-08-04"' in bijlage.inhoud for bijlage in Bijlage.objects.all())


def lijst(*bronnen):
    def maak(bestanden):
        website = portaal(bestanden)
        website.datasets[HO.naam] = list(bronnen)
        return website

    return maak


ERGENS = "https://ergens.example/x.csv"


@pytest.mark.parametrize(
    ("maak", "plaats", "opties", "zegt"),
    [
        (lijst(), "", {}, "0 bestanden ho_opleidingsoverzicht in CSV"),
        (lijst(bron(ERGENS, HO.naam), bron(ERGENS, HO.naam)), "", {}, "2 bestanden ho_opleidingsoverzicht in CSV"),
        (lijst(bron(ERGENS, "a"), bron(ERGENS, "b")), "", {}, "0 bestanden ho_opleidingsoverzicht in CSV"),
        (lijst("anders"), "", {}, "Het portaal geeft een ander antwoord dan eerst"),
        (lijst(bron("file:///etc/passwd", HO.naam)), "", {}, "passwd"),
        (lijst(bron("http://169.254.169.254/latest", HO.naam)), "", {"openbaar": lambda a: a == "127.0.0.1"}, "public"),
        (portaal, "/404", {}, "antwoord 404"),
        (portaal, "/kring", {}, "stuurt ons steeds door"),
        (portaal, "/traag", {"seconden": 1}, "took too long"),
        (portaal, "/drup", {"seconden": 1}, "took too long"),
        (portaal, "/langzaam/{}", {"seconden": 1}, "took too long"),
        (portaal, "/niets", {}, "Nothing was taken over"),
        (portaal, "/onzin", {}, "Nothing was taken over"),
        (portaal, "/zwaar", {}, "Nothing was taken over"),
        (portaal, "/groot", {}, "too large"),
        (portaal, "/half/{}", {}, "hield op midden in het bestand"),
        (portaal, "/html", {}, "De kolom ONDERWIJSBESTUURID ontbreekt"),
        (portaal, "/naar?http://10.0.0.1/x", {"openbaar": lambda a: a == "127.0.0.1"}, "10.0.0.1 is not on the public"),
        (portaal, "/naar?ftp://x.example/x", {}, "ftp://x.example/x"),
    ],
)
def test_what_goes_wrong_on_the_way_changes_nothing_and_is_named(haal, maak, plaats, opties, zegt):
    with pytest.raises(CommandError, match=zegt):
        haal(maak, {HO.naam: plaats} if plaats else None, **opties)

    [mbo_, mislukt] = Bijlage.objects.all()  # the other one is taken over as ever
    assert (mbo_.naam, mbo_.wacht_op) == ("aanbod-mbo", "")
    assert (mislukt.naam, mislukt.inhoud) == ("aanbod-mislukt", "")  # which the desk shows
    assert mislukt.wacht_op
    assert "aanbod-mislukt" not in huidig.pad.uitgave.bijlagen


ZONDER_KOLOM = {HO.naam: BESTANDEN[HO.naam].replace(b'"NIVEAU"', b'"ANDERS"')}
MELDING = "Het overzicht van hbo-opleidingen die de overheid betaalt ophalen is niet gelukt"


def kapot(bestanden):
    return portaal(bestanden | ZONDER_KOLOM)


def test_a_timer_that_fails_is_said_at_the_desk_until_a_fetch_succeeds(haal, client, beheerder, redacteur):
    haal()
    voor = client.get("/opleidingen/winkel-en-verkoop/").text
    for maak, plaatsen, reden in (
        (portaal, {HO.naam: "/404"}, "De website gaf geen bestand, maar antwoord 404."),
        (kapot, {}, "De kolom NIVEAU ontbreekt."),
    ):
        with pytest.raises(CommandError):
            haal(maak, plaatsen)
        bureau, pagina = (tekst(beheerder.get(adres).text) for adres in ("/beheer/", ADRES))
        assert f"{MELDING} op {date_format(timezone.localdate(), 'j F Y')}. {reden}" in bureau
        assert f"{MELDING} Dat was" in pagina
        assert f"De reden: {reden} Op de site blijft het oude overzicht staan." in pagina
        assert Bijlage.objects.filter(naam="aanbod-mislukt").count() == 1  # the last one
    assert client.get("/opleidingen/winkel-en-verkoop/").text == voor
    assert "De kolom NIVEAU ontbreekt." in redacteur.get(ADRES).text
    assert "Haal deze melding weg" not in redacteur.get(ADRES).text

    haal()

    assert all("niet gelukt" not in beheerder.get(adres).text for adres in ("/beheer/", ADRES))


def test_an_eindredacteur_puts_a_failed_attempt_away_but_can_never_serve_it(haal, beheerder, redacteur):
    with pytest.raises(CommandError):
        haal(kapot)
    nummer = str(Bijlage.objects.get(naam="aanbod-mislukt").pk)

    assert redacteur.post(ADRES, {"gooi_weg": nummer}).status_code == 403
    assert "Dit overzicht wacht niet meer." in beheerder.post(ADRES, {"neem_over": nummer}, follow=True).text
    assert MELDING in tekst(beheerder.get("/beheer/").text)
    assert "De melding is weg." in beheerder.post(ADRES, {"gooi_weg": nummer}, follow=True).text

    assert not Bijlage.objects.exclude(naam="aanbod-mbo").exists()
    assert MELDING not in tekst(beheerder.get("/beheer/").text)


def test_every_fault_on_the_way_is_a_sentence_for_an_editor():
    zinnen = {in_woorden(fout) for fout in (TimeoutError(), NietOpenbaar("10.0.0.1"), HTTPException("x"), OSError("y"))}

    assert zinnen == {
        "De website antwoordt niet op tijd.",
        "10.0.0.1 is geen openbaar adres.",
        "Het antwoord van de website is niet te lezen, of te groot.",
        "De website is niet te bereiken.",
    }


@pytest.mark.parametrize(("dagen", "oud"), [(45, False), (46, True)])
def test_the_gate_warns_of_an_overview_that_nobody_renewed(haal, monkeypatch, dagen, oud):
    haal()
    huidig.ververs()
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 8, 4) + timedelta(days=dagen))

    gezegd = [(rij.ernst.value, rij.tekst) for rij in bevindingen() if "Het overzicht van scholen" in rij.tekst]

    begin = "Het overzicht van scholen bij {} is van 4 augustus 2026. Dat is meer dan 45 dagen geleden."
    assert [ernst for ernst, _ in gezegd] == ["waarschuwing"] * len(DATASETS) * oud
    assert all(begin.format(welk.welk) in str(gezegd) for welk in DATASETS.values()) is oud


def test_nothing_of_our_own_network_is_asked(haal):
    with pytest.raises(CommandError, match=r"127.0.0.1 is not on the public internet(.|\n)+127.0.0.1 is not on"):
        haal(openbaar=is_openbaar)

    assert {bijlage.wacht_op for bijlage in Bijlage.objects.all()} == {"127.0.0.1 is geen openbaar adres."}


def test_a_website_that_sends_us_inside_our_own_network_is_not_followed(haal):
    binnen = {"127.0.0.1"}

    def een_keer_openbaar(adres):
        return adres in binnen and not binnen.clear()  # the portal itself; where it sends us on to is looked at anew

    with pytest.raises(CommandError, match="is not on the public internet"):
        haal(openbaar=een_keer_openbaar, stelsel="ho")


@pytest.mark.parametrize("weg", [MBO.naam, COHORTEN])
def test_a_file_that_disappears_while_we_fetch_leaves_all_of_its_dataset_as_it_was(haal, weg):
    haal()
    voor = list(Bijlage.objects.filter(naam="aanbod-mbo"))

    with pytest.raises(CommandError, match=r"mbo_opleidingsaanbod: Nothing was taken over: .*404"):
        haal(plaatsen={weg: "/404"})

    assert list(Bijlage.objects.filter(naam="aanbod-mbo")) == voor
    assert Bijlage.objects.filter(naam="aanbod").count() == 2
    assert Bijlage.objects.get(naam="aanbod-mbo-mislukt").wacht_op


def test_one_dataset_can_be_asked_alone(haal):
    assert "ho_opleidingsoverzicht" not in haal(stelsel="mbo")

    assert Bijlage.objects.get().naam == "aanbod-mbo"


def test_the_only_table_of_a_dataset_may_have_any_name_and_any_date():
    antwoord = b'{"result":{"resources":[{"url":"https://x.example/a.csv","format":"csv"},{"url":"y","format":null}]}}'

    assert zoek_bestand("erkenningen", lambda url: antwoord) == ("https://x.example/a.csv", None)
    antwoord = antwoord.replace(b'"format":"csv"', b'"format":"csv","last_modified":"2026-08-04T10:00:00"')
    assert zoek_bestand("erkenningen", lambda url: antwoord)[1] == date(2026, 8, 4)
