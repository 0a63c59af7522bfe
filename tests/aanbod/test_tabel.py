import random
import re
from datetime import date

import pytest

from aanbod.ho import KOLOMMEN, Horij, lees_ho
from aanbod.tabel import Tabelfout
from tests.aanbod.voorbeeld import BAKKEN, KOP, SCHOOL, bestand, bied_aan
from tests.voorbeelden import voorbeelden

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

    assert (rij.school, rij.vorm, rij.eerste_instroom) == ("Hogeschool Meel", "deeltijd", date(2027, 9, 1))
    assert (rij.website, rij.laatste_instroom, rij.plaats) == ("https://meel.example/bakken", None, "")
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
        ("Hogeschool Meel", "M" * 200_000, "Regel 3 is niet te lezen."),
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


@pytest.mark.parametrize("zaad", range(voorbeelden(1000) // 20))
def test_a_damaged_table_is_read_or_refused_in_words(zaad):
    """Twenty each: bytes changed, taken out and put in, lines cut, columns swapped."""
    toeval = random.Random(zaad)  # noqa: S311 - the same damage every time
    for _ in range(20):
        inhoud = bytearray(HEEL)
        for _ in range(toeval.randint(1, 4)):
            plek = toeval.randrange(len(inhoud))
            doe = toeval.choice(["anders", "weg", "erbij", "knip", "wissel"])
            if doe == "anders":
                inhoud[plek] = toeval.randrange(256)
            elif doe == "weg":
                del inhoud[plek : plek + toeval.randint(1, 200)]
            elif doe == "erbij":
                inhoud[plek:plek] = toeval.choice([b'"', b"\n", b",", b"\0", b"\xff", b"=HYPERLINK(1)", b"x" * 20_000])
            elif doe == "knip":
                del inhoud[plek:]
            else:
                een, ander = (naam.encode() for naam in toeval.sample(sorted(KOLOMMEN), 2))
                inhoud = inhoud.replace(een, b"\1").replace(ander, een).replace(b"\1", ander)
            if not inhoud:
                inhoud = bytearray(HEEL)
        rijen, gezegd = gelezen_of_geweigerd(bytes(inhoud))
        assert gezegd is None or re.match(r"Regel [0-9]+|De kolom|Het bestand", gezegd)
        assert all(rij.code == "" or re.fullmatch("[0-9]{5}", rij.code) for rij in rijen)
        assert not any(naam.startswith("=") for rij in rijen for naam in (rij.school, rij.naam, rij.eigen_naam))


def gelezen_of_geweigerd(inhoud: bytes) -> tuple[list[Horij], str | None]:
    try:
        return list(lees_ho(inhoud)), None
    except Tabelfout as fout:
        return [], str(fout)
