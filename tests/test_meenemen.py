"""What somebody chose goes along in every link and form, and nothing else of an address does."""

from html import escape
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functies.models import Functie
from tests.openbaar import tags
from tests.pagina import tekst
from uitgave.meenemen import neem_mee
from uitgave.pagina import namen_van_keuzes

KEUZE = [("opleiding", "broodbakken")]
MET = "opleiding=broodbakken"


@pytest.mark.parametrize(
    ("adres", "verwacht"),
    [
        ("/", f"/?{MET}"),
        ("/functies/", f"/functies/?{MET}"),
        ("/over/#privacy", f"/over/?{MET}#privacy"),
        ("/routes/?van=a&amp;naar=b#r", f"/routes/?van=a&amp;naar=b&amp;{MET}#r"),
        ("/?opleiding=ander", "/?opleiding=ander"),
        ("/?opleiding=", "/?opleiding="),
        ("#inhoud", "#inhoud"),
        ("/logo.svg", "/logo.svg"),
        ("/werkgevers/gids/planning.ics?begin=1", "/werkgevers/gids/planning.ics?begin=1"),
        ("/static/a.css", "/static/a.css"),
        ("/beheer/", "/beheer/"),
        ("//evil.example/", "//evil.example/"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_to_a_page_takes_the_choices_along(adres, verwacht):
    assert neem_mee(f'<a class="x" href="{adres}">tekst</a>', KEUZE) == f'<a class="x" href="{verwacht}">tekst</a>'


def test_in_the_preview_its_own_links_do_and_those_to_the_desk_do_not():
    html = '<a href="/beheer/voorbeeld/over/">a</a><a href="/beheer/">b</a>'

    met = neem_mee(html, KEUZE, "/beheer/voorbeeld/")

    assert met == f'<a href="/beheer/voorbeeld/over/?{MET}">a</a><a href="/beheer/">b</a>'


def test_a_form_takes_along_what_no_field_of_its_own_asks():
    verborgen = '<input type="hidden" name="opleiding" value="broodbakken">'

    assert neem_mee('<form class="zoek" action="/zoeken/"><input name="q"></form>', KEUZE) == (
        f'<form class="zoek" action="/zoeken/">{verborgen}<input name="q"></form>'
    )
    for veld in ('<select class="x" name="opleiding"></select>', '<input type="hidden" name="opleiding" value="x">'):
        assert neem_mee(f'<form class="x">{veld}</form>', KEUZE) == f'<form class="x">{veld}</form>'
    for hier in ("", ' action=""', ' action="#scholen"', ' action="/werk/#scholen"'):
        assert neem_mee(f"<form{hier} class='x'><input name='q'></form>", KEUZE).count(verborgen) == 1, hier
    knop = '<button name="opleiding" value="fijn-gebak">'
    assert neem_mee(f'<form class="x">{knop}</form>', KEUZE) == f'<form class="x">{verborgen}{knop}</form>'
    assert (
        neem_mee('<form action="https://example.org/"></form>', KEUZE) == '<form action="https://example.org/"></form>'
    )


def test_what_a_link_or_form_leaves_out_stays_out():
    keuzes = [*KEUZE, ("lijst-functie", "bezorger")]

    assert neem_mee('<a href="/" data-zonder="opleiding">x</a>', keuzes) == (
        '<a href="/?lijst-functie=bezorger" data-zonder="opleiding">x</a>'
    )
    assert "<input" not in neem_mee('<form data-zonder="lijst-functie opleiding"></form>', keuzes)


@given(waarde=st.text(max_size=30), label=st.text(alphabet="<>\"'= afhre/", max_size=40))
def test_no_value_leaves_its_attribute(waarde, label):
    html = neem_mee(
        f'<a href="/" title="{escape(label)}">{escape(label)}</a><form action="/"></form>', [("opleiding", waarde)]
    )

    (_, link), (_, formulier) = tags(html)
    assert parse_qsl(urlsplit(link["href"]).query, keep_blank_values=True) == [("opleiding", waarde)]
    assert formulier == {"action": "/"}


@pytest.mark.een_database
def test_the_opleiding_goes_along_from_every_page_to_every_page(client, met_verhaal, rondgang):
    for adres in rondgang():
        if adres.endswith(".ics") or "opleiding=" in adres:
            continue
        html = client.get(adres + ("&" if "?" in adres else "?") + MET).text
        for tag, kenmerken in tags(html):
            doel = urlsplit(urljoin("http://testserver/x", kenmerken.get("href", kenmerken.get("action", "/"))))
            if tag == "a" and doel.netloc == "testserver" and doel.path != "/x" and "." not in doel.path:
                zonder = "opleiding" in kenmerken.get("data-zonder", "")
                assert zonder or MET in doel.query, (adres, kenmerken)


@pytest.mark.een_database
@pytest.mark.parametrize("waarde", ["bestaat-niet", "diploma-ovenmeester", '"><script>', ""])
def test_what_the_edition_does_not_know_goes_nowhere(client, inhoud, waarde):
    html = client.get("/functies/", {"opleiding": waarde, "lijst-functie": waarde}).text

    assert html == client.get("/functies/").text


@pytest.mark.een_database
def test_in_the_preview_and_in_a_fragment_the_choice_goes_along_too(client, beheerder, inhoud):
    voorbeeld = beheerder.get(f"/beheer/voorbeeld/functies/broodbakker/?{MET}").text
    fragment = client.get(f"/functies/broodbakker/?{MET}", headers={"HX-Request": "true"}).text

    assert f'href="/beheer/voorbeeld/opleidingen/broodbakken/?{MET}"' in voorbeeld
    assert 'href="/beheer/"' in voorbeeld
    assert f'href="/opleidingen/broodbakken/?{MET}"' in fragment
    assert f'href="/opleidingen/broodbakken/?{MET}"' in client.get(f"/functies/broodbakker/?{MET}").text


@pytest.mark.een_database
def test_wiping_the_choices_wipes_the_opleiding_and_keeps_the_list(client, inhoud):
    html = client.get(f"/?{MET}&lijst-functie=bezorger").text

    (wis,) = [kenmerken for tag, kenmerken in tags(html) if kenmerken.get("data-zonder") == "opleiding"]
    assert wis["href"] == "/?lijst-functie=bezorger"


@pytest.mark.een_database
def test_pages_of_one_choice_are_never_served_for_another(client, inhoud):
    gewoon = client.get("/over/").text
    met = client.get(f"/over/?{MET}").text
    ander = client.get("/over/?opleiding=fijn-gebak").text

    assert len({gewoon, met, ander}) == 3
    assert [client.get(f"/over/{vraag}").text for vraag in ("", f"?{MET}")] == [gewoon, met]


@pytest.mark.een_database
def test_every_list_in_an_address_follows_a_row_to_its_new_address(client, inhoud, publiceer_nu):
    Functie.objects.filter(slug="broodbakker").update(slug="bakker-van-brood")
    publiceer_nu("2")

    antwoord = client.get("/lijst/?lijst-functie=broodbakker&lijst-route=bakkershulp~broodbakker~banketbakker")

    assert antwoord.headers["Location"] == (
        "/lijst/?lijst-functie=bakker-van-brood&lijst-route=bakkershulp~bakker-van-brood~banketbakker"
    )
    assert "Van Bakkershulp naar Banketbakker" in tekst(client.get(antwoord.headers["Location"]).text)


@pytest.mark.een_database
def test_the_page_names_the_choices_for_its_script(client, inhoud):
    assert f'<html lang="nl" data-reist-mee="{" ".join(namen_van_keuzes())}">' in client.get("/").text


@pytest.mark.een_database
def test_more_names_than_anybody_reads_are_a_question_that_is_wrong_and_no_failure(client, inhoud):
    veel = "&".join(f"a{nummer}=1" for nummer in range(6000))

    assert client.get(f"/over/?{veel}").status_code in (200, 400)
    assert client.get(f"/nergens/?{veel}").status_code in (400, 404)
