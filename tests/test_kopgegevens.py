"""What a page says of itself in its head: a description, its one address, and how it looks when it is shared."""

import pytest

from functies.models import Functie
from tests.kopgegevens import Kop, klachten, koppen

pytestmark = pytest.mark.een_database

PERSOONLIJK = ("opleiding=", "kaart=", "start=", "kan=", "wie=", "via=", "q=")


@pytest.fixture
def alle(met_verhaal, rondgang):
    """The head of every public page."""
    return koppen(rondgang())


def test_every_page_has_a_description_of_its_own_and_agrees_with_itself(alle):
    assert klachten(alle) == []


def test_the_one_address_of_a_page_leads_to_it_and_holds_nothing_that_somebody_chose(client, alle):
    adressen = {kop.adres for kop in alle.values()}

    assert [adres for adres in adressen if any(naam in adres for naam in PERSOONLIJK)] == []
    assert "/werkgevers/gesprek/doel/" in adressen
    for adres in adressen:
        antwoord = client.get(adres)
        assert (antwoord.status_code, Kop(antwoord.text).adres) == (200, adres)


@pytest.mark.parametrize(
    ("gevraagd", "adres"),
    [
        ("/?opleiding=broodbakken&werkveld=winkel", "/"),
        ("/functies/broodbakker/?kaart=buurt&opleiding=geen", "/functies/broodbakker/"),
        ("/functies/?vereiste=hygienepas&niveau=onzin&x=1", "/functies/?vereiste=hygienepas"),
        ("/routes/?naar=winkelleider&van=winkelmedewerker", "/routes/?van=winkelmedewerker&naar=winkelleider"),
        ("/routes/?van=niemand", "/routes/"),
        (
            "/vergelijken/?functie=broodbakker&functie=bakkershulp",
            "/vergelijken/?functie=bakkershulp&functie=broodbakker",
        ),
        ("/zoeken/?q=brood", "/zoeken/"),
        ("/werkgevers/gesprek/doel/?van=bakkershulp&naar=broodbakker", "/werkgevers/gesprek/doel/"),
        ("/werkgevers/overstappen/?start=2027-01-04", "/werkgevers/overstappen/"),
    ],
)
def test_of_a_question_only_what_makes_another_page_stays(client, inhoud, gevraagd, adres):
    assert Kop(client.get(gevraagd).text).adres == adres


def test_with_an_address_of_the_site_the_address_of_a_page_is_whole(client, inhoud, settings):
    settings.SITE_URL = "https://pad.example"

    kop = Kop(client.get("/functies/broodbakker/?kaart=buurt").text)

    assert kop.adres == "https://pad.example/functies/broodbakker/"
    assert kop.meta["og:url"] == [kop.adres]


def test_what_editors_wrote_stands_there_as_text(client, maak_functie, publiceer_nu):
    maak_functie(
        "Bakker & <b>knecht</b>", slug="bakker", samenvatting='Je maakt "brood" & <i>koek</i>. ' + "Heerlijk " * 30
    )
    publiceer_nu("1")

    html = client.get("/functies/bakker/").text
    kop = Kop(html)

    assert kop.meta["og:title"] == ["Bakker & <b>knecht</b>"]
    assert kop.beschrijving.startswith('Je maakt "brood" & <i>koek</i>. Heerlijk')
    assert kop.beschrijving.endswith("Heerlijk…")
    assert len(kop.beschrijving) <= 160
    assert "<i>koek" not in html


@pytest.mark.parametrize("adres", ["/nergens/", "/functies/bestaat-niet/"])
def test_an_error_says_nothing_of_itself(client, inhoud, adres):
    kop = Kop(client.get(adres).text)

    assert (kop.canoniek, kop.meta.keys() & {"description", "og:url"}) == ([], set())


def test_the_preview_has_no_address_for_others(beheerder, inhoud):
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Nog niet bekend.")

    kop = Kop(beheerder.get("/beheer/voorbeeld/functies/broodbakker/").text)

    assert (kop.canoniek, kop.meta.keys() & {"description", "og:url"}) == ([], set())


def test_a_fragment_has_no_head(client, inhoud):
    fragment = client.get("/functies/broodbakker/", headers={"HX-Request": "true"}).text

    assert "canonical" not in fragment
    assert "og:" not in fragment
