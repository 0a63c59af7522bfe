"""The list of long words, from the desk to a page, and what earlier releases had in its place."""

import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from functies.models import Functie
from ontwikkelpad.models import Breekwoord
from ontwikkelpad.templatetags.tekst import BREUK, breekbaar
from tests.oude_database import UITGAVEN
from tests.pagina import tekst
from uitgave import document as d
from uitgave.fixtures import laad
from uitgave.huidig import huidig
from uitgave.pagina import foutpagina, getoond
from uitgave.sector import Pakket
from uitgave.stappen import breekwoorden as stap

pytestmark = pytest.mark.een_database

LIJST = "/beheer/ontwikkelpad/breekwoord/"


@pytest.fixture
def kop(client, maak_functie, publiceer_nu):
    """The name of a functie as its page has it, in HTML."""

    def kop(naam, **velden):
        maak_functie(naam, slug="lang", **velden)
        publiceer_nu("1")
        return re.search(r'<h1[^>]*id="paneel-kop"[^>]*>(.*?)</h1>', client.get("/functies/lang/").text)[1]

    return kop


def test_a_word_of_the_list_breaks_on_every_page_as_it_was_written(kop):
    Breekwoord.objects.create(woord="magazijnmedewerker", delen="magazijn|medewerker")

    assert kop("MAGAZIJNmedewerkers & co") == f"MAGAZIJN{BREUK}medewerkers &amp; co"


def test_the_list_corrects_what_the_site_finds_by_itself(kop):
    Breekwoord.objects.create(woord="magazijnmedewerker", delen="")

    assert kop("Magazijnmedewerker", omschrijving="Een magazijn met een medewerker.") == "Magazijnmedewerker"


def test_no_break_stands_outside_the_text_of_the_page(client, kop):
    naam = "Magazijnmedewerker"
    kop(naam, omschrijving="Een medewerker in het magazijn.", afkorting="MM")
    pagina = client.get("/functies/lang/").text

    assert f"Magazijn{BREUK}medewerker" in pagina
    assert f"<title>{naam}" in pagina
    for stuk in pagina.split(BREUK)[:-1]:
        assert stuk.rpartition(">")[0].rpartition("<")[2].split(" ")[0] not in ("title", "option", "textarea")
        assert stuk.rfind(">") > stuk.rfind("<")  # not inside a tag
    assert naam in client.get("/vergelijken/").text  # an option
    assert "\u00ad" not in pagina
    assert tekst(client.get(f"/zoeken/?q={naam}").text).count(naam) >= 1


def test_a_break_stays_where_paragraphs_are_made():
    breuk = breekbaar("Een <b>\n\nregel")

    assert breuk == "Een &lt;b&gt;\n\nregel"
    assert breekbaar(breuk) == breuk


def test_the_preview_breaks_by_the_working_copy(beheerder, kop):
    kop("Magazijnmedewerker")
    Breekwoord.objects.create(woord="magazijnmedewerker", delen="magazijn|mede|werker")

    voorbeeld = beheerder.get("/beheer/voorbeeld/functies/lang/").text

    assert BREUK.join(["Magazijn", "mede", "werker"]) in voorbeeld
    assert getoond.get() is None


def test_an_error_page_without_an_edition_needs_no_list():
    assert foutpagina(RequestFactory().get("/"), 404).status_code == 404


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"woord": "magazijn-medewerker", "delen": ""}, "Typ één woord"),
        ({"woord": "magazijnmedewerker", "delen": "magazijn|meester"}, "Zonder | moet hier hetzelfde woord staan"),
        ({"woord": "magazijnmeester", "delen": "magazijnmeester"}, "Zet een | tussen de delen"),
        ({"woord": "Magazijnmeester", "delen": "Ma|gazijnmeester"}, "Elk deel heeft minstens drie letters."),
    ],
)
def test_an_editor_reads_what_is_wrong_with_a_word(beheerder, db, velden, zin):
    antwoord = beheerder.post(f"{LIJST}add/", velden)

    assert zin in tekst(antwoord.text)
    assert not Breekwoord.objects.exists()


