"""What names a sector is content: its words, its help, its logo and colour, and its guides."""

import json
import re
from datetime import date
from html import unescape

import msgspec
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from beginnen.models import Deur
from ontwikkelpad.document import KNOP, VERHALEN_KOP, ZOEKKNOP
from ontwikkelpad.kleur import DONKER, LEESBAAR, contrast
from ontwikkelpad.models import Ontwikkelpad, Sitepagina, controleer_kleur
from ontwikkelpad.paginas import PAGINAS as PAGINA_REGISTER
from ontwikkelpad.paginas import kop as paginakop
from opleidingen.models import Register
from redactie.kwaliteit.bevindingen import Ernst, bevindingen
from tests.openbaar import bladzijden
from tests.oude_database import UITGAVEN
from tests.pagina import formuliervelden, tekst
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.pad import Pad
from uitgave.stappen import aanbieders
from uitgave.stappen import feiten as stap_feiten
from uitgave.stappen import gidsen as stap_gidsen
from uitgave.stappen import paginas as stap_paginas
from verhalen.models import Verhaal
from werkgevers.document import Gids as Gidsrij
from werkgevers.document import Gidsstap as Staprij
from werkgevers.models import Gids, Gidsstap, Taak, Werkgevers

pytestmark = pytest.mark.een_database

BEWIJS = {"bron": "Een bron.", "gecontroleerd_op": date(2026, 1, 1)}
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#123456" d="M0 0h10v10z"/></svg>'
WOORDEN = {
    "verhalen_kop": "Uit de bakkerij",
    "leeroverzicht_knop": "Vind een bakkersschool",
    "leeroverzicht_zoek": "Zoek in het schoolboek",
    "hulp_naam": "de Bakkerslijn",
    "hulp": "Bel als je twijfelt.",
    "hulp_url": "https://bakkerslijn.example/",
}
PAGINAS = {
    "beginnen": "Hup",
    "functies": "Beroepen",
    "opleidingen": "Cursussen",
    "verhalen": "Bakkers aan het woord",
    "werkgevers": "Voor bakkerijen",
    "kaart": "Wegwijzer",
}
DEFAULTS = (
    "Zo begin je",
    "Voor werkgevers",
    "Kaart</a>",
    VERHALEN_KOP,
    KNOP,
    ZOEKKNOP,
    "Verhalen uit de praktijk",
)


@pytest.fixture
def site(maak_functie, maak_opleiding, publiceer_nu):
    """A site with all words of its own, and its Pad after publishing."""
    functie = maak_functie("Bakker")
    lijst = Register.objects.create(naam="Lijst", slug="lijst", afkorting="lijst", masker="99999")
    opleiding = maak_opleiding("Bakken", coderegister=lijst, code="25000")
    met_pagina = maak_opleiding("Kneden", leeroverzicht_url="https://school.example/kneden")
    for rij in (opleiding, met_pagina):
        functie.opleidingslinks.create(opleiding=rij, rol="passend")
    woorden = {f"kernwoord_{nummer}": "brood" for nummer in (1, 2, 3)}
    iemand = {"voornaam": "Kim", "leeftijd": 30, "slug": "kim", "kop": "Vroeg op.", "tekst": "Brood.", **woorden}
    Verhaal.objects.create(functie=functie, **iemand, **BEWIJS)
    leeg = {veld.name: f"De {veld.name}." for veld in Werkgevers._meta.fields if veld.name != "id"}
    Werkgevers.objects.create(**(leeg | {"schoolvakanties_url": "https://vakanties.example/"}))
    Deur.objects.create(naam="Ik ben nieuw", slug="nieuw", uitleg="Kom binnen.", soort="niets", **BEWIJS)
    Ontwikkelpad.objects.update(**WOORDEN)
    for nummer, (code, woord) in enumerate(PAGINAS.items()):
        plek = "voet" if code == "kaart" else "menu"
        Sitepagina.objects.create(pagina=code, naam=woord, plek=plek, volgorde=nummer)
    return lambda: publiceer_nu("1")


def maak_gids(naam, slug, **velden):
    return Gids.objects.create(naam=naam, slug=slug, **{"voor": "een bakkerij", **velden})


def maak_stap(*gidsen, nummer=1):
    rest = {"waarom": "Daarom.", "wie": "Jij.", "begin_week": 1, "weken": 2, **BEWIJS}
    stap = Gidsstap.objects.create(nummer=nummer, naam=f"Stap{nummer}", slug=f"stap{nummer}", **rest)
    for gids in gidsen:
        Taak.objects.create(stap=stap, gids=gids, tekst="Bel eerst.")
    return stap


