"""A site without an edition: calm for visitors, ready for machines, and a way to begin for editors."""

import pytest
from django.core.management import call_command

from functies.models import Functie, Werkveld
from ontwikkelpad.models import Ontwikkelpad
from tests.openbaar import tags
from tests.pagina import formuliervelden, tekst
from tests.server import site
from tests.soorten import maak
from tests.tools import postgres
from uitgave.huidig import huidig
from uitgave.soort import soort_van


@pytest.fixture
def leeg(db, settings):
    """A site as `SECTOR=geen make run` leaves it."""
    settings.SECTOR = "geen"
    call_command("laad")
    huidig.ververs()


def test_visitors_of_an_empty_site_read_that_it_is_being_made(client, leeg):
    begin = client.get("/")

    assert (begin.status_code, begin.headers["Cache-Control"]) == (200, "no-store")
    assert "Deze site wordt nog gemaakt" in tekst(begin.text)
    assert {kenmerken["href"] for tag, kenmerken in tags(begin.text) if tag == "a"} == {"#inhoud", "/", "/beheer/"}


@pytest.mark.parametrize("adres", ["/functies/", "/over/", "/nergens/", "/zoeken/?q=a", "/werkgevers/gesprek/"])
def test_every_other_page_of_an_empty_site_is_not_there_and_leads_home(client, leeg, adres):
    antwoord = client.get(adres)

    assert antwoord.status_code == 404
    assert {kenmerken["href"] for tag, kenmerken in tags(antwoord.text) if tag == "a"} == {"#inhoud", "/"}


def test_nothing_is_posted_to_an_empty_site(client, leeg):
    assert client.post("/").status_code == 405


def test_an_empty_site_is_ready_and_says_that_it_has_no_edition(client, leeg):
    antwoord = client.get("/readyz")

    assert (antwoord.status_code, antwoord.text) == (200, "ready: no edition yet\n")


def test_before_the_database_is_prepared_a_site_is_not_ready(client, db):
    huidig.ververs()

    assert [client.get(adres).status_code for adres in ("/", "/readyz")] == [503, 503]


def test_an_empty_site_whose_database_is_away_is_not_ready(client, leeg, monkeypatch):
    monkeypatch.setattr(huidig, "_waakt", True)
    monkeypatch.setattr(huidig, "database_bereikbaar", False)

    assert [client.get(adres).status_code for adres in ("/", "/functies/", "/readyz")] == [503, 503, 503]


def test_the_first_edition_is_served_at_once(client, leeg, maak_functie, publiceer_nu):
    maak_functie("Stukadoor")
    publiceer_nu("1")

    assert client.get("/functies/stukadoor/").status_code == 200
    assert client.get("/readyz").text == "ready\n"


def stappen(client):
    return [(stap.tekst, bool(stap.adres), stap.klaar) for stap in client.get("/beheer/").context["eerste_stappen"]]


def test_the_desk_of_an_empty_site_says_what_to_do_first(beheerder, leeg):
    bureau = beheerder.get("/beheer/")

    assert stappen(beheerder) == [
        ("Vul de teksten van de site in", True, False),
        ("Maak een werkveld", True, False),
        ("Maak een functie", True, False),
        ("Bekijk het voorbeeld", False, False),
        ("Publiceer de eerste uitgave", False, False),
    ]
    assert "Bezoekers lezen dat deze site nog wordt gemaakt." in tekst(bureau.text)
    assert 'class="errornote"' not in bureau.text


def test_what_is_done_has_a_tick_and_publishing_comes_last(beheerder, leeg, ontwikkelpad):
    functie = maak(soort_van(Functie), zichtbaar=False)
    assert stappen(beheerder)[:3] == [
        ("Vul de teksten van de site in", False, True),
        ("Maak een werkveld", False, True),
        ("Maak een functie", True, False),
    ]

    Functie.objects.filter(pk=functie.pk).update(zichtbaar=True)

    assert [klaar for _, _, klaar in stappen(beheerder)] == [True, True, True, False, False]
    assert [heen for _, heen, _ in stappen(beheerder)] == [False, False, False, True, True]


def test_who_may_not_publish_is_told_whom_to_ask(redacteur, leeg):
    assert stappen(redacteur)[-1] == ("Vraag een eindredacteur om te publiceren", False, False)


def test_with_an_edition_the_desk_has_no_first_steps(beheerder, inhoud):
    assert stappen(beheerder) == []
    assert "Zo kom je tot de eerste uitgave" not in beheerder.get("/beheer/").text


def test_a_name_and_one_functie_are_enough_for_the_preview(beheerder, leeg):
    adres = "/beheer/ontwikkelpad/ontwikkelpad/add/"
    naam = formuliervelden(beheerder.get(adres).text) | {"naam": "Bouwpad"}
    assert beheerder.post(adres, naam).status_code == 302
    werkveld = Werkveld.objects.create(naam="Afbouw", slug="afbouw", kleur="groen", volgorde=1)
    functie = maak(soort_van(Functie), werkveld=werkveld)

    voorbeeld = beheerder.get(f"/beheer/voorbeeld/functies/{functie.slug}/")

    assert voorbeeld.status_code == 200
    assert "Bouwpad" in voorbeeld.text
    assert all(getattr(Ontwikkelpad.objects.get(), veld) for veld in ("kop", "inleiding", "privacy", "over"))


@pytest.mark.drill
def test_each_worker_of_an_empty_site_answers_calmly_until_its_database_goes(tmp_path):
    with postgres.server() as database, site(tmp_path, DATABASE_URL=database.url, SECTOR="geen") as draaiend:
        draaiend.wacht("/readyz", lambda antwoord: antwoord.tekst == "ready: no edition yet\n", keer=20)
        antwoorden = [draaiend.vraag(adres).status for adres in ("/", "/over/", "/livez", "/beheer/login/")]
        database.stop()
        draaiend.wacht("/readyz", lambda antwoord: antwoord.status == 503, keer=20)
        weg = [draaiend.vraag(adres).status for adres in ("/", "/over/", "/livez", "/beheer/login/")]

    assert antwoorden == [200, 404, 200, 200]
    assert weg == [503, 503, 200, 503]
