"""The career conversation: choices in the address, the way to the goal, and pages that hold nothing of anybody."""

import re
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import parse_qs, parse_qsl, quote, urlsplit

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as instellingen
from hypothesis import strategies as st

from functies.document import Beroepsvereiste, Competentie, Doorgroei, Functie, Opleidingslink, Werkveld
from functies.keuzes import Gebruikelijk, Kleur, Rol
from functies.keuzes import Stapsoort as Soort
from ontwikkelpad.document import Ontwikkelpad
from opleidingen.document import Aanbieder, Niveau, Opleiding
from opleidingen.keuzes import Erkenning
from tests.openbaar import tags
from tests.pagina import tekst, zonder_kop
from tests.voorbeelden import voorbeelden
from uitgave import document as d
from uitgave.huidig import huidig
from uitgave.pad import Pad
from werkgevers.antwoorden import LENGTE, code_van, maak_codes
from werkgevers.document import Doelgroep, Gespreksvraag, Leerweg, Regeling, Werkgevers
from werkgevers.gesprek import (
    aanbieders,
    aanleidingen,
    kiesbare_competenties,
    leesbaar_adres,
    lijsten,
    passende_leerwegen,
    suggesties,
    vragen,
)
from werkgevers.gesprek import wegen as wegen_naar
from werkgevers.gesprekskeuze import Gesprekskeuze
from werkgevers.keuzes import Doel, Moment, Voor, Werk

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


def wegen(pad: Pad, keuze: Gesprekskeuze) -> Any:
    """The ways to the one goal; None without a goal."""
    return wegen_naar(pad, keuze, *keuze.naar) if len(keuze.naar) == 1 else None


def antwoorden(pad: Pad, **gegeven: str) -> str:
    """The answers as a part of an address, written as bellen="k"."""
    return "&".join(f"{code_van(pad)[slug]}={letter}" for slug, letter in gegeven.items())


def slugs(rijen: Any) -> list[str]:
    return [rij.slug for rij in rijen]


# --- What the address says ---


def test_choices_are_read_and_written_in_one_order():
    keuze = kies(
        ABC, kan="plannen bellen plannen", naar="c", van="a los", wie="jong", opleiding="school papier", via="b"
    )
    begin, kan = "?van=a&van=los&opleiding=school&opleiding=papier&wie=jong", antwoorden(ABC, bellen="k", plannen="k")

    assert keuze.adres() == f"{begin}&naar=c&via=b&{kan}"
    assert keuze.adres(naar="b", via=()) == f"{begin}&{kan}&naar=b"
    assert kies(ABC).adres() == ""


def test_a_functie_comes_into_a_conversation_that_keeps_its_choices():
    code = antwoorden(ABC, bellen="k")
    met = {
        naar: kies(ABC, van="a", wie="jong", **keuzes).adres_naar(ABC.alle(Functie)[naar])
        for naar, keuzes in {
            "b": {"naar": "c", "via": "b", "kan": "bellen"},
            "c": {"doel": "verkennen", "naar": "b"},
            "los": {"doel": "groeien"},
            "a": {"doel": "groeien"},
        }.items()
    }

    assert met == {
        "b": f"?van=a&wie=jong&{code}&naar=b",
        "c": "?van=a&wie=jong&doel=verkennen&naar=b&naar=c",
        "los": "?van=a&wie=jong&naar=los",
        "a": "?van=a&wie=jong&doel=groeien",
    }
    assert kies(ABC).adres_naar(A) == "?naar=a"


def test_what_a_profiel_adds_counts_for_more_than_what_was_answered_before():
    [paar] = parse_qsl(antwoorden(ABC, bellen="l"))

    assert kies(ABC, kan="bellen", **dict([paar])).adres() == f"?{antwoorden(ABC, bellen='k')}"


def test_what_is_unknown_is_left_out_and_named():
    keuze = kies(ABC, van="weg", opleiding="x", wie="y", werk="z", doel="q", kan="bellen nee", naar="c", via="nergens")

    assert (keuze.van, keuze.opleidingen, keuze.wie, keuze.werk, keuze.via) == ((), (), None, None, ())
    assert (keuze.doel, list(keuze.antwoorden)) == (Doel.FUNCTIE, ["bellen"])
    assert keuze.onbekend == ("weg", "x", "z", "y", "nee", "q", "nergens")


