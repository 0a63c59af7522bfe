"""An address that is typed or copied a little wrong leads to its page when it can only mean that one."""

from datetime import date
from urllib.parse import quote, quote_plus, unquote_to_bytes, urlsplit

import pytest

from opleidingen.models import Vooropleiding
from tests.pagina import tekst
from tests.soorten import maak
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.publiceren import publiceer
from uitgave.soort import soort_van, soorten
from uitgave.vastleggen import vastleggen

pytestmark = pytest.mark.een_database  # pages and addresses: the same on any

STAARTEN = (")", ".", ",", ";", "%20", ").", "%20%20", "/)", ");/", "%C2%A0", "%22", "%E2%80%99", "*", "%E2%80%8B")


@pytest.fixture
def paden(met_verhaal, rondgang):
    """The path of every public page; not of the file that needs a date."""
    return sorted({urlsplit(adres).path for adres in rondgang()} - {"/werkgevers/overstappen/planning.ics"})


def varianten(pad):
    """The path as somebody may type or copy it: with capitals, a tail, too many slashes or none at the end."""
    kaal = pad.removesuffix("/")
    delen = kaal.split("/")
    yield from (f"{kaal}{staart}" for staart in STAARTEN)
    yield f"{pad}%20"
    if len(delen) > 1:
        yield from (
            pad.upper(),
            pad.title(),
            f"{kaal.upper()}).",
            f"{'/'.join([*delen[:-1], delen[-1].capitalize()])}/",
        )
        yield from (kaal, pad.replace("/", "//"), f"{pad}/")


def test_every_public_address_written_a_little_wrong_leads_to_its_page(paden, client):
    assert len(paden) > 20
    for pad in paden:
        for anders in set(varianten(pad)) - {pad}:
            antwoord = client.get("/", PATH_INFO=_gelezen(anders), QUERY_STRING="kaart=buurt&x=1%202")
            assert (antwoord.status_code, antwoord.headers.get("Location")) == (
                301,
                f"{pad}?kaart=buurt&x=1%202",
            ), anders


def _gelezen(pad):
    """The path as a server hands it to Django."""
    return unquote_to_bytes(pad).decode("latin-1")


NAMEN = {naam: soort for soort in soorten() for naam in soort.parameters}
# A page that reads a parameter; the others are read by every page.
LEEST = {
    **dict.fromkeys(["niveau", "vereiste", "competentie"], "/functies/"),
    **dict.fromkeys(["van", "naar"], "/routes/"),
    **dict.fromkeys(["via", "kan", "wie"], "/werkgevers/gesprek/"),
    "functie": "/vergelijken/",
    "deur": "/beginnen/",
    "rol": "/functies/broodbakker/profiel/",
}


def verkeerd(slug):
    """A slug in a question as somebody may type or copy it."""
    yield from (slug + staart for staart in (*STAARTEN, "/", "+", "%29"))
    yield from (slug.upper(), slug.capitalize(), f"{slug.title()}).", f"%20{slug}")


@pytest.mark.parametrize("naam", sorted(NAMEN))
def test_a_choice_in_a_question_written_a_little_wrong_leads_to_the_right_address(inhoud, client, naam):
    slug = next(iter(inhoud.delen[NAMEN[naam].deel]))
    plek = LEEST.get(naam, "/")
    for anders in verkeerd(slug):
        antwoord = client.get("/", PATH_INFO=plek, QUERY_STRING=f"x=1%202&{naam}={anders}&{naam}=niets)")
        goed = f"{plek}?x=1%202&{naam}={slug}&{naam}=niets)"
        assert (antwoord.status_code, antwoord.headers.get("Location")) == (301, goed), anders
    assert client.get(f"{plek}?{naam}={slug}&{naam}=niets)").status_code == 200


def test_a_question_wholly_in_capitals_keeps_its_choices_and_what_nobody_knows_stays(inhoud, client):
    een, twee = list(inhoud.delen["functies"])[:2]
    vraag = f"VAN={een.upper()}&Naar={twee}&XYZ=A&naar%20=B"
    client.get("/routes/")  # which is kept from now on

    antwoord = client.get("/", PATH_INFO="/routes/", QUERY_STRING=vraag)

    assert antwoord.status_code == 301
    assert antwoord.headers["Location"] == f"/routes/?van={een}&naar={twee}&XYZ=A&naar%20=B"


