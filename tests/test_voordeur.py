"""The answers that are kept before Django: which, for whom, how long and how many."""

from datetime import date
from threading import Thread

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import QueryDict
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from ontwikkelpad import middleware
from ontwikkelpad.voordeur import MAKEN, WACHTEN, Voordeur, Werkplaatsen
from ontwikkelpad.vraag import leest_op
from opleidingen import views as opleidingsviews
from passen.keuze import vraagnamen
from tests.openbaar import bladzijden
from tests.verhaal import publiceer_verhaal
from uitgave.huidig import huidig
from uitgave.pad import Bladzijden
from uitgave.pagina import namen_van_keuzes

pytestmark = pytest.mark.een_database


@pytest.fixture
def gemaakt(monkeypatch):
    """The paths of the pages that Django is asked to make, in order."""
    paden, maak = [], middleware._bladzijde
    monkeypatch.setattr(
        middleware, "_bladzijde", lambda request, verder: paden.append(request.path) or maak(request, verder)
    )
    return paden


def vraag(toepassing, adres="/", methode="GET", **koppen):
    """Ask a WSGI application; return status, headers and body."""
    pad, _, vraag = adres.partition("?")
    omgeving = {"REQUEST_METHOD": methode, "PATH_INFO": pad, "QUERY_STRING": vraag, "HTTP_HOST": "localhost"}
    begin = []
    lichaam = b"".join(toepassing(omgeving | koppen, lambda *delen: begin.append(delen)))
    return begin[-1][0], dict(begin[-1][1]), lichaam


# --- What is kept ---


def test_a_page_is_made_once_in_whatever_way_it_is_asked(client, inhoud, gemaakt):
    gewoon = client.get("/over/")
    for koppen in ({}, {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip"}, {"User-Agent": "x", "Cookie": "a=b"}):
        assert client.get("/over/", headers=koppen).headers["ETag"] == gewoon.headers["ETag"]
    kop = client.head("/over/")

    assert gemaakt == ["/over/"]
    assert (kop.content, kop.headers["Content-Length"]) == (b"", str(len(gewoon.content)))


def test_pages_vanish_with_their_edition(client, inhoud, publiceer_nu):
    client.get("/")

    assert len(inhoud.bladzijden) == 1
    assert len(publiceer_nu("2").bladzijden) == 0


@pytest.mark.parametrize("adres", ["/nergens/", "/over", "/werkgevers/een-bakker/overstappen/", "/livez", "/beheer/"])
def test_what_is_no_page_is_not_kept(client, inhoud, adres):
    client.get(adres)

    assert len(inhoud.bladzijden) == 0


def test_while_you_work_nothing_is_kept(client, inhoud, settings):
    settings.DEBUG = True
    client.get("/over/")

    assert len(inhoud.bladzijden) == 0


def test_the_host_and_https_come_before_what_is_kept(client, inhoud, settings):
    client.get("/over/")
    assert client.get("/over/", headers={"Host": "evil.example"}).status_code == 400

    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = True, ("HTTP_X_FORWARDED_PROTO", "https")
    client = Client()  # reads the settings anew
    assert client.get("/over/").headers["Location"] == "https://testserver/over/"
    assert client.get("/over/", headers={"X-Forwarded-Proto": "https"}).status_code == 200


def test_a_page_that_depends_on_the_day_is_made_again_the_next_day_and_others_are_not(
    client, inhoud, gemaakt, monkeypatch
):
    adressen = ["/werkgevers/", "/over/"]
    for adres in adressen:
        client.get(adres)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2999, 1, 1))

    for adres in adressen * 2:
        client.get(adres)

    assert gemaakt == [*adressen, "/werkgevers/"]
    assert len(inhoud.bladzijden) == 2


def test_the_main_pages_are_made_beforehand(client, inhoud, gemaakt):
    Voordeur(WSGIHandler()).vul(inhoud)
    vooraf = set(gemaakt)
    client.get("/functies/broodbakker/")

    assert {"/", "/functies/", "/over/", "/functies/broodbakker/"} <= vooraf
    assert gemaakt.count("/functies/broodbakker/") == 1


