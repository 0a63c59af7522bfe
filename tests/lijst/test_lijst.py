"""What somebody keeps: put on the list from any page, shown, taken off, and handed on."""

import re
from itertools import permutations
from urllib.parse import urlencode

import pytest

from functies.document import Functie
from lijst.lijst import MEEST, Lijst
from tests.openbaar import tags
from tests.pagina import tekst
from werkgevers.models import Werkgevers

pytestmark = pytest.mark.een_database

BROOD = ("lijst-functie", "broodbakker")
WINKEL = ("lijst-functie", "winkelleider")
WEG = ("lijst-route", "bakkershulp~winkelmedewerker~winkelleider")
CURSUS = ("lijst-opleiding", "fijn-gebak")
ALLES = [BROOD, WINKEL, WEG, CURSUS]


def formulieren(html: str) -> list[tuple[str, list[tuple[str, str]], str]]:
    """The forms that change the list: (address, what they send, the words on the button)."""
    gevonden = []
    for vorm in re.findall(r"<form[^>]*data-lijst-verandert.*?</form>", html, re.S):
        velden = re.findall(r'<(?:input|button)[^>]* name="([^"]+)" value="([^"]*)"', vorm)
        knop = tekst(re.search(r"<button.*?</button>", vorm, re.S)[0])
        gevonden.append((re.search(r'action="([^"#]*)', vorm)[1], velden, knop))
    return gevonden


def druk(client, adres: str, woorden: str) -> tuple[str, str]:
    """Press the button with these words on the page at `adres`; return where it leads, and the page there."""
    (doel, velden, _), *_ = [vorm for vorm in formulieren(client.get(adres).text) if vorm[2] == woorden]
    nieuw = f"{doel}?{urlencode(velden, safe='~')}"
    return nieuw, client.get(nieuw).text


def namen(html: str) -> list[str]:
    """The names of what stands on the list, without the afkorting."""
    return [tekst(kop).partition(" (")[0] for kop in re.findall(r"<h3>.*?</h3>", html, re.S)]


def lijst(client, keuzes, **meer) -> str:
    return client.get("/lijst/", [*keuzes, *meer.items()]).text


def test_from_a_functie_a_route_and_an_opleiding_something_is_kept_without_a_script(client, inhoud):
    adres, _ = druk(client, "/functies/broodbakker/", "Bewaar : Broodbakker")
    verder = adres.partition("?")[2]
    adres, html = druk(client, f"/routes/?van=bakkershulp&naar=winkelleider&{verder}", "Bewaar : deze route")
    assert "van=bakkershulp" in adres
    assert "Mijn lijst (2)" in tekst(html)
    verder = "&".join(paar for paar in adres.partition("?")[2].split("&") if paar.startswith("lijst-"))
    adres, html = druk(client, f"/opleidingen/fijn-gebak/?{verder}", "Bewaar : Fijn gebak")

    assert "Bewaard . Haal weg: Fijn gebak" in tekst(html)
    (verder,) = {link["href"] for tag, link in tags(html) if tag == "a" and link["href"].startswith("/lijst/")}
    assert namen(client.get(verder.replace("&amp;", "&")).text) == [
        "Broodbakker",
        "Van Bakkershulp naar Winkelleider",
        "Fijn gebak",
    ]


def test_what_is_kept_stands_under_its_kind_in_the_order_of_the_address(client, inhoud):
    html = lijst(client, [WINKEL, CURSUS, BROOD, WEG, BROOD])

    assert re.findall(r"<h2[^>]*>([^<]*)", html)[:3] == ["Functies", "Routes", "Opleidingen"]
    assert namen(html) == ["Winkelleider", "Broodbakker", "Van Bakkershulp naar Winkelleider", "Fijn gebak"]
    assert "Via Winkelmedewerker." in tekst(html)


def test_each_thing_can_be_taken_off_and_the_rest_stays(client, inhoud):
    _, html = druk(client, f"/lijst/?{urlencode(ALLES)}", "Haal weg : Winkelleider (WL)")
    assert namen(html) == ["Broodbakker", "Van Bakkershulp naar Winkelleider", "Fijn gebak"]

    adres, html = druk(
        client, f"/functies/broodbakker/?kaart=buurt&{urlencode(ALLES)}", "Bewaard . Haal weg: Broodbakker"
    )
    assert adres.startswith("/functies/broodbakker/?kaart=buurt&")
    assert "Mijn lijst (3)" in tekst(html)

    _, html = druk(client, f"/lijst/?{urlencode([BROOD])}", "Haal weg : Broodbakker (BB)")
    assert "Je lijst is nog leeg" in tekst(html)


