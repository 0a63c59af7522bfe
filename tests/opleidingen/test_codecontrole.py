"""Looking up codes in registers that a local server plays: well, slowly, badly, or with other intentions."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from opleidingen.codecontrole import Bronnen
from opleidingen.models import CodeControle, Geldigheid, Opleiding, Register
from redactie.kwaliteit.bevindingen import bevindingen
from redactie.links.ophalen import is_openbaar
from tests.conftest import BEWIJS
from tests.opleidingen.test_codestand import BACHELOR, RIJ, rio, tabel
from tests.pagina import tekst
from tests.redactie.webserver import Antwoorden, Website, zonder_rust

pytestmark = pytest.mark.een_database

GOED, LIJST = rio(RIJ), tabel(BACHELOR)


class Registers(Antwoorden):
    """RIO, and the portal with the list of recognitions: each gives what the server of a test has for it."""

    def geef_rio(self, code):
        self.geef(self.server.rio[code])

    def geef_api(self, _):
        bronnen = [{"url": self.server.url(self.server.plaats), "format": "CSV"}]
        self.geef(json.dumps({"result": {"resources": bronnen}}).encode())

    def geef_lijst(self, _):
        self.geef(self.server.lijst)

    def geef(self, inhoud):
        self.antwoord(200, **{"Content-Length": str(len(inhoud))})
        self.wfile.write(inhoud)


@pytest.fixture
def codes(ontwikkelpad, maak_opleiding):
    """Two opleidingen whose codes can be looked up, and one whose code cannot."""
    mbo = Register.objects.create(naam="A", slug="mbo", afkorting="mbo", masker="99999", controle="rio")
    hbo = Register.objects.create(naam="B", slug="hbo", afkorting="hbo", masker="99999", controle="rio-ho")
    eigen = Register.objects.create(naam="C", slug="eigen", afkorting="eigen", masker="99999")
    maak_opleiding("Brood", coderegister=mbo, code="25695")
    maak_opleiding("Taart", coderegister=hbo, code="34560")
    maak_opleiding("Koek", coderegister=eigen, code="11111")


@pytest.fixture
def controleer(codes):
    def doe(rio_=GOED, lijst=LIJST, rio_hbo=b"", plaats="/lijst", plek="/rio/{code}", **anders):
        uit = StringIO()
        with Website() as website:
            website.RequestHandlerClass, website.lijst, website.plaats = Registers, lijst, plaats
            website.rio = {"25695": rio_, "34560": rio_hbo, "25696": rio_}
            bronnen = Bronnen(website.url(""), website.url(plek), **{"openbaar": lambda adres: True, **anders})
            call_command("controleer_codes", bronnen=bronnen, tempo=zonder_rust(), stdout=uit)
        return uit.getvalue()

    return doe


def standen():
    return {rij.code: str(rij.codestand) for rij in CodeControle.objects.all()}


def test_each_code_gets_a_state_with_what_was_looked_up_and_when(controleer):
    begin = timezone.now()

    uit = controleer(rio(RIJ | {"instroomEinddatum": "2099-07-31"}))

    assert standen() == {"25695": "instroom stopt op 01-08-2099", "34560": "geldig"}
    assert "2 codes gecontroleerd: 1 geldig, 1 instroom stopt op" in uit
    assert "Nagekeken in RIO." in CodeControle.objects.get(code="25695").toelichting
    assert "overzicht-erkenningen-ho" in CodeControle.objects.get(code="34560").toelichting
    assert all(rij.gecontroleerd_op >= begin for rij in CodeControle.objects.all())


@pytest.mark.parametrize(
    ("rio_", "lijst", "verwacht"),
    [
        (rio(), tabel(), {"25695": "niet gevonden", "34560": "niet gevonden"}),
        (
            rio(RIJ | {"einddatum": "2020-07-31"}),
            tabel(BACHELOR | {"BEKOSTIGINGSCODE": "NIET_BEKOSTIGD"}),
            {"25695": "beëindigd op 01-08-2020", "34560": "niet bekostigd"},
        ),
    ],
)
def test_what_ended_is_not_funded_or_not_found_is_told_apart(controleer, rio_, lijst, verwacht):
    controleer(rio_, lijst)

    assert standen() == verwacht


def test_an_editor_who_knows_the_successor_lets_the_state_name_it(controleer, maak_opleiding):
    nieuw = maak_opleiding("Nieuw brood", code="25999", coderegister=Register.objects.get(slug="mbo"))
    Geldigheid.objects.create(opleiding=Opleiding.objects.get(slug="brood"), opvolger=nieuw, **BEWIJS)
    nieuw.coderegister = Register.objects.get(slug="eigen")
    nieuw.save()

    controleer(rio(RIJ | {"instroomEinddatum": "2020-07-31"}))

    assert standen()["25695"] == "vervangen door 25999 (instroom tot 01-08-2020)"


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"rio_": b"<html>"}, "RIO geeft een ander antwoord"),
        ({"plek": "/404/{code}"}, "antwoord 404"),
        ({"plek": "/niets/{code}"}, "RIO is niet te bereiken"),
        ({"rio_": b"x" * 100_000}, "RIO is niet te bereiken"),
        ({"plek": "/kring?{code}"}, "stuurt ons steeds door"),
        ({"plek": "/traag/{code}", "seconden": 0.5}, "RIO antwoordt niet op tijd"),
        ({"plek": "/naar/{code}?file:///etc/passwd"}, "passwd"),
    ],
)
def test_a_look_up_that_fails_says_why_and_changes_nothing_that_was_known(controleer, anders, zegt):
    assert zegt in controleer(**anders)
    assert standen()["25695"] == "niet gecontroleerd"
    assert zegt in CodeControle.objects.get(code="25695").toelichting

    controleer()
    eerder = list(CodeControle.objects.filter(code="25695").values())
    controleer(**anders)

    assert list(CodeControle.objects.filter(code="25695").values()) == eerder
    assert standen()["25695"] == "geldig"


@pytest.mark.parametrize(("lijst", "plaats"), [(b"x,y\n", "/lijst"), (LIJST, "/404")])
def test_without_the_list_rio_is_asked_for_a_code_of_higher_education(controleer, lijst, plaats):
    controleer(lijst=lijst, plaats=plaats, rio_hbo=rio(RIJ | {"erkendeopleidingscode": "34560"}))

    assert standen()["34560"] == "geldig"
    assert CodeControle.objects.get(code="34560").toelichting.endswith("Nagekeken in RIO.")


def test_a_register_inside_our_own_network_is_never_asked(controleer):
    with pytest.raises(CommandError, match="No code could be looked up"):
        controleer(openbaar=is_openbaar)

    assert standen() == {"25695": "niet gecontroleerd", "34560": "niet gecontroleerd"}


def test_a_code_that_no_opleiding_has_any_more_is_forgotten(controleer):
    controleer()
    Opleiding.objects.filter(slug="brood").update(code="25696")

    controleer(rio_=b"")  # KeyError-free: the new code is not known to the register

    assert "25695" not in standen()


def test_the_desk_shows_the_state_of_every_code(controleer, redacteur, beheerder):
    controleer()

    lijst = beheerder.get("/beheer/opleidingen/codecontrole/").text
    assert "25695" in lijst
    assert "Nagekeken in RIO." in lijst
    pagina = redacteur.get(f"/beheer/opleidingen/opleiding/{Opleiding.objects.get(slug='brood').pk}/change/").text
    assert "geldig. Nagekeken in RIO. Gecontroleerd op" in pagina


def gevonden(begin):
    return [(bevinding.ernst.value, bevinding.tekst) for bevinding in bevindingen() if begin in bevinding.tekst]


def test_the_desk_says_of_an_empty_list_when_and_how_codes_are_checked(beheerder):
    leeg = tekst(beheerder.get("/beheer/opleidingen/codecontrole/").text)

    assert "Er zijn nog geen codes gecontroleerd. De site kijkt elke nacht" in leeg
    assert "controle van de codes" in leeg


def test_the_gate_warns_of_codes_that_were_not_looked_up_for_a_quarter(controleer):
    begin = "Codes die de laatste 92 dagen niet zijn nagekeken"
    [(ernst, tekst)] = gevonden(begin)
    assert ernst == "waarschuwing"
    assert "Brood (25695) en Taart (34560)" in tekst  # and no Koek: nobody can look that up

    controleer()
    assert gevonden(begin) == []

    CodeControle.objects.filter(code="25695").update(gecontroleerd_op=timezone.now() - timedelta(days=91))
    assert gevonden(begin) == []
    CodeControle.objects.filter(code="25695").update(gecontroleerd_op=timezone.now() - timedelta(days=93))
    [(_, tekst)] = gevonden(begin)
    assert "Taart" not in tekst


def test_the_gate_tells_what_a_register_says_and_editors_have_not_taken_over(controleer, maak_functie):
    maak_functie("Bakker").opleidingslinks.create(opleiding=Opleiding.objects.get(slug="brood"))
    controleer(rio(RIJ | {"einddatum": "2020-07-31"}), tabel())

    assert [ernst for ernst, _ in gevonden("een register zegt ‘beëindigd op 01-08-2020’")] == ["waarschuwing"]
    assert [ernst for ernst, _ in gevonden("sinds 1 augustus 2020 kan niemand meer beginnen")] == ["fout"]
    assert [ernst for ernst, _ in gevonden("Taart (34560): de code is niet gevonden")] == ["waarschuwing"]


EERST, LATER = date(2027, 2, 1), date(2029, 5, 1)
TEGENSPRAAK = (
    "bij de opleiding staat dat je tot 1 mei 2029 kunt beginnen. Een register zegt: tot 1 februari 2027. "
    "Kijk na welke dag klopt"
)


@pytest.mark.parametrize("veld", ["instroom_tot", "einde"])
@pytest.mark.parametrize("stand", ["stopt", "beeindigd", "vervangen"])
@pytest.mark.parametrize(
    ("register", "eigen", "vandaag", "verwacht"),
    [
        (EERST, LATER, EERST - timedelta(days=181), ["tegenspraak"]),
        (EERST, LATER, EERST - timedelta(days=180), ["tegenspraak", "vanaf 1 februari 2027"]),
        (EERST, LATER, EERST - timedelta(days=1), ["tegenspraak", "vanaf 1 februari 2027"]),
        (EERST, LATER, EERST, ["sinds 1 februari 2027", "tegenspraak"]),
        (EERST, LATER, LATER, ["sinds 1 februari 2027", "tegenspraak"]),
        (LATER, EERST, EERST - timedelta(days=181), []),
        (LATER, EERST, EERST - timedelta(days=180), ["vanaf 1 februari 2027"]),
        (LATER, EERST, EERST, ["sinds 1 februari 2027"]),
        (EERST, EERST, EERST - timedelta(days=181), []),
        (EERST, EERST, EERST, ["sinds 1 februari 2027"]),
        (None, EERST, EERST - timedelta(days=1), ["vanaf 1 februari 2027"]),
        (None, EERST, EERST, ["sinds 1 februari 2027"]),
    ],
)
def test_a_day_that_an_editor_typed_never_silences_a_register_that_says_an_earlier_one(
    bakker, monkeypatch, veld, stand, register, eigen, vandaag, verwacht
):
    """Nobody is told to begin with what is over: the first of the two days counts, and an editor reads both."""
    CodeControle.objects.create(
        register="mbo",
        code="25695",
        stand=stand if register else "geldig",
        dag=register,
        gecontroleerd_op=timezone.now(),
    )
    Geldigheid.objects.create(opleiding=bakker, **{veld: eigen}, **BEWIJS)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: vandaag)

    gezegd = [(ernst, tekst) for ernst, tekst in gevonden("Opleiding Brood (25695): ") if "gecontroleerd" not in tekst]

    assert len(gezegd) == len(verwacht)
    for (ernst, zin), deel in zip(gezegd, verwacht, strict=True):
        assert (TEGENSPRAAK if deel == "tegenspraak" else f"{deel} kan niemand meer beginnen. Ze staat bij") in zin
        assert ernst == ("fout" if deel.startswith("sinds") else "waarschuwing")


@pytest.fixture
def bakker(codes, maak_functie):
    brood = Opleiding.objects.get(slug="brood")
    maak_functie("Bakker").opleidingslinks.create(opleiding=brood)
    return brood
