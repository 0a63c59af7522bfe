"""What may stand inside another website: those pages alone, small, without a script, with a link back."""

import brotli
import pytest

from functies.document import Functie
from tests.openbaar import tags

pytestmark = pytest.mark.een_database

PAGINAS = (
    "/insluiten/functies/broodbakker/",
    "/insluiten/kaart/broodbakker/",
    "/insluiten/routes/bakkershulp/winkelleider/",
)
GRENS = 15_000  # bytes of a page and its stylesheets, compressed


@pytest.mark.parametrize("adres", PAGINAS)
def test_a_page_for_another_website_may_be_framed_and_does_nothing(
    client, inhoud, settings, adres, django_assert_num_queries
):
    with django_assert_num_queries(0):
        antwoord = client.get(adres)

    assert "X-Frame-Options" not in antwoord.headers
    csp = antwoord.headers["Content-Security-Policy"].split("; ")
    assert {"frame-ancestors *", "script-src 'none'", "default-src 'none'"} <= set(csp)
    assert antwoord.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert antwoord.cookies.output() == ""
    gevonden = tags(antwoord.text)
    assert [tag for tag, _ in gevonden if tag in ("script", "form", "iframe")] == []
    assert '<base target="_blank">' in antwoord.text
    assert '<meta name="robots" content="noindex">' in antwoord.text
    (terug,) = [k["href"] for _, k in gevonden if k.get("rel") == "canonical"]
    assert terug in [k["href"] for tag, k in gevonden if tag == "a"]
    bladen = [settings.BASE_DIR / k["href"].lstrip("/") for _, k in gevonden if k.get("rel") == "stylesheet"]
    assert len(bladen) <= 2
    assert sum(len(brotli.compress(deel)) for deel in (antwoord.content, *(b.read_bytes() for b in bladen))) < GRENS


def test_no_other_page_may_be_framed(client, inhoud):
    for adres in ("/", "/insluiten/", "/data/", "/functies/broodbakker/", "/insluiten/functies/niemand/", "/data/x"):
        antwoord = client.get(adres)
        assert antwoord.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in antwoord.headers["Content-Security-Policy"]


def test_each_page_shows_what_it_is_about(client, inhoud):
    kaartje, kaart, route = (client.get(adres).text for adres in PAGINAS)

    assert "Met deze opleiding kun je beginnen" in kaartje
    for slug in inhoud.alle(Functie):
        assert f'href="/functies/{slug}/"' in kaart
    assert kaart.count("Nu gekozen") == 1
    assert 'class="routekaart"' in route
    assert client.get("/insluiten/routes/broodbakker/broodbakker/").status_code == 404
    assert "We kennen geen route" in client.get("/insluiten/routes/winkelleider/bakkershulp/").text


def test_the_page_that_explains_it_gives_what_to_copy(client, inhoud, settings):
    settings.ADRES = "https://ontwikkelpad.example"

    leeg = client.get("/insluiten/").text
    pagina = client.get("/insluiten/?functie=winkelleider&van=bakkershulp").text

    assert "&lt;iframe" not in leeg
    for pad in ("functies/winkelleider", "kaart/winkelleider", "routes/bakkershulp/winkelleider"):
        assert f"&lt;iframe src=&quot;https://ontwikkelpad.example/insluiten/{pad}/&quot;" in pagina
    assert 'href="/insluiten/?functie=winkelleider"' in client.get("/functies/winkelleider/").text


def test_a_functie_that_got_another_address_is_found_there(client, inhoud, publiceer_nu):
    from functies.models import Functie as FunctieModel

    FunctieModel.objects.filter(slug="broodbakker").update(slug="bakker")
    publiceer_nu("2")

    assert client.get(PAGINAS[0]).headers["Location"] == "/insluiten/functies/bakker/"
