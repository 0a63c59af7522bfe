"""Fixture files are loaded once, whole or not at all, and a fault names its row."""

import copy
import json
from typing import Any

import pytest
from reversion.models import Version

from functies.models import Competentie, Doorgroei, Functie, Synoniem
from opleidingen.models import Aanbieder, Opleiding
from uitgave.fixtures import laad
from uitgave.models import GeladenFixture, Uitgave
from uitgave.sector import FixtureFout, Pakket, lees_pakket

OPLEIDING = {
    "model": "opleidingen.opleiding",
    "fields": {
        "naam": "Leren",
        "slug": "leren",
        "op_niveau": ["vier"],
        "coderegister": ["lijst"],
        "code": "25001",
        "erkenning": "overheid",
        "bron": "Een bron.",
        "gecontroleerd_op": "2026-01-01",
    },
}
REGISTER = {
    "model": "opleidingen.register",
    "fields": {"naam": "Lijst", "slug": "lijst", "afkorting": "lijst", "masker": "99999"},
}
NIVEAU = {"model": "opleidingen.niveau", "fields": {"naam": "Vier", "slug": "vier", "volgorde": 4}}
AANBIEDER = {
    "model": "opleidingen.aanbieder",
    "fields": {"naam": "School", "slug": "school", "url": "https://example.org/"},
}


def met(rij: dict[str, Any], **velden: Any) -> dict[str, Any]:
    """The same row with other fields."""
    anders = copy.deepcopy(rij)
    anders["fields"].update(velden)
    return anders


@pytest.fixture
def schrijf(tmp_path, sector):
    """Write one more file of the sector of the tests; return its package so far."""

    def schrijf(*rijen: Any, naam: str = "0001_proef.json") -> Pakket:
        tmp_path.joinpath(naam).write_text(json.dumps(rijen), encoding="utf-8")
        return Pakket(sector.name, "Proef", tuple(sorted(tmp_path.glob("*.json"))))

    return schrijf


def test_each_file_is_loaded_once_and_never_overwrites_an_editor(inhoud, sector):
    Functie.objects.filter(slug="broodbakker").update(naam="Broodbakker (door de redactie)")

    nogmaals = laad(lees_pakket(sector))

    assert nogmaals == []
    assert Functie.objects.get(slug="broodbakker").naam == "Broodbakker (door de redactie)"
    assert Uitgave.objects.count() == 1


def test_a_later_file_is_added_to_what_is_there(inhoud, schrijf, sector):
    nieuw = schrijf(AANBIEDER, naam="0009_later.json")

    assert laad(nieuw) == [f"{sector.name}/0009_later.json"]
    assert laad(nieuw) == []
    assert Aanbieder.objects.get(slug="school").naam == "School"
    assert Uitgave.objects.count() == 1


FOUTEN = [
    ([met(OPLEIDING, code="2569")], "rij 1 (opleidingen.opleiding leren)", "geen goede code"),
    ([met(OPLEIDING, code="২৫৬৯৫")], "rij 1", "geen goede code"),
    ([met(OPLEIDING, coderegister=None)], "rij 1", "Kies het register"),
    ([met(OPLEIDING, op_niveau=["negen"])], "rij 1", "negen"),
    ([met(OPLEIDING, leeroverzicht_url="javascript:alert(1)")], "rij 1", "geen bruikbare link"),
    ([OPLEIDING, OPLEIDING], "rij 2 (opleidingen.opleiding leren)", "er al"),
    ([OPLEIDING, met(OPLEIDING, slug="anders")], "rij 2 (opleidingen.opleiding anders)", "Er is al een opleiding"),
    ([met(OPLEIDING, aanbieders=[["bestaat-niet"]])], "rij 1", "bestaat-niet"),
    ([met(AANBIEDER, kleur="rood")], "rij 1", "kleur"),
    ([{"model": "functies.bestaatniet", "fields": {}}], "rij 1", "bestaatniet"),
    ([{"fields": {}}], "rij 1", "model"),
    ([AANBIEDER | {"foo": 1}], "rij 1", "foo"),
    ([AANBIEDER | {"fields": []}], "rij 1", "model en fields"),
    ([{"model": "auth.user", "fields": {"username": "x"}}], "rij 1", "auth.user"),
    ([met(OPLEIDING, aanbieders=[99])], "rij 1", "geen nummer"),
    (["geen rij"], "rij 1 (geen rij)", ""),
]