# --- Words ---


def test_a_site_with_words_of_its_own_shows_them_and_none_of_ours(client, site):
    site()

    paginas = bladzijden(client)

    alles = "\n".join(paginas.values()).replace("\u00ad", "")
    assert [woord for woord in (*WOORDEN.values(), *PAGINAS.values()) if woord not in alles] == []
    assert [woord for woord in DEFAULTS if woord in alles] == []
    assert "Naar de Bakkerslijn" in tekst(paginas["/over/"])
    assert "met een werkgever of met de Bakkerslijn wat bij jou past" not in tekst(paginas["/"])
    assert "<h1>Voor bakkerijen</h1>" in paginas["/werkgevers/"]


def in_het_menu(pagina):
    return re.findall(r">([^<]+)</a>", re.search(r'<nav class="menu".*?</nav>', pagina, re.S)[0])


def onderaan(pagina):
    return re.findall(r">([^<]+)</a>", re.search(r'<footer class="voet".*?</nav>', pagina, re.S)[0])


def test_the_menu_has_what_the_edition_has_and_says_where_you_are(client, site):
    site()
    pagina = client.get("/verhalen/").text
    assert in_het_menu(pagina) == list(PAGINAS.values())[:5]
    assert re.findall(r'aria-current="page">([^<]+)', pagina) == ["Bakkers aan het woord"]

    Verhaal.objects.all().delete()
    Werkgevers.objects.all().delete()
    huidig.pad = Pad(d.Uitgave(id=2, nummer="2", datum=date(2026, 2, 7), wijzigingen="", document=bouw()))
    assert in_het_menu(client.get("/").text) == ["Hup", "Beroepen", "Cursussen"]


def test_menu_and_foot_have_the_pages_in_the_order_and_at_the_place_that_editors_chose(client, site):
    Sitepagina.objects.filter(pagina="verhalen").update(volgorde=0, plek="voet")
    Sitepagina.objects.filter(pagina="beginnen").update(plek="nergens")
    Sitepagina.objects.filter(pagina="werkgevers").update(volgorde=0)
    Sitepagina.objects.create(pagina="over", naam="Wie zijn wij", kop="Over ons en deze site", plek="menu", volgorde=9)
    site()

    pagina = client.get("/over/").text

    assert in_het_menu(pagina) == ["Voor bakkerijen", "Beroepen", "Cursussen", "Wie zijn wij"]
    assert onderaan(pagina)[:2] == ["Bakkers aan het woord", "Wegwijzer"]
    assert "Hup" not in in_het_menu(pagina) + onderaan(pagina)
    assert "<h1>Over ons en deze site</h1>" in pagina
    assert "<title>Over ons en deze site · " in pagina
    assert re.findall(r'aria-current="page">([^<]+)', pagina) == ["Wie zijn wij"]


def test_a_link_to_a_page_calls_it_as_editors_do(client, inhoud, publiceer_nu):
    for rij in Sitepagina.objects.all():
        rij.naam = f"Naam {rij.pk}"
        rij.save()
    publiceer_nu("2")

    paginas = bladzijden(client)
    del paginas["/data/"]  # it names kinds of content, some of which are called as the page about them
    zelf = {f">{pagina.naam}</a>" for pagina in PAGINA_REGISTER.values()}
    assert {(adres, woord) for adres, html in paginas.items() for woord in zelf if woord in html} == set()


def test_pages_of_which_editors_say_nothing_come_after_theirs(client, site):
    Sitepagina.objects.all().delete()
    Sitepagina.objects.create(pagina="werkgevers", naam="Voor bazen", plek="menu")
    site()

    menu = in_het_menu(client.get("/").text)

    assert menu == ["Voor bazen", "Zo begin je", "Functies", "Opleidingen", "Verhalen"]


def test_the_gate_refuses_a_sixth_page_in_the_menu(site):
    assert not [b for b in bevindingen() if "menu" in b.tekst]

    Sitepagina.objects.update(plek="menu")

    [bevinding] = [b for b in bevindingen() if "menu" in b.tekst]
    assert bevinding.ernst == Ernst.FOUT
    assert bevinding.tekst == (
        "Er staan 6 pagina’s in het menu: Hup, Beroepen, Cursussen, Bakkers aan het woord, Voor bakkerijen en "
        "Wegwijzer. Er passen er 5. Zet de andere onderaan."
    )


