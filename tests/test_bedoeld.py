"""An address that is typed or copied a little wrong leads to its page when it can only mean that one."""

from urllib.parse import quote, unquote_to_bytes, urlsplit

import pytest

from tests.pagina import tekst

pytestmark = pytest.mark.een_database  # pages and addresses: the same on any

STAARTEN = (")", ".", ",", ";", "%20", ").", "%20%20", "/)", ");/", "%C2%A0", "%22", "%E2%80%99")


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
