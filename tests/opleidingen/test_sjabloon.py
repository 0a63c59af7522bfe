"""Addresses with a place for the code or the name of an opleiding."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opleidingen.sjabloon import Sjabloon, fout_in


@pytest.mark.parametrize(
    "adres",
    ["https://a.example", "https://a.example/{code}", "https://a.example/?q={naam}&c={code}#{naam}"],
)
def test_an_address_may_hold_the_code_the_name_both_or_none(adres):
    assert fout_in(adres) == ""


@pytest.mark.parametrize(
    ("adres", "begin"),
    [
        ("http://a.example/{code}", "Begin met https://."),
        ("mailto:a@a.example", "Begin met https://."),
        ("a.example/{code}", "Begin met https://."),
        ("https://a.example/{plaats}", "Tussen accolades"),
        ("https://a.example/{ code }", "Tussen accolades"),
        ("https://a.example/{code", "Tussen accolades"),
        ("https://a.example/{{code}}", "Tussen accolades"),
        ("https://{naam}.example/", "Zet {code} en {naam} achter"),
        ("https://[a/{code}", "Dit is geen webadres."),
    ],
)
def test_what_cannot_be_filled_in_is_refused_with_the_reason(adres, begin):
    assert fout_in(adres).startswith(begin)


def test_a_name_is_filled_in_as_one_value_of_the_address():
    adres = Sjabloon("https://a.example/{naam}/?q={naam}&c={code}").voor("Kiezen & kauwen / 100%?", "K12", "", "")

    assert adres == (
        "https://a.example/Kiezen%20%26%20kauwen%20%2F%20100%25%3F/?q=Kiezen%20%26%20kauwen%20%2F%20100%25%3F&c=K12"
    )


@given(naam=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), code=st.from_regex(r"[0-9A-Z]{5}"))
def test_whatever_the_name_the_website_gets_it_back_and_nothing_else_changes(naam, code):
    delen = urlsplit(Sjabloon("https://a.example/zoek?q={naam}&c={code}").voor(naam, code, None, None))

    assert (delen.scheme, delen.netloc, delen.path, delen.fragment) == ("https", "a.example", "/zoek", "")
    assert parse_qs(delen.query) == {"q": [naam], "c": [code]}


@pytest.mark.parametrize(
    ("sjabloon", "past"),
    [
        (Sjabloon("https://a.example/"), True),
        (Sjabloon("https://a.example/", registers=["mbo"]), True),
        (Sjabloon("https://a.example/", registers=["hbo"]), False),
        (Sjabloon("https://a.example/", niveaus=["2", "4"]), True),
        (Sjabloon("https://a.example/", registers=["mbo"], niveaus=["2"]), False),
        (Sjabloon("https://a.example/{code}"), True),
    ],
)
def test_it_is_for_the_registers_and_levels_that_it_names(sjabloon, past):
    assert bool(sjabloon.voor("Bakken", "12345", "mbo", "4")) is past


def test_an_address_with_a_code_is_not_for_an_opleiding_without_one():
    assert Sjabloon("https://a.example/{code}").voor("Bakken", "", None, None) == ""
    assert Sjabloon("https://a.example/{naam}").voor("Bakken", "", None, None) == "https://a.example/Bakken"
