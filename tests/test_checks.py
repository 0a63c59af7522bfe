"""What is forgotten about a kind of content is an error when Django starts, and says what to do."""

from dataclasses import replace
from typing import Annotated

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from ontwikkelpad.prepare import refuse_incomplete_kinds
from tests.weetjes import document, models
from uitgave import checks
from uitgave import soort as register
from uitgave.checks import controleer_soorten as controleer
from uitgave.inhoud import Inhoud
from uitgave.rij import Bewijs, Naar, Rij
from uitgave.soort import Soort, delen, registreer, soort_van, soorten
from uitgave.volgorde import Volgorde

pytestmark = pytest.mark.een_database

WEETJE, TIP = soort_van(models.Weetje), soort_van(models.Tip)


@pytest.fixture
def aangemeld(monkeypatch):
    """Declare the test app's kinds differently, for one test."""

    def meld_aan(*nieuwe):
        weg = {models.Weetje, models.Tip}
        monkeypatch.setattr(register, "_soorten", {s.model: s for s in soorten() if s.model not in weg})
        monkeypatch.setattr(register, "_rijen", {s.rij: s for s in soorten()})
        registreer(*nieuwe)
        return [f"{fout.id} {fout.msg} {fout.hint}" for fout in controleer()]

    return meld_aan


def rij_met(*velden, zonder=()):
    """The row of a weetje with other fields."""
    alle = {naam: soort for naam, soort in document.Weetje.__annotations__.items() if naam not in zonder}
    ruimte = {"__annotations__": alle | dict(velden), "__module__": __name__}
    return type("Weetje", (Bewijs,), ruimte)


def test_nothing_is_forgotten():
    assert controleer() == []
    call_command("check")


def test_the_kinds_of_the_test_app_are_complete(aangemeld):
    assert aangemeld(replace(WEETJE), replace(TIP)) == []


@pytest.mark.parametrize(
    ("weetje", "tip", "fout"),
    [
        (None, None, "E001 This model of content is no kind: it would never be published."),
        (replace(WEETJE, niet_gepubliceerd=()), TIP, "E010 The field 'notitie' is not published."),
        (replace(WEETJE, niet_gepubliceerd=("notitie", "url")), TIP, "E011 The field 'url' is said not to be"),
        (replace(WEETJE, rij=rij_met(zonder=["van"])), TIP, "E010 The field 'van' is not published."),
        (replace(WEETJE, rij=rij_met(("extra", str))), TIP, "E012 The field 'extra' is no field of the model"),
        (replace(WEETJE, rij=rij_met(("hoofdfunctie", str))), TIP, "E009 The field 'hoofdfunctie' holds another row"),
        (
            replace(WEETJE, rij=rij_met(("hoofdfunctie", Annotated[str, Naar("maan")]))),
            TIP,
            "E008 The field 'hoofdfunctie' refers to 'maan', which is no part of the document.",
        ),
        (replace(WEETJE, rij=rij_met(zonder=["tips"])), TIP, "E006 The row to which this kind belongs"),
        (WEETJE, replace(TIP, hoort_bij=()), "E005 This kind has no place in the document."),
        (WEETJE, replace(TIP, hoort_bij=("zin",)), "E004 hoort_bij names 'zin', which is no foreign key."),
        (replace(WEETJE, orde=None), TIP, "E007 Nothing says in which order visitors see the rows"),
        (replace(WEETJE, naam="{titel}"), TIP, "E013 The Soort names the field 'titel', which is not there."),
        (replace(WEETJE, eigen_teksten=("inleiding",)), TIP, "E013 The Soort names the field 'inleiding'"),
        (WEETJE, None, "E016 The field 'tips' holds rows of"),
        (replace(WEETJE, parameters=("werkveld",)), TIP, "E018 The parameter 'werkveld' stands before slugs of"),
        (WEETJE, replace(TIP, adres=WEETJE.adres), "E017 Rows of this kind have an address but no key that lasts."),
    ],
)
def test_what_is_forgotten_is_named_with_what_to_do(aangemeld, weetje, tip, fout):
    gevonden = aangemeld(*(replace(soort) for soort in (weetje, tip) if soort))

    assert [melding for melding in gevonden if melding.startswith(f"uitgave.{fout}")], gevonden
    assert all(len(melding.split()) > 10 for melding in gevonden)


def test_a_field_that_stands_on_no_page_of_the_desk_is_named(monkeypatch):
    beheer = admin.site.get_model_admin(models.Weetje)
    monkeypatch.setattr(beheer, "fieldsets", ((None, {"fields": ("naam", "slug")}),))

    gevonden = {fout.msg for fout in controleer()}

    assert "The field 'tekst' stands on no page of the desk." in gevonden


def test_a_kind_that_editors_cannot_reach_is_named(monkeypatch):
    monkeypatch.delitem(admin.site._registry, models.Tip)

    assert [(fout.id, fout.obj) for fout in controleer()] == [("uitgave.E014", models.Tip)]


def test_a_kind_whose_texts_would_not_be_cleaned_is_named(monkeypatch):
    monkeypatch.setattr(checks, "Inhoudsrij", Inhoud)  # which a tip is not

    assert ("uitgave.E019", models.Tip) in [(fout.id, fout.obj) for fout in controleer()]


@pytest.mark.parametrize("orde", ["naam", "-naam", "hoofdfunctie__naam"])
def test_a_text_that_each_database_sorts_otherwise_is_named(monkeypatch, orde):
    monkeypatch.setattr(models.Weetje._meta, "ordering", ["van", orde, Volgorde("naam")])

    (fout,) = controleer()

    assert (fout.id, fout.obj) == ("uitgave.E020", models.Weetje)
    assert orde.removeprefix("-") in fout.msg


def test_an_error_stops_the_start(monkeypatch):
    beheer = admin.site.get_model_admin(models.Weetje)
    monkeypatch.setattr(beheer, "fieldsets", ((None, {"fields": ("naam", "slug")}),))

    with pytest.raises(SystemCheckError, match="The field 'tekst' stands on no page of the desk"):
        call_command("check")


def test_the_site_does_not_start_and_says_in_one_line_what_is_forgotten(monkeypatch):
    beheer = admin.site.get_model_admin(models.Weetje)
    monkeypatch.setattr(beheer, "fieldsets", ((None, {"fields": ("naam", "slug")}),))

    with pytest.raises(
        SystemExit, match=r"Not started: .*The field '\w+' stands on no page of the desk.*Add it to"
    ) as einde:
        refuse_incomplete_kinds()

    assert "\n" not in str(einde.value)


def test_one_model_is_one_kind():
    with pytest.raises(ValueError, match="declared twice"):
        registreer(Soort(model=models.Weetje, rij=Rij, deel="nog_eens"))


def test_each_part_comes_after_the_parts_that_it_refers_to():
    plekken = {deel: nummer for nummer, deel in enumerate(delen())}

    for soort in soorten():
        for deel in soort.verwijst.values():
            assert not soort.deel or plekken[deel] <= plekken[soort.deel]