def test_of_a_choice_that_is_made_once_the_last_that_is_known_counts():
    keuze = kies(ABC, naar="a b onzin", werk="anders verwant", doel="groeien functie")

    assert (slugs(keuze.naar), keuze.werk, keuze.doel) == (["b"], Werk.VERWANT, Doel.FUNCTIE)


def test_no_more_counts_than_fits_on_a_page():
    veel = maak_pad(*(maak_functie(f"f{n}") for n in range(9)))
    keuze = kies(veel, van="f0 f1 f2 f3 f4 f5 f6 f7")

    assert (len(keuze.van), keuze.te_veel) == (6, True)
    assert slugs(kies(veel, doel="verkennen", naar="f1 f2 f3 f4").naar) == ["f1", "f2", "f3"]


def test_an_address_of_an_earlier_release_means_another_functie():
    keuze = kies(ABC, van="a", naar="c", kan="bellen")

    assert (keuze.doel, slugs(keuze.doelen)) == (Doel.FUNCTIE, ["c"])
    assert keuze.adres() == f"?van=a&naar=c&{antwoorden(ABC, bellen='k')}"
    assert kies(ABC, van="a").doel is None


def test_who_grows_talks_about_where_they_work():
    keuze = kies(ABC, van="a b", doel="groeien", naar="c")

    assert (slugs(keuze.doelen), keuze.naar, keuze.adres()) == (["a", "b"], (), "?van=a&van=b&doel=groeien")


def test_who_wants_to_do_work_besides_theirs_chooses_only_from_such_work():
    stappen = (Doorgroei(van="a", naar="b", soort=Soort.VERBREDING, voorwaarde="", **BEWIJS),)
    pad = maak_pad(A, B, C, doorgroei=stappen)

    assert slugs(kies(pad, van="a", doel="erbij", naar="b").naar) == ["b"]
    anders = kies(pad, van="a", doel="erbij", naar="c")
    assert (anders.naar, anders.geen_verbreding) == ((), C)


def test_a_goal_where_you_already_are_is_no_goal():
    keuze = kies(ABC, van="a", naar="a")

    assert (keuze.naar, keuze.zelfde) == ((), A)


def test_a_code_is_short_lasts_and_is_no_other_name_in_an_address():
    sleutels = [f"competentie-{n}" for n in range(2000)]
    codes = maak_codes(sleutels)

    assert len(set(codes.values())) == len(sleutels)
    assert all(code[0].isdigit() and len(code) >= LENGTE for code in codes.values())
    assert maak_codes(sleutels[:10]) == {sleutel: codes[sleutel][:LENGTE] for sleutel in sleutels[:10]}


def test_an_unknown_answer_is_named_and_a_code_of_a_competentie_that_is_gone_too():
    eigenaars = {"competenties": {"bellen": "bellen", "weg": "weg"}}
    pad = Pad(
        d.Uitgave(id=1, nummer="1", datum=date(2026, 2, 6), wijzigingen="", document=ABC.document, eigenaars=eigenaars)
    )
    code, weg = code_van(pad)["bellen"], maak_codes(["weg"])["weg"]
    keuze = Gesprekskeuze.uit(pad, {code: ["q", "h"], weg: ["k"]})

    assert ({slug: a.value for slug, a in keuze.antwoorden.items()}, set(keuze.onbekend)) == (
        {"bellen": "half"},
        {"q", weg},
    )


NAAM_OF_CODE = ["van", "opleiding", "wie", "werk", "kan", "doel", "naar", "via", "anders", *code_van(ABC).values()]
WAARDEN = ["a", "b", "c", "los", "school", "papier", "geen", "jong", "anders", "bellen", "", *"khl", *Doel.values]


@given(
    st.dictionaries(
        st.sampled_from(NAAM_OF_CODE), st.lists(st.one_of(st.sampled_from(WAARDEN), st.text(max_size=20)), max_size=8)
    )
)
def test_any_query_gives_choices_that_are_kept_by_their_own_address(vraag):
    keuze = Gesprekskeuze.uit(ABC, vraag)

    opnieuw = Gesprekskeuze.uit(ABC, parse_qs(keuze.adres().removeprefix("?")))
    assert opnieuw.paren() == keuze.paren()
    assert opnieuw.onbekend == ()
    assert all(woord.isprintable() for woord in keuze.onbekend)
    assert not set(keuze.naar) & set(keuze.van)
    for functie in keuze.naar:
        assert wegen_naar(ABC, keuze, functie).gekozen.stappen[-1].paneel.functie == functie
    # Each competentie to talk about stands in exactly one list, by the answer alone.
    lijst = lijsten(ABC, keuze)
    in_lijst = [punt.competentie.slug for punten in (lijst.mee, lijst.leren, lijst.bespreken) for punt in punten]
    doel = {slug for functie in keuze.doelen for slug in functie.competenties}
    assert sorted(in_lijst) == sorted({*doel, *keuze.antwoorden})
    assert {punt.competentie.slug for punt in lijst.bespreken} == doel - set(keuze.antwoorden)


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