@pytest.mark.parametrize(("rijen", "plek", "uitleg"), FOUTEN)
def test_a_fault_names_its_row_and_nothing_is_loaded(db, schrijf, rijen, plek, uitleg):
    with pytest.raises(FixtureFout) as fout:
        laad(schrijf(NIVEAU, REGISTER, AANBIEDER | {"fields": AANBIEDER["fields"] | {"slug": "eerst"}}, *rijen))

    verwacht = plek.replace("rij 2", "rij 5").replace("rij 1", "rij 4")
    assert f"0001_proef.json, {verwacht}" in str(fout.value)
    assert uitleg in str(fout.value)
    assert (Aanbieder.objects.count(), Opleiding.objects.count(), GeladenFixture.objects.count()) == (0, 0, 0)


def test_a_fault_in_a_later_file_undoes_the_files_before_it(db, schrijf):
    schrijf(AANBIEDER, naam="0001_goed.json")
    pakket = schrijf(met(OPLEIDING, code="abc"), naam="0002_fout.json")

    with pytest.raises(FixtureFout, match=r"0002_fout.json, rij 1"):
        laad(pakket)

    assert Aanbieder.objects.count() == 0


def test_what_names_a_row_that_editors_removed_is_left_out_and_the_rest_is_loaded(inhoud, schrijf, caplog):
    stap = {
        "model": "functies.doorgroei",
        "fields": {
            "van": ["broodbakker"],
            "naar": ["weg"],
            "soort": "doorstroom",
            "bron": "Een bron.",
            "gecontroleerd_op": "2026-01-01",
        },
    }
    voor = Doorgroei.objects.count()

    with caplog.at_level("INFO"):
        laad(schrijf(stap, AANBIEDER, naam="0099_later.json"))

    assert Aanbieder.objects.filter(slug="school").exists()
    assert Doorgroei.objects.count() == voor
    assert "0099_later.json, row 1 (functies.doorgroei broodbakker → weg)" in caplog.text


def test_what_names_a_row_that_editors_renamed_belongs_to_that_row(inhoud, schrijf, caplog):
    bakker, ander = Functie.objects.get(slug="broodbakker"), Functie.objects.get(slug="bezorger")
    Functie.objects.filter(pk=bakker.pk).update(slug="bakker-van-brood")
    Doorgroei.objects.filter(van__in=(bakker, ander), naar__in=(bakker, ander)).delete()
    velden = {"van": ["broodbakker"], "naar": ["bezorger"], "soort": "doorstroom", "bron": "Een bron."}
    stap = {"model": "functies.doorgroei", "fields": velden | {"gecontroleerd_op": "2026-01-01"}}

    laad(schrijf(stap, naam="0099_later.json"))

    assert Doorgroei.objects.filter(van=bakker, naar=ander).exists()
    assert "Left out" not in caplog.text


def test_a_double_or_circular_step_is_refused(inhoud, schrijf):
    stap = {
        "model": "functies.doorgroei",
        "fields": {
            "van": ["broodbakker"],
            "naar": ["broodbakker"],
            "soort": "doorstroom",
            "bron": "Een bron.",
            "gecontroleerd_op": "2026-01-01",
        },
    }

    with pytest.raises(FixtureFout, match=r"broodbakker → broodbakker.*niet naar zichzelf"):
        laad(schrijf(stap, naam="a.json"))
    with pytest.raises(FixtureFout, match=r"broodbakker → meesterbakker-aan-de-grote-oven.*staat er al"):
        laad(schrijf(met(stap, naar=["meesterbakker-aan-de-grote-oven"]), naam="a.json"))


@pytest.mark.parametrize(
    ("inhoud_", "uitleg"), [(b"{", "geen geldige JSON"), (b"\xff[]", "UTF-8"), (b"{}", "lijst met rijen")]
)
def test_a_file_that_is_no_list_in_utf8_is_refused(db, tmp_path, inhoud_, uitleg):
    kapot = tmp_path / "0001_kapot.json"
    kapot.write_bytes(inhoud_)

    with pytest.raises(FixtureFout, match=f"0001_kapot.json.*{uitleg}"):
        laad(Pakket("proef", "Proef", (kapot,)))


def test_a_later_file_fills_up_what_a_row_lacks_and_leaves_what_editors_wrote(inhoud, schrijf):
    Functie.objects.filter(slug="bezorger").update(in_een_regel="Zo zegt de redactie het.", slug="brenger")
    Functie.objects.filter(slug="banketbakker").update(in_een_regel="")

    laad(
        schrijf(
            {"model": "functies.functie", "vul_aan": "bezorger", "fields": {"in_een_regel": "Nieuw."}},
            {"model": "functies.functie", "vul_aan": "banketbakker", "fields": {"in_een_regel": "Je maakt taart."}},
            {"model": "functies.functie", "vul_aan": "weg", "fields": {"in_een_regel": "Nieuw."}},
            naam="0002_regels.json",
        )
    )

    assert Functie.objects.get(slug="brenger").in_een_regel == "Zo zegt de redactie het."
    assert Functie.objects.get(slug="banketbakker").in_een_regel == "Je maakt taart."


