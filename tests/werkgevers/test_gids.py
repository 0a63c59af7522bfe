"""The guide, its planner and its calendar file, and the other pages for employers. No page asks the database."""

import re
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import Any

import msgspec
import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from ontwikkelpad.document import Ontwikkelpad
from ontwikkelpad.templatetags.tekst import website
from tests.openbaar import tags
from tests.pagina import heel
from tests.voorbeelden import voorbeelden
from uitgave import document as d
from uitgave.huidig import huidig
from uitgave.pad import Pad
from werkgevers.agenda import maak_kalender
from werkgevers.document import (
    Artikel,
    Artikelpunt,
    Begeleiding,
    Brief,
    Gids,
    Gidslink,
    Gidsstap,
    Leerweg,
    Mijlpaal,
    Regeling,
    Schoolvakantie,
    Taak,
    Werkgevers,
)
from werkgevers.keuzes import Partij, Regio, Vanaf
from werkgevers.models import Gids as Gidsrij
from werkgevers.models import Gidsstap as Gidsstaprij
from werkgevers.models import Taak as Taakrij
from werkgevers.planning import plan
from werkgevers.regelingen import geldig

pytestmark = pytest.mark.een_database

GIDS, AGENDA = "/werkgevers/overstappen/", "/werkgevers/overstappen/planning.ics"
EEN, KANDIDAAT = "/werkgevers/een-bakker/", "/beginnen/zelf-bakker-worden/"
EIGEN = [f"/werkgevers/{deel}" for deel in ("", "overstappen/", "een-bakker/", "leerwegen/", "praktijk/")]
ADRESSEN = [*EIGEN, KANDIDAAT]
BEWIJS: dict[str, Any] = {"bron": "Een bron.", "gecontroleerd_op": date(2026, 1, 1)}
VANDAAG = date(2026, 11, 22)
NU = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
VRAAGNAMEN = ("start", "dag", "reken", "regio", "partij", "weken-stap1", "begin-stap1")
MIJLPAAL = Mijlpaal(sleutel="kijk", naam="Klaar met kijken", vanaf=Vanaf.EINDE, weken=0, toelichting="Met z’n allen.")


def maak_stap(nummer: int, naam: str = "Begin", **velden: Any) -> Gidsstap:
    taken = tuple(
        Taak(sleutel=f"{gids}-{nummer}", gids=gids, tekst=f"Doe {gids} {nummer}.")
        for gids in velden.pop("gidsen", ["overstappen"])
    )
    slug = velden.pop("slug", f"stap{nummer}")
    standaard = {"waarom": "Daarom.", "wie": "Jij.", "let_op": "", "begin_week": 1, "weken": 2, "taken": taken}
    eigen = {"sleutel": slug, "slug": slug, "links": (), **standaard, **BEWIJS, **velden}
    return Gidsstap(nummer=nummer, naam=naam, **eigen)


def maak_gids(slug: str, voor: str, **velden: Any) -> Gids:
    standaard = {"naam": f"Gids {slug}", "inleiding": "Lees.", "zoekwoorden": "", "volledig": False}
    return Gids(sleutel=slug, slug=slug, voor=voor, **{**standaard, "voor_kandidaat": False, **velden})


GIDSEN = (
    maak_gids("overstappen", "een hele regio", volledig=True),
    maak_gids("een-bakker", "één werkgever"),
    maak_gids("zelf-bakker-worden", "wie overstapt", voor_kandidaat=True),
)


def maak_regeling(naam: str, van: date | None = None, tot: date | None = None) -> Regeling:
    return Regeling(
        sleutel=naam, slug=naam, naam=naam, uitleg="Geld.", url="", geldig_van=van, geldig_tot=tot, **BEWIJS
    )


@pytest.fixture
def toon():
    """Serve an edition with these parts; `werkgevers` is there unless it is said to be None."""

    def nu(**delen: Any) -> Pad:
        naam = delen.pop("naam", "Ontwikkelpad Proef")
        teksten = dict.fromkeys(Ontwikkelpad.__struct_fields__, "tekst") | {"naam": naam}
        voor = dict.fromkeys(Werkgevers.__struct_fields__, "tekst") | {"schoolvakanties_url": "https://a.example/"}
        leeg = dict.fromkeys(
            ["werkvelden", "beroepsvereisten", "competenties", "opleidingen", "functies", "doorgroei"], ()
        )
        inhoud = {"werkgevers": Werkgevers(**voor), "gidsen": GIDSEN, "verhalen": (), "synoniemen": (), **leeg, **delen}
        document = d.documentsoort()(schema=d.SCHEMA, ontwikkelpad=Ontwikkelpad(**teksten), **inhoud)
        huidig.pad = Pad(d.Uitgave(id=1, nummer="1", datum=date(2026, 2, 6), wijzigingen="", document=document))
        return huidig.pad

    return nu


