"""Whatever a hostile request holds, the desk answers it: never an error page that says it is our fault."""

import re

import pytest
from django.contrib import admin
from django.db.models import CharField, DateField

from functies import document as functies_d
from functies.models import Functie, FunctieOpleiding
from redactie.adressen import wijzigen
from tests.pagina import formuliervelden
from uitgave.soort import alle_modellen

GEEN_SLEUTELS = ["", "abc", "\0", "1,2", "-1", "9" * 30, "9" * 5000]
PATRONEN, JAREN = ("regex", "iregex"), ("year", "year__gte", "iso_year")


def lijst(model):
    return f"/beheer/{model._meta.app_label}/{model._meta.model_name}/"


@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda model: model.__name__)
def test_no_list_takes_a_pattern_or_a_year_from_an_address(beheerder, db, model):
    velden = model._meta.concrete_fields
    vragen = [f"{veld.name}__{wat}=(a|aa)%2B$" for veld in velden if isinstance(veld, CharField) for wat in PATRONEN]
    vragen += [f"{veld.name}__{wat}=0" for veld in velden if isinstance(veld, DateField) for wat in JAREN]

    for vraag in vragen:
        assert beheerder.get(f"{lijst(model)}?{vraag}").status_code == 400, vraag
        if model in alle_modellen():
            assert beheerder.get(f"{lijst(model)}csv/?{vraag}").status_code == 400, vraag


@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda model: model.__name__)
def test_a_search_of_a_thousand_words_is_answered(beheerder, db, model):
    assert beheerder.get(lijst(model), {"q": "a " * 2000}).status_code == 200


@pytest.mark.parametrize("sleutel", GEEN_SLEUTELS)
def test_a_row_that_cannot_be_is_not_chosen_in_any_list(beheerder, inhoud, sleutel):
    keuze = {"action": "delete_selected", "_selected_action": sleutel, "post": "yes"}

    for model in alle_modellen():
        aantal = model.objects.count()
        assert beheerder.post(lijst(model), keuze).status_code in (200, 302, 400)
        assert model.objects.count() == aantal


@pytest.mark.parametrize("sleutel", GEEN_SLEUTELS)
@pytest.mark.parametrize("stand", [{}, {"_stand": ""}])
def test_a_row_that_cannot_be_is_not_referred_to(beheerder, inhoud, sleutel, stand):
    rij = FunctieOpleiding.objects.first()
    velden = formuliervelden(beheerder.get(wijzigen(rij)).text)

    for naam in ("functie", "opleiding"):
        assert beheerder.post(wijzigen(rij), velden | stand | {naam: sleutel}).status_code in (200, 400)
    assert FunctieOpleiding.objects.get(pk=rij.pk).opleiding == rij.opleiding


@pytest.mark.parametrize("sleutel", GEEN_SLEUTELS)
def test_a_form_with_keys_that_cannot_be_changes_no_other_row(beheerder, inhoud, sleutel):
    rij = Functie.objects.get(slug="winkelmedewerker")
    adres = wijzigen(rij)
    velden = formuliervelden(beheerder.get(adres).text)
    kapot = {"vervolg-0-id": sleutel, "vervolg-0-naar": sleutel, "competenties": sleutel, "werkveld": sleutel}

    for naam, waarde in kapot.items():
        assert beheerder.post(adres, velden | {naam: waarde, "_stand": ""}).status_code in (200, 302, 400)
    assert beheerder.post(adres, velden | {"vervolg-TOTAL_FORMS": sleutel}).status_code in (200, 302, 400)


def test_a_form_that_claims_endless_rows_is_not_drawn_with_all_of_them(beheerder, inhoud):
    adres = wijzigen(Functie.objects.get(slug="winkelmedewerker"))
    velden = formuliervelden(beheerder.get(adres).text)

    html = beheerder.post(adres, velden | {"vervolg-TOTAL_FORMS": "99999", "_stand": ""}).text

    assert 0 < len(re.findall(r'name="vervolg-\d+-naar"', html)) <= 200


def test_nothing_is_saved_as_new_over_or_beside_what_a_colleague_saved(beheerder, inhoud):
    rij = Functie.objects.get(slug="winkelmedewerker")
    for adres in (wijzigen(rij), f"{lijst(Functie)}add/"):
        velden = formuliervelden(beheerder.get(adres).text)

        assert beheerder.post(adres, velden | {"slug": "anders", "_saveasnew": "1"}).status_code == 400

    assert len(inhoud.alle(functies_d.Functie)) == Functie.objects.count()
