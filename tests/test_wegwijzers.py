"""What leads machines to the pages: the list of pages, what they may read, icons, and what each page says of itself."""

import json
import re
from io import BytesIO
from xml.etree import ElementTree

import brotli
import pytest
from django.contrib.staticfiles import finders
from PIL import Image

from functies.models import Functie
from ontwikkelpad.models import Ontwikkelpad
from tests.kopgegevens import Kop

pytestmark = pytest.mark.een_database

GEGEVENS = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HIER = "http://127.0.0.1:8000"
# Pages of which each visitor makes an own one, or that show again what stands elsewhere.
NIET = ("/lijst/", "/zoeken/", "/werkgevers/gesprek/", "/insluiten/", "/werkgevers/overstappen/planning.ics")


def in_sitemap(client) -> dict[str, str]:
    boom = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {deel[0].text.removeprefix(HIER): deel[1].text for deel in boom}


def test_the_list_of_pages_has_every_page_once_with_a_day(client, met_verhaal, rondgang):
    lijst = in_sitemap(client)

    gelopen = {adres for adres in rondgang() if "?" not in adres and not adres.startswith(NIET)}
    assert gelopen - set(lijst) == set()
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", dag) for dag in lijst.values())
    assert lijst["/functies/broodbakker/"] == "2026-11-22"
    for adres in lijst:
        antwoord = client.get(adres)
        assert (antwoord.status_code, Kop(antwoord.text).adres) == (200, adres)


def test_what_is_hidden_leaves_the_list_and_a_new_address_takes_its_place(client, inhoud, publiceer_nu):
    Functie.objects.filter(slug="bezorger").update(zichtbaar=False)
    Functie.objects.filter(slug="broodbakker").update(slug="bakker")
    publiceer_nu("2")

    lijst = in_sitemap(client)
    assert "/functies/bakker/" in lijst
    assert not {"/functies/bezorger/", "/functies/broodbakker/"} & set(lijst)


def test_machines_may_read_all_but_the_desk(client, inhoud, django_assert_num_queries):
    with django_assert_num_queries(0):
        regels = client.get("/robots.txt").text.splitlines()

    assert regels[:2] == ["User-agent: *", "Disallow: /beheer/"]
    assert regels[-1] == f"Sitemap: {HIER}/sitemap.xml"


def test_a_telephone_and_a_browser_find_a_picture(client, inhoud):
    manifest = client.get("/site.webmanifest")

    assert manifest.headers["Content-Type"] == "application/manifest+json"
    assert manifest.json()["name"] == "Ontwikkelpad Bakkerij"
    plaatjes = [deel["src"] for deel in manifest.json()["icons"]] + [client.get("/favicon.ico").headers["Location"]]
    for plaatje in plaatjes:
        assert finders.find(plaatje.removeprefix("/static/")), plaatje
    pagina = client.get("/").text
    assert '<link rel="manifest" href="/site.webmanifest">' in pagina
    assert '<link rel="apple-touch-icon" href="/static/icoon-180.png">' in pagina


def test_a_site_with_a_logo_of_its_own_shows_no_other(client, inhoud, publiceer_nu):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
    Ontwikkelpad.objects.update(logo=svg, kleur="#0a6a66")
    publiceer_nu("2")

    assert client.get("/favicon.ico").status_code == 404
    assert client.get("/site.webmanifest").json()["icons"][0]["src"] == "/logo.svg"
    assert client.get("/site.webmanifest").json()["theme_color"] == "#0a6a66"
    assert "apple-touch-icon" not in client.get("/").text


@pytest.mark.parametrize(
    ("adres", "soort", "boven"),
    [
        ("/functies/broodbakker/", "Occupation", "/functies/"),
        ("/opleidingen/broodbakken/", "EducationalOccupationalProgram", "/opleidingen/"),
        ("/verhalen/noor/", "Article", "/verhalen/"),
    ],
)
def test_a_page_says_to_machines_what_it_is_about_and_where_it_stands(client, met_verhaal, adres, soort, boven):
    pagina = client.get(adres).text
    (tekst,) = GEGEVENS.findall(pagina)
    ding, kruimels = json.loads(tekst)["@graph"]

    assert ding["@type"] == soort
    assert client.get(ding["@id"].removeprefix(HIER)).headers["Location"] == adres
    assert [deel.get("item") for deel in kruimels["itemListElement"]] == [f"{HIER}{boven}", None]
    assert len(brotli.compress(pagina.encode())) - len(brotli.compress(GEGEVENS.sub("", pagina).encode())) < 300
    assert GEGEVENS.findall(client.get("/functies/").text) == []


def test_no_text_of_an_editor_can_end_what_a_page_says_to_machines(client, inhoud, publiceer_nu):
    slecht = "</script><script>alert(1)</script><!-- & \u2028"
    Functie.objects.filter(slug="broodbakker").update(samenvatting=slecht)
    publiceer_nu("2")

    (tekst,) = GEGEVENS.findall(client.get("/functies/broodbakker/").text)

    assert not set("<>&") & set(tekst)
    assert json.loads(tekst)["@graph"][0]["description"].startswith("</script><script>alert(1)</script><!-- &")


def test_a_link_that_is_shared_has_the_map_or_the_place_of_its_functie_as_picture(
    client, inhoud, settings, django_assert_num_queries
):
    settings.SITE_URL = "https://ontwikkelpad.example"

    gezegd = {adres: Kop(client.get(adres).text).meta["og:image"] for adres in ("/", "/functies/broodbakker/")}

    assert gezegd == {
        "/": ["https://ontwikkelpad.example/prent.png"],
        "/functies/broodbakker/": ["https://ontwikkelpad.example/functies/broodbakker/prent.png"],
    }
    with django_assert_num_queries(0):
        beelden = [client.get(adres[0].removeprefix(settings.SITE_URL)) for adres in gezegd.values()]
    for antwoord in beelden:
        assert antwoord.headers["Content-Type"] == "image/png"
        assert Image.open(BytesIO(antwoord.content)).size == (1200, 630)
        assert len(antwoord.content) < 60_000
    assert beelden[0].content != beelden[1].content
    assert client.get("/functies/niemand/prent.png").status_code == 404


def test_a_page_of_a_site_without_a_known_address_names_no_picture(client, inhoud):
    assert "og:image" not in Kop(client.get("/").text).meta


def test_a_fragment_says_nothing_to_machines(client, inhoud):
    assert GEGEVENS.findall(client.get("/functies/broodbakker/", headers={"HX-Request": "true"}).text) == []