@pytest.fixture
def inhoud(inhoud, publiceer_nu):
    """The neutral sector with a third guide: a short one that is not for a kandidaat."""
    gids = Gidsrij.objects.create(naam="Eén bakker", slug="een-bakker", voor="één werkgever", volgorde=3)
    for nummer, stap in enumerate(Gidsstaprij.objects.filter(nummer__gte=2), start=1):
        Taakrij.objects.create(stap=stap, gids=gids, tekst=f"Doe dit in stap {stap.nummer}.", volgorde=10 + nummer)
    return publiceer_nu("2")


VAN_KANDIDAAT = "/beginnen/zelf-bakker-worden/"


@pytest.fixture
def vandaag(monkeypatch):
    """Make it another day."""

    def nu(dag: date) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda: dag)

    nu(VANDAAG)
    return nu


def kalender(bytes_: bytes) -> list[dict]:
    afspraken = Calendar.from_ical(bytes_).walk("VEVENT")
    assert [afspraak.errors for afspraak in afspraken] == [[] for _ in afspraken]
    return afspraken


# --- All pages ---


def test_every_page_is_there_without_a_query(client, inhoud, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert [client.get(adres).status_code for adres in ADRESSEN] == [200] * len(ADRESSEN)


@pytest.mark.parametrize("adres", [*ADRESSEN, f"{AGENDA}?start=2026-12-07"])
def test_an_edition_without_texts_for_employers_has_only_the_guides_of_a_kandidaat(client, toon, vandaag, adres):
    toon(werkgevers=None, gidsstappen=(maak_stap(1, gidsen=["overstappen", "een-bakker", "zelf-bakker-worden"]),))

    assert client.get(adres).status_code == (200 if adres == VAN_KANDIDAAT else 404)
    assert "Voor werkgevers" not in client.get("/over/").text
    kaart = client.get("/sitemap.xml").text
    assert (adres.partition("?")[0] in kaart) == (adres == VAN_KANDIDAAT)
    assert {client.get(pad).status_code for pad in re.findall(r"<loc>https?://[^/]+([^<]+)</loc>", kaart)} == {200}


def test_pages_open_with_nothing_but_their_texts(client, toon):
    toon()

    assert [client.get(adres).status_code for adres in ADRESSEN] == [200] * len(ADRESSEN)
    assert "Deze gids heeft nog geen stappen." in client.get(GIDS).text
    assert "#planner" not in client.get(f"{GIDS}?start=2027-01-01").text
    assert client.get(f"{AGENDA}?start=2026-12-07").status_code == 404


def test_the_menu_leads_there_and_says_where_you_are(client, toon):
    toon()

    assert '<a href="/werkgevers/">Voor werkgevers</a>' in client.get("/over/").text
    assert '<a href="/werkgevers/" aria-current="page">Voor werkgevers</a>' in client.get(GIDS).text


def test_every_id_stands_once_and_every_link_within_a_page_arrives(client, inhoud):
    for adres in [*ADRESSEN, f"{GIDS}?start=2026-12-07"]:
        html = client.get(adres).text
        ids = re.findall(r'\sid="([^"]+)"', html)
        doelen = {k["href"][1:] for tag, k in tags(html) if tag == "a" and k.get("href", "").startswith("#")}

        assert len(ids) == len(set(ids)), adres
        assert doelen <= set(ids), adres


def test_the_landing_page_has_a_door_to_everything(client, inhoud):
    adressen = {kenmerken.get("href") for _, kenmerken in tags(client.get("/werkgevers/").text)}

    assert {*EIGEN[1:], "/werkgevers/gesprek/"} <= adressen
    assert KANDIDAAT not in adressen


# --- The guide ---


def test_a_short_version_has_only_the_steps_with_something_to_do_in_it(client, toon):
    toon(
        gidsstappen=(
            maak_stap(1),
            maak_stap(2, gidsen=["overstappen", "een-bakker"]),
            maak_stap(3, gidsen=["een-bakker"]),
        )
    )

    koppen = {
        adres: re.findall(r'<span class="stapnummer">Stap (\d)</span>', client.get(adres).text) for adres in (GIDS, EEN)
    }

    assert koppen == {GIDS: ["1", "2", "3"], EEN: ["2", "3"]}
    assert "Deze gids heeft nog geen stappen." in client.get(KANDIDAAT).text
    assert f'href="{KANDIDAAT}"' not in client.get("/werkgevers/").text
    assert client.get("/werkgevers/regio/").status_code == 404


def test_each_version_has_its_own_tasks_and_introduction(client, inhoud):
    for gids in inhoud.alle(Gids).values():
        adres = KANDIDAAT if gids.voor_kandidaat else f"/werkgevers/{gids.slug}/"
        html = heel(client.get(adres).text)
        getoond = re.findall(r'<input type="checkbox" data-sleutel="[-\w]+"> <span>([^<]*)</span>', html)

        eigen = [taak.tekst for stap in inhoud.alle(Gidsstap).values() for taak in stap.taken if taak.gids == gids.slug]
        assert getoond == eigen, adres
        assert len(eigen) > 1


def test_the_short_versions_use_only_their_own_steps(client, inhoud):
    stappen = {adres: re.findall(r'<h2 id="kop-stap-([-a-z]+)">', client.get(adres).text) for adres in (EEN, KANDIDAAT)}

    assert stappen == {adres: ["een-leerling-zoeken", "samen-leren"] for adres in (EEN, KANDIDAAT)}


def test_a_guide_with_words_of_its_own_for_a_step_counts_its_steps_from_one(client, inhoud):
    koppen = {
        adres: re.findall(r'<span class="stapnummer">Stap (\d)</span> ([^<]+)', client.get(adres).text)
        for adres in (EEN, KANDIDAAT)
    }

    assert koppen == {
        EEN: [("2", "Een leerling zoeken"), ("3", "Samen leren")],
        KANDIDAAT: [("1", "Een bakkerij zoeken"), ("2", "Leren bakken")],
    }
    assert "Zonder bakkerij kun je niet leren." in client.get(KANDIDAAT).text
    assert "Zonder leerling begint er niets." not in client.get(KANDIDAAT).text
    assert "De winkelleider en de school." not in client.get(KANDIDAAT).text


def test_each_reader_gets_the_help_that_is_for_them(client, inhoud):
    adressen = ("/werkgevers/", GIDS, KANDIDAAT)

    gezien = [[naam in client.get(adres).text for naam in ("Gildehulp", "Bazenbond")] for adres in adressen]

    assert gezien == [[True, True], [True, True], [True, False]]


@pytest.mark.parametrize(
    "oud", ["zelf-bakker-worden/", "zij-instroom/zelf-bakker-worden/", "zelf-bakker-worden/?a=b%20c&d"]
)
def test_where_the_guide_of_a_kandidaat_was_leads_to_where_it_is_in_one_go(client, inhoud, oud):
    antwoord = client.get(f"/werkgevers/{oud}")

    assert antwoord.status_code == 301
    assert antwoord.headers["Location"] == f"/beginnen/{oud.removeprefix('zij-instroom/')}"
    assert client.get(antwoord.headers["Location"]).status_code == 200
    assert client.get("/beginnen/een-bakker/").headers["Location"] == EEN


def test_in_the_preview_a_guide_stands_where_it_will_stand(beheerder, inhoud):
    assert beheerder.get(f"/beheer/voorbeeld{KANDIDAAT}").status_code == 200
    oud = beheerder.get("/beheer/voorbeeld/werkgevers/zelf-bakker-worden/")
    assert oud.headers["Location"] == f"/beheer/voorbeeld{KANDIDAAT}"


def test_documents_show_their_host_and_leave_the_site(client, toon):
    link = Gidslink(naam="Model", url="https://www.example.org/a.docx", toelichting="Uit 2022.", voor_kandidaat=False)
    toon(gidsstappen=(msgspec.structs.replace(maak_stap(1), links=(link,)),))

    html = client.get(GIDS).text

    assert '<a class="extern" href="https://www.example.org/a.docx" rel="noopener">Model' in html
    assert "(andere website)" in html
    assert ">example.org ·&nbsp;</span>Uit 2022." in html


def test_the_kandidaat_sees_only_the_documents_that_are_for_kandidaten(client, toon):
    links = tuple(
        Gidslink(naam=naam, url=f"https://{naam}.example/", toelichting="", voor_kandidaat=ook)
        for naam, ook in (("brief", False), ("film", True))
    )
    toon(gidsstappen=(msgspec.structs.replace(maak_stap(1, gidsen=["een-bakker", "zelf-bakker-worden"]), links=links),))

    gezien = {adres: "brief.example" in client.get(adres).text for adres in (GIDS, EEN, KANDIDAAT)}

    assert gezien == {GIDS: True, EEN: True, KANDIDAAT: False}
    assert "film.example" in client.get(KANDIDAAT).text


def test_the_map_leads_a_kandidaat_to_a_conversation_and_to_the_guide(client, inhoud, toon):
    links = ('href="/werkgevers/gesprek/"', f'href="{KANDIDAAT}"')
    assert all(link in client.get("/").text for link in links)

    toon(gidsstappen=(maak_stap(1),))
    assert [link in client.get("/").text for link in links] == [True, False]
    toon(werkgevers=None)
    assert [link in client.get("/").text for link in links] == [False, False]


def test_the_guide_of_a_kandidaat_ends_with_a_way_to_the_conversation(client, inhoud):
    gezien = ["Bereid het gesprek voor" in client.get(adres).text for adres in (GIDS, EEN, KANDIDAAT)]

    assert gezien == [False, False, True]


@pytest.mark.parametrize(
    ("url", "naam"),
    [
        ("https://www.example.org/a?b", "example.org"),
        ("http://leren.example.org:8080/", "leren.example.org"),
        ("mailto:a@example.org?subject=b", "a@example.org"),
        ("tel:0701234567", "0701234567"),
    ],
)
def test_a_link_is_named_by_where_it_leads(url, naam):
    assert website(url) == naam


# --- The planner ---


@pytest.mark.parametrize("vraag", ["start=2026-12-07", "dag=7+december+2026&reken=vooruit", "dag=1-2-2027"])
def test_the_planner_lays_the_steps_over_the_weeks_from_a_day_or_back_from_the_opleiding(client, toon, vandaag, vraag):
    toon(gidsstappen=(maak_stap(1, "Eerst", weken=4), maak_stap(2, "Dan", begin_week=3, weken=6)))

    html = client.get(f"{GIDS}?{vraag}").text

    assert "Van 7 december 2026 tot en met 31 januari 2027" in html
    assert "Samen 8 weken, ongeveer 2 maanden." in html
    assert "De opleiding kan beginnen op maandag 1 februari 2027." in html
    assert re.findall(r'<rect class="balk" x="([^"]+)" y="[^"]+" width="([^"]+)"', html) == [
        ("0.00%", "50.00%"),
        ("25.00%", "75.00%"),
    ]
    dag = "dag=2027-02-01" if vraag == "dag=1-2-2027" else "dag=2026-12-07&amp;reken=vooruit"
    assert f'href="{AGENDA}?{dag}"' in html
    assert "schoolvakanties" in html


def test_without_a_date_the_planner_counts_weeks_and_offers_dates(client, toon, vandaag):
    toon(gidsstappen=(maak_stap(1, weken=4),))

    html = client.get(GIDS).text

    assert "De stappen in weken" in html
    assert f'href="{GIDS}?dag=2026-12-07&amp;reken=vooruit#planner">maandag 7 december 2026</a>' in html
    assert AGENDA not in html
    assert "Naar de planning" not in html


@pytest.mark.parametrize(
    ("start", "wat"),
    [
        ("2026-02-31", "31 februari 2026 bestaat niet."),
        ("abc", "‘abc’ is geen datum."),
        ("0001-01-01", "Het jaar 0001 ligt te ver terug."),
        ("9999-12-31", "Het jaar 9999 ligt te ver vooruit."),
        ("%3Cscript%3E", "‘&lt;script&gt;’ is geen datum."),
        ("x" * 5000, "is geen datum."),
    ],
)
def test_a_nonsense_date_is_told_what_is_wrong_and_keeps_the_form(client, toon, vandaag, start, wat):
    toon(gidsstappen=(maak_stap(1),))

    response = client.get(f"{GIDS}?start={start}")

    assert response.status_code == 200
    assert wat in response.text
    assert 'aria-invalid="true" aria-describedby="fout-dag"' in response.text
    assert "De stappen in weken" in response.text
    assert client.get(f"{AGENDA}?start={start}").status_code == 404


def test_a_date_in_the_past_is_allowed_with_a_remark(client, toon, vandaag):
    toon(gidsstappen=(maak_stap(1),))

    assert "Deze planning begint in het verleden." in client.get(f"{GIDS}?start=2026-11-21").text
    assert "Deze planning begint in het verleden." not in client.get(f"{GIDS}?start=2026-11-22").text


def test_the_offer_of_dates_moves_with_the_day(client, toon, vandaag):
    toon(gidsstappen=(maak_stap(1),))
    nu = client.get(GIDS).text

    vandaag(date(2026, 12, 1))

    assert "maandag 7 december 2026" in nu
    assert "maandag 7 december 2026" not in client.get(GIDS).text


@given(waarden=st.fixed_dictionaries({}, optional=dict.fromkeys(VRAAGNAMEN, st.text(max_size=30))))
@settings(
    max_examples=voorbeelden(40), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_no_question_makes_a_page_fail(client, toon, waarden):
    toon(gidsstappen=(maak_stap(1),))

    assert client.get(GIDS, waarden).status_code == 200
    assert client.get(AGENDA, waarden).status_code in (200, 404)


def test_an_empty_day_is_no_day_and_no_fault(client, toon, vandaag):
    toon(gidsstappen=(maak_stap(1),))

    for leeg in ("start=", "start=%00", "dag=&weken-stap1=5"):
        html = client.get(f"{GIDS}?{leeg}").text
        assert "De stappen in weken" in html
        assert "aria-invalid" not in html
        assert client.get(f"{AGENDA}?{leeg}").status_code == 404


def test_weeks_are_changed_in_the_page_and_stay_in_every_address(client, toon, vandaag):
    toon(gidsstappen=(maak_stap(1, weken=4), maak_stap(2, begin_week=5, na_vorige=True)))
    vraag = "dag=2027-09-06&begin-stap2=3&weken-stap1=6"

    html = client.get(f"{GIDS}?{vraag}&weken-stap2=nul").text

    assert '<input type="number" name="weken-stap1" value="6"' in html
    assert "Weken: ‘nul’ kan niet. Kies een getal van 1 tot en met 52." in html
    assert "Stap 2 (Begin) begint voordat stap 1 (Begin) klaar is." in " ".join(html.split())
    assert "Je hebt de weken zelf aangepast." in html
    assert {f'href="{AGENDA}?{escape(vraag)}"', f'href="{GIDS}?dag=2027-09-06#planner"'} <= set(
        re.findall(r'href="[^"]*"', html)
    )
    assert "klaar is. Dat" not in " ".join(client.get(f"{GIDS}?dag=2027-09-06").text.split())


def vakantie(naam: str, regio: str, van: date, tot: date | None = None) -> Schoolvakantie:
    return Schoolvakantie(naam=naam, regio=Regio(regio), van=van, tot=tot, **BEWIJS)


def test_holidays_of_the_region_are_drawn_and_warned_for_and_a_year_without_is_said(client, toon, vandaag):
    toon(
        gidsstappen=(maak_stap(1, "Eerst", weken=4, mijlpalen=(MIJLPAAL,)),),
        schoolvakanties=(
            vakantie("Kerstvakantie", "noord", date(2026, 12, 19), date(2027, 1, 3)),
            vakantie("Elders", "zuid", date(2026, 12, 19), date(2027, 1, 3)),
        ),
    )

    def gezien(regio: str, dag: str = "2026-12-07") -> str:
        return " ".join(heel(client.get(f"{GIDS}?start={dag}&regio={regio}").text).split())

    noord = gezien("noord")
    assert "19 december 2026 tot en met 3 januari 2027. Let op, hierin: stap 1 (Eerst), mijlpaal ‘Klaar met" in noord
    assert "Elders" not in noord
    assert '<rect class="vrij" x="34.29%"' in noord
    assert "De schoolvakanties van 2027 in regio Noord staan nog niet op deze site." in noord
    assert "De schoolvakanties van 2026 en 2027 in regio Midden staan nog niet op deze site." in gezien("midden")
    assert "valt geen schoolvakantie van regio Noord" in gezien("noord", "2026-11-02")
    assert "Kies hierboven je regio." in gezien("")


def test_milestones_stand_in_the_table_beside_the_bars_and_on_the_page_of_a_party(client, toon, vandaag):
    taken = (Taak(sleutel="les", gids="overstappen", tekst="Plan de les.", partij=Partij.SCHOOL),)
    stap = maak_stap(1, mijlpalen=(MIJLPAAL,))
    toon(gidsstappen=(msgspec.structs.replace(stap, taken=(*stap.taken, *taken)), maak_stap(2, gidsen=["een-bakker"])))

    html = client.get(f"{GIDS}?dag=2027-02-01").text
    bladen = {naam: client.get(f"{GIDS}?dag=2027-02-01&partij={naam}").text for naam in Partij.values}

    assert html.count('<circle class="punt"') == 1
    assert "Klaar met kijken" in html
    assert "<strong>Voor de school</strong>" in html
    assert {
        naam: re.findall(r"Doe [a-z]+(?:-[a-z]+)? \d\.|Plan de les\.", blad)
        for naam, blad in bladen.items()
        if naam != "kandidaat"
    } == {
        "projectgroep": ["Doe overstappen 1."],
        "werkgever": ["Doe een-bakker 2."],
        "school": ["Plan de les."],
    }
    assert "Wat doet de school?" in bladen["school"]
    assert "Klaar met kijken" in bladen["school"]
    assert "maandag 1 februari 2027" in bladen["school"]
    assert "Maak je planning" in bladen["kandidaat"]  # who has nothing to do has no page


def test_a_letter_can_be_read_and_copied_in_the_guide_with_all_steps(client, toon):
    brief = Brief(naam="Oproep", tekst="Beste [naam],\n\nKom je ook?")
    toon(gidsstappen=(maak_stap(1, gidsen=["overstappen", "een-bakker"], brieven=(brief,)),))

    html = client.get(GIDS).text

    assert "<p>Beste [naam],</p>" in html
    assert 'data-kopieer-van="brief-stap1-1"' in html
    assert "Oproep" not in client.get(EEN).text


# --- The calendar ---


def test_the_calendar_has_one_event_of_whole_days_per_step_and_milestone(client, inhoud, vandaag):
    response = client.get(f"{AGENDA}?start=2026-12-07")

    afspraken = kalender(response.content)
    planning = plan(list(inhoud.alle(Gidsstap).values()), date(2026, 12, 7))
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="planning-2026-12-07.ics"'
    verwacht = []
    for balk in planning.balken:
        verwacht.append((f"Stap {balk.stap.nummer}: {balk.stap.naam}", balk.van, balk.tot))
        verwacht += [(f"Mijlpaal: {punt.mijlpaal.naam}", punt.dag, punt.dag) for punt in balk.punten]
    gevonden = [(a["SUMMARY"], a["DTSTART"].dt, a["DTEND"].dt - timedelta(days=1)) for a in afspraken]
    assert gevonden == verwacht
    assert len({a["UID"] for a in afspraken}) == len(afspraken) == 5
    assert all("DTSTART;VALUE=DATE:" in a.to_ical().decode() for a in afspraken)


REGEL = re.compile(rb"[A-Z-]+(;[A-Z-]+=[^\x00-\x1f\x7f\";:,]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")
# RFC 5545, 3.6: what stands in a component exactly once, and what once at most.
EENMAAL = {
    b"VCALENDAR": {b"PRODID", b"VERSION"},
    b"VEVENT": {b"UID", b"DTSTAMP", b"DTSTART"},
    b"VALARM": {b"ACTION", b"TRIGGER", b"DESCRIPTION"},
}
HOOGUIT = {b"CALSCALE", b"METHOD", b"DTEND", b"SUMMARY", b"SEQUENCE", b"LAST-MODIFIED", b"TRANSP", b"URL"}
TEKSTEN = {b"SUMMARY", b"DESCRIPTION", b"X-WR-CALNAME"}


def controleer_streng(bytes_: bytes) -> None:
    """Read a calendar by the letter of RFC 5545: lines, names, components, and texts with their signs escaped."""
    regels = bytes_.split(b"\r\n")
    assert regels.pop() == b""
    assert b"\n" not in bytes_.replace(b"\r\n", b"")
    assert max(len(regel) for regel in regels) <= 75
    open_: list[tuple[bytes, list[bytes]]] = []
    for regel in bytes_.replace(b"\r\n ", b"").split(b"\r\n")[:-1]:
        assert REGEL.fullmatch(regel), regel
        regel.decode()
        naam, _, waarde = regel.partition(b":")
        naam = naam.partition(b";")[0]
        if naam == b"BEGIN":
            open_.append((waarde, []))
        elif naam == b"END":
            soort, namen = open_.pop()
            assert soort == waarde
            assert all(namen.count(veld) == 1 for veld in EENMAAL[soort]), (soort, namen)
            assert all(namen.count(veld) <= 1 for veld in HOOGUIT), (soort, namen)
        else:
            open_[-1][1].append(naam)
            if naam in TEKSTEN:
                assert re.fullmatch(rb"([^\\;,]|\\[\\;,nN])*", waarde), waarde
    assert open_ == []


def test_every_line_of_the_calendar_is_as_the_standard_wants_it(client, inhoud, vandaag):
    bytes_ = client.get(f"{AGENDA}?start=2026-12-07").content

    controleer_streng(bytes_)
    regels = bytes_.split(b"\r\n")
    assert regels[0] == b"BEGIN:VCALENDAR"
    assert {b"VERSION:2.0", b"METHOD:PUBLISH"} <= set(regels)


def test_a_plan_on_other_days_moves_the_events_that_are_there(client, toon, vandaag, monkeypatch):
    """RFC 5546: the same UID, and a SEQUENCE that is higher, also when somebody goes back to the days of before."""
    toon(gidsstappen=(maak_stap(1, mijlpalen=(MIJLPAAL,)), maak_stap(2)))
    gevonden = []
    for seconden, dag in enumerate(("2026-12-07", "2026-12-14", "2026-12-07")):
        monkeypatch.setattr("django.utils.timezone.now", lambda s=seconden: NU + timedelta(seconds=s))
        antwoord = client.get(f"{AGENDA}?start={dag}")
        assert antwoord.headers["Cache-Control"] == "no-store"
        gevonden.append(kalender(antwoord.content))

    uids, reeks = ([[a[veld] for a in afspraken] for afspraken in gevonden] for veld in ("UID", "SEQUENCE"))
    assert uids[0] == uids[1] == uids[2]
    assert len(set(uids[0])) == 3
    assert reeks[0] < reeks[1] < reeks[2]
    assert reeks[2][0] < 2**31
    assert [afspraken[0]["DTSTART"].dt.day for afspraken in gevonden] == [7, 14, 7]


def test_a_milestone_is_an_event_with_an_alarm_the_morning_before(client, toon, vandaag):
    toon(gidsstappen=(maak_stap(1, mijlpalen=(MIJLPAAL,)),))

    stap, mijlpaal = kalender(client.get(f"{AGENDA}?start=2026-12-07").content)

    assert stap.walk("VALARM") == []
    assert (mijlpaal["SUMMARY"], mijlpaal["DTSTART"].dt) == ("Mijlpaal: Klaar met kijken", date(2026, 12, 20))
    (alarm,) = mijlpaal.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(hours=-15))


def test_the_calendar_is_named_after_the_guide_and_the_first_day_of_the_opleiding(client, toon, vandaag):
    toon(gidsstappen=(maak_stap(1),))

    gelezen = Calendar.from_ical(client.get(f"{AGENDA}?dag=1+februari+2027").content)

    assert gelezen["X-WR-CALNAME"] == "Gids overstappen: opleiding vanaf 1 februari 2027"


def test_without_an_address_of_its_own_the_calendar_names_the_guide_in_words(client, toon, vandaag, settings):
    toon(gidsstappen=(maak_stap(3),))
    in_woorden = kalender(client.get(f"{AGENDA}?start=2026-12-07").content)[0]
    settings.SITE_URL = "https://pad.example"
    toon(gidsstappen=(maak_stap(3),))
    met_adres = kalender(client.get(f"{AGENDA}?start=2026-12-07").content)[0]

    assert "URL" not in in_woorden
    assert "testserver" not in in_woorden["DESCRIPTION"]
    assert "Meer lezen: Gids overstappen, Ontwikkelpad Proef, stap 3" in in_woorden["DESCRIPTION"]
    assert met_adres["URL"] == "https://pad.example/werkgevers/overstappen/#stap-stap3"


def test_the_preview_puts_the_public_address_in_the_calendar(beheerder, inhoud, vandaag, settings):
    settings.SITE_URL = "https://pad.example"

    (eerste, *_) = kalender(beheerder.get(f"/beheer/voorbeeld{AGENDA}?start=2027-02-01").content)

    assert eerste["URL"].startswith("https://pad.example/werkgevers/overstappen/#stap-")


tekst = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120)