def test_a_word_is_kept_in_small_letters_and_once(beheerder, db):
    beheerder.post(f"{LIJST}add/", {"woord": "Magazijnmeester", "delen": "Magazijn|meester"})
    nog_eens = beheerder.post(f"{LIJST}add/", {"woord": "magazijnmeester", "delen": ""})

    assert list(Breekwoord.objects.values_list("woord", "delen")) == [("magazijnmeester", "magazijn|meester")]
    assert "staat iets wat er al is" in tekst(nog_eens.text)


def test_a_stroke_in_the_name_on_the_map_is_refused_with_the_way_to_the_list(maak_functie):
    functie = maak_functie("Magazijnmedewerker")
    functie.kaartnaam = "Magazijn|medewerker"

    with pytest.raises(ValidationError, match="Lange woorden"):
        functie.full_clean()


def test_a_word_that_editors_have_already_is_theirs(db, tmp_path):
    Breekwoord.objects.create(woord="magazijnmeester", delen="")
    velden = [{"woord": "magazijnmeester", "delen": "magazijn|meester"}, {"woord": "lasbril", "delen": "las|bril"}]
    rijen = [{"model": "ontwikkelpad.breekwoord", "fields": rij} for rij in velden]
    (tmp_path / "9.json").write_text(json.dumps(rijen))

    laad(Pakket("proef", "Proef", (tmp_path / "9.json",)))

    assert dict(Breekwoord.objects.values_list("woord", "delen")) == {"lasbril": "las|bril", "magazijnmeester": ""}


# --- What earlier releases had ---


@pytest.mark.parametrize(
    ("namen", "woorden"),
    [
        (["Magazijn|medewerker (MM)"], {"magazijnmedewerker": "magazijn|medewerker"}),
        (["Las|bril", "Hoofd las|bril|kijker"], {"lasbril": "las|bril", "lasbrilkijker": "las|bril|kijker"}),
        (["Magazijnmedewerker", "|Las", "Las|", "|", ""], {}),
        (["Ma|gazijn", "zee|ëgel", "las|br"], {}),  # the list refuses these
    ],
)
def test_words_with_a_stroke_in_the_name_on_the_map_are_found(namen, woorden):
    assert stap.woorden_in(namen) == woorden


def test_a_document_goes_up_and_down_again_as_it_was():
    oud = {"schema": 2, "functies": [{"kaartnaam": "Magazijn|medewerker (MM)"}, {"kaartnaam": ""}]}

    nieuw = stap.til(json.loads(json.dumps(oud)))

    assert nieuw["functies"][0]["kaartnaam"] == "Magazijnmedewerker (MM)"
    assert nieuw["breekwoorden"] == [{"woord": "magazijnmedewerker", "delen": "magazijn|medewerker"}]
    assert stap.daal(nieuw) == oud


def test_a_name_that_would_become_too_long_for_the_older_release_stays():
    naam = "Magazijnmedewerker".ljust(60, "x")

    assert stap.met_strepen(f"{naam[:41]} magazijnmedewerker", {"magazijnmedewerker": "magazijn|medewerker"}) == (
        f"{naam[:41]} magazijnmedewerker"
    )


@pytest.mark.parametrize("release", sorted(map_.name for map_ in UITGAVEN.iterdir() if map_.is_dir()))
def test_an_edition_of_every_release_breaks_its_words_where_its_editors_said(client, inhoud, release):
    oud = (UITGAVEN / release / "document.json").read_text()
    document = d.lees(oud)
    met_streep = [functie["kaartnaam"] for functie in json.loads(oud)["functies"] if "|" in functie["kaartnaam"]]
    huidig.pad = type(inhoud)(
        d.Uitgave(id=1, nummer="1", datum=date(2026, 2, 6), wijzigingen="", document=document),
    )

    kaart = client.get("/").text

    assert met_streep
    assert not any("|" in rij.kaartnaam for rij in document.alle(type(document.functies[0])))
    for naam in met_streep:
        assert naam.partition(" (")[0].replace("|", BREUK) in kaart


def test_no_name_on_the_map_of_the_working_copy_holds_a_stroke(inhoud):
    assert not Functie.objects.filter(kaartnaam__contains="|").exists()