# --- The parameters ---


class Gelezen(QueryDict):
    """A query string that remembers which names were looked for."""

    namen: set[str] = set()

    def __getitem__(self, naam):
        self.namen.add(naam)
        return super().__getitem__(naam)

    def get(self, naam, anders=None):
        self.namen.add(naam)
        return super().get(naam, anders)

    def getlist(self, naam, anders=None):
        self.namen.add(naam)
        return super().getlist(naam, anders)

    def __contains__(self, naam):
        self.namen.add(naam)
        return super().__contains__(naam)


def test_every_view_reads_the_parameters_that_it_names_and_depends_on_the_day_where_it_says_so(
    client, inhoud, monkeypatch
):
    publiceer_verhaal()
    huidig.ververs()
    monkeypatch.setattr(middleware, "QueryDict", Gelezen)
    gelezen: dict[str, set[str]] = {}
    dagen: set[str] = set()
    waar: dict[str, str] = {}
    vandaag, plek = timezone.localdate(), [""]
    maak = middleware._bladzijde

    def noteer(request, verder):
        plek[0] = get_resolver().resolve(request.path_info).view_name
        waar.setdefault(plek[0], request.path_info)
        Gelezen.namen = gelezen.setdefault(plek[0], set())
        antwoord = maak(request, lambda vraag: dag(vraag, verder))
        return antwoord

    def dag(request, verder):
        with monkeypatch.context() as alleen_de_view:
            alleen_de_view.setattr("django.utils.timezone.localdate", lambda: dagen.add(plek[0]) or vandaag)
            return verder(request)

    monkeypatch.setattr(middleware, "_bladzijde", noteer)
    adressen = [*bladzijden(client, elke_keuze=False), f"/wat-past/?{vraagnamen(inhoud)[0]}=ja"]
    adressen += ["/?opleiding=geen", "/lijst/?opleiding=geen&lijst-functie=winkelleider", "/zoeken/?q=winkel"]
    for adres in adressen[-4:]:  # where one begins today
        client.get(adres)
    leest = {naam: wat for naam, adres in waar.items() if (wat := leest_op(adres))}

    overal = set(namen_van_keuzes())
    assert {naam: gelezen[naam] - overal for naam in leest} == {
        naam: wat.namen(inhoud) - overal for naam, wat in leest.items()
    }
    assert dagen - {naam for naam, wat in leest.items() if wat.per_dag} == set()
    assert {naam for naam, wat in leest.items() if wat.per_dag} - dagen == set()


def test_an_unknown_parameter_gives_the_same_bytes_and_makes_no_page_of_its_own(client, inhoud):
    for adres, html in bladzijden(client, elke_keuze=False).items():
        gevuld = len(inhoud.bladzijden)
        anders = client.get(f"{adres}{'&' if '?' in adres else '?'}onbekend=1&%00=x")

        assert anders.text == html or anders.headers["Cache-Control"] == "no-store", adres
        assert len(inhoud.bladzijden) == gevuld, adres


def test_the_same_question_in_another_order_is_the_same_page(client, inhoud):
    eerst = client.get("/routes/?van=bakkershulp&naar=winkelleider")
    gevuld = len(inhoud.bladzijden)

    assert client.get("/routes/?naar=winkelleider&x=1&van=bakkershulp").text == eerst.text
    assert len(inhoud.bladzijden) == gevuld


# --- How much ---


def test_what_is_kept_is_bounded_in_bytes_and_the_least_used_goes_first():
    bewaard = Bladzijden(1000, 200)
    a, b, c = ("a", "", False), ("b", "", False), ("c", "", False)
    for sleutel in (a, b):
        bewaard.bewaar(sleutel, sleutel[0], 400)
    bewaard.haal(a)
    bewaard.bewaar(c, "c", 400)
    for nummer in range(50):
        bewaard.bewaar(("a", f"q={nummer}", False), "antwoord", 50)

    assert [bewaard.haal(sleutel) for sleutel in (a, b, c)] == ["a", None, "c"]
    assert bewaard.omvang <= 1200
    bewaard.bewaar(a, "te groot", 5000)
    assert bewaard.haal(a) is None
    assert bewaard.omvang <= 1200