@given(naam=tekst, wie=tekst, site=tekst, taak=tekst)
@settings(max_examples=voorbeelden(60))
def test_whatever_the_texts_are_the_calendar_can_be_read_back(naam, wie, site, taak):
    taak_ = Taak(sleutel="taak", gids=GIDSEN[0].slug, tekst=taak)
    mijlpaal = msgspec.structs.replace(MIJLPAAL, naam=naam, toelichting=taak)
    stap = msgspec.structs.replace(maak_stap(1, naam, wie=wie), taken=(taak_,), mijlpalen=(mijlpaal,))

    gids = msgspec.structs.replace(GIDSEN[0], naam=naam)
    bytes_ = maak_kalender(plan([stap], date(2026, 12, 7)), gids, site, NU)

    afspraak, _ = kalender(bytes_)
    assert (afspraak["DTSTART"].dt, afspraak["DTEND"].dt) == (date(2026, 12, 7), date(2026, 12, 21))
    assert afspraak["DTSTAMP"].dt == NU
    controleer_streng(bytes_)


@pytest.mark.parametrize("naam", ["Een, twee; drie", 'Terug\\slag: "ja"', "Regel\nnog een", "é" * 80, "BEGIN:VEVENT"])
def test_a_name_with_signs_of_the_format_comes_back_whole(naam):
    planning = plan([maak_stap(1, naam)], date(2026, 12, 7))
    (afspraak,) = kalender(maak_kalender(planning, GIDSEN[0], "Proef", NU))

    assert afspraak["SUMMARY"] == f"Stap 1: {naam}"


