"""Promises that hold for every public page; the requirements are those of the security design."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from threading import Barrier, Event, Thread
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from artikelen.document import Leesartikel
from begrippen.document import Begrip
from feiten.document import Onderwerp
from functies import document as functies_d
from functies.models import Functie, Synoniem, Werkveld
from ontwikkelpad.middleware import GROOTSTE_VERZOEK, PLAATSEN_BEHEER, PLAATSEN_PER_ADRES, beheer
from opleidingen import document as opleidingen_d
from opleidingen.models import Opleiding
from tests.conftest import BEWIJS
from tests.openbaar import bladzijden, tags
from tests.verhaal import maak_verhaal
from tests.voorbeelden import voorbeelden
from toegang.plaatsen import Plaatsen
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.pad import Pad
from uitgave.publiceren import publiceer
from uitgave.vastleggen import vastleggen
from verhalen.document import Verhaal
from werkgevers.keuzes import Artikelsoort, Moment
from werkgevers.models import (
    Artikel,
    Begeleiding,
    Contactpunt,
    Doelgroep,
    Gespreksvraag,
    Gids,
    Gidsstap,
    Leerweg,
    Regeling,
)

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Pages whose answer depends on what is asked.
VRAGEN = (
    "/routes/",
    "/vergelijken/",
    "/functies/?",
    "/beginnen/?",
    "/beginnen/gesprek/",
    "/functies/broodbakker/profiel/?",
    "/werkgevers/gesprek/",
    "/werkgevers/overstappen/?",
    "/werkgevers/overstappen/planning.ics",
)
KOPPEN = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def inhoud(inhoud: Pad, publiceer_nu: Callable[[str], Pad]) -> Pad:
    """The content with a story too, so that each kind of page is there."""
    maak_verhaal()
    return publiceer_nu("1.1")


@pytest.fixture
def alles(inhoud: Pad, rondgang: Callable[[], dict[str, str]]) -> dict[str, str]:
    """All public pages, rendered without a single query."""
    return rondgang()


@pytest.mark.een_database
def test_every_page_is_found_from_the_front_page_without_a_query(alles, inhoud):
    verwacht = {
        "/",
        "/functies/",
        "/opleidingen/",
        "/verhalen/",
        "/over/",
        "/over/wijzigingen/",
        "/zoeken/",
        "/lijst/",
        "/wat-past/",
        "/artikelen/",
        "/niveaus/",
        "/sector/",
        "/vragen/",
        "/data/",
        "/insluiten/",
    }
    verwacht |= {f"/artikelen/{slug}/" for slug in inhoud.alle(Leesartikel)}
    verwacht |= {f"/werkgevers/{deel}/" for deel in ("leerwegen", "praktijk", "overstappen", "team")} | {"/werkgevers/"}
    verwacht |= {"/beginnen/", "/beginnen/zelf-bakker-worden/"}
    verwacht |= {"/functies/broodbakker/profiel/"}
    verwacht |= {f"/functies/{slug}/" for slug in inhoud.alle(functies_d.Functie)}
    verwacht |= {f"/functies/{slug}/?kaart=buurt" for slug in inhoud.alle(functies_d.Functie)}
    verwacht |= {f"/opleidingen/{slug}/" for slug in inhoud.alle(opleidingen_d.Opleiding)}
    verwacht |= {f"/verhalen/{slug}/" for slug in inhoud.alle(Verhaal)}
    verwacht |= {"/begrippen/", *(f"/begrippen/{slug}/" for slug in inhoud.alle(Begrip))}
    # Nothing leads to an onderwerp of which nothing is known anywhere.
    verwacht |= {f"/in-het-kort/{slug}/" for slug in inhoud.alle(Onderwerp) if slug != "kosten"}

    vragen = {adres for adres in alles if adres.startswith(VRAGEN)}
    assert set(alles) - vragen == verwacht
    gesprek = {f"/werkgevers/gesprek/{deel}" for deel in ("", "doel/", "afspraken/", "blad/", "voorbereiden/")}
    gesprek |= {"/beginnen/gesprek/"}
    gids = {"/werkgevers/overstappen/", "/werkgevers/overstappen/planning.ics"}
    assert {urlsplit(adres).path for adres in vragen} == {
        "/routes/",
        "/vergelijken/",
        "/functies/",
        "/functies/broodbakker/profiel/",
        "/beginnen/",
    } | gesprek | gids


@pytest.mark.een_database
def test_every_public_route_is_walked(alles):
    def namen(patronen, ruimte=""):
        for patroon in patronen:
            if isinstance(patroon, URLResolver):
                yield from namen(patroon.url_patterns, f"{patroon.namespace}:" if patroon.namespace else ruimte)
            elif isinstance(patroon, URLPattern):
                yield ruimte + patroon.name

    gelopen = {get_resolver().resolve(urlsplit(adres).path).view_name for adres in alles}

    zonder_pagina = {"logo", "kleuren", "werkgevers:gidsstap", "werkgevers:gids_op_oud_adres", "weetjes:weetje"}
    zonder_pagina |= {f"papier:{naam}" for naam in ("ontwikkelpad", "functie", "werkveld")}  # see tests/papier/
    zonder_pagina |= {"beginnen:agenda"}  # no guide of a kandidaat has a planning here
    zonder_pagina |= {"data:bestand", "id:ding", "sitemap", "robots", "webmanifest", "favicon"}  # for machines
    zonder_pagina |= {"functies:prent", "functies:prent_van_functie", "beelden:beeld"}
    zonder_pagina |= {"insluiten:functie", "insluiten:kaart", "insluiten:route"}  # these show again what is there
    assert gelopen | zonder_pagina == set(namen(get_resolver("ontwikkelpad.urls_openbaar").url_patterns))


@pytest.mark.parametrize(
    "adres",
    ["/", "/functies/broodbakker/", "/over", "/nergens/", "/livez", "/beheer/login/", "/beheer/", "/static/kaart.css"],
)
def test_every_answer_carries_the_security_headers(client, inhoud, adres):
    response = client.get(adres)
    response.close()

    assert {naam: response.headers.get(naam) for naam in KOPPEN} == KOPPEN


def test_an_answer_of_400_and_500_carries_them_too(client, inhoud, monkeypatch):
    monkeypatch.setattr("functies.views.verkenner", None)
    client.raise_request_exception = False

    kapot = client.get("/")
    vreemd = client.get("/over/", headers={"Host": "evil.example"})

    assert (kapot.status_code, vreemd.status_code) == (500, 400)
    for response in (kapot, vreemd):
        assert {naam: response.headers.get(naam) for naam in KOPPEN} == KOPPEN
        assert "evil.example" not in response.text


@pytest.mark.een_database
def test_no_page_sets_a_cookie_or_posts_a_form(client, alles):
    for adres, html in alles.items():
        assert client.get(adres).cookies.output() == "", adres
        assert [kenmerken for tag, kenmerken in tags(html) if kenmerken.get("method", "get").lower() == "post"] == []


@pytest.mark.een_database
def test_no_page_loads_anything_from_another_host(alles):
    for adres, html in alles.items():
        geladen = [k.get("src") or k["href"] for tag, k in tags(html) if tag in ("script", "img", "link")]
        assert [bron for bron in geladen if urlsplit(bron).netloc] == [], adres


@pytest.mark.een_database
def test_every_link_to_another_site_says_noopener(alles):
    for adres, html in alles.items():
        for tag, kenmerken in tags(html):
            if tag == "a" and urlsplit(kenmerken["href"]).netloc:
                assert kenmerken.get("rel") == "noopener", (adres, kenmerken["href"])


@pytest.mark.een_database
def test_no_template_has_inline_style_or_script(alles):
    for adres, html in alles.items():
        assert re.findall(r"<style|\sstyle=|<script(?![^>]*(\ssrc=|ld\+json))|\son[a-z]+=", html) == [], adres


def test_public_pages_answer_get_and_head_only(client, inhoud):
    assert client.post("/functies/broodbakker/").status_code == 405
    assert client.put("/").headers["Allow"] == "GET, HEAD"
    assert client.head("/").status_code == 200


def test_a_page_may_be_kept_but_is_asked_for_again(client, inhoud):
    eerste = client.get("/functies/broodbakker/")

    tweede = client.get("/functies/broodbakker/", headers={"If-None-Match": eerste.headers["ETag"]})

    assert eerste.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, stale-if-error=86400"
    assert (tweede.status_code, tweede.content) == (304, b"")
    assert {naam: tweede.headers.get(naam) for naam in KOPPEN} == KOPPEN


def test_a_page_and_its_fragment_are_kept_apart_in_both_orders(client, inhoud):
    fragment = client.get("/functies/broodbakker/", headers={"HX-Request": "true"})
    pagina = client.get("/functies/broodbakker/")
    nog_een_fragment = client.get("/functies/broodbakker/", headers={"HX-Request": "true"})
    terug = client.get("/functies/broodbakker/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assert pagina.text.startswith("<!doctype html>")
    assert fragment.text.startswith('<div id="verkenner"')
    assert nog_een_fragment.text == fragment.text
    assert terug.text == pagina.text
    assert {"HX-Request", "HX-History-Restore-Request"} <= set(fragment.headers["Vary"].split(", "))
    assert fragment.headers["ETag"] != pagina.headers["ETag"]


def test_no_shared_cache_may_keep_a_fragment_or_an_error(client, inhoud):
    """A header with an underscore reaches Django as HX-Request, but a cache does not see it as one."""
    fragment = client.get("/functies/broodbakker/", headers={"HX-Request": "true"})

    assert fragment.headers["Cache-Control"] == "private, no-cache"
    assert client.get("/nergens/").headers["Cache-Control"] == "no-store"
    assert client.get("/over").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("adres", ["/over/", "/functies/", "/opleidingen/", "/verhalen/", "/verhalen/noor/"])
def test_outside_the_explorer_there_are_no_fragments(client, inhoud, adres):
    gewoon = client.get(adres).text

    assert client.get(adres, headers={"HX-Request": "true"}).text == gewoon


@pytest.mark.parametrize(
    "adres",
    ["/nergens/", "/functies/bestaat-niet/", "/opleidingen/25695/", "/verhalen/niemand/", "/functies/Broodbakker%00/"],
)
def test_an_unknown_address_gets_a_dutch_404_that_leads_back(client, inhoud, adres):
    response = client.get(adres)

    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.text
    assert '<a class="knop" href="/">Naar de kaart</a>' in response.text


def test_error_pages_need_no_database_and_no_manifest(client, inhoud, settings, tmp_path, django_assert_num_queries):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    settings.STATIC_ROOT = tmp_path

    with django_assert_num_queries(0):
        response = client.get("/nergens/")

    assert response.status_code == 404
    assert 'href="/static/ontwikkelpad.css"' in response.text


def test_without_an_edition_the_site_says_so_and_recovers(client, ontwikkelpad, publiceer_nu):
    leeg = client.get("/")
    publiceer_nu("1")

    assert (leeg.status_code, leeg.headers["Retry-After"]) == (503, "10")
    assert "De site is even niet bereikbaar" in leeg.text
    assert client.get("/").status_code == 200


@pytest.mark.een_database
def test_an_unpublished_change_and_an_invisible_row_appear_nowhere(client, inhoud, publiceer_nu):
    Functie.objects.filter(slug="bezorger").update(samenvatting="Kanarie", zichtbaar=False)
    publiceer_nu("2")
    Functie.objects.update(samenvatting="Kanarie")
    for model in (Leerweg, Regeling, Contactpunt, Doelgroep, Begeleiding):
        model.objects.update(uitleg="Kanarie")
    Gidsstap.objects.update(naam="Kanarie", waarom="Kanarie")
    Artikel.objects.update(kop="Kanarie", inleiding="Kanarie")
    Gespreksvraag.objects.update(vraag="Kanarie")

    assert [adres for adres, html in bladzijden(client).items() if "Kanarie" in html] == []
    assert client.get("/functies/bezorger/").status_code == 404


def kanaries_voor_werkgevers(functie: Functie, weg: dict[str, Any]) -> None:
    """Add a hidden row of each kind that employers read, and a visible question about a hidden functie."""
    naam = {"slug": "kanarie", "naam": "Kanarie"}
    tekst = naam | {"uitleg": "Kanarie"}
    groep = Doelgroep.objects.create(**tekst, **weg)
    Leerweg.objects.get(slug="dagschool").doelgroepen.add(groep)
    uren = dict.fromkeys(["school", "werk", "contract", "geschikt"], "Kanarie")
    Leerweg.objects.create(**tekst, **uren, **weg).doelgroepen.set(Doelgroep.objects.all())
    Regeling.objects.create(**tekst, url="https://kanarie.example/", **weg)
    Contactpunt.objects.create(**tekst, url="https://kanarie.example/", **weg)
    Begeleiding.objects.create(**tekst, wanneer="Kanarie", **weg)
    for moment in Moment:
        vraag = {"vraag": "Kanarie?", "voor": "samen", "moment": moment}
        Gespreksvraag.objects.create(slug=f"kanarie-{moment}", **vraag, **weg)
        Gespreksvraag.objects.create(slug=f"kanarie-{moment}-2", functie=functie, **vraag, **BEWIJS)
    stap = Gidsstap.objects.create(
        **naam, nummer=99, waarom="Kanarie", wie="Kanarie", let_op="Kanarie", begin_week=1, weken=1, **weg
    )
    for gids in Gids.objects.all():
        stap.taken.create(gids=gids, tekst="Kanarie")
    verborgen = Gids.objects.create(**naam, voor="Kanarie", volledig=True, voor_kandidaat=True, zichtbaar=False)
    Gidsstap.objects.earliest("nummer").taken.create(gids=verborgen, tekst="Kanarie")
    stap.links.create(naam="Kanarie", url="https://kanarie.example/", toelichting="Kanarie", voor_kandidaat=True)
    for soort in Artikelsoort:
        artikel = Artikel.objects.create(
            slug=f"kanarie-{soort}", kop="Kanarie", soort=soort, inleiding="Kanarie", **weg
        )
        artikel.punten.create(kop="Kanarie", tekst="Kanarie")


def test_no_draft_history_or_account_reaches_a_page_or_the_copy_on_disk(client, inhoud, publiceer_nu, settings):
    """Every kind of row that can be hidden, and rows that are seen only by way of one that is hidden."""
    kanarie = User.objects.create_superuser("kanarie", "kanarie@example.org", first_name="Kanarie")
    weg, broodbakker = BEWIJS | {"zichtbaar": False}, Functie.objects.get(slug="broodbakker")
    verhaal = {"leeftijd": 30, "kop": "Kanarie", "kernwoord_1": "a", "kernwoord_2": "b", "kernwoord_3": "c"}
    with vastleggen(kanarie, "Kanarie"):
        werkveld = Werkveld.objects.create(slug="kanarie", naam="Kanarie", kleur="groen", volgorde=9)
        velden = {"werkveld": werkveld, "samenvatting": "Kanarie", "omschrijving": "Kanarie"}
        functie = Functie.objects.create(slug="kanarie", naam="Kanarie", **velden, **weg)
        opleiding = Opleiding.objects.create(slug="kanarie", naam="Kanarie", erkenning="branche", **weg)
        opleiding.aanbieders.create(slug="kanarie", naam="Kanarie", url="https://kanarie.example/")
        broodbakker.opleidingslinks.create(opleiding=opleiding, toelichting="Kanarie")
        functie.opleidingslinks.create(opleiding=Opleiding.objects.first(), toelichting="Kanarie")
        broodbakker.zijpaden.create(omschrijving="Kanarie", **weg)
        functie.zijpaden.create(omschrijving="Kanarie", **BEWIJS)
        broodbakker.vervolg.create(naar=functie, soort="doorstroom", voorwaarde="Kanarie", **BEWIJS)
        broodbakker.beroepsvereisten.create(slug="kanarie", naam="Kanarie", uitleg="Kanarie", **weg)
        broodbakker.competenties.create(slug="kanarie", naam="Kanarie", volgorde=99, **weg)
        broodbakker.verhalen.create(slug="kanarie", voornaam="Kanarie", tekst="Kanarie", **verhaal, **weg)
        functie.verhalen.create(slug="kanarie-2", voornaam="Kanarie", tekst="Kanarie", **verhaal, **BEWIJS)
        Synoniem.objects.create(woord="kanarie", betekenis="kanarie").delete()
        kanaries_voor_werkgevers(functie, weg)
    publiceer(bouw(), "2", date(2026, 2, 6), "Nieuwe inhoud.", kanarie)
    huidig.ververs()

    alles = bladzijden(client) | {"kopie": settings.UITGAVE_KOPIE.read_text()}

    assert "Versie 2" in alles["/over/wijzigingen/"]
    assert [adres for adres, html in alles.items() if "kanarie" in html.casefold()] == []


ONZIN = [
    "/?werkveld=%00",
    "/?werkveld=%ED%A0%80",
    "/?werkveld=%zz&werkveld=&werkveld=" + "x" * 8000,
    "/functies/broodbakker/?kaart=%F0%9F%98%80&kaart=buurt&HX=1",
    "/functies/" + "a" * 8000 + "/",
    "/verhalen/%E2%80%8E/",
    "/opleidingen/../beheer/",
    "//evil.example/",
    "/?" + "&".join(f"a{nummer}=1" for nummer in range(3000)),
]


@pytest.mark.een_database
@pytest.mark.parametrize("adres", ONZIN)
@pytest.mark.parametrize("koppen", [{}, {"HX-Request": "true"}, {"HX-Request": "%00", "If-None-Match": "onzin"}])
def test_no_address_makes_the_site_fail(client, inhoud, adres, koppen):
    response = client.get(adres, headers=koppen)

    assert response.status_code in (200, 301, 404)
    assert client.head(adres, headers=koppen).status_code == response.status_code


@pytest.mark.een_database
@given(deel=st.text(max_size=40), naam=st.text(max_size=10), waarde=st.text(max_size=40))
@settings(
    max_examples=voorbeelden(60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_no_generated_address_makes_the_site_fail(client, inhoud, deel, naam, waarde):
    vraag = urlencode([(naam, waarde), ("werkveld", waarde), ("kaart", deel)], errors="surrogatepass")

    for adres in (f"/{quote(deel, safe='/')}", f"/functies/{quote(deel)}/?{vraag}", f"/?{vraag}"):
        assert client.get(adres).status_code in (200, 301, 404)


@pytest.mark.parametrize("adres", ["/beheer/?a=%00", "/beheer/login/?%00=1", "/beheer/login/?next=%00"])
def test_a_nul_in_a_request_to_the_admin_is_refused(client, inhoud, adres):
    koekje = {"Cookie": r'sessionid="\000aaaaaaaaaa"'}

    for response in (client.get(adres), client.get("/beheer/", headers=koekje)):
        assert response.status_code == 400
        assert "Deze vraag klopt niet" in response.text


def test_a_form_without_its_token_is_refused_in_house_style(db, inhoud):
    response = Client(enforce_csrf_checks=True).post("/beheer/login/", {"username": "x"})

    assert response.status_code == 403
    assert "Dit formulier is verlopen" in response.text
    assert "Wat je typte, is bewaard in dit tabblad." in response.text


def test_what_is_too_large_is_refused_before_it_is_read(inhoud):
    lichaam = BytesIO(b" " * (GROOTSTE_VERZOEK + 1))
    kop = {"CONTENT_LENGTH": str(GROOTSTE_VERZOEK + 1), "CONTENT_TYPE": "multipart/form-data; boundary=x"}

    response = Client().post("/beheer/login/", **{"wsgi.input": lichaam}, **kop)

    assert response.status_code == 413
    assert "Dit is te groot" in response.text
    assert lichaam.tell() == 0


def test_stuck_requests_to_the_admin_leave_room_for_visitors(rf):
    bezig, klaar = Barrier(PLAATSEN_BEHEER + 1), Event()

    def hangt(request):
        bezig.wait(10)
        klaar.wait(10)
        return HttpResponse()

    laag = beheer(hangt)
    adressen = [f"192.0.2.{nummer // PLAATSEN_PER_ADRES}" for nummer in range(PLAATSEN_BEHEER)]
    draden = [Thread(target=laag, args=[rf.get("/beheer/", REMOTE_ADDR=adres)]) for adres in adressen]
    for draad in draden:
        draad.start()
    bezig.wait(10)

    vol = laag(rf.get("/beheer/"))
    klaar.set()
    for draad in draden:
        draad.join()

    assert (vol.status_code, vol.headers["Retry-After"]) == (503, "10")


def test_no_address_takes_the_last_place_and_every_place_comes_back():
    plaatsen = Plaatsen(3, 2)

    genomen = [plaatsen.neem(adres) for adres in "aaabc"]
    plaatsen.geef_terug("a")

    assert genomen == [True, True, False, True, False]
    assert [plaatsen.neem("a"), plaatsen.neem("a")] == [True, False]


def test_security_txt_says_where_to_report_a_hole_and_is_not_there_without_an_address(db, client, settings):
    adres = "/.well-known/security.txt"
    zonder = client.get(adres)
    settings.SECURITY_CONTACT, settings.PUBLIEK = "mailto:lek@example.org", True
    settings.SITE_URL = "https://pad.example.org"
    antwoord = client.get(adres)

    velden = dict(regel.split(": ", 1) for regel in antwoord.text.splitlines())
    nog = datetime.fromisoformat(velden.pop("Expires")) - timezone.now()
    assert (zonder.status_code, antwoord.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert velden == {
        "Contact": "mailto:lek@example.org",
        "Preferred-Languages": "nl, en",
        "Canonical": f"https://pad.example.org{adres}",
    }
    assert timedelta(days=90) < nog < timedelta(days=365)


def test_livez_needs_nothing_and_readyz_an_edition(client, db):
    voor = client.get("/livez"), client.get("/readyz")

    assert [response.status_code for response in voor] == [200, 503]


def test_readyz_says_when_the_database_is_away(client, inhoud, monkeypatch):
    klaar = client.get("/readyz")
    monkeypatch.setattr(huidig, "database_bereikbaar", False)
    verminderd = client.get("/readyz")

    assert (klaar.status_code, klaar.text) == (200, "ready\n")
    assert (verminderd.status_code, verminderd.text.split(":")[0]) == (200, "degraded")
