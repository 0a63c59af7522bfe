"""Codes of opleidingen: each register has its own mask, and the database asks nothing that only Django can answer."""

import sqlite3
from contextlib import closing

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from opleidingen import codes
from opleidingen.models import Register
from tests.openbaar import bladzijden
from tests.pagina import tekst

MASKERS = {"99999": ("25695", "01234"), "K9999": ("K1234", "K0000"), "C9999": ("C0123",), "AB99Z": ("AB01Z",)}


@pytest.mark.parametrize(("masker", "goed"), MASKERS.items())
def test_a_code_fits_its_own_mask_and_no_other(masker, goed):
    assert all(codes.past(masker, code) for code in (*goed, codes.voorbeeld(masker)))
    fout = [code for ander, rij in MASKERS.items() if ander != masker for code in rij]
    fout += [
        "",
        masker[:-1],
        f"{goed[0]}0",
        f"{goed[0]}\n",
        f" {goed[0]}",
        goed[0].lower() if masker[0] != "9" else "x",
    ]
    assert not any(codes.past(masker, code) for code in fout)


@pytest.mark.parametrize("masker", ["k9999", "9.999", "9*", "[0-9]", "99 99", "１２"])
def test_a_mask_is_made_of_nines_and_capitals(db, masker):
    with pytest.raises(ValidationError, match="hoofdletters"):
        Register(naam="Lijst", slug="lijst", afkorting="l", masker=masker).full_clean()


def test_a_code_of_any_register_is_shown_with_its_register_and_found(
    client, ontwikkelpad, maak_functie, maak_opleiding, publiceer_nu
):
    delen = Register.objects.create(
        naam="Keuzelijst", slug="keuze", afkorting="keuze", uitleg="Voor delen.", masker="K9999"
    )
    zonder = Register.objects.create(naam="Vrije lijst", slug="vrij", afkorting="vrij")
    maak_functie("Werk").opleidingslinks.create(opleiding=maak_opleiding("Deel", coderegister=delen, code="K1234"))
    maak_opleiding("Kort", coderegister=delen, code="K0123", op=None).full_clean()
    maak_opleiding("Vrij", coderegister=zonder, op=None).full_clean()
    publiceer_nu("1")

    html = {adres: tekst(bladzijde) for adres, bladzijde in bladzijden(client).items()}

    assert "Code keuze K1234" in html["/opleidingen/deel/"]
    assert "Voor delen." in html["/opleidingen/deel/"]
    assert "Niveau" not in html["/opleidingen/kort/"].split("Waar kun je")[0]
    assert "Code" not in html["/opleidingen/vrij/"]
    assert "keuze K1234" in html["/functies/werk/"]
    assert "keuze K0123" in html["/opleidingen/"]
    for woord, naam in (("K1234", "Deel"), ("k0123", "Kort"), ("niveau 4", "Deel"), ("keuzelijst", "Kort")):
        assert naam in tekst(client.get("/zoeken/", {"q": woord}).text), woord


def test_one_code_stands_once_in_a_register_and_never_without_one(maak_opleiding):
    een, ander = (Register.objects.create(naam=n, slug=n, afkorting=n, masker="99999") for n in ("a", "b"))
    maak_opleiding("Een", coderegister=een, code="12345")
    maak_opleiding("Ander", coderegister=ander, code="12345")

    for velden in ({"coderegister": een, "code": "12345"}, {"code": "54321"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            maak_opleiding("Fout", **velden)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="it is about the file of SQLite")
def test_the_database_file_opens_in_a_stock_client(inhoud):
    """A check with REGEXP needs a function that only Django brings: a copy of the tables knows of none."""
    with connection.cursor() as cursor:
        rijen = cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        tabellen = [sql for (sql,) in rijen.fetchall()]
        opleidingen = cursor.execute("SELECT * FROM opleidingen_opleiding").fetchall()

    with closing(sqlite3.connect(":memory:")) as gewoon:
        gewoon.executescript(";".join(tabellen))
        plekken = ",".join("?" * len(opleidingen[0]))
        gewoon.executemany(f"INSERT INTO opleidingen_opleiding VALUES ({plekken})", opleidingen)  # noqa: S608  # our own
        assert gewoon.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
