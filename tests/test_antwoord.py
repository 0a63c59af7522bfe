"""A finished answer: which coding a browser gets, and what it need not get again."""

import gzip

import brotli
import pytest

from ontwikkelpad.antwoord import KLEIN, SNEL, Antwoord, codering

TEKST = b"Een bladzijde. " * 100


@pytest.mark.parametrize(
    ("gevraagd", "gekozen"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("gzip;q=0, *", "br"),
        ("*", "br"),
        ("*;q=0, gzip;q=0.001", "gzip"),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip", "gzip"),
        ("GZIP ; Q=1.000", "gzip"),
        ("zstd", ""),
        ("", ""),
        ("gzip;q=x, br", "br"),
        ("gzip;q=x", ""),
        (" , ,gzip;q=0.1,", "gzip"),
        ("a, " * 100 + "gzip", "gzip"),
    ],
)
def test_the_coding_that_is_liked_best_is_chosen_and_of_equals_the_smallest(gevraagd, gekozen):
    assert codering(gevraagd) == gekozen


def test_every_form_is_the_same_text_with_the_same_mark():
    antwoord = Antwoord("200 OK", [("Content-Type", "text/html"), ("Vary", "HX-Request"), ("ETag", '"oud"')], TEKST)
    vormen = {naam: (dict(koppen), inhoud) for naam in ("", "gzip", "br") for koppen, inhoud in [antwoord.vorm(naam)]}

    assert [vormen[""][1], gzip.decompress(vormen["gzip"][1]), brotli.decompress(vormen["br"][1])] == [TEKST] * 3
    assert {koppen["ETag"] for koppen, _ in vormen.values()} == {f"W/{antwoord.merk}"}
    assert {koppen["Vary"] for koppen, _ in vormen.values()} == {"HX-Request, Accept-Encoding"}
    assert [koppen.get("Content-Encoding") for koppen, _ in vormen.values()] == [None, "gzip", "br"]
    assert all(koppen["Content-Length"] == str(len(inhoud)) for koppen, inhoud in vormen.values())
    assert Antwoord("200 OK", [], TEKST).merk != Antwoord("200 OK", [], TEKST + b"!").merk


def test_what_many_will_get_is_compressed_better_and_is_the_same_text():
    tekst = b" ".join(b"%d" % (getal * getal) for getal in range(3000))
    (_, snel), (_, klein) = (Antwoord("200 OK", [], tekst, hoe=hoe).vorm("br") for hoe in (SNEL, KLEIN))

    assert len(klein) < len(snel)
    assert brotli.decompress(klein) == tekst


def test_what_compressing_makes_no_smaller_is_given_as_it_is():
    koppen, inhoud = Antwoord("200 OK", [], b"kort").vorm("gzip")

    assert (dict(koppen).get("Content-Encoding"), inhoud) == (None, b"kort")


def test_who_has_it_already_is_known_by_any_mark_that_is_sent_along():
    antwoord = Antwoord("200 OK", [], TEKST)

    for vraag in (antwoord.merk, f'"x", W/{antwoord.merk}', f"W/{antwoord.merk}", "*"):
        assert antwoord.is_bekend(vraag)
    for vraag in ("", '"x"', antwoord.merk.strip('"'), "W/"):
        assert not antwoord.is_bekend(vraag)