def test_what_somebody_wants_to_learn_is_not_there_yet_also_when_it_belongs_to_where_they_work():
    keuze = Gesprekskeuze.uit(ABC, parse_qs(f"van=a&naar=b&{antwoorden(ABC, plannen='l', leiden='h')}"))
    totaal = wegen(ABC, keuze).gekozen.totaal

    assert (slugs(totaal.mee), slugs(totaal.leren)) == (["leiden"], ["plannen"])
    assert [
        [punt.competentie.slug for punt in lijst] for lijst in (lijsten(ABC, keuze).mee, lijsten(ABC, keuze).leren)
    ] == [
        ["leiden"],
        ["plannen"],
    ]


def test_ways_start_from_every_beginning_the_direct_one_first():
    gevonden = wegen(ABC, kies(ABC, van="a", opleiding="hoger", naar="c"))

    assert [(weg.begin.functie.slug if weg.begin else None, weg.via) for weg in gevonden.alle] == [
        (None, ()),
        ("a", ("b",)),
    ]


def test_a_diploma_that_somebody_has_is_not_asked():
    stap = wegen(ABC, kies(ABC, van="a", opleiding="papier", naar="b")).gekozen.stappen[0]

    assert stap.diplomas == ()


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
    assert aanbieders(ABC, wegen(ABC, kies(ABC, naar="c")).gekozen.stappen) == [WIE]
    assert aanbieders(ABC, ()) == []


# --- What lies near ---


def test_suggestions_are_nearest_first_and_then_what_is_alike():
    dichtbij, lijkt = suggesties(ABC, kies(ABC, van="a"))

    assert [(s.functie.slug, s.stappen, s.mee, s.aantal) for s in dichtbij] == [("b", 1, 1, 2), ("c", 2, 1, 3)]
    assert [halte.slug for halte in dichtbij[1].tussen] == ["b"]
    assert [(s.functie.slug, s.stappen, s.mee) for s in lijkt] == [("los", None, 2)]


def test_suggestions_from_an_opleiding_begin_with_what_it_fits():
    dichtbij, lijkt = suggesties(ABC, kies(ABC, opleiding="school", kan="plannen"))

    assert [(s.functie.slug, s.stappen) for s in dichtbij] == [("a", 0), ("b", 0), ("c", 1)]
    assert lijkt == []


def test_what_a_fitting_opleiding_does_not_give_is_named_with_it():
    dichtbij, _ = suggesties(ABC, kies(ABC, van="a", opleiding="school"))

    assert [(s.functie.slug, s.stappen, s.ook_nodig) for s in dichtbij] == [("b", 0, ("papier",)), ("c", 2, ())]


@pytest.mark.parametrize(("gewoon", "direct"), [("a>b b>c", ["c"]), ("a>c", []), ("", [])])
def test_a_way_that_people_mostly_do_not_take_in_one_step_says_that_it_can(gewoon, direct):
    stappen = tuple(
        Doorgroei(
            van=stap[0],
            naar=stap[2],
            soort=Soort.DOORSTROOM,
            voorwaarde="",
            gebruikelijk=Gebruikelijk.REDACTIE if stap in gewoon.split() else None,
            **BEWIJS,
        )
        for stap in ("a>b", "b>c", "a>c")
    )
    pad = maak_pad(A, B, C, doorgroei=stappen)

    assert [s.functie.slug for s in suggesties(pad, kies(pad, van="a"))[0] if s.direct] == direct


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
    assert kiesbare_competenties(maak_pad(), Gesprekskeuze(maak_pad())) == []


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
        maak_vraag("erbij", soort=Soort.VERBREDING),
    )
    pad = maak_pad(A, B, C, stappen="a>b b>c", gespreksvragen=rijen)

    def gevraagd(**vraag):
        keuze = kies(pad, **vraag)
        gevonden = wegen(pad, keuze)
        lijst = vragen(pad, Moment.DOEL, aanleidingen(keuze, gevonden.gekozen.stappen if gevonden else ()))
        return [(voor.value, slugs(groep)) for voor, groep in lijst]

    assert gevraagd() == [("samen", ["altijd"])]
    assert gevraagd(naar="b") == [("werkgever", ["over-b"]), ("samen", ["altijd"])]
    assert gevraagd(van="a", naar="c") == [
        ("kandidaat", ["doorstroom"]),
        ("werkgever", ["over-b"]),
        ("samen", ["altijd", "zo-naar-c"]),
    ]
    assert gevraagd(van="a", doel="groeien") == [("samen", ["altijd", "verdieping", "over-a"])]
    assert gevraagd(van="a", doel="erbij") == [("samen", ["altijd", "erbij"])]


