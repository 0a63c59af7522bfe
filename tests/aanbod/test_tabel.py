from datetime import date

import pytest

from aanbod.ho import lees_ho
from aanbod.tabel import Tabelfout
from tests.aanbod.voorbeeld import BAKKEN, KOP, SCHOOL, bestand, bied_aan

HEEL = bestand(
    BAKKEN,
    BAKKEN | SCHOOL | {"EERSTE_INSTROOMDATUM": "2027-09-01", "WEBSITE": "meel.example/bakken"},
    bied_aan(EIGENNAAM='Bakken, "elke dag"', ONDERWIJSLOCATIEPLAATS="'s-Hertogenbosch"),
)


def fout(inhoud: bytes) -> str:
    with pytest.raises(Tabelfout) as gevangen:
        list(lees_ho(inhoud))
    return str(gevangen.value)


def test_a_row_is_read_with_what_each_column_means():
    _, rij, ander = lees_ho(HEEL)

    assert (rij.school, rij.vorm, rij.van) == ("Hogeschool Meel", "deeltijd", date(2027, 9, 1))
    assert (rij.website, rij.tot, rij.plaats) == ("https://meel.example/bakken", None, "")
    assert (ander.eigen_naam, ander.plaats) == ('Bakken, "elke dag"', "'s-Hertogenbosch")


def test_quotes_inside_a_field_need_not_be_doubled():
    (rij,) = lees_ho(bestand(bied_aan(OMSCHRIJVING="Elke dag")).replace(b'"Elke dag"', b'"Stichting "Elke dag""'))

    assert rij.school == "Hogeschool Meel"


def test_an_address_that_leads_nowhere_is_left_out():
    (rij,) = lees_ho(bestand(bied_aan(WEBSITE="htp://www.meel.example")))

    assert rij.website == ""


def test_what_nobody_sees_is_taken_out_of_a_name():
    (rij,) = lees_ho(bestand(bied_aan(EIGENNAAM="Bak\u00adkun\u00adde\u00a0 deeltijd ")))

    assert rij.eigen_naam == "Bakkunde deeltijd"


DATUM, SCHOOLNAAM = "kolom EERSTE_INSTROOMDATUM:", "Regel 3, kolom ONDERWIJSAANBIEDER_NAAM:"


@pytest.mark.parametrize(
    ("was", "wordt", "zegt"),
    [
        ("ERKENDEOPLEIDINGSCODE", "CODE", "De kolom ERKENDEOPLEIDINGSCODE ontbreekt."),
        ("OMSCHRIJVING", "VORM", "De kolom VORM staat er meer dan één keer in."),
        ("2027-09-01", "2027-02-30", f"Regel 3, {DATUM} ‘2027-02-30’ is geen dag die bestaat."),
        ("2027-09-01", "1-9-2027", f"Regel 3, {DATUM} ‘1-9-2027’ is geen datum."),
        ('"31234"', '"1234"', "Regel 2, kolom ERKENDEOPLEIDINGSCODE: ‘1234’ is geen code van vijf cijfers."),
        ("DEELTIJD", "AVOND", "Regel 3, kolom VORM: ‘AVOND’ kennen we niet. Wel: VOLTIJD, DEELTIJD, DUAAL."),
        ("Hogeschool Meel", "=1+1", f"{SCHOOLNAAM} ‘=1+1’ begint als een formule."),
        ("Hogeschool Meel", "https://meel.example", f"{SCHOOLNAAM} ‘https://meel.example’ is een webadres, geen naam."),
        ("Hogeschool Meel", "M" * 10_001, f"{SCHOOLNAAM} het veld is langer dan 10000 tekens."),
        ("Hogeschool Meel", "M" * 200_000, "Regel 3 is te lang."),
        ("Hogeschool Meel", "", "Regel 3: de school heeft geen naam of geen nummer."),
        ("B Bakkunde", "", "Regel 2, kolom NAAM_LANG: het veld is leeg."),
        ("2027-09-01", "0227-09-01", f"Regel 3, {DATUM} ‘0227-09-01’ is geen datum."),
    ],
)
def test_a_fault_is_named_with_its_place(was, wordt, zegt):
    assert fout(HEEL.replace(was.encode(), wordt.encode())) == zegt


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        (b"", "Het bestand houdt op midden in de laatste regel."),
        (HEEL[:-20], "Het bestand houdt op midden in de laatste regel."),
        (HEEL.decode().encode("utf-16"), "Regel 1 is niet in UTF-8 geschreven."),
        (HEEL.replace(b"elke", "élke".encode("latin-1")), "Regel 4 is niet in UTF-8 geschreven."),
        (HEEL + b'"a","b"\n', f"Regel 5 heeft 2 velden. Het moeten er {len(KOP)} zijn."),
    ],
)
def test_a_file_that_is_not_whole_is_refused(inhoud, zegt):
    assert fout(inhoud) == zegt
