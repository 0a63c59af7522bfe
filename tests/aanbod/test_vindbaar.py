"""Searching for an opleiding by where, how and at which school it is given."""

from datetime import date

import pytest

from opleidingen.models import Geldigheid, Opleiding
from tests.aanbod.test_overnemen import PAGINA, bij, haal  # noqa: F401
from tests.conftest import BEWIJS
from tests.test_vinden import gevonden

pytestmark = pytest.mark.een_database

RIJEN = (
    bij("Hogeschool Meel", "Almelo"),
    bij("Hogeschool Gist", "Leiden", VORM="DUAAL"),
    bij("Hogeschool Gist", "Breda", VORM="DUAAL"),
    bij("Stichting XYZ Hogeschool", "'s-Gravenhage", VORM="VOLTIJD"),
    bij("Hogeschool Zout", "", VORM="VOLTIJD"),
)


@pytest.mark.parametrize(
    ("vraag", "adres"),
    [
        ("opleiding in Almelo", "?plaats=Almelo#scholen"),
        ("winkel almelo", "?plaats=Almelo#scholen"),
        ("almelo winkel deeltijd", "?plaats=Almelo&amp;vorm=deeltijd#scholen"),
        ("winkel en verkoop in Zwolle", "?plaats=Zwolle#scholen"),  # no school there: the page says what is near
        ("winkel en verkoop zwolle", ""),
        ("winkel en verkoop in overijssel", "?plaats=Overijssel#scholen"),
        ("winkel en verkoop in Nederland", ""),
        ("winkel en verkoop postcode 7601", "?plaats=76#scholen"),
        ("winkel en verkoop deeltijd", "?vorm=deeltijd#scholen"),
        ("winkel en verkoop naast een baan", "?vorm=naast-een-baan#scholen"),
        ("winkel verkoop naast mijn werk", "?vorm=naast-een-baan#scholen"),
        ("duaal in breda", "?plaats=Breda&amp;vorm=duaal#scholen"),
        ("opleiding den haag", "?plaats=Den+Haag#scholen"),
        ("hogeschool meel", "?plaats=Almelo#scholen"),
        ("gist winkel", "#scholen"),  # two places
        ("zout winkel", "#scholen"),  # no place
        ("xyz winkel", "?plaats=%27s-Gravenhage#scholen"),
        ("winkel en verkoop", ""),
        ("leiden winkel", ""),  # to lead
        ("winkel leiden", "?plaats=Leiden#scholen"),
        ("winkel in leiden deeltijd", "?plaats=Leiden&amp;vorm=deeltijd#scholen"),
        ("hogeschool winkel", ""),
        ("winkel en verkoop 7601 AB", "?plaats=76#scholen"),
        ("winkel en verkoop in 7601", "?plaats=76#scholen"),
        # A year, a number of hours, a word without a meaning of its own, and a word that is a village too.
        *(
            (vraag, "")
            for vraag in ("opleiding winkel in 2027", "winkel en verkoop van 32 uur", "winkel van 1200 euro")
        ),
        *((vraag, "") for vraag in ("welke opleiding is er bij een winkel", "winkel bij dieren", "verkoop in handel")),
        ("qwxzy almelo", "?plaats=Almelo#scholen"),
        ("cursus in almelo", "?plaats=Almelo#scholen"),
    ],
)
def test_a_result_leads_to_the_schools_that_the_question_asks(client, haal, vraag, adres, django_assert_num_queries):  # noqa: F811
    haal(*RIJEN)

    with django_assert_num_queries(0):
        adressen = [vondst[1] for vondst in gevonden(client, vraag)]
    assert next(gegeven for gegeven in adressen if gegeven.startswith(PAGINA)) == PAGINA + adres
    assert client.get(PAGINA + adres.replace("&amp;", "&")).status_code == 200


def test_a_result_says_where_and_at_which_school(client, haal):  # noqa: F811
    haal(*RIJEN, bij("Hogeschool Roet"))

    assert gevonden(client, "almelo")[0][2].endswith("Te leren in: Almelo")
    assert gevonden(client, "roet")[0][2].endswith("School: Hogeschool Roet")


@pytest.mark.parametrize(
    ("vraag", "zegt"),
    [
        ("opleiding in Almelo", "Te leren in: Almelo"),
        ("winkel almelo", "Te leren in: Almelo"),
        ("opleiding in Zwolle", "Te leren in: Almelo en Ommen"),  # in the same province
        ("opleiding in Overijssel", "Te leren in: Almelo en Ommen"),
        ("opleiding postcode 7601", "Te leren in: Almelo"),
        ("opleiding in Groningen", ""),
        ("winkel en verkoop", ""),
    ],
)
def test_who_asks_for_a_place_reads_of_each_opleiding_where_near_it_that_is_given(client, haal, vraag, zegt):  # noqa: F811
    haal(*RIJEN, bij("Hogeschool Meel", "Ommen"))

    gezegd = {adres.partition("?")[0]: zin for _, adres, zin in gevonden(client, vraag)}

    assert gezegd.pop(PAGINA).partition("Te leren in")[1:] == zegt.partition("Te leren in")[1:]
    assert "Te leren in" not in "".join(gezegd.values())


def test_without_schools_a_question_adds_nothing(client, haal):  # noqa: F811
    def adressen():
        return [vondst[1] for vondst in gevonden(client, "winkel en verkoop deeltijd in Almelo")]

    zonder = adressen()
    assert PAGINA in zonder
    haal(toch=True)
    assert adressen() == zonder


def test_where_nobody_can_begin_any_more_is_not_found(client, haal):  # noqa: F811
    haal(*RIJEN, bij("Hogeschool Roet", "Ede", LAATSTE_INSTROOMDATUM="2020-09-01"))

    assert "Roet" not in str(gevonden(client, "roet"))


def test_another_overview_is_found_at_once(client, haal):  # noqa: F811
    haal(*RIJEN)
    assert gevonden(client, "assen") == []

    haal(*RIJEN, bij("Hogeschool Korst", "Assen"))

    assert gevonden(client, "assen")[0][1] == f"{PAGINA}?plaats=Assen#scholen"


def test_what_has_no_code_is_found_as_before(client, haal):  # noqa: F811
    haal(*RIJEN)
    zonder = Opleiding.objects.filter(code="").first()

    assert f"/opleidingen/{zonder.slug}/" in [
        vondst[1] for vondst in gevonden(client, f"{zonder.naam} deeltijd almelo")
    ]


def test_what_is_over_is_said_whatever_place_is_asked(client, haal, publiceer_nu, monkeypatch):  # noqa: F811
    opleiding = Opleiding.objects.get(code="25901")
    Geldigheid.objects.create(opleiding=opleiding, einde=date(2026, 1, 1), **BEWIJS)
    publiceer_nu("2")
    haal(*RIJEN)

    for vraag in ("winkel en verkoop", "opleiding in Almelo", "winkel almelo"):
        [zegt] = [vondst[2] for vondst in gevonden(client, vraag) if vondst[1].startswith(PAGINA)]
        assert "Je kunt niet meer met deze opleiding beginnen." in zegt, vraag