def test_an_address_is_printed_as_people_type_it():
    assert leesbaar_adres("https://www.example.org/a/") == "www.example.org/a"
    assert leesbaar_adres("mailto:a@example.org") == "a@example.org"


# --- The pages ---


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
    begin, kan = "van=bakkershulp&opleiding=broodbakken&wie=overstapper", ["klanten-helpen", "een-rooster-maken"]
    via = "&via=winkelmedewerker&via=winkelleider"
    codes = "&".join(f"{code_van(inhoud)[slug]}={letter}" for slug, letter in zip(kan, "kl", strict=True))
    keuzes = f"{begin}&naar=bedrijfsleider{via}&{codes}"

    for adres in PAGINAS:
        html = client.get(f"{adres}?{keuzes}").text
        stappen = [kenmerken["href"] for tag, kenmerken in tags(html) if "data-stap" in kenmerken]
        assert {tuple(sorted(parse_qsl(stap.partition("?")[2]))) for stap in stappen} == {
            tuple(sorted(parse_qsl(keuzes)))
        }
        assert [stap.partition("?")[0] for stap in stappen] == PAGINAS
    assert verborgen(client.get(f"{PAGINAS[1]}?{keuzes}").text, "keuzes") == [
        *parse_qsl(begin),
        ("via", "winkelmedewerker"),
        ("via", "winkelleider"),
    ]
    # What was answered otherwise than with a tick goes along with the first step, and gives way to a tick there.
    eerste = client.get(f"{PAGINAS[0]}?{keuzes}").text
    code = code_van(inhoud)["een-rooster-maken"]
    assert (code, "l") in verborgen(eerste, "keuzes")
    assert eerste.index(f'name="{code}" value="l"') < eerste.index(f'form="keuzes" name="{code}"')


def verborgen(html: str, vorm: str) -> list[tuple[str, str]]:
    (inhoud,) = re.findall(rf'<form id="{vorm}".*?</form>', html, re.S)
    return re.findall(r'<input type="hidden" name="(.*?)" value="(.*?)">', inhoud)


def test_a_button_for_a_goal_or_a_route_leads_there_with_what_is_chosen_in_the_form(client, inhoud):
    plannen, klanten = (code_van(inhoud)[slug] for slug in ("een-rooster-maken", "klanten-helpen"))
    vorm = f"van=bakkershulp&van=verkoper&doel=groeien&naar=broodbakker&naar=&via=x&{plannen}=l&{klanten}=&opleiding=a"
    kies = quote("naar=bedrijfsleider&via=winkelleider&van=bezorger&onzin=1")

    antwoord = client.get(f"{PAGINAS[1]}?{vorm}&kies=naar%3Dbezorger&kies={kies}&onzin=2")
    pad, _, vraag = antwoord.headers["Location"].partition("?")

    assert (antwoord.status_code, pad) == (301, PAGINAS[1])
    assert sorted(parse_qsl(vraag, keep_blank_values=True)) == sorted([
        *[("van", "bakkershulp"), ("van", "verkoper"), ("opleiding", "a"), (plannen, "l")],
        *[("naar", "bedrijfsleider"), ("via", "winkelleider")],
    ])  # fmt: skip


@pytest.mark.parametrize("kies", ["", "&&=", "%00", "naar", "naar=" + "a" * 9000, "naar=%ED%A0%80", "naar=//elders.nl"])
def test_no_value_of_a_button_breaks_the_step(client, inhoud, kies):
    antwoord = client.get(PAGINAS[1], {"kies": kies, "van": "bakkershulp"}, follow=True)

    assert antwoord.status_code == 200
    assert [adres.startswith(f"{PAGINAS[1]}?van=bakkershulp") for adres, _ in antwoord.redirect_chain] == [True]