def test_every_page_has_a_heading_that_is_its_name(client, site):
    Sitepagina.objects.update(kop="")
    site()
    for code, pagina in PAGINA_REGISTER.items():
        if not pagina.anker and (antwoord := client.get(reverse(pagina.view))).status_code == 200 and code != "kaart":
            kop = re.search(r"<h1>(.*?)</h1>", antwoord.text)[1]
            assert unescape(kop).replace("\u00ad", "") == paginakop(huidig.pad, code), code


def test_without_help_nothing_is_said_of_it(client, site):
    Ontwikkelpad.objects.update(hulp="", hulp_naam="", hulp_url="", leeroverzicht_url="")
    site()

    alles = "\n".join(bladzijden(client).values())

    assert "Hulp" not in alles
    assert WOORDEN["leeroverzicht_zoek"] not in alles
    assert "Zoek daar op" not in alles


def test_the_search_names_only_what_it_finds(client, inhoud):
    zin = tekst(client.get("/zoeken/").text)
    voorbeelden = re.split(r", | of ", re.search(r"Bijvoorbeeld: (.*?)\.", zin)[1])

    assert len(voorbeelden) == 3
    for voorbeeld in voorbeelden:
        assert "Niets gevonden" not in tekst(client.get("/zoeken/", {"q": voorbeeld}).text), voorbeeld
        assert 'id="resultaten"' in client.get("/zoeken/", {"q": voorbeeld}).text, voorbeeld


def test_the_desk_says_of_which_site_it_is(beheerder, site):
    site()

    assert "Beheer van de naam" in tekst(beheerder.get("/beheer/").text)


# --- Logo and colour ---


def test_without_a_logo_and_a_colour_the_site_is_neutral(client, site):
    site()

    assert 'src="/static/logo.svg"' in client.get("/").text
    assert "kleuren.css" not in client.get("/").text
    assert [client.get(adres).status_code for adres in ("/logo.svg", "/kleuren.css")] == [404, 404]


def test_the_logo_stands_on_every_page_and_is_checked_again_with_each_edition(client, site, publiceer_nu):
    Ontwikkelpad.objects.update(logo=LOGO, kleur="#7a1f5c")
    site()

    antwoord = client.get("/logo.svg")

    assert (antwoord.text, antwoord.headers["Content-Type"]) == (LOGO, "image/svg+xml; charset=utf-8")
    assert antwoord.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
    assert antwoord.headers["Cache-Control"] == "public, max-age=0, s-maxage=1, stale-if-error=86400"
    for adres, html in bladzijden(client, elke_keuze=False).items():
        assert html.count("/logo.svg") == html.count('"/logo.svg"') == 2, adres
        assert html.count('href="/kleuren.css"') == 1, adres
    assert '"/logo.svg"' in client.get("/nergens/").text
    merk = {"If-None-Match": antwoord.headers["ETag"]}
    assert client.get("/logo.svg", headers=merk).status_code == 304
    Ontwikkelpad.objects.update(logo=LOGO.replace("#123456", "#654321"))
    publiceer_nu("2")
    assert client.get("/logo.svg", headers=merk).status_code == 200


def test_the_preview_shows_the_logo_and_colour_of_the_draft(beheerder, client, site):
    site()
    Ontwikkelpad.objects.update(logo=LOGO, kleur="#7a1f5c")

    html = beheerder.get("/beheer/voorbeeld/").text

    assert '"/beheer/voorbeeld/logo.svg"' in html
    assert beheerder.get("/beheer/voorbeeld/logo.svg").text == LOGO
    assert "#7a1f5c" in beheerder.get("/beheer/voorbeeld/kleuren.css").text
    assert client.get("/logo.svg").status_code == 404


@pytest.mark.parametrize("kleur", ["#7a1f5c", "#000000", "#0000EE", "#767676"])
def test_the_colour_can_be_read_on_a_light_and_on_a_dark_screen(client, site, kleur):
    Ontwikkelpad.objects.update(kleur=kleur)
    site()

    licht, donker = re.findall(r"--knop: (#\w{6})", client.get("/kleuren.css").text)

    assert licht == kleur
    assert contrast(licht, "#ffffff") >= LEESBAAR
    assert contrast(donker, DONKER) >= LEESBAAR
    assert contrast(donker, "#12171c") >= LEESBAAR