def test_what_is_not_known_is_named_and_the_rest_works(client, inhoud):
    fout = [
        ("lijst-functie", "geen-bakker"),
        ("lijst-route", "bakkershulp"),
        ("lijst-route", "bakkershulp~niets"),
        ("lijst-route", "bakkershulp~bakkershulp"),
        ("lijst-opleiding", "broodbakker"),
    ]

    html = lijst(client, [*fout, BROOD])

    assert namen(html) == ["Broodbakker"]
    for _, waarde in fout:
        assert f"‘{waarde}’" in tekst(html)


def test_a_full_list_says_so_and_takes_nothing_more(client, inhoud):
    veel = [("lijst-route", "~".join(paar)) for paar in permutations(inhoud.alle(Functie), 2)][: MEEST + 1]

    assert len(namen(lijst(client, veel[:MEEST]))) == MEEST
    assert "In dit adres staan er meer" not in tekst(lijst(client, veel[:MEEST]))
    te_veel = lijst(client, veel)
    assert (len(namen(te_veel)), "In dit adres staan er meer" in tekst(te_veel)) == (MEEST, True)
    vol = client.get("/functies/broodbakker/", veel[:MEEST]).text
    assert formulieren(vol) == []
    assert "Je lijst is vol" in tekst(vol)


def test_a_route_along_more_functies_than_there_are_is_no_route(inhoud, client):
    assert (
        Lijst.uit(inhoud, client.get("/lijst/?lijst-route=" + "~".join(["bakkershulp"] * 5000)).wsgi_request.GET).alles
        == ()
    )


def test_comparing_and_a_conversation_begin_from_the_list(client, inhoud):
    html = lijst(client, ALLES, opleiding="broodbakken")
    adressen = [link["href"].replace("&amp;", "&") for tag, link in tags(html) if tag == "a"]

    assert re.findall(r'name="functie" value="([^"]*)" checked', html) == ["broodbakker", "winkelleider"]
    gesprek = next(adres for adres in adressen if "gesprek/?naar=broodbakker" in adres)
    assert "opleiding=broodbakken" in gesprek
    weg = next(adres for adres in adressen if "doel/?van=bakkershulp&naar=winkelleider&via=winkelmedewerker" in adres)
    assert "De route uit dit adres hoort niet bij deze keuzes" not in tekst(client.get(weg).text)


def test_a_site_without_employers_offers_no_conversation(client, inhoud, publiceer_nu):
    Werkgevers.objects.all().delete()
    publiceer_nu("2")

    assert "Begin een gesprek" not in tekst(lijst(client, ALLES))


def test_the_list_can_be_handed_on_as_text_and_where_the_site_knows_its_address_as_code(client, inhoud, settings):
    html = lijst(client, ALLES)
    brief = re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.S)[1]
    assert "Functies\n- Broodbakker (BB): " in brief
    assert "- Van Bakkershulp naar Winkelleider: Via Winkelmedewerker." in brief
    assert 'class="qr"' not in html

    settings.SITE_URL = "https://bakkers.example"
    inhoud.bladzijden.vergeet()
    html = lijst(client, ALLES, opleiding="broodbakken")
    assert 'class="qr"' in html
    assert f"https://bakkers.example/lijst/?{urlencode(ALLES, safe='~').replace('&', '&amp;')}</textarea>" in html


def test_an_empty_list_tells_how_to_fill_it(client, inhoud):
    html = client.get("/lijst/").text

    assert "Je lijst is nog leeg" in tekst(html)
    assert {"/functies/", "/opleidingen/", "/routes/"} <= {link["href"] for tag, link in tags(html) if tag == "a"}
    assert "data-deel" not in html


def test_the_list_works_in_the_preview(beheerder, inhoud):
    html = beheerder.get(f"/beheer/voorbeeld/lijst/?{urlencode(ALLES)}").text

    assert namen(html)[0] == "Broodbakker"
    assert {doel for doel, _, _ in formulieren(html)} == {"/beheer/voorbeeld/lijst/"}


@pytest.mark.parametrize(
    "adres", ["/functies/broodbakker/", "/opleidingen/fijn-gebak/", "/routes/?van=bakkershulp&naar=winkelleider"]
)
def test_what_can_be_kept_can_be_shared_too(client, inhoud, adres):
    html = client.get(adres).text

    assert html.count("data-deel=") == 1
    assert formulieren(html)