def test_an_answer_is_a_radio_button_that_says_what_was_chosen(client, inhoud):
    code = code_van(inhoud)["een-oven-instellen"]
    html = client.get(PAGINAS[1], {"naar": "broodbakker", code: "h"}).text

    knoppen = re.findall(rf'<input type="radio" form="keuzes" name="{code}"\s+value="(.?)"( checked)?>', html)
    assert knoppen == [("k", ""), ("h", " checked"), ("l", ""), ("", "")]


def test_an_address_with_all_answers_of_a_functie_is_short_enough_to_print(client, inhoud, settings):
    settings.SITE_URL = "https://site.example"
    for functie in inhoud.alle(Functie).values():
        alles = {code_van(inhoud)[slug]: "h" for slug in functie.competenties}
        van = next(slug for slug in inhoud.alle(Functie) if slug != functie.slug)
        html = client.get(PAGINAS[3], {"van": van, "naar": functie.slug, **alles}).text
        (adres,) = re.findall(r"data-adres>(.*?)<", html)
        assert len(unescape(adres)) <= 200
        assert parse_qs(urlsplit(unescape(adres)).query).keys() == {"van", "naar", *alles}


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
    assert "Bedrijfsleider → naar Broodbakker" in tekst(blad)


def test_without_a_goal_the_sheet_says_who_you_are(client, inhoud):
    blad = client.get(PAGINAS[3], {"wie": "overstapper"}).text

    assert "Leert als Overstapper" in tekst(blad)


def test_the_sheet_says_who_somebody_is_in_facts(client, inhoud):
    keuzes = {"van": ["bakkershulp", "bezorger"], "opleiding": ["broodbakken", "geen"], "werk": "anders"}
    blad = tekst(client.get(PAGINAS[3], keuzes).text)

    assert "Werkt als Bakkershulp en Bezorger Heeft Broodbakken, geen" in blad
    assert "Ander werk Ander werk, buiten" in blad


def test_the_three_lists_follow_the_answers_on_screen_and_on_paper(client, inhoud):
    broodbakker = inhoud.alle(Functie)["broodbakker"].competenties
    letters = dict(zip(broodbakker, ["k", "h", "l"], strict=False))
    vraag = {"van": "bakkershulp", "naar": "broodbakker"} | {code_van(inhoud)[s]: a for s, a in letters.items()}
    doel, blad = (tekst(client.get(adres, vraag).text) for adres in PAGINAS[1::2])
    namen = [inhoud.alle(Competentie)[slug].naam for slug in broodbakker]

    assert f"Dit neem je mee (2) {namen[0]} {namen[1]} (een beetje) Dit wil je leren (1) {namen[2]}" in doel
    assert f"Dit neem je mee {namen[0]} {namen[1]} (een beetje) Dit wil je leren {namen[2]} Nog te bespreken" in blad
    for pagina in (doel, blad):
        assert "nog te leren" not in pagina.lower()
        assert "ontbreekt nog" not in pagina.lower()


def test_who_works_nowhere_yet_is_told_what_to_choose_first(client, inhoud):
    leeg, vol = (tekst(client.get(GESPREK, vraag).text) for vraag in ({}, {"van": "bakkershulp"}))

    assert "Toon wat bij mijn functie hoort Kies eerst hierboven je functie." in leeg
    assert ("Kies eerst hierboven" in vol, "Dit hoort bij Bakkershulp" in vol) == (False, True)


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"van": "bakkershulp", "doel": "groeien"}, "Dit hoort bij Bakkershulp. Praat erover"),
        ({"doel": "groeien"}, "Kies bij stap 1 je functie. Dan zie je hier wat erbij hoort."),
        ({"doel": "erbij"}, "Kies bij stap 1 je functie. Dan zie je hier welk werk je erbij kunt doen."),
        ({"van": "broodbakker", "naar": "broodbakker"}, "Je koos twee keer Broodbakker"),
        (
            {"van": "bakkershulp", "doel": "erbij", "naar": "bedrijfsleider"},
            "Bedrijfsleider staat niet op de kaart als werk",
        ),
        ({"doel": "verkennen", "naar": ["broodbakker", "bezorger"]}, "Naast elkaar"),
    ],
)
def test_each_goal_says_what_it_leads_to_or_what_is_missing(client, inhoud, vraag, zin):
    assert zin in tekst(client.get(PAGINAS[1], vraag).text)