def test_a_page_that_is_compressed_counts_for_what_it_takes(client, inhoud):
    client.get("/over/")
    gewoon = inhoud.bladzijden.omvang
    klein = client.get("/over/", headers={"Accept-Encoding": "br"})

    assert inhoud.bladzijden.omvang >= gewoon + len(klein.content)


def test_no_flood_of_questions_can_fill_the_memory_or_drive_out_a_page(client, inhoud, gemaakt):
    client.get("/over/")
    inhoud.bladzijden._delen[1].grens = 300_000

    for nummer in range(30):
        client.get("/zoeken/", {"q": f"{nummer}{'x' * 1000}"})
    client.get("/over/")

    assert inhoud.bladzijden._delen[1].omvang <= 300_000
    assert gemaakt.count("/over/") == 1


def test_who_finds_no_place_is_asked_to_come_back_and_pages_that_are_kept_go_on(client, inhoud, monkeypatch):
    def django(omgeving, start_response):
        raise AssertionError("nobody should come here")

    client.get("/over/")
    deur = Voordeur(django)
    deur._werkplaatsen = Werkplaatsen(0, 0)

    vol = vraag(deur, "/zoeken/?q=brood")

    assert (vol[0], vol[1]["Retry-After"]) == ("503 Service Unavailable", "10")
    assert "De site is even niet bereikbaar" in vol[2].decode()
    assert {"Content-Security-Policy", "X-Content-Type-Options"} <= vol[1].keys()
    assert deur._werkplaatsen.geweigerd == 1
    assert vraag(deur, "/over/")[0] == "200 OK"


def test_a_place_that_comes_free_goes_to_who_waits():
    plaatsen = Werkplaatsen(1, 1, geduld=30)
    plaatsen.neem()
    uitkomst = []
    wacht = Thread(target=lambda: uitkomst.append(plaatsen.neem()))
    wacht.start()
    while plaatsen._wacht:
        pass

    vol = plaatsen.neem()
    plaatsen.geef_terug()
    wacht.join(30)

    assert (vol, uitkomst) == (False, [True])
    assert Werkplaatsen(0, 1, geduld=0).neem() is False
    assert MAKEN + WACHTEN + middleware.PLAATSEN_BEHEER < 16  # threads of a worker: visitors keep some


# --- What fails below ---


@pytest.mark.parametrize("adres", ["/", "/beheer/", "/static/x.css"])
def test_whatever_fails_below_gives_an_answer_in_house_style_with_all_headers(inhoud, adres, caplog):
    def kapot(omgeving, start_response):
        raise RuntimeError("stuk")

    status, koppen, lichaam = vraag(Voordeur(kapot), adres)

    assert status == "500 Internal Server Error"
    assert "Er ging iets mis" in lichaam.decode()
    assert {*middleware.vaste_koppen()} <= koppen.keys()
    assert "An answer could not be made." in caplog.text


def test_a_page_that_is_made_while_the_day_ends_is_one_of_that_day(client, inhoud, monkeypatch):
    dag = [date(2026, 12, 31)]
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: dag[0])
    gemaakt = []

    def lijst(pad):
        gemaakt.append(dag[0])
        dag[0] = date(2027, 1, 1)  # midnight passes
        return echt(pad)

    echt = opleidingsviews.opleidingenlijst
    monkeypatch.setattr(opleidingsviews, "opleidingenlijst", lijst)
    monkeypatch.setattr("ontwikkelpad.voordeur.vandaag", lambda: dag[0])

    for _ in range(3):
        client.get("/opleidingen/")

    assert gemaakt == [date(2026, 12, 31), date(2027, 1, 1)]