# --- Regelingen, leerwegen, practice ---


@pytest.mark.parametrize(
    ("van", "tot", "geldt"),
    [
        (None, None, True),
        (VANDAAG, VANDAAG, True),
        (VANDAAG + timedelta(days=1), None, False),
        (None, VANDAAG - timedelta(days=1), False),
    ],
)
def test_a_regeling_holds_from_its_first_day_to_its_last(van, tot, geldt):
    assert bool(geldig([maak_regeling("a", van, tot)], VANDAAG)) == geldt


def test_a_regeling_goes_by_itself_the_day_after_its_last(client, toon, vandaag):
    toon(regelingen=(maak_regeling("Steuntje", tot=VANDAAG),))
    op_tijd = client.get("/werkgevers/").text

    vandaag(VANDAAG + timedelta(days=1))

    assert "Steuntje" in op_tijd
    assert "Geldig tot en met 22 november 2026." in op_tijd
    assert "Steuntje" not in client.get("/werkgevers/").text


def test_leerwegen_are_explained_and_compared(client, inhoud):
    html = heel(client.get("/werkgevers/leerwegen/").text)

    for leerweg in inhoud.alle(Leerweg).values():
        assert f'<th scope="row"><a href="#leerweg-{leerweg.slug}">{leerweg.naam}</a></th>' in html
        assert f'<h3 id="leerweg-{leerweg.slug}">{leerweg.naam}</h3>' in html
        assert leerweg.school in html


def test_practice_shows_the_ways_to_coach_somebody(client, inhoud):
    html = heel(client.get("/werkgevers/praktijk/").text)

    assert inhoud.alle(Begeleiding)
    assert all(rij.naam in html and rij.wanneer in html for rij in inhoud.alle(Begeleiding).values())


def test_practice_shows_articles_and_checklists_in_their_order(client, toon):
    punt = Artikelpunt(sleutel="punt", kop="Punt", tekst="Uitleg.")
    rijen = [("lees", "artikel"), ("vink", "checklist"), ("nog", "artikel")]
    toon(
        artikelen=tuple(
            Artikel(sleutel=slug, slug=slug, kop=slug, soort=soort, inleiding="Hier.", punten=(punt,), **BEWIJS)
            for slug, soort in rijen
        )
    )

    html = Client().get("/werkgevers/praktijk/").text

    assert re.findall(r'<h2 id="artikel-(\w+)">', html) == ["lees", "vink", "nog"]
    assert html.count('<label><input type="checkbox" data-sleutel="punt">') == 1
    assert html.count('<ol class="punten"') == 2
