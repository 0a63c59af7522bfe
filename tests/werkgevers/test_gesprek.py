"""The career conversation: choices in the address, the way to the goal, and pages that hold nothing of anybody."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as instellingen
from hypothesis import strategies as st

from functies.document import Beroepsvereiste, Competentie, Doorgroei, Functie, Opleidingslink, Werkveld
from functies.keuzes import Kleur, Rol
from functies.keuzes import Stapsoort as Soort
from ontwikkelpad.document import Ontwikkelpad
from opleidingen.document import Aanbieder, Niveau, Opleiding
from opleidingen.keuzes import Erkenning
from tests.openbaar import tags
from tests.pagina import heel, tekst, zonder_kop
from tests.voorbeelden import voorbeelden
from uitgave import document as d
from uitgave.huidig import huidig
from uitgave.pad import Pad
from werkgevers.document import Doelgroep, Gespreksvraag, Leerweg, Regeling, Werkgevers
from werkgevers.gesprek import (
    Gesprekskeuze,
    aanbieders,
    kiesbare_competenties,
    leesbaar_adres,
    passende_leerwegen,
    suggesties,
    vragen,
    wegen,
)
from werkgevers.keuzes import Moment, Voor

pytestmark = pytest.mark.een_database

GESPREK = "/werkgevers/gesprek/"
PAGINAS = [GESPREK, f"{GESPREK}doel/", f"{GESPREK}afspraken/", f"{GESPREK}blad/"]
BEWIJS: dict[str, Any] = {"bron": "Een bron.", "gecontroleerd_op": date(2026, 1, 1)}
WIE = Aanbieder(
    sleutel="een-vereniging",
    slug="een-vereniging",
    naam="Een vereniging",
    url="https://www.example.org/",
    toelichting="",
)


def maak_opleiding(naam: str, **velden: Any) -> Opleiding:
    leeg = dict.fromkeys(["code", "omschrijving", "leeroverzicht_url"], "")
    soort = {"op_niveau": "vier", "coderegister": None, "erkenning": Erkenning.OVERHEID, "aanbieders": ()}
    return Opleiding(sleutel=naam, slug=naam, naam=naam, **{**leeg, **soort, **BEWIJS, **velden})


def maak_functie(naam: str, kan: str = "", past: str = "", eis: str = "", diploma: str = "", **velden: Any) -> Functie:
    """A functie that asks these; more of a kind are words with spaces between."""
    rollen = [(Rol.PASSEND, slug) for slug in past.split()] + [(Rol.VEREIST, slug) for slug in diploma.split()]
    return Functie(
        sleutel=naam,
        slug=naam,
        naam=naam,
        competenties=tuple(kan.split()),
        beroepsvereisten=tuple(eis.split()),
        opleidingen=tuple(Opleidingslink(opleiding=slug, rol=rol, toelichting="") for rol, slug in rollen),
        **{
            "afkorting": "",
            "kaartnaam": "",
            "werkveld": "veld",
            "vanaf_niveau": "vier",
            "samenvatting": "",
            "omschrijving": "",
        },
        zijpaden=(),
        geen_vervolg=False,
        **BEWIJS,
    )


def maak_vraag(slug: str, **velden: Any) -> Gespreksvraag:
    standaard = {"voor": Voor.SAMEN, "moment": Moment.DOEL, "soort": None, "functie": None}
    return Gespreksvraag(sleutel=slug, slug=slug, vraag=f"{slug}?", **{**standaard, **BEWIJS, **velden})


def maak_leerweg(naam: str, *doelgroepen: str) -> Leerweg:
    leeg = dict.fromkeys(["uitleg", "school", "werk", "contract", "geschikt"], "")
    return Leerweg(sleutel=naam, slug=naam, naam=naam, doelgroepen=doelgroepen, **leeg, **BEWIJS)


def maak_pad(*functies: Functie, stappen: str = "", **delen: Any) -> Pad:
    """An edition of these functies; `stappen` such as "a>b b>c" are its steps, all doorstroom."""
    slugs = {slug for functie in functies for slug in functie.competenties}
    eisen = {slug for functie in functies for slug in functie.beroepsvereisten}
    links = {link.opleiding: link.rol for functie in functies for link in functie.opleidingen}
    paren = [stap.split(">") for stap in stappen.split()]
    basis: dict[str, Any] = {
        "niveaus": (Niveau(sleutel="vier", slug="vier", naam="vier"),),
        "werkvelden": (Werkveld(sleutel="veld", slug="veld", naam="Veld", kleur=Kleur.ROOD),),
        "beroepsvereisten": tuple(
            Beroepsvereiste(sleutel=s, slug=s, naam=s, uitleg="", url="", **BEWIJS) for s in sorted(eisen)
        ),
        "competenties": tuple(Competentie(sleutel=s, slug=s, naam=s, **BEWIJS) for s in sorted(slugs)),
        "opleidingen": tuple(
            maak_opleiding(slug) if rol == Rol.PASSEND else maak_opleiding(slug, op_niveau=None, aanbieders=(WIE.slug,))
            for slug, rol in links.items()
        ),
        "doorgroei": tuple(
            Doorgroei(van=van, naar=naar, soort=Soort.DOORSTROOM, voorwaarde="", **BEWIJS) for van, naar in paren
        ),
        "doelgroepen": (Doelgroep(sleutel="jong", slug="jong", naam="Jong", uitleg="", **BEWIJS),),
    }
    teksten = dict.fromkeys(Ontwikkelpad.__struct_fields__, "tekst") | {"leeroverzicht_url": "https://l.example/"}
    voor = dict.fromkeys(Werkgevers.__struct_fields__, "tekst") | {"schoolvakanties_url": "https://a.example/"}
    document = d.documentsoort()(
        schema=d.SCHEMA,
        aanbieders=(WIE,),
        ontwikkelpad=Ontwikkelpad(**teksten),
        werkgevers=Werkgevers(**voor),
        functies=functies,
        verhalen=(),
        synoniemen=(),
        **(basis | delen),
    )
    return Pad(d.Uitgave(id=1, nummer="1", datum=date(2026, 2, 6), wijzigingen="", document=document))


A = maak_functie("a", kan="bellen plannen", past="school", eis="pas")
B = maak_functie("b", kan="plannen leiden", past="school", eis="pas", diploma="papier")
C = maak_functie("c", kan="bellen leiden rekenen", past="hoger", eis="pas rijbewijs", diploma="papier")
LOS = maak_functie("los", kan="plannen bellen", past="hoger")
ABC = maak_pad(A, B, C, LOS, stappen="a>b b>c")


def kies(pad: Pad, **vraag: str) -> Gesprekskeuze:
    """The choices of `?van=a&kan=x&kan=y`, written as van="a", kan="x y"."""
    return Gesprekskeuze.uit(pad, {naam: waarde.split() for naam, waarde in vraag.items()})


def slugs(rijen: Any) -> list[str]:
    return [rij.slug for rij in rijen]


# --- What the address says ---


def test_choices_are_read_and_written_in_one_order():
    keuze = kies(ABC, kan="plannen bellen plannen", naar="c", van="a", wie="jong", opleiding="school", via="b")

    assert keuze.adres() == "?van=a&opleiding=school&wie=jong&naar=c&kan=bellen&kan=plannen&via=b"
    assert keuze.adres(naar="b", via=()) == "?van=a&opleiding=school&wie=jong&kan=bellen&kan=plannen&naar=b"
    assert kies(ABC).adres() == ""


def test_what_is_unknown_is_left_out_and_named():
    keuze = kies(ABC, van="weg", opleiding="papier", wie="x", kan="bellen nee", naar="c", via="nergens")

    assert (keuze.van, keuze.opleiding, keuze.wie, slugs(keuze.kan), keuze.via) == (None, None, None, ["bellen"], ())
    assert keuze.onbekend == ("weg", "papier", "x", "nee", "nergens")


def test_of_a_double_choice_the_last_that_is_known_counts():
    assert kies(ABC, van="a b onzin").van == B


def test_a_goal_where_you_already_are_is_no_goal():
    keuze = kies(ABC, van="a", naar="a")

    assert (keuze.naar, keuze.zelfde) == (None, True)


@given(
    st.dictionaries(
        st.sampled_from(["van", "opleiding", "wie", "kan", "naar", "via", "anders"]),
        st.lists(st.one_of(st.sampled_from(["a", "b", "c", "school", "jong", "bellen", ""]), st.text())),
    )
)
def test_any_query_gives_choices_that_are_kept_by_their_own_address(vraag):
    keuze = Gesprekskeuze.uit(ABC, vraag)

    opnieuw = Gesprekskeuze.uit(ABC, parse_qs(keuze.adres().removeprefix("?")))
    assert opnieuw.paren() == keuze.paren()
    assert opnieuw.onbekend == ()
    assert all(woord.isprintable() for woord in keuze.onbekend)
    gevonden = wegen(ABC, keuze)
    assert (gevonden is None) == (keuze.naar is None)
    if gevonden:
        assert gevonden.gekozen.stappen[-1].paneel.functie == keuze.naar


# --- The way, and what is missing on it ---


def test_each_step_says_what_earlier_steps_did_not_ask():
    weg = wegen(ABC, kies(ABC, van="a", naar="c")).gekozen
    naar_b, naar_c = weg.stappen

    assert (weg.begin.functie, weg.via) == (A, ("b",))
    assert ([v.opleiding.slug for v in naar_b.gedeeld], naar_b.nodig) == (["school"], ())
    assert [v.opleiding.slug for v in naar_b.diplomas] == ["papier"]
    assert (slugs(naar_b.eisen), slugs(naar_b.leren), slugs(naar_b.mee)) == ([], ["leiden"], ["plannen"])
    assert [v.opleiding.slug for v in naar_c.nodig] == ["hoger"]
    assert (naar_c.diplomas, slugs(naar_c.eisen)) == ((), ["rijbewijs"])
    assert (slugs(naar_c.leren), slugs(naar_c.mee)) == (["rekenen"], ["bellen", "leiden"])


def test_what_you_can_do_already_is_not_missing():
    stap = wegen(ABC, kies(ABC, van="a", naar="b", kan="leiden plannen")).gekozen.stappen[0]

    assert (slugs(stap.leren), slugs(stap.kan), stap.mee, stap.meegenomen) == ([], ["plannen", "leiden"], (), 2)


def test_your_opleiding_fits_or_one_is_needed():
    past = wegen(ABC, kies(ABC, van="b", naar="c", opleiding="hoger")).gekozen.stappen[0]
    nodig = wegen(ABC, kies(ABC, van="b", naar="c")).gekozen.stappen[0]

    assert (past.past, past.nodig, nodig.past) == (True, (), False)
    assert [vak.opleiding.slug for vak in nodig.waar] == ["hoger"]


def test_from_an_opleiding_the_way_begins_with_coming_in():
    gevonden = wegen(ABC, kies(ABC, opleiding="school", naar="c"))

    assert [weg.via for weg in gevonden.alle] == [("b",), ("a", "b")]
    eerste = gevonden.gekozen.stappen[0]
    assert (gevonden.gekozen.begin, eerste.stap, eerste.past) == (None, None, True)
    assert (slugs(eerste.eisen), [v.opleiding.slug for v in eerste.diplomas]) == (["pas"], ["papier"])


def test_another_route_is_chosen_by_its_functies_and_kept_in_the_address():
    keuze = kies(ABC, opleiding="school", naar="c", via="a b")
    gevonden = wegen(ABC, keuze)

    assert (gevonden.gekozen.via, gevonden.via, gevonden.vervallen) == (("a", "b"), ("a", "b"), False)


def test_a_route_that_is_not_there_gives_the_shortest_and_says_so():
    gevonden = wegen(ABC, kies(ABC, van="a", naar="c", via="los"))

    assert (gevonden.gekozen.via, gevonden.via, gevonden.vervallen) == (("b",), (), True)


@pytest.mark.parametrize("vraag", [{"naar": "los"}, {"van": "a", "naar": "los"}, {"naar": "c", "kan": "bellen"}])
def test_without_steps_the_way_is_that_of_an_opleiding(vraag):
    gevonden = wegen(ABC, kies(ABC, **vraag))

    assert (gevonden.zonder_route, gevonden.gekozen.begin) == (True, None)
    assert [stap.paneel.functie.slug for stap in gevonden.gekozen.stappen] == [vraag["naar"]]


def test_who_offers_what_is_needed_is_named_once():
    assert aanbieders(ABC, wegen(ABC, kies(ABC, naar="c")).gekozen) == [WIE]
    assert aanbieders(ABC, None) == []


# --- What lies near ---


def test_suggestions_are_nearest_first_and_then_what_is_alike():
    dichtbij, lijkt = suggesties(ABC, kies(ABC, van="a"))

    assert [(s.functie.slug, s.stappen, s.mee, s.totaal) for s in dichtbij] == [("b", 1, 1, 2), ("c", 2, 1, 3)]
    assert [halte.slug for halte in dichtbij[1].tussen] == ["b"]
    assert [(s.functie.slug, s.stappen, s.mee) for s in lijkt] == [("los", None, 2)]


def test_suggestions_from_an_opleiding_begin_with_what_it_fits():
    dichtbij, lijkt = suggesties(ABC, kies(ABC, opleiding="school", kan="plannen"))

    assert [(s.functie.slug, s.stappen) for s in dichtbij] == [("a", 0), ("b", 0), ("c", 1)]
    assert lijkt == []


def test_with_competenties_alone_only_what_is_alike_is_suggested():
    dichtbij, lijkt = suggesties(ABC, kies(ABC, kan="bellen plannen"))

    assert (dichtbij, [s.functie.slug for s in lijkt]) == ([], ["a", "los"])
    assert suggesties(ABC, kies(ABC)) == ([], [])


def test_there_are_never_too_many_suggestions():
    veel = maak_pad(A, *(maak_functie(f"f{n}", kan="bellen plannen") for n in range(30)), stappen="a>f1 a>f2 a>f3")

    dichtbij, lijkt = suggesties(veel, kies(veel, van="a"), hoogstens=2)

    assert (len(dichtbij), len(lijkt)) == (2, 2)


# --- What to talk about ---


def test_each_competentie_is_offered_once_with_those_of_your_functie_first():
    groepen = kiesbare_competenties(ABC, kies(ABC, van="a", naar="b"))

    assert [(f.slug if f else None, slugs(rijen)) for f, rijen in groepen] == [
        ("a", ["bellen", "plannen"]),
        ("b", ["leiden"]),
        (None, ["rekenen"]),
    ]
    assert kiesbare_competenties(maak_pad(), Gesprekskeuze()) == []


def test_leerwegen_follow_from_who_you_are():
    pad = maak_pad(leerwegen=(maak_leerweg("x", "jong"), maak_leerweg("y")))

    assert slugs(passende_leerwegen(pad, pad.alle(Doelgroep)["jong"], None)) == ["x"]
    assert slugs(passende_leerwegen(pad, None, None)) == ["x", "y"]


def test_questions_follow_the_moment_the_kinds_of_step_and_the_functies():
    rijen = (
        maak_vraag("altijd"),
        maak_vraag("nu", moment=Moment.NU),
        maak_vraag("doorstroom", soort=Soort.DOORSTROOM, voor=Voor.KANDIDAAT),
        maak_vraag("verdieping", soort=Soort.VERDIEPING),
        maak_vraag("over-b", functie="b", voor=Voor.WERKGEVER),
        maak_vraag("over-a", functie="a"),
        maak_vraag("zo-naar-c", functie="c", soort=Soort.DOORSTROOM),
    )
    pad = maak_pad(A, B, C, stappen="a>b b>c", gespreksvragen=rijen)

    def gevraagd(**vraag):
        gevonden = wegen(pad, kies(pad, **vraag))
        lijst = vragen(pad, Moment.DOEL, gevonden.gekozen if gevonden else None)
        return [(voor.value, slugs(groep)) for voor, groep in lijst]

    assert gevraagd() == [("samen", ["altijd"])]
    assert gevraagd(naar="b") == [("werkgever", ["over-b"]), ("samen", ["altijd"])]
    assert gevraagd(van="a", naar="c") == [
        ("kandidaat", ["doorstroom"]),
        ("werkgever", ["over-b"]),
        ("samen", ["altijd", "zo-naar-c"]),
    ]


def test_an_address_is_printed_as_people_type_it():
    assert leesbaar_adres("https://www.example.org/a/") == "www.example.org/a"
    assert leesbaar_adres("mailto:a@example.org") == "a@example.org"


# --- The pages ---


@pytest.fixture
def toon() -> Callable[[Pad], Pad]:
    def nu(pad: Pad) -> Pad:
        huidig.pad = pad
        return pad

    return nu


@pytest.mark.parametrize("adres", PAGINAS)
def test_a_page_is_there_without_a_query_and_not_without_texts_for_employers(
    client, inhoud, toon, adres, django_assert_num_queries
):
    with django_assert_num_queries(0):
        assert client.get(adres, {"van": "winkelmedewerker", "naar": "bedrijfsleider"}).status_code == 200

    toon(maak_pad(A)).delen["werkgevers"] = None
    assert client.get(adres).status_code == 404


def test_every_way_between_two_functies_and_from_every_opleiding_can_be_shown(client, inhoud):
    begin = [{"van": slug} for slug in inhoud.alle(Functie)] + [{"opleiding": s} for s in [*inhoud.alle(Opleiding), ""]]
    for van in begin:
        for naar in inhoud.alle(Functie):
            assert client.get(PAGINAS[1], {**van, "naar": naar}).status_code == 200


def test_the_steps_keep_all_choices_in_links_and_forms(client, inhoud):
    keuzes = "van=bakkershulp&wie=overstapper&naar=bedrijfsleider&kan=klanten-helpen&kan=een-rooster-maken"
    via = "&via=winkelmedewerker&via=winkelleider"

    for adres in PAGINAS:
        html = client.get(f"{adres}?{keuzes}{via}").text
        stappen = [kenmerken["href"] for tag, kenmerken in tags(html) if "data-stap" in kenmerken]
        assert stappen == [f"{pagina}?{keuzes}{via}" for pagina in PAGINAS]
    html = client.get(f"{PAGINAS[1]}?{keuzes}{via}").text
    assert re.findall(r'<input type="hidden" name="(.*?)" value="(.*?)">', html) == [
        ("van", "bakkershulp"),
        ("wie", "overstapper"),
        ("kan", "klanten-helpen"),
        ("kan", "een-rooster-maken"),
        ("via", "winkelmedewerker"),
        ("via", "winkelleider"),
    ]


def test_no_field_for_free_text_has_a_name_or_stands_in_a_form(client, inhoud):
    html = client.get(PAGINAS[2], {"van": "winkelmedewerker", "naar": "bedrijfsleider"}).text

    velden = re.findall(r"<(?:input|textarea|select)\b[^>]*>", html)
    eigen = [veld for veld in velden if re.search(r"data-(veld|noot|over|documentnaam|b)", veld)]
    assert len(eigen) == 3 * 7 + 4 + 2 + 2 + 1 + 2  # agreements, others, notes, looking back, the document, keeping
    assert [veld for veld in eigen if re.search(r"\b(name|form)=", veld)] == []
    vormen = re.findall(r"<form\b.*?</form>", html, re.S)
    assert vormen == []
    assert all('autocomplete="off"' in veld for veld in eigen if "data-veld" in veld)


def test_who_has_a_functie_starts_from_it_also_where_no_steps_lead(client, inhoud):
    keuzes = {"van": "bedrijfsleider", "naar": "broodbakker"}
    doel, blad = (client.get(adres, keuzes).text for adres in PAGINAS[1::2])

    assert ("Hier sta je nu." in doel, "Je werkt nog niet" in doel) == (True, False)
    assert "Van Bedrijfsleider naar Broodbakker" in heel(blad)


def test_without_a_goal_the_sheet_says_who_you_are(client, inhoud):
    blad = client.get(PAGINAS[3], {"wie": "overstapper"}).text

    assert "<dt>Je bent</dt><dd>Overstapper</dd>" in heel(blad)


def test_with_a_goal_the_sheet_begins_with_what_you_can(client, inhoud):
    keuzes = {"van": "bakkershulp", "naar": "broodbakker", "kan": ["op-tijd-klaar-zijn", "een-oven-instellen"]}
    blad = heel(client.get(PAGINAS[3], keuzes).text)

    assert "Dit kun je al: Een oven instellen · Op tijd klaar zijn" in tekst(blad)
    assert "Dit kun je al" not in client.get(PAGINAS[3], keuzes | {"kan": []}).text


def test_the_question_who_you_are_stands_before_the_button_that_leads_past_it(client, inhoud):
    html = client.get(GESPREK).text

    assert html.index("Wie ben je?") < html.index("Toon wat bij mijn functie hoort") < html.index('name="kan"')


def test_who_chose_nothing_is_not_told_where_they_work(client, inhoud):
    html = tekst(client.get("/werkgevers/gesprek/doel/?naar=broodbakker").text)

    assert "Jij, nu Je koos bij stap 1 geen functie of opleiding." in html


def test_the_agreements_name_the_route_or_only_the_goal(client, inhoud):
    route = tekst(client.get("/werkgevers/gesprek/afspraken/?van=bakkershulp&naar=broodbakker").text)
    doel = tekst(client.get("/werkgevers/gesprek/afspraken/?naar=broodbakker").text)

    assert "Jouw route: Bakkershulp → Broodbakker." in route
    assert "Jouw doel: Broodbakker." in doel


def test_without_a_script_there_are_three_rows_and_three_empty_lines(client, inhoud):
    assert client.get(PAGINAS[2]).text.count("<fieldset data-rij>") == 3
    assert client.get(PAGINAS[3]).text.count("<tr><td></td><td data-kop=") == 3


def test_only_regelingen_that_hold_today_are_shown(client, toon, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 6, 1))
    regeling = Regeling(
        sleutel="r",
        slug="r",
        naam="Oude regeling",
        uitleg="",
        url="",
        geldig_van=None,
        geldig_tot=date(2026, 5, 31),
        **BEWIJS,
    )
    toon(maak_pad(A, regelingen=(regeling,)))
    assert "Oude regeling" not in client.get(PAGINAS[1], {"naar": "a"}).text

    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 5, 31))
    assert "Oude regeling" in client.get(PAGINAS[1], {"naar": "a"}).text


def test_the_host_of_a_request_is_on_no_page(client, toon, settings):
    settings.ALLOWED_HOSTS = ["*"]
    toon(ABC)

    for adres in PAGINAS:
        assert "vreemd.example" not in client.get(f"{adres}?naar=a", headers={"host": "vreemd.example"}).text
    assert "data-adres>/werkgevers/gesprek/doel/?naar=a<" in client.get(f"{PAGINAS[3]}?naar=a").text
    assert "<svg" not in zonder_kop(client.get(f"{PAGINAS[3]}?naar=a").text)


def test_with_its_own_address_the_sheet_has_a_code_with_the_choices(client, toon, settings, monkeypatch):
    settings.SITE_URL = "https://site.example"
    codes = []
    monkeypatch.setattr("werkgevers.gesprekspagina.qr", lambda adres: codes.append(adres) or "")
    toon(ABC)

    html = client.get(f"{PAGINAS[3]}?naar=c&van=a&kan=bellen&onzin=x&via=los").text

    assert codes == ["https://site.example/werkgevers/gesprek/doel/?van=a&naar=c&kan=bellen"]
    assert "https://site.example/werkgevers/gesprek/doel/?van=a&amp;naar=c&amp;kan=bellen<" in html


def test_the_code_has_no_style_of_its_own_and_a_long_address_is_shortened_on_paper(client, toon, settings):
    settings.SITE_URL = "https://site.example"
    veel = " ".join(f"competentie-{n}" for n in range(40))
    toon(maak_pad(maak_functie("a", kan=veel)))

    html = client.get(PAGINAS[3], {"naar": "a", "kan": veel.split()}).text

    (code,) = re.findall(r"<svg.*?</svg>", zonder_kop(html), re.S)
    assert "style" not in code
    assert "data-adres>https://site.example/werkgevers/gesprek/doel/?naar=a<" in html
    assert "In de code staat alles." in html


def test_an_address_that_fits_in_no_code_gives_a_sheet_without_one(client, toon, settings):
    settings.SITE_URL = "https://site.example"
    veel = " ".join(f"competentie-{n}" for n in range(300))
    toon(maak_pad(maak_functie("a", kan=veel)))

    response = client.get(PAGINAS[3], {"naar": "a", "kan": veel.split()})

    assert (response.status_code, "<svg" in zonder_kop(response.text)) == (200, False)


def test_the_preview_prints_the_public_address(beheerder, inhoud, settings):
    html = beheerder.get("/beheer/voorbeeld/werkgevers/gesprek/blad/?naar=broodbakker").text

    assert "data-adres>/werkgevers/gesprek/doel/?naar=broodbakker<" in html


def test_the_panel_of_a_functie_leads_to_a_conversation_about_it(client, inhoud, toon):
    html = client.get("/functies/broodbakker/?opleiding=broodbakken").text
    assert 'href="/werkgevers/gesprek/?naar=broodbakker&amp;opleiding=broodbakken"' in html

    toon(maak_pad(A))
    assert "Start een gesprek" in client.get("/functies/a/").text
    huidig.pad.delen["werkgevers"] = None
    huidig.pad.bladzijden.vergeet()
    assert "Start een gesprek" not in client.get("/functies/a/").text


def test_unknown_values_are_named_but_never_all(client, inhoud):
    html = client.get(PAGINAS[0], {"van": "x" * 10_000, "kan": [f"nee-{n}" for n in range(100)]}).text

    assert html.count("nee-") == 2
    assert "Er staat nog meer in dit adres wat we niet kennen." in html
    assert "x" * 41 not in html
    assert "Die keuze doet dus niet mee." in client.get(PAGINAS[2], {"wie": "niemand"}).text


VIJANDIG = [
    "van=%00&naar=%00",
    "van=" + "a" * 10_000,
    "naar[]=x&naar=a&naar=b&naar=a",
    "&".join(f"kan=k{n}" for n in range(100)),
    "&".join(f"kan=bellen&via=b&x{n}" for n in range(500)),
    "van=%FF%FE&wie=%ED%A0%80&via=%E2%80%AE",
    "van=../../etc/passwd&opleiding='--&naar=%22><script>alert(1)</script>",
    "van=a&naar=c&via=c&via=a&via=b&via=b",
    "van&naar&kan&=&&&",
    "kan={{7*7}}&van={x.__init__}&naar=%s%n",
]


@pytest.mark.parametrize("vraag", VIJANDIG)
@pytest.mark.parametrize("adres", PAGINAS)
def test_no_query_breaks_a_page(client, toon, adres, vraag):
    toon(ABC)

    response = client.get(f"{adres}?{vraag}")

    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "\0" not in response.text


@instellingen(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=voorbeelden(60), deadline=None)
@given(
    adres=st.sampled_from(PAGINAS),
    vraag=st.lists(
        st.tuples(
            st.sampled_from(["van", "opleiding", "wie", "kan", "naar", "via"]),
            st.one_of(st.sampled_from(["a", "b", "c", "los", "school", "jong", "bellen"]), st.text(max_size=20)),
        )
    ),
)
def test_no_generated_query_breaks_a_page(client, toon, adres, vraag):
    toon(ABC)

    assert client.get(adres, {naam: [w for n, w in vraag if n == naam] for naam, _ in vraag}).status_code == 200