def test_what_somebody_has_written_a_little_wrong_leads_to_the_right_address_whatever_it_is(inhoud, client):
    with vastleggen(None):
        rij = maak(soort_van(Vooropleiding), slug="geen")
    publiceer(bouw(), "2", date(2026, 2, 7), "Nieuw.")
    huidig.ververs()

    for anders in verkeerd("geen"):
        antwoord = client.get("/", QUERY_STRING=f"opleiding={anders}")
        assert (antwoord.status_code, antwoord.headers.get("Location")) == (301, "/?opleiding=geen"), anders
    assert rij.naam in tekst(client.get("/?opleiding=geen").text)


def test_a_choice_within_a_choice_written_a_little_wrong_leads_to_the_right_address(inhoud, client):
    een, twee = list(inhoud.delen["functies"])[:2]

    gesprek = client.get(f"/functies/{een}/?gesprek={quote(f'van={een.upper()}&naar={twee}).&x=%C3%A9%26', safe='')}")
    lijst = client.get("/", QUERY_STRING=f"lijst-functie={een}~{twee.upper()}~%26x%3D1")

    assert gesprek.headers["Location"] == (
        f"/functies/{een}/?gesprek={quote_plus(f'van={een}&naar={twee}&x=%C3%A9%26')}"
    )
    assert lijst.headers["Location"] == f"/?lijst-functie={een}~{twee}~%26x%3D1"


@pytest.mark.parametrize(
    "pad",
    [
        "//evil.example/",
        "//evil.example/functies/",
        "/\\\\evil.example/",
        "/functies/die-er-niet-is/)",
        "/functiess/",
        "/functies/)a",
        "/livez)",
        "/beheer)",
        "/BEHEER/voorbeeld/",
        "/%2e%2e/functies/",
        "/" + 5000 * "." + "x",
        "/" + 5000 * ")" + "x",
    ],
)
def test_what_may_mean_something_else_or_nothing_is_not_there(inhoud, client, pad):
    antwoord = client.get("/", PATH_INFO=pad)

    assert antwoord.status_code in (404, 301)
    if antwoord.status_code == 301:  # Django adds a slash where there may be a page
        assert client.get(antwoord.headers["Location"]).status_code == 404
    assert not antwoord.headers.get("Location", "/").startswith(("//", "/\\"))


def test_a_double_slash_before_a_page_stays_on_this_site(inhoud, client):
    antwoord = client.get("/", PATH_INFO="//functies/")

    assert (antwoord.status_code, antwoord.headers["Location"]) == (301, "/functies/")


def test_a_very_long_or_strange_question_comes_along(inhoud, client):
    for vraag in (f"q={'x' * 20_000}", "q=a%0d%0ab", "q=%ff&&=&%", "q=\u00c3\u00a9"):
        antwoord = client.get("/", PATH_INFO="/Functies/", QUERY_STRING=vraag)
        assert antwoord.status_code == 301
        assert antwoord.headers["Location"] == f"/functies/?{quote(vraag, safe='=&%', encoding='latin-1')}"


def test_only_a_question_for_a_page_is_sent_on(inhoud, client):
    assert client.post("/Functies/").status_code == 405
    assert client.head("/Functies/").status_code == 301
    assert client.get("/werkgevers/overstappen/planning.ics)").status_code == 404  # no file without a date
    antwoord = client.get("/werkgevers/overstappen/planning.ics)?start=2026-03-31")
    assert antwoord.headers["Location"] == "/werkgevers/overstappen/planning.ics?start=2026-03-31"


def test_suggestions_of_an_error_page_never_name_one_thing_twice(paden, client):
    for pad in paden:
        woord = pad.strip("/").rpartition("/")[2]
        antwoord = client.get(f"/{quote(woord)}-en-meer/")
        assert antwoord.status_code == 404
        namen = [tekst(deel.partition("</li>")[0]) for deel in antwoord.text.split("<li>")[1:]]
        assert len(namen) == len(set(namen)), namen