@pytest.mark.parametrize(
    ("kleur", "melding"),
    [
        ("#f2b632", "Het contrast is 1,82 en moet 4,50 zijn. De kleur die er het meest op lijkt en wel kan, is #"),
        ("geel", "Schrijf de kleur als # met zes cijfers of letters"),
        ("#12345", "Schrijf de kleur als #"),
        ("#12345\n", "Schrijf de kleur als #"),
        ("}x{", "Schrijf de kleur als #"),
    ],
)
def test_a_colour_that_will_not_do_is_refused_with_one_that_does(kleur, melding):
    with pytest.raises(ValidationError) as fout:
        controleer_kleur(kleur)

    (gezegd,) = fout.value.messages
    assert melding in gezegd
    for beter in re.findall(r"is (#\w{6})\.", gezegd):
        controleer_kleur(beter)


def test_a_hostile_logo_is_refused_in_the_desk_with_the_reason(beheerder, site):
    adres = "/beheer/ontwikkelpad/ontwikkelpad/1/change/"
    velden = formuliervelden(beheerder.get(adres).text)

    pagina = beheerder.post(adres, velden | {"logo": LOGO.replace("<path", "<script/><path"), "kleur": "#f2b632"})
    beheerder.post(adres, velden | {"logo": LOGO, "kleur": "#7a1f5c"})

    assert "In het logo staat &lt;script&gt;. Dat kan niet." in pagina.text
    assert "Het contrast is 1,82" in pagina.text
    assert (Ontwikkelpad.objects.get().logo, Ontwikkelpad.objects.get().kleur) == (LOGO, "#7a1f5c")


@pytest.mark.parametrize("kwaad", ["<script>alert(1)</script>", "}*{background:url(//x.example)}"])
def test_an_edition_that_says_what_no_editor_can_type_has_no_logo_and_no_colour(client, site, kwaad):
    Ontwikkelpad.objects.update(logo=LOGO.replace("<path", f"{kwaad}<path"), kleur=kwaad[:7])
    site()

    assert [client.get(adres).status_code for adres in ("/logo.svg", "/kleuren.css")] == [404, 404]
    assert client.get("/").status_code == 200


def test_a_missing_logo_is_no_finding(site):
    site()

    assert [b.tekst for b in bevindingen() if "huisstijl" in b.tekst.casefold() or "logo" in b.tekst.casefold()] == []


# --- Guides ---


def test_one_guide_stands_at_its_own_address_with_its_own_words(client, site):
    maak_stap(maak_gids("Overstappen", "overstappen", volledig=True, voor_kandidaat=True, zoekwoorden="oven, deeg"))
    site()

    html = client.get("/beginnen/overstappen/?start=2026-12-07").text

    assert "<h1>Overstappen</h1>" in html
    assert 'action="/beginnen/overstappen/#planner"' in html
    assert (
        client.get("/beginnen/overstappen/planning.ics?start=2026-12-07").text.count("Overstappen: opleiding vanaf")
        == 1
    )
    oud = client.get("/werkgevers/overstappen/planning.ics?start=2026-12-07")
    assert oud.headers["Location"] == "/beginnen/overstappen/planning.ics?start=2026-12-07"
    assert 'href="/beginnen/overstappen/"' in client.get("/").text
    assert 'href="/beginnen/overstappen/"' in client.get("/beginnen/").text
    assert "/beginnen/overstappen/#stap-stap1" in client.get("/zoeken/?q=stap1").text
    assert "/beginnen/overstappen/" in client.get("/zoeken/?q=deeg").text
    assert client.get("/werkgevers/stap/stap1/").headers["Location"] == "/beginnen/overstappen/#stap-stap1"
    assert client.get("/werkgevers/zij-instroom/").status_code == 404


def test_a_site_without_guides_has_no_such_pages_and_no_links_to_them(client, site):
    maak_stap()
    site()

    paginas = bladzijden(client, elke_keuze=False)

    assert {adres for adres in paginas if adres.startswith("/werkgevers/") and "gesprek" not in adres} == {
        "/werkgevers/",
        "/werkgevers/team/",
    }
    assert "Iemand uit een ander beroep opleiden" not in paginas["/werkgevers/"]
    assert "Stap van de gids" not in client.get("/zoeken/?q=stap1").text
    assert client.get("/werkgevers/stap/stap1/").headers["Location"] == "/werkgevers/"
    assert client.get("/werkgevers/stap/geen/").status_code == 404


def test_a_guide_that_is_hidden_is_nowhere_with_its_tasks(client, site):
    maak_stap(maak_gids("Geheim", "geheim", volledig=True, zichtbaar=False))
    pad = site()

    assert pad.alle(Gidsrij) == {}
    assert pad.alle(Staprij)["stap1"].taken == ()
    assert client.get("/werkgevers/geheim/").status_code == 404


