"""A row that visitors do not see may be unfinished; what they see is whole, by whatever way it came."""

from datetime import date

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from reversion.models import Version

from functies.models import Functie
from redactie.adressen import maken, wijzigen
from redactie.geschiedenis.waarden import waarden_van
from redactie.kenmerk import kenmerk
from redactie.kwaliteit.bevindingen import Ernst, bevindingen
from redactie.ronde.indeling import Ronde
from redactie.uitwisseling.invoer import voer_in
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.migratiehulp import vul_lege
from uitgave.onaf import mag_later, ontbrekend, verborgen_kan
from uitgave.soort import soort_van, soorten
from uitgave.vastleggen import vastleggen
from uitgave.verschil import verschillen
from verhalen.models import Verhaal
from werkgevers.models import Gids

SOORTEN = pytest.mark.parametrize(
    "soort", [soort for soort in soorten() if mag_later(soort.model)], ids=lambda soort: soort.model.__name__
)
VERBERGBAAR = [soort.model for soort in soorten() if verborgen_kan(soort.model)]
pytestmark = pytest.mark.usefixtures("ontwikkelpad")


def gemaakt(soort):
    with vastleggen(None):
        return maak(soort)


def niets(model, naam):
    """What a field holds that nobody filled in."""
    return None if model._meta.get_field(naam).null else ""


def leeg(soort, velden):
    """A form in which nobody typed yet what may come later."""
    return velden | dict.fromkeys(mag_later(soort.model).intersection(velden), "")


def verborgen(soort):
    """A stored row that lacks all that it may lack."""
    rij = gemaakt(soort)
    for naam in mag_later(soort.model):
        setattr(rij, naam, niets(soort.model, naam))
    rij.zichtbaar = False
    rij.full_clean()
    with vastleggen(None):
        rij.save()
    return rij


@SOORTEN
def test_a_hidden_row_is_saved_without_its_texts_and_becomes_visible_only_with_them(soort, beheerder):
    rij = gemaakt(soort)
    velden = leeg(soort, formuliervelden(beheerder.get(wijzigen(rij)).text))
    onzichtbaar = {naam: waarde for naam, waarde in velden.items() if naam != "zichtbaar"}

    geweigerd = beheerder.post(wijzigen(rij), velden)

    assert geweigerd.status_code == 200
    kop = tekst(geweigerd.text[geweigerd.text.index('class="fouten"') :])
    assert mag_later(soort.model) <= set(geweigerd.context["adminform"].form.errors)
    assert "Zet ‘zichtbaar’ uit." in kop
    rij.refresh_from_db()
    assert ontbrekend(rij) == []

    assert beheerder.post(wijzigen(rij), onzichtbaar).status_code == 302
    rij.refresh_from_db()
    assert {veld.name for veld in ontbrekend(rij)} == mag_later(soort.model)
    assert not rij.zichtbaar


@SOORTEN
def test_an_unfinished_row_is_in_no_edition_and_goes_out_and_in_with_the_rest(soort):
    verborgen(soort)
    alles = d.schrijf(bouw(alles=True))

    assert [rij for _, rij in d.alle_rijen(bouw()) if type(rij) is soort.rij and not rij.zichtbaar] == []
    voer_in(d.lees(alles, alles=True), kenmerk(bouw(alles=True)), None, "Hetzelfde")
    assert d.schrijf(bouw(alles=True)) == alles


@SOORTEN
def test_an_unfinished_row_that_becomes_visible_another_way_stops_publishing(soort):
    rij = verborgen(soort)
    rij.zichtbaar = True
    with pytest.raises(ValidationError):
        rij.full_clean()
    soort.model._default_manager.filter(pk=rij.pk).update(zichtbaar=True)

    fouten = [bevinding for bevinding in bevindingen() if bevinding.ernst == Ernst.FOUT and rij in bevinding.rijen]

    zonder = " ".join(bevinding.tekst for bevinding in fouten)
    for veld in soort.model._meta.concrete_fields:
        if veld.name in mag_later(soort.model):
            assert f"zonder {veld.verbose_name}" in zonder
    for alles in (False, True):  # until it is mended no page of the desk breaks on it
        bouw(alles=alles)
    Ronde().beurten  # noqa: B018


@pytest.mark.parametrize("model", VERBERGBAAR, ids=lambda model: model.__name__)
def test_a_new_row_begins_hidden_and_says_so(model, beheerder):
    formulier = beheerder.get(maken(model)).context["adminform"].form

    assert formulier["zichtbaar"].value() is False
    assert "Nieuw is eerst niet zichtbaar." in formulier["zichtbaar"].help_text


def test_a_new_row_inside_a_page_begins_hidden_too(beheerder):
    for model, beheer in admin.site._registry.items():
        for inline in beheer.inlines if verborgen_kan(model) else ():
            if verborgen_kan(inline.model):
                pagina = beheerder.get(maken(model))
                formset = next(i for i in pagina.context["inline_admin_formsets"] if i.opts.model is inline.model)
                assert formset.formset.empty_form["zichtbaar"].value() is False


def test_a_story_with_only_a_name_is_kept_and_found_by_that_name(beheerder):
    response = beheerder.post(maken(Verhaal), {"voornaam": "Noor", "slug": "noor"})

    assert response.status_code == 302
    verhaal = Verhaal.objects.get(slug="noor")
    assert not verhaal.zichtbaar
    assert str(verhaal) == "Noor"
    assert [v.naam for v in verschillen(bouw(), bouw(alles=True)) if v.soort == "Verhaal"] == ["Noor"]
    assert "Noor" in beheerder.get(reverse("admin:verhalen_verhaal_changelist")).text
    assert beheerder.get(wijzigen(verhaal)).status_code == 200


@pytest.mark.parametrize("model", VERBERGBAAR, ids=lambda model: model.__name__)
def test_only_what_a_row_is_known_by_or_its_place_is_asked_at_once(model):
    """What else it says may wait, whatever it is: a text, a number, a date, a choice or another row."""
    altijd = soort_van(model)
    vast = {"zichtbaar", "slug", "nummer", "volgorde", *altijd.naamvelden, *altijd.uniek, *altijd.hoort_bij}
    for veld in model._meta.concrete_fields:
        if veld.editable and not (veld.blank or veld.primary_key or veld.has_default() or veld.name in vast):
            assert veld.name in mag_later(model)
    assert "gecontroleerd_op" in mag_later(model) or model is Gids


def test_what_an_older_release_cannot_hold_empty_is_filled_on_the_way_back():
    verhaal = verborgen(soort_van(Verhaal))
    eerste = Functie.objects.order_by("pk").first()

    leeg = vul_lege("verhalen", verhaal=("functie", "gecontroleerd_op", "leeftijd"))
    leeg.reverse_code(apps, connection.schema_editor())

    verhaal.refresh_from_db()
    assert (verhaal.functie, verhaal.gecontroleerd_op, verhaal.leeftijd) == (eerste, date(1970, 1, 1), 16)
    assert waarden_van(Version.objects.get_for_object(verhaal)[0])["leeftijd"] == 16


def test_a_row_that_visitors_see_keeps_its_texts(beheerder):
    verhaal = gemaakt(soort_van(Verhaal))
    velden = formuliervelden(beheerder.get(wijzigen(verhaal)).text)

    assert beheerder.post(wijzigen(verhaal), velden | {"kop": ""}).status_code == 200
    assert beheerder.post(wijzigen(verhaal), velden | {"voornaam": ""}).status_code == 200
    verhaal.refresh_from_db()
    assert verhaal.kop
    assert verhaal.voornaam