def test_what_a_field_refuses_is_no_way_to_fill_it_up(inhoud, schrijf):
    lang = {"model": "functies.functie", "vul_aan": "banketbakker", "fields": {"in_een_regel": "x" * 46}}
    Functie.objects.filter(slug="banketbakker").update(in_een_regel="")

    with pytest.raises(FixtureFout, match=r"0002_regels\.json, rij 1"):
        laad(schrijf(lang, naam="0002_regels.json"))


@pytest.mark.parametrize(
    "rij",
    [
        {"model": "functies.functie", "vul_aan": 7, "fields": {"in_een_regel": "Nieuw."}},
        {"model": "functies.functie", "vul_aan": [], "fields": {"in_een_regel": "Nieuw."}},
        {"model": "functies.synoniem", "vul_aan": "brood", "fields": {"betekenis": "brood"}},
        {"model": "uitgave.uitgave", "vul_aan": "1", "fields": {"wijzigingen": "Nieuw."}},
        {"model": "functies.functie", "vul_aan": "bezorger", "fields": {"bestaat_niet": "Nieuw."}},
    ],
)
def test_what_cannot_be_filled_up_is_refused_with_its_place(inhoud, schrijf, rij):
    with pytest.raises(FixtureFout, match=r"0002_regels\.json, rij 1"):
        laad(schrijf(rij, naam="0002_regels.json"))


def test_a_later_file_mends_a_text_only_where_nobody_changed_it(inhoud, schrijf):
    bezorger, bakker = (Functie.objects.get(slug=slug) for slug in ("bezorger", "banketbakker"))
    Functie.objects.filter(pk=bezorger.pk).update(in_een_regel="Oud.", slug="brenger")
    Functie.objects.filter(pk=bakker.pk).update(in_een_regel="Oud, zei de redactie.")
    rij = {"model": "functies.functie", "was": {"in_een_regel": "Oud."}, "fields": {"in_een_regel": "Nieuw."}}

    laad(schrijf(rij, naam="0002_regels.json"))

    regels = Functie.objects.in_bulk([bezorger.pk, bakker.pk])
    assert regels[bezorger.pk].in_een_regel == "Nieuw."
    assert regels[bakker.pk].in_een_regel == "Oud, zei de redactie."
    versies = [versie.field_dict["in_een_regel"] for versie in Version.objects.get_for_object(bezorger)]
    assert versies[0] == "Nieuw."


@pytest.mark.parametrize(
    ("was", "velden"),
    [
        ("Oud.", {"in_een_regel": "Nieuw."}),
        ({}, {"in_een_regel": "Nieuw."}),
        ({"in_een_regel__contains": "Oud"}, {"in_een_regel": "Nieuw."}),
        ({"in_een_regel": "Oud."}, {"bestaat_niet": "Nieuw."}),
        ({"in_een_regel": "Oud."}, {"in_een_regel": "x" * 46}),
    ],
)
def test_what_cannot_be_mended_is_refused_with_its_place(inhoud, schrijf, was, velden):
    Functie.objects.filter(slug="bezorger").update(in_een_regel="Oud.")
    rij = {"model": "functies.functie", "was": was, "fields": velden}

    with pytest.raises(FixtureFout, match=r"0002_regels\.json, rij 1"):
        laad(schrijf(rij, naam="0002_regels.json"))


def test_a_list_in_a_later_file_goes_without_the_rows_that_editors_removed(inhoud, schrijf):
    blijft = Competentie.objects.first()
    velden = {**_velden(Functie.objects.first()), "slug": "later", "naam": "Later", "afkorting": "LT"}
    nieuw = {"model": "functies.functie", "fields": velden | {"competenties": [["weg"], [blijft.slug]]}}

    laad(schrijf(nieuw, naam="0099_later.json"))

    assert list(Functie.objects.get(slug="later").competenties.all()) == [blijft]


def _velden(functie: Functie) -> dict[str, Any]:
    """The plain fields of a row, as a file has them."""
    namen = ("samenvatting", "omschrijving", "bron")
    return {naam: getattr(functie, naam) for naam in namen} | {
        "werkveld": [functie.werkveld.slug],
        "gecontroleerd_op": "2026-01-01",
    }


def test_what_editors_made_already_does_not_stop_a_file_that_only_fills_up(inhoud, schrijf):
    bestaand = Synoniem.objects.first()
    rij = {"model": "functies.synoniem", "fields": {"woord": bestaand.woord.upper(), "betekenis": bestaand.betekenis}}

    laad(schrijf(rij, AANBIEDER, naam="0099_later.json"))

    assert Synoniem.objects.filter(woord__iexact=bestaand.woord).count() == 1
    assert Aanbieder.objects.filter(slug="school").exists()