def test_a_short_guide_by_itself_has_no_planner_and_calls_itself_no_short_one(client, site):
    maak_stap(maak_gids("Zelf bakken", "zelf"))
    site()

    assert "De gids voor een bakkerij." in tekst(client.get("/werkgevers/").text)
    assert "<h3>Wie dit doet</h3>" in client.get("/werkgevers/zelf/").text
    assert "planner" not in client.get("/werkgevers/zelf/").text
    assert client.get("/werkgevers/zelf/planning.ics?start=2026-12-07").status_code == 404


@pytest.mark.parametrize("oud", ["zij-instroom/overstappen/", "zij-instroom/overstappen/?a=b%20c&d"])
def test_the_address_that_a_short_guide_had_leads_to_it(client, site, oud):
    maak_stap(maak_gids("Overstappen", "overstappen"))
    site()

    antwoord = client.get(f"/werkgevers/{oud}")

    assert antwoord.status_code == 301
    assert antwoord.headers["Location"] == f"/werkgevers/{oud.removeprefix('zij-instroom/')}"
    assert client.get("/werkgevers/zij-instroom/anders/").status_code == 404


@pytest.mark.parametrize("slug", ["gesprek", "leerwegen", "praktijk", "team"])
def test_a_guide_never_takes_the_address_of_another_page(db, slug):
    with pytest.raises(ValidationError) as fout:
        Gids(naam="Gids", slug=slug, voor="jou").full_clean()

    assert fout.value.message_dict == {"slug": ["Op dit adres staat al een andere pagina. Kies een ander woord."]}


def test_a_guide_with_tasks_is_not_deleted(beheerder, site):
    gids = maak_gids("Overstappen", "overstappen")
    maak_stap(gids)

    beheerder.post(f"/beheer/werkgevers/gids/{gids.pk}/delete/", {"post": "yes"})

    assert Gids.objects.exists()


# --- Earlier editions ---


@pytest.mark.parametrize("release", ["1.1", "1.2"])
def test_what_goes_up_and_down_again_is_the_same(release):
    oud = json.loads((UITGAVEN / release / "export.json").read_bytes())
    oud = aanbieders.til(oud)

    assert stap_gidsen.daal(stap_gidsen.til(json.loads(json.dumps(oud)))) == oud


def test_going_back_keeps_one_guide_of_each_kind_that_the_older_release_knows(site):
    heel, kort, ander = (
        maak_gids(naam, naam.lower(), volledig=naam == "Heel", inleiding=f"Over {naam}.", volgorde=nummer)
        for nummer, naam in enumerate(("Heel", "Kort", "Ander"))
    )
    maak_stap(heel, kort, ander)
    document = msgspec.to_builtins(site().uitgave.document)

    terug = stap_gidsen.daal(stap_feiten.daal(stap_paginas.daal(document)))

    regio, werkgever, _ = stap_gidsen.INLEIDING
    assert {taak["versie"] for taak in terug["gidsstappen"][0]["taken"]} == {regio, werkgever}
    assert len(terug["gidsstappen"][0]["taken"]) == 2
    assert [terug["werkgevers"][veld] for veld in stap_gidsen.INLEIDING.values()] == [
        "Over Heel.",
        "Over Kort.",
        "",
    ]
    assert terug.keys() & {"gidsen", "deuren", "beginfasen"} == set()
    assert "teksten" not in terug["gidsstappen"][0]
    assert "menu_beginnen" not in terug["ontwikkelpad"]


def test_the_words_of_the_menu_of_an_older_edition_become_pages_and_words_again():
    eigen = {"menu_kaart": "Wegwijzer", "menu_werkgevers": "Voor bazen"}
    oud = {"ontwikkelpad": {"naam": "X", **eigen}}

    nieuw = stap_paginas.til(json.loads(json.dumps(oud)))

    assert nieuw["ontwikkelpad"] == {"naam": "X"}
    woorden = {rij["pagina"]: (rij["naam"], rij["plek"]) for rij in nieuw["paginas"]}
    assert list(woorden) == [code for plek in stap_paginas.WOORDEN.values() for code in plek]
    assert (woorden["kaart"], woorden["werkgevers"]) == (("Wegwijzer", "voet"), ("Voor bazen", "menu"))
    assert set(woorden) == set(PAGINA_REGISTER)
    assert stap_paginas.daal(nieuw)["ontwikkelpad"].items() >= oud["ontwikkelpad"].items()