def test_what_is_explored_stands_side_by_side_also_on_paper(client, inhoud):
    vraag = {"van": "bakkershulp", "doel": "verkennen", "naar": ["broodbakker", "bezorger", "bedrijfsleider"]}
    doel, blad = (client.get(adres, vraag).text for adres in PAGINAS[1::2])

    assert "Verkennen: Broodbakker, Bezorger en Bedrijfsleider" in tekst(blad)
    for html in (doel, blad):
        assert len(re.findall(r"<dt>Zo kom je er</dt>", html)) == 3
    assert 'name="kies" value="naar=bezorger"' in doel  # choose one
    assert 'name="kies" value="doel=verkennen&amp;naar=broodbakker&amp;naar=bedrijfsleider"' in doel  # drop one


def test_what_lies_near_stands_on_paper_for_who_has_no_goal(client, inhoud):
    assert "Om over na te denken Broodbakker" in tekst(client.get(PAGINAS[3], {"van": "bakkershulp"}).text)


def test_questions_come_before_what_is_folded(client, inhoud):
    html = client.get(PAGINAS[1], {"van": "bakkershulp", "naar": "broodbakker"}).text

    assert html.index("Praat hierover") < html.index('id="weg-kop"') < html.index("Manieren om te leren, geld en hulp")
    assert re.search(r"<details[^>]*>\s*<summary>Manieren om te leren", html)


def test_who_opens_a_functie_can_go_back_to_the_conversation_with_all_choices(client, inhoud):
    code = code_van(inhoud)["een-oven-instellen"]
    keuzes = f"van=bakkershulp&opleiding=broodbakken&opleiding=geen&naar=broodbakker&{code}=l"
    doel = client.get(f"{PAGINAS[1]}?{keuzes}").text
    adres = next(k["href"] for _, k in tags(doel) if k.get("href", "").startswith("/functies/broodbakker/"))
    functie = client.get(adres).text
    terug = next(k["href"] for _, k in tags(functie) if k.get("data-zonder") == "opleiding gesprek")

    assert terug == f"{PAGINAS[1]}?{keuzes}"
    assert "Terug naar het gesprek" not in client.get(terug).text
    # From there it goes on along, and a conversation that begins anew leaves it behind.
    assert "gesprek=van%3Dbakkershulp" in next(
        k["href"] for _, k in tags(functie) if "/vergelijken/" in k.get("href", "")
    )
    assert "?gesprek=" not in client.get(f"{GESPREK}?gesprek=van%3Dbakkershulp").text
    assert "Terug naar het gesprek" not in client.get("/functies/broodbakker/?gesprek=van%3Donzin").text


def test_routes_and_compare_lead_into_a_conversation_with_what_was_chosen(client, inhoud):
    routes = client.get("/routes/?van=bakkershulp&naar=bedrijfsleider&opleiding=fijn-gebak").text
    naast = client.get("/vergelijken/?functie=broodbakker&functie=bezorger").text

    assert re.search(
        rf'href="{PAGINAS[1]}\?van=bakkershulp&amp;naar=bedrijfsleider(&amp;via=[\w-]+)+&amp;opleiding=fijn-gebak"',
        routes,
    )
    assert f'href="{PAGINAS[1]}?doel=verkennen&amp;naar=broodbakker&amp;naar=bezorger"' in naast


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

    kan = antwoorden(ABC, bellen="k")
    assert codes == [f"https://site.example/werkgevers/gesprek/doel/?van=a&naar=c&{kan}"]
    assert f"https://site.example/werkgevers/gesprek/doel/?van=a&amp;naar=c&amp;{kan}<" in html


def test_the_code_has_no_style_of_its_own(client, toon, settings):
    settings.SITE_URL = "https://site.example"
    toon(maak_pad(A))

    (code,) = re.findall(r"<svg.*?</svg>", zonder_kop(client.get(PAGINAS[3], {"naar": "a"}).text), re.S)
    assert "style" not in code


def test_an_address_that_fits_in_no_code_gives_a_sheet_without_one(client, toon, settings):
    settings.SITE_URL = "https://site.example"
    veel = " ".join(f"competentie-{n}" for n in range(600))
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


@instellingen(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=voorbeelden(60)
)
@given(
    adres=st.sampled_from(PAGINAS),
    vraag=st.lists(
        st.tuples(
            st.sampled_from(NAAM_OF_CODE),
            st.one_of(st.sampled_from(WAARDEN), st.text(max_size=20)),
        )
    ),
)
def test_no_generated_query_breaks_a_page(client, toon, adres, vraag):
    toon(ABC)

    assert client.get(adres, {naam: [w for n, w in vraag if n == naam] for naam, _ in vraag}).status_code == 200
